"""The metronome: APScheduler beats, and holds no reminder."""

from __future__ import annotations

from collections.abc import Awaitable, Callable

from apscheduler.schedulers.asyncio import AsyncIOScheduler

BEAT = 20  # seconds; no message is later than this for the clock's sake


def metronome(beat: Callable[[], Awaitable[None]]) -> AsyncIOScheduler:
    """A scheduler, not started, that calls ``beat`` every :data:`BEAT` seconds, never twice at once.

    A beat that comes late is run all the same: what it looks for is in due columns, not in the beat.
    """
    scheduler = AsyncIOScheduler(timezone="UTC")
    scheduler.add_job(
        beat, "interval", seconds=BEAT, id="beat", misfire_grace_time=None, coalesce=True, max_instances=1
    )
    return scheduler
