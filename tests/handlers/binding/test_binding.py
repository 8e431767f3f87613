"""Each responsible party of a plan once: proposals and other choices."""

from __future__ import annotations

from pathlib import Path

from sqlalchemy import event

from bot.domain.binding import Target
from storage import Storage
from tests.handlers.binding.asked import Asked, approve, approved, bindings
from tests.handlers.road_maps import SCHOOLS, make_town


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
