"""Lines of a page without rules: where do columns stand, told by the white between them?"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from bot.reading.blocks import Block, Cell, Paragraph, Row, Table
from bot.reading.looks import is_number
from bot.reading.page_lines import Line, Word, unwrap

_RIVER = 7.0  # points: the narrowest white between two columns
_GAP = 1.45  # of the usual distance between lines: more parts rows and paragraphs
_SINGLE_SPACED = 1.3  # of the letters' height, from line to line
_FEWEST_COLUMNS = 3


def text_blocks_of(lines: Sequence[Line]) -> list[Block]:
    """Paragraphs, with one table where the lines stand in at least three columns."""
    wide = [i for i, line in enumerate(lines) if len(_segments(line)) >= _FEWEST_COLUMNS]
    if len(wide) < 3:
        return _paragraphs(lines)
    last = max(i for i, line in enumerate(lines) if len(_segments(line)) > 1)
    while last + 1 < len(lines) and _is_close(lines, last + 1) and len(_segments(lines[last + 1])) == 1:
        last += 1
    body = lines[wide[0] : last + 1]
    columns = _columns(body)
    if len(columns) < _FEWEST_COLUMNS:
        return _paragraphs(lines)
    table = Table(tuple(_rows(body, columns)))
    return [*_paragraphs(lines[: wide[0]]), table, *_paragraphs(lines[last + 1 :])]


def _segments(line: Line) -> list[list[Word]]:
    """The line's words parted where the white is as wide as between columns."""
    parts = [[line.words[0]]]
    for before, word in pairwise(line.words):
        if word.left - before.right >= _RIVER:
            parts.append([])
        parts[-1].append(word)
    return parts


def _columns(lines: Sequence[Line]) -> list[tuple[float, float]]:
    """The stretches that words cover, between rivers of white that run down the table."""
    parted = [line for line in lines if len(_segments(line)) > 1]
    stretches = sorted((part[0].left, part[-1].right) for line in parted for part in _segments(line))
    columns: list[tuple[float, float]] = []
    for left, right in stretches:
        if columns and left - columns[-1][1] < _RIVER:
            columns[-1] = (columns[-1][0], max(right, columns[-1][1]))
        else:
            columns.append((left, right))
    return columns


def _rows(lines: Sequence[Line], columns: Sequence[tuple[float, float]]) -> list[Row]:
    rows: list[Row] = []
    open_lines: list[Line] = []
    for i, line in enumerate(lines):
        first = " ".join(word.text for word in line.words if word.left <= columns[0][1])
        crosses = len(_segments(line)) == 1 and sum(_overlaps(line, column) for column in columns) > 1
        if open_lines and (crosses or is_number(first) or not _is_close(lines, i)):
            rows.append(_row(open_lines, columns))
            open_lines = []
        if crosses:
            rows.append(Row((Cell(line.text, len(columns)),)))
        else:
            open_lines.append(line)
    return [*rows, _row(open_lines, columns)] if open_lines else rows


def _row(lines: Sequence[Line], columns: Sequence[tuple[float, float]]) -> Row:
    cells: list[list[Line]] = [[] for _ in columns]
    for line in lines:
        for part in _segments(line):
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
