"""The package's own packs: what they ask about, how long they take, how they fit a phone."""

from __future__ import annotations

import pytest

from bot.domain.risk import INDICATORS, Level, risk_profile, shares_at_risk
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
    profile = risk_profile(shares_at_risk(pack, counts))
    unknown = Level.INSUFFICIENT  # what teachers alone cannot tell
    assert [factor.level for factor in profile.factors] == [
        level, unknown, level, level, unknown, level, unknown, level, level, level,
    ]  # fmt: skip
    assert [factor.known for factor in profile.factors] == [3, 0, 4, 1, 0, 2, 1, 2, 1, 2]
