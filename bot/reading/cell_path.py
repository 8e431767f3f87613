"""The most probable way of a table's lines through its columns (Viterbi).

Each line begins a cell of some column, goes on with the cell above, is a section's title, or stands below
the table, and looks more or less like it. A tab always leads one column on.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import pairwise
from typing import NamedTuple

from bot.reading.alignment import FIT
from bot.reading.columns import Role
from bot.reading.looks import (
    is_cut,
    is_finished,
    is_number,
    looks_like_deadline,
    looks_like_party,
    starts_as_tail,
)

SECTION = -1  # the place of a piece that is a section's title
FOOT = -2  # of one below the table: no row comes after it

_SKIPPED = -1.5  # for a cell that has no piece; nothing for one that a blank line stands for
_SKIPPED_IN = {Role.NUMBER: -4.5, Role.OTHER: -0.5}  # rows have numbers; a column for notes is often empty
_SKIPPED_OF_SECTION = -0.5  # «2.», «Кадры» above «2.1.»: all other cells of a section's row are empty
_GOES_ON = -0.8  # for one more line of a cell
_GOES_BACK = -0.2  # for a line of the title below the deadline
_FOOT_BEGINS, _FOOT_GOES_ON = -2.0, -0.1
_DAY = 3.0  # «25.09» or «+» in a column of deadlines
_MARK = re.compile(r"[+*✓√xхv]", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Piece:
    text: str
    after_tab: bool = False
    blanks: int = 0  # empty cells that blank lines above it may stand for
    as_section: float = 0.0  # how much it looks like a section's title
    as_foot: float = 0.0  # and like words below the table
    below_section: bool = False  # its number says that the row above, of a number and a title, is a section
    is_day: bool = False  # «25.09» is no number here


class Way(NamedTuple):
    score: float
    places: list[tuple[int, bool]]  # for each piece its column, and whether a row begins with it


class _Step(NamedTuple):
    """The best way to a piece that stands in one place."""

    score: float
    before: int  # the place of the piece above
    begins_row: bool
    title_cut: bool = False  # the row's title cannot end so: «(для учеников»


_NO_WAY = _Step(float("-inf"), SECTION, begins_row=True)


def best_way(pieces: Sequence[Piece], roles: Sequence[Role]) -> Way:
    return _Paths(roles, tabbed=any(piece.after_tab for piece in pieces)).best(pieces)


class _Paths:
    """The ways through a table with these columns."""

    def __init__(self, roles: Sequence[Role], *, tabbed: bool) -> None:
        self.roles, self.tabbed = roles, tabbed
        self.title = roles.index(Role.TITLE)
        self.last_first = 0 if tabbed else self.title  # a row begins with its number or its title
        self.back = len(roles)  # the place of a line that goes on with the title below the deadline
        self.skipped = cache(self._skipped)

    def best(self, pieces: Sequence[Piece]) -> Way:
        best = {SECTION: _Step(0.0, SECTION, begins_row=True)}
        steps: list[dict[int, _Step]] = []
        places = (FOOT, SECTION, *range(len(self.roles) + (not self.tabbed)))
        for above, piece in pairwise([Piece(""), *pieces]):
            ways = {place: self._best_to(place, best, above, piece) for place in places}
            if all(step == _NO_WAY for step in ways.values()):  # more tabs than columns: one cell
                ways = {last: _Step(step.score, last, begins_row=False) for last, step in best.items()}
            best = ways
            steps.append(best)
        ends = {last: step.score + self.skipped(last, 0, 0, begins_row=True) for last, step in best.items()}
        place = max(ends, key=ends.__getitem__)
        score = ends[place]
        way: list[tuple[int, bool]] = []
        for options in reversed(steps):
            way.append((self.title if place == self.back else place, options[place].begins_row))
            place = options[place].before
        return Way(score, way[::-1])

    def _best_to(self, place: int, best: dict[int, _Step], above: Piece, piece: Piece) -> _Step:
        steps = self._back_to if place == self.back else self._steps_to
        step = max(steps(place, best, above, piece), default=_NO_WAY)
        if place in (self.title, self.back):
            return step._replace(title_cut=is_cut(piece.text))
        return step._replace(title_cut=step.before in best and best[step.before].title_cut)

    def _back_to(self, _: int, best: dict[int, _Step], above: Piece, piece: Piece) -> Iterator[_Step]:
        """Words that a title wants which was cut by the lines of the cells beside it."""
        if not starts_as_tail(piece.text) or looks_like_deadline(piece.text):
            return
        for last, step in best.items():
            if last > self.title and step.title_cut:
                yield _Step(step.score + _GOES_BACK, last, begins_row=False)

    def _steps_to(self, place: int, best: dict[int, _Step], above: Piece, piece: Piece) -> Iterator[_Step]:
        """All ways on to a piece in this place."""
        if piece.after_tab:
            if place - 1 in best and place > 0:
                yield _Step(best[place - 1].score + self._fit(place, piece), place - 1, begins_row=False)
            return
        own = self._fit(place, piece)
        tail = starts_as_tail(piece.text)
        goes_on = _goes_on(self.roles[place] if place >= 0 else Role.TITLE, above, piece)
        for last, step in best.items():
            if last == FOOT:
                if place == FOOT:
                    yield _Step(step.score + _FOOT_GOES_ON, FOOT, begins_row=False)
                continue
            if place <= self.last_first:
                missed = self._missed(last, place, piece)
                yield _Step(step.score + missed - tail + own, last, begins_row=True)
            if SECTION < last < place and not self.tabbed:
                missed = self.skipped(last, place, piece.blanks, begins_row=False)
                yield _Step(step.score + missed + own, last, begins_row=False)
            if last == place and (place != SECTION or tail):
                yield _Step(step.score + goes_on, last, begins_row=False)

    def _fit(self, place: int, piece: Piece) -> float:
        if place < 0:
            return piece.as_section if place == SECTION else _FOOT_BEGINS + piece.as_foot
        role = self.roles[place]
        if piece.is_day or _MARK.fullmatch(piece.text):
            return _DAY if role is Role.DEADLINE else -_DAY
        return FIT[role](piece.text) if piece.text else 0.0

    def _missed(self, last: int, place: int, piece: Piece) -> float:
        """What it costs to end the row at one place and to begin the next at another."""
        if piece.below_section and last == self.title:
            return _SKIPPED_OF_SECTION
        return self.skipped(last, max(place, 0), piece.blanks, begins_row=True)

    def _skipped(self, last: int, place: int, blanks: int, *, begins_row: bool) -> float:
        """For the cells between two places that have no piece, be it in one row or over the end of it."""
        end = len(self.roles) if begins_row else place
        cells = [*self.roles[last + 1 : end if last >= 0 else 0], *self.roles[: place if begins_row else 0]]
        costs = sorted(_SKIPPED_IN.get(role, _SKIPPED) for role in cells)
        return sum(costs[blanks:])


def _goes_on(role: Role, above: Piece, piece: Piece) -> float:
    """How well a piece goes on with the one above it in one cell."""
    if role is Role.NUMBER or (is_number(piece.text) and not piece.is_day):
        return -4.0
    alike = {Role.DEADLINE: looks_like_deadline, Role.RESPONSIBLE: looks_like_party}.get(role)
    kind = 0.0 if alike is None else 0.5 if alike(piece.text) else -0.5
    flows = starts_as_tail(piece.text) or is_cut(above.text)
    parted = is_finished(above.text) + bool(piece.blanks)
    return _GOES_ON + kind + 1.0 * flows - 0.5 * parted
