"""The risk profile as ten bars, each with its level in words, how much of it is known, and what it was."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from bot.charts import look
from bot.charts.look import GAP, MARGIN, WIDTH
from bot.domain.risk import Level

if TYPE_CHECKING:
    from bot.charts.canvas import Canvas

BAR_WIDTH = 370  # the detail stands beside it
NAME_LINES = 3
MARK = 8


@dataclass(frozen=True, slots=True)
class RiskRow:
    factor: str
    level: Level
    level_words: str  # «высокий риск, 63 %», «недостаточно данных»
    percent: int | None  # 0…100, the length of the bar; None for INSUFFICIENT
    detail: str  # «было 48 %, 3 из 5 показателей»
    before: int | None = None  # the percent of the last wave


@dataclass(frozen=True, slots=True)
class RiskChart:
    """Everything that the picture shows, in words of the reader's language."""

    title: str
    summary: str  # whose profile, when, how many answered
    legend: tuple[tuple[Level, str], ...]  # with the thresholds in words
    rows: tuple[RiskRow, ...]
    footnote: str  # what the profile is and is not, and the version of its rule
    before: str = ""  # the words of the legend for the last wave; "" where there is none


def lay_risk_profile(canvas: Canvas, chart: RiskChart) -> float:
    """Puts the chart on the canvas; returns the height it took."""
    from bot.charts.blocks import head, legend, paragraph

    y = head(canvas, chart.title, chart.summary)
    entries = [(look.LEVEL_COLOURS[level], level in look.HATCHED, words) for level, words in chart.legend]
    if chart.before:
        entries.append((look.QUIET, False, chart.before))
    y = legend(canvas, y, entries) + GAP
    for row in chart.rows:
        y = _row(canvas, y, row)
    y = paragraph(canvas, y, chart.footnote, lines=4, colour=look.QUIET)
    return y + MARGIN / 2


def _row(canvas: Canvas, y: float, row: RiskRow) -> float:
    from bot.charts.blocks import label
    from bot.charts.letters import line_height, wrap

    y = label(canvas, y, row.factor, row.level_words, lines=NAME_LINES)
    colour, hatched = look.LEVEL_COLOURS[row.level], row.level in look.HATCHED
    canvas.bar(MARGIN, y, BAR_WIDTH, look.BAR_HEIGHT, colour if hatched else look.TRACK, hatched=hatched)
    if row.percent is not None:
        canvas.bar(MARGIN, y, _length(row.percent), look.BAR_HEIGHT, colour)
    if row.before is not None:  # a mark across the bar, seen whichever of the two is longer
        canvas.bar(
            MARGIN + _length(row.before) - MARK / 2, y - MARK, MARK, look.BAR_HEIGHT + 2 * MARK, look.QUIET
        )
    x = MARGIN + BAR_WIDTH + GAP
    for detail in wrap(row.detail, WIDTH - MARGIN - x, 1):
        canvas.text(x, y + (look.BAR_HEIGHT - line_height()) / 2, detail, colour=look.QUIET)
    return y + look.BAR_HEIGHT + GAP


def _length(percent: int) -> int:
    return round(BAR_WIDTH * percent / 100)
