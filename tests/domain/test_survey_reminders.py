"""Three reminders of a wave at most, on days that a stop does not multiply."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from bot.domain.reminders import Days
from bot.domain.survey_reminders import is_reminded, reminder_days

FIRST = date(2026, 9, 1)


def day(number: int) -> date:
    return FIRST + timedelta(days=number)


@pytest.mark.parametrize(
    ("length", "days"),
    [(14, (7, 12, 14)), (7, (3, 5, 7)), (4, (2, 4)), (3, (1, 3)), (2, (1, 2)), (1, (1,)), (0, ())],
)
def test_the_days(length: int, days: tuple[int, ...]) -> None:
    assert reminder_days(FIRST, day(length)) == tuple(map(day, days))


def test_whoever_hears_daily_is_reminded_three_times() -> None:
    told = [n for n in range(20) if is_reminded(FIRST, day(14), Days(day(n - 1), day(n)))]
    assert told == [7, 12, 14]


def test_a_stop_is_caught_up_with_once_and_not_after_the_end() -> None:
    assert is_reminded(FIRST, day(14), Days(day(6), day(13)))
    assert not is_reminded(FIRST, day(14), Days(day(12), day(13)))
    assert not is_reminded(FIRST, day(14), Days(day(6), day(15)))
