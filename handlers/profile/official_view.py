"""The official levels typed in beside ours: a press on a factor turns its level on."""

from __future__ import annotations

from bot.domain.risk import FACTORS, Level
from bot.screen import Screen, Text, button, lines, text
from bot.use_cases.official_levels import OfficialSheet
from handlers.profile.levels import NOTHING, level_rows
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


def _factor(sheet: OfficialSheet, factor: int) -> Text:
    official = sheet.levels.get(factor)
    return text(
        "official-factor",
        number=factor,
        factor=text(f"factor-{factor}"),
        official=text(f"level-{official.value if official else NOTHING}"),
        ours=text(f"level-{sheet.ours.get(factor, Level.INSUFFICIENT).value}"),
    )
