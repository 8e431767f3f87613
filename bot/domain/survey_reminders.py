"""When whoever was asked and has not sent is reminded: three times at most, in the message of the day."""

from __future__ import annotations

from datetime import date, timedelta

from bot.domain.reminders import Days

_BEFORE_THE_END = 2  # days


def reminder_days(first: date, last: date) -> tuple[date, ...]:
    """The middle of the wave, two days before its last one, and the last one; after the first day only."""
    middle = first + (last - first) // 2
    days = {middle, last - timedelta(days=_BEFORE_THE_END), last}
    return tuple(sorted(day for day in days if day > first))


def is_reminded(first: date, last: date, days: Days) -> bool:
    """Whether one of the days has come that was not spoken of yet, and answers are still accepted."""
    return days.today <= last and days.any_of(reminder_days(first, last))
