"""An item: one occurrence as written, a span or two and what the words make of them."""

from __future__ import annotations

from enum import Enum
from typing import NamedTuple

from bot.reading.deadline_grammar.span import Span


class Role(Enum):
    ON = "on"  # within the span, or from the first to the last
    BY = "by"  # not later than the last's end
    BEFORE = "before"  # before the last begins; a day is its own limit («до 15 мая»)
    FROM = "from"  # from the first's start on
    AFTER = "after"  # some time after the last's end


ON, BY, BEFORE, FROM, AFTER = Role


class Item(NamedTuple):
    """One occurrence as written."""

    role: Role
    first: Span
    last: Span
    label: str = ""

    @property
    def spans(self) -> tuple[Span, ...]:
        return (self.first,) if self.first is self.last else (self.first, self.last)
