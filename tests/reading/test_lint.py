"""Each defect of a plan is doubted where it stands, and a clean plan has no doubts."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from bot.domain.doubt_codes import CODES
from bot.reading.lint import MESSAGES
from bot.reading.lint.slips import is_one_slip
from bot.reading.plan_reader import read_plan
from bot.screen import Text
from bot.words import LANGUAGES, Words
from tests.reading.doubted import CLEAN, HEADER, OTHER, doubts
from tests.reading.sample_documents import SAMPLE


def test_a_clean_plan_has_no_doubts() -> None:
    assert doubts(CLEAN, OTHER) == []


DEFECTS = {
    "1\tСовет\tиюнь 2027 г.\tОО\tПротокол": [("duplicate_number", 0), ("duplicate_number", 1)],
    "\tСовет\tиюнь 2027 г.\tОО\tПротокол": [("missing_number", 1)],
    "3\tСовет\tиюнь 2027 г.\tОО\tПротокол": [("number_gap", 1)],
    "2\tСовет\t\tОО\tПротокол": [("no_deadline", 1)],
    "2\tСовет\tиюнь 2027 г.\t\tПротокол": [("no_party", 1)],
    "2\tСовет\tиюнь 2027 г.\tОО\t": [("no_result", 1)],
    "2\t\tиюнь 2027 г.\tОО\tПротокол": [("no_title", 1)],
    "2\tСовет по\tиюнь 2027 г.\tОО\tПротокол": [("text_cut", 1)],
    "2\tСовет в соответствии\tиюнь 2027 г.\tОО\tПротокол": [("text_cut", 1)],
    "2\tСовет учителей с высшей и первой квалификационной. Итоги\tиюнь 2027 г.\tОО\tАкт": [("text_cut", 1)],
    "2\tУроки учителей русского и математики. Работа с одарёнными\tиюнь 2027 г.\tОО\tАкт": [],
    "2\tОпрос учащихся 4 классах\tиюнь 2027 г.\tОО\tАкт": [("wrong_word", 1)],
    "2\tОпрос в 4 классах, т.е. школах и др. организациях\tиюнь 2027 г.\tОО\tАкт": [],
    "2\tСовет методических и объединений\tиюнь 2027 г.\tОО\tАкт": [("wrong_word", 1)],
    "2\tСовет\tиюнь 2027 г.\tучителя школ с низкими\tПротокол": [("text_cut", 1)],
    "2\tСовет\tиюнь 2027 г.\tОО,\tПротокол": [("list_cut", 1)],
    "2\tСовет «Новая школа\tиюнь 2027 г.\tОО\tПротокол": [("unbalanced", 1)],
    "2\tСовет 1) школ, 2) родителей\tиюнь 2027 г.\tОО\tПротокол": [],
    "2\tСовет для для школ\tиюнь 2027 г.\tОО\tПротокол": [("repeated_words", 1)],
    "2\tСовет, совет и чуть-чуть\tиюнь 2027 г.\tОО\tПлан работы План работы": [("repeated_words", 1)],
    "2\tСовет (этап 1)\tиюнь 2027 г.\tОО\tПротокол": [],
    "2\tСовет\tиюнь 2027 г.\tОО\t–": [("no_result", 1)],
    "2\tСовет «Школа «Радуга»\tиюнь 2027 г.\tОО\tПротокол": [],
    "2\tСовет\tиюнь 2027 г.\tОбщественные организации\tПротокол": [("wrong_word", 1)],
    "2\tСовет родителейшколы\tиюнь 2027 г.\tОО\tПротокол": [("misspelt_word", 1)],
    "2\tМетапредметный видеоурок по буллингу\tиюнь 2027 г.\tОО\tПротокол": [],
    "2\tСовет\tиюнь 2027 г.\tучителя\tОтчёт о работе": [("teacher_paper", 1)],
    "2\tСовет\tиюнь 2027 г.\tучителя\tРабочая программа": [],
    "2\tСовет\tиюнь 2027 г.\tучителя\tСправка заместителя директора": [],
    "2\tСовет (вторник, 7 июня 2027 года)\tиюнь 2027 г.\tОО\tАкт": [("weekday_mismatch", 1)],
    "2\tСовет\tиюнь 2027 г.\tОО\tРост числа участников": [("target_without_number", 1)],
    "2\tСовет\tиюнь 2027 г.\tОО\tРост числа участников до 40": [],
    "2\tСовет\tиюнь 2027 г.\tОО\tПлан на 2024 год": [],
    "2\tСовет\tиюнь 2027 г.\tОО\tРост доли призёров до 5 % в 2024-2025 учебном году": [("old_year", 1)],
    "2\tСовет\tиюнь 2027 г.\tОО\tАнализ за 2024-2025 учебный год": [],
    "2\tПодготовка команды школы\tиюнь 2027 г.\tОО\tПодготовлена команда школы": [],
    "2\tПовышение качества уроков\tиюнь 2027 г.\tОО\tПовышение качества": [("result_repeats_title", 1)],
    "2\tРазработка планов школ\tиюнь 2027 г.\tОО\tПланы школ": [],
    "2\tСовет\tмай 2027 г. - июнь 2026 г.\tОО\tПротокол": [("end_before_start", 1)],
    "2\tСовет\tоктябрь 2026 г. - май 2026 г.\tОО\tПротокол": [("end_before_start", 1)],
    "2\tСовет\tпонедельник, 9 мая 2027 г.\tОО\tПротокол": [("weekday_mismatch", 1)],
    "2\tСовет\tиюнь 2030 г.\tОО\tПротокол": [("outside_plan", 1)],
    "2\tСовет\tиюнь - сентябрь 2027 г.\tОО\tПротокол": [("beyond_plan", 1)],
    "2\tСовет\t31 июня 2027 г.\tОО\tПротокол": [("impossible_date", 1)],
    "2\tСовет\tдо 9 мая 2027 г.\tОО\tПротокол": [("day_off", 1)],
    "2\tСовет\tмай 2027 г.\tОО\tПротокол": [],
    "2\tСовет\tвоскресенье, 9 мая 2027 г.\tОО\tПротокол": [],
    "2\tСоревнования школ\t9 мая 2027 г.\tОО\tПротокол": [],
    "2\tСбор (в срок до 10 мая 2027 года)\tмай - июнь 2027 г.\tОО\tПротокол": [("other_date", 1)],
    "2\tСбор (в срок до 30 июня)\tмай - июнь 2027 г.\tОО\tПротокол": [],
    "2\tСбор сведений о родившихся до 1 мая 2020 года\tиюнь 2027 г.\tОО\tПротокол": [],
    "2\tСовет\tавгуст\tОО\tПротокол": [("year_assumed", 1)],
    "\t\t\tОО\tПротокол\n3\tКлуб\tмай 2027 г.\tОО\tПриказ": [("number_gap", 1)],
}


@pytest.mark.parametrize("row", DEFECTS)
def test_a_defect_is_doubted_at_its_activity(row: str) -> None:
    assert doubts(CLEAN, row) == DEFECTS[row]


def test_a_semicolon_ends_every_row_or_none() -> None:
    rows = [
        f"{n}\tСовет {word};\tмай 2027 г.\tОО\tПриказ"
        for n, word in enumerate(["школ", "клуба", "района", "учителей", "семей", "завучей"], 1)
    ]
    plain = [row.replace(";", "") for row in rows]
    assert (doubts(*rows), doubts(*plain)) == ([], [])
    assert doubts(*plain[:3], rows[3], *plain[4:]) == [("text_cut", 3)]


@pytest.mark.parametrize(
    ("header", "code"), [("Ответственные", "no_deadline_column"), ("Срок", "no_party_column")]
)
def test_a_column_that_the_table_lacks_is_named_once(header: str, code: str) -> None:
    cell = {"Ответственные": "РМК", "Срок": "май"}[header]
    rows = (f"{n}\tСовет {n} уровня\t{cell}\tАкт" for n in (1, 2))
    text = "\n".join(["План на 2027 год", "", f"№\tМероприятие\t{header}\tРезультат", *rows])
    found = read_plan(text.encode(), "план").doubts
    assert [(doubt.code, doubt.activity) for doubt in found] == [(code, None)]


def test_each_section_may_count_from_one() -> None:
    rows = ("1. Первый\t\t\t\t", CLEAN, "2. Второй\t\t\t\t", CLEAN)
    assert doubts(*rows) == [("numbering_restarts", None)]


def test_a_plan_without_a_column_of_results_is_asked_once() -> None:
    text = "План на 2026-2027 учебный год\n\n№\tМероприятие\tСрок\tОтветственные\n1\tСеминар\tмай\tРМК\n"
    found = read_plan(text.encode(), "план").doubts
    assert [(doubt.code, doubt.activity) for doubt in found] == [("no_result_column", None)]


def test_the_samples_defects_are_all_found() -> None:
    plan = read_plan(SAMPLE.read_bytes(), "план")
    found = [(d.code, plan.activities[d.activity].number) for d in plan.doubts if d.activity is not None]
    assert [pair for pair in found if pair[0] != "outside_plan"] == [
        ("duplicate_number", "2.3."),
        ("duplicate_number", "2.3."),
        ("no_result", "2.6."),
        ("end_before_start", "3.4"),
        ("no_deadline", "3.6"),
        ("beyond_plan", "4.2."),
        ("wrong_word", "4.2."),
        ("no_party", "4.4."),
    ]


def test_every_code_has_a_weight_and_a_message_that_ends_with_what_it_is_about() -> None:
    assert set(MESSAGES) == set(CODES)
    quoted = re.compile(r"[А-ЯЁ][^:]*(?:: (?:«…?)?\{about\}»?)?")
    assert [text for text in MESSAGES.values() if not quoted.fullmatch(text)] == []


def test_every_code_is_documented() -> None:
    page = (Path(__file__).parents[2] / "docs/lint.md").read_text(encoding="utf-8")
    rows = re.findall(r"^\| `([a-z_]+)` \| (\w+) \| (\w+) \|", page, re.MULTILINE)
    assert rows == [(code, severity.value, about.value) for code, (severity, about) in CODES.items()]


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_chat_has_words_for_every_doubt(language: str) -> None:
    words = Words()
    assert all(words.html(Text(f"doubt-{code.replace('_', '-')}"), language) for code in CODES)


def test_a_row_of_another_district_is_doubted() -> None:
    own = [f"{n}\tСовет школ Заречного района {n}\tмай 2027 г.\tОО\tПриказ" for n in range(1, 4)]
    assert doubts(*own, title="План Заречного района на 2026-2027 учебный год") == []
    copied = own[2].replace("Заречного", "Берёзовского")
    assert doubts(*own[:2], copied, title="План Заречного района на 2026-2027 учебный год") == [
        ("other_place", 2)
    ]


def test_a_number_in_the_place_of_a_missing_one_is_doubted_alone() -> None:
    numbers = (
        ("1.1", "1.2", "1.2", "1.4"),
        ("1.1", "1.3", "1.3", "1.4"),
        ("3.1", "2.2", "3.3", "3.4"),
        ("1.1", "1.1", "1.2", "1.4"),
    )
    found = [
        doubts(*(f"{n}\tСовет {i} уровня\tмай 2027 г.\tОО\tПриказ" for i, n in enumerate(given)))
        for given in numbers
    ]
    assert found == [
        [("duplicate_number", 2)],
        [("duplicate_number", 1)],
        [("foreign_number", 1)],
        [("duplicate_number", 0), ("duplicate_number", 1), ("number_gap", 3)],
    ]


def test_a_teachers_paper_is_named_in_whole_words() -> None:
    row = "1\tДиагностика\tмай 2027 г.\tучителя\tАналитическая справка"
    plan = read_plan("\n".join(["План на 2026-2027 учебный год", "", HEADER, row]).encode(), "план")
    assert [doubt.about for doubt in plan.doubts] == ["«Аналитическая справка»"]


def test_half_a_name_is_known_by_the_whole_one() -> None:
    rows = [
        f"{n}\tСовет {n} уровня\tмай 2027 г.\t{party}\tПриказ"
        for n, party in enumerate(["Руководители школ"] * 3 + ["Руководители", "РМК"], 1)
    ]
    assert doubts(*rows) == [("party_cut", 3)]


def test_the_checks_never_raise_and_know_their_codes() -> None:
    hostile = [
        "((((",
        "»»»»",
        "«" * 500,
        "1.1.1.1",
        "ё" * 5000,
        ", , ,",
        "2026" * 50,
        "→ → →",
        "а́б",
        "1)2)3)",
    ]
    rows = [CLEAN, *("\t".join([text] * 5) for text in hostile)]
    text = "\n".join(["План на 2026-2027 учебный год", "", HEADER, *rows, *rows])
    assert {doubt.code for doubt in read_plan(text.encode(), "").doubts} <= set(CODES)


def test_a_word_with_and_without_its_dots_is_one_word() -> None:
    assert not is_one_slip("отчёт", "отчет")
    rows = [
        f"{n}\tСеминар {word}\tмай 2027 г.\tОО\tПриказ" for n, word in ((1, "педагогёв"), (2, "педагогев"))
    ]
    assert (doubts(rows[0]), doubts(*rows)) == ([("misspelt_word", 0)], [])
