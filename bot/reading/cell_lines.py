"""A pasted table becomes rows again, though line breaks stand inside its cells, or are all that parts them.

Nothing tells what a line break ends: a row, a cell (in a text without tabs) or just a line of a cell. So the
most probable way through the pieces is sought (Viterbi): each of them begins a cell of some column, goes on
with the cell above or is a section's title, and looks more or less like it. A tab always leads one column on.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import NamedTuple

from bot.reading.alignment import FIT
from bot.reading.blocks import Block, Paragraph, Row, Table, row_of
from bot.reading.columns import Role
from bot.reading.headers import is_numbering
from bot.reading.line_heads import find_heads, head_by_content
from bot.reading.looks import (
    is_cut,
    is_finished,
    is_number,
    looks_like_deadline,
    looks_like_party,
    starts_as_tail,
)
from bot.reading.sections import begins_as_section, opens_section

_MOSTLY = 0.9  # of the lines with tabs have as many of them: then each line is a row
_SKIPPED = -1.5  # for a cell that has no piece; nothing for the one that a blank line stands for
_GOES_ON = -0.8  # for one more line of a cell
_SECTION = -1  # the place of a piece that is a section's title
_RARE = 0.3  # of the lines: more blank ones than that only part lines, they stand for no cells


@dataclass(frozen=True, slots=True)
class _Piece:
    text: str
    after_tab: bool = False
    after_blank: bool = False
    as_section: float = 0.0  # how much it looks like a section's title


class _Step(NamedTuple):
    """The best way to a piece that stands in one place."""

    score: float
    before: int  # the place of the piece above
    begins_row: bool


_NO_WAY = _Step(float("-inf"), _SECTION, begins_row=True)


def cell_line_blocks(lines: Sequence[str]) -> list[Block] | None:
    """The blocks, or None where each line is a row, or where no columns can be told."""
    tabs = [line.count("\t") for line in lines if "\t" in line.strip()]
    heads = list(find_heads(lines, tabbed=bool(tabs)))
    widths = {len(row.cells) - 1 for head in heads for row in head.rows} or {
        Counter(tabs).most_common(1)[0][0] if tabs else 0
    }
    if tabs and sum(count in widths for count in tabs) >= _MOSTLY * len(tabs):
        return None
    heads = heads or list(head_by_content(lines, max(widths)))
    if not heads:
        return None
    blocks: list[Block] = [Paragraph(line.strip()) for line in lines[: heads[0].at] if line.strip()]
    ends = [*(head.at for head in heads[1:]), len(lines)]
    for head, end in zip(heads, ends, strict=True):
        body = _without_numbering(lines[head.at + head.size : end], len(head.roles))
        blocks.append(Table((*head.rows, *_rows(_pieces(body), head.roles))))
    return blocks


def _without_numbering(lines: Sequence[str], width: int) -> list[str]:
    """The lines without «1 2 3 4 …» where each figure has a line of its own."""
    left: list[str] = []
    at = 0
    while at < len(lines):
        figures = "\t" not in lines[at] and is_numbering(row_of(lines[at : at + width]))
        if not figures:
            left.append(lines[at])
        at += width if figures else 1
    return left


def _pieces(lines: Sequence[str]) -> list[_Piece]:
    blank = [not line.strip() for line in lines]
    telling = sum(blank) <= _RARE * len(lines)
    pieces = [
        _Piece(text.strip(), number > 0, telling and number == 0 and i > 0 and blank[i - 1])
        for i, line in enumerate(lines)
        if not blank[i]
        for number, text in enumerate(line.split("\t"))
    ]
    return [
        replace(piece, as_section=_section_fit(piece.text, below))
        for piece, below in pairwise([*pieces, _Piece("")])
    ]


def _section_fit(text: str, below: _Piece) -> float:
    if below.after_tab:
        return -9.0
    if opens_section(text.partition(" ")[0], below.text):
        return 4.0
    return 1.5 if begins_as_section(text) and not is_number(text) else -2.0


def _rows(pieces: Sequence[_Piece], roles: Sequence[Role]) -> Iterator[Row]:
    cells: list[str] = []
    for piece, (place, begins_row) in zip(pieces, _way(pieces, roles), strict=True):
        if begins_row and cells:
            yield row_of(cells)
            cells = []
        cells = cells or [""] * (len(roles) if place != _SECTION else 1)
        cells[place] = f"{cells[place]}\n{piece.text}".strip()
    if cells:
        yield row_of(cells)


def _way(pieces: Sequence[_Piece], roles: Sequence[Role]) -> list[tuple[int, bool]]:
    """For each piece its column (or ``_SECTION``), and whether a row begins with it."""
    tabbed = any(piece.after_tab for piece in pieces)
    best = {_SECTION: _Step(0.0, _SECTION, begins_row=True)}
    steps: list[dict[int, _Step]] = []
    places = (_SECTION, *range(len(roles)))
    for above, piece in pairwise([_Piece(""), *pieces]):
        ways = {
            place: max(_steps_to(place, best, above, piece, roles, tabbed=tabbed), default=_NO_WAY)
            for place in places
        }
        if all(step == _NO_WAY for step in ways.values()):  # more tabs than columns: one cell
            ways = {last: _Step(step.score, last, begins_row=False) for last, step in best.items()}
        best = ways
        steps.append(best)
    place = max(best, key=lambda last: best[last].score + _left_over(last, roles))
    way: list[tuple[int, bool]] = []
    for options in reversed(steps):
        way.append((place, options[place].begins_row))
        place = options[place].before
    return way[::-1]


def _steps_to(
    place: int, best: dict[int, _Step], above: _Piece, piece: _Piece, roles: Sequence[Role], *, tabbed: bool
) -> Iterator[_Step]:
    """All ways on to a piece in this place."""
    own = piece.as_section if place == _SECTION else FIT[roles[place]](piece.text) if piece.text else 0.0
    if piece.after_tab:
        if place - 1 in best and place > 0:
            yield _Step(best[place - 1].score + own, place - 1, begins_row=False)
        return
    first = place <= (0 if tabbed else roles.index(Role.TITLE))  # a row begins with its number or its title
    for last, step in best.items():
        if first:
            missed = _SKIPPED * max(place, 0) - starts_as_tail(piece.text)
            yield _Step(step.score + _left_over(last, roles) + missed + own, last, begins_row=True)
        if _SECTION < last < place and not tabbed:
            missed = _SKIPPED * max(0, place - last - 1 - piece.after_blank)
            yield _Step(step.score + missed + own, last, begins_row=False)
        if last == place != _SECTION:
            goes_on = _goes_on(roles[place], above.text, piece.text)
            yield _Step(step.score + goes_on, last, begins_row=False)


def _left_over(last: int, roles: Sequence[Role]) -> float:
    """What it costs to end a row after this place."""
    return 0.0 if last == _SECTION else _SKIPPED * (len(roles) - 1 - last)


def _goes_on(role: Role, above: str, text: str) -> float:
    """How well a piece goes on with the one above it in one cell."""
    if is_number(text):
        return -4.0
    alike = {Role.DEADLINE: looks_like_deadline, Role.RESPONSIBLE: looks_like_party}.get(role)
    kind = 0.0 if alike is None else 0.5 if alike(text) else -0.5
    flows = starts_as_tail(text) or is_cut(above)
    return _GOES_ON + kind + 1.0 * flows - 0.5 * is_finished(above)
