"""When each person has chosen to be written to."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from datetime import date
from typing import Any

from sqlalchemy import ColumnElement, Row, select, update

from bot.domain.rhythm import Habits
from storage.engine import Transaction
from storage.tables import people

HABITS: tuple[ColumnElement[Any], ...] = (
    people.c.morning_hour.label("own_hour"),
    people.c.morning_days,
    people.c.paused_until,
)


def habits_from(row: Row[*tuple[Any, ...]]) -> Habits:
    return Habits(row.own_hour, frozenset(map(int, row.morning_days)), row.paused_until)


async def get_habits(tx: Transaction, person_id: int) -> Habits:
    return habits_from((await tx.execute(select(*HABITS).where(people.c.id == person_id))).one())


async def set_habits(tx: Transaction, person_id: int, habits: Habits) -> None:
    values = {
        "morning_hour": habits.hour,
        "morning_days": "".join(map(str, sorted(habits.weekdays))),
        "paused_until": habits.paused_until,
    }
    await tx.execute(update(people).where(people.c.id == person_id).values(values))


async def list_leaves(tx: Transaction, person_ids: Collection[int]) -> Mapping[int, date]:
    """Person → the day until which they asked not to be written to, be it over or not."""
    p = people.c
    rows = await tx.execute(
        select(p.id, p.paused_until).where(p.id.in_(person_ids), p.paused_until.is_not(None))
    )
    return {person: day for person, day in rows if day}
