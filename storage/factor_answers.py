"""What the people of a district said of which rows answer which risk factor."""

from __future__ import annotations

from collections.abc import Collection
from datetime import datetime
from hashlib import sha256

from sqlalchemy import select

from bot.domain.gaps import Correction
from storage.engine import Transaction
from storage.tables import factor_answers
from storage.upsert import upsert


async def list_corrections(tx: Transaction, district_id: int) -> list[Correction]:
    f = factor_answers.c
    rows = await tx.execute(select(f.words, f.factor, f.relates).where(f.district_id == district_id))
    return [Correction(frozenset(row.words), row.factor, row.relates) for row in rows]


async def remember_correction(
    tx: Transaction,
    district_id: int,
    words: Collection[str],
    factor: int,
    *,
    relates: bool,
    person_id: int,
    now: datetime,
) -> None:
    """The latest word counts."""
    ordered = sorted(words)
    key = {
        "district_id": district_id,
        "key": sha256(" ".join(ordered).encode()).hexdigest(),
        "factor": factor,
    }
    said = {"words": ordered, "relates": relates, "person_id": person_id, "at": now}
    statement = upsert(tx, factor_answers).values(**key, **said)
    await tx.execute(statement.on_conflict_do_update(index_elements=list(key), set_=said))
