"""How a district wants its people reminded, where it is not the usual way."""

from __future__ import annotations

from collections.abc import Collection, Mapping

from sqlalchemy import select, update

from bot.domain.ladder import USUAL, Ladders, ladders_from_json, ladders_to_json
from storage.engine import Transaction
from storage.tables import districts


async def list_ladders(tx: Transaction, district_ids: Collection[int]) -> Mapping[int, Ladders]:
    """The ladders of those districts that changed theirs."""
    d = districts.c
    rows = await tx.execute(select(d.id, d.ladders).where(d.id.in_(district_ids), d.ladders.is_not(None)))
    return {row.id: ladders_from_json(row.ladders) for row in rows}


async def get_ladders(tx: Transaction, district_id: int) -> Ladders:
    return (await list_ladders(tx, [district_id])).get(district_id, USUAL)


async def set_ladders(tx: Transaction, district_id: int, ladders: Ladders) -> None:
    at_district = districts.c.id == district_id
    await tx.execute(update(districts).where(at_district).values(ladders=ladders_to_json(ladders)))
