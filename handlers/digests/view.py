"""The digests as they would be now: one screen, and its long lists page by page."""

from __future__ import annotations

from collections.abc import Sequence

from bot.domain.digest import TOP, Digest, Group, Ranking
from bot.domain.names import brief
from bot.domain.week import NEVER, WEEKDAYS, SchoolWeek
from bot.screen import Row, Screen, Text, button, lines, text
from bot.use_cases.digests import NOTICE_NAME, Preview, digest_args, week_args, weeks_args
from handlers.digests.words import (
    digest_rows,
    district_words,
    person_line,
    place_line,
    week_words,
    weeks_words,
)
from handlers.shared import HOME_ROW, page_of, pager

LINES = 20  # of a page: a name and a number each


def preview(found: Preview) -> Screen:
    digest, weeks = found.digest, found.weeks
    said = [
        district_words(digest_args(digest)) if digest and not digest.is_empty else None,
        weeks_words(args) if weeks and (args := weeks_args(weeks)) else None,
    ]
    nothing = text("digest-now-nothing") if not any(said) else None
    rows: list[Row] = []
    if digest:
        rows += [*digest_rows(digest_args(digest)), *_group_rows(digest)]
    if weeks is not None and len(weeks) > TOP:
        rows.append((button(text("button-weeks", n=len(weeks)), "weeks", 0),))
    if weeks is not None:
        day = text(f"week-day-{found.weekday}")
        rows.append((button(text("button-week-day", day=day), "week-day"),))
    return Screen(lines(text("digest-now"), *said, nothing, separator="\n\n"), (*rows, HOME_ROW))


def group(digest: Digest, which: Group, page: int) -> Screen:
    """The whole of one part of the coordinator's digest."""
    found = _lines(digest, which)
    shown, page = page_of(found, page, LINES)
    rows = pager("digest-group", which.value, page=page, total=len(found), size=LINES)
    return Screen(lines(text(f"digest-group-{which.value}", n=len(found)), *shown), (*rows, _BACK, HOME_ROW))


def weeks(found: Sequence[SchoolWeek], page: int) -> Screen:
    shown, page = page_of(found, page)
    words = (week_words(week_args(week, with_tasks=False)) for week in shown)
    rows = pager("weeks", page=page, total=len(found))
    return Screen(lines(text("week"), *words, separator="\n\n"), (*rows, _BACK, HOME_ROW))


def ask_weekday() -> Screen:
    days = [button(f"week-day-{day}", "week-day-set", day) for day in WEEKDAYS]
    never = button(f"week-day-{NEVER}", "week-day-set", NEVER)
    return Screen(text("week-day-ask"), (tuple(days[:3]), tuple(days[3:]), (never,), _BACK))


_BACK: Row = (button("button-digest-back", "digest"),)


def _group_rows(digest: Digest) -> list[Row]:
    """A button for each part that the one screen had to cut."""
    counts = {which: len(_lines(digest, which)) for which in Group}
    return [
        (button(text(f"button-digest-{which.value}", n=n), "digest-group", which.value, 0),)
        for which, n in counts.items()
        if n > TOP
    ]


def _lines(digest: Digest, which: Group) -> list[Text]:
    match which:
        case Group.DUE_TODAY:
            return _ranked(digest.due_today, "digest-tasks")
        case Group.OVERDUE:
            return _ranked(digest.overdue, "digest-tasks")
        case Group.UNCONFIRMED:
            return _ranked(digest.unconfirmed, "digest-days")
        case Group.UNDELIVERED:
            return [
                person_line(brief(person.name, NOTICE_NAME), brief(person.place, NOTICE_NAME))
                for person in digest.undelivered
            ]


def _ranked(ranking: Ranking, unit: str) -> list[Text]:
    return [place_line(brief(name, NOTICE_NAME), text(unit, n=number)) for name, number in ranking.names]
