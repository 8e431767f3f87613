"""A risk profile in words, and the same numbers as a picture: bars, or a radar."""

from __future__ import annotations

from collections.abc import Callable

from bot.charts.radar import RadarAxis, RadarChart
from bot.charts.risk_profile import RiskChart, RiskRow
from bot.domain.anonymity import MIN_GROUP, Breakdown
from bot.domain.releases import ReleasedGroup
from bot.domain.risk import FACTORS, HIGH_FROM, MEDIUM_FROM, FactorRisk, Level, RiskProfile
from bot.domain.surveys import Audience
from bot.screen import Chart, Row, Screen, Text, Texts, button, lines, text
from bot.use_cases.profiles import ProfileHistory, SchoolProfile
from bot.use_cases.sources import Source, stage_of
from handlers.profile.levels import number_rows
from handlers.shared import HOME_ROW, PAGE

Say = Callable[[Text], str]  # words for the picture, in the reader's language

THRESHOLDS = {"high": int(HIGH_FROM * 100), "medium": int(MEDIUM_FROM * 100)}  # percent
# Percent of a bar for a level that is told in words: the middles of what the levels span.
_LENGTHS = {Level.LOW: 17, Level.MEDIUM: 47, Level.HIGH: 80}


def ready(wave: int, school: int) -> Screen:
    return Screen(
        text("profile-ready"), ((button("button-profile-see", "profile-of", wave, school),), HOME_ROW)
    )


def history(found: ProfileHistory, say: Say) -> Screen:
    """The latest profile, with a way to the earlier ones."""
    school = found.school
    answers = button("button-by-question", "by-question-waves", school.id, 0)
    if found.latest is None:
        further = (
            button("button-gaps", "gaps", school.district_id, school.id),
            button("button-consensus", "consensus", school.id),
        )
        return Screen(text("profile-none", school=school.name), (further, (answers,), HOME_ROW))
    earlier: Row = (button("button-profile-waves", "profile-waves", school.id),) if found.released[1:] else ()
    return profile(found.latest, say, (*earlier, answers))


def earlier_waves(found: ProfileHistory) -> Screen:
    school = found.school
    shown = found.released[:PAGE]
    rows = (
        (button(text("button-profile-earlier", day=wave.first_day), "profile-of", wave.id, school.id),)
        for wave in shown
    )
    listed = lines(
        *(
            text("profile-wave", stage=text(f"stage-wave-{wave.stage.value}"), day=wave.first_day)
            for wave in shown
        )
    )
    words = lines(text("profile-waves", school=school.name), listed, separator="\n\n")
    back = (button("button-profile-latest", "profile", school.id),)
    return Screen(words, (*rows, back, HOME_ROW))


def profile(found: SchoolProfile, say: Say, last: Row = ()) -> Screen:
    wave, school = found.wave.id, found.result.school.id
    hidden = _hidden(found) if found.group is None else None
    if found.profile is None:
        return Screen(lines(title_of(found), hidden, separator="\n\n"), (*_row(last), HOME_ROW))
    words = lines(
        lines(title_of(found), _beside(found), *map(source_words, found.sources)),
        hidden,
        lines(*(_factor(risk, found) for risk in found.profile.factors)),
        _rule(found),
        text("profile-in-words" if found.in_words else "profile-coded") if _crowd(found) else None,
        text("profile-label"),
        separator="\n\n",
    )
    team = (
        button("button-consensus", "consensus", school),
        button("button-programme", "programme", school),
    )
    others = (
        button("button-profile-radar", "profile-radar", wave, school),
        button("button-profile-change", "profile-change", wave, school, 0),
    )
    further = (
        button("button-gaps", "gaps", found.wave.district_id, school),
        button("button-official", "official", school),
    )
    rows = (*number_rows("profile-why", wave, school), others, further, team, *_row(last), HOME_ROW)
    return Screen(words, rows, chart=Chart(_bars(found, found.profile, say)))


def radar(found: SchoolProfile, say: Say) -> Screen:
    wave, school = found.wave.id, found.result.school.id
    back = (button("button-profile-back", "profile-of", wave, school),)
    if found.profile is None:
        return Screen(lines(title_of(found), _hidden(found), separator="\n\n"), (back, HOME_ROW))
    words = lines(
        lines(title_of(found), text("profile-radar")),
        lines(*(_factor(risk, found) for risk in found.profile.factors)),
        text("profile-label"),
        separator="\n\n",
    )
    return Screen(words, (back, HOME_ROW), chart=Chart(_wheel(found, found.profile, say)))


def title_of(found: SchoolProfile) -> Text:
    """With the stage, where all that it is made of is of one."""
    school, stage = found.result.school.name, stage_of(found.sources)
    if stage is None:
        return text("profile-title", school=school)
    return text("profile-title-stage", school=school, stage=text(f"stage-{stage.value}"))


def source_words(source: Source) -> Text:
    """Who answered, in which wave, when, and how many."""
    wave, audience = source.wave, source.questionnaire.audience
    return text(
        f"profile-source-{audience.value}",
        stage=text(f"stage-{wave.stage.value}"),
        first=wave.first_day,
        last=wave.last_day,
        n=source.people,
    )


def _row(row: Row) -> tuple[Row, ...]:
    return (row,) if row else ()


def _crowd(found: SchoolProfile) -> ReleasedGroup | None:
    """Those whose anonymity rounds the shares."""
    return next((source.group for source in found.sources if source.questionnaire.anonymous), None)


def _beside(found: SchoolProfile) -> Text | None:
    if found.wave.breakdown is Breakdown.DISTRICT:
        return text("profile-of-district")
    if not found.result.beside:
        return None
    return text("profile-beside", schools=", ".join(found.result.beside))


def _hidden(found: SchoolProfile) -> Text:
    turnout = found.result.turnout
    if not found.wave.anonymous:
        return text("profile-not-sent")
    key = "profile-hidden" if found.wave.breakdown is Breakdown.SCHOOLS else "profile-hidden-together"
    return text(key, n=turnout.sent, missing=turnout.missing, group=MIN_GROUP)


def _factor(risk: FactorRisk, found: SchoolProfile) -> Texts:
    line = text(
        "profile-factor",
        number=risk.factor,
        factor=text(f"factor-{risk.factor}"),
        level=text(f"level-{risk.level.value}"),
        detail=detail(risk, found),
    )
    official = found.official.get(risk.factor)
    named = text("profile-official", level=text(f"level-{official.value}")) if official else None
    return lines(line, named, separator="; ")


def detail(risk: FactorRisk, found: SchoolProfile) -> Text:
    if risk.percent is None or found.in_words:
        return text("profile-coverage", known=risk.known, total=risk.total)
    before = _percent_before(risk.factor, found)
    counts = {"percent": risk.percent, "known": risk.known, "total": risk.total}
    if before is None:
        return text("profile-share", **counts)
    return text("profile-share-before", before=before, **counts)


def _pictured(risk: FactorRisk, found: SchoolProfile) -> int | None:
    """The percent as a length; of a small group the level alone, for a length can be measured."""
    return risk.percent if risk.percent is None or not found.in_words else _LENGTHS[risk.level]


def _percent_before(factor: int, found: SchoolProfile) -> int | None:
    return found.last.factors[factor - 1].percent if found.last and not found.in_words else None


def _rule(found: SchoolProfile) -> Text:
    return text("profile-rule", **THRESHOLDS, rule=str(found.rule))


def _summary(found: SchoolProfile, say: Say) -> str:
    parts = (*map(source_words, found.sources), _beside(found))
    return " ".join(say(part) for part in parts if part)


def _bars(found: SchoolProfile, profile: RiskProfile, say: Say) -> RiskChart:
    compared = any(_percent_before(factor, found) is not None for factor in FACTORS)
    return RiskChart(
        title=say(text("profile-chart-title", school=found.result.school.name)),
        summary=_summary(found, say),
        legend=tuple((level, say(text(f"legend-{level.value}", **THRESHOLDS))) for level in Level),
        rows=tuple(
            RiskRow(
                factor=say(text(f"factor-{risk.factor}")),
                level=risk.level,
                level_words=say(text(f"level-{risk.level.value}")),
                percent=_pictured(risk, found),
                detail=say(detail(risk, found)),
                before=_percent_before(risk.factor, found),
            )
            for risk in profile.factors
        ),
        footnote=say(text("profile-footnote", rule=str(found.rule))),
        before=say(text("legend-before")) if compared else "",
    )


def _wheel(found: SchoolProfile, profile: RiskProfile, say: Say) -> RadarChart:
    compared = any(_percent_before(factor, found) is not None for factor in FACTORS)
    return RadarChart(
        title=say(text("profile-chart-title", school=found.result.school.name)),
        summary=_summary(found, say),
        now=say(text("legend-now")),
        before=say(text("legend-before")) if compared else "",
        axes=tuple(
            RadarAxis(
                number=str(risk.factor),
                name=say(text(f"factor-{risk.factor}")),
                note=say(text(f"level-{risk.level.value}")),
                percent=_pictured(risk, found),
                before=_percent_before(risk.factor, found),
            )
            for risk in profile.factors
        ),
        footnote=say(text("profile-footnote", rule=str(found.rule))),
    )


def audience_name(audience: Audience) -> Text:
    return text(f"audience-{audience.value}")
