"""Which rows answer a factor: the words, what people said, and what the bot learns of it."""

from __future__ import annotations

import pytest

from bot.domain.gaps import Correction, GapMap, Ground, MappedRow, lexicon
from bot.domain.risk import FACTORS, Level
from bot.use_cases.gaps import lemmas


def factors(title: str, *corrections: Correction) -> dict[int, Ground]:
    known, words = lexicon(lemmas, corrections), lemmas(title)
    return {factor: why for factor in FACTORS if (why := known.ground(words, words, factor))}


def said(title: str, factor: int, *, relates: bool) -> Correction:
    return Correction(lemmas(title), factor, relates)


@pytest.mark.parametrize(
    ("title", "answers"),
    [
        ("Организация курсов повышения квалификации учителей", [3]),
        ("Проведение родительских собраний по подготовке к ОГЭ", [9, 10]),
        ("Работа с детьми-инофонами: занятия русским языком", [5]),
        ("Профилактика правонарушений и травли в школе", [7, 8]),
        ("Обучение педагогов работе с обучающимися с ОВЗ", [4]),
        ("Обновление оборудования кабинетов и учебников", [1]),
        ("Назначение муниципального координатора", []),
    ],
)
def test_rows_are_known_by_their_words(title: str, answers: list[int]) -> None:
    assert list(factors(title)) == answers


def test_what_people_say_of_a_row_outweighs_its_words() -> None:
    title = "Семинар для завучей"
    assert factors(title) == {3: Ground.WORDS}
    corrections = said(title, 3, relates=False), said(title, 6, relates=True)
    assert factors("СЕМИНАР ДЛЯ ЗАВУЧЕЙ.", *corrections) == {6: Ground.SAID}


def test_two_corrections_that_agree_teach_a_word_and_one_that_differs_unteaches_it() -> None:
    taught = [
        said("Шахматный турнир", 6, relates=True),
        said("Шахматный клуб", 6, relates=True),
    ]
    assert factors("Шахматная суббота", taught[0]) == {}
    assert factors("Шахматная суббота", *taught) == {6: Ground.WORDS}
    assert factors("Шахматная суббота", *taught, said("Шахматный стол", 6, relates=False)) == {}


def test_a_phrase_refused_again_and_again_is_dropped() -> None:
    refused = [said("Семинар бухгалтеров", 3, relates=False), said("Семинар водителей", 3, relates=False)]
    assert factors("Семинар поваров", refused[0]) == {3: Ground.WORDS}
    assert factors("Семинар поваров", *refused) == {}
    assert factors("Семинар поваров", *refused, said("Семинар учителей", 3, relates=True)) == {
        3: Ground.WORDS
    }


def test_gaps_of_high_risk_come_first() -> None:
    row = MappedRow(1, "1", "Курсы", own=False, factors={3: Ground.WORDS})
    idle = MappedRow(2, "2", "Совещание", own=False, factors={})
    found = GapMap((row, idle), {1: Level.LOW, 5: Level.HIGH, 9: Level.MEDIUM})
    assert found.gaps == (5, 9, 1, 2, 4, 6, 7, 8, 10)
    assert found.answering(3) == (row,)
    assert found.nothing == (idle,)
