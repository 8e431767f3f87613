"""A district's own days off, beside Sundays and the holidays of the law."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date

from sqlalchemy import delete, insert, not_, select, update

from bot.domain.days_off import Break
from storage.engine import Transaction
from storage.tables import days_off, districts


@dataclass(frozen=True, slots=True)
class StoredBreak:
    id: int
    district_id: int
    period: Break


_BREAK = select(
    days_off.c.id, days_off.c.district_id, days_off.c.first_on, days_off.c.last_on, days_off.c.name
).order_by(days_off.c.first_on, days_off.c.id)


async def list_breaks(
    tx: Transaction, district_ids: Collection[int], *, since: date
) -> Mapping[int, list[Break]]:
    """District → its days off that are not over by ``since``."""
    found: dict[int, list[Break]] = defaultdict(list)
    for stored in await list_stored_breaks(tx, district_ids, since=since):
        found[stored.district_id].append(stored.period)
    return found


async def list_stored_breaks(
    tx: Transaction, district_ids: Collection[int], *, since: date
) -> list[StoredBreak]:
    d = days_off.c
    rows = await tx.execute(_BREAK.where(d.district_id.in_(district_ids), d.last_on >= since))
    return [StoredBreak(id, district, Break(*period)) for id, district, *period in rows]


async def get_break(tx: Transaction, break_id: int) -> StoredBreak | None:
    row = (await tx.execute(_BREAK.where(days_off.c.id == break_id))).first()
    return StoredBreak(row.id, row.district_id, Break(row.first_on, row.last_on, row.name)) if row else None


async def add_break(tx: Transaction, district_id: int, period: Break) -> int:
    values = {"first_on": period.first_on, "last_on": period.last_on, "name": period.name}
    row = insert(days_off).values(district_id=district_id, **values).returning(days_off.c.id)
    return int((await tx.execute(row)).scalar_one())


async def drop_break(tx: Transaction, break_id: int) -> None:
    await tx.execute(delete(days_off).where(days_off.c.id == break_id))


async def is_saturday_off(tx: Transaction, district_id: int) -> bool:
    d = districts.c
    return bool((await tx.execute(select(d.saturday_off).where(d.id == district_id))).scalar_one())


async def turn_saturday(tx: Transaction, district_id: int) -> None:
    """From a school day to a day off, or back."""
    d = districts.c
    await tx.execute(update(districts).where(d.id == district_id).values(saturday_off=not_(d.saturday_off)))
