"""Which section is a row in, and which times are named above it?"""

from __future__ import annotations

from dataclasses import dataclass, field

from bot.reading.blocks import one_line
from bot.reading.looks import is_number
from bot.reading.section_times import Level, level_of, time_of
from bot.reading.sections import part_number


@dataclass(slots=True)
class _Open:
    title: str
    level: Level
    holds_rows: bool = False  # its own, not those of a section inside it


@dataclass(slots=True)
class Outline:
    section: str = ""
    _outer: str = ""  # what a part of a section («1.8» of «1») goes back to at its end
    _part_begun: bool = False  # its rows are numbered after it
    _times: list[_Open] = field(default_factory=list)

    def open(self, title: str) -> str:
        """Returns the title as it will stand at the rows.

        A section without a time of its own lies in the month or the year above it only where that has no
        rows of its own: «Сентябрь», «1. Кадры», «2. Контроль». Else it is one beside it.
        """
        title = one_line(title)
        if not part_number(self.section) and part_number(title):
            self._outer = self.section
        self.section, self._part_begun = title, False
        level = level_of(title)
        kept = [time for time in self._times if time.level < level]
        self._times = kept if level < Level.OTHER else [time for time in kept if not time.holds_rows]
        if level < Level.OTHER:
            self._times.append(_Open(title, level))
        return title

    @property
    def times(self) -> tuple[str, ...]:
        """The titles around the next row that name a time, the widest first."""
        return tuple(time.title for time in self._times)

    @property
    def time(self) -> str:
        """The narrowest of these times in words of a deadline; empty where none is named."""
        return time_of(self._times[-1].title) if self._times else ""

    def leave_part(self, number: str) -> None:
        """«1.9» ends the part «1.8» of a section; «1.1» does not, where its rows are counted otherwise."""
        part = part_number(self.section)
        if not part or not is_number(number) or number.startswith(f"{part}."):
            return
        if self._part_begun or number.startswith(f"{part.rpartition('.')[0]}."):
            self.section, self._outer, self._part_begun = self._outer, "", False

    def hold(self, number: str) -> None:
        """A row with this number stands here."""
        part = part_number(self.section)
        self._part_begun = bool(part) and number.startswith(f"{part}.")
        if self._times and self._times[-1].title == self.section:
            self._times[-1].holds_rows = True
