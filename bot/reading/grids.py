"""Cells placed on a grid, some of them merged, become rows; a whole sheet becomes paragraphs and tables."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice

from bot.reading.blocks import Block, Cell, Paragraph, Row, Table
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


def grid_rows(cells: Iterable[Placed], *, empty_columns: bool = False) -> list[Row]:
    """The rows that hold a cell, without the columns that hold no text; a gap between them is one empty row.

    ``empty_columns``: with those in which only empty cells begin. Raises :class:`UnreadableDocument` for
    more than ``MAX_CELLS``.
    """
    placed = sorted(islice(cells, MAX_CELLS + 1), key=lambda cell: (cell.row, cell.column))
    used = sorted({cell.column for cell in placed if empty_columns or cell.text.strip()})
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


def sheet_blocks(rows: Sequence[Row]) -> Iterator[Block]:
    """Texts alone in their rows, above the table or apart from it, stand for paragraphs; sheets lack them."""
    begun = False
    for run in _runs(rows):
        first = next((i for i, row in enumerate(run) if len(row.written) > 1), len(run))
        if begun and first == 1 and first < len(run):
            first = 0  # one text right above other rows is a section's title, several are prose
        yield from (Paragraph(row.written[0].text.strip()) for row in run[:first])
        if run[first:]:
            begun = True
            yield Table(tuple(run[first:]))


def _runs(rows: Sequence[Row]) -> Iterator[list[Row]]:
    """The rows between blank ones."""
    run: list[Row] = []
    for row in rows:
        if row.written:
            run.append(row)
        elif run and not any(cell.continues for cell in row.cells):
            yield run
            run = []
    if run:
        yield run
