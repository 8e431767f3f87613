"""The plan as a Word document: read back it is the same plan, and it prints well."""

from __future__ import annotations

import io
from dataclasses import replace
from pathlib import Path
from typing import Any

import docx
import pytest

from bot.domain.deadlines import Deadline
from bot.domain.paper_kinds import PaperKind
from bot.domain.plan import DraftPlan
from bot.domain.tasks import TaskState
from bot.papers.pdf import as_pdf, can_make_pdf
from bot.reading.plan_reader import read_plan
from tests.papers.big_district import big_record
from tests.papers.records import all_words, made, members, pages, record_of
from tests.reading.sample_documents import SAMPLE
from tests.reading.test_roadmaps import FILES

HOSTILE = "{{ 7 * 7 }} {_{ {% raw %} {_% %_} <w:p/> & \x07\x0c\x00 &lt; a\tb «ё» 👩‍👩‍👧 \u202eтскет"
LITERAL = HOSTILE.replace("\x07", "").replace("\x0c", "").replace("\x00", "")


def meant(deadline: Deadline) -> tuple[Any, ...]:
    return deadline.phrase, deadline.kind, deadline.windows, deadline.rule


def content(plan: DraftPlan) -> Any:
    """What a road map says, without where its words stood."""
    rows = [
        (a.number, a.title, a.section, a.problem, *meant(a.deadline), a.responsible_text, a.result)
        for a in plan.activities
    ]
    return plan.title, plan.period, plan.sections, rows, [h.column for h in plan.columns], plan.unread


@pytest.mark.parametrize("name", ["sample", "000", "001", "002", "003", "004"])
def test_read_back_it_is_the_same_plan(name: str) -> None:
    if name != "sample" and name not in FILES:
        pytest.skip(f"NO REAL ROAD MAPS: nothing is proved of {name}")
    file = FILES.get(name, SAMPLE)
    plan = read_plan(file.read_bytes(), file.name)
    again = read_plan(made(PaperKind.PLAN, record_of(plan)), "План.docx")
    assert content(again) == (*content(plan)[:5], ())
    named = [(own, now) for own, now in zip(plan.columns, again.columns, strict=True) if own.words]
    assert [now for _, now in named] == [own for own, _ in named]


def test_marks_of_completion_are_no_part_of_the_plan() -> None:
    plan = read_plan(SAMPLE.read_bytes(), SAMPLE.name)
    record, done = record_of(plan), big_record(schools=2, rows=10).tasks
    marked = replace(record, tasks=tuple(replace(task, state=TaskState.ACCEPTED) for task in done))
    paper = made(PaperKind.PLAN, marked)
    assert "не сделано" in all_words(paper)
    assert content(read_plan(paper, "План.docx"))[:5] == content(plan)[:5]


ROWS = (
    "План на 2026-2027 учебный год\n\n"
    "{0}\n"
    "Приказ\tдо 10.09.2026\tСеминар\tРМК, ОО\n"
    "Справка\tмай 2027\tПрактикум\tОО\n"
)


def test_columns_have_the_documents_order_and_names() -> None:
    header = "Выход\tКогда\tСодержание работы\tКто делает"
    plan = read_plan(ROWS.format(header).encode(), "план.txt")
    table = docx.Document(io.BytesIO(made(PaperKind.PLAN, record_of(plan)))).tables[0]
    own = [[cell.text for cell in row.cells] for row in table.rows]
    assert own == [
        [*header.split("\t"), "Отметка о выполнении, документ, дата"],
        ["Приказ", "до 10.09.2026", "Семинар", "РМК, ОО", ""],
        ["Справка", "май 2027", "Практикум", "ОО", ""],
    ]


def test_a_row_that_says_more_than_the_document_could_gets_a_column() -> None:
    plan = read_plan(ROWS.format("Выход\tКогда\tСодержание\tКто").encode(), "план.txt")
    record = record_of(plan)
    section = record.sections[0]
    rows = (replace(section.rows[0], number="1", problem="Дефициты"), *section.rows[1:])
    paper = made(PaperKind.PLAN, replace(record, sections=(replace(section, rows=rows),)))
    header = [cell.text for cell in docx.Document(io.BytesIO(paper)).tables[0].rows[0].cells]
    assert header[:-1] == ["№", "Проблема", "Выход", "Когда", "Содержание", "Кто"]


def test_hostile_words_are_only_words() -> None:
    sample = record_of(read_plan(SAMPLE.read_bytes(), SAMPLE.name))
    row = sample.sections[0].rows[0]
    fields: dict[str, Any] = dict.fromkeys(
        ("number", "title", "problem", "result", "responsible", "deadline"), HOSTILE
    )
    hostile = replace(
        sample,
        title=HOSTILE,
        school=HOSTILE,
        sections=(replace(sample.sections[0], title=HOSTILE, rows=(replace(row, **fields),)),),
    )
    assert all_words(made(PaperKind.PLAN, hostile)).count(LITERAL) == 9


def test_pages_are_across_in_a_russian_type_with_the_header_on_each(tmp_path: Path) -> None:
    record = record_of(read_plan(SAMPLE.read_bytes(), SAMPLE.name))
    paper = made(PaperKind.PLAN, replace(record, sections=record.sections * 3))
    document = docx.Document(io.BytesIO(paper))
    page = document.sections[0]
    assert page.page_width is not None
    assert page.page_width.cm == pytest.approx(29.7, abs=0.01)
    assert document.styles["Normal"].font.name == "Times New Roman"
    (table,) = document.tables
    assert sum(column.width.cm for column in table.columns) == pytest.approx(25.7, abs=0.05)
    assert not [name for name in members(paper) if "vba" in name.lower()]
    if not can_make_pdf():
        pytest.skip("NO LIBREOFFICE: nobody looks at the pages")
    printed = pages(as_pdf(paper), tmp_path)
    assert len(printed) > 3
    assert all("Мероприятие" in page and "Отметка о выполнении" in page for page in printed[:-1])
    assert "Муниципальный координатор" in printed[-1]
