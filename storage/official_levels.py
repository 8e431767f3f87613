"""The levels of a school's official risk profile, as its people typed them in."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import delete, select

from bot.domain.risk import Level
from storage.engine import Transaction
from storage.tables import official_levels
from storage.upsert import upsert


async def list_official_levels(tx: Transaction, school_id: int) -> dict[int, Level]:
    """By factor; those that nobody typed in are absent."""
    o = official_levels.c
    rows = await tx.execute(select(o.factor, o.level).where(o.school_id == school_id))
    return {row.factor: Level(row.level) for row in rows}


async def set_official_level(
    tx: Transaction, school_id: int, factor: int, level: Level | None, *, person_id: int, now: datetime
) -> None:
    """None: the official profile does not name the factor."""
    o = official_levels.c
    if level is None:
        await tx.execute(delete(official_levels).where(o.school_id == school_id, o.factor == factor))
        return
    row = {"school_id": school_id, "factor": factor}
    values = {"level": level.value, "person_id": person_id, "at": now}
    statement = upsert(tx, official_levels).values(**row, **values)
    await tx.execute(statement.on_conflict_do_update(index_elements=list(row), set_=values))
