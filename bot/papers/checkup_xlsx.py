"""A checked plan as a workbook: its rows as they are, doubtful cells coloured, and what to do in words."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from bot.domain.doubt_codes import Severity, Subject
from bot.papers.sheet import Column, Sheet, workbook_bytes

if TYPE_CHECKING:
    from xlsxwriter.workbook import Workbook

# Light enough for black print; on paper without colour the words of the last column are left.
_FILLS = {Severity.ERROR: "#F8CBC6", Severity.WARNING: "#FDE9B3", Severity.NOTE: "#DCE9F7"}
_CELLS = (Subject.NUMBER, Subject.TITLE, Subject.DEADLINE, Subject.RESPONSIBLE, Subject.RESULT)


@dataclass(frozen=True, slots=True)
class CheckedRow:
    number: str
    title: str
    deadline: str
    responsible: str
    result: str
    remarks: str  # one below the other, lines separated by "\n"
    doubted: Mapping[Subject, Severity]


@dataclass(frozen=True, slots=True)
class CheckedSection:
    title: str  # empty above the first section
    rows: tuple[CheckedRow, ...]


@dataclass(frozen=True, slots=True)
class RemarkRow:
    weight: Severity
    where: str
    severity: str  # in words
    words: str
    about: str  # the document's own words
    fix: str  # the right words, where they are certain


@dataclass(frozen=True, slots=True)
class CheckupHeaders:
    """Localised words: the names of both sheets and of their columns."""

    plan_sheet: str  # at most 31 characters, none of []:*?/\\
    number: str
    title: str
    deadline: str
    responsible: str
    result: str
    remarks: str
    remarks_sheet: str
    where: str
    severity: str
    words: str
    about: str
    fix: str


@dataclass(frozen=True, slots=True)
class CheckupPaper:
    title: str
    summary: str
    made_at: datetime  # goes into the file's properties
    headers: CheckupHeaders
    sections: tuple[CheckedSection, ...]
    remarks: tuple[RemarkRow, ...]


def checkup_workbook(paper: CheckupPaper) -> bytes:
    """An XLSX file for A4 across: every text stays a text, also one that begins like a formula."""

    def write(book: Workbook) -> None:
        _write_plan(book, paper)
        _write_remarks(book, paper)

    return workbook_bytes(paper.title, paper.made_at, write)


def _write_plan(book: Workbook, paper: CheckupPaper) -> None:
    words = paper.headers
    columns = (
        Column(words.number, 8),
        Column(words.title, 44),
        Column(words.deadline, 18),
        Column(words.responsible, 24),
        Column(words.result, 28),
        Column(words.remarks, 44),
    )
    sheet = Sheet(book, words.plan_sheet, columns)
    sheet.title(paper.title)
    sheet.note(paper.summary)
    sheet.head()
    for section in paper.sections:
        if section.title:
            sheet.section(section.title)
        for row in section.rows:
            fills = {_CELLS.index(cell): _FILLS[severity] for cell, severity in row.doubted.items()}
            cells = (row.number, row.title, row.deadline, row.responsible, row.result, row.remarks)
            sheet.cells(cells, fills)


def _write_remarks(book: Workbook, paper: CheckupPaper) -> None:
    words = paper.headers
    columns = (
        Column(words.where, 20),
        Column(words.severity, 13),
        Column(words.words, 54),
        Column(words.about, 44),
        Column(words.fix, 44),
    )
    sheet = Sheet(book, words.remarks_sheet, columns)
    sheet.head()
    for row in paper.remarks:
        sheet.cells((row.where, row.severity, row.words, row.about, row.fix), {1: _FILLS[row.weight]})
