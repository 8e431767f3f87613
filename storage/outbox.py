"""Messages to other people: written in the transaction of the act they speak of, sent after it."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from storage.engine import Transaction
from storage.tables import outbox
from storage.upsert import upsert


async def add_notice(
    tx: Transaction,
    *,
    person_id: int,
    notice: str,
    args: Mapping[str, Any],
    dedupe: str,
    due_at: datetime,
) -> None:
    """Queue a notice; a second one with the same ``dedupe`` is the same message and is dropped."""
    statement = upsert(tx, outbox).values(
        person_id=person_id, notice=notice, args=dict(args), dedupe=dedupe, due_at=due_at
    )
    await tx.execute(statement.on_conflict_do_nothing())
