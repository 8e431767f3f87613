"""Which updates were handled, which failed, and what free text is under way."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import delete, func, insert, select, update

from storage.engine import Transaction
from storage.tables import dialogs, failed_updates, handled_updates, heartbeat, shelved_updates
from storage.upsert import upsert

# Telegram keeps an unconfirmed update for 24 hours; a week outlives every redelivery.
_KEEP_HANDLED = timedelta(days=7)


@dataclass(frozen=True, slots=True)
class Dialog:
    """What the next typed line or file of an account will mean."""

    state: str
    data: dict[str, Any] = field(default_factory=dict)


async def remember_update(tx: Transaction, update_id: int, *, now: datetime) -> bool:
    """Mark an update as handled in the transaction that handles it; False if it already was.

    What was written down of it goes at the same moment: it may be an answer that must leave no copy.
    """
    await _take_off_shelf(tx, update_id)
    statement = upsert(tx, handled_updates).values(update_id=update_id, handled_at=now)
    return (await tx.execute(statement.on_conflict_do_nothing())).rowcount == 1


async def forget_old_updates(tx: Transaction, *, now: datetime) -> None:
    await tx.execute(delete(handled_updates).where(handled_updates.c.handled_at < now - _KEEP_HANDLED))


async def shelve_updates(tx: Transaction, raws: Sequence[Mapping[str, Any]], *, now: datetime) -> None:
    """Keep raw updates that are not carried out yet; one that is kept already stays where it is."""
    rows = [{"update_id": raw["update_id"], "raw": dict(raw), "shelved_at": now} for raw in raws]
    if rows:
        await tx.execute(upsert(tx, shelved_updates).on_conflict_do_nothing(), rows)


async def list_shelved(tx: Transaction) -> list[Mapping[str, Any]]:
    """In the order in which they came: those of one moment by their numbers."""
    s = shelved_updates.c
    found = await tx.execute(select(s.raw).order_by(s.shelved_at, s.update_id))
    return list(found.scalars())


async def _take_off_shelf(tx: Transaction, update_id: int) -> None:
    await tx.execute(delete(shelved_updates).where(shelved_updates.c.update_id == update_id))


async def count_failure(tx: Transaction, update_id: int, *, error: str) -> int:
    """Note one more failed try; the number of tries so far."""
    f = failed_updates.c
    statement = upsert(tx, failed_updates).values(update_id=update_id, tries=1, error=error)
    await tx.execute(
        statement.on_conflict_do_update(
            index_elements=[f.update_id], set_={"tries": f.tries + 1, "error": error}
        )
    )
    tries = await tx.execute(select(f.tries).where(f.update_id == update_id))
    return int(tries.scalar_one())


async def set_aside(tx: Transaction, update_id: int, *, now: datetime) -> None:
    """Give an update up, with what was written down of it."""
    await _take_off_shelf(tx, update_id)
    await tx.execute(
        update(failed_updates).where(failed_updates.c.update_id == update_id).values(set_aside_at=now)
    )


async def count_set_aside(tx: Transaction, *, since: datetime) -> int:
    """Updates that were given up since then."""
    found = select(func.count()).where(failed_updates.c.set_aside_at >= since)
    return int((await tx.execute(found)).scalar_one())


async def get_heard(tx: Transaction) -> datetime | None:
    """When Telegram was last heard; None before the first time."""
    return (await tx.execute(select(heartbeat.c.heard_at))).scalar_one_or_none()


async def set_heard(tx: Transaction, now: datetime) -> None:
    statement = upsert(tx, heartbeat).values(id=1, heard_at=now)
    await tx.execute(statement.on_conflict_do_update(index_elements=["id"], set_={"heard_at": now}))


async def get_dialog(tx: Transaction, account_id: int) -> Dialog | None:
    found = await tx.execute(
        select(dialogs.c.state, dialogs.c.data).where(dialogs.c.account_id == account_id)
    )
    row = found.first()
    return Dialog(row.state, row.data) if row else None


async def set_dialog(
    tx: Transaction, account_id: int, state: str, data: dict[str, Any], *, now: datetime
) -> None:
    await end_dialog(tx, account_id)
    await tx.execute(insert(dialogs).values(account_id=account_id, state=state, data=data, updated_at=now))


async def end_dialog(tx: Transaction, account_id: int) -> None:
    await tx.execute(delete(dialogs).where(dialogs.c.account_id == account_id))
