"""What a district's words mean is remembered, told apart and changed."""

from __future__ import annotations

from pathlib import Path

from bot.domain.binding import Binding, Target
from storage import Storage, parties
from tests.handlers.binding.asked import Asked, approve, approved, bindings, uses
from tests.handlers.road_maps import SCHOOLS, launched, make_town, with_plan

# Words that the first plan has not: two new ones among what the district knows by other words.
SECOND = (
    ("1", "Семинар", "до 15 ноября 2026", "Руководители ОО, районный методический кабинет", "Протокол"),
    ("2", "Проверка", "до 20 ноября 2026", "ШНОР, координатор", "Справка"),
    ("3", "Отчёт", "до 25 ноября 2026", "Отдел образования; СОШ с. Лесное", "Отчёт"),
)


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
