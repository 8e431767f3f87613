"""Targets in the words of result columns: a small table, and the five real road maps."""

from __future__ import annotations

from functools import cache

import pytest

from bot.domain.targets import Measure, Target
from bot.reading.plan_reader import read_plan
from bot.reading.targets import read_targets
from tests.reading.test_roadmaps import FILES

_M = Measure

# phrase → (measure, number, of whom, no more than it, together)
PHRASES: dict[str, tuple[Measure, int, str, bool, bool]] = {
    "Участие не менее двух учителей": (_M.PEOPLE, 2, "учителей", False, False),
    "Обучены не менее 3 -х педагогов от каждой ОО": (_M.PEOPLE, 3, "педагогов", False, False),
    "Участие не менее 1человека от ОО": (_M.PEOPLE, 1, "человека", False, False),
    "по 2 педагога от каждой ОО": (_M.PEOPLE, 2, "педагога", False, False),
    "2–3 педагога от каждой школы": (_M.PEOPLE, 2, "педагога", False, False),
    "от 2 до 3 учителей от каждой ОО": (_M.PEOPLE, 2, "учителей", False, False),
    "Не менее 10 учителей района": (_M.PEOPLE, 10, "учителей", False, True),
    "не более пяти неуспевающих": (_M.PEOPLE, 5, "неуспевающих", True, False),
    "80 % учителей прошли курсы": (_M.SHARE, 80, "учителей", False, False),
    "не менее 80 процентов учителей": (_M.SHARE, 80, "учителей", False, False),
    "Участие 100% молодых специалистов и наставников": (
        *(_M.SHARE, 100, "молодых специалистов и наставников"),
        *(False, False),
    ),
    "не более 10 % неуспевающих": (_M.SHARE, 10, "неуспевающих", True, False),
    "100 % школ района имеют планы": (_M.SCHOOLS_SHARE, 100, "школ", False, True),
    "не менее половины школ": (_M.SCHOOLS_SHARE, 50, "школ", False, True),
    "не менее 75% от общего числа учителей": (_M.SHARE, 75, "учителей", False, False),
    "по одному учителю от каждой ОО": (_M.PEOPLE, 1, "учителю", False, False),
    "не менее 5 школ": (_M.SCHOOLS, 5, "школ", False, True),
    "Проведено не менее 3 семинаров": (_M.THINGS, 3, "семинаров", False, False),
    "Качество знаний не ниже 50 %": (_M.PERCENT, 50, "", False, False),
    "Укомплектованность кадрами – 90%": (_M.PERCENT, 90, "", False, False),
    "Повышение доли учителей с категорией до 40 %": (_M.PERCENT, 40, "", False, False),
    "Снижение доли неуспевающих до 10 %": (_M.PERCENT, 10, "", True, False),
    "Снижение доли неуспевающих на 5 %": (_M.CHANGE, 5, "", True, False),
    "Увеличение на 10 % доли справившихся с ВПР": (_M.CHANGE, 10, "", False, False),
    "Снижение числа неуспевающих на 2 человека": (_M.CHANGE, 2, "", True, False),
    "увеличение количества победителей олимпиад": (_M.CHANGE, 0, "", False, False),
}

NO_TARGETS = (
    "План на 2021 – 2022 учебный год",
    "Для учащихся 9 классов",
    "Приказ № 15, протокол от 3 сентября 2026",
    "приняли участие 5 школ",
    "1 раз в четверть, не менее 2 раз в год",
    "не менее 36 часов",
    "Повышение качества преподавания предметов",
    "Рост профессионального мастерства",
    "ФЗ-273, ст. 28, п. 3; СанПиН 2.4.3648-20",
    "https://example.org/school-2018.pdf",
    "",
)

# By hand: rows that hold a countable target (how many) and those that only name a direction.
COUNTABLE = {
    **{("002", index): number for index, number in ((45, 1), (47, 1), (48, 2), (50, 2), (51, 3))},
    **{("003", index): 1 for index in (24, 31, 33, 34, 35, 36, 37, 38, 39)},
}
DIRECTED = {("001", 22), ("001", 29), ("001", 30), ("003", 27), ("003", 44), ("003", 45), ("003", 46)}


@pytest.mark.parametrize("phrase", PHRASES)
def test_a_phrase(phrase: str) -> None:
    (target,) = read_targets(phrase)
    read = (target.measure, target.number, target.whom, target.ceiling, target.whole_district)
    assert read == PHRASES[phrase]


@pytest.mark.parametrize("phrase", NO_TARGETS)
def test_no_target(phrase: str) -> None:
    assert read_targets(phrase) == ()


def test_several_in_one_column_keep_their_own_words() -> None:
    result = "Справка. Мотивация у 80% учителей. Укомплектованность кадрами – 90%, активность – 40%."
    assert read_targets(result) == (
        Target("Мотивация у 80% учителей", Measure.SHARE, 80, "учителей"),
        Target("Укомплектованность кадрами 90%", Measure.PERCENT, 90),
        Target("активность 40%", Measure.PERCENT, 40),
    )


def test_two_in_one_sentence_are_kept_apart() -> None:
    pair = read_targets("5 педагогов и 3 руководителя от каждой школы")
    assert [(target.number, target.whom) for target in pair] == [(5, "педагогов"), (3, "руководителя")]
    assert len({target.key for target in pair}) == 2


@cache
def _found() -> dict[tuple[str, int], tuple[Target, ...]]:
    return {
        (code, index): targets
        for code, path in FILES.items()
        for index, activity in enumerate(read_plan(path.read_bytes(), path.name).activities)
        if (targets := read_targets(activity.result))
    }


@pytest.mark.skipif(not FILES, reason="NO REAL ROAD MAPS: nothing is proved of them")
def test_the_rows_of_the_real_road_maps() -> None:
    countable = {
        row: len(targets)
        for row, targets in _found().items()
        if any(target.measure is not Measure.CHANGE for target in targets)
    }
    assert countable == COUNTABLE
    assert _found().keys() - countable.keys() == DIRECTED
