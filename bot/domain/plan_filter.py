"""Which of a plan's tasks are looked at: by section, month, school, party and condition, in any mixture."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from enum import StrEnum


class Facet(StrEnum):
    """What tasks are chosen by; a letter, since a button carries little."""

    SECTION = "s"
    MONTH = "m"
    SCHOOL = "h"
    PARTY = "p"
    CONDITION = "c"


class Condition(StrEnum):
    """How a task stands: a state of its life, or late."""

    OVERDUE = "overdue"
    OPEN = "open"
    RETURNED = "returned"
    REPORTED = "reported"
    CONFIRMED = "confirmed"
    ACCEPTED = "accepted"
    PLANNED = "planned"
    WAITING = "waiting"


_CODE = re.compile(
    r"(?:s(?P<s>\d{1,9}))?(?:m(?P<m>\d{6}))?(?:h(?P<h>\d{1,9}))?(?:p(?P<p>\d{1,9}))?(?:c(?P<c>\w+))?"
)
NOTHING = "-"


@dataclass(frozen=True, slots=True)
class PlanFilter:
    """None: whatever it is."""

    section: int | None = None
    month: tuple[int, int] | None = None  # year and month of the last day
    school: int | None = None
    party: int | None = None  # whom the row names, in whatever part
    condition: Condition | None = None

    def code(self) -> str:
        """As a button carries it: «s12m202610h3coverdue»; «-» for a filter that leaves everything."""
        month = f"{self.month[0]:04}{self.month[1]:02}" if self.month else None
        parts = (self.section, month, self.school, self.party, self.condition)
        return (
            "".join(f"{facet}{value}" for facet, value in zip(Facet, parts, strict=True) if value) or NOTHING
        )

    @classmethod
    def read(cls, code: str) -> PlanFilter:
        """The filter of such a code; ValueError for anything else."""
        if code == NOTHING:
            return cls()
        found = _CODE.fullmatch(code)
        if not found or not code:
            raise ValueError(code)
        section, month, school, party, condition = found.group("s", "m", "h", "p", "c")
        if month and not 1 <= int(month[4:]) <= 12:
            raise ValueError(code)
        return cls(
            int(section) if section else None,
            (int(month[:4]), int(month[4:])) if month else None,
            int(school) if school else None,
            int(party) if party else None,
            Condition(condition) if condition else None,
        )

    def without(self, facet: Facet) -> PlanFilter:
        return replace(self, **{facet.name.lower(): None})

    def having(self, facet: Facet, value: str) -> PlanFilter:
        """The same with one more choice; ``value`` as in a code."""
        chosen = PlanFilter.read(f"{facet}{value}")
        return replace(self, **{facet.name.lower(): getattr(chosen, facet.name.lower())})

    def has(self, facet: Facet) -> bool:
        return getattr(self, facet.name.lower()) is not None
