"""Lines of a page without rules: where do columns stand, told by the white between them?"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from bot.reading.blocks import Block, Cell, Paragraph, Row, Table
from bot.reading.looks import is_number, starts_as_tail
from bot.reading.page_lines import Line, Word, unwrap

_RIVER = 7.0  # points: the narrowest white between two columns
_EDGE = 2.0  # points: lines of one cell begin that near to each other
_GAP = 1.45  # of the usual distance between lines: more parts rows and paragraphs
_SINGLE_SPACED = 1.3  # of the letters' height, from line to line
FEWEST_COLUMNS = 3
_MAY_CROSS = 0.1
_FEWEST_LINES = 3  # of a table that does not go on from the page above
Columns = Sequence[tuple[float, float]]  # the left and right edge of each


@dataclass(slots=True)
class UnruledReader:
    """Reads the lines of one page after another; a table may go on with a row or two on the next page."""

    columns: Columns = ()  # of the table above
    open: bool = False  # it reached the foot of its page

    def blocks(self, lines: Sequence[Line], *, page_start: bool) -> list[Block]:
        """Paragraphs, and a table wherever lines stand in at least three columns."""
        blocks: list[Block] = []
        if torn := self._torn(lines) if page_start and self.open else 0:
            blocks.append(Table(tuple(_rows(lines[:torn], self.columns))))
        done = torn
        for first, last, columns in self._tables(lines, torn):
            blocks += _paragraphs(lines[done:first])
            blocks.append(Table(tuple(_rows(lines[first:last], columns))))
            self.columns, done = columns, last
        self.open = 0 < done == len(lines)
        return blocks + _paragraphs(lines[done:])

    def _torn(self, lines: Sequence[Line]) -> int:
        """How many lines at the head of a page go on with the row above, each in a column of it?"""
        if not lines or not starts_as_tail(lines[0].text) or lines[0].left <= self.columns[0][1]:
            return 0
        inside = [_fits(line, self.columns) and line.left > self.columns[0][1] for line in lines]
        return [*inside, False].index(False)

    def _tables(self, lines: Sequence[Line], after: int) -> Iterator[tuple[int, int, Columns]]:
        """From which line to which each table goes, and its columns; ``after`` so many lines."""
        groups = list(_groups(lines, after))
        for group, below in pairwise([*groups, [len(lines)]]):
            columns = _columns([lines[i] for i in group])
            if len(group) < _FEWEST_LINES:
                known = len(self.columns) >= FEWEST_COLUMNS and all(
                    _fits(lines[i], self.columns) for i in group
                )
                columns = self.columns if known else ()
            if len(columns) < FEWEST_COLUMNS:
                continue
            last = max(i for i in range(group[0], below[0]) if len(segments(lines[i])) > 1) + 1
            while last < below[0] and _goes_on_below(lines, last, columns):
                last += 1
            yield group[0], last, columns


def _goes_on_below(lines: Sequence[Line], at: int, columns: Columns) -> bool:
    """Is the line, of one part, near the table above it or right at the edge of one of its inner columns?"""
    edges = [left for left, _ in columns[1:]]
    at_edge = any(abs(lines[at].left - left) < _EDGE for left in edges) and _fits(lines[at], columns)
    return len(segments(lines[at])) == 1 and (at_edge or _is_close(lines, at))


def _fits(line: Line, columns: Columns) -> bool:
    """Does no part of the line reach over the white between two columns?"""
    parts = [Line(tuple(part)) for part in segments(line)]
    return all(sum(_overlaps(part, column) for column in columns) <= 1 for part in parts)


def _groups(lines: Sequence[Line], after: int) -> Iterator[list[int]]:
    """The lines with parts enough for a table, by tables: two in a row that close a river begin another."""
    wide = [i for i, line in enumerate(lines) if i >= after and len(segments(line)) >= FEWEST_COLUMNS]
    group: list[int] = []
    agreed: list[Line] = []  # those that keep the group's rivers open
    for place, i in enumerate(wide):
        columns = _columns(agreed, spare=0)
        closes = [not _fits(lines[near], columns) for near in wide[place : place + 2]]
        if all(closes):
            yield group
            group, agreed = [], []
        group.append(i)
        agreed += [] if closes[0] and agreed else [lines[i]]
    if group:
        yield group


def segments(line: Line) -> list[list[Word]]:
    """The line's words parted where the white is as wide as between columns."""
    parts = [[line.words[0]]]
    for before, word in pairwise(line.words):
        if word.left - before.right >= _RIVER:
            parts.append([])
        parts[-1].append(word)
    return parts


def _columns(lines: Sequence[Line], *, spare: float = _MAY_CROSS) -> Columns:
    """The stretches that words cover, between rivers of white that run down the table.

    A text that fills its cell may reach over a river: in a share of the lines that closes none.
    """
    parts = [(part[0].left, part[-1].right) for line in lines for part in segments(line)]
    edges = sorted({edge for part in parts for edge in part})
    columns: list[tuple[float, float]] = []
    for left, right in pairwise(edges):
        if sum(start <= left and right <= end for start, end in parts) <= int(len(lines) * spare):
            continue
        if columns and left - columns[-1][1] < _RIVER:
            columns[-1] = (columns[-1][0], right)
        else:
            columns.append((left, right))
    return tuple(columns)


def _rows(lines: Sequence[Line], columns: Columns) -> list[Row]:
    rows: list[Row] = []
    open_lines: list[Line] = []
    firsts = [" ".join(word.text for word in line.words if word.left <= columns[0][1]) for line in lines]
    in_row = False  # that begins with a number
    for i, (line, first) in enumerate(zip(lines, firsts, strict=True)):
        alone = len(segments(line)) == 1
        crosses = alone and sum(_overlaps(line, column) for column in columns) > 1
        # Paragraphs of a cell may stand apart; a text alone may also be the title of a section.
        within = in_row and not first and not (alone and line.text[0].isupper())
        if open_lines and (crosses or is_number(first) or not (within or _is_close(lines, i))):
            rows.append(_row(open_lines, columns))
            open_lines = []
        in_row = not crosses and (is_number(first) or (in_row and bool(open_lines)))
        if crosses:
            rows.append(Row((Cell(line.text, len(columns)),)))
        else:
            open_lines.append(line)
    return [*rows, _row(open_lines, columns)] if open_lines else rows


def _row(lines: Sequence[Line], columns: Columns) -> Row:
    cells: list[list[Line]] = [[] for _ in columns]
    for line in lines:
        for part in segments(line):
            piece = Line(tuple(part))
            at = max(range(len(columns)), key=lambda i: _common(piece, columns[i]))
            cells[at].append(piece)
    pairs = zip(cells, columns, strict=True)
    return Row(tuple(Cell(unwrap(cell, right - left)) for cell, (left, right) in pairs))


def _common(line: Line, column: tuple[float, float]) -> float:
    return min(line.right, column[1]) - max(line.left, column[0])


def _overlaps(line: Line, column: tuple[float, float]) -> bool:
    return _common(line, column) > 0


def _is_close(lines: Sequence[Line], at: int) -> bool:
    """Does the line follow the one above it at the usual distance?"""
    steps = sorted(below.bottom - above.bottom for above, below in pairwise(lines))
    letters = lines[at].bottom - lines[at].top
    usual = min(steps[len(steps) // 4] if steps else 0.0, letters * _SINGLE_SPACED)
    return at > 0 and lines[at].bottom - lines[at - 1].bottom <= usual * _GAP


def _paragraphs(lines: Sequence[Line]) -> list[Block]:
    if not lines:
        return []
    width = max(line.right for line in lines) - min(line.left for line in lines)
    groups: list[list[Line]] = []
    for i, line in enumerate(lines):
        if groups and _is_close(lines, i):
            groups[-1].append(line)
        else:
            groups.append([line])
    return [Paragraph(text) for group in groups for text in unwrap(group, width).split("\n")]
