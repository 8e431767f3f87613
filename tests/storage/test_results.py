"""Figures of targets, registers of meetings and scores, on both engines."""

from __future__ import annotations

from decimal import Decimal

import pytest
from sqlalchemy.exc import IntegrityError

from bot.domain.access import Place
from bot.domain.assessment import Half, Score
from bot.domain.attendance import Attendee
from bot.domain.people import Role
from storage import Storage, Transaction, attendance, scores, targets
from storage.targets import FigureKey, Point
from storage.tasks import get_task
from tests.factories import NOW, make_district, make_person, make_school, make_task


async def test_the_last_figure_counts(storage: Storage) -> None:
    async with storage.begin() as tx:
        district = await make_district(tx)
        school = await make_school(tx, district, "Школа")
        person = await make_person(tx, Role.HEAD, district, school)
    task_id = await make_task(storage, district, school_id=school)
    async with storage.begin() as tx:
        task = await get_task(tx, task_id)
        assert task is not None
        key = FigureKey(task.activity_id, school, "цель", Point.VALUE)
        for figure in (Decimal(3), Decimal("12.5")):
            await targets.set_figure(tx, key, figure, person_id=person.id, now=NOW)
        for people in (20, 25):
            await targets.set_headcount(tx, school, "учителей", people, person_id=person.id, now=NOW)
        assert await targets.list_figures(tx, [task.activity_id]) == {key: Decimal("12.5")}
        assert await targets.list_headcounts(tx, [school]) == {(school, "учителей"): 25}


async def open_event(tx: Transaction, district: int, person_id: int, code: str, token: str) -> int:
    return await attendance.add_event(
        tx,
        place=Place(district),
        activity_id=None,
        title="Семинар",
        held_on=NOW.date(),
        code=code,
        token=token,
        person_id=person_id,
        now=NOW,
    )


async def test_a_register_knows_everybody_once(storage: Storage) -> None:
    async with storage.begin() as tx:
        district = await make_district(tx)
        school = await make_school(tx, district, "Школа")
        person = await make_person(tx, Role.TEACHER, district, school)
        event = await open_event(tx, district, person.id, "весна 12", "a")
        for _ in range(2):
            await attendance.mark_present(tx, event, person.id, person.memberships[0], now=NOW)
        assert await attendance.list_attendees(tx, event) == [Attendee(person.name, Role.TEACHER, "Школа")]
        found = await attendance.get_open_event(tx, [district], "весна 12")
        assert found is not None
        assert (found.id, found.present) == (event, 1)
        await attendance.set_closed(tx, event, NOW, found.code)
        await open_event(tx, district, person.id, "весна 12", "b")
    with pytest.raises(IntegrityError):
        async with storage.begin() as tx:
            await open_event(tx, district, person.id, "весна 12", "c")


async def test_scores_are_replaced_class_by_class(storage: Storage) -> None:
    half = Half(2026, 1)
    first = [Score("7А", "История", 56), Score("7А", "История", 58), Score("7А", "Химия", 70)]
    async with storage.begin() as tx:
        district = await make_district(tx)
        school = await make_school(tx, district, "Школа")
        person = await make_person(tx, Role.HEAD, district, school)
        for added in (first, [Score("7А", "История", 61)]):
            await scores.replace_scores(tx, school, half, added, person_id=person.id, now=NOW)
        assert await scores.list_scores(tx, district, [half, half.before]) == {
            (school, half): (Score("7А", "Химия", 70), Score("7А", "История", 61))
        }
