"""What may stand in a row's field, what a doubt is about, and how titles are joined and cut."""

from __future__ import annotations

import pytest

from bot.domain.errors import DomainError
from bot.domain.plan import Fix, FixField
from bot.domain.rows import LIMITS, Field, checked_words, concerns, is_last, joined_words, parts


@pytest.mark.parametrize(
    ("field", "raw", "words"),
    [
        (Field.TITLE, "  Семинар\n для   завучей ", "Семинар для завучей"),
        (Field.RESULT, " Справка \n\n  Протокол", "Справка\nПротокол"),
        (Field.NUMBER, " 1.2.\n", "1.2."),
        (Field.RESULT, " \n ", ""),
    ],
)
def test_needless_spaces_go(field: Field, raw: str, words: str) -> None:
    assert checked_words(field, raw) == words


@pytest.mark.parametrize("field", Field)
def test_every_field_has_its_limit(field: Field) -> None:
    assert checked_words(field, "я" * LIMITS[field]) == "я" * LIMITS[field]
    with pytest.raises(DomainError, match="error-words-long"):
        checked_words(field, "я" * (LIMITS[field] + 1))


@pytest.mark.parametrize(
    ("title", "second"),
    [
        ("Семинар для завучей", []),
        ("Диагностика; разработка планов", ["разработка планов"]),
        ("Анализ итогов. Разработка плана. Совещание", ["Разработка плана. Совещание", "Совещание"]),
        ("Заседание совета:\n1. Итоги года", ["1. Итоги года"]),
        ("Совет: 1. Об итогах 2. О планах", ["1. Об итогах 2. О планах", "2. О планах"]),
        ("Поездка в г. Тверь, школа им. А. С. Пушкина", []),  # abbreviations end no sentence
        ("Рост на 2.5 балла", []),
        ("Конец;", []),
    ],
)
def test_a_title_is_cut_where_a_part_begins(title: str, second: list[str]) -> None:
    assert [title[begin:] for _, begin in parts(title)] == second


@pytest.mark.parametrize(
    ("field", "first", "second", "joined"),
    [
        (Field.TITLE, "Семинар для", "завучей", "Семинар для завучей"),
        (Field.NUMBER, "1.2", "1.3", "1.2"),
        (Field.NUMBER, "", "1.3", "1.3"),
        (Field.RESULT, "Справка", "Протокол", "Справка\nПротокол"),
        (Field.RESULT, "Справка, протокол", "протокол", "Справка, протокол"),
        (Field.DEADLINE, "октябрь", "ноябрь", "октябрь, ноябрь"),
        (Field.PROBLEM, "", "", ""),
    ],
)
def test_two_rows_words_become_one(field: Field, first: str, second: str, joined: str) -> None:
    assert joined_words(field, first, second) == joined


def test_a_doubt_is_about_the_words_that_it_names() -> None:
    cut = {"code": "text_cut", "message": "Текст обрывается, допишите его: «…и учителей-»"}
    assert concerns(Field.TITLE, "Семинар завучей и учителей-", **cut, fix=None)
    assert not concerns(Field.RESULT, "Справка", **cut, fix=None)
    late = {"code": "outside_plan", "message": "Срок вне периода плана: «май 2035»"}
    assert concerns(Field.DEADLINE, "май 2035", **late, fix=None)
    assert not concerns(Field.TITLE, "Итоги за май 2035", **late, fix=None)
    fix = Fix(FixField.SECTION, "Раздел 2")
    assert [field for field in Field if concerns(field, "", **cut, fix=fix)] == [Field.SECTION]


def test_an_edit_is_the_last_where_no_later_one_touched_its_rows() -> None:
    edits = {1: {10}, 2: {10, 11}, 3: {12}}
    assert [is_last(edit, rows, edits) for edit, rows in edits.items()] == [False, True, True]
