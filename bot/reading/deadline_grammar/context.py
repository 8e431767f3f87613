"""What a phrase cannot say itself and its place in the document does."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

from bot.domain.plan import Period
from bot.domain.school_year import CalendarYear, PlanYear, SchoolYear


@dataclass(frozen=True, slots=True)
class DeadlineContext:
    year: PlanYear | None = None  # the document's own year
    section_month: tuple[int, int] | None = None  # (year, month) of a month block
    column_year: int | None = None  # a year column's header governs its cells
    period: Period | None = None  # the plan's own bounds; may span several years

    default_year: PlanYear | None = field(init=False, compare=False)
    """The year of words that name none; a column goes before the document."""
    bounds: Period = field(init=False, compare=False)
    """Outside these a date is doubtful; the August before a school year, which prepares it, is in."""

    def __post_init__(self) -> None:
        object.__setattr__(self, "default_year", self._year_by_default())
        object.__setattr__(self, "bounds", _bounds(self.year, self.period))

    def _year_by_default(self) -> PlanYear | None:
        if self.column_year:
            return CalendarYear(self.column_year)
        if self.year is None and self.section_month:
            return SchoolYear.of(date(*self.section_month, 1))
        return self.year


def _bounds(year: PlanYear | None, period: Period | None) -> Period:
    if period is None or not (period.start or period.end):
        period = Period(year.start, year.end) if year else Period(None, None)
    if period.start and (period.start.month, period.start.day) == (9, 1):
        return Period(period.start.replace(month=8), period.end)
    return period
