"""Digests: what they say as JSON, how they would look now, and on which day of the week they come."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from textwrap import shorten
from typing import Any

from bot.domain.digest import TOP, Digest, Ranking, compose_digest
from bot.domain.errors import Forbidden, Outdated
from bot.domain.local_time import local_day
from bot.domain.names import brief
from bot.domain.people import Person, Role
from bot.domain.reminders import Days
from bot.domain.tasks import TaskState
from bot.domain.week import NEVER, WEEK, WEEKDAYS, SchoolWeek, compose_weeks, watched_schools
from storage import Transaction, digests, tasks
from storage.ladders import list_ladders
from storage.people import get_zone

NOTICE_NAME = 60  # characters of a name in a list of many
SPOKEN_OF = frozenset(TaskState) - {TaskState.ACCEPTED, TaskState.WITHDRAWN}
_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Preview:
    """The digests as they would be now; None where the person's roles bring none."""

    digest: Digest | None
    weeks: tuple[SchoolWeek, ...] | None
    weekday: int  # ISO, on which the weeks come; 0: never


async def look_now(tx: Transaction, actor: Person, *, now: datetime) -> Preview:
    """What this person would be told if today nothing had been said yet."""
    weekdays = await digests.list_weekdays(tx, [actor.id])
    leads, watches = actor.districts(Role.COORDINATOR), watched_schools(actor.memberships)
    return Preview(
        await look_at_district(tx, actor, now=now) if leads else None,
        await look_at_weeks(tx, actor, now=now) if watches else None,
        weekdays.get(actor.id, NEVER),
    )


async def look_at_district(tx: Transaction, actor: Person, *, now: datetime) -> Digest:
    """The digest of all districts that this person coordinates."""
    led = actor.districts(Role.COORDINATOR)
    if not led:
        raise Forbidden
    today = local_day(now, await get_zone(tx, actor.id))
    unreached = await digests.list_unreached(tx, led)
    return compose_digest(
        await tasks.list_districts_tasks(tx, led, SPOKEN_OF),
        [person for district in led for person in unreached.get(district, ())],
        days=Days(today - _DAY, today),
        since=now - _DAY,
        now=now,
        ladders=await list_ladders(tx, led),
    )


async def look_at_weeks(tx: Transaction, actor: Person, *, now: datetime) -> tuple[SchoolWeek, ...]:
    """The weeks of the schools that this person leads or watches."""
    watched = watched_schools(actor.memberships)
    if not watched:
        raise Forbidden
    today = local_day(now, await get_zone(tx, actor.id))
    found = await tasks.list_schools_tasks(tx, watched, SPOKEN_OF)
    filed = await digests.count_filed(tx, watched, since=now - WEEK)
    return compose_weeks(found, watched, filed, today=today, now=now)


async def choose_weekday(tx: Transaction, actor: Person, weekday: int) -> None:
    """Tell the person of their schools' week on this weekday (ISO, no Sunday) from now on; 0: never."""
    if not watched_schools(actor.memberships):
        raise Forbidden
    if weekday != NEVER and weekday not in WEEKDAYS:
        raise Outdated
    await digests.set_weekday(tx, actor.id, weekday)


def digest_args(digest: Digest) -> Mapping[str, Any]:
    """One screen of it: the first of each group, and the numbers of the rest."""
    return {
        "due_today": _ranking_args(digest.due_today),
        "overdue": _ranking_args(digest.overdue),
        "long_overdue": digest.long_overdue,
        "rising": digest.rising,
        "unconfirmed": _ranking_args(digest.unconfirmed),
        "new_reports": digest.new_reports,
        "to_accept": digest.to_accept,
        "accept_waits": digest.accept_waits,
        "undated": digest.undated,
        "calls": [
            {
                "place": brief(call.place, NOTICE_NAME),
                "overdue": call.overdue,
                "days_late": call.days_late,
                "days_unconfirmed": call.days_unconfirmed,
                "unreached": [brief(name, NOTICE_NAME) for name in call.unreached[:1]],
            }
            for call in digest.calls
        ],
        "undelivered": [
            [brief(person.name, NOTICE_NAME), brief(person.place, NOTICE_NAME)]
            for person in digest.undelivered[:TOP]
        ],
        "undelivered_more": max(0, len(digest.undelivered) - TOP),
    }


def _ranking_args(ranking: Ranking) -> Mapping[str, Any]:
    names = [[brief(name, NOTICE_NAME), number] for name, number in ranking.names[:TOP]]
    return {"top": names, "more": max(0, len(ranking.names) - TOP), "total": ranking.total}


def weeks_args(weeks: Sequence[SchoolWeek]) -> Mapping[str, Any] | None:
    """None where there is nothing to tell."""
    if not weeks:
        return None
    alone = len(weeks) == 1
    shown = [week_args(week, with_tasks=alone) for week in weeks[:TOP]]
    return {"schools": shown, "more": max(0, len(weeks) - TOP)}


def week_args(week: SchoolWeek, *, with_tasks: bool) -> Mapping[str, Any]:
    return {
        "school": brief(week.school, NOTICE_NAME),
        "overdue": week.overdue,
        "days_late": week.days_late,
        "due": week.due,
        "returned": week.returned,
        "to_confirm": week.to_confirm,
        "days_waiting": week.days_waiting,
        "filed": week.filed,
        "next": [
            [task.number, shorten(task.title, NOTICE_NAME, placeholder="…"), task.window_end.isoformat()]
            for task in week.next
            if with_tasks and task.window_end
        ],
    }
