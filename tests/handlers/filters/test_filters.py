"""A plan's tasks are narrowed by any mixture of conditions, as far as the reader sees them."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

from sqlalchemy import select, update

from bot.domain.people import Role
from bot.domain.tasks import TaskState
from handlers.conversations import CONVERSATIONS
from storage import Storage, tables
from storage.districts import list_schools
from tests.factories import Chat, Shown, make_person
from tests.handlers.road_maps import SCHOOLS, Town, launched, make_town
from tests.use_cases.test_mornings import counted_queries

ROWS = (
    ("1", "Диагностика дефицитов", "до 15 октября 2026", "ОО", "Справка"),
    ("2", "Семинар для завучей", "до 20 октября 2026", "РМК", "Протокол"),
    ("3", "Курсы", "по графику", "ОО", "Удостоверения"),
    ("4", "Сводка", "до 25 ноября 2026", "Муниципальный координатор", "Отчёт"),
)
LATER = datetime(2026, 10, 19, 6, tzinfo=UTC)


async def begin(storage: Storage, folder: Path, *rows: tuple[str, ...]) -> tuple[Town, str]:
    """The town in October, and what opens its plan's tasks."""
    town = await make_town(storage, folder, *SCHOOLS)
    plan = await launched(storage, town, *(rows or ROWS))
    later = replace(town, chat=Chat(storage, CONVERSATIONS, lambda: LATER, folder))
    shown = await later.chat.press(later.coordinator, f"plan:{plan}")
    return later, shown.presses["Задачи с отбором"]


def listed(shown: Shown) -> list[str]:
    return shown.text.split("\n\n")[1:]


async def test_a_coordinator_narrows_the_list_step_by_step(sqlite_storage: Storage, tmp_path: Path) -> None:
    town, opens = await begin(sqlite_storage, tmp_path)

    async def press(label: str, shown: Shown) -> Shown:
        return await town.chat.press(town.coordinator, shown.presses[label])

    first = await town.chat.press(town.coordinator, opens)
    assert first.text.startswith("<b>Задачи плана.</b> Дорожная карта")
    assert "Нашлось 6 задач" in first.text
    assert len(listed(first)) == 5
    months = await press("Месяц", first)
    assert months.text == "<b>В каком месяце срок?</b>\n\n• октябрь 2026: 3\n• ноябрь 2026: 1"
    october = await press("октябрь 2026 (3)", months)
    assert [entry.split(" (")[0] for entry in listed(october)] == [
        "№ 1. Диагностика дефицитов",
        "№ 1. Диагностика дефицитов",
        "№ 2. Семинар для завучей",
    ]
    late = await press("просрочено (2)", await press("Состояние", october))
    assert "Месяц: октябрь 2026\nСостояние: просрочено\nНашлись 2 задачи" in late.text
    parties = await press("Ответственный", late)
    assert list(parties.presses)[:1] == ["ОО (2)"]  # the method office is not late
    schools = await press("Школа", late)
    one = await press("МБОУ «Горная ООШ» (1)", schools)
    assert listed(one) == ["№ 1. Диагностика дефицитов (МБОУ «Горная ООШ» · до 15 октября)\nСейчас: впереди"]
    assert "Школа: выбрано" in one.presses
    any_school = await press("Всё равно", await press("Школа: выбрано", one))
    assert listed(any_school) == listed(late)
    assert (await press("Снять отбор", any_school)).text == first.text


async def test_who_leads_a_school_sees_its_own_tasks_only(sqlite_storage: Storage, tmp_path: Path) -> None:
    town, opens = await begin(sqlite_storage, tmp_path)
    async with sqlite_storage.begin() as tx:
        school = (await list_schools(tx, town.district))[0]
        head = await make_person(tx, Role.HEAD, town.district, school.id)
    shown = await town.chat.press(head, opens)
    assert [entry.split("\n")[0] for entry in listed(shown)] == [
        f"№ 1. Диагностика дефицитов ({school.name} · до 15 октября)",
        f"№ 3. Курсы ({school.name})",
    ]
    schools = await town.chat.press(head, shown.presses["Школа"])
    assert list(schools.presses)[:-2] == [f"{school.name} (2)"]


async def test_thirty_rows_cost_the_queries_of_one(sqlite_storage: Storage, tmp_path: Path) -> None:
    costs = []
    for number, total in enumerate((1, 30)):
        rows = [(str(i), f"Семинар {i}", "до 20 октября 2026", "ОО", "Журнал") for i in range(1, total + 1)]
        town, opens = await begin(sqlite_storage, tmp_path / str(number), *rows)
        with counted_queries(sqlite_storage) as seen:
            shown = await town.chat.press(town.coordinator, opens)
            await town.chat.press(town.coordinator, shown.presses["Школа"])
        costs.append(len(seen))
    assert costs[0] == costs[1]
    assert (f"Нашлось {2 * 30} задач" in shown.text, len(listed(shown))) == (True, 5)


async def test_a_page_goes_on_where_the_reader_stands(sqlite_storage: Storage, tmp_path: Path) -> None:
    """Tasks come and go between two presses; none is passed over, none is shown twice."""
    rows = [(str(i), f"Семинар {i}", "до 25 октября 2026", "РМК", "Журнал") for i in range(1, 14)]
    town, opens = await begin(sqlite_storage, tmp_path, *rows)
    page = await town.chat.press(town.coordinator, opens)

    async def press(label: str, shown: Shown) -> list[str]:
        nonlocal page
        page = await town.chat.press(town.coordinator, shown.presses[label])
        return [entry.removeprefix("№ ").split(".")[0] for entry in listed(page)]

    async def become(state: TaskState, *numbers: str) -> None:
        a, t = tables.activities.c, tables.tasks.c
        of_rows = select(a.id).where(a.number.in_(numbers))
        async with sqlite_storage.begin() as tx:
            change = update(tables.tasks).where(t.activity_id.in_(of_rows))
            await tx.execute(change.values(state=state.value))

    planned = await town.chat.press(town.coordinator, page.presses["Состояние"])
    assert await press("впереди (13)", planned) == ["1", "2", "3", "4", "5"]
    first = page
    await become(TaskState.ACCEPTED, "1", "2", "3")  # the list gets shorter before the page to come
    assert await press("Дальше →", first) == ["6", "7", "8", "9", "10"]
    second = page
    await become(TaskState.PLANNED, "2", "3")  # … and longer
    assert await press("Дальше →", second) == ["11", "12", "13"]
    third = page
    assert await press("← Назад", third) == ["6", "7", "8", "9", "10"]
    await become(TaskState.ACCEPTED, "6")  # by which the second page is known
    assert await press("Дальше →", first) == ["7", "8", "9", "10", "11"]
    assert await press("← Назад", page) == ["2", "3", "4", "5", "7"]  # the first page is a full one
    await become(TaskState.ACCEPTED, "10", "11", "12", "13")  # nothing is left where the third page began
    assert await press("Дальше →", second) == ["4", "5", "7", "8", "9"]
    assert "Дальше →" not in page.presses


async def test_a_card_leads_back_to_the_page_one_came_from(sqlite_storage: Storage, tmp_path: Path) -> None:
    many = [(str(i), f"Семинар {i}", "до 20 октября 2026", "РМК", "Журнал") for i in range(1, 12)]
    town, opens = await begin(sqlite_storage, tmp_path, *many)
    who = town.coordinator
    months = await town.chat.press(who, (await town.chat.press(who, opens)).presses["Месяц"])
    first = await town.chat.press(who, months.presses["октябрь 2026 (11)"])
    second = await town.chat.press(who, first.presses["Дальше →"])
    card = await town.chat.press(who, second.presses["№ 7 · до 20 октября"])
    history = await town.chat.press(who, card.presses["История"])
    again = await town.chat.press(who, history.presses["К задаче"])  # however far one goes from it
    back = await town.chat.press(who, again.presses["Назад к отбору"])
    assert (back.text, back.rows) == (second.text, second.rows)
    assert "Месяц: октябрь 2026" in back.text
    assert "Снять отбор" in back.presses
