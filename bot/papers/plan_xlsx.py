"""The plan as a workbook: its own order and numbers with marks of completion, and a list of tasks."""

from __future__ import annotations

import io
import textwrap
from collections.abc import Sequence
from dataclasses import astuple, dataclass
from datetime import date, datetime

import xlsxwriter
from xlsxwriter.format import Format
from xlsxwriter.workbook import Workbook

A4 = 9  # Excel's number of the paper
FONT_SIZE = 10
TITLE_SIZE = 14
LINE = 1.3  # height of a line in font sizes
MARKS_WIDTH = 44
HIGHEST_ROW = 409  # points; Excel draws none higher
LINES_IN_ROW = 28  # longer marks go on in the next row
LONGEST_CELL = 32_767  # Excel's limit in characters; xlsxwriter drops a longer text without a word


@dataclass(frozen=True, slots=True)
class Column:
    header: str
    width: float  # in characters


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
    out = io.BytesIO()
    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    with xlsxwriter.Workbook(out, options) as book:
        book.set_properties({"title": paper.title, "created": paper.made_at.replace(tzinfo=None)})
        _write_plan(book, paper)
        _write_tasks(book, paper)
    return out.getvalue()


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


class _Sheet:
    """A table that is written downwards, with what both sheets have in common."""

    def __init__(self, book: Workbook, name: str, columns: tuple[Column, ...]) -> None:
        plain = {"font_size": FONT_SIZE, "text_wrap": True, "valign": "top"}
        self._plain = book.add_format(plain)
        self._cell = book.add_format({**plain, "border": 1})
        self._date = book.add_format({**plain, "border": 1, "num_format": "dd.mm.yyyy", "align": "left"})
        self._bold = book.add_format({**plain, "border": 1, "bold": True, "bg_color": "#D9E2EC"})
        self._section = book.add_format({**plain, "border": 1, "bold": True, "bg_color": "#EDEDED"})
        self._title = book.add_format({**plain, "bold": True, "font_size": TITLE_SIZE})
        self._columns = columns
        self._row = 0
        self._sheet = book.add_worksheet(name)
        for place, column in enumerate(columns):
            self._sheet.set_column(place, place, column.width)
        self._sheet.set_paper(A4)
        self._sheet.set_landscape()
        self._sheet.fit_to_pages(1, 0)  # one page wide, as many as needed down
        self._sheet.set_margins(left=0.4, right=0.4, top=0.5, bottom=0.6)
        self._sheet.set_footer("&C&P / &N")

    def title(self, text: str) -> None:
        self._across(text, self._title, TITLE_SIZE)

    def note(self, text: str) -> None:
        self._across(text, self._plain, FONT_SIZE)

    def section(self, text: str) -> None:
        self._across(text, self._section, FONT_SIZE)

    def head(self) -> None:
        """The headers: they stay on the screen and come again on every printed page."""
        for place, column in enumerate(self._columns):
            self._sheet.write_string(self._row, place, column.header, self._bold)
        self._fit([column.header for column in self._columns])
        self._sheet.repeat_rows(self._row)
        self._sheet.freeze_panes(self._row + 1, 0)
        self._row += 1

    def cells(self, values: Sequence[str | int | date | None]) -> None:
        """One row, as high as its longest cell: only Excel itself would fit a height on opening.

        Texts are written as texts, whatever they look like.
        """
        self._fit(values)
        for place, value in enumerate(values):
            match value:
                case None | "":
                    self._sheet.write_blank(self._row, place, None, self._cell)
                case str():
                    self._sheet.write_string(self._row, place, _fitting(value), self._cell)
                case date():
                    self._sheet.write_datetime(self._row, place, value, self._date)
                case int():
                    self._sheet.write_number(self._row, place, value, self._cell)
        self._row += 1

    def _fit(self, values: Sequence[str | int | date | None]) -> None:
        texts = zip(values, self._columns, strict=True)
        height = max(_lines(text, column.width) for text, column in texts if isinstance(text, str))
        self._sheet.set_row(self._row, min(height * FONT_SIZE * LINE, HIGHEST_ROW))

    def _across(self, text: str, form: Format, size: float) -> None:
        """A merged row. Excel fits no height to merged cells, so it is reckoned here."""
        letters = sum(column.width for column in self._columns) * FONT_SIZE / size
        self._sheet.merge_range(self._row, 0, self._row, len(self._columns) - 1, "", form)
        self._sheet.write_string(self._row, 0, _fitting(text), form)
        self._sheet.set_row(self._row, _lines(text, letters) * size * LINE)
        self._row += 1


def _write_plan(book: Workbook, paper: PlanPaper) -> None:
    sheet = _Sheet(book, paper.headers.plan_sheet, _plan_columns(paper.headers))
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
    sheet = _Sheet(book, paper.headers.task_sheet, _task_columns(paper.headers))
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
        if portions[-1] and _lines("\n".join([*portions[-1], line]), MARKS_WIDTH) > LINES_IN_ROW:
            portions.append([])
        portions[-1].append(line)
    return ["\n".join(portion) for portion in portions]


def _lines(text: str, width: float) -> int:
    """Lines of a wrapped cell; widths are in digits, and Russian letters are wider than those."""
    letters = int(width * 0.85)
    return sum(len(textwrap.wrap(ln, letters)) if len(ln) > letters else 1 for ln in text.split("\n"))


def _fitting(text: str) -> str:
    return text if len(text) <= LONGEST_CELL else text[: LONGEST_CELL - 1] + "…"
