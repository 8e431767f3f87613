"""The open rule of docs/risk-profile.md, step by step."""

from __future__ import annotations

from fractions import Fraction

import pytest

from bot.domain.risk import (
    FACTORS,
    INDICATORS,
    RULES,
    Level,
    RiskProfile,
    Rule,
    Share,
    newest_rule,
    option_at_risk,
    risk_profile,
    shares_at_risk,
)
from bot.domain.surveys import Audience, Direction, Item, ItemKind, Option, Questionnaire

T, S, A = Audience.TEACHERS, Audience.PUPILS, Audience.ADMINISTRATION


def item(name: str, indicator: str, direction: Direction = Direction.POSITIVE, steps: int = 5) -> Item:
    options = tuple(Option(str(step), {"ru": str(step)}) for step in range(1, steps + 1))
    factor = INDICATORS[indicator].factor
    return Item(name, ItemKind.SCALE, {"ru": name}, options, factor, indicator, direction)


def form(*items: Item, audience: Audience = T) -> Questionnaire:
    return Questionnaire("form", 1, audience, {"ru": "Анкета"}, items)


def share(indicator: str, at_risk: Fraction, group: Audience = T, people: int = 5) -> Share:
    return Share(indicator, group, at_risk, people)


def profile(shares: list[Share]) -> RiskProfile:
    return risk_profile(shares, RULES[1])


def test_the_table_of_indicators() -> None:
    assert list(FACTORS) == [1, 2, 3, 4, 5, 6, 7, 8, 9, 10]
    per_factor = [sum(i.factor == factor for i in INDICATORS.values()) for factor in FACTORS]
    assert per_factor == [4, 3, 5, 2, 2, 3, 3, 3, 1, 3]
    assert {audience: sum(audience in i.known_to for i in INDICATORS.values()) for audience in Audience} == {
        Audience.ADMINISTRATION: 11,
        Audience.TEACHERS: 16,
        Audience.PUPILS: 7,
        Audience.PARENTS: 3,
    }


@pytest.mark.parametrize(
    ("steps", "direction", "at_risk"),
    [
        (5, Direction.POSITIVE, ["1", "2"]),
        (5, Direction.NEGATIVE, ["4", "5"]),
        (4, Direction.POSITIVE, ["1", "2"]),
        (3, Direction.NEGATIVE, ["3"]),
        (2, Direction.POSITIVE, ["1"]),
    ],
)
def test_the_worse_half_of_the_answers_is_at_risk(
    steps: int, direction: Direction, at_risk: list[str]
) -> None:
    one = item("a", "digital", direction, steps)
    assert [option.value for option in one.options if option_at_risk(one, option.value)] == at_risk


def test_a_share_is_that_of_answers_at_risk_and_skipped_ones_do_not_count() -> None:
    counts = {"a": {"1": 2, "2": 1, "3": 1, "5": 2, "": 9}}
    assert shares_at_risk(form(item("a", "digital")), counts) == (share("digital", Fraction(1, 2), people=6),)


def test_items_of_one_indicator_weigh_the_same() -> None:
    counts = {"a": {"1": 5}, "b": {"5": 50}}
    shares = shares_at_risk(form(item("a", "digital"), item("b", "digital")), counts)
    assert shares == (share("digital", Fraction(1, 2), people=5),)


def test_fewer_than_five_answers_are_not_looked_at() -> None:
    items = form(item("a", "digital"), item("b", "internet"))
    assert shares_at_risk(items, {"a": {"1": 4}, "b": {"1": 4, "": 1}}) == ()
    assert profile([share("digital", Fraction(1), people=4)]) == profile([])


def test_the_school_itself_is_one_statement() -> None:
    items = form(item("a", "premises"), audience=A)
    assert shares_at_risk(items, {"a": {"1": 1}}) == (share("premises", Fraction(1), A, people=1),)


@pytest.mark.parametrize(
    ("hundredths", "level"),
    [(100, "high"), (60, "high"), (59, "medium"), (35, "medium"), (34, "low"), (0, "low")],
)
def test_levels(hundredths: int, level: str) -> None:
    assert RULES[1].level(Fraction(hundredths, 100)) == level


def test_a_factor_is_the_mean_of_its_known_indicators() -> None:
    # 8. Discipline: 0.6 and 0.1 of its three indicators
    found = profile([share("disruptions", Fraction(6, 10)), share("discipline", Fraction(1, 10), people=7)])
    factor = found.factors[7]
    assert (factor.level, factor.at_risk, factor.percent) == (Level.MEDIUM, Fraction(35, 100), 35)
    assert (factor.known, factor.total, factor.people) == (2, 3, 5)


def test_groups_weigh_the_same_whatever_their_size() -> None:
    one = profile(
        [
            share("disruptions", Fraction(1), T, 5),
            share("disruptions", Fraction(0), S, 500),
            share("discipline", Fraction(1), T, 5),
        ]
    )
    assert one.factors[7].at_risk == Fraction(3, 4)


def test_less_than_half_of_the_indicators_is_too_little() -> None:
    factor = profile([share("disruptions", Fraction(1))]).factors[7]
    assert (factor.level, factor.at_risk, factor.percent) == (Level.INSUFFICIENT, None, None)
    assert (factor.known, factor.total, factor.people) == (1, 3, 5)
    assert [(i.id, i.at_risk) for i in factor.indicators] == [
        ("disruptions", Fraction(1)),
        ("discipline", None),
        ("risk-group", None),
    ]


def test_just_half_is_enough() -> None:
    assert profile([share("sen-confidence", Fraction(0))]).factors[3].level is Level.LOW


def test_a_percent_never_contradicts_its_level() -> None:
    factor = profile([share("extra-lessons", Fraction(599, 1000), people=1000)]).factors[8]
    assert (factor.level, factor.percent) == (Level.MEDIUM, 59)


def test_nothing_known() -> None:
    found = profile([])
    assert [factor.factor for factor in found.factors] == list(FACTORS)
    assert {(f.level, f.known, f.people) for f in found.factors} == {(Level.INSUFFICIENT, 0, 0)}


def test_a_profile_is_recomputed_by_the_version_of_its_rule() -> None:
    shares = [share("disruptions", Fraction(6, 10)), share("discipline", Fraction(6, 10))]
    stricter = Rule(2, high_from=Fraction(1, 2), medium_from=Fraction(1, 4), known_from=Fraction(1))
    assert (newest_rule().version, [rule.version for rule in RULES.values()]) == (1, [1])
    levels = [risk_profile(shares, rule).factors[7].level for rule in (RULES[1], stricter, RULES[1])]
    assert levels == [Level.HIGH, Level.INSUFFICIENT, Level.HIGH]
    assert risk_profile(shares, stricter).rule == stricter
