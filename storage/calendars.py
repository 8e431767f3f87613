"""Deadlines for calendar programs, and the addresses at which they ask for them."""

from __future__ import annotations

import hashlib
import secrets
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, delete, func, insert, select

from bot.domain.calendar import CalendarEntry
from bot.domain.tasks import DONE, Duties, Move, TaskState
from storage.engine import Transaction
from storage.tables import (
    activities,
    calendar_links,
    organisations,
    people,
    plans,
    schools,
    task_history,
    tasks,
)
from storage.tasks import IN_LIVE_PLAN, belongs_to

_T, _L = tasks.c, calendar_links.c
_MOVES_DAYS = (Move.SCHEDULE, Move.RESCHEDULE, Move.UNSCHEDULE, Move.WITHDRAW)


@dataclass(frozen=True, slots=True)
class CalendarLink:
    account_id: int  # of the person who made it
    school_id: int | None  # None: the person's own tasks


async def list_duties(tx: Transaction, duties: Duties) -> list[CalendarEntry]:
    """What a person is to do, with a last day."""
    return await _list(tx, belongs_to(duties))


async def list_of_school(tx: Transaction, school_id: int) -> list[CalendarEntry]:
    return await _list(tx, _T.school_id == school_id)


async def _list(tx: Transaction, whose: ColumnElement[bool]) -> list[CalendarEntry]:
    h, a = task_history.c, activities.c
    moved = h.move.in_([move.value for move in _MOVES_DAYS])
    changes = select(func.count()).where(h.task_id == _T.id, moved).scalar_subquery()
    name = func.coalesce(schools.c.name, organisations.c.name, "")
    rows = await tx.execute(
        select(
            _T.id.label("task_id"),
            changes.label("sequence"),
            _T.changed_at,
            a.number,
            a.title,
            _T.label,
            a.result,
            name.label("responsible"),
            _T.window_start,
            _T.window_end.label("last_day"),
            _T.state,
        )
        .join(activities, a.id == _T.activity_id)
        .join(plans, plans.c.id == a.plan_id)
        .outerjoin(schools, schools.c.id == _T.school_id)
        .outerjoin(organisations, organisations.c.id == _T.organisation_id)
        .where(whose, IN_LIVE_PLAN, _T.window_end.is_not(None))
        .order_by(_T.window_end, a.position, _T.id)
    )
    return [_entry(**row._asdict()) for row in rows]


def _entry(state: str, **facts: Any) -> CalendarEntry:
    found = TaskState(state)
    return CalendarEntry(**facts, done=found in DONE, withdrawn=found is TaskState.WITHDRAWN)


async def add_link(tx: Transaction, *, person_id: int, school_id: int | None, now: datetime) -> str:
    """A fresh address in place of the one before; its token, which is shown once and never stored."""
    await remove_link(tx, person_id=person_id, school_id=school_id)
    token = secrets.token_urlsafe(32)
    values = {"token_hash": _hash(token), "person_id": person_id, "school_id": school_id, "created_at": now}
    await tx.execute(insert(calendar_links).values(values))
    return token


async def remove_link(tx: Transaction, *, person_id: int, school_id: int | None) -> bool:
    """End the address; False where there was none."""
    gone = await tx.execute(delete(calendar_links).where(_whose(person_id, school_id)))
    return bool(gone.rowcount)


async def has_link(tx: Transaction, *, person_id: int, school_id: int | None) -> bool:
    found = await tx.execute(select(_L.id).where(_whose(person_id, school_id)))
    return found.first() is not None


async def find_link(tx: Transaction, token: str) -> CalendarLink | None:
    """Whose deadlines stand behind an address."""
    query = select(people.c.account_id, _L.school_id).join(people, people.c.id == _L.person_id)
    row = (await tx.execute(query.where(_L.token_hash == _hash(token)))).first()
    return CalendarLink(row.account_id, row.school_id) if row else None


def _whose(person_id: int, school_id: int | None) -> ColumnElement[bool]:
    of_school = _L.school_id.is_(None) if school_id is None else _L.school_id == school_id
    return (_L.person_id == person_id) & of_school


def _hash(token: str) -> str:
    return hashlib.sha256(token.encode()).hexdigest()
