"""Every number of a report stands beside the rows it comes from, and what is not known is said so."""

from __future__ import annotations

import io
from dataclasses import replace
from datetime import date
from pathlib import Path

import docx
import pytest
from docx.enum.section import WD_ORIENT

from bot.domain.paper_kinds import PaperKind, month_of, usual_periods
from bot.domain.plan import Period
from bot.domain.progress import Status
from bot.domain.tasks import TaskState
from bot.papers.lists import attendance_facts, checklist_facts, consultation_facts, letter_facts
from bot.papers.official import whose
from bot.papers.pdf import as_pdf, can_make_pdf
from bot.papers.reports import report_facts
from bot.words import Words
from handlers.papers.charts import charts_of
from tests.papers.big_district import big_record
from tests.papers.records import WORDS, all_words, made, pages

PORTRAIT, LANDSCAPE = WD_ORIENT.PORTRAIT, WD_ORIENT.LANDSCAPE
SMALL = big_record(schools=3, rows=10)
SCHOOL = SMALL.of_school(2, "МБОУ «Берёзовская СОШ № 2»")


@pytest.mark.parametrize("record", [SMALL, SCHOOL], ids=["district", "school"])
def test_totals_are_those_of_the_rows(record) -> None:  # type: ignore[no-untyped-def]
    facts = report_facts(record, WORDS)
    rows = [row for section in facts["разделы"] for row in section["строки"]]
    assert facts["всего"] == len(record.tasks) == sum(row["всего"] for row in rows)
    assert facts["выполнено"] == sum(row["выполнено"] for row in rows)
    totals = {total["состояние"]: total for total in facts["итоги"]}
    assert sum(total["число"] for total in totals.values()) == facts["всего"]
    late = totals[WORDS.statuses[Status.OVERDUE]]
    assert late["строки"] == ", ".join(row["номер"] for row in rows if row["просрочено"])
    assert [row["номер"] for row in facts["просроченные"]] == late["строки"].split(", ")


def test_a_row_of_one_school_says_how_it_stands() -> None:
    rows = [row for section in report_facts(SCHOOL, WORDS)["разделы"] for row in section["строки"]]
    assert {row["состояние"] for row in rows} <= set(WORDS.statuses.values())
    (first, *_) = [row for section in report_facts(SMALL, WORDS)["разделы"] for row in section["строки"]]
    assert sum(int(part.rpartition(": ")[2]) for part in first["состояние"].split(", ")) == first["всего"]
    paper = all_words(made(PaperKind.SCHOOL, SCHOOL))
    assert "Исполнитель" not in paper
    assert "Кто не отчитался" not in paper


def test_what_nobody_said_is_said_to_be_unknown() -> None:
    silent = tuple(replace(task, report=None, state=TaskState.OPEN) for task in SMALL.tasks)
    facts = report_facts(replace(SMALL, tasks=silent), WORDS)
    assert (facts["участников"], facts["документов"], facts["отчёты"]) == ("нет данных", 0, [])
    nothing = report_facts(replace(SMALL, tasks=(), sections=()), WORDS)
    assert (nothing["всего"], nothing["процент"], nothing["просроченные"]) == (0, "нет данных", [])
    words = all_words(made(PaperKind.DISTRICT, replace(SMALL, tasks=(), sections=())))
    assert "Нет данных: отчётов за этот период нет." in words
    assert "Просроченных строк нет." in words


def test_a_period_takes_the_windows_that_touch_it() -> None:
    november = SMALL.within(Period(date(2026, 11, 1), date(2026, 11, 30)))
    assert {task.window_end for task in november.tasks} == {date(2026, 11, 15), date(2026, 12, 15)}
    assert [row.number for row in november.rows] == ["2.", "3.", "6.", "7.", "10."]
    first, second, year, plan = usual_periods(SMALL.period, SMALL.today)
    assert (first.period.start, second.period.end) == (date(2026, 9, 1), date(2027, 5, 31))
    assert year.period == plan.period == SMALL.period


def test_a_letter_names_what_is_due_and_for_whom() -> None:
    letter = letter_facts(replace(SMALL, period=month_of(date(2026, 12, 5))), WORDS)
    assert letter["период"] == "01.12.2026–31.12.2026"
    due = [
        (row.number, [t for t in SMALL.tasks_of[row.activity_id] if t.report is None])
        for row in SMALL.rows
        if row.position % 4 == 3
    ]
    assert [(row["номер"], row["срок"]) for row in letter["строки"]] == [
        (number, "15.12.2026") for number, tasks in due if tasks
    ]
    whole = [row["кому"] for row in letter["строки"] if row["кому"] == "все школы"]
    assert len(whole) == sum(len(tasks) == 3 for _, tasks in due)


def test_a_checklist_ticks_what_is_done_whole() -> None:
    accepted = tuple(
        replace(task, state=TaskState.ACCEPTED, report=None) if task.activity_id == 1 else task
        for task in SMALL.tasks
    )
    rows = checklist_facts(replace(SMALL, tasks=accepted), WORDS)["разделы"][0]["строки"]
    assert [row["отметка"] for row in rows] == ["☑", *["☐"] * 9]
    assert rows[0]["состояние"] == "выполнено 3 из 3"


def test_a_list_to_sign_has_names_or_empty_lines() -> None:
    named = attendance_facts(SMALL, 4, ["Анна Ильина", "Пётр Седов"])
    assert (named["номер"], [one["имя"] for one in named["участники"]]) == (
        "4.",
        ["Анна Ильина", "Пётр Седов"],
    )
    assert [one["имя"] for one in attendance_facts(SMALL, 0, ())["участники"]] == [""] * 25


def test_consultations_stand_by_their_days() -> None:
    assert consultation_facts(SMALL, WORDS)["строки"] == []
    (section,) = SMALL.sections
    rows = tuple(replace(row, title="Консультации для учителей") for row in section.rows[:3])
    advising = replace(SMALL, sections=(replace(section, rows=rows),))
    found = consultation_facts(advising, WORDS)["строки"]
    assert [(row["номер"], row["срок"][-10:], row["кто"]) for row in found] == [
        ("1.", "15.10.2026", "все школы"),
        ("2.", "15.11.2026", "все школы"),
        ("3.", "15.12.2026", "все школы"),
    ]
    assert {row["раздел"] for row in found} == {section.title}
    own = replace(advising, tasks=tuple(task for task in advising.tasks if task.school_id == 1))
    assert consultation_facts(own, WORDS)["строки"][0]["кто"] == "МБОУ «Берёзовская СОШ № 1»"


def test_many_are_named_by_those_who_are_not_among_them() -> None:
    tasks = tuple(task for task in big_record(schools=9, rows=10).tasks if task.activity_id == 1)

    def named(*numbers: int) -> str:
        found = whose([task for task in tasks if task.school_id in numbers], tasks, WORDS)
        return found.replace("МБОУ «Берёзовская СОШ ", "").replace("»", "")

    assert named(1, 2, 3) == "№ 1, № 2, № 3"
    assert named(1, 2, 3, 4) == "№ 1, № 2, № 3, № 4"
    assert named(1, 2, 3, 4, 5) == "все школы, кроме: № 6, № 7, № 8, № 9"
    assert named(*range(1, 10)) == "все школы"


def test_a_districts_report_has_its_pictures_and_prints_well(tmp_path: Path) -> None:
    record, words = big_record(schools=14, rows=20), Words()
    charts = charts_of(PaperKind.DISTRICT, record, lambda key: words.plain(key, "ru"))
    paper = made(PaperKind.DISTRICT, record, charts=charts)
    document = docx.Document(io.BytesIO(paper))
    assert len(charts) == len(document.inline_shapes) == 4
    assert [section.orientation for section in document.sections] == [PORTRAIT, LANDSCAPE]
    if not can_make_pdf():
        pytest.skip("NO LIBREOFFICE: nobody looks at the pages")
    printed = pages(as_pdf(paper), tmp_path)
    assert "Аналитический отчёт" in printed[0]
    assert all(page.strip() for page in printed)
    across = [page for page in printed if "Исполнитель" in page]
    assert len(across) > 5
    assert "Муниципальный координатор" in printed[-1]
