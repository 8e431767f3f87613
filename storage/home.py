"""One query for the numbers on a person's menu."""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy import func, or_, select

from bot.domain.tasks import TaskState
from storage.engine import Transaction
from storage.tables import activities, plans, tasks, wave_tokens, waves
from storage.tasks import IN_LIVE_PLAN


async def count_waiting(
    tx: Transaction,
    *,
    person_id: int,
    doer_schools: Sequence[int],
    organisations: Sequence[int],
    head_schools: Sequence[int],
    districts: Sequence[int],
) -> dict[str, int]:
    """How many tasks and surveys wait for a person, by what is to be done with them."""
    t, w = tasks.c, wave_tokens.c
    ours = tasks.join(activities, activities.c.id == t.activity_id).join(
        plans, plans.c.id == activities.c.plan_id
    )
    own = or_(
        t.school_id.in_(doer_schools),
        t.organisation_id.in_(organisations),
        t.district_id.in_(districts) & t.school_id.is_(None) & t.organisation_id.is_(None),
    )
    to_do = t.state.in_([TaskState.OPEN.value, TaskState.RETURNED.value])
    confirming = t.school_id.in_(head_schools) & (t.state == TaskState.REPORTED.value)
    accepting = t.district_id.in_(districts) & (t.state == TaskState.CONFIRMED.value)
    asked = (w.person_id == person_id) & w.spent.is_(False) & (waves.c.state == "open")
    row = (
        await tx.execute(
            select(
                *(
                    select(func.count()).select_from(ours).where(found, IN_LIVE_PLAN).scalar_subquery()
                    for found in (own & to_do, confirming, accepting)
                ),
                select(func.count(w.wave_id.distinct()))
                .select_from(wave_tokens.join(waves, waves.c.id == w.wave_id))
                .where(asked)
                .scalar_subquery(),
            )
        )
    ).one()
    names = ("my_tasks", "to_confirm", "to_accept", "surveys")
    return dict(zip(names, map(int, row), strict=True))
