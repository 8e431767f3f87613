"""What a draft's reader was not sure of, and what a person answered."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any, NamedTuple

from sqlalchemy import Row, func, insert, select, update

from bot.domain.doubt_codes import Severity, severity_of
from bot.domain.plan import Fix, fix_from_json, fix_to_json
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

    @property
    def severity(self) -> Severity:
        return severity_of(self.code)


async def get_doubt(tx: Transaction, doubt_id: int) -> StoredDoubt | None:
    row = (await tx.execute(select(doubts).where(doubts.c.id == doubt_id))).first()
    return _to_doubt(row) if row else None


async def list_doubts(tx: Transaction, plan_id: int) -> list[StoredDoubt]:
    """In the reader's order, answered ones too."""
    d = doubts.c
    rows = await tx.execute(select(doubts).where(d.plan_id == plan_id).order_by(d.position, d.id))
    return [_to_doubt(row) for row in rows]


def _to_doubt(row: Row[*tuple[Any, ...]]) -> StoredDoubt:
    answer = Answer(row.answer) if row.answer else None
    return StoredDoubt(
        row.id, row.plan_id, row.activity_id, row.code, row.message, answer, fix_from_json(row.fix)
    )


async def count_open(tx: Transaction, plan_id: int) -> int:
    open_ones = (doubts.c.plan_id == plan_id) & doubts.c.answer.is_(None)
    return int((await tx.execute(select(func.count()).select_from(doubts).where(open_ones))).scalar_one())


async def count_by_severity(tx: Transaction, plan_id: int) -> Counter[Severity]:
    """How many doubts are open, by what they weigh."""
    d = doubts.c
    codes = select(d.code, func.count()).where(d.plan_id == plan_id, d.answer.is_(None)).group_by(d.code)
    found: Counter[Severity] = Counter()
    for code, n in await tx.execute(codes):
        found[severity_of(code)] += int(n)
    return found


async def answer_doubts(tx: Transaction, doubt_ids: Collection[int], answer: Answer) -> None:
    await tx.execute(update(doubts).where(doubts.c.id.in_(doubt_ids)).values(answer=answer.value))


async def keep_open(tx: Transaction, plan_id: int) -> int:
    """Keep everything that is still open as it was read; how many there were."""
    kept = await tx.execute(
        update(doubts)
        .where(doubts.c.plan_id == plan_id, doubts.c.answer.is_(None))
        .values(answer=Answer.KEPT.value)
    )
    return kept.rowcount


class Raised(NamedTuple):
    """A doubt about a row that was not there when the plan was read."""

    activity_id: int
    code: str
    message: str  # the reader's, or ""
    fix: Fix | None = None


async def raise_doubts(tx: Transaction, plan_id: int, raised: Sequence[Raised]) -> None:
    """New doubts behind all others."""
    if not raised:
        return
    d = doubts.c
    last = await tx.execute(select(func.max(d.position)).where(d.plan_id == plan_id))
    position = (last.scalar_one() or 0) + 1
    rows = [
        {**doubt._asdict(), "fix": fix_to_json(doubt.fix), "position": position + i}
        for i, doubt in enumerate(raised)
    ]
    await tx.execute(insert(doubts).values(plan_id=plan_id), rows)


async def move_doubts(tx: Transaction, doubt_ids: Collection[int], activity_id: int) -> None:
    """The row that they were about has become a part of another."""
    await tx.execute(update(doubts).where(doubts.c.id.in_(doubt_ids)).values(activity_id=activity_id))
