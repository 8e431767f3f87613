"""What is told at once: it waits some minutes for more, so that a person gets one message, not several.

The message is a row of the outbox like any other: what was joined to it is as safe as the row itself.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, delete, select

from storage.engine import Transaction
from storage.tables import outbox
from storage.upsert import update_rows, upsert

NOTICE = "news"
ROOM = 5  # pieces of news in one message; the next one begins another


@dataclass(frozen=True, slots=True)
class News:
    person_id: int
    notice: str  # how it is worded, as of a message of its own
    args: Mapping[str, Any]
    dedupe: str


async def add_news(
    tx: Transaction, news: Sequence[News], *, due: Mapping[int, datetime], now: datetime
) -> None:
    """Join each to its person's message that still waits, or begin one, to go at the person's ``due``."""
    o = outbox.c
    persons = {piece.person_id for piece in news}
    waiting = select(o.id, o.person_id, o.args).where(o.person_id.in_(persons), _unsent(), o.due_at > now)
    joined: dict[int, list[dict[str, Any]]] = {}  # row → its pieces
    open_row: dict[int, int] = {}
    for row in await tx.execute(waiting.order_by(o.id).with_for_update()):
        open_row[row.person_id], joined[row.id] = row.id, list(row.args["news"])
    grown, begun = set(), defaultdict[int, list[list[dict[str, Any]]]](list)
    for piece in news:
        worded = {"notice": piece.notice, "args": dict(piece.args), "dedupe": piece.dedupe}
        row_id = open_row.get(piece.person_id)
        if row_id and worded in joined[row_id]:
            continue
        if row_id and len(joined[row_id]) < ROOM:
            joined[row_id].append(worded)
            grown.add(row_id)
            continue
        messages = begun[piece.person_id]
        if not messages or len(messages[-1]) == ROOM:
            messages.append([])
        messages[-1].append(worded)
    await update_rows(tx, outbox, [{"id": row_id, "args": {"news": joined[row_id]}} for row_id in grown])
    rows = [_row(person, pieces, due[person]) for person, found in begun.items() for pieces in found]
    if rows:
        await tx.execute(upsert(tx, outbox).on_conflict_do_nothing(), rows)


async def take_news(tx: Transaction, person_ids: Collection[int]) -> Mapping[int, list[Mapping[str, Any]]]:
    """Take the waiting news of these people out of the outbox, for a message that goes now."""
    o = outbox.c
    taken = await tx.execute(
        delete(outbox).where(o.person_id.in_(person_ids), _unsent()).returning(o.id, o.person_id, o.args)
    )
    found: dict[int, list[Mapping[str, Any]]] = defaultdict(list)
    for _, person_id, args in sorted(taken.all(), key=lambda row: row.id):
        found[person_id] += args["news"]
    return found


async def withdraw_news(
    tx: Transaction, person_ids: Collection[int], notice: str, about: Mapping[str, Any]
) -> None:
    """Drop what still waits of this notice and ``about`` this, which is no news any more."""
    o = outbox.c
    waiting = select(o.id, o.args).where(o.person_id.in_(person_ids), _unsent()).with_for_update()
    cut, empty = [], []
    for row in await tx.execute(waiting):
        pieces = row.args["news"]
        left = [p for p in pieces if p["notice"] != notice or not about.items() <= p["args"].items()]
        if not left:
            empty.append(row.id)
        elif len(left) < len(pieces):
            cut.append({"id": row.id, "args": {"news": left}})
    await update_rows(tx, outbox, cut)
    await tx.execute(delete(outbox).where(o.id.in_(empty)))


def _unsent() -> ColumnElement[bool]:
    """Never claimed: what a sender holds may be on the wire already."""
    o = outbox.c
    return (o.notice == NOTICE) & o.outcome.is_(None) & (o.tries == 0)


def _row(person_id: int, pieces: Sequence[Mapping[str, Any]], due_at: datetime) -> Mapping[str, Any]:
    return {
        "person_id": person_id,
        "notice": NOTICE,
        "args": {"news": list(pieces)},
        "dedupe": f"{NOTICE}:{pieces[0]['dedupe']}",
        "due_at": due_at,
    }
