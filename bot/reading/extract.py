"""What the tables of a document hold, before dates and parties are understood."""

from __future__ import annotations

from dataclasses import dataclass, field

from bot.domain.plan import Heading, PlanColumn
from bot.reading.blocks import Cell, Row
from bot.reading.columns import Column, Header, Role
from bot.reading.headers import find_header
from bot.reading.rows import RawActivity
from bot.reading.sections import begins_as_section


@dataclass(slots=True)
class Extract:
    """All words of all tables, each in one of four places."""

    activities: list[RawActivity] = field(default_factory=list)
    sections: list[str] = field(default_factory=list)
    headers: list[str] = field(default_factory=list)
    unread: list[str] = field(default_factory=list)
    above: list[str] = field(default_factory=list)  # texts alone in their rows above the first header
    notes: list[tuple[str, str]] = field(default_factory=list)  # doubts about the whole plan
    layouts: list[Header] = field(default_factory=list)  # of its tables, as they follow one another
    first_table: int | None = None  # index among the blocks of the first table with a plan's header

    @property
    def has_result(self) -> bool:
        return any(header.has(Role.RESULT) for header in self.layouts)

    @property
    def years(self) -> set[int]:
        """Of columns for a year each."""
        return {column.year for header in self.layouts for column in header.columns if column.year}

    @property
    def headings(self) -> tuple[Heading, ...]:
        """Of the first table; what only later ones have stands behind."""
        found: dict[PlanColumn, Heading] = {}
        for header in self.layouts:
            for heading in _headings(header):
                found.setdefault(heading.column, heading)
        return tuple(found.values())

    def set_aside_foot(self) -> None:
        """A text alone below all rows is a section only where it says so; else a note or a signature."""
        last = self.activities[-1].section if self.activities else ""
        while self.sections and self.sections[-1] != last and not begins_as_section(self.sections[-1]):
            self.unread.append(self.sections.pop())


def _headings(header: Header) -> list[Heading]:
    """Its fields in their order, with their words where these alone, in one row, mean the same."""
    found: dict[Role, list[str]] = {}
    for column in header.columns:
        for role in (Role.DEADLINE, Role.RESPONSIBLE) if column.shared else (column.role,):
            found.setdefault(role, []).append(_own_words(column))
    found.pop(Role.OTHER, None)
    words = {role: texts[0] for role, texts in found.items() if len(texts) == 1 and texts[0]}
    alone = find_header([Row(tuple(map(Cell, words.values())))], 0) if words else None
    if alone is None or [column.role for column in alone.columns] != list(words):
        words = {}
    return [Heading(PlanColumn(role.value), words.get(role, "")) for role in found]


def _own_words(column: Column) -> str:
    """What its header calls it; "" where it is one of several columns of its field."""
    return "" if column.year or column.edge or column.slot or column.shared else column.words
