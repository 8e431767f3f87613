"""A plan as a whole: its launch undone, carried into the next year, put away; and a school's own."""

from __future__ import annotations

from datetime import UTC, date, datetime
from pathlib import Path

from sqlalchemy import func, insert, select

from bot.domain.people import Role
from handlers.conversations import CONVERSATIONS
from storage import Storage, tables
from storage.districts import list_schools
from storage.outbox import add_notice
from tests.factories import NOW, Chat, Shown, make_person, show
from tests.handlers.road_maps import SCHOOLS, Town, launched, make_town, road_map

ROWS = (
    ("1", "Диагностика дефицитов", "до 15.10.2026", "ОО", "Справка за 2026 год"),
    ("2", "Совет директоров", "последняя пятница октября 2026 г.", "Муниципальный координатор", "Протокол"),
    ("3", "Разбор работ учеников", "ежемесячно", "РМК", "Протокол"),
    ("4", "Итоги года", "до 15.05.2027", "ОО", "Доклад"),
    ("5", "Встреча с родителями", "в мае, ориентировочно после 15.05.2027", "ОО", "Протокол"),
)
NEXT_AUTUMN = datetime(2027, 9, 2, 9, tzinfo=UTC)


async def numbers(storage: Storage) -> dict[str, int]:
    """How many rows each table has that a launch fills."""
    names = ("tasks", "task_history", "snoozes", "outbox", "plan_versions")
    async with storage.read() as tx:
        found = {}
        for name in names:
            table = tables.metadata.tables[name]
            found[name] = int((await tx.execute(select(func.count()).select_from(table))).scalar_one())
        return found


async def press(town: Town, value: str) -> Shown:
    shown = await town.chat.press(town.coordinator, value)
    show(shown.screen, "en")  # the other catalogue has every word too
    return shown


async def test_a_launch_is_undone_whole(sqlite_storage: Storage, tmp_path: Path) -> None:
    town = await make_town(sqlite_storage, tmp_path, *SCHOOLS)
    plan = await launched(sqlite_storage, town, *ROWS)
    first = await numbers(sqlite_storage)
    t = tables.tasks.c
    async with sqlite_storage.begin() as tx:
        task = (await tx.execute(select(t.id).order_by(t.id).limit(1))).scalar_one()
        person = town.coordinator.id
        await tx.execute(
            insert(tables.snoozes).values(person_id=person, task_id=task, until_on=date(2026, 9, 9))
        )
        for name, listed, confirming in (("only", [{"task": task}], 0), ("too", [{"task": task}], 2)):
            args = {"tasks": listed, "more": 0, "to_confirm": confirming, "digest": None, "news": []}
            await add_notice(tx, person_id=person, notice="morning", args=args, dedupe=name, due_at=NOW)
        other = f"corrected:{plan}1:2:1"  # of plan 11
        for news in ([f"corrected:{plan}:2:1"], [f"corrected:{plan}:3:1", other]):
            args = {"news": [{"notice": "plan-corrected", "args": {}, "dedupe": dedupe} for dedupe in news]}
            await add_notice(tx, person_id=person, notice="news", args=args, dedupe=news[0], due_at=NOW)
    menu = await press(town, f"steward:{plan}")
    assert menu.rows[:-2] == (
        ("Исправить план",),
        ("Кто проверяет отчёты",),
        ("История плана",),
        ("На следующий учебный год",),
        ("Отменить запуск",),
    )
    sure = await press(town, menu.presses["Отменить запуск"])
    undone = await press(town, sure.presses["Да, отменить запуск"])
    assert undone.text == f"Запуск отменён: {first['tasks']} задача убрана. План снова черновик."
    left = {"tasks": 0, "task_history": 0, "snoozes": 0, "outbox": 2, "plan_versions": 0}
    assert await numbers(sqlite_storage) == left
    o = tables.outbox.c
    async with sqlite_storage.read() as tx:
        left_over = (await tx.execute(select(o.dedupe, o.args).order_by(o.id))).all()
        assert [row.dedupe for row in left_over] == ["too", f"corrected:{plan}:3:1"]
        assert left_over[0].args["tasks"] == []
        assert [one["dedupe"] for one in left_over[1].args["news"]] == [other]
    again = await press(town, f"launch-undo-yes:{plan}")
    assert again.text == "Это меню устарело. Откройте свежее: кнопка ниже."
    for step in (f"plan-approve-all:{plan}", f"plan-launch:{plan}"):
        await press(town, step)
    assert (await numbers(sqlite_storage))["tasks"] == first["tasks"]


async def test_a_begun_report_forbids_it(sqlite_storage: Storage, tmp_path: Path) -> None:
    town = await make_town(sqlite_storage, tmp_path, *SCHOOLS)
    plan = await launched(sqlite_storage, town, *ROWS)
    before = await numbers(sqlite_storage)
    t = tables.tasks.c
    async with sqlite_storage.read() as tx:
        own = (await tx.execute(select(t.id).where(t.place == "c").limit(1))).scalar_one()
    await press(town, f"report:{own}")
    refused = await press(town, f"launch-undo-yes:{plan}")
    assert refused.text.startswith("Отменить запуск уже нельзя: по плану начаты отчёты.")
    assert "Отменить запуск" not in (await press(town, f"steward:{plan}")).presses
    assert await numbers(sqlite_storage) == before


async def test_the_next_year_is_a_draft_with_its_doubts(sqlite_storage: Storage, tmp_path: Path) -> None:
    town = await make_town(sqlite_storage, tmp_path, *SCHOOLS)
    plan = await launched(sqlite_storage, town, *ROWS)
    asked = await press(town, f"next-year:{plan}")
    assert asked.text.split("\n\n")[0] == (
        "<b>План следующего года</b>\nДорожная карта Берёзовского района на 2027-2028 учебный год\n"
        "Период: 1 сентября 2027 – 31 августа 2028"
    )
    await press(town, asked.presses["Перенести"])
    twice = await press(town, f"next-year-yes:{plan}")
    assert twice.text.startswith("План следующего года уже составлен")
    p, a, d = tables.plans.c, tables.activities.c, tables.doubts.c
    async with sqlite_storage.read() as tx:
        draft = (await tx.execute(select(p.id).where(p.follows_id == plan))).scalar_one()
        rows = (
            await tx.execute(
                select(a.number, a.deadline, a.evidence_kind).where(a.plan_id == draft).order_by(a.position)
            )
        ).all()
        doubts = (
            await tx.execute(
                select(a.number, d.code, d.fix)
                .join(tables.activities, a.id == d.activity_id)
                .where(d.plan_id == draft)
                .order_by(d.position)
            )
        ).all()
    shifted = [
        (row.number, row.deadline["phrase"], [window["end"] for window in row.deadline["windows"]])
        for row in rows
    ]
    assert shifted[:4] == [
        ("1", "до 15.10.2027", ["2027-10-15"]),
        ("2", "последняя пятница октября 2027 г.", ["2027-10-29"]),
        ("3", "ежемесячно", []),
        ("4", "до 15.05.2028", ["2028-05-15"]),
    ]
    assert [tuple(doubt) for doubt in doubts if doubt.number in "1234"] == [
        ("1", "year_in_words", {"field": "result", "value": "Справка за 2027 год"}),
    ]


async def test_an_old_plan_goes_into_the_archive_when_its_time_is_over(
    sqlite_storage: Storage, tmp_path: Path
) -> None:
    town = await make_town(sqlite_storage, tmp_path, *SCHOOLS)
    plan = await launched(sqlite_storage, town, *ROWS)
    early = await press(town, f"archive-yes:{plan}")
    assert early.text.startswith("План ещё идёт.")
    late = Chat(sqlite_storage, CONVERSATIONS, lambda: NEXT_AUTUMN, tmp_path)
    menu = await late.press(town.coordinator, f"steward:{plan}")
    sure = await late.press(town.coordinator, menu.presses["В архив"])
    await late.press(town.coordinator, sure.presses["Да, в архив"])
    tasks = await late.command(town.coordinator, "tasks")
    assert "Совет директоров" not in tasks.text
    t = tables.tasks.c
    async with sqlite_storage.read() as tx:
        own = (await tx.execute(select(t.id).where(t.place == "c").limit(1))).scalar_one()
    card = await late.press(town.coordinator, f"task:{own}")
    assert "Отчитаться" not in card.presses
    shown = await late.press(town.coordinator, f"plans-list:{town.district}:0")
    assert "в архиве" in shown.text
    row = await late.press(town.coordinator, f"plan:{plan}")
    assert "Строки плана" in row.presses


async def test_a_school_has_a_plan_of_its_own(sqlite_storage: Storage, tmp_path: Path) -> None:
    town = await make_town(sqlite_storage, tmp_path, *SCHOOLS)
    await launched(sqlite_storage, town, *ROWS)
    async with sqlite_storage.begin() as tx:
        school, neighbour = await list_schools(tx, town.district)
        head = await make_person(tx, Role.HEAD, town.district, school.id)
        deputy = await make_person(tx, Role.DEPUTY, town.district, school.id)
        other = await make_person(tx, Role.HEAD, town.district, neighbour.id)
    shown = await town.chat.press(deputy, f"plans:{town.district}")
    assert shown.text.startswith("<b>Дорожная карта Берёзовского района")
    plans = await town.chat.press(deputy, shown.presses["Все планы"])
    await town.chat.press(deputy, plans.presses["+ План школы"])
    rows = (
        ("1", "Педсовет", "до 20.10.2026", "ОО", "Протокол"),
        ("2", "Открытые уроки", "ноябрь 2026", "ШМО", "График"),
    )
    draft = await town.chat.send(deputy, "школа.txt", road_map(*rows))
    assert school.name in draft.text
    approved = await town.chat.press(deputy, draft.presses["Утвердить план"])
    if "Оставить всё и утвердить" in approved.presses:
        approved = await town.chat.press(deputy, approved.presses["Оставить всё и утвердить"])
    live = await town.chat.press(head, approved.presses["Запустить план"])
    assert live.text.startswith("<b>План запущен</b>: 2 задачи\n• для 1 школы")
    t, a, p = tables.tasks.c, tables.activities.c, tables.plans.c
    async with sqlite_storage.read() as tx:
        own = (await tx.execute(select(p.id, p.parent_id).where(p.school_id == school.id))).one()
        places = await tx.execute(
            select(t.place).join(tables.activities, a.id == t.activity_id).where(a.plan_id == own.id)
        )
        assert set(places.scalars()) == {f"s{school.id}"}
        assert own.parent_id is not None
    foreign = await town.chat.press(other, f"plan:{own.id}")
    assert foreign.text == "Вам это недоступно. Всё, что вы можете открыть, есть в меню."
    seen = await town.chat.press(town.coordinator, f"plans:{town.district}")
    assert seen.text.count("Дорожная карта Берёзовского района") == 2
    assert school.name in seen.text
