"""Meetings of a district and their decisions."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict, dataclass
from datetime import date, datetime
from typing import Any

from sqlalchemy import Select, func, insert, select, update

from bot.domain.meetings import Decision, Meeting, Question
from bot.domain.plan import PlanStatus
from storage.engine import Transaction
from storage.tables import activities, districts, meeting_decisions, meetings, plans

_M, _D = meetings.c, meeting_decisions.c


@dataclass(frozen=True, slots=True)
class TakenDecision:
    id: int
    decision: Decision
    plan: PlanStatus | None  # of the plan in which its row stands; None: in no plan, or no more


async def add_meeting(
    tx: Transaction,
    *,
    district_id: int,
    held_on: date,
    agenda: Sequence[Question],
    created_by: int,
    now: datetime,
) -> int:
    facts = {"district_id": district_id, "held_on": held_on, "agenda": [asdict(one) for one in agenda]}
    row = insert(meetings).values(**facts, created_by=created_by, created_at=now)
    return int((await tx.execute(row.returning(_M.id))).scalar_one())


async def get_meeting(tx: Transaction, meeting_id: int) -> Meeting | None:
    row = (await tx.execute(_query().where(_M.id == meeting_id))).first()
    return _to_meeting(row) if row else None


async def list_meetings(
    tx: Transaction, district_id: int, *, offset: int, limit: int
) -> tuple[list[Meeting], int]:
    """A page, the latest first, and how many there are."""
    there = _M.district_id == district_id
    total = await tx.execute(select(func.count()).select_from(meetings).where(there))
    page = _query().where(there).order_by(_M.held_on.desc(), _M.id.desc()).offset(offset).limit(limit)
    return [_to_meeting(row) for row in await tx.execute(page)], int(total.scalar_one())


async def add_decision(tx: Transaction, meeting_id: int, decision: Decision) -> None:
    await tx.execute(insert(meeting_decisions).values(meeting_id=meeting_id, **asdict(decision)))


async def list_decisions(tx: Transaction, meeting_id: int) -> list[TakenDecision]:
    """In the order in which they were taken."""
    a, words = activities.c, (_D.words, _D.deadline, _D.responsible)
    taken = (
        select(_D.id, plans.c.status, *words)
        .outerjoin(activities, (a.id == _D.activity_id) & a.removed_at.is_(None))
        .outerjoin(plans, plans.c.id == a.plan_id)
        .where(_D.meeting_id == meeting_id)
    )
    return [
        TakenDecision(decision_id, Decision(*said), PlanStatus(status) if status else None)
        for decision_id, status, *said in await tx.execute(taken.order_by(_D.id))
    ]


async def note_row(tx: Transaction, decision_id: int, activity_id: int) -> None:
    """The row of a plan that the decision became."""
    await tx.execute(update(meeting_decisions).where(_D.id == decision_id).values(activity_id=activity_id))


def _query() -> Select[*tuple[Any, ...]]:
    names = (districts.c.name.label("district"), _M.held_on, _M.agenda)
    return select(_M.id, _M.district_id, *names).join(districts, districts.c.id == _M.district_id)


def _to_meeting(row: Any) -> Meeting:
    agenda = tuple(Question(**one) for one in row.agenda)
    return Meeting(row.id, row.district_id, row.district, row.held_on, agenda)
