"""The sheets of a workbook become paragraphs and tables, which sheets themselves do not tell apart."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import islice

from bot.reading.blocks import Block, Paragraph, Row, Table
from bot.reading.grids import MAX_CELLS, Placed, grid_rows, used_columns
from bot.reading.headers import has_header
from bot.reading.sections import names_section


def sheets_blocks(sheets: Iterable[tuple[str, Iterable[Placed]]]) -> list[Block]:
    """The named sheets in their order; one without a header keeps the columns of the sheet above it.

    Its table may go on with that one, and have nothing in some of its columns.
    """
    blocks: list[Block] = []
    known: set[int] = set()
    for name, cells in sheets:
        placed = list(islice(cells, MAX_CELLS + 1))
        rows = grid_rows(placed)
        if has_header(rows):
            known = used_columns(placed)
        else:
            rows = grid_rows(placed, kept=known if rows else ())
        blocks += _sheet(rows, name)
    return blocks


def _sheet(rows: Sequence[Row], name: str) -> Iterator[Block]:
    """Texts alone in their rows, above the table or apart from it, stand for paragraphs."""
    begun = False
    for run in _runs(rows):
        first = next((i for i, row in enumerate(run) if len(row.written) > 1), len(run))
        if begun and first == 1 and first < len(run):
            first = 0  # one text right above other rows is a section's title, several are prose
        yield from (Paragraph(row.written[0].text.strip()) for row in run[:first])
        if run[first:]:
            if not begun and names_section(name):
                yield Paragraph(name, heading=True)
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
