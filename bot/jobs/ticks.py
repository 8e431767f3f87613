"""What is looked at again and again: each job finds what is due by now and does it, once."""

from __future__ import annotations

import logging
from collections.abc import Awaitable, Callable
from datetime import datetime

from bot.use_cases import mornings, substitutes, waves
from storage import Storage, Transaction
from storage.updates import forget_old_updates

logger = logging.getLogger(__name__)

Job = Callable[[Transaction, datetime], Awaitable[object]]


async def forget_updates(tx: Transaction, now: datetime) -> None:
    await forget_old_updates(tx, now=now)


# In this order: what one job makes due, the next may already see.
JOBS: tuple[Job, ...] = (
    substitutes.keep_substitutes,
    mornings.open_due_tasks,
    waves.close_due_waves,
    waves.ask_forgotten_waves,
    mornings.take_back_late,
    mornings.send_mornings,
    forget_updates,
)


async def tick(storage: Storage, now: datetime, jobs: tuple[Job, ...] = JOBS) -> None:
    """Run every job in a transaction of its own; one that fails is tried again at the next tick."""
    for job in jobs:
        try:
            async with storage.begin() as tx:
                await job(tx, now)
        except Exception:
            logger.exception("a job failed", extra={"job": job.__name__})
