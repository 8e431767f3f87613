"""The sources of questionnaires, each kept once, for as long as a wave may be read with it."""

from __future__ import annotations

from collections.abc import Collection
from datetime import datetime

from sqlalchemy import func, select

from storage.engine import Transaction
from storage.tables import district_packs, packs
from storage.upsert import upsert


async def keep_pack(tx: Transaction, pack: str, source: str) -> None:
    """Keep ``source`` under its hash ``pack``; it may be kept already."""
    await tx.execute(upsert(tx, packs).values(hash=pack, source=source).on_conflict_do_nothing())


async def get_source(tx: Transaction, pack: str) -> str:
    """Of a pack that is kept."""
    source: str = (await tx.execute(select(packs.c.source).where(packs.c.hash == pack))).scalar_one()
    return source


async def list_sources(tx: Transaction, hashes: Collection[str]) -> dict[str, str]:
    """By hash, of packs that are kept."""
    rows = await tx.execute(select(packs.c.hash, packs.c.source).where(packs.c.hash.in_(hashes)))
    return {row.hash: row.source for row in rows}


async def add_district_pack(
    tx: Transaction, district_id: int, *, pack: str, code: str, version: int, added_by: int, now: datetime
) -> bool:
    """A kept pack becomes the district's; False where it has this version of this code already."""
    row = {"district_id": district_id, "code": code, "version": version, "pack": pack}
    statement = upsert(tx, district_packs).values(**row, added_by=added_by, added_at=now)
    added = await tx.execute(statement.on_conflict_do_nothing().returning(district_packs.c.version))
    return added.scalar_one_or_none() is not None


async def get_last_version(tx: Transaction, district_id: int, code: str) -> int:
    """The highest version of the district's pack of this code; 0 where it has none."""
    d = district_packs.c
    last = select(func.max(d.version)).where(d.district_id == district_id, d.code == code)
    return (await tx.execute(last)).scalar_one() or 0


async def list_district_sources(tx: Transaction, district_id: int) -> list[str]:
    """The sources of the latest version of each pack of the district, by their codes."""
    d = district_packs.c
    rows = await tx.execute(
        select(d.code, packs.c.source)
        .join(packs, packs.c.hash == d.pack)
        .where(d.district_id == district_id)
        .order_by(d.code, d.version)
    )
    latest = {row.code: row.source for row in rows}
    return list(latest.values())
