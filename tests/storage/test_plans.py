"""A draft goes in whole and in order, by few statements; its tasks come once."""

from __future__ import annotations

from datetime import date, timedelta

from sqlalchemy import event, func, select

from bot.domain.binding import Assignee, Binding, Target
from bot.domain.deadlines import Deadline, DeadlineKind, Window
from bot.domain.fan_out import NewTask, Occurrence
from bot.domain.people import Role
from bot.domain.plan import (
    Doubt,
    DraftActivity,
    DraftPlan,
    Fix,
    FixField,
    Heading,
    Party,
    PartyKind,
    Period,
    PlanColumn,
    PlanStatus,
    Source,
)
from bot.domain.tasks import TaskState
from storage import Storage, Transaction, doubts, drafts, fan_out, parties, plan_status, plans, tables
from storage.districts import District
from tests.factories import NOW, ZONE, make_district, make_person

COLUMNS = (Heading(PlanColumn.RESULT, "Выход"), Heading(PlanColumn.TITLE, "Дело"))
BY = Deadline("до 15 марта 2027", DeadlineKind.BY, (Window(None, date(2027, 3, 15), "1 этап"),))
METHOD, SCHOOLS = Party("РМК", PartyKind.ORGANISATION), Party("ОО", PartyKind.SCHOOLS)


def draft(rows: int) -> DraftPlan:
    activities = tuple(
        DraftActivity(
            number=f"1.{i}",
            title=f"Дело {i}",
            section="" if i == 0 else f"Раздел {i % 3}",
            problem="",
            result="Справка",
            responsible_text="РМК, ОО",
            parties=(METHOD, SCHOOLS),
            deadline=BY._replace(doubts=("year_assumed",)),
            source=Source(0, (i, i + 1)),
        )
        for i in range(rows)
    )
    fixes = (None, Fix(FixField.NUMBER, "1.9"))
    found = tuple(Doubt("year_assumed", i, f"{i}", fixes[i % 2]) for i in range(rows))
    sections = ("Раздел 1", "Раздел 2", "Раздел 0", "Пустой раздел")
    return DraftPlan(
        "План", Period(date(2026, 9, 1), None), sections, activities, found, ("обрывок",), COLUMNS
    )


async def add(tx: Transaction, district_id: int, person_id: int, plan: DraftPlan) -> int | None:
    ids = await parties.remember_parties(tx, district_id, {"рмк": METHOD, "оо": SCHOOLS})
    return await drafts.add_plan(
        tx,
        plan,
        district_id=district_id,
        file_name="plan.txt",
        parties={"РМК": ids["рмк"], "ОО": ids["оо"]},
        created_by=person_id,
        now=NOW,
    )


async def place(tx: Transaction) -> tuple[int, int]:
    district = await make_district(tx)
    return district, (await make_person(tx, Role.COORDINATOR, district)).id


async def test_a_draft_is_found_again_as_it_was(storage: Storage) -> None:
    async with storage.begin() as tx:
        district, person = await place(tx)
        plan_id = await add(tx, district, person, draft(7))
        assert plan_id is not None
        plan = await plans.get_plan(tx, plan_id)
        sections = [s.title for s in await plans.list_sections(tx, plan_id)]
        rows = await plans.list_activities(tx, plan_id)
        found = await doubts.list_doubts(tx, plan_id)
        uses = await parties.list_uses(tx, plan_id)
    assert plan == plans.Plan(
        id=plan_id,
        district_id=district,
        school_id=None,
        school="",
        parent_id=None,
        corrects_id=None,
        follows_id=None,
        status=PlanStatus.DRAFT,
        title="План",
        period=Period(date(2026, 9, 1), None),
        unread=("обрывок",),
        columns=COLUMNS,
        approved_at=None,
        head_confirms=True,
        coordinator_accepts=True,
        proof_required=False,
    )
    assert sections == ["", "Раздел 1", "Раздел 2", "Раздел 0", "Пустой раздел"]
    assert [(r.position, r.number, r.section, r.deadline) for r in rows] == [
        (i, f"1.{i}", "" if i == 0 else f"Раздел {i % 3}", BY._replace(doubts=("year_assumed",)))
        for i in range(7)
    ]
    assert [(d.activity_id, d.message, d.fix) for d in found] == [
        (r.id, f"{i}", Fix(FixField.NUMBER, "1.9") if i % 2 else None) for i, r in enumerate(rows)
    ]
    assert [(u.party.text, u.rows, u.numbers[:2]) for u in uses] == [
        ("РМК", 7, ("1.0", "1.1")),
        ("ОО", 7, ("1.0", "1.1")),
    ]


async def test_sixty_rows_cost_as_many_statements_as_one(storage: Storage) -> None:
    statements: list[str] = []
    event.listen(
        storage.engine.sync_engine, "before_cursor_execute", lambda *args: statements.append(args[2])
    )
    costs = []
    for rows in (1, 60):
        async with storage.begin() as tx:
            district, person = await place(tx)
            statements.clear()
            await add(tx, district, person, draft(rows))
            costs.append(len(statements))
    assert costs == [9, 9]


async def test_a_live_plan_is_not_discarded(storage: Storage) -> None:
    async with storage.begin() as tx:
        district, person = await place(tx)
        plan_id = await add(tx, district, person, draft(2))
        assert plan_id is not None
        assert [await plan_status.approve(tx, plan_id, person_id=person, now=NOW) for _ in range(2)] == [
            True,
            False,
        ]
        assert [await plan_status.set_live(tx, plan_id) for _ in range(2)] == [True, False]
        assert await drafts.discard(tx, plan_id) is False
        assert len(await plans.list_activities(tx, plan_id)) == 2


async def test_bindings_come_in_the_order_of_the_row(storage: Storage) -> None:
    async with storage.begin() as tx:
        district, person = await place(tx)
        plan_id = await add(tx, district, person, draft(1))
        assert plan_id is not None
        ids = await parties.remember_parties(tx, district, {"рмк": METHOD, "оо": SCHOOLS})
        assert await parties.count_unbound(tx, plan_id) == 2
        await parties.bind(tx, {ids["оо"]: Binding(Target.EVERY_SCHOOL), ids["рмк"]: Binding(Target.NOBODY)})
        (row,) = await plans.list_activities(tx, plan_id)
        bound = await parties.list_bindings(tx, plan_id)
        assert bound == {row.id: [Binding(Target.NOBODY), Binding(Target.EVERY_SCHOOL)]}
        assert await parties.count_unbound(tx, plan_id) == 0


async def test_tasks_are_added_once_each_with_one_line_of_history(storage: Storage) -> None:
    async with storage.begin() as tx:
        district, person = await place(tx)
        plan_id = await add(tx, district, person, draft(1))
        assert plan_id is not None
        (row,) = await plans.list_activities(tx, plan_id)
        where = District(district, "", ZONE, 8)
        dated = [NewTask(row.id, Occurrence(i, "", None, date(2027, 3, 1 + i)), Assignee()) for i in range(3)]
        waiting = NewTask(row.id, Occurrence(3), Assignee())
        later = NOW + timedelta(days=1)
        first = await fan_out.add_tasks(tx, where, dated, person_id=person, now=NOW)
        second = await fan_out.add_tasks(tx, where, [*dated, waiting], person_id=person, now=later)
        h, t = tables.task_history.c, tables.tasks.c
        lines = select(t.occurrence, t.state, h.at, h.person_id, h.move, h.from_state, h.to_state)
        found = (await tx.execute(lines.join(tables.task_history, h.task_id == t.id).order_by(h.id))).all()
        total = (await tx.execute(select(func.count()).select_from(tables.tasks))).scalar_one()
    assert (first, second, total) == (3, 1, 4)
    assert [tuple(line) for line in found] == [
        *((i, TaskState.PLANNED, NOW, person, "create", None, TaskState.PLANNED) for i in range(3)),
        (3, TaskState.WAITING, later, person, "create", None, TaskState.WAITING),
    ]
