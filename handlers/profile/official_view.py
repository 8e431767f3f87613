"""The official levels typed in beside ours: a press on a factor turns its level on."""

from __future__ import annotations

from bot.domain.consensus import RATED
from bot.domain.risk import FACTORS, FactorRisk, Level
from bot.screen import Screen, Texts, button, lines, text
from bot.use_cases.official_levels import OfficialSheet
from bot.use_cases.profiles import SchoolProfile
from handlers.profile.levels import NOTHING, level_rows
from handlers.profile.wording import thresholds
from handlers.shared import HOME_ROW


def official(sheet: OfficialSheet) -> Screen:
    words = lines(
        text("official-title", school=sheet.school.name),
        lines(*(_factor(sheet, factor) for factor in FACTORS)),
        text("official-same", same=sheet.same, n=len(sheet.comparable)) if sheet.comparable else None,
        text("official-how"),
        separator="\n\n",
    )
    rows = level_rows(sheet.levels, "official-set", sheet.school.id)
    back = (button("button-profile-latest", "profile", sheet.school.id),)
    return Screen(words, (*rows, back, HOME_ROW))


def _factor(sheet: OfficialSheet, factor: int) -> Texts:
    official, risk = sheet.levels.get(factor), sheet.ours.get(factor)
    line = text(
        "official-factor",
        number=factor,
        factor=text(f"factor-{factor}"),
        official=text(f"level-{official.value if official else NOTHING}"),
        ours=text(f"level-{(risk.level if risk else Level.INSUFFICIENT).value}"),
    )
    if official is None or risk is None or official is risk.level or sheet.latest is None:
        return lines(line)
    return lines(line, _difference(official, risk, sheet.latest))


def _difference(official: Level, risk: FactorRisk, found: SchoolProfile) -> Texts:
    """Which of the two is higher, how far ours is from agreeing, and what ours does not know."""
    higher = max(official, risk.level, key=RATED.index)
    unknown = risk.total - risk.known
    return lines(
        text("official-ours-higher" if higher is risk.level else "official-ours-lower"),
        None
        if found.in_words
        else text(
            "official-border",
            percent=risk.percent,
            level=text(f"level-{higher.value}"),
            border=thresholds(found.rule)[higher.value],
        ),
        text("official-unknown", n=unknown, total=risk.total) if unknown else None,
        separator="; ",
    )
