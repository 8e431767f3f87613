"""Why a factor has its level: each indicator with its share, who told it and how many they were."""

from __future__ import annotations

from fractions import Fraction

from bot.domain.risk import INDICATORS, FactorRisk, IndicatorRisk, Share
from bot.domain.surveys import Audience
from bot.screen import Screen, Text, button, lines, text
from bot.use_cases.profiles import SchoolProfile
from handlers.profile.wording import audience_name, detail, thresholds, title_of
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
        lines(*(_indicator(one, found) for one in risk.indicators)),
        _sum(risk, found),
        _verdict(risk, found),
        text("profile-label"),
        separator="\n\n",
    )
    school = found.result.school.id
    gap = (button("button-gap-of", "gap", found.wave.district_id, school, number, 0),)
    back = (button("button-profile-back", "profile-of", found.wave.id, school),)
    return Screen(words, (gap, back, HOME_ROW))


def _sum(risk: FactorRisk, found: SchoolProfile) -> Text | None:
    """How the known indicators make up the factor; nothing of a small group, which is told in words."""
    known = [one.at_risk for one in risk.indicators if one.at_risk is not None]
    if risk.percent is None or found.in_words or len(known) < 2:
        return None
    parts = " + ".join(str(int(share * 100)) for share in known)
    return text("why-sum", sum=parts, n=len(known), percent=risk.percent)


def _verdict(risk: FactorRisk, found: SchoolProfile) -> Text:
    if risk.at_risk is None:
        return text(
            "why-insufficient", known=risk.known, total=risk.total, needed=thresholds(found.rule)["known"]
        )
    return text("why-rule", **thresholds(found.rule), rule=str(found.rule.version))


def _indicator(one: IndicatorRisk, found: SchoolProfile) -> Text:
    name = text(f"indicator-{one.id}")
    if one.at_risk is None:
        missing = (_missing(group, found) for group in _order(INDICATORS[one.id].known_to))
        return text("why-unknown", indicator=name, missing=lines(*missing, separator="; "))
    told = lines(*(_share(share, found) for share in one.shares), separator=", ")
    return text("why-indicator", indicator=name, share=_words(one.at_risk, found), told=told)


def _missing(group: Audience, found: SchoolProfile) -> Text:
    """Why a group that could tell has not: nothing of it is shown, or not enough of it answered this."""
    asked = any(source.questionnaire.audience is group for source in found.sources)
    return text(f"why-missing-{group.value}" if asked else f"why-unasked-{group.value}")


def _share(share: Share, found: SchoolProfile) -> Text:
    who = audience_name(share.group)
    told = _words(share.at_risk, found)
    if share.group is Audience.ADMINISTRATION:
        return text("why-share-school", who=who, share=told)
    return text("why-share", who=who, share=told, n=share.people)


def _words(at_risk: Fraction, found: SchoolProfile) -> Text:
    if found.in_words:
        return text(f"level-{found.rule.level(at_risk).value}")
    return text("percent", n=int(at_risk * 100))


def _order(audiences: frozenset[Audience]) -> list[Audience]:
    return [audience for audience in Audience if audience in audiences]
