"""Days on which nothing can be handed in: Sundays and the public holidays of Russia."""

from __future__ import annotations

from datetime import date

_SUNDAY = 7

# Labour Code of the Russian Federation, article 112. The yearly transfers of days off are decreed anew each
# autumn, after most plans are written, so they are left out. Saturday is a school day in many schools.
_HOLIDAYS = frozenset(
    [(1, day) for day in range(1, 9)] + [(2, 23), (3, 8), (5, 1), (5, 9), (6, 12), (11, 4)],
)


def is_day_off(day: date) -> bool:
    return day.isoweekday() == _SUNDAY or (day.month, day.day) in _HOLIDAYS
