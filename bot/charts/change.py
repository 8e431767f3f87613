"""What changed between two waves: a difference and the interval in which it may lie, around a middle line."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from math import ceil
from typing import TYPE_CHECKING

from bot.charts import look
from bot.charts.look import GAP, MARGIN, WIDTH
from bot.domain.risk_change import Verdict

if TYPE_CHECKING:
    from bot.charts.canvas import Canvas

INNER = WIDTH - 2 * MARGIN
NAME_LINES = 4
LEAST_SCALE = 10  # percentage points at the edges, at least: nobody should see a storm in a cup
SCALE_STEP = 10


VERDICT_COLOURS: Mapping[Verdict, str] = {
    Verdict.BETTER: look.BETTER,
    Verdict.WORSE: look.WORSE,
    Verdict.ALIKE: look.ALIKE,
}


@dataclass(frozen=True, slots=True)
class ChangeRow:
    """Percentage points; None where the two waves cannot be compared."""

    name: str
    note: str  # «−12 (от −20 до −4)», «нельзя сравнить»
    verdict: Verdict | None = None
    change: float | None = None
    low: float | None = None
    high: float | None = None


@dataclass(frozen=True, slots=True)
class ChangeChart:
    """Everything that the picture shows, in words of the reader's language."""

    title: str
    summary: str  # the two waves, how many answered in each
    legend: tuple[tuple[Verdict, str], ...]
    less: str  # at the left edge: «риск ниже»
    more: str  # at the right one
    rows: tuple[ChangeRow, ...]
    footnote: str


def lay_change(canvas: Canvas, chart: ChangeChart) -> float:
    """Puts the chart on the canvas; returns the height it took."""
    from bot.charts.blocks import head, label, legend, paragraph

    y = head(canvas, chart.title, chart.summary)
    y = legend(canvas, y, [(VERDICT_COLOURS[verdict], False, words) for verdict, words in chart.legend])
    reach = [abs(end) for row in chart.rows for end in (row.low, row.high) if end is not None]
    scale = max(LEAST_SCALE, ceil(max(reach, default=0) / SCALE_STEP) * SCALE_STEP)
    y = label(canvas, y + GAP / 2, f"−{scale} ← {chart.less}", f"{chart.more} → +{scale}", lines=2) + GAP / 2
    for row in chart.rows:
        y = label(canvas, y, row.name, row.note, lines=NAME_LINES)
        y = _interval(canvas, y, row, scale)
    return paragraph(canvas, y, chart.footnote, lines=5, colour=look.QUIET) + MARGIN / 2


def _interval(canvas: Canvas, y: float, row: ChangeRow, scale: float) -> float:
    middle, half = WIDTH / 2, INNER / 2 - look.DOT
    level = y + look.BAR_HEIGHT / 2
    canvas.bar(MARGIN, y, INNER, look.BAR_HEIGHT, look.TRACK)
    canvas.bar(middle - 1.5, y, 3, look.BAR_HEIGHT, look.QUIET)
    if row.verdict and row.change is not None and row.low is not None and row.high is not None:
        colour = VERDICT_COLOURS[row.verdict]
        ends = [(middle + half * end / scale, level) for end in (row.low, row.high)]
        canvas.line(ends, look.INK, width=look.LINE_WIDTH)
        canvas.dot(middle + half * row.change / scale, level, look.INK, radius=look.DOT + 3)
        canvas.dot(middle + half * row.change / scale, level, colour)
    return y + look.BAR_HEIGHT + GAP
