"""What comes again and again: a frequency with the dates and the bounds beside it."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from bot.domain.deadlines import Deadline, DeadlineKind, Window
from bot.domain.school_year import CalendarYear
from bot.reading.deadline_grammar import rrules
from bot.reading.deadline_grammar.dated import dated_deadline
from bot.reading.deadline_grammar.frequency import Frequency
from bot.reading.deadline_grammar.item import ON, Item
from bot.reading.deadline_grammar.placing import UnknownMonth
from bot.reading.deadline_grammar.span import DAY, MONTH, SEASON, UNNAMED
from bot.reading.deadline_grammar.windows import LIMITS, Reading, has_year, is_year, sides_of, windows_of

_TWICE = 2
_A_YEAR = {"year": 1, "half": 2, "quarter": 4, "term": 4, "trimester": 3}  # that many times


def repeated(reading: Reading) -> Deadline:
    """A frequency, with the months it names in the rule and the years it names as bounds."""
    frequency = max(
        reading.frequencies, key=lambda f: (bool(f.days or f.month), f.times)
    )  # «раз в неделю по пятницам»
    units = {f.unit for f in reading.frequencies if f.unit}
    if not units:
        raise UnknownMonth  # «в последний месяц»: of what?
    if len(units) > 1:
        reading.doubt(["several_frequencies"])
    if not frequency.unit:
        frequency = frequency._replace(unit=units.pop())
    unnamed = [
        item for item in reading.written if item.first.first_month == UNNAMED and item.first.scale < MONTH
    ]
    if unnamed and frequency.unit in ("month", "quarter", "half"):
        pairs = zip(reading.written, reading.items, strict=True)
        bounds = [placed for item, placed in pairs if item not in unnamed]
        rule = rrules.monthly(unnamed, frequency)
        if any(item.role in LIMITS and item.last.scale is DAY for item in bounds):
            reading.doubt(["until_unclear"])  # «ежеквартально до 10 числа, по итогам года – до 20 января»
        if frequency.unit != "month" and any(item.role not in LIMITS for item in unnamed):
            reading.doubt(["approximate"])  # «ежеквартально, в последней декаде»: of which month?
        reading.doubt(code for item in unnamed for code in item.first.doubts)  # «ежемесячно (2 недели)»
        return reading.deadline(DeadlineKind.RECURRING, _bounding(bounds, reading), rule)
    if frequency.unit == "year" and (deadline := _yearly(reading, frequency)):
        return deadline
    return _every(reading, frequency)


def _yearly(reading: Reading, frequency: Frequency) -> Deadline | None:
    """A yearly rule with its months, or from its first year on; None for a bare «ежегодно»."""
    written, interval = reading.written, frequency.interval
    pairs = list(zip(written, reading.items, strict=True))
    inner = [placed for item, placed in pairs if not has_year(item) and not is_year(item)]
    if any("list_or_range" in span.doubts for item in inner for span in item.spans):
        reading.doubt(["list_or_range"])  # «2 раза в год (сентябрь май)»
    bounds = [placed for item, placed in pairs if has_year(item) or is_year(item)]
    if written and all("years_spread" in item.first.doubts for item in written):
        return _through_years(written, interval, reading)
    limit = len(pairs) == 1 and written[0].role in LIMITS and written[0].last.scale is DAY
    if not inner and limit:
        reading.doubt(["until_unclear"])  # «ежегодно до 30.09.2022»: each year, or for the last time?
    if not inner and (limit or (reading.onward and len(pairs) == 1 and not is_year(written[0]))):
        rule, doubts = rrules.yearly(written, interval)  # «май 2022 г., далее ежегодно»
        reading.doubt(doubts)
        return reading.deadline(DeadlineKind.RECURRING, [_from(bounds[0])], rule)
    if inner:
        if frequency.times == _TWICE:
            inner = _seasons(inner)
        if frequency.times > 1 and (frequency.times != len(inner) or _side_by_side(inner)):
            reading.doubt(["times_unclear"])  # «2 раза в год, до 1 мая»: when else?
        rule, doubts = rrules.yearly(inner, interval)
        reading.doubt(doubts)
        return reading.deadline(DeadlineKind.RECURRING, _bounding(bounds, reading), rule)
    return None


def _seasons(items: Sequence[Item]) -> list[Item]:
    """«2 раза в год, в осенне-весенний период» is once in autumn and once in spring."""
    if len(items) != 1 or items[0].first.scale is not SEASON:
        return list(items)
    return [items[0]._replace(first=span, last=span) for span in items[0].spans]


def _side_by_side(items: Sequence[Item]) -> bool:
    """«2 раза в год: I и II полугодие»: months in a row are one occasion of a rule."""
    months = [item for item in items if item.first.scale >= MONTH]
    after = {item.last.bounds[1][0] % 12 + 1 for item in months}
    return not after.isdisjoint(item.first.first_month for item in months)


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
    expected = frequency.times * _A_YEAR.get(frequency.unit, 0)
    each = listed and len(reading.items) == expected  # «2 раза в год»: two stretches are no bounds either
    dated = [
        item
        for item in reading.items
        if (item.role is ON or (listed and item.role in LIMITS))
        and (each or item.first is item.last)
        and not is_year(item)
    ]
    if dated and (len(dated) > 1 or frequency.unit == "year" or dated[0].first.scale is DAY):
        if len(dated) != expected or len(dated) == 1:
            reading.doubt(["frequency_dropped"])
        if isinstance(reading.context.default_year, CalendarYear) and not _in_order(dated):
            reading.doubt(["year_assumed"])  # «ежеквартально (до 5 июля, 5 октября, 5 января)»
        return dated_deadline(reading, reading.items)
    rule, doubts = rrules.rule_of(frequency)
    reading.doubt(doubts)
    if dated and frequency.unit in _A_YEAR and not reading.onward:
        reading.doubt(["times_unclear"])  # «по итогам полугодия, январь»: a rhythm longer than its bounds
    return reading.deadline(DeadlineKind.RECURRING, _bounding(reading.items, reading), rule)


def _in_order(items: Sequence[Item]) -> bool:
    return all(before.last.bounds <= after.last.bounds for before, after in pairwise(items))


def _bounding(items: Sequence[Item], reading: Reading) -> list[Window]:
    """What bounds a rhythm: the windows named, or all time from the first («май, далее ежемесячно»)."""
    if reading.onward and len(items) == 1:
        return [_from(items[0])]
    return windows_of(items, reading)


def _from(item: Item) -> Window:
    """«декабрь 2021 г., далее ежегодно»: from the first time on."""
    start, end = sides_of(item)
    return Window(start or end, None)
