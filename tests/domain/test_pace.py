"""«≈ 4 мин осталось» is true within 30 %, for readers of any pace that people have."""

from __future__ import annotations

import random

import pytest

from bot.domain.pace import WORDS_A_SECOND, minutes_left, seconds_left
from bot.domain.surveys import Questionnaire, full_wording
from bot.questionnaires.packs import package_packs

TEACHERS = [pack.questionnaire for pack in package_packs().values() if pack.questionnaire.anonymous]


@pytest.mark.parametrize("language", ["ru", "en"])
@pytest.mark.parametrize("pack", TEACHERS, ids=lambda pack: pack.code)
def test_the_rounding_alone_is_true(pack: Questionnaire, language: str) -> None:
    answers: dict[str, str] = {}
    for item in pack.items:
        answers[item.id] = "1"
        seconds = seconds_left(pack, answers, language)
        if seconds >= 45:
            assert abs(minutes_left(pack, answers, language) * 60 / seconds - 1) <= 0.3
    assert minutes_left(pack, answers, language) == 0


@pytest.mark.parametrize("pack", TEACHERS, ids=lambda pack: pack.code)
def test_nine_of_ten_teachers_see_the_truth(pack: Questionnaire) -> None:
    """Two hundred simulated teachers: a reading pace of their own (IReST: 184 ± 32 words a minute), and for
    every item a decision of a length by chance. What each saw at each item is compared with what they took.
    """
    chance, true, seen = random.Random(7), 0, 0
    for _ in range(200):
        pace = chance.gauss(184, 32) / 60 / WORDS_A_SECOND
        answers: dict[str, str] = {}
        told, took = [], []
        for item in pack.items:
            left = seconds_left(pack, answers)
            told.append(minutes_left(pack, answers) * 60)
            answers[item.id] = "1"
            reading = len(full_wording(item, "ru").split()) / WORDS_A_SECOND
            rest = max(left - seconds_left(pack, answers) - reading, 0)
            took.append(reading / pace + rest * chance.lognormvariate(-0.08, 0.4))
        for place, minutes in enumerate(told):
            actual = sum(took[place:])
            if actual >= 60:
                seen += 1
                true += abs(minutes / actual - 1) <= 0.3
    assert true / seen >= 0.9


def test_minutes_come_in_halves_and_none_only_at_the_end() -> None:
    pack = TEACHERS[0]
    answers: dict[str, str] = {}
    shown = []
    for item in pack.items:
        shown.append(minutes_left(pack, answers))
        answers[item.id] = ""
    assert shown == sorted(shown, reverse=True)
    assert {minutes * 2 % 1 for minutes in shown} == {0}
    assert (shown[-1], minutes_left(pack, answers)) == (0.5, 0)
