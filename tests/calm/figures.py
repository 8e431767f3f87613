"""How often people are written to: messages by person, local day and week, beside the budget."""

from __future__ import annotations

import statistics
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date, timedelta

from bot.domain.people import Role

SUNDAY = 7
_WEEK = timedelta(days=7)


@dataclass(frozen=True, slots=True)
class Budget:
    """The most messages on the worst day and in the worst week of the worst-hit person."""

    a_day: int
    a_week: int


# What a person bears: issue after issue of such tools is about many single messages in place of one.
BUDGET = {Role.TEACHER: Budget(1, 3), Role.HEAD: Budget(1, 7), Role.COORDINATOR: Budget(2, 14)}
ROLES = (Role.TEACHER, Role.DEPUTY, Role.HEAD, Role.METHODIST, Role.CURATOR, Role.COORDINATOR)


@dataclass
class Hearer:
    """One person and what they were sent."""

    role: Role
    days: Counter[date] = field(default_factory=Counter)  # local day → messages

    def weeks(self, first: date, last: date) -> list[int]:
        """Messages of each week, Mondays to Sundays, the empty ones too."""
        monday = first - timedelta(days=first.weekday())
        counted = [0] * ((last - monday) // _WEEK + 1)
        for day, messages in self.days.items():
            counted[(day - monday) // _WEEK] += messages
        return counted

    @property
    def worst_day(self) -> int:
        return max(self.days.values(), default=0)

    @property
    def sundays(self) -> int:
        return sum(messages for day, messages in self.days.items() if day.isoweekday() == SUNDAY)


@dataclass
class Calm:
    """One plan's time with its people."""

    first: date
    last: date
    hearers: list[Hearer] = field(default_factory=list)
    kinds: Counter[str] = field(default_factory=Counter)  # «role: notice» → messages
    tasks: int = 0
    steps: int = 0  # of ladders: a task of a person, on a day on which it had to be spoken of
    unspoken: int = 0  # of these, those that no message spoke of

    def of(self, role: Role) -> list[tuple[Hearer, list[int]]]:
        return [(h, h.weeks(self.first, self.last)) for h in self.hearers if h.role is role]


def table(years: Iterable[Calm]) -> Iterator[str]:
    """One line a role, over all plans."""
    years = list(years)
    yield "role          people   a week: mean    p95   worst   worst day   Sundays   budget: a day, a week"
    for role in ROLES:
        found = [pair for year in years for pair in year.of(role)]
        weeks = sorted(n for _, weeks in found for n in weeks)
        if not weeks:
            continue
        allowed = BUDGET.get(role)
        yield (
            f"{role.value:<12} {len(found):>7} {statistics.fmean(weeks):>15.2f}"
            f" {weeks[int(len(weeks) * 0.95)]:>6} {weeks[-1]:>7} {max(h.worst_day for h, _ in found):>11}"
            f" {sum(h.sundays for h, _ in found):>9}"
            f" {f'{allowed.a_day}, {allowed.a_week}' if allowed else '–':>21}"
        )


def breaches(years: Iterable[Calm]) -> list[str]:
    """What is beyond the budget, a line each; nothing when all is calm."""
    found = Counter[str]()
    for year in years:
        for role in ROLES:
            allowed = BUDGET.get(role)
            for hearer, weeks in year.of(role):
                found[f"{role.value}: messages on a Sunday"] += hearer.sundays
                if allowed:
                    days = sum(messages > allowed.a_day for messages in hearer.days.values())
                    found[f"{role.value}: days with more than {allowed.a_day}"] += days
                    beyond = sum(messages > allowed.a_week for messages in weeks)
                    found[f"{role.value}: weeks with more than {allowed.a_week}"] += beyond
        found["steps of ladders that nobody spoke of"] += year.unspoken
    return [f"{what}: {times}" for what, times in found.items() if times]
