"""What the cells of a row's columns of deadlines say together, in the words of one phrase."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import TypeVar

from bot.domain.deadlines import DeadlineKind
from bot.reading.blocks import Cell
from bot.reading.columns import Column
from bot.reading.deadlines import read_deadline
from bot.reading.looks import is_bare_time, is_blank, looks_like_deadline
from bot.reading.shared_cells import deadline_and_parties

_Part = TypeVar("_Part", int, str)
_FROM = re.compile(r"(?:с|со|от|начиная\s+с)\s", re.IGNORECASE)
_UNTIL = re.compile(r"(?:до|по|к|не\s+позднее)\s", re.IGNORECASE)
_PART = re.compile(r"(?:начало|середина|конец|осень|зима|весна|лето)\b", re.IGNORECASE)
_OF_WEEK = re.compile(r"(?:день|дни)\s+недели", re.IGNORECASE)
_WEEKDAY = re.compile(r"(?:пон|вт|ср|чет|пят|суб|вос|пн|чт|пт|сб|вс)[а-я.]*", re.IGNORECASE)
_LISTS = re.compile(r"[,;\n]|\sи\s")
_MOST_TIMES = 4  # in a month; a larger figure is a day of it
_WITH_DAY = frozenset((DeadlineKind.DATE, DeadlineKind.UNKNOWN))  # «15» is a day of the section's month


@dataclass(slots=True)
class DeadlineCells:
    """The cells of one row, sorted by what their columns are for."""

    own: list[str] = field(default_factory=list)
    edges: dict[str, str] = field(default_factory=dict)
    slots: list[str] = field(default_factory=list)
    by_year: list[tuple[int, str]] = field(default_factory=list)
    by_label: list[tuple[str, str]] = field(default_factory=list)
    spare: list[str] = field(default_factory=list)  # words that no deadline takes

    def add(self, cell: Cell, column: Column, covered: Sequence[Column]) -> str:
        """Returns the words of the cell that name parties, where its column is for both.

        ``covered``: the columns that the cell lies over; what it says is said of each.
        """
        if column.year is not None:
            _put(self.by_year, [other.year for other in covered if other.year is not None], cell.line)
        elif column.label:
            _put(self.by_label, [other.label for other in covered if other.label], cell.line)
        elif column.edge:
            self.edges[column.edge] = cell.text.strip()
        elif column.slot and (len(covered) == 1 or is_mark(cell.line)):
            self.slots += [_in_slot(cell.line, other.slot) for other in covered if cell.line]
        elif _OF_WEEK.match(column.words) and self.own:
            self._add_weekday(cell.line)
        else:
            deadline, parties = deadline_and_parties(cell.text) if column.shared else (cell.text, "")
            self.own += [deadline] if deadline.strip() else []
            return parties
        return ""

    def _add_weekday(self, text: str) -> None:
        """«8 мая (среда)», to be held against the calendar; of several days it would say nothing more."""
        day = self.own[-1].strip()
        if _WEEKDAY.fullmatch(text) and (day.isdecimal() or read_deadline(day).kind is DeadlineKind.DATE):
            self.own[-1] = f"{day} ({text})"
        elif text:
            self.spare.append(text)

    @property
    def phrase(self) -> str:
        """Of all cells but those for years and under labels, which are understood one by one."""
        told = [*self.own, self._between(), ", ".join(dict.fromkeys(self.slots))]
        return "; ".join(filter(None, told))

    @property
    def is_list(self) -> bool:
        """A side of the stretch lists several days: which of them the stretch begins or ends with is open."""
        return sum(map(bool, self._sides())) > 1 and any(_LISTS.search(side) for side in self._sides())

    def _sides(self) -> tuple[str, ...]:
        sides = (self.edges.get(edge, "") for edge in ("start", "end"))
        return tuple("" if is_blank(side) else side for side in sides)

    def _between(self) -> str:
        start, end = self._sides()
        if start and end:
            return start if start == end else _stretch(start, end)
        return _ending(end) if end else _beginning(start)


def _put(parts: list[tuple[_Part, str]], names: Sequence[_Part], text: str) -> None:
    known = [name for name, _ in parts]
    parts += [(name, text) for name in names if name not in known]


def _stretch(start: str, end: str) -> str:
    """Prepositions, where the author wrote one of them: «с 15.09 | до 15.10», «сентябрь | по май»."""
    begins, ends = _FROM.match(start), _UNTIL.match(end)
    if not (begins or ends) or not (begins or is_bare_time(start)):
        return f"{start} – {end}"
    return f"{start if begins else f'с {start}'} {end if ends else f'по {end}'}"


def _ending(side: str) -> str:
    """A bare time is the end of all of it: «по май» is by its last day, «до май» would be by its eve.

    Words of another kind («постоянно», «до 15.12») say by themselves what they mean.
    """
    if not (is_bare_time(side) or _PART.match(side)) or _LISTS.search(side):
        return side
    return f"{'до' if read_deadline(side).kind in _WITH_DAY else 'по'} {side}"


def _beginning(side: str) -> str:
    """A day is where something begins whose end is not named; a month or a week is its whole time."""
    a_day = is_bare_time(side) and not _LISTS.search(side) and read_deadline(side).kind in _WITH_DAY
    return f"с {side}" if a_day else side


def is_mark(text: str) -> bool:
    """«+», «х», «V», «да», «2»: it only says that the column applies, or how often. «15» is a day."""
    return len(text) <= 2 and not (text.isdecimal() and int(text) > _MOST_TIMES)


def _in_slot(text: str, slot: str) -> str:
    """A mark in the column «май» means May; a date there is the date itself."""
    return slot if is_mark(text) else text if looks_like_deadline(text) else f"{slot}: {text}"
