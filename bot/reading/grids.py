"""Cells placed on a grid, some of them merged, become rows."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from itertools import islice

from bot.reading.blocks import Cell, Row
from bot.reading.refusals import UnreadableDocument

MAX_CELLS = 200_000  # a plan of 2000 rows has a tenth of it; merged cells count once for each row


@dataclass(frozen=True, slots=True)
class Placed:
    """A cell with the place of its upper left corner, counted from 0, and its size in rows and columns."""

    row: int
    column: int
    text: str
    rows: int = 1
    columns: int = 1
    note: str = ""  # as of the cell that it becomes


def grid_rows(cells: Iterable[Placed], *, kept: Collection[int] = ()) -> list[Row]:
    """The rows that hold a cell, without the columns that hold no text; a gap between them is one empty row.

    ``kept``: columns that stay though they hold none. Raises :class:`UnreadableDocument` for more than
    ``MAX_CELLS``.
    """
    placed = sorted(islice(cells, MAX_CELLS + 1), key=lambda cell: (cell.row, cell.column))
    used = sorted(used_columns(placed) | set(kept))
    rows: dict[int, dict[int, tuple[Placed, bool]]] = {}
    last = placed[-1].row if placed else 0
    count = 0
    for cell in placed:
        for row in range(cell.row, min(cell.row + cell.rows, last + 1)):
            count += 1
            if count > MAX_CELLS:
                raise UnreadableDocument("error-document-too-large")
            rows.setdefault(row, {}).setdefault(cell.column, (cell, row > cell.row))
    if len(rows) * len(used) > MAX_CELLS:
        raise UnreadableDocument("error-document-too-large")
    made: list[Row] = []
    before = min(rows, default=0)
    for number in sorted(rows):
        if number > before + 1:
            made.append(Row(()))
        made.append(_row(rows[number], used))
        before = number
    return made


def used_columns(cells: Iterable[Placed]) -> set[int]:
    """Those in which a text begins."""
    return {cell.column for cell in cells if cell.text.strip()}


def _row(cells: dict[int, tuple[Placed, bool]], used: Sequence[int]) -> Row:
    made: list[Cell] = []
    at = 0
    while at < len(used):
        cell, continues = cells.get(used[at], (None, False))
        if cell is None:
            made.append(Cell(""))
            at += 1
        else:
            end = bisect_left(used, cell.column + cell.columns)
            made.append(Cell(cell.text, end - at, continues and bool(cell.text.strip()), cell.note))
            at = end
    return Row(tuple(made))
