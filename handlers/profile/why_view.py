"""Why a factor has its level: each indicator with its share, who told it and how many they were."""

from __future__ import annotations

from fractions import Fraction

from bot.domain.risk import INDICATORS, FactorRisk, IndicatorRisk, Share, level_of
from bot.domain.surveys import Audience
from bot.screen import Screen, Text, Texts, button, lines, text
from bot.use_cases.profiles import SchoolProfile
from handlers.profile.view import THRESHOLDS, audience_name, detail, title_of
from handlers.shared import HOME_ROW


def why(found: SchoolProfile, number: int) -> Screen:
    risk = found.factor(number)
    words = lines(
        lines(
            title_of(found),
            text(
                "profile-factor",
                number=number,
                factor=text(f"factor-{number}"),
                level=text(f"level-{risk.level.value}"),
                detail=detail(risk, found),
            ),
        ),
        lines(*(_indicator(one, in_words=found.in_words) for one in risk.indicators), separator="\n"),
        _verdict(risk, found),
        text("profile-label"),
        separator="\n\n",
    )
    school = found.result.school.id
    gap = (button("button-gap-of", "gap", found.wave.district_id, school, number, 0),)
    back = (button("button-profile-back", "profile-of", found.wave.id, school),)
    return Screen(words, (gap, back, HOME_ROW))


def _verdict(risk: FactorRisk, found: SchoolProfile) -> Text:
    if risk.at_risk is None:
        return text("why-insufficient", known=risk.known, total=risk.total)
    return text("why-rule", **THRESHOLDS, rule=str(found.rule))


def _indicator(one: IndicatorRisk, *, in_words: bool) -> Texts:
    name = text(f"indicator-{one.id}")
    if one.at_risk is None:
        who = lines(*map(audience_name, _order(INDICATORS[one.id].known_to)), separator=", ")
        return lines(text("why-unknown", indicator=name, who=who))
    told = lines(*(_share(share, in_words=in_words) for share in one.shares), separator=", ")
    return lines(
        text("why-indicator", indicator=name, share=_words(one.at_risk, in_words=in_words), told=told)
    )


def _share(share: Share, *, in_words: bool) -> Text:
    who = audience_name(share.group)
    told = _words(share.at_risk, in_words=in_words)
    if share.group is Audience.ADMINISTRATION:
        return text("why-share-school", who=who, share=told)
    return text("why-share", who=who, share=told, n=share.people)


def _words(at_risk: Fraction, *, in_words: bool) -> Text:
    if in_words:
        return text(f"level-{level_of(at_risk).value}")
    return text("percent", n=int(at_risk * 100))


def _order(audiences: frozenset[Audience]) -> list[Audience]:
    return [audience for audience in Audience if audience in audiences]
