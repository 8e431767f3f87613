"""Where a person stopped and which answers are answers."""

from __future__ import annotations

import pytest

from bot.domain.errors import DomainError, Outdated
from bot.domain.surveys import (
    SKIPPED,
    Audience,
    Direction,
    Item,
    ItemKind,
    Option,
    Questionnaire,
    find_item,
    first_gap,
    minutes_left,
    validate_answer,
    wording,
)


def item(name: str) -> Item:
    options = tuple(Option(str(step), {"ru": f"шаг {step}"}) for step in range(1, 6))
    return Item(name, ItemKind.SCALE, {"ru": name}, options, 1, "digital", Direction.POSITIVE)


FORM = Questionnaire("form", 1, Audience.TEACHERS, {"ru": "Анкета"}, (item("a"), item("b"), item("c")))


@pytest.mark.parametrize(
    ("answered", "gap"), [(set(), "a"), ({"a"}, "b"), ({"a", "c"}, "b"), ({"c", "b", "x"}, "a")]
)
def test_the_first_gap(answered: set[str], gap: str) -> None:
    assert first_gap(FORM, answered) == find_item(FORM, gap)


def test_no_gap() -> None:
    assert first_gap(FORM, {"a", "b", "c"}) is None


def test_an_item_of_another_version_is_outdated() -> None:
    with pytest.raises(Outdated):
        find_item(FORM, "z")


def test_answers() -> None:
    assert validate_answer(item("a"), "5") == "5"
    assert validate_answer(item("a"), SKIPPED) == SKIPPED


@pytest.mark.parametrize("value", ["6", "шаг 5"])
def test_what_is_no_answer(value: str) -> None:
    with pytest.raises(DomainError) as caught:
        validate_answer(item("a"), value)
    assert caught.value.key == "error-answer-unknown"


def test_minutes_are_whole_and_none_only_at_the_end() -> None:
    assert [minutes_left(FORM), minutes_left(FORM, {"a", "b"}), minutes_left(FORM, {"a", "b", "c"})] == [
        1,
        1,
        0,
    ]


def test_a_missing_language_falls_back_to_the_first() -> None:
    assert [wording({"ru": "да", "en": "yes"}, language) for language in ("en", "tt")] == ["yes", "да"]
