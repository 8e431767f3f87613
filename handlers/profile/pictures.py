"""A profile as a picture: the numbers of its words, as bars or as a radar."""

from __future__ import annotations

from bot.charts.radar import RadarAxis, RadarChart
from bot.charts.risk_profile import RiskChart, RiskRow
from bot.domain.risk import FactorRisk, Level, RiskProfile
from bot.screen import Text, lines, text
from bot.use_cases.profiles import SchoolProfile
from handlers.profile.wording import (
    Say,
    beside,
    percent_before,
    source_brief,
    thresholds,
    waves_brief,
)

# Percent of a bar for a level that is told in words: the middles of what the levels span.
_LENGTHS = {Level.LOW: 17, Level.MEDIUM: 47, Level.HIGH: 80}


def bars(found: SchoolProfile, profile: RiskProfile, say: Say) -> RiskChart:
    return RiskChart(
        title=_title(found, say),
        summary=_summary(found, say),
        legend=tuple(
            (level, say(text(f"legend-{level.value}", **thresholds(profile.rule)))) for level in Level
        ),
        rows=tuple(
            RiskRow(
                factor=f"{risk.factor}. {say(text(f'factor-{risk.factor}'))}",
                level=risk.level,
                level_words=say(_level(risk, found)),
                percent=_length(risk, found),
                detail=say(_detail(risk, found)),
                before=percent_before(risk.factor, found),
            )
            for risk in profile.factors
        ),
        footnote=_footnote(found, profile, say),
        before=_before(found, say),
    )


def wheel(found: SchoolProfile, profile: RiskProfile, say: Say) -> RadarChart:
    return RadarChart(
        title=_title(found, say),
        summary=_summary(found, say),
        now=say(text("legend-now", wave=waves_brief(found.sources))),
        before=_before(found, say),
        axes=tuple(
            RadarAxis(
                number=str(risk.factor),
                name=say(text(f"factor-{risk.factor}")),
                note=say(_level(risk, found)),
                percent=_length(risk, found),
                before=percent_before(risk.factor, found),
            )
            for risk in profile.factors
        ),
        footnote=_footnote(found, profile, say, text("chart-rings")),
    )


def _title(found: SchoolProfile, say: Say) -> str:
    wave = waves_brief(found.sources)
    return say(text("profile-chart-title", wave=wave, school=found.result.school.name))


def _summary(found: SchoolProfile, say: Say) -> str:
    parts = (*map(source_brief, found.sources), beside(found))
    return " ".join(say(part) for part in parts if part)


def _before(found: SchoolProfile, say: Say) -> str:
    """The words of the legend for the waves before; "" where they are not drawn."""
    if found.last is None or found.in_words:
        return ""
    key = "legend-before-recounted" if found.before_recounted else "legend-before"
    return say(text(key, wave=waves_brief(found.before), rule=str(found.rule.version)))


def _level(risk: FactorRisk, found: SchoolProfile) -> Text:
    level = text(f"level-{risk.level.value}")
    if risk.percent is None or found.in_words:
        return level
    return text("chart-level", level=level, percent=risk.percent)


def _detail(risk: FactorRisk, found: SchoolProfile) -> Text:
    before = percent_before(risk.factor, found)
    if before is None:
        return text("profile-coverage", known=risk.known, total=risk.total)
    return text("chart-detail-before", before=before, known=risk.known, total=risk.total)


def _footnote(found: SchoolProfile, profile: RiskProfile, say: Say, scale: Text | None = None) -> str:
    """How lengths are to be read, and what a profile is and is not."""
    lengths = text("chart-in-words") if found.in_words else scale
    label = text("profile-footnote", rule=str(profile.rule.version))
    return say(lines(lengths, label, separator=" "))


def _length(risk: FactorRisk, found: SchoolProfile) -> int | None:
    """In percent; of a small group the level alone, for a length can be measured."""
    return risk.percent if risk.percent is None or not found.in_words else _LENGTHS[risk.level]
