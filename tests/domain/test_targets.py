"""What was reported, held against what a row wants to reach."""

from __future__ import annotations

from decimal import Decimal

import pytest

from bot.domain.errors import DomainError
from bot.domain.targets import (
    NOTHING,
    Figures,
    Finding,
    Measure,
    Standing,
    Target,
    check_district,
    check_school,
    checked_base,
    checked_figure,
)

_S = Standing


def target(measure: Measure, number: int, *, ceiling: bool = False, together: bool = False) -> Target:
    return Target("цель", measure, number, "педагогов", ceiling, together)


def found(standing: Standing, value: int | None = None, lacking: int = 0) -> Finding:
    return Finding(standing, None if value is None else Decimal(value), Decimal(lacking))


THREE = target(Measure.PEOPLE, 3)
SHARE = target(Measure.SHARE, 80)
DOWN = target(Measure.CHANGE, 0, ceiling=True)
BY_FIVE = target(Measure.CHANGE, 5)


@pytest.mark.parametrize(
    ("aim", "known", "expected"),
    [
        (THREE, Figures(), NOTHING),
        (THREE, Figures(people=(3,)), found(_S.MET, 3)),
        (THREE, Figures(people=(5, 2)), found(_S.SHORT, 2, 1)),
        (THREE, Figures(people=(2,), typed=Decimal(4)), found(_S.MET, 4)),
        (target(Measure.PEOPLE, 5, ceiling=True), Figures(people=(4, 7)), found(_S.SHORT, 7, 2)),
        (SHARE, Figures(), NOTHING),
        (SHARE, Figures(people=(20,)), found(_S.NO_BASE)),
        (SHARE, Figures(people=(20,), base=Decimal(25)), found(_S.MET, 80)),
        (SHARE, Figures(people=(19,), base=Decimal(25)), found(_S.SHORT, 76, 1)),
        (SHARE, Figures(people=(2,), base=Decimal(3)), found(_S.SHORT, 67, 1)),
        (
            target(Measure.PERCENT, 50),
            Figures(typed=Decimal("47.5")),
            Finding(_S.SHORT, Decimal("47.5"), Decimal("2.5")),
        ),
        (target(Measure.PERCENT, 10, ceiling=True), Figures(typed=Decimal(9)), found(_S.MET, 9)),
        (DOWN, Figures(typed=Decimal(9)), found(_S.NO_BASE)),
        (DOWN, Figures(base=Decimal(12)), NOTHING),
        (DOWN, Figures(base=Decimal(12), typed=Decimal(9)), found(_S.MET, -3)),
        (DOWN, Figures(base=Decimal(12), typed=Decimal(12)), found(_S.SHORT, 0)),
        (BY_FIVE, Figures(base=Decimal(12), typed=Decimal(15)), found(_S.SHORT, 3, 2)),
        (BY_FIVE, Figures(base=Decimal(12), typed=Decimal(17)), found(_S.MET, 5)),
    ],
)
def test_a_school(aim: Target, known: Figures, expected: Finding) -> None:
    assert check_school(aim, known) == expected


DONE, OPEN = Figures(done=True), Figures()


@pytest.mark.parametrize(
    ("aim", "known", "expected"),
    [
        (target(Measure.SCHOOLS_SHARE, 100), [DONE, DONE, OPEN], found(_S.SHORT, 67, 1)),
        (target(Measure.SCHOOLS_SHARE, 50), [DONE, OPEN], found(_S.MET, 50)),
        (target(Measure.SCHOOLS, 2), [DONE, OPEN], found(_S.SHORT, 1, 1)),
        (target(Measure.PEOPLE, 10), [Figures(people=(4,)), Figures(people=(6,)), OPEN], found(_S.MET, 10)),
        (target(Measure.PEOPLE, 10), [OPEN, OPEN], NOTHING),
        (
            SHARE,
            [
                Figures(people=(8,), base=Decimal(8)),
                Figures(people=(4,), base=Decimal(8)),
                Figures(people=(9,)),
            ],
            found(_S.SHORT, 75, 1),
        ),
    ],
)
def test_schools_together(aim: Target, known: list[Figures], expected: Finding) -> None:
    assert check_district(aim, known) == expected


def test_figures_that_people_type() -> None:
    assert [checked_figure(raw) for raw in ("12", " 12,5 ", "80 %", "0")] == [12, Decimal("12.5"), 80, 0]
    assert checked_base("25") == 25
    for raw in ("", "много", "-1", "1,25", "nan", "1e9", "100001"):
        with pytest.raises(DomainError):
            checked_figure(raw)
    for raw in ("0", "2,5"):
        with pytest.raises(DomainError):
            checked_base(raw)
