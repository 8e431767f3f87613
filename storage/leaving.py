"""What somebody holds at a place: memberships, reports begun, tasks given to them by name; and how it
passes to another."""

from __future__ import annotations

from collections.abc import Collection
from datetime import datetime

from sqlalchemy import ColumnElement, delete, func, select, update

from bot.domain.access import Place
from bot.domain.hands import Standing
from bot.domain.people import Role
from bot.domain.tasks import UNFINISHED
from storage.engine import Transaction
from storage.hands import replace_standing, set_standing
from storage.tables import evidence, memberships, reports, task_hands, tasks


async def count_drafts(tx: Transaction, person_ids: Collection[int], place: Place) -> dict[int, int]:
    """Person → how many reports they have begun there; those without any are absent."""
    r = reports.c
    rows = await tx.execute(
        select(r.person_id, func.count())
        .join(tasks, tasks.c.id == r.task_id)
        .where(r.person_id.in_(person_ids), r.sent_at.is_(None), _at(tasks.c, place))
        .group_by(r.person_id)
    )
    return {person_id: int(n) for person_id, n in rows}


async def give_drafts(tx: Transaction, giver_id: int, taker_id: int, place: Place) -> int:
    """The reports begun become the taker's; how many. Where the taker has begun one, theirs stays."""
    r, theirs = reports.c, reports.alias("theirs")
    own = select(theirs.c.task_id).where(theirs.c.person_id == taker_id, theirs.c.sent_at.is_(None))
    there = select(tasks.c.id).where(_at(tasks.c, place))
    given = (r.person_id == giver_id, r.sent_at.is_(None), r.task_id.in_(there))
    double = select(r.id).where(*given, r.task_id.in_(own))
    await tx.execute(delete(evidence).where(evidence.c.report_id.in_(double)))
    await tx.execute(delete(reports).where(*given, r.task_id.in_(own)))
    done = await tx.execute(update(reports).where(*given).values(person_id=taker_id))
    return int(done.rowcount)


async def count_given(tx: Transaction, person_ids: Collection[int], place: Place) -> dict[int, int]:
    """Person → how many unfinished tasks there are theirs by name; those without any are absent."""
    h = task_hands.c
    rows = await tx.execute(
        select(h.person_id, func.count())
        .join(tasks, tasks.c.id == h.task_id)
        .where(h.person_id.in_(person_ids), *_given_there(place))
        .group_by(h.person_id)
    )
    return {person_id: int(n) for person_id, n in rows}


async def give_hands(tx: Transaction, giver_id: int, taker_id: int, place: Place, *, now: datetime) -> None:
    """What was the giver's by name is the taker's, whatever they had said of it before."""
    h = task_hands.c
    there = select(h.task_id).join(tasks, tasks.c.id == h.task_id).where(*_given_there(place))
    rows = await tx.execute(there.where(h.person_id == giver_id))
    for (task_id,) in rows.all():
        await set_standing(tx, task_id=task_id, person_id=taker_id, standing=Standing.GIVEN, now=now)
        await replace_standing(tx, task_id=task_id, person_id=giver_id, before=Standing.GIVEN, after=None)


async def end_memberships(tx: Transaction, person_id: int, place: Place, roles: Collection[Role]) -> None:
    m = memberships.c
    held = (m.person_id == person_id, m.role.in_([role.value for role in roles]), _at(m, place))
    await tx.execute(delete(memberships).where(*held))


def _given_there(place: Place) -> tuple[ColumnElement[bool], ...]:
    unfinished = tasks.c.state.in_([state.value for state in UNFINISHED])
    return (task_hands.c.standing == Standing.GIVEN.value, unfinished, _at(tasks.c, place))


def _at(columns: object, place: Place) -> ColumnElement[bool]:
    """Rows of tasks or memberships that belong to this very school or body."""
    found: ColumnElement[bool] = (
        columns.school_id == place.school_id  # type: ignore[attr-defined]
        if place.school_id
        else columns.organisation_id == place.organisation_id  # type: ignore[attr-defined]
    )
    return found
