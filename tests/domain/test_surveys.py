"""What is shown, where a person stopped, and what stands on one screen."""

from __future__ import annotations

import pytest

from bot.domain.errors import Outdated
from bot.domain.surveys import (
    SKIPPED,
    Audience,
    Condition,
    Item,
    ItemKind,
    Matrix,
    Option,
    Questionnaire,
    find_item,
    first_gap,
    reachable,
    same_screen,
    shown_items,
    wording,
)

ROWS = Matrix("rows", {"ru": "Строки"})


def item(
    name: str, show_if: Condition | None = None, kind: ItemKind = ItemKind.ONE, matrix: Matrix | None = None
) -> Item:
    options = tuple(Option(str(step), {"ru": f"шаг {step}"}) for step in range(1, 6))
    return Item(name, kind, {"ru": name}, options, show_if=show_if, matrix=matrix)


def when(name: str, *values: str) -> Condition:
    return Condition(name, frozenset(values))


def form(*items: Item) -> Questionnaire:
    return Questionnaire("form", 1, Audience.TEACHERS, {"ru": "Анкета"}, items)


PLAIN = form(item("a"), item("b"), item("c"))
# b hangs on a, c on b, d on a's other answers.
BRANCHED = form(
    item("a"),
    item("b", when("a", "1")),
    item("c", when("b", "2", "3"), ItemKind.MANY),
    item("d", when("a", "2", "3")),
    item("e", when("c", "4")),
)


@pytest.mark.parametrize(
    ("answered", "gap"), [(set(), "a"), ({"a"}, "b"), ({"a", "c"}, "b"), ({"c", "b", "x"}, "a")]
)
def test_the_first_gap(answered: set[str], gap: str) -> None:
    assert first_gap(PLAIN, dict.fromkeys(answered, "1")) == find_item(PLAIN, gap)


def test_no_gap() -> None:
    assert first_gap(PLAIN, {"a": "1", "b": SKIPPED, "c": "1"}) is None


def test_an_item_of_another_version_is_outdated() -> None:
    with pytest.raises(Outdated):
        find_item(PLAIN, "z")


@pytest.mark.parametrize(
    ("answers", "shown"),
    [
        ({}, "a"),
        ({"a": SKIPPED}, "a"),
        ({"a": "1"}, "ab"),
        ({"a": "2"}, "ad"),
        ({"a": "1", "b": "1"}, "ab"),
        ({"a": "1", "b": "3"}, "abc"),
        ({"a": "1", "b": "3", "c": "1,4"}, "abce"),
        ({"a": "2", "b": "3", "c": "1,4"}, "ad"),  # what a hid hides on
    ],
)
def test_what_answers_lead_to(answers: dict[str, str], shown: str) -> None:
    assert [one.id for one in shown_items(BRANCHED, answers)] == list(shown)


def test_hidden_answers_are_not_reached() -> None:
    answers = {"d": "5", "c": "4", "b": "2", "a": "1"}
    assert list(reachable(BRANCHED, answers).items()) == [("a", "1"), ("b", "2"), ("c", "4")]
    assert reachable(BRANCHED, {**answers, "a": "3"}) == {"a": "3", "d": "5"}


def test_the_rows_of_a_matrix_stand_together() -> None:
    rows = [item("r1", matrix=ROWS), item("r2", matrix=ROWS)]
    pack = form(item("a"), *rows, item("b"))
    assert same_screen(pack.items, rows[1]) == tuple(rows)
    assert same_screen(pack.items, pack.items[0]) == (pack.items[0],)


def test_a_missing_language_falls_back_to_the_first() -> None:
    assert [wording({"ru": "да", "en": "yes"}, language) for language in ("en", "tt")] == ["yes", "да"]
