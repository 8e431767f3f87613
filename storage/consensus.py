"""Consensus meetings of schools: members' ratings, and what was agreed."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Select, delete, select, update

from bot.domain.risk import Level
from storage.engine import Transaction
from storage.tables import consensus_levels, consensus_meetings, consensus_ratings
from storage.upsert import upsert


@dataclass(frozen=True, slots=True)
class Meeting:
    id: int
    school_id: int
    opened_by: int
    opened_at: datetime
    closed_at: datetime | None

    @property
    def is_closed(self) -> bool:
        return self.closed_at is not None


@dataclass(frozen=True, slots=True)
class Agreed:
    level: Level | None  # None: only noted yet
    note: str


async def open_meeting(tx: Transaction, school_id: int, *, opened_by: int, now: datetime) -> int | None:
    """The new meeting's id; None where one is under way."""
    c = consensus_meetings.c
    row = {"school_id": school_id, "opened_by": opened_by, "opened_at": now}
    statement = upsert(tx, consensus_meetings).values(**row).on_conflict_do_nothing().returning(c.id)
    opened: int | None = (await tx.execute(statement)).scalar_one_or_none()
    return opened


async def get_meeting(tx: Transaction, meeting_id: int) -> Meeting | None:
    row = (await tx.execute(_meeting().where(consensus_meetings.c.id == meeting_id))).first()
    return Meeting(*row) if row else None


async def get_latest(tx: Transaction, school_id: int) -> Meeting | None:
    c = consensus_meetings.c
    row = (
        await tx.execute(_meeting().where(c.school_id == school_id).order_by(c.id.desc()).limit(1))
    ).first()
    return Meeting(*row) if row else None


def _meeting() -> Select[int, int, int, datetime, datetime | None]:
    c = consensus_meetings.c
    return select(c.id, c.school_id, c.opened_by, c.opened_at, c.closed_at)


async def close_meeting(tx: Transaction, meeting_id: int, *, now: datetime) -> bool:
    """False where it was closed already."""
    c = consensus_meetings.c
    closing = update(consensus_meetings).where(c.id == meeting_id, c.closed_at.is_(None))
    return (await tx.execute(closing.values(closed_at=now))).rowcount == 1


async def set_rating(
    tx: Transaction, meeting_id: int, person_id: int, factor: int, level: Level | None
) -> None:
    """None takes the rating back."""
    key = {"meeting_id": meeting_id, "person_id": person_id, "factor": factor}
    if level is None:
        r = consensus_ratings.c
        mine = (r.meeting_id == meeting_id, r.person_id == person_id, r.factor == factor)
        await tx.execute(delete(consensus_ratings).where(*mine))
        return
    statement = upsert(tx, consensus_ratings).values(**key, level=level.value)
    await tx.execute(statement.on_conflict_do_update(index_elements=list(key), set_={"level": level.value}))


async def list_ratings(tx: Transaction, meeting_id: int) -> dict[int, dict[int, Level]]:
    """Person → factor → level."""
    r = consensus_ratings.c
    found: dict[int, dict[int, Level]] = {}
    for row in await tx.execute(select(r.person_id, r.factor, r.level).where(r.meeting_id == meeting_id)):
        found.setdefault(row.person_id, {})[row.factor] = Level(row.level)
    return found


async def list_agreed(tx: Transaction, meeting_id: int) -> dict[int, Agreed]:
    """By factor."""
    a = consensus_levels.c
    rows = await tx.execute(select(a.factor, a.level, a.note).where(a.meeting_id == meeting_id))
    return {row.factor: Agreed(Level(row.level) if row.level else None, row.note) for row in rows}


async def set_agreed(
    tx: Transaction, meeting_id: int, factor: int, agreed: Agreed, *, person_id: int, now: datetime
) -> None:
    key = {"meeting_id": meeting_id, "factor": factor}
    level = agreed.level.value if agreed.level else None
    values = {"level": level, "note": agreed.note, "person_id": person_id, "at": now}
    statement = upsert(tx, consensus_levels).values(**key, **values)
    await tx.execute(statement.on_conflict_do_update(index_elements=list(key), set_=values))
