"""What people changed in a draft, each edit with the rows as they were before it."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Row, delete, insert, select

from bot.domain.rows import EditKind
from storage.engine import Transaction
from storage.rows import Snapshot
from storage.tables import edits


@dataclass(frozen=True, slots=True)
class Edit:
    id: int
    plan_id: int
    kind: EditKind
    about: str  # the row's number and title, as they were
    before: tuple[Snapshot, ...]  # the rows touched, in their order
    after: tuple[int, ...]  # the ids of the rows that they became

    @property
    def main(self) -> int:
        """The id of the row that it was about; the others were touched by the way."""
        if self.kind is EditKind.REMOVE:
            return next(row for row in self._ids_before() if row not in self.after)
        return self.after[0]

    @property
    def rows(self) -> frozenset[int]:
        """All rows that it touched or made."""
        return frozenset((*self._ids_before(), *self.after))

    def _ids_before(self) -> tuple[int, ...]:
        return tuple(snapshot["row"]["id"] for snapshot in self.before)


async def add_edit(
    tx: Transaction,
    *,
    plan_id: int,
    person_id: int,
    kind: EditKind,
    about: str,
    before: Sequence[Snapshot],
    after: Collection[int],
    now: datetime,
) -> int:
    row = insert(edits).values(
        plan_id=plan_id,
        person_id=person_id,
        at=now,
        kind=kind.value,
        about=about,
        before=list(before),
        after=list(after),
    )
    return int((await tx.execute(row.returning(edits.c.id))).scalar_one())


async def get_edit(tx: Transaction, edit_id: int) -> Edit | None:
    row = (await tx.execute(select(edits).where(edits.c.id == edit_id))).first()
    return _to_edit(row) if row else None


async def list_edits(tx: Transaction, plan_id: int) -> list[Edit]:
    """The latest first."""
    rows = await tx.execute(select(edits).where(edits.c.plan_id == plan_id).order_by(edits.c.id.desc()))
    return [_to_edit(row) for row in rows]


async def drop_edit(tx: Transaction, edit_id: int) -> None:
    await tx.execute(delete(edits).where(edits.c.id == edit_id))


def _to_edit(row: Row[*tuple[Any, ...]]) -> Edit:
    return Edit(row.id, row.plan_id, EditKind(row.kind), row.about, tuple(row.before), tuple(row.after))
