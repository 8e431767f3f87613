"""The whole story, in the order in which a district would live it."""

from __future__ import annotations

import asyncio
import shutil
from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

from babel.dates import format_date

from bot.domain.plan import DraftPlan
from bot.reading.plan_reader import read_plan
from bot.tour import closing, opening
from bot.tour.cast import ZONE, Cast
from bot.tour.stage import Stage, open_stage
from bot.tour.year import Year

SAMPLE = Path(__file__).parent.parent / "sandbox" / "samples" / "roadmap.txt"
_DAYS_BEFORE = 3  # the plan is launched shortly before its first day
_YEAR = timedelta(days=366)
_WAVE_AFTER = timedelta(days=45)
_DATE_AFTER = timedelta(days=90)


async def play(file: Path, folder: Path, longest: timedelta = _YEAR) -> None:
    """Play the plan in ``file`` for ``longest`` at most; chats, pictures and files go under ``folder``."""
    document = await asyncio.to_thread(file.read_bytes)
    await asyncio.to_thread(shutil.rmtree, folder, ignore_errors=True)
    draft = read_plan(document, file.name)
    first, last = bounds(draft, longest)
    morning = datetime.combine(first - timedelta(days=_DAYS_BEFORE), time(9), ZoneInfo(ZONE))
    async with open_stage(folder, morning.astimezone(UTC), ZONE) as stage:
        cast = await opening.first_start(stage)
        await opening.district(stage, cast)
        await opening.plan(stage, cast, document, file.name, last.year)
        names = await opening.schools(stage, cast, draft)
        await opening.people(stage, cast, names)
        await _year(stage, cast, first, last)
        await closing.charts_and_papers(stage, cast)
        stage.transcript.heading(f"Всё, что было в чатах, и все файлы: {folder}")


async def _year(stage: Stage, cast: Cast, first: date, last: date) -> None:
    stage.transcript.heading("6–7. Идёт год: утренние сообщения, отчёты, подтверждения")
    year = Year(stage, cast)
    await year.play_until(min(first + _WAVE_AFTER, last))
    found_out = format_date(first + _DATE_AFTER, "d MMMM y", locale="ru")
    await year.set_a_date(f"до {found_out} года")
    await closing.open_wave(stage, cast)
    await closing.answer(stage, cast)
    await closing.close_wave(stage, cast)
    stage.transcript.heading("Год идёт дальше")
    await year.play_until(last)


def bounds(draft: DraftPlan, longest: timedelta) -> tuple[date, date]:
    """The first day of the plan and the last day to play: its end, at most ``longest`` later.

    A plan without a period begins with the earliest day that one of its deadlines names.
    """
    windows = [w for a in draft.activities for w in a.deadline.windows]
    days = sorted(d for w in windows for d in (w.start, w.end) if isinstance(d, date))
    if not days and draft.period.start is None:
        raise ValueError("the plan names no day to begin with")
    first = draft.period.start or days[0]
    end = draft.period.end or days[-1]
    return first, max(min(end, first + longest), first + _WAVE_AFTER)
