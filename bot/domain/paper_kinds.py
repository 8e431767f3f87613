"""Which official papers there are, and for which days one is written."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from bot.domain.plan import Period
from bot.domain.school_year import SchoolYear, next_month


class PaperKind(StrEnum):
    """The papers that are made by a template; their values stand in buttons and in the database."""

    PLAN = "plan"  # the plan in its own order with marks of completion
    DISTRICT = "district"  # the district's analytical report
    SCHOOL = "school"  # a school's analytical report
    PROTOCOL = "protocol"  # of the coordination council that hears the district's report
    CHECKLIST = "checklist"
    ATTENDANCE = "attendance"  # лист регистрации
    LETTER = "letter"  # to the schools: what is due in a month
    CONSULTATIONS = "consultations"  # when there are any
    PROGRAMME = "programme"  # a school's anti-risk programme, made of its profile


class PaperFormat(StrEnum):
    DOCX = "docx"
    PDF = "pdf"


WHOLE_DISTRICT = frozenset({PaperKind.DISTRICT, PaperKind.PROTOCOL, PaperKind.LETTER})
ONE_SCHOOL = frozenset({PaperKind.SCHOOL})
# Of these a person says which days are meant; the others have a period of their own.
OF_A_PERIOD = frozenset({PaperKind.DISTRICT, PaperKind.SCHOOL, PaperKind.PROTOCOL, PaperKind.LETTER})


@dataclass(frozen=True, slots=True)
class NamedPeriod:
    name: str  # first-half, second-half, school-year, plan, this-month, next-month
    period: Period


def usual_periods(plan: Period, today: date) -> tuple[NamedPeriod, ...]:
    """Those that reports are asked for: the halves and the whole of this school year, and of the plan."""
    year = SchoolYear.of(today)
    first, second = (Period(*half) for half in year.halves)
    return (
        NamedPeriod("first-half", first),
        NamedPeriod("second-half", second),
        NamedPeriod("school-year", Period(year.start, year.end)),
        NamedPeriod("plan", plan),
    )


def month_of(day: date) -> Period:
    """The calendar month that a day lies in."""
    return Period(day.replace(day=1), date.fromordinal(next_month(day).toordinal() - 1))


def period_code(period: Period) -> str:
    """As a button carries it: «20260901-20261231», an open side empty."""
    sides = (f"{day:%Y%m%d}" if day else "" for day in (period.start, period.end))
    return "-".join(sides)


def period_of(code: str) -> Period:
    """The inverse of :func:`period_code`; ValueError for anything else."""
    start, end = (date.fromisoformat(side) if side else None for side in code.split("-"))
    return Period(start, end)
