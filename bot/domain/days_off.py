"""Days on which nobody is written to and nothing can be handed in: Sundays, holidays, school breaks."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass
from datetime import date

_SATURDAY, _SUNDAY = 6, 7

# Labour Code of the Russian Federation, article 112. The yearly transfers of days off are decreed anew each
# autumn, after most plans are written, so they are left out. Saturday is a school day in many schools.
_HOLIDAYS = frozenset(
    [(1, day) for day in range(1, 9)] + [(2, 23), (3, 8), (5, 1), (5, 9), (6, 12), (11, 4)],
)


def is_day_off(day: date) -> bool:
    return day.isoweekday() == _SUNDAY or (day.month, day.day) in _HOLIDAYS


@dataclass(frozen=True, slots=True)
class Break:
    """A district's own days off, both ends included: a school break, a holiday of the region."""

    first_on: date
    last_on: date
    name: str = ""

    def __contains__(self, day: date) -> bool:
        return self.first_on <= day <= self.last_on


def no_transfers(_year: int) -> Collection[date]:
    return ()


@dataclass(frozen=True, slots=True)
class Calendar:
    """The days off of one district."""

    breaks: Sequence[Break] = ()
    saturday_off: bool = False
    transfers: Callable[[int], Collection[date]] = no_transfers  # year → the holidays decreed for it

    def is_off(self, day: date) -> bool:
        return (
            is_day_off(day)
            or (self.saturday_off and day.isoweekday() == _SATURDAY)
            or day in self.transfers(day.year)
            or any(day in some for some in self.breaks)
        )
