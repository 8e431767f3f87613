"""What a fully rewritten row of tokens means: one kind, its windows, its rule, its doubts."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from bot.domain.deadlines import Deadline, DeadlineKind, Window
from bot.reading.deadline_grammar import rrules
from bot.reading.deadline_grammar.cascade import Tokens
from bot.reading.deadline_grammar.context import DeadlineContext
from bot.reading.deadline_grammar.labels import unread_time
from bot.reading.deadline_grammar.placing import ImpossibleDate, UnknownMonth, UnknownYear, parted, place
from bot.reading.deadline_grammar.rhythms import Frequency
from bot.reading.deadline_grammar.roles import Item, Role
from bot.reading.deadline_grammar.span import UNNAMED, Scale
from bot.reading.deadline_grammar.windows import (
    LIMITS,
    Reading,
    all_within,
    ends_early,
    has_year,
    is_year,
    sides_of,
    sorted_out,
    window_of,
    windows_of,
    within,
)

_A_YEAR = {"year": 1, "half": 2, "quarter": 4, "term": 4}  # that many times
_OPEN = (Role.FROM, Role.AFTER)


def _repeated(reading: Reading) -> Deadline:
    """A frequency, with the months it names in the rule and the years it names as bounds."""
    frequency = max(
        reading.frequencies, key=lambda f: (bool(f.days or f.month), f.times)
    )  # «раз в неделю по пятницам»
    if len({f.unit for f in reading.frequencies}) > 1:
        reading.doubt(["several_frequencies"])
    unnamed = [
        item
        for item in reading.written
        if item.first.first_month == UNNAMED and item.first.scale < Scale.MONTH
    ]
    if unnamed and frequency.unit in ("month", "quarter", "half"):
        pairs = zip(reading.written, reading.items, strict=True)
        bounds = [placed for item, placed in pairs if item not in unnamed]
        rule = rrules.monthly(unnamed, frequency)
        if frequency.unit != "month" and any(item.role not in LIMITS for item in unnamed):
            reading.doubt(["approximate"])  # «ежеквартально, в последней декаде»: of which month?
        return reading.deadline(DeadlineKind.RECURRING, _bounding(bounds, reading), rule)
    if frequency.unit == "year" and (deadline := _yearly(reading, frequency.interval)):
        return deadline
    return _every(reading, frequency)


def _yearly(reading: Reading, interval: int) -> Deadline | None:
    """A yearly rule with its months, or from its first year on; None for a bare «ежегодно»."""
    written = reading.written
    pairs = list(zip(written, reading.items, strict=True))
    inner = [placed for item, placed in pairs if not has_year(item) and not is_year(item)]
    bounds = [placed for item, placed in pairs if has_year(item) or is_year(item)]
    if written and all("years_spread" in item.first.doubts for item in written):
        return _through_years(written, interval, reading)
    limit = len(pairs) == 1 and written[0].role in LIMITS and written[0].last.scale is Scale.DAY
    if not inner and limit:
        reading.doubt(["until_unclear"])  # «ежегодно до 30.09.2022»: each year, or for the last time?
    if not inner and (limit or (reading.onward and len(pairs) == 1 and not is_year(written[0]))):
        rule, doubts = rrules.yearly(written, interval)  # «май 2022 г., далее ежегодно»
        reading.doubt(doubts)
        return reading.deadline(DeadlineKind.RECURRING, [_from(bounds[0])], rule)
    if inner:
        rule, doubts = rrules.yearly(inner, interval)
        reading.doubt(doubts)
        return reading.deadline(DeadlineKind.RECURRING, _bounding(bounds, reading), rule)
    return None


def _through_years(spread: Sequence[Item], interval: int, reading: Reading) -> Deadline:
    """«ежегодно до 20 декабря 2020-2024 гг.»: one occasion in each of the years."""
    same = {item.first.bounds: item for item in reversed(spread)}
    rule, doubts = rrules.yearly(list(same.values()), interval)
    reading.doubt(doubts)
    years = [item.first.year for item in spread if item.first.year]
    return reading.deadline(DeadlineKind.RECURRING, [Window(years[0].start, years[-1].end)], rule)


def _every(reading: Reading, frequency: Frequency) -> Deadline:
    """The dates where they are named beside a frequency, else the frequency within its bounds."""
    listed = len(reading.items) > 1
    dated = [
        item
        for item in reading.items
        if (item.role is Role.ON or (listed and item.role in LIMITS))
        and item.first is item.last
        and not is_year(item)
    ]
    if dated and (len(dated) > 1 or frequency.unit == "year" or dated[0].first.scale is Scale.DAY):
        if len(dated) != frequency.times * _A_YEAR.get(frequency.unit, 0) or len(dated) == 1:
            reading.doubt(["frequency_dropped"])
        return _dated(reading, reading.items)
    rule, doubts = rrules.rule_of(frequency)
    reading.doubt(doubts)
    return reading.deadline(DeadlineKind.RECURRING, _bounding(reading.items, reading), rule)


def _bounding(items: Sequence[Item], reading: Reading) -> list[Window]:
    """What bounds a rhythm: the windows named, or all time from the first («май, далее ежемесячно»)."""
    if reading.onward and len(items) == 1:
        return [_from(items[0])]
    return windows_of(items, reading)


def _from(item: Item) -> Window:
    """«декабрь 2021 г., далее ежегодно»: from the first time on."""
    start, end = sides_of(item)
    return Window(start or end, None)


def _spanned(reading: Reading) -> Deadline | None:
    """«с …» and a limit further on are one window; so is «… и последующий период до …»."""
    items = reading.items
    if len(items) != 2 or items[1].role not in LIMITS:
        return None
    if items[0].role is Role.FROM or (reading.onward and items[0].role is Role.ON):
        window = Window(sides_of(items[0])[0], window_of(items[1], reading).end)
        if ends_early(window):
            reading.doubt(["end_before_start"])
        return reading.deadline(DeadlineKind.PERIOD, [window])
    return None


def _continuous(reading: Reading) -> Deadline:
    items = [item._replace(role=Role.FROM) if reading.onward else item for item in reading.items]
    if reading.onward and (len(items) > 1 or any(item.role in LIMITS for item in reading.items)):
        reading.doubt(["wrong_word"])  # onward from which of them?
    windows = windows_of(items, reading)
    period = reading.context.period
    if not windows and reading.whole_period and period and (period.start or period.end):
        windows = [Window(period.start, period.end)]
    if any(not is_year(item) and item.role is Role.ON and item.first is item.last for item in items):
        reading.doubt(["wrong_word"])  # «постоянно» beside one month: which of the two?
    return reading.deadline(DeadlineKind.CONTINUOUS, windows)


def _dated(reading: Reading, items: Sequence[Item]) -> Deadline:
    years = [item for item in items if is_year(item)] if len(items) > 1 else []
    finer = [item for item in items if not is_year(item)]
    # «в течение года (сентябрь, май)», «2022 год: май», «декабрь, май (2021-2022 учебный год)»
    specified = bool(
        years and finer and (is_year(items[0]) or (is_year(items[-1]) and has_year(reading.written[-1])))
    )
    role, windows = _occasions(finer if specified else items, reading)
    if years and finer and not (specified and all_within(windows, windows_of(years, reading))):
        reading.doubt(["year_and_dates"])
    if len(windows) > 1:
        return reading.deadline(DeadlineKind.PERIODS, windows)
    (window,) = windows
    if role in LIMITS:
        return reading.deadline(DeadlineKind.BY, windows)
    if role is Role.FROM:
        return reading.deadline(DeadlineKind.CONTINUOUS, windows)
    exact = window.start == window.end
    return reading.deadline(DeadlineKind.DATE if exact else DeadlineKind.PERIOD, windows)


def _occasions(items: Sequence[Item], reading: Reading) -> tuple[Role, list[Window]]:
    """The windows of items, and the role of the first of them.

    «август с 11 по 15 августа» is those days: a stretch just before a part of it frames that. In a list with
    signs the two may also be two occasions.
    """
    windows = [window_of(item, reading) for item in items]
    frames = [
        bool(inner != outer and inner.end and not outer.label and within(inner, outer))
        for outer, inner in pairwise(windows)
    ]
    ranged = any(item.first is not item.last for item, frame in zip(items, frames, strict=False) if frame)
    if any(frames) and (ranged or not reading.present.isdisjoint(("SEP", "AND"))):
        reading.doubt(["one_within_another"])
    elif any(frames):
        kept = [i for i, frame in enumerate([*frames, False]) if not frame]
        items, windows = [items[i] for i in kept], [windows[i] for i in kept]
    return items[0].role, list(dict.fromkeys(windows))


def _by_month_word(reading: Reading) -> Deadline | None:
    """Days of no named month: «5 числа месяца» recurs, «в течение месяца» waits, «до 15» is asked."""
    unnamed = [item for item in reading.items if UNNAMED in (item.first.first_month, item.last.first_month)]
    if not unnamed:
        return None
    if all(item.first.of_month for item in unnamed):
        return reading.deadline(DeadlineKind.RECURRING, rule=rrules.monthly(unnamed, Frequency("month")))
    if all(item.first.scale is Scale.MONTH for item in unnamed):
        return reading.deadline(DeadlineKind.UNSCHEDULED)
    reading.doubt(["month_unknown"])
    return reading.deadline(DeadlineKind.UNKNOWN)


def _combined(reading: Reading) -> Deadline:
    if reading.frequencies:
        return _repeated(reading)
    if deadline := _by_month_word(reading) or _spanned(reading):
        return deadline
    items = reading.items
    if reading.always or (reading.onward and not reading.scheduled and not _is_list(items)):
        return _continuous(reading)
    after = bool(items) and all(item.role is Role.AFTER for item in items)
    if after or (reading.scheduled and all(is_year(item) or item.role in _OPEN for item in items)):
        return reading.deadline(DeadlineKind.UNSCHEDULED, windows_of(items, reading))
    if reading.event or (reading.onward and reading.scheduled):
        reading.doubt(["event_and_date"])
    if items:
        return _dated(reading, items)
    return reading.deadline(DeadlineKind.UNKNOWN)


def _is_list(items: Sequence[Item]) -> bool:
    return len(items) > 1 and not any(is_year(item) for item in items)


def meaning(phrase: str, tokens: Tokens, context: DeadlineContext) -> Deadline:
    """The deadline of a phrase; a day that no calendar has makes it unknown, never another day."""
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
        return _combined(reading)
    except UnknownMonth:
        return Deadline(phrase, DeadlineKind.UNKNOWN, doubts=("month_unknown",))
    except UnknownYear:
        return Deadline(phrase, DeadlineKind.UNKNOWN, doubts=("year_unknown",))
    except (ImpossibleDate, OverflowError):
        return Deadline(phrase, DeadlineKind.UNKNOWN, doubts=("impossible_date",))
