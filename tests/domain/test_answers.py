"""Which lines and presses are answers, and what is stored of them."""

from __future__ import annotations

import pytest

from bot.domain.answers import answer_counts, checked_choice, checked_line, tally, with_choice
from bot.domain.errors import DomainError
from bot.domain.surveys import Answers, Audience, Item, ItemKind, Option, Questionnaire

OPTIONS = tuple(Option(str(place), {"ru": str(place)}, alone=place == 4) for place in range(1, 5))
SHEETS = Item("sheets", ItemKind.NUMBER, {"ru": "Анкет"}, most=500)
ONE = Item("one", ItemKind.ONE, {"ru": "Один"}, OPTIONS, tallied=True)
MANY = Item("many", ItemKind.MANY, {"ru": "Несколько"}, OPTIONS, tallied=True)
COUNTED = Questionnaire("c", 1, Audience.PUPILS, {"ru": "Ученики"}, (SHEETS, ONE, MANY), "sheets")


def typed(kind: ItemKind, line: str, most: int = 0) -> str:
    item = Item("i", kind, {"ru": "?"}, most=most)
    pack = Questionnaire("q", 1, Audience.ADMINISTRATION, {"ru": "Анкета"}, (item,))
    return checked_line(pack, item, line, {})


@pytest.mark.parametrize(
    ("kind", "line", "value"),
    [
        (ItemKind.NUMBER, " 12 ", "12"),
        (ItemKind.NUMBER, "1 000", "1000"),
        (ItemKind.NUMBER, "007", "7"),
        (ItemKind.SHARE, "35", "35"),
        (ItemKind.SHARE, "35 %", "35"),
        (ItemKind.SHARE, "37,46%", "37.5"),
        (ItemKind.SHARE, "7 из 20", "35"),
        (ItemKind.SHARE, "1/3", "33.3"),
        (ItemKind.SHARE, "0 из 20", "0"),
        (ItemKind.SHARE, "100", "100"),
        (ItemKind.TEXT, "  не хватает\n времени ", "не хватает времени"),
    ],
)
def test_lines_that_are_answers(kind: ItemKind, line: str, value: str) -> None:
    assert typed(kind, line, most=1000) == value


@pytest.mark.parametrize(
    ("kind", "line", "complaint"),
    [
        (ItemKind.NUMBER, "много", "error-answer-number"),
        (ItemKind.NUMBER, "-1", "error-answer-number"),
        (ItemKind.NUMBER, "1001", "error-answer-number"),
        (ItemKind.NUMBER, "²", "error-answer-number"),
        (ItemKind.NUMBER, "9" * 40, "error-answer-number"),
        (ItemKind.SHARE, "100,1", "error-answer-share"),
        (ItemKind.SHARE, "21 из 20", "error-answer-share"),
        (ItemKind.SHARE, "0 из 0", "error-answer-share"),
        (ItemKind.SHARE, "треть", "error-answer-share"),
        (ItemKind.TEXT, " ", "error-answer-text"),
        (ItemKind.TEXT, "о" * 1001, "error-answer-text"),
    ],
)
def test_lines_that_are_not(kind: ItemKind, line: str, complaint: str) -> None:
    with pytest.raises(DomainError) as caught:
        typed(kind, line, most=1000)
    assert caught.value.key == complaint


def test_an_option_is_one_that_the_item_offers() -> None:
    item = Item("i", ItemKind.ONE, {"ru": "?"}, OPTIONS)
    assert checked_choice(item, "3") == "3"
    for value in ("5", "", "1,2"):
        with pytest.raises(DomainError, match="error-answer-unknown"):
            checked_choice(item, value)
    with pytest.raises(DomainError, match="error-answer-press"):
        checked_line(COUNTED, item, "3", {})


@pytest.mark.parametrize(
    ("before", "option", "picked", "after"),
    [
        ("", "2", True, "2"),
        ("2", "1", True, "1,2"),
        ("1,2", "1", True, "1,2"),  # pressed twice
        ("1,2", "1", False, "2"),
        ("2", "2", False, ""),
        ("", "2", False, ""),
        ("1,2", "4", True, "4"),  # «nothing of this»
        ("4", "3", True, "3"),
    ],
)
def test_options_are_picked_and_dropped(before: str, option: str, picked: bool, after: str) -> None:
    item = Item("i", ItemKind.MANY, {"ru": "?"}, OPTIONS)
    assert with_choice(item, before, option, picked=picked) == after


@pytest.mark.parametrize(
    ("item", "line", "value"),
    [
        (ONE, "3 0 12 5", "3,0,12,5"),
        (ONE, "3, 0; 12 5", "3,0,12,5"),
        (ONE, "0 0 0 0", "0,0,0,0"),
        (MANY, "20 20 20 0", "20,20,20,0"),
    ],
)
def test_counts_of_people(item: Item, line: str, value: str) -> None:
    assert checked_line(COUNTED, item, line, {"sheets": "20"}) == value


@pytest.mark.parametrize(
    ("item", "line", "answers", "complaint"),
    [
        (ONE, "3 0 12", {"sheets": "20"}, "error-answer-tally"),
        (ONE, "3 0 12 x", {"sheets": "20"}, "error-answer-tally"),
        (ONE, "3 0 12 6", {"sheets": "20"}, "error-answer-tally-many"),
        (MANY, "21 0 0 0", {"sheets": "20"}, "error-answer-tally-many"),
        (ONE, "3 0 12 5", {}, "error-answer-sheets-first"),
        (SHEETS, "19", {"sheets": "20", "one": "3,0,12,5"}, "error-answer-sheets-few"),
        (SHEETS, "4", {"sheets": "20", "many": "5,1,1,1"}, "error-answer-sheets-few"),
    ],
)
def test_sums_are_checked(item: Item, line: str, answers: Answers, complaint: str) -> None:
    with pytest.raises(DomainError) as caught:
        checked_line(COUNTED, item, line, answers)
    assert caught.value.key == complaint


def test_a_statement_as_counts() -> None:
    answers = {"sheets": "20", "one": "3,0,12,5", "many": ""}
    assert answer_counts(COUNTED, answers) == {
        "sheets": {"20": 1},
        "one": {"1": 3, "2": 0, "3": 12, "4": 5},
    }
    assert tally(MANY, "") == {}
