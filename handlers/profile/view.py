"""A risk profile in words, and the same numbers as a picture."""

from __future__ import annotations

from collections.abc import Callable

from bot.charts.risk_profile import RiskChart, RiskRow
from bot.domain.anonymity import MIN_GROUP, Breakdown
from bot.domain.releases import ReleasedGroup
from bot.domain.risk import HIGH_FROM, MEDIUM_FROM, RULE_VERSION, FactorRisk, Level, RiskProfile
from bot.screen import Chart, Row, Screen, Text, button, lines, text
from bot.use_cases.profiles import ProfileHistory, SchoolProfile
from handlers.shared import HOME_ROW, PAGE

Say = Callable[[Text], str]  # words for the picture, in the reader's language

_THRESHOLDS = {"high": int(HIGH_FROM * 100), "medium": int(MEDIUM_FROM * 100)}  # percent


def ready(wave: int, school: int) -> Screen:
    return Screen(
        text("profile-ready"), ((button("button-profile-see", "profile-of", wave, school),), HOME_ROW)
    )


def history(found: ProfileHistory, say: Say) -> Screen:
    """The latest profile, with a way to the earlier ones."""
    school = found.school
    if found.latest is None:
        return Screen(text("profile-none", school=school.name), (HOME_ROW,))
    earlier: tuple[Row, ...] = tuple(
        (button(text("button-profile-earlier", day=wave.first_day), "profile-of", wave.id, school.id),)
        for wave in found.released[1 : PAGE + 1]
    )
    return profile(found.latest, say, *earlier)


def profile(found: SchoolProfile, say: Say, *rows: Row) -> Screen:
    if found.profile is None or found.group is None:
        return Screen(lines(_title(found), _hidden(found), separator="\n\n"), (*rows, HOME_ROW))
    group = found.group
    words = lines(
        lines(_title(found), _beside(found), _summary(found, group)),
        lines(*(_factor(risk, group) for risk in found.profile.factors)),
        _rule(),
        text("profile-in-words" if group.in_words else "profile-coded"),
        text("profile-label"),
        separator="\n\n",
    )
    return Screen(words, (*rows, HOME_ROW), chart=Chart(_chart(found, group, found.profile, say)))


def _title(found: SchoolProfile) -> Text:
    return text("profile-title", school=found.result.school.name)


def _beside(found: SchoolProfile) -> Text | None:
    if found.wave.breakdown is Breakdown.DISTRICT:
        return text("profile-of-district")
    if not found.result.beside:
        return None
    return text("profile-beside", schools=", ".join(found.result.beside))


def _summary(found: SchoolProfile, group: ReleasedGroup) -> Text:
    wave = found.wave
    return text("profile-summary", first=wave.first_day, last=wave.last_day, n=group.people)


def _hidden(found: SchoolProfile) -> Text:
    turnout = found.result.turnout
    key = "profile-hidden" if found.wave.breakdown is Breakdown.SCHOOLS else "profile-hidden-together"
    return text(key, n=turnout.sent, missing=turnout.missing, group=MIN_GROUP)


def _factor(risk: FactorRisk, group: ReleasedGroup) -> Text:
    return text(
        "profile-factor",
        number=risk.factor,
        factor=text(f"factor-{risk.factor}"),
        level=text(f"level-{risk.level.value}"),
        detail=_detail(risk, group),
    )


def _detail(risk: FactorRisk, group: ReleasedGroup) -> Text:
    if risk.percent is None or group.in_words:
        return text("profile-coverage", known=risk.known, total=risk.total)
    return text("profile-share", percent=risk.percent, known=risk.known, total=risk.total)


def _rule() -> Text:
    return text("profile-rule", **_THRESHOLDS, rule=str(RULE_VERSION))


def _chart(found: SchoolProfile, group: ReleasedGroup, profile: RiskProfile, say: Say) -> RiskChart:
    beside = _beside(found)
    return RiskChart(
        title=say(text("profile-chart-title", school=found.result.school.name)),
        summary=" ".join(say(part) for part in (_summary(found, group), beside) if part),
        legend=tuple((level, say(text(f"legend-{level.value}", **_THRESHOLDS))) for level in Level),
        rows=tuple(
            RiskRow(
                factor=say(text(f"factor-{risk.factor}")),
                level=risk.level,
                level_words=say(text(f"level-{risk.level.value}")),
                percent=risk.percent,
                detail=say(_detail(risk, group)),
            )
            for risk in profile.factors
        ),
        footnote=say(text("profile-footnote", rule=str(profile.rule))),
    )
