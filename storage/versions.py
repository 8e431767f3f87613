"""The versions of a live plan: who launched or corrected it, when, why, and what was changed."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Select, func, insert, select

from storage.engine import Transaction
from storage.tables import people, plan_versions


@dataclass(frozen=True, slots=True)
class Version:
    id: int
    plan_id: int
    number: int  # from 1, the launch
    at: datetime
    who: str
    reason: str
    changes: tuple[Mapping[str, Any], ...]  # as ``bot.domain.corrections.change_to_json`` writes them


async def add_version(
    tx: Transaction,
    plan_id: int,
    *,
    person_id: int,
    reason: str,
    changes: Sequence[Mapping[str, Any]],
    now: datetime,
) -> int:
    """Note the plan's next version; its number."""
    v = plan_versions.c
    following = select(func.coalesce(func.max(v.number), 0) + 1).where(v.plan_id == plan_id)
    added = await tx.execute(
        insert(plan_versions)
        .values(
            plan_id=plan_id,
            number=following.scalar_subquery(),
            at=now,
            person_id=person_id,
            reason=reason,
            changes=list(changes),
        )
        .returning(v.number)
    )
    return int(added.scalar_one())


async def list_versions(tx: Transaction, plan_id: int) -> list[Version]:
    """The newest first."""
    rows = await tx.execute(
        _version().where(plan_versions.c.plan_id == plan_id).order_by(plan_versions.c.number.desc())
    )
    return [_to_version(row) for row in rows]


async def get_version(tx: Transaction, version_id: int) -> Version | None:
    row = (await tx.execute(_version().where(plan_versions.c.id == version_id))).first()
    return _to_version(row) if row else None


def _version() -> Select[Any]:
    v = plan_versions.c
    return select(v.id, v.plan_id, v.number, v.at, people.c.name, v.reason, v.changes).join(
        people, people.c.id == v.person_id
    )


def _to_version(row: Any) -> Version:
    return Version(row.id, row.plan_id, row.number, row.at, row.name, row.reason, tuple(row.changes))
