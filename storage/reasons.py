"""The words with which a district returns reports, learned from use."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import case, func, or_, select

from bot.domain.tasks import Move
from storage.engine import Transaction
from storage.tables import task_history, tasks

_LOOKED_AT = 500  # the latest returns of a district


@dataclass(frozen=True, slots=True)
class Reason:
    id: int  # of the last line of history that gave it
    words: str


async def list_usual_reasons(
    tx: Transaction, district_id: int, *, person_id: int, limit: int
) -> list[Reason]:
    """The most used first. One that somebody else gave only once may speak of one school: it is left out."""
    h = task_history.c
    latest = (
        select(h.id, h.why, h.person_id)
        .join(tasks, tasks.c.id == h.task_id)
        .where(tasks.c.district_id == district_id, h.move == Move.RETURN.value)
        .order_by(h.id.desc())
        .limit(_LOOKED_AT)
        .subquery()
    )
    given, last = func.count(), func.max(latest.c.id)
    own = func.sum(case((latest.c.person_id == person_id, 1), else_=0))
    rows = await tx.execute(
        select(last, latest.c.why)
        .group_by(latest.c.why)
        .having(or_(given > 1, own > 0))
        .order_by(given.desc(), last.desc())
        .limit(limit)
    )
    return [Reason(*row) for row in rows]
