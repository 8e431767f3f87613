"""Shares of 0…100 % as bars: as far as a share is told, and between which ends it lies."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from bot.charts import look
from bot.charts.look import GAP, MARGIN, WIDTH

if TYPE_CHECKING:
    from bot.charts.canvas import Canvas

INNER = WIDTH - 2 * MARGIN
NAME_LINES = 3
ROWS = 12  # of one picture, for those who have more


@dataclass(frozen=True, slots=True)
class ShareRow:
    name: str
    note: str  # «25–42 %», «5 из 8»
    low: int  # percent
    high: int


@dataclass(frozen=True, slots=True)
class ShareChart:
    """Everything that the picture shows, in words of the reader's language."""

    title: str
    summary: str
    certain: str  # the legend's words for what is filled
    possible: str  # … and for what is hatched; "" where every share is exact
    rows: tuple[ShareRow, ...]
    footnote: str = ""


def lay_shares(canvas: Canvas, chart: ShareChart) -> float:
    """Puts the chart on the canvas; returns the height it took."""
    from bot.charts.blocks import head, label, legend, paragraph

    y = head(canvas, chart.title, chart.summary)
    entries = [(look.NOW, False, chart.certain), (look.TRACK, True, chart.possible)]
    y = legend(canvas, y, [entry for entry in entries if entry[2]]) + GAP
    for row in chart.rows:
        y = label(canvas, y, row.name, row.note, lines=NAME_LINES)
        low, high = (INNER * percent / 100 for percent in (row.low, row.high))
        canvas.bar(MARGIN, y, INNER, look.BAR_HEIGHT, look.TRACK)
        if high > low:
            canvas.bar(MARGIN + low, y, high - low, look.BAR_HEIGHT, look.TRACK, hatched=True)
        if low:
            canvas.bar(MARGIN, y, low, look.BAR_HEIGHT, look.NOW)
        y += look.BAR_HEIGHT + GAP
    return paragraph(canvas, y, chart.footnote, lines=4, colour=look.QUIET) + MARGIN / 2
