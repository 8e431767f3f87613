"""What a fully rewritten row of tokens means: one kind, its windows, its rule, its doubts."""

from __future__ import annotations

from collections.abc import Sequence

from bot.domain.deadlines import Deadline, DeadlineKind, Window
from bot.reading.deadline_grammar import rrules
from bot.reading.deadline_grammar.cascade import Tokens
from bot.reading.deadline_grammar.context import DeadlineContext
from bot.reading.deadline_grammar.dated import dated_deadline
from bot.reading.deadline_grammar.frequency import Frequency
from bot.reading.deadline_grammar.item import AFTER, FROM, ON, Item
from bot.reading.deadline_grammar.labels import unread_time
from bot.reading.deadline_grammar.placing import ImpossibleDate, UnknownMonth, UnknownYear, parted, place
from bot.reading.deadline_grammar.recurring import repeated
from bot.reading.deadline_grammar.span import MONTH, SEASON, UNNAMED
from bot.reading.deadline_grammar.weekdays import contradict
from bot.reading.deadline_grammar.windows import (
    LIMITS,
    Reading,
    ends_early,
    has_year,
    is_year,
    sorted_out,
    window_of,
    windows_of,
)

_OPEN = (FROM, AFTER)


def _spanned(reading: Reading) -> Deadline | None:
    """«с …» and a limit further on are one window; so is «… и последующий период до …»."""
    items = reading.items
    if len(items) != 2 or items[1].role not in LIMITS:
        return None
    if items[0].role is FROM or (reading.onward and items[0].role is ON):
        window = Window(window_of(items[0], reading).start, window_of(items[1], reading).end)
        if ends_early(window):
            reading.doubt(["end_before_start"])
        return reading.deadline(DeadlineKind.PERIOD, [window])
    return None


def _continuous(reading: Reading) -> Deadline:
    items = [item._replace(role=FROM) if reading.onward else item for item in reading.items]
    if reading.onward and (len(items) > 1 or any(item.role in LIMITS for item in reading.items)):
        reading.doubt(["wrong_word"])  # onward from which of them?
    written = zip(items, reading.written, strict=True)
    # «постоянно, в течение года»: no year is named that could bound it
    items = [item for item, words in written if has_year(words) or not is_year(item)]
    windows = windows_of(items, reading)
    period = reading.context.period
    if not windows and reading.whole_period and period and (period.start or period.end):
        windows = [Window(period.start, period.end)]
    if any(not is_year(item) and item.role is ON and item.first is item.last for item in items):
        reading.doubt(["wrong_word"])  # «постоянно» beside one month: which of the two?
    return reading.deadline(DeadlineKind.CONTINUOUS, windows)


def _by_month_word(reading: Reading) -> Deadline | None:
    """Days of no named month: «5 числа месяца» recurs, «в течение месяца» waits, «до 15» is asked."""
    unnamed = [i for i in reading.items if UNNAMED in (i.first.bounds[0][0], i.last.bounds[0][0])]
    if not unnamed:
        return None
    named = [item for item in reading.items if item not in unnamed]
    if all(item.first.of_month for item in unnamed):
        if named and all(_is_month(item) for item in named):
            return dated_deadline(reading, [_within(month, item) for month in named for item in unnamed])
        reading.doubt(code for item in unnamed for code in item.first.doubts)
        if any(item.last.scale < MONTH for item in named):
            reading.doubt(["wrong_word"])  # «последняя среда месяца, 15 мая»
        rule = rrules.monthly(unnamed, Frequency("month"))
        return reading.deadline(DeadlineKind.RECURRING, windows_of(named, reading), rule)
    if all(span.scale is MONTH for item in unnamed for span in item.spans):
        if named:
            reading.doubt(["event_and_date"])  # «в течение месяца (май)»
            return dated_deadline(reading, named)
        return reading.deadline(DeadlineKind.UNSCHEDULED)
    reading.doubt(["month_unknown"])
    return reading.deadline(DeadlineKind.UNKNOWN)


def _is_month(item: Item) -> bool:
    return item.role is ON and item.first is item.last and item.first.scale is MONTH


def _within(month: Item, item: Item) -> Item:
    """«сентябрь, последняя неделя месяца»."""
    number, year = month.first.first_month, month.first.year
    first, last = (
        span._replace(bounds=((number, span.bounds[0][1]), (number, span.bounds[1][1])), year=year)
        for span in (item.first, item.last)
    )
    return item._replace(first=first, last=first if item.first is item.last else last)


def _combined(reading: Reading) -> Deadline:
    if reading.frequencies:
        return repeated(reading)
    if deadline := _by_month_word(reading) or _spanned(reading):
        return deadline
    items = reading.items
    if reading.always or (reading.onward and not reading.scheduled and not _is_list(items)):
        return _continuous(reading)
    after = bool(items) and items[0].role is AFTER and all(item.role is AFTER for item in items)
    if after or (reading.scheduled and all(is_year(item) or item.role in _OPEN for item in items)):
        if any(item.role is FROM and not is_year(item._replace(role=ON)) for item in items):
            reading.doubt(["event_and_date"])  # «по графику с 15 мая»
        bounds = [item for item in items if item.role is not AFTER or item.last.scale < SEASON]
        return reading.deadline(DeadlineKind.UNSCHEDULED, windows_of(bounds, reading))
    if reading.event or (reading.onward and reading.scheduled):
        reading.doubt(["event_and_date"])
    if items:
        return dated_deadline(reading, items)
    return reading.deadline(DeadlineKind.UNKNOWN)


def _is_list(items: Sequence[Item]) -> bool:
    return len(items) > 1 and not any(is_year(item) for item in items)


def meaning(phrase: str, tokens: Tokens, context: DeadlineContext, weekdays: Sequence[str] = ()) -> Deadline:
    """The deadline of a phrase; a day that no calendar has makes it unknown, never another day.

    ``weekdays``: all that the phrase names, since the rewriting drops those beside a date.
    """
    reading = sorted_out(phrase, tokens, context)
    if "BLANK" in reading.present:
        return Deadline(phrase, DeadlineKind.UNKNOWN, doubts=("left_blank",))
    understood = reading.items or reading.frequencies or reading.always or reading.scheduled or reading.onward
    if not understood:
        empty = not any(char.isalnum() for char in phrase)
        doubts = (
            ["no_deadline"]
            if empty
            else [c for c in reading.doubts if c != "wrong_word"] or ["not_understood"]
        )
        return Deadline(phrase, DeadlineKind.UNKNOWN, doubts=tuple(doubts))
    if unread_time(reading.present) and (reading.items or not reading.scheduled):
        return Deadline(phrase, DeadlineKind.UNKNOWN, doubts=("wrong_word",))
    reading.written = parted(reading.items, context)
    try:
        reading.items = place(reading.written, context)
        if weekdays and not reading.frequencies and contradict(weekdays, reading.items):
            reading.doubt(["weekday_mismatch"])
        return _combined(reading)
    except UnknownMonth:
        return Deadline(phrase, DeadlineKind.UNKNOWN, doubts=("month_unknown",))
    except UnknownYear:
        return Deadline(phrase, DeadlineKind.UNKNOWN, doubts=("year_unknown",))
    except (ImpossibleDate, OverflowError):
        return Deadline(phrase, DeadlineKind.UNKNOWN, doubts=("impossible_date",))
