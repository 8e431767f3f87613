"""What the checks look at, and what they answer."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from bot.domain.plan import DraftActivity, Fix, FixField, Period, PlanColumn
from bot.reading.deadline_grammar.context import DeadlineContext
from bot.reading.extract import Extract
from bot.reading.rows import RawActivity

LINK = re.compile(r"\S*(?:://|www\.|@|\.ru\b|\.рф\b)\S*")
WORD = re.compile(r"[А-Яа-яЁё]+(?:-[А-Яа-яЁё]+)*")


class Found(NamedTuple):
    """``about`` ends the message; ``activity`` is None for the whole plan."""

    activity: int | None
    code: str
    about: str = ""
    fix: Fix | None = None


@dataclass(frozen=True, slots=True)
class Line:
    """One activity as it was understood and as it stood."""

    index: int
    item: DraftActivity
    raw: RawActivity
    context: DeadlineContext  # in which its deadline was read

    @property
    def place(self) -> tuple[str, ...]:
        """The section that it is in, and the months and years around that."""
        return (self.item.section, *self.raw.times)

    @property
    def is_first(self) -> bool:
        return self.item.number.strip(" .)") == "1"


@dataclass(frozen=True)
class Facts:
    lines: Sequence[Line]
    extract: Extract
    heading: str  # the plan's title and the prose above its first table
    period: Period
    year_guessed: bool

    @cached_property
    def dated(self) -> bool:
        """The plan says of some row when: it has a column for it, at least."""
        return self.has_column(PlanColumn.DEADLINE) or any(line.raw.has_deadline for line in self.lines)

    def has_column(self, column: PlanColumn) -> bool:
        return any(heading.column is column for heading in self.extract.headings)

    @cached_property
    def runs(self) -> list[list[Line]]:
        """Neighbouring lines of one section, of one month; a table that counts from 1 again begins anew."""
        runs: list[list[Line]] = []
        for line in self.lines:
            above = runs[-1][-1] if runs else None
            if above is None or above.place != line.place or (line.raw.opens and line.is_first):
                runs.append([])
            runs[-1].append(line)
        return runs


Check = Callable[[Facts], Iterator[Found]]


def written(item: DraftActivity) -> Iterator[tuple[FixField, str]]:
    """The fields that hold sentences, with what they are corrected by."""
    yield FixField.TITLE, item.title
    yield FixField.RESULT, item.result
    yield FixField.RESPONSIBLE, item.responsible_text
