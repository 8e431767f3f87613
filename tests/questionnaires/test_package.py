"""The package's own packs: what they ask about, how long they take, how they fit a phone."""

from __future__ import annotations

import pytest

from bot.domain.answers import answer_counts
from bot.domain.pace import minutes_left
from bot.domain.risk import INDICATORS, Level, newest_rule, risk_profile, shares_at_risk
from bot.domain.surveys import Audience, Direction, Questionnaire
from bot.questionnaires.packs import package_packs

PACKS = {code: pack.questionnaire for code, pack in package_packs().items()}


@pytest.mark.parametrize("pack", PACKS.values(), ids=PACKS)
def test_every_word_is_in_both_languages(pack: Questionnaire) -> None:
    texts = [pack.title, *(item.text for item in pack.items)]
    texts += [option.text for item in pack.items for option in item.options]
    texts += [item.matrix.text for item in pack.items if item.matrix]
    assert {tuple(text) for text in texts} == {("ru", "en")}


def test_teachers_are_asked_all_that_they_can_know() -> None:
    assert {item.indicator for item in PACKS["risk-teachers"].items} == {
        indicator.id for indicator in INDICATORS.values() if Audience.TEACHERS in indicator.known_to
    }


@pytest.mark.parametrize(("worst", "level"), [(True, Level.HIGH), (False, Level.LOW)])
def test_the_ends_of_the_scales_lead_to_the_ends_of_the_levels(worst: bool, level: Level) -> None:
    pack = PACKS["risk-teachers"]
    counts = {
        item.id: {item.options[0 if worst is (item.direction is Direction.POSITIVE) else -1].value: 5}
        for item in pack.items
    }
    profile = risk_profile(shares_at_risk(pack, counts), newest_rule())
    unknown = Level.INSUFFICIENT  # what teachers alone cannot tell
    assert [factor.level for factor in profile.factors] == [
        level, unknown, level, level, unknown, level, unknown, level, level, level,
    ]  # fmt: skip
    assert [factor.known for factor in profile.factors] == [3, 0, 4, 1, 0, 2, 1, 2, 1, 2]


@pytest.mark.parametrize(
    ("code", "audience"),
    [
        ("risk-administration", Audience.ADMINISTRATION),
        ("risk-pupils", Audience.PUPILS),
        ("risk-parents", Audience.PARENTS),
    ],
)
def test_the_others_are_asked_all_that_they_can_know(code: str, audience: Audience) -> None:
    pack = PACKS[code]
    known = {indicator.id for indicator in INDICATORS.values() if audience in indicator.known_to}
    assert pack.audience is audience
    assert {item.indicator for item in pack.items if item.indicator} == known


def test_nobody_is_asked_for_long() -> None:
    sizes = {code: (len(pack.items), minutes_left(pack)) for code, pack in PACKS.items()}
    assert sizes == {
        "difficulties": (18, 2.5),
        "method-service": (11, 2),
        "risk-administration": (12, 3),
        "risk-parents": (6, 2),
        "risk-pupils": (9, 3.5),
        "risk-teachers": (22, 3),
    }


def test_a_statement_makes_its_part_of_the_profile() -> None:
    """The school's own data alone: calm everywhere but in two indicators of factor 2."""
    pack = PACKS["risk-administration"]
    answers = {item.id: str(item.bounds.calm) for item in pack.items if item.bounds}
    answers |= {
        "building-state": "4",
        "language-help": "4",
        "specialists-filled": "30",
        "lessons-uncovered": "9",
    }
    profile = risk_profile(shares_at_risk(pack, answer_counts(pack, answers)), newest_rule())
    assert {factor.factor: (factor.level, factor.percent) for factor in profile.factors if factor.known} == {
        1: (Level.LOW, 0),
        2: (Level.MEDIUM, 53),  # (9/15 + 1 + 0) / 3
        4: (Level.LOW, 0),
        5: (Level.LOW, 0),
        8: (Level.INSUFFICIENT, None),
    }


def test_counts_make_their_part_of_the_profile() -> None:
    pack = PACKS["risk-pupils"]
    answers = {item.id: "2,3,5,6,4" for item in pack.items if item.tallied} | {"pupils-sheets": "21"}
    profile = risk_profile(shares_at_risk(pack, answer_counts(pack, answers)), newest_rule())
    seven = profile.factors[6]
    assert (seven.known, seven.percent, seven.people) == (2, 37, 20)  # (10/20 + 5/20) / 2
