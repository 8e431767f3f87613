"""The matrix in the reader's words, as the workbook takes it."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from bot.domain.matrix import Cell, MatrixRow, owers
from bot.papers.matrix_xlsx import MatrixLine, MatrixPaper, matrix_workbook
from bot.screen import File, Text, Work, text
from bot.use_cases.matrix import Matrix
from handlers.matrix.view import kind_name, name_of

Plain = Callable[[Text], str]
_HEADERS = ("paper-number", "paper-title", "matrix-paper-kind", "matrix-paper-count")


def matrix_file(found: Matrix, plain: Plain) -> File:
    """Made in a process of its own when it is sent."""
    names = owers(found.rows)
    number, title, kind, count = (plain(text(key)) for key in _HEADERS)
    paper = MatrixPaper(
        title=plain(text("matrix-paper-title", place=found.place)),
        note=found.record.title,
        sheet=plain(text("matrix-paper-sheet")),
        headers=(number, title, kind, count),
        names=tuple(plain(name_of(name)) for name in names),
        lines=tuple(_line(row, names, plain) for row in found.rows),
        made_at=found.record.now,
    )
    name = f"{plain(text('matrix-paper-sheet'))} {found.record.today:%Y-%m-%d}.xlsx"
    return File(name, Work(partial(matrix_workbook, paper)))


def _line(row: MatrixRow, names: tuple[str, ...], plain: Plain) -> MatrixLine:
    return MatrixLine(
        section=row.section,
        number=row.row.reference,
        title=row.row.title,
        paper=plain(kind_name(row.row.evidence_kind)),
        counted=plain(text("matrix-paper-of", there=row.there, total=len(row.cells))),
        cells=tuple(_cell(row.cells.get(name), plain) for name in names),
    )


def _cell(cell: Cell | None, plain: Plain) -> tuple[str, bool | None]:
    if cell is None:
        return "", True
    if cell.there and not cell.is_whole:
        return plain(text("matrix-paper-of", there=cell.there, total=cell.asked)), None
    return plain(text("matrix-paper-there" if cell.is_whole else "matrix-paper-missing")), cell.is_whole
