"""Questionnaires are read as they are written."""

from __future__ import annotations

from fractions import Fraction
from pathlib import Path

from bot.domain.surveys import Bounds, Condition, Questionnaire
from bot.questionnaires.packs import parse_pack
from tests.questionnaires.written import COUNTED, OWN, PACK


def test_a_pack_is_read() -> None:
    pack = parse_pack(PACK)
    assert (pack.code, pack.version, pack.audience, pack.title["en"]) == ("sample", 2, "teachers", "Sample")
    assert [(item.id, item.kind.value, item.indicator, item.direction) for item in pack.items] == [
        ("first", "scale", "digital", "positive"),
        ("second", "one", "extra-lessons", "negative"),
        ("third", "many", None, None),
        ("board", "scale", None, None),
        ("screen", "scale", "digital", "positive"),
        ("years", "number", None, None),
        ("words", "text", None, None),
    ]
    first, second, third, board, screen, years, words = pack.items
    assert [option.value for option in first.options] == ["1", "2", "3", "4", "5"]
    assert [(option.text["ru"], option.alone) for option in third.options] == [
        ("Время", False),
        ("Ничего", True),
    ]
    assert third.show_if == Condition("second", frozenset({"2"}))
    assert board.show_if == screen.show_if == Condition("first", frozenset({"1", "2"}))
    assert board.matrix == screen.matrix is not None
    assert board.options == first.options
    assert (years.most, words.most, second.most) == (60, 300, 0)
    assert [item.typed for item in pack.items] == [False] * 5 + [True] * 2


def test_counts_and_numbers_are_read() -> None:
    pack = parse_pack(COUNTED)
    assert (pack.respondents, pack.anonymous) == ("sheets", False)
    assert [(item.tallied, item.typed) for item in pack.items] == [(False, True), (True, True)]
    assert parse_pack(OWN).items[0].bounds == Bounds(Fraction(5), Fraction(25))


def test_reading_twice_gives_one_questionnaire() -> None:
    first: Questionnaire = parse_pack(PACK)
    assert parse_pack(PACK) is first


def test_the_documented_example() -> None:
    page = (Path(__file__).parents[2] / "docs" / "questionnaires.md").read_text(encoding="utf-8")
    pack = parse_pack(page.split("```yaml\n")[1].split("```")[0])
    assert [item.id for item in pack.items] == ["help", "hindrance"]
