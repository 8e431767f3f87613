"""Percent by class and subject, as people type them and as sheets hold them."""

from __future__ import annotations

import re

import pytest

from bot.domain.assessment import Score
from bot.reading.score_sheets import read_score_rows
from bot.reading.scores import read_scores, subject_name
from tests.reading.test_roadmaps import FILES

ALGEBRA, PHYSICS = Score("7А", "Алгебра", 58), Score("9Б", "Физика", 57)


@pytest.mark.parametrize(
    ("text", "scores", "unread"),
    [
        ("(7А Алг. 58), (9Б Физ. 57)", (ALGEBRA, PHYSICS), ()),
        ("7А Алгебра 58; 9 «Б» физика - 57%", (ALGEBRA, PHYSICS), ()),
        ("7A алг 58\n9-б: физ. 57,9", (ALGEBRA, PHYSICS), ()),
        (
            "(4А Матем.56), (7А Р.лит.(рус) 51)",
            (Score("4А", "Математика", 56), Score("7А", "Р.лит.(рус)", 51)),
            (),
        ),
        (
            "(7А Алг. 58), (семь А Алг. 58), (12А Алг. 58), (7А Алг. 158)",
            (ALGEBRA,),
            ("семь А Алг. 58", "12А Алг. 58", "7А Алг. 158"),
        ),
        ("МОУ СОШ (7А Алг. 58)", (ALGEBRA,), ("МОУ СОШ",)),
        ("привет", (), ("привет",)),
        ("", (), ()),
    ],
)
def test_what_is_typed(text: str, scores: tuple[Score, ...], unread: tuple[str, ...]) -> None:
    read = read_scores(text)
    assert (read.scores, read.unread) == (scores, unread)


def test_a_sheet_with_columns_in_any_order() -> None:
    rows = [
        ["Школа № 1", "", "", ""],
        ["№", "Предмет", "% освоения", "Класс"],
        ["1", "Алгебра", "58", "7А"],
        ["2", "физ.", "0.57", "9 Б"],
        ["3", "Химия", "", "9Б"],
        ["", "", "", ""],
    ]
    read = read_score_rows(rows)
    assert read.scores == (ALGEBRA, PHYSICS)
    assert read.unread == ("Школа № 1", "3 Химия 9Б")
    assert read_score_rows([["7А", "Алгебра", "58%"], ["57", "9Б кл.", "Физика"]]).scores == (
        ALGEBRA,
        PHYSICS,
    )


@pytest.mark.parametrize(
    "rows",
    [
        [["Итоги"], ["№", "Класс", "Алг.", "Физика"], ["1", "7А", "58", "-"], ["2", "9 «Б»", "", "57%"]],
        [["Предмет", "7А", "9Б"], ["Алгебра", "0.58", "–"], ["Физ.", "", "57"], ["Среднее", "58", "57"]],
        [["Класс", "Литера", "Предмет", "%"], ["7", "А", "Алгебра", "58"], ["9", "Б", "Физика", "57"]],
    ],
)
def test_classes_across_subjects_and_letters_apart(rows: list[list[str]]) -> None:
    assert read_score_rows(rows).scores == (ALGEBRA, PHYSICS)


def test_a_figure_of_a_cross_table_that_is_none_is_named() -> None:
    rows = [["Класс", "Алгебра", "Химия"], ["7А", "58", "н/д"], ["Итого", "58", ""]]
    read = read_score_rows(rows)
    assert (read.scores, read.unread) == ((ALGEBRA,), ("7А Химия н/д",))


def test_abbreviations_stand_for_one_subject_or_stay() -> None:
    written = (
        "Рус.яз.",
        "Род. яз.",
        "Лит. чтение",
        "Геогр.",
        "гео",
        "Общ.",
        "англ",
        "Окр. мир",
        "Робототехника",
    )
    assert [subject_name(words) for words in written] == [
        *("Русский язык", "Родной язык", "Литературное чтение", "География", "гео", "Обществознание"),
        *("Английский язык", "Окружающий мир", "Робототехника"),
    ]


@pytest.mark.skipif(not FILES, reason="NO REAL ROAD MAPS: nothing is proved of them")
def test_the_list_of_a_real_road_map() -> None:
    text = FILES["003"].read_text(encoding="utf-8")
    (line,) = [
        line for line in text.splitlines() if line.count("Алг.") > 1 and "проблемных предметов" in line
    ]
    listed = line[line.index("(") :]
    assert len(read_scores(listed).scores) == len(re.findall(r"\(\d", line)) == 16
