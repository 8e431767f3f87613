"""Results by question as a workbook: the figures of one screen and no others."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from bot.papers.sheet import Column, Sheet, workbook_bytes

if TYPE_CHECKING:
    from xlsxwriter.workbook import Workbook

_WIDTHS = (6, 56, 44, 12, 12, 12)


@dataclass(frozen=True, slots=True)
class ResultRow:
    """``low`` … ``high``: people, as far as it is told. None where something else than people is told."""

    number: int
    question: str
    answer: str  # an option, somebody's words, or why nothing is told
    low: int | None = None
    high: int | None = None
    of: int | None = None  # people


@dataclass(frozen=True, slots=True)
class ResultsPaper:
    title: str
    summary: str
    headers: Sequence[str]  # six, as the fields of a row
    sheet: str  # the sheet's name: at most 31 characters, none of []:*?/\\
    rows: tuple[ResultRow, ...]
    made_at: datetime  # goes into the file's properties


def results_workbook(paper: ResultsPaper) -> bytes:
    """An XLSX file for A4 across: every text stays a text, also one that begins like a formula."""

    def write(book: Workbook) -> None:
        columns = tuple(Column(head, width) for head, width in zip(paper.headers, _WIDTHS, strict=True))
        sheet = Sheet(book, paper.sheet, columns)
        sheet.title(paper.title)
        sheet.note(paper.summary)
        sheet.head()
        for row in paper.rows:
            sheet.cells((row.number, row.question, row.answer, row.low, row.high, row.of))

    return workbook_bytes(paper.title, paper.made_at, write)
