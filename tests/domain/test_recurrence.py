"""Each occurrence of a rule is the period in which the work is to be done once."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.recurrence import occurrences

SCHOOL_YEAR = (date(2026, 9, 1), date(2027, 5, 31))

TABLE = {
    "FREQ=MONTHLY": "01.09-30.09 01.10-31.10 01.11-30.11 01.12-31.12 01.01-31.01 01.02-28.02 01.03-31.03 "
    "01.04-30.04 01.05-31.05",
    "FREQ=MONTHLY;INTERVAL=2": "01.09-31.10 01.11-31.12 01.01-28.02 01.03-30.04 01.05-31.05",
    "FREQ=MONTHLY;INTERVAL=3": "01.10-31.12 01.01-31.03 01.04-31.05",
    "FREQ=MONTHLY;INTERVAL=6": "01.09-31.12 01.01-31.05",
    "FREQ=MONTHLY;INTERVAL=3;BYMONTHDAY=10": "-10.10 -10.01 -10.04",
    "FREQ=MONTHLY;BYMONTHDAY=-1": "-30.09 -31.10 -30.11 -31.12 -31.01 -28.02 -31.03 -30.04 -31.05",
    "FREQ=MONTHLY;BYDAY=-1FR": "25.09-25.09 30.10-30.10 27.11-27.11 25.12-25.12 29.01-29.01 26.02-26.02 "
    "26.03-26.03 30.04-30.04 28.05-28.05",
    "FREQ=YEARLY": "01.09-31.05",
    "FREQ=YEARLY;BYMONTH=5": "01.05-31.05",
    "FREQ=YEARLY;BYMONTH=9,10": "01.09-31.10",
    "FREQ=YEARLY;BYMONTH=9,5": "01.09-30.09 01.05-31.05",
    "FREQ=YEARLY;BYMONTH=12,1,2": "01.12-28.02",
    "FREQ=YEARLY;BYMONTH=10,12,3,5": "01.09-31.10 01.11-31.12 01.01-31.03 01.04-31.05",
    "FREQ=YEARLY;BYMONTH=12;BYMONTHDAY=1": "-01.12",
    "FREQ=YEARLY;BYMONTH=12,5;BYMONTHDAY=1": "-01.12 -01.05",
    "FREQ=YEARLY;BYMONTH=5;BYMONTHDAY=15,16,17": "15.05-17.05",
    "FREQ=YEARLY;BYMONTH=8": "",
    "FREQ=YEARLY;BYMONTH=9;BYDAY=-1FR": "25.09-25.09",
    "FREQ=YEARLY;BYMONTH=10;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1": "30.10-30.10",
}


@pytest.mark.parametrize(("rule", "expected"), TABLE.items())
def test_a_school_year_holds_these_occurrences(rule: str, expected: str) -> None:
    windows = occurrences(rule, *SCHOOL_YEAR)
    assert (
        " ".join(f"{w.start:%d.%m}-{w.end:%d.%m}" if w.start else f"-{w.end:%d.%m}" for w in windows)
        == expected
    )


def test_weeks_run_from_monday_to_sunday_within_the_bounds() -> None:
    windows = occurrences("FREQ=WEEKLY", date(2026, 9, 1), date(2026, 9, 15))
    assert [(str(w.start), str(w.end)) for w in windows] == [
        ("2026-09-01", "2026-09-06"),
        ("2026-09-07", "2026-09-13"),
        ("2026-09-14", "2026-09-15"),
    ]


def test_weekdays_are_single_days() -> None:
    windows = occurrences("FREQ=WEEKLY;BYDAY=TH,TU", date(2026, 9, 1), date(2026, 9, 8))
    assert [str(w.start) for w in windows] == ["2026-09-01", "2026-09-03", "2026-09-08"]


def test_a_longer_plan_has_a_period_every_twelve_months() -> None:
    windows = occurrences("FREQ=YEARLY", date(2026, 9, 1), date(2028, 8, 31))
    assert [(str(w.start), str(w.end)) for w in windows] == [
        ("2026-09-01", "2027-08-31"),
        ("2027-09-01", "2028-08-31"),
    ]


@pytest.mark.parametrize(
    "rule",
    [
        "",
        "FREQ=HOURLY",
        "FREQ=MONTHLY;COUNT=3",
        "FREQ=MONTHLY;INTERVAL=0",
        "FREQ=MONTHLY;BYMONTHDAY=0",
        "FREQ=MONTHLY;BYDAY=FR",
        "FREQ=MONTHLY;BYDAY=XX",
        "FREQ=WEEKLY;BYDAY=1FR",
        "FREQ=YEARLY;BYMONTH=13",
        "FREQ=YEARLY;BYMONTHDAY=5",
    ],
)
def test_other_rules_are_refused(rule: str) -> None:
    with pytest.raises(ValueError, match="not a"):
        occurrences(rule, *SCHOOL_YEAR)


@given(st.sampled_from(sorted(TABLE)), st.dates(date(2020, 1, 1), date(2030, 1, 1)), st.integers(0, 900))
def test_occurrences_lie_within_the_bounds_in_order(rule: str, first: date, length: int) -> None:
    last = date.fromordinal(first.toordinal() + length)
    windows = occurrences(rule, first, last)
    starts = [w.start for w in windows if isinstance(w.start, date)]
    ends = [w.end for w in windows if isinstance(w.end, date)]
    assert len(ends) == len(windows) == len(set(windows))
    assert ends == sorted(ends)
    assert all(first <= day <= last for day in starts + ends)
