"""The words of a risk profile that its screens, its pictures and the programme share."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from bot.domain.anonymity import MIN_GROUP, Breakdown, may_show
from bot.domain.releases import Turnout
from bot.domain.risk import FactorRisk, Rule
from bot.domain.surveys import Audience
from bot.screen import Text, Texts, lines, text
from bot.use_cases.profiles import SchoolProfile
from bot.use_cases.sources import Source, stage_of

Say = Callable[[Text | Texts], str]  # words for the picture, in the reader's language


def thresholds(rule: Rule) -> dict[str, int]:
    """Percent."""
    return {
        "high": int(rule.high_from * 100),
        "medium": int(rule.medium_from * 100),
        "known": int(rule.known_from * 100),
    }


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


def source_brief(source: Source) -> Text:
    """The same for a picture."""
    return text(
        f"chart-source-{source.questionnaire.audience.value}", wave=waves_brief([source]), n=source.people
    )


def waves_brief(sources: Sequence[Source]) -> Text:
    """The stage, where the waves are of one, and from when until when they ran; of at least one."""
    stage, dates = stage_of(sources), dates_brief(sources)
    if stage is None:
        return text("chart-waves", dates=dates)
    return text("chart-wave", stage=text(f"stage-{stage.value}"), dates=dates)


def dates_brief(sources: Sequence[Source]) -> str:
    """From when until when the waves ran: «01.09–14.09.2026»."""
    first = min(source.wave.first_day for source in sources)
    last = max(source.wave.last_day for source in sources)
    if first == last:
        return f"{last:%d.%m.%Y}"
    return (
        f"{first:%d.%m}–{last:%d.%m.%Y}" if first.year == last.year else f"{first:%d.%m.%Y}–{last:%d.%m.%Y}"
    )


def beside(found: SchoolProfile) -> Text | None:
    """Whose answers are in it too."""
    if found.wave.breakdown is Breakdown.DISTRICT:
        return text("profile-of-district")
    if not found.result.beside:
        return None
    return text("profile-beside", schools=", ".join(found.result.beside))


def what_to_do(turnout: Turnout, breakdown: Breakdown) -> Text:
    """So that the answers of a hidden school are shown next time."""
    way: str = breakdown.value
    if breakdown is Breakdown.SCHOOLS and not may_show(turnout.asked):
        way = "small"
    return text(f"hidden-way-{way}", asked=turnout.asked, group=MIN_GROUP)


def factor_line(risk: FactorRisk, found: SchoolProfile) -> Texts:
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
    before = percent_before(risk.factor, found)
    counts = {"percent": risk.percent, "known": risk.known, "total": risk.total}
    if before is None:
        return text("profile-share", **counts)
    return text("profile-share-before", before=before, **counts)


def percent_before(factor: int, found: SchoolProfile) -> int | None:
    return found.last.factors[factor - 1].percent if found.last and not found.in_words else None


def audience_name(audience: Audience) -> Text:
    return text(f"audience-{audience.value}")
