"""Each defect of a plan is doubted where it stands, and a clean plan has no doubts."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from bot.reading.lint import MESSAGES
from bot.reading.plan_reader import read_plan
from tests.reading.sample_documents import SAMPLE

HEADER = "№\tМероприятие\tСрок\tОтветственные\tРезультат"
CLEAN = "1\tСеминар\tмай 2027 г.\tРМК\tПриказ"
OTHER = "2\tСовет\tиюнь 2027 г.\tОО\tПротокол"


def doubts(*rows: str, title: str = "План на 2026-2027 учебный год") -> list[tuple[str, int | None]]:
    plan = read_plan("\n".join([title, "", HEADER, *rows]).encode(), "план")
    return [(doubt.code, doubt.activity) for doubt in plan.doubts]


def test_a_clean_plan_has_no_doubts() -> None:
    assert doubts(CLEAN, OTHER) == []


DEFECTS = {
    "1\tСовет\tиюнь 2027 г.\tОО\tПротокол": [("duplicate_number", 0), ("duplicate_number", 1)],
    "\tСовет\tиюнь 2027 г.\tОО\tПротокол": [("missing_number", 1)],
    "2\tСовет\t\tОО\tПротокол": [("no_deadline", 1)],
    "2\tСовет\tиюнь 2027 г.\t\tПротокол": [("no_party", 1)],
    "2\tСовет\tиюнь 2027 г.\tОО\t": [("no_result", 1)],
    "2\t\tиюнь 2027 г.\tОО\tПротокол": [("no_title", 1)],
    "2\tСовет по\tиюнь 2027 г.\tОО\tПротокол": [("text_cut", 1)],
    "2\tСовет\tиюнь 2027 г.\tОбщественные организации\tПротокол": [("wrong_word", 1)],
    "2\tСовет\tмай 2027 г. - июнь 2026 г.\tОО\tПротокол": [("end_before_start", 1)],
    "2\tСовет\tиюнь 2030 г.\tОО\tПротокол": [("outside_plan", 1)],
    "2\tСовет\t31 июня 2027 г.\tОО\tПротокол": [("impossible_date", 1)],
    "\t\t\tОО\tПротокол\n3\tКлуб\tмай 2027 г.\tОО\tПриказ": [],
}


@pytest.mark.parametrize("row", DEFECTS)
def test_a_defect_is_doubted_at_its_activity(row: str) -> None:
    codes = [found for found in doubts(CLEAN, row) if found[0] != "outside_plan" or "2030" in row]
    assert codes == DEFECTS[row]


def test_one_section_may_count_from_one_again() -> None:
    assert doubts("1. Первый\t\t\t\t", CLEAN, "2. Второй\t\t\t\t", CLEAN) == []


def test_a_plan_without_a_column_of_results_owes_none() -> None:
    text = "План на 2026-2027 учебный год\n\n№\tМероприятие\tСрок\tОтветственные\n1\tСеминар\tмай\tРМК\n"
    assert read_plan(text.encode(), "план").doubts == ()


def test_a_year_taken_from_other_rows_is_doubted() -> None:
    row = "2\tСовет\tянварь-март\tОО\tПротокол"
    named = "1\tСеминар\tВ течение 2026-2027 учебного года\tРМК\tПриказ"
    assert doubts(named, row, title="План") == [("year_assumed", 1)]


@pytest.mark.parametrize("phrase", ["июнь, январь", "в течение учебного года", "до 15 марта"])
def test_a_year_that_nothing_tells_is_asked_for(phrase: str) -> None:
    assert doubts(f"1\tСовет\t{phrase}\tОО\tПротокол", title="План") == [("year_unknown", 0)]


def test_the_samples_defects_are_all_found() -> None:
    plan = read_plan(SAMPLE.read_bytes(), "план")
    found = [(d.code, plan.activities[d.activity].number) for d in plan.doubts if d.activity is not None]
    assert [pair for pair in found if pair[0] != "outside_plan"] == [
        ("duplicate_number", "2.3."),
        ("duplicate_number", "2.3."),
        ("no_result", "2.6."),
        ("end_before_start", "3.4"),
        ("no_deadline", "3.6"),
        ("wrong_word", "4.2."),
        ("no_party", "4.4."),
    ]


def test_every_doubt_speaks_russian() -> None:
    assert [code for code, text in MESSAGES.items() if not text.format(about="", code="")[0].isupper()] == []


@pytest.mark.parametrize("language", ["ru", "en"])
def test_the_chat_has_words_for_every_doubt(language: str) -> None:
    catalogue = Path(__file__).parents[2] / "locales" / language
    text = "\n".join(path.read_text(encoding="utf-8") for path in sorted(catalogue.glob("*.ftl")))
    keys = set(re.findall(r"^doubt-([a-z-]+) =", text, re.MULTILINE))
    assert {code.replace("_", "-") for code in MESSAGES} - keys == set()
