"""What a draft's reader was not sure of, and what a person answered."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from sqlalchemy import func, insert, select, update

from bot.domain.plan import Fix, fix_from_json
from storage.engine import Transaction
from storage.tables import doubts


class Answer(StrEnum):
    KEPT = "kept"
    CHANGED = "changed"


@dataclass(frozen=True, slots=True)
class StoredDoubt:
    id: int
    plan_id: int
    activity_id: int | None  # None: about the whole plan
    code: str
    message: str  # the reader's own, Russian
    answer: Answer | None  # None while open
    fix: Fix | None  # a correction that one tap applies


async def get_plan_id(tx: Transaction, doubt_id: int) -> int | None:
    found = await tx.execute(select(doubts.c.plan_id).where(doubts.c.id == doubt_id))
    return found.scalar_one_or_none()


async def list_doubts(tx: Transaction, plan_id: int) -> list[StoredDoubt]:
    """In the reader's order, answered ones too."""
    d = doubts.c
    rows = await tx.execute(
        select(d.id, d.activity_id, d.code, d.message, d.answer, d.fix)
        .where(d.plan_id == plan_id)
        .order_by(d.position, d.id)
    )
    return [
        StoredDoubt(
            r.id,
            plan_id,
            r.activity_id,
            r.code,
            r.message,
            Answer(r.answer) if r.answer else None,
            fix_from_json(r.fix),
        )
        for r in rows
    ]


async def count_open(tx: Transaction, plan_id: int) -> int:
    open_ones = (doubts.c.plan_id == plan_id) & doubts.c.answer.is_(None)
    return int((await tx.execute(select(func.count()).select_from(doubts).where(open_ones))).scalar_one())


async def answer_doubt(tx: Transaction, doubt_id: int, answer: Answer) -> None:
    await tx.execute(update(doubts).where(doubts.c.id == doubt_id).values(answer=answer.value))


async def keep_open(tx: Transaction, plan_id: int) -> int:
    """Keep everything that is still open as it was read; how many there were."""
    kept = await tx.execute(
        update(doubts)
        .where(doubts.c.plan_id == plan_id, doubts.c.answer.is_(None))
        .values(answer=Answer.KEPT.value)
    )
    return kept.rowcount


async def renew_deadline_doubts(
    tx: Transaction, plan_id: int, activity_id: int, *, settled: Sequence[str], raised: Sequence[str]
) -> None:
    """A deadline was typed anew: its old doubts are settled, those of the new reading are raised."""
    d = doubts.c
    await tx.execute(
        update(doubts)
        .where(d.activity_id == activity_id, d.code.in_(settled), d.answer.is_(None))
        .values(answer=Answer.CHANGED.value)
    )
    if raised:
        last = await tx.execute(select(func.max(d.position)).where(d.plan_id == plan_id))
        position = (last.scalar_one() or 0) + 1
        rows = [
            {"plan_id": plan_id, "activity_id": activity_id, "position": position + i, "code": code}
            for i, code in enumerate(raised)
        ]
        await tx.execute(insert(doubts).values(message=""), rows)
