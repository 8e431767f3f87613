"""The workbook read back by another library: every cell is what was put in."""

from __future__ import annotations

import io
from dataclasses import astuple, replace
from datetime import UTC, date, datetime
from typing import Any

import openpyxl
from openpyxl.worksheet.worksheet import Worksheet

from bot.papers.plan_xlsx import (
    ActivityRow,
    PaperSection,
    PlanHeaders,
    PlanPaper,
    TaskRow,
    plan_workbook,
)

HEADERS = PlanHeaders(
    plan_sheet="План",
    number="№",
    title="Мероприятие",
    deadline="Срок",
    responsible="Ответственные",
    result="Результат",
    marks="Отметка о выполнении",
    state="Состояние",
    task_sheet="Поручения",
    occurrence="Этап",
    window="Период",
    executor="Исполнитель",
    reported_by="Кто отчитался",
    reported_on="Дата",
    words="Что сделано",
    people="Человек",
    documents="Документы",
)
ACTIVITY = ActivityRow(
    number="1.1.",
    title="=СУММ(A1:A9) — «мероприятие», которое похоже на формулу",
    deadline="до 15 марта",
    responsible="+7, ОО",
    result="-справка",
    marks=("МБОУ СОШ № 1, 10.03.2026: проведено\n12 человек", "@МБОУ СОШ № 2: не выполнено"),
    state="выполнено",
)
TASK = TaskRow(
    number="1.1.",
    title="Семинар",
    occurrence="1 мониторинг",
    window="01.03.2026–15.03.2026",
    responsible="МБОУ СОШ № 1",
    state="принято",
    reported_by="завуч",
    reported_on=date(2026, 3, 10),
    words="https://example.org/ <b>и</b> {=A1}",
    people=12,
    documents="протокол.pdf",
)
PAPER = PlanPaper(
    title="Дорожная карта Заречного района",
    summary="На 1 апреля 2026 года выполнено 1 из 2",
    made_at=datetime(2026, 4, 1, 9, 30, tzinfo=UTC),
    headers=HEADERS,
    sections=(
        PaperSection("1. Кадры", (ACTIVITY,)),
        PaperSection("2. Учёба", (replace(ACTIVITY, number="2.1.", marks=()),)),
    ),
    tasks=(TASK, replace(TASK, occurrence="", reported_on=None, people=None)),
)


def sheets(paper: PlanPaper) -> tuple[Worksheet, Worksheet]:
    book = openpyxl.load_workbook(io.BytesIO(plan_workbook(paper)))
    assert book.sheetnames == [HEADERS.plan_sheet, HEADERS.task_sheet]
    plan, tasks = book.worksheets
    assert isinstance(plan, Worksheet)
    assert isinstance(tasks, Worksheet)
    return plan, tasks


def values(sheet: Worksheet) -> list[tuple[Any, ...]]:
    return [tuple(row) for row in sheet.iter_rows(values_only=True)]


def activity_cells(row: ActivityRow) -> tuple[str | None, ...]:
    marks = "\n".join(row.marks) or None
    return (row.number, row.title, row.deadline, row.responsible, row.result, marks, row.state)


def test_the_plan_sheet_is_the_plan_in_its_own_order() -> None:
    plan, _ = sheets(PAPER)
    h = HEADERS
    across = (None,) * 6
    assert values(plan) == [
        (PAPER.title, *across),
        (PAPER.summary, *across),
        (h.number, h.title, h.deadline, h.responsible, h.result, h.marks, h.state),
        ("1. Кадры", *across),
        activity_cells(ACTIVITY),
        ("2. Учёба", *across),
        activity_cells(PAPER.sections[1].activities[0]),
    ]
    assert {str(merged) for merged in plan.merged_cells.ranges} == {"A1:G1", "A2:G2", "A4:G4", "A6:G6"}


def test_the_task_sheet_has_one_row_a_task() -> None:
    _, tasks = sheets(PAPER)
    h = HEADERS
    first, second = (list(astuple(task)) for task in PAPER.tasks)
    first[7] = datetime(2026, 3, 10)  # noqa: DTZ001 - a day in a sheet has no zone
    second[2] = None
    assert values(tasks) == [
        (
            h.number,
            h.title,
            h.occurrence,
            h.window,
            h.executor,
            h.state,
            h.reported_by,
            h.reported_on,
            h.words,
            h.people,
            h.documents,
        ),
        tuple(first),
        tuple(second),
    ]


def test_no_cell_is_a_formula_or_a_link() -> None:
    for sheet in sheets(PAPER):
        cells = [cell for row in sheet.iter_rows() for cell in row]
        assert {cell.data_type for cell in cells} <= {"s", "n", "d"}  # "f" would be a formula
        assert [cell.coordinate for cell in cells if cell.hyperlink] == []


def test_printed_pages_are_a4_across_with_the_headers_on_each() -> None:
    for sheet, head in zip(sheets(PAPER), (3, 1), strict=True):
        assert (sheet.page_setup.orientation, sheet.page_setup.paperSize) == ("landscape", 9)
        assert (sheet.page_setup.fitToWidth or 1, sheet.page_setup.fitToHeight) == (1, 0)  # 1 goes unsaid
        assert sheet.sheet_properties.pageSetUpPr is not None
        assert sheet.sheet_properties.pageSetUpPr.fitToPage
        assert sheet.print_title_rows == f"${head}:${head}"
        assert sheet.freeze_panes == f"A{head + 1}"
        assert all(cell.alignment.wrap_text for row in sheet.iter_rows() for cell in row if cell.value)


def test_marks_that_no_row_can_show_go_on_in_the_next_one() -> None:
    marks = tuple(f"МБОУ СОШ № {number}: проведено\n{'слово ' * 40}".strip() for number in range(1, 31))
    plan, _ = sheets(
        replace(PAPER, sections=(PaperSection("1", (replace(ACTIVITY, marks=marks),)),), tasks=())
    )
    rows = values(plan)[4:]
    shown = [row[5] for row in rows]
    assert "\n".join(shown) == "\n".join(marks)
    assert max(len(text) for text in shown) < 1_100  # 28 lines of 44 characters at most
    assert rows[0][:5] == activity_cells(ACTIVITY)[:5]
    assert {row[:5] + row[6:] for row in rows[1:]} == {(None,) * 6}


def test_a_text_beyond_the_limit_of_a_cell_is_marked_as_cut() -> None:
    plan, _ = sheets(replace(PAPER, title="я" * 40_000))
    assert plan["A1"].value == "я" * 32_766 + "…"


def test_the_same_paper_gives_the_same_bytes() -> None:
    assert plan_workbook(PAPER) == plan_workbook(PAPER)


def test_every_row_is_high_enough_for_its_longest_text() -> None:
    long = replace(ACTIVITY, result="Повышение доли педагогов, удовлетворённых качеством работы. " * 6)
    plan, _ = sheets(replace(PAPER, sections=(PaperSection("1. Кадры", (long,)),)))
    letters = plan.column_dimensions["E"].width * 0.9
    assert plan.row_dimensions[5].height >= len(long.result) / letters * 10
