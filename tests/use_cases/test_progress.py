from __future__ import annotations

from datetime import date

import pytest
from sqlalchemy import event, insert, select, update

from bot.domain.errors import Forbidden
from bot.domain.local_time import day_ends
from bot.domain.people import Role
from bot.domain.progress import Tally
from bot.domain.tasks import TaskState
from bot.use_cases.progress import see_progress, see_terms
from storage import Storage
from storage.districts import ensure_organisation
from storage.tables import activities, plans, reports, sections, tasks
from tests.factories import NOW, ZONE, make_district, make_person, make_school, make_task

PAST, TODAY = date(2026, 8, 31), NOW.date()


async def put_into_section(storage: Storage, title: str, position: int, *task_ids: int) -> None:
    async with storage.begin() as tx:
        plan_id = (await tx.execute(select(plans.c.id))).scalar_one()
        section = insert(sections).values(plan_id=plan_id, position=position, title=title)
        section_id = (await tx.execute(section.returning(sections.c.id))).scalar_one()
        of_tasks = select(tasks.c.activity_id).where(tasks.c.id.in_(task_ids))
        await tx.execute(
            update(activities).where(activities.c.id.in_(of_tasks)).values(section_id=section_id)
        )


async def test_tasks_are_counted_by_section_school_and_body(storage: Storage) -> None:
    async with storage.begin() as tx:
        district = await make_district(tx)
        tenth = await make_school(tx, district, "Школа № 10")
        second = await make_school(tx, district, "Школа № 2")
        office = await ensure_organisation(tx, district, "РМК")
        coordinator = await make_person(tx, Role.COORDINATOR, district)
        deputy = await make_person(tx, Role.DEPUTY, district, second)
    done = await make_task(storage, district, school_id=tenth, state=TaskState.ACCEPTED, end=PAST)
    late = await make_task(storage, district, school_id=second, state=TaskState.OPEN, end=PAST)
    today = await make_task(storage, district, school_id=second, state=TaskState.RETURNED, end=TODAY)
    filed = await make_task(storage, district, organisation_id=office, state=TaskState.REPORTED, end=PAST)
    await make_task(storage, district, state=TaskState.WAITING)
    await put_into_section(storage, "Кадры", 1, filed, late)
    await put_into_section(storage, "Диагностика", 0, done, today)
    async with storage.read() as tx:
        report = await see_progress(tx, coordinator, district, now=NOW)
        own = await see_progress(tx, deputy, district, now=NOW)
        midnight = await see_progress(tx, deputy, district, now=day_ends(TODAY, ZONE))
    assert report.sight.schools is None
    assert report.progress.total == Tally(done=1, reported=1, open=1, overdue=1, waiting=1)
    assert list(report.progress.by_section.items()) == [
        ("Диагностика", Tally(done=1, open=1)),
        ("Кадры", Tally(reported=1, overdue=1)),
        ("", Tally(waiting=1)),
    ]
    assert list(report.progress.by_school.items()) == [
        ("Школа № 2", Tally(open=1, overdue=1)),
        ("Школа № 10", Tally(done=1)),
    ]
    assert report.progress.by_organisation == {"": Tally(waiting=1), "РМК": Tally(reported=1)}
    assert [school.name for school in own.sight.schools or ()] == ["Школа № 2"]
    assert own.progress.total == Tally(open=1, overdue=1)
    assert midnight.progress.total == Tally(overdue=2)


async def test_thirty_tasks_cost_as_many_queries_as_one(sqlite_storage: Storage) -> None:
    async with sqlite_storage.begin() as tx:
        district = await make_district(tx)
        school = await make_school(tx, district, "Школа № 1")
        head = await make_person(tx, Role.HEAD, district, school)
    asked: list[str] = []
    event.listen(
        sqlite_storage.engine.sync_engine, "before_cursor_execute", lambda *args: asked.append(args[2])
    )
    costs = []
    for new in (1, 29):
        for _ in range(new):
            await make_task(sqlite_storage, district, school_id=school)
        asked.clear()
        async with sqlite_storage.read() as tx:
            report = await see_progress(tx, head, district, now=NOW)
            costs.append((report.progress.total.total, len(asked)))
            asked.clear()
            terms = await see_terms(tx, head, district, now=NOW)
            costs.append((len(terms.tasks), len(asked)))
    assert costs == [(1, 5), (1, 4), (30, 5), (30, 4)]  # BEGIN among them


@pytest.mark.parametrize("role", [Role.METHODIST, Role.TEACHER])
async def test_progress_is_for_those_who_answer_for_it(sqlite_storage: Storage, role: Role) -> None:
    async with sqlite_storage.begin() as tx:
        district, elsewhere = await make_district(tx), await make_district(tx, "Другой район")
        school = await make_school(tx, district, "Школа № 1")
        outsider = await make_person(tx, role, district, school)
        stranger = await make_person(tx, Role.COORDINATOR, elsewhere)
        for person, place in ((outsider, district), (stranger, district), (stranger, elsewhere + 1)):
            with pytest.raises(Forbidden):
                await see_progress(tx, person, place, now=NOW)


async def test_the_newest_sent_report_decides_whether_it_was_done(storage: Storage) -> None:
    async with storage.begin() as tx:
        district = await make_district(tx)
        coordinator = await make_person(tx, Role.COORDINATOR, district)
    task = await make_task(storage, district, state=TaskState.ACCEPTED, end=PAST)
    filed = {"task_id": task, "person_id": coordinator.id, "words": "", "touched_at": NOW, "step": "review"}
    versions = [("done", 1, NOW), ("not_done", 2, NOW), ("done", None, None)]  # the last is only a draft
    async with storage.begin() as tx:
        for outcome, version, sent_at in versions:
            row = {"outcome": outcome, "version": version, "sent_at": sent_at}
            await tx.execute(insert(reports).values(**filed, **row))
        report = await see_progress(tx, coordinator, district, now=NOW)
    assert report.progress.total == Tally(partly=1)
