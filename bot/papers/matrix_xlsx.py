"""The matrix of proofs as a workbook: a row a line, a column for each who owes."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from itertools import groupby
from typing import TYPE_CHECKING

from bot.papers.sheet import Column, Sheet, workbook_bytes

if TYPE_CHECKING:
    from xlsxwriter.workbook import Workbook

_OWER = 7  # width of a column that says «есть», «нет» or «1 из 2»
_HOLE, _PART = "#F8D7DA", "#FFF3CD"


@dataclass(frozen=True, slots=True)
class MatrixLine:
    section: str
    number: str
    title: str
    paper: str
    counted: str  # «12 из 20»
    cells: tuple[tuple[str, bool | None], ...]  # words, and whether all is there; None: in part


@dataclass(frozen=True, slots=True)
class MatrixPaper:
    title: str
    note: str
    sheet: str
    headers: tuple[str, str, str, str]  # number, activity, paper, count
    names: tuple[str, ...]  # of the columns after them
    lines: tuple[MatrixLine, ...]
    made_at: datetime


def matrix_workbook(paper: MatrixPaper) -> bytes:
    """The file's bytes. A hole is said in a word, its colour only helps the eye."""

    def write(book: Workbook) -> None:
        widths = zip(paper.headers, (9, 45, 18, 12), strict=True)
        columns = (
            *(Column(*of) for of in widths),
            *(Column(name, _OWER, upright=True) for name in paper.names),
        )
        sheet = Sheet(book, paper.sheet, columns)
        sheet.title(paper.title)
        sheet.note(paper.note)
        sheet.head()
        for section, lines in groupby(paper.lines, lambda line: line.section):
            if section:
                sheet.section(section)
            for line in lines:
                fills = {
                    place: _PART if whole is None else _HOLE
                    for place, (words, whole) in enumerate(line.cells, start=len(paper.headers))
                    if words and not whole
                }
                words = (words for words, _ in line.cells)
                sheet.cells((line.number, line.title, line.paper, line.counted, *words), fills)

    return workbook_bytes(paper.title, paper.made_at, write)
