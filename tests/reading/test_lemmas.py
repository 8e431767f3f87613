"""Any form of a word finds any other."""

from __future__ import annotations

import pytest

from bot.reading.lemmas import index_words, query_words


@pytest.mark.parametrize(
    ("query", "fits"),
    [
        ("наставником", True),
        ("молодые учителя", True),
        ("учитель в школах", False),  # no school is spoken of
        ("для учителей", True),  # a function word tells nothing
        ("зачетных", True),  # ё or not
        ("ФИОКО", True),  # a word of no dictionary is only itself
        ("слон", False),
    ],
)
def test_what_finds_a_text(query: str, fits: bool) -> None:
    index = index_words(("Наставники для молодого учителя: зачётная работа по РПШ ФИОКО", 1))
    assert all(not forms.isdisjoint(index) for forms in query_words(query)) is fits


def test_a_word_weighs_by_its_part_and_thrice_at_most() -> None:
    index = index_words(("Урок", 4), ("Урок за уроком, уроки и уроки, а ещё кружок", 1))
    assert (index["урок"], index["кружок"]) == (4 + 3, 1)


def test_function_words_alone_look_for_nothing() -> None:
    assert query_words("и в для") == ()
