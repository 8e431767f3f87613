"""How far a plan has come: each step is taken by the first who takes it."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from sqlalchemy import update

from bot.domain.plan import PlanStatus
from storage.engine import Transaction
from storage.tables import plans


async def approve(tx: Transaction, plan_id: int, *, person_id: int, now: datetime) -> bool:
    """Turn a draft into an approved plan; False when it is a draft no longer."""
    approved = {"approved_by": person_id, "approved_at": now}
    return await _step(tx, plan_id, PlanStatus.DRAFT, PlanStatus.APPROVED, **approved)


async def reopen(tx: Transaction, plan_id: int) -> bool:
    """Turn an approved plan back into a draft; False when it is not approved or has gone live."""
    return await _step(tx, plan_id, PlanStatus.APPROVED, PlanStatus.DRAFT, **_NOT_APPROVED)


async def set_live(tx: Transaction, plan_id: int) -> bool:
    """Turn an approved plan into a live one; False when somebody did so before."""
    return await _step(tx, plan_id, PlanStatus.APPROVED, PlanStatus.LIVE)


async def archive(tx: Transaction, plan_id: int) -> bool:
    """Put a live plan away; False when it is not live."""
    return await _step(tx, plan_id, PlanStatus.LIVE, PlanStatus.ARCHIVED)


async def unlaunch(tx: Transaction, plan_id: int) -> bool:
    """Turn a live plan back into a draft; False when it is not live. Its tasks are the caller's."""
    return await _step(tx, plan_id, PlanStatus.LIVE, PlanStatus.DRAFT, **_NOT_APPROVED)


_NOT_APPROVED = {"approved_by": None, "approved_at": None}


async def _step(tx: Transaction, plan_id: int, before: PlanStatus, after: PlanStatus, **values: Any) -> bool:
    done = await tx.execute(
        update(plans)
        .where(plans.c.id == plan_id, plans.c.status == before.value)
        .values(status=after.value, **values)
    )
    return done.rowcount == 1
