"""The risk profile of a school: ten factors, 29 indicators, one open rule (docs/risk-profile.md).

Shares are exact fractions, so that a threshold is a threshold in whatever order numbers were added.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction

from bot.domain.anonymity import may_show
from bot.domain.surveys import SKIPPED, Audience, Direction, Item, Questionnaire

FACTORS = tuple(range(1, 11))  # names: ``factor-1`` … ``factor-10`` in the catalogue


class Level(StrEnum):
    HIGH = "high"
    MEDIUM = "medium"
    LOW = "low"
    INSUFFICIENT = "insufficient"  # too little is known


@dataclass(frozen=True, slots=True)
class Rule:
    """How shares at risk become levels. Every release keeps the version in force when it was made."""

    version: int
    high_from: Fraction  # share at risk, 0…1
    medium_from: Fraction
    known_from: Fraction  # the part of a factor's indicators that must be known

    def level(self, at_risk: Fraction) -> Level:
        if at_risk >= self.high_from:
            return Level.HIGH
        return Level.MEDIUM if at_risk >= self.medium_from else Level.LOW


# A version is never changed, only followed by another: what was issued under it is computed by it for good.
RULES: Mapping[int, Rule] = {
    rule.version: rule for rule in (Rule(1, Fraction(60, 100), Fraction(35, 100), Fraction(1, 2)),)
}


def newest_rule() -> Rule:
    return RULES[max(RULES)]


@dataclass(frozen=True, slots=True)
class Indicator:
    id: str  # name: ``indicator-<id>`` in the catalogue
    factor: int
    known_to: frozenset[Audience]


def _factor(factor: int, **indicators: str) -> list[Indicator]:
    """Indicators with the method's letters of those who can know them, as in «AT»."""
    audiences = {"A": Audience.ADMINISTRATION, "T": Audience.TEACHERS}
    audiences |= {"S": Audience.PUPILS, "P": Audience.PARENTS}
    return [
        Indicator(name.replace("_", "-"), factor, frozenset(audiences[letter] for letter in letters))
        for name, letters in indicators.items()
    ]


INDICATORS: Mapping[str, Indicator] = {
    indicator.id: indicator
    for indicator in (
        *_factor(1, materials="AT", digital="AT", internet="AT", premises="A"),
        *_factor(2, subject_teachers="A", specialists="A", support_staff="A"),
        *_factor(3, competence="T", exchange="T", modern_methods="TS", parents_content="P", confidence="T"),
        *_factor(4, sen_share="A", sen_confidence="T"),
        *_factor(5, language_share="A", language_lessons="A"),
        *_factor(6, motivation_seen="T", motivation_own="S", individual_approach="ST"),
        *_factor(7, bullying="S", staff_relations="T", unfairness="S"),
        *_factor(8, disruptions="TS", discipline="T", risk_group="A"),
        *_factor(9, extra_lessons="T"),
        *_factor(10, parents_interest="T", child_support="SP", meetings="PT"),
    )
}


@dataclass(frozen=True, slots=True)
class ItemShare:
    at_risk: Fraction  # 0…1
    people: int  # who answered
    spread: Fraction = Fraction()  # how far the answers themselves may be from it, to either side


@dataclass(frozen=True, slots=True)
class Share:
    """One group's view of one indicator."""

    indicator: str
    group: Audience
    at_risk: Fraction  # 0…1
    people: int  # who answered; the fewest where several items feed the indicator


@dataclass(frozen=True, slots=True)
class IndicatorRisk:
    id: str
    at_risk: Fraction | None  # None: not known
    shares: tuple[Share, ...]  # by group, those that were counted


@dataclass(frozen=True, slots=True)
class FactorRisk:
    factor: int
    level: Level
    at_risk: Fraction | None  # None exactly where the level is INSUFFICIENT
    indicators: tuple[IndicatorRisk, ...]  # all of the factor's, the unknown ones too

    @property
    def known(self) -> int:
        return sum(indicator.at_risk is not None for indicator in self.indicators)

    @property
    def total(self) -> int:
        return len(self.indicators)

    @property
    def percent(self) -> int | None:
        """Rounded down, so that the number shown never contradicts the level beside it."""
        return None if self.at_risk is None else int(self.at_risk * 100)

    @property
    def people(self) -> int:
        """The fewest respondents behind any share; 0 where no respondent's share was counted."""
        shares = (share for indicator in self.indicators for share in indicator.shares)
        return min((s.people for s in shares if s.group is not Audience.ADMINISTRATION), default=0)


@dataclass(frozen=True, slots=True)
class RiskProfile:
    rule: Rule
    factors: tuple[FactorRisk, ...]  # ten, in order


def option_at_risk(item: Item, value: str) -> bool:
    """Whether an answer speaks of risk: it stands in the worse half of the item's ordered options.

    The middle of an odd number of options does not.
    """
    place = [option.value for option in item.options].index(value)
    from_better_end = len(item.options) - 1 - place if item.direction is Direction.POSITIVE else place
    return from_better_end * 2 > len(item.options) - 1


def answer_at_risk(item: Item, value: str) -> Fraction:
    """How far one answer speaks of risk, 0…1: an option all or not at all, a number between its bounds."""
    if item.bounds is None:
        return Fraction(option_at_risk(item, value))
    calm, risk = item.bounds.calm, item.bounds.risk
    return min(max((Fraction(value) - calm) / (risk - calm), Fraction(0)), Fraction(1))


def shares_at_risk(
    questionnaire: Questionnaire, counts: Mapping[str, Mapping[str, int]]
) -> tuple[Share, ...]:
    """Each indicator's share at risk from ``counts``: item id → answer → number of people."""
    return indicator_shares(questionnaire, item_shares(questionnaire, counts))


def item_shares(
    questionnaire: Questionnaire, counts: Mapping[str, Mapping[str, int]]
) -> dict[str, ItemShare]:
    """The share at risk of each item that feeds an indicator, from item id → answer → number of people.

    Skipped answers do not count. Items with too few answers to be shown are left out (a school's own data
    is one statement and needs no crowd).
    """
    found: dict[str, ItemShare] = {}
    for item in questionnaire.items:
        if item.indicator is None:
            continue
        answers = {value: n for value, n in counts.get(item.id, {}).items() if value != SKIPPED}
        people = sum(answers.values())
        if _counts(questionnaire.audience, people):
            at_risk = sum((n * answer_at_risk(item, value) for value, n in answers.items()), Fraction())
            found[item.id] = ItemShare(at_risk / people, people)
    return found


def indicator_shares(questionnaire: Questionnaire, items: Mapping[str, ItemShare]) -> tuple[Share, ...]:
    """Each indicator's share at risk from those of the items by id; items of one indicator weigh the same."""
    by_indicator: dict[str, list[ItemShare]] = {}
    for item in questionnaire.items:
        if item.indicator and item.id in items:
            by_indicator.setdefault(item.indicator, []).append(items[item.id])
    return tuple(
        Share(
            indicator=indicator,
            group=questionnaire.audience,
            at_risk=_mean(share.at_risk for share in shares),
            people=min(share.people for share in shares),
        )
        for indicator, shares in by_indicator.items()
    )


def risk_profile(shares: Iterable[Share], rule: Rule) -> RiskProfile:
    """The profile by ``rule`` from the shares of one or several groups, at most one a group and indicator."""
    by_indicator: dict[str, list[Share]] = {name: [] for name in INDICATORS}
    for share in shares:
        if _counts(share.group, share.people):
            by_indicator[share.indicator].append(share)
    risks = [
        IndicatorRisk(
            id=name,
            at_risk=_mean(share.at_risk for share in known) if known else None,
            shares=tuple(known),
        )
        for name, known in by_indicator.items()
    ]
    return RiskProfile(
        rule=rule,
        factors=tuple(
            _factor_risk(rule, factor, tuple(risk for risk in risks if INDICATORS[risk.id].factor == factor))
            for factor in FACTORS
        ),
    )


def _factor_risk(rule: Rule, factor: int, indicators: tuple[IndicatorRisk, ...]) -> FactorRisk:
    known = [indicator.at_risk for indicator in indicators if indicator.at_risk is not None]
    if len(known) < rule.known_from * len(indicators):
        return FactorRisk(factor, Level.INSUFFICIENT, None, indicators)
    at_risk = _mean(known)
    return FactorRisk(factor, rule.level(at_risk), at_risk, indicators)


def _counts(group: Audience, people: int) -> bool:
    return people > 0 if group is Audience.ADMINISTRATION else may_show(people)


def _mean(numbers: Iterable[Fraction]) -> Fraction:
    numbers = tuple(numbers)
    return sum(numbers, Fraction()) / len(numbers)
