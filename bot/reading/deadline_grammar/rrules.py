"""RFC 5545 rules for what comes again and again. ``bot.domain.recurrence`` expands exactly these."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from bot.reading.deadline_grammar.frequency import Frequency
from bot.reading.deadline_grammar.item import AFTER, BEFORE, BY, FROM, Item
from bot.reading.deadline_grammar.placing import ImpossibleDate, UnknownMonth, days_of, shifted
from bot.reading.deadline_grammar.span import DAY, LAST, PART, UNNAMED, WORKDAYS

TERM_ENDS = (10, 12, 3, 5)  # the months in which school quarters end
TRIMESTER_ENDS = (11, 2, 5)
LONGEST_MONTH = 31
_SHORTEST = {2: 28}  # days that a month has at least, where these are not 30
_MONTHS = {"month": 1, "quarter": 3, "half": 6, "year": 12}
_TIMES_A_MONTH = {2: "15,-1", 3: "10,20,-1"}


def _interval(name: str, interval: int) -> str:
    return f"FREQ={name}" + (f";INTERVAL={interval}" if interval > 1 else "")


def _listed(numbers: Sequence[int]) -> str:
    return ",".join(map(str, dict.fromkeys(numbers)))


@lru_cache(maxsize=256)
def rule_of(frequency: Frequency) -> tuple[str, tuple[str, ...]]:
    """The rule of a frequency and what is doubtful about it.

    Several times in a unit cut it into equal parts where months allow that; else the unit stands alone.
    """
    unit, times, interval = frequency.unit, frequency.times, frequency.interval
    doubts = frequency.doubts
    if frequency.month:
        length = _MONTHS[unit]
        first = frequency.month if frequency.month > 0 else length + 1 + frequency.month
        return f"FREQ=YEARLY;BYMONTH={_listed(range(first, 13, length))}", doubts
    if unit == "month" and interval == 1 and times in _TIMES_A_MONTH:
        return f"FREQ=MONTHLY;BYMONTHDAY={_TIMES_A_MONTH[times]}", (*doubts, "times_unclear")
    if unit in _MONTHS:
        months = _MONTHS[unit] * interval
        if months % times:
            doubts, times = (*doubts, "times_unclear"), 1
        if unit == "year" and times == 1:
            return _interval("YEARLY", interval), doubts
        return _interval("MONTHLY", months // times), doubts
    if times > 1 or (unit in ("term", "trimester", "decade") and interval > 1):
        doubts = (*doubts, "times_unclear")
    if unit == "term":
        return f"FREQ=YEARLY;BYMONTH={_listed(TERM_ENDS)}", doubts
    if unit == "trimester":
        return f"FREQ=YEARLY;BYMONTH={_listed(TRIMESTER_ENDS)}", (*doubts, "approximate")
    if unit == "decade":
        return f"FREQ=MONTHLY;BYMONTHDAY={_TIMES_A_MONTH[3]}", doubts
    if unit == "week":
        days = f";BYDAY={','.join(frequency.days)}" if frequency.days else ""
        return _interval("WEEKLY", interval) + days, doubts
    return _interval("DAILY", interval), doubts


def _month_days(first: int, last: int) -> list[int]:
    """The days of a month in a rule's words, where -1 is the last."""
    if first < 1:
        return list(range(first - 1, last))
    return list(range(first, (last or LONGEST_MONTH) + 1))


def _months_of(item: Item) -> list[int]:
    first, last = item.first.bounds[0][0], item.last.bounds[1][0]
    return [(first - 1 + i) % 12 + 1 for i in range((last - first) % 12 + 1)]


def _days_of(item: Item) -> list[int] | None:
    """The days of the month that an item names; none where it names whole months."""
    (first_month, first), (last_month, last) = item.first.bounds[0], item.last.bounds[1]
    if item.role in (BY, BEFORE):
        return [last if last > 0 else last - 1]
    if first == 1 and last in (LAST, 30, LONGEST_MONTH):
        return None
    return _month_days(first, last) if first_month == last_month else None


def _weekdays(weekdays: Sequence[tuple[int, str]]) -> str:
    """«BYDAY=2WE,4WE»; a working day is one of five, counted together."""
    nth, day = weekdays[0]
    most = 23 if day == WORKDAYS else 5  # that a month may have
    if not all(1 <= abs(number) <= most for number, _ in weekdays):
        raise ImpossibleDate
    if day == WORKDAYS:
        return f"BYDAY={day};BYSETPOS={nth}"
    return "BYDAY=" + ",".join(f"{nth}{day}" for nth, day in weekdays)


def monthly(items: Sequence[Item], frequency: Frequency) -> str:
    """«не позднее 5 числа каждого месяца», «последняя пятница месяца», «ежеквартально до 10 числа»."""
    rule, _ = rule_of(frequency._replace(times=1))  # «2 раза в месяц (1 и 3 неделя)»: the days tell
    weekdays = [item.first.weekday for item in items if item.first.weekday]
    if weekdays:
        return f"{rule};{_weekdays(weekdays)}"
    days = [day for item in items for day in _days_of(item) or []]
    if not all(1 <= abs(day) <= LONGEST_MONTH for day in days):
        raise ImpossibleDate
    return rule + (f";BYMONTHDAY={_listed(days)}" if days else "")


def _day_before(item: Item) -> tuple[int, list[int]]:
    """«до сентября», «до начала учебного года»: the last day of August."""
    first, _ = days_of(item.last._replace(year=None))
    before = shifted(first, -1)
    in_leap_years_too = (before.month, before.day) == (2, 28)
    return before.month, [-1 if in_leap_years_too else before.day]


def _check(item: Item) -> None:
    """Each day named must be one of some year: days_of raises otherwise."""
    for span in item.spans:
        if span.weekday is None:
            days_of(span._replace(year=None))
        elif span.first_month == UNNAMED:
            raise UnknownMonth


def _is_partial(item: Item) -> bool:
    """Whether it begins or ends within a month: «с 15 мая по 1 ноября»."""
    starts, ends = item.first.bounds[0][1], item.last.bounds[1]
    begun = item.first.scale <= PART and starts != 1
    return begun or (item.last.scale <= PART and ends[1] > 0 and ends[1] < _SHORTEST.get(ends[0], 30))


def yearly(items: Sequence[Item], interval: int) -> tuple[str, tuple[str, ...]]:
    """«ежегодно сентябрь-октябрь», «ежегодно, до 1 декабря»: months and, where they agree, days."""
    months: list[int] = []
    days: list[list[int] | None] = []
    doubts: tuple[str, ...] = ()
    for item in items:
        _check(item)
        if item.role is BEFORE and item.last.scale is not DAY and not item.last.to_end:
            month, own = _day_before(item)
            months.append(month)
            days.append(own)
            continue
        if item.role is AFTER:
            months.append(item.last.bounds[1][0] % 12 + 1)
            days.append(None)
            doubts = ("approximate",)
            continue
        if item.role is FROM:  # «ежегодно, не ранее 1 мая»: on which day?
            doubts = ("approximate",)
        by = item.role in (BY, BEFORE)
        months += [item.last.bounds[1][0]] if by else _months_of(item)
        days.append(_days_of(item))
        if days[-1] is None and _is_partial(item):
            doubts = ("days_dropped",)
    rule = f"{_interval('YEARLY', interval)};BYMONTH={_listed(months)}"
    if items[0].first.weekday:
        return f"{rule};{_weekdays([items[0].first.weekday])}", doubts
    if any(own != days[0] for own in days):
        return rule, ("days_dropped",)
    return rule + (f";BYMONTHDAY={_listed(days[0])}" if days[0] else ""), doubts
