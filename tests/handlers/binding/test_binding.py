"""Each responsible party once: proposals, other choices, and the district's memory."""

from __future__ import annotations

from pathlib import Path

from sqlalchemy import event

from bot.domain.binding import Binding, Target
from storage import Storage, parties
from storage.parties import PartyUse
from tests.factories import Shown
from tests.handlers.road_maps import SCHOOLS, Town, launched, make_town, with_plan

# Words that the first plan has not: two new ones among what the district knows by other words.
SECOND = (
    ("1", "Семинар", "до 15 ноября 2026", "Руководители ОО, районный методический кабинет", "Протокол"),
    ("2", "Проверка", "до 20 ноября 2026", "ШНОР, координатор", "Справка"),
    ("3", "Отчёт", "до 25 ноября 2026", "Отдел образования; СОШ с. Лесное", "Отчёт"),
)


async def approved(
    storage: Storage, folder: Path, *schools: str, rows: tuple[tuple[str, ...], ...] = ()
) -> Town:
    town = await make_town(storage, folder, *schools)
    await approve(storage, town, *rows)
    return town


async def approve(storage: Storage, town: Town, *rows: tuple[str, ...]) -> int:
    plan = await with_plan(storage, town, *rows)
    await town.press(f"plan-approve-all:{plan}")
    return plan


async def uses(storage: Storage, plan: int = 1) -> dict[str, PartyUse]:
    async with storage.read() as tx:
        return {use.party.text: use for use in await parties.list_uses(tx, plan)}


async def bindings(storage: Storage, plan: int = 1) -> dict[str, tuple[Target | None, str]]:
    found = (await uses(storage, plan)).values()
    return {
        use.party.text: (use.party.binding.target if use.party.binding else None, use.party.place)
        for use in found
    }


class Asked:
    """The coordinator's screens, one press after another."""

    def __init__(self, town: Town) -> None:
        self.town = town
        self.shown: Shown

    async def open(self, value: str) -> Asked:
        self.shown = await self.town.chat.press(self.town.coordinator, value)
        return self

    async def press(self, label: str) -> Asked:
        (value,) = (press for shown, press in self.shown.presses.items() if shown.startswith(label))
        return await self.open(value)

    @property
    def lines(self) -> list[str]:
        return self.shown.text.splitlines()


async def test_every_proposal_at_once(sqlite_storage: Storage, tmp_path: Path) -> None:
    asked = await Asked(await approved(sqlite_storage, tmp_path, *SCHOOLS)).open("binding:1")
    assert asked.shown.text.split("\n\n")[1:] == [
        "1. ОО (2 строки): похоже, это «каждая школа»",
        "2. РМК (2 строки): похоже, это организация с таким названием",
        '3. МБОУ "Лесная СОШ" (1 строка): похоже, это «МБОУ «Лесная СОШ»»',
        "4. Муниципальный координатор (1 строка): похоже, это «координатор»",
    ]
    await asked.press("✓ Всё верно, принять (4)")
    assert asked.lines[:2] == ["<b>Ответственные плана</b>: 4", "Все связаны, план можно запускать."]
    assert "Запустить план" in asked.shown.presses
    assert await bindings(sqlite_storage) == {
        "ОО": (Target.EVERY_SCHOOL, ""),
        "РМК": (Target.ORGANISATION, "РМК"),
        'МБОУ "Лесная СОШ"': (Target.SCHOOL, "МБОУ «Лесная СОШ»"),
        "Муниципальный координатор": (Target.COORDINATOR, ""),
    }


async def test_one_by_one_with_other_choices(sqlite_storage: Storage, tmp_path: Path) -> None:
    asked = await Asked(await approved(sqlite_storage, tmp_path, "МБОУ «Горная ООШ»")).open("binding:1")
    await asked.press("1")
    questions = []
    # Whichever party is asked, the next unbound one follows, until all are bound.
    for choice in ("Не отслеживать", "Организация…", "Каждая школа", "✓ координатор"):
        questions.append((asked.lines[1], asked.lines[-1]))
        await asked.press(choice)
        if choice == "Организация…":
            await asked.press("+ Новая: с этим названием")
    assert questions == [
        ("<b>ОО</b>", "Похоже, это «каждая школа». Верно?"),
        ("<b>РМК</b>", "Похоже, это организация с таким названием. Верно?"),
        ('<b>МБОУ "Лесная СОШ"</b>', "Кто это? Кому давать эти задачи?"),
        ("<b>Муниципальный координатор</b>", "Похоже, это «координатор». Верно?"),
    ]
    assert asked.lines[:2] == ["<b>Ответственные плана</b>: 4", "Все связаны, план можно запускать."]


async def test_the_next_plan_asks_only_about_new_ones(sqlite_storage: Storage, tmp_path: Path) -> None:
    town = await make_town(sqlite_storage, tmp_path, *SCHOOLS)
    await launched(sqlite_storage, town)
    second = await approve(sqlite_storage, town, *SECOND)
    asked = await Asked(town).open(f"binding:{second}")
    assert asked.lines[:3] == [
        "<b>Ответственные плана</b>: 6",
        "Узнал 4 из 6 по прошлым планам.",
        "Осталось связать 2. Предложения верны? Нажмите «Всё верно», а где нет, то номер.",
    ]
    # What is new comes first; words that the district knows by others are theirs.
    assert asked.shown.text.split("\n\n")[1:] == [
        "1. ШНОР (1 строка): похоже, это часть школ, отметьте какие",
        "2. Отдел образования (1 строка): похоже, это организация с таким названием",
        "3. ОО (1 строка): <b>каждая школа</b>",
        "4. РМК (1 строка): <b>РМК</b>",
        "5. Муниципальный координатор (1 строка): <b>координатор</b>",
        '6. МБОУ "Лесная СОШ" (1 строка): <b>МБОУ «Лесная СОШ»</b>',
    ]


async def test_a_cluster_gets_the_tasks_of_its_schools_only(sqlite_storage: Storage, tmp_path: Path) -> None:
    names = [f"Школа {letter}" for letter in "АБВГДЕЖЗ"]  # more than a page
    rows = (("1", "Разбор", "до 15 октября 2026", "Школы с низкими результатами", "Справка"),)
    asked = await Asked(await approved(sqlite_storage, tmp_path, *names, rows=rows)).open("binding:1")
    await asked.press("1")
    assert asked.lines[-1] == "Похоже, это часть школ. Отметьте какие: «Часть школ…»."
    await asked.press("Часть школ…")
    for label in ("Школа Б", "Школа Г", "✓ Школа Б", "Дальше", "Школа З"):
        await asked.press(label)
    assert asked.shown.rows[0] == ("✓ Школа З",)
    await asked.press("Готово: 2")
    assert asked.shown.text.split("\n\n")[1] == (
        "1. Школы с низкими результатами (1 строка): <b>2 выбранные школы</b>"
    )
    await asked.press("Запустить план")
    assert asked.lines[:2] == ["<b>План запущен</b>: 2 задачи", "• для 2 школ"]


async def test_two_names_of_one_party_and_apart_again(sqlite_storage: Storage, tmp_path: Path) -> None:
    rows = (
        ("1", "Разбор", "до 15 октября 2026", "Центр «Луч»", "Справка"),
        ("2", "Сбор", "до 16 октября 2026", "Лучики", "Справка"),
    )
    asked = await Asked(await approved(sqlite_storage, tmp_path, *SCHOOLS, rows=rows)).open("binding:1")
    for label in ("2", "То же, что…", "Центр «Луч»"):
        await asked.press(label)
    assert asked.lines[1:4] == ["<b>Центр «Луч»</b>", "Он же: Лучики", "Стоит в 2 строках, например: 1, 2"]
    await asked.press("✓ Центр «Луч»")
    (use,) = (await uses(sqlite_storage)).values()
    assert use.names == ("Центр «Луч»", "Лучики")
    async with sqlite_storage.read() as tx:
        bound = await parties.list_bindings(tx, 1)
    assert [b.target for found in bound.values() for b in found] == [Target.ORGANISATION] * 2
    # Another plan knows both names; apart again, the second is asked about anew.
    await approve(sqlite_storage, asked.town, ("1", "Игра", "до 3 ноября 2026", "лучики", ""))
    await asked.open("binding:2")
    assert asked.lines[:3] == [
        "<b>Ответственные плана</b>: 1",
        "Узнал 1 из 1 по прошлым планам.",
        "Все связаны, план можно запускать.",
    ]
    await asked.press("1")
    await asked.press("Разделить названия")
    assert {u.party.text: u.party.binding is None for u in (await uses(sqlite_storage)).values()} == {
        "Центр «Луч»": False,
        "Лучики": True,
    }


async def test_a_wrong_answer_is_changed_in_the_districts_memory(
    sqlite_storage: Storage, tmp_path: Path
) -> None:
    town = await make_town(sqlite_storage, tmp_path, *SCHOOLS)
    await launched(sqlite_storage, town)
    asked = await Asked(town).open(f"schools:{town.district}")
    await asked.press("Ответственные")
    assert asked.lines[0] == (
        "<b>Ответственные района</b>: 4. Вот кого я помню. Нажмите номер, чтобы изменить."
    )
    await asked.press("4")
    assert asked.lines[1:] == [
        "<b>РМК</b>",
        "Стоит в 2 строках, например: 2, 5",
        "Сейчас: РМК",
        "Новый ответ действует для следующих планов. Чтобы и задачи идущих перешли к другим, "
        "нажмите в общем списке «Передать задачи».",
    ]
    await asked.press("Координатор")
    assert asked.lines[-2] == "Сейчас: координатор"
    assert (await bindings(sqlite_storage))["РМК"] == (Target.COORDINATOR, "")
    # The tasks of the running plan go over when they are told to, and once.
    for label in ("Ко всем ответственным", "Передать задачи"):
        await asked.press(label)
    counts = ["• новых задач: 13", "• снимутся 13 незавершённых задач прежних ответственных"]
    assert asked.lines[1:3] == counts
    await asked.press("Да, передать")
    assert asked.lines[:3] == ["<b>Задачи переданы</b>", *counts]
    again = await asked.open(f"handover:{town.district}")
    assert again.lines == ["Передавать нечего: задачи идущих планов уже у тех, кто назван ответственным."]


async def test_what_was_bound_is_remembered_for_the_next_file(
    sqlite_storage: Storage, tmp_path: Path
) -> None:
    town = await make_town(sqlite_storage, tmp_path, *SCHOOLS)
    plan = await with_plan(sqlite_storage, town)
    async with sqlite_storage.begin() as tx:
        found = await parties.list_uses(tx, plan)
        await parties.bind(tx, {use.party.id: Binding(Target.COORDINATOR) for use in found})
    await town.press(f"draft-discard-yes:{plan}")
    again = await with_plan(sqlite_storage, town, ("1", "Дело", "по графику", "«рмк»; ОО", ""))
    async with sqlite_storage.read() as tx:
        assert await parties.count_unbound(tx, again) == 0


async def test_a_place_of_another_district_is_as_if_it_were_not_there(
    sqlite_storage: Storage, tmp_path: Path
) -> None:
    town = await approved(sqlite_storage, tmp_path, *SCHOOLS)
    other = await make_town(sqlite_storage, tmp_path, "Чужая школа")
    before = await bindings(sqlite_storage)
    foreign = await town.press("party-school:1:1:3")
    assert foreign == await town.press("party-school:1:1:999") == await other.press("party-every:1:1")
    assert foreign == await town.press("party-toggle:1:1:3:0") == await other.press("party-every:0:1")
    assert await bindings(sqlite_storage) == before


async def test_the_review_costs_the_same_for_one_party_and_for_thirty(
    sqlite_storage: Storage, tmp_path: Path
) -> None:
    statements: list[str] = []
    engine = sqlite_storage.engine.sync_engine
    event.listen(engine, "before_cursor_execute", lambda *args: statements.append(args[2]))
    costs = []
    for parts in (1, 30):
        rows = [(str(i), "Дело", "до 15 октября 2026", f"Отдел {i}", "Акт") for i in range(parts)]
        town = await make_town(sqlite_storage, tmp_path, *SCHOOLS)
        plan = await approve(sqlite_storage, town, *rows)
        for press in (f"binding:{plan}", f"parties:{town.district}:0"):
            statements.clear()
            await town.press(press)
            costs.append(len(statements))
    assert costs[:2] == costs[2:]
