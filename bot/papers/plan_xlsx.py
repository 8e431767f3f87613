"""The plan as a workbook: its own order and numbers with marks of completion, and a list of tasks."""

from __future__ import annotations

import textwrap
from collections.abc import Sequence
from dataclasses import astuple, dataclass
from datetime import date, datetime
from typing import TYPE_CHECKING

from bot.papers.sheet import Column, Sheet, lines_of, workbook_bytes

if TYPE_CHECKING:
    from xlsxwriter.workbook import Workbook

MARKS_WIDTH = 44
LINES_IN_ROW = 28  # longer marks go on in the next row


@dataclass(frozen=True, slots=True)
class ActivityRow:
    number: str  # as written
    title: str
    deadline: str  # the phrase as written
    responsible: str  # as written
    result: str
    marks: tuple[str, ...]  # one a school or occurrence, lines separated by "\n"
    state: str


@dataclass(frozen=True, slots=True)
class PaperSection:
    title: str
    activities: tuple[ActivityRow, ...]


@dataclass(frozen=True, slots=True)
class TaskRow:
    number: str  # of the activity; many plans have none
    title: str
    occurrence: str  # its label, or empty
    window: str
    responsible: str  # school or organisation
    state: str
    reported_by: str  # name or role
    reported_on: date | None
    words: str
    people: int | None
    documents: str


@dataclass(frozen=True, slots=True)
class PlanHeaders:
    """Localised words: the names of both sheets and of their columns."""

    plan_sheet: str  # at most 31 characters, none of []:*?/\\
    number: str
    title: str
    deadline: str
    responsible: str
    result: str
    marks: str
    state: str
    task_sheet: str
    occurrence: str
    window: str
    executor: str
    reported_by: str
    reported_on: str
    words: str
    people: str
    documents: str


@dataclass(frozen=True, slots=True)
class PlanPaper:
    title: str
    summary: str  # district, day, how much is done; may be empty
    made_at: datetime  # goes into the file's properties
    headers: PlanHeaders
    sections: tuple[PaperSection, ...]
    tasks: tuple[TaskRow, ...]


def plan_workbook(paper: PlanPaper) -> bytes:
    """An XLSX file for A4 across: every text stays a text, also one that begins like a formula."""

    def write(book: Workbook) -> None:
        _write_plan(book, paper)
        _write_tasks(book, paper)

    return workbook_bytes(paper.title, paper.made_at, write)


def _plan_columns(words: PlanHeaders) -> tuple[Column, ...]:
    return (
        Column(words.number, 8),
        Column(words.title, 40),
        Column(words.deadline, 16),
        Column(words.responsible, 22),
        Column(words.result, 24),
        Column(words.marks, MARKS_WIDTH),
        Column(words.state, 15),
    )


def _task_columns(words: PlanHeaders) -> tuple[Column, ...]:
    return (
        Column(words.number, 8),
        Column(words.title, 36),
        Column(words.occurrence, 16),
        Column(words.window, 19),
        Column(words.executor, 24),
        Column(words.state, 15),
        Column(words.reported_by, 20),
        Column(words.reported_on, 13),
        Column(words.words, 34),
        Column(words.people, 13),
        Column(words.documents, 22),
    )


def _write_plan(book: Workbook, paper: PlanPaper) -> None:
    sheet = Sheet(book, paper.headers.plan_sheet, _plan_columns(paper.headers))
    sheet.title(paper.title)
    if paper.summary:
        sheet.note(paper.summary)
    sheet.head()
    for section in paper.sections:
        sheet.section(section.title)
        for row in section.activities:
            first, *more = _portions(row.marks)
            sheet.cells((row.number, row.title, row.deadline, row.responsible, row.result, first, row.state))
            for marks in more:
                sheet.cells(("", "", "", "", "", marks, ""))


def _write_tasks(book: Workbook, paper: PlanPaper) -> None:
    sheet = Sheet(book, paper.headers.task_sheet, _task_columns(paper.headers))
    sheet.head()
    for row in paper.tasks:
        sheet.cells(astuple(row))


def _portions(marks: Sequence[str]) -> list[str]:
    """The marks, one below the other, in cells that a row can show; at least one cell."""
    longest = MARKS_WIDTH * LINES_IN_ROW // 2
    lines = [
        piece
        for mark in marks
        for line in mark.split("\n")
        for piece in (textwrap.wrap(line, longest) if len(line) > longest else [line])
    ]
    portions: list[list[str]] = [[]]
    for line in lines:
        if portions[-1] and lines_of("\n".join([*portions[-1], line]), MARKS_WIDTH) > LINES_IN_ROW:
            portions.append([])
        portions[-1].append(line)
    return ["\n".join(portion) for portion in portions]
