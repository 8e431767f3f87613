"""Ten factors as a radar: this wave as an area, the last one as a dashed line behind it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import cos, pi, sin
from typing import TYPE_CHECKING

from bot.charts import look
from bot.charts.look import BODY, GAP, MARGIN, WIDTH

if TYPE_CHECKING:
    from bot.charts.canvas import Canvas, Spot

RADIUS = 350
RINGS = (25, 50, 75, 100)  # percent
NAME_LINES = 3


@dataclass(frozen=True, slots=True)
class RadarAxis:
    number: str  # stands at the axis: «7»
    name: str  # stands in the list below, with the note at the right
    note: str  # «63 %, было 48 %»
    percent: int | None  # None: not known
    before: int | None = None


@dataclass(frozen=True, slots=True)
class RadarChart:
    """Everything that the picture shows, in words of the reader's language."""

    title: str
    summary: str
    now: str  # words of the legend
    before: str  # "" where there is no earlier wave
    axes: tuple[RadarAxis, ...]  # at least three
    footnote: str


def lay_radar(canvas: Canvas, chart: RadarChart) -> float:
    """Puts the chart on the canvas; returns the height it took."""
    from bot.charts.blocks import head, label, legend, paragraph

    y = head(canvas, chart.title, chart.summary)
    entries = [(look.NOW, False, chart.now)]
    y = legend(canvas, y, [*entries, (look.QUIET, False, chart.before)] if chart.before else entries)
    y = _wheel(canvas, y + GAP, chart)
    for axis in chart.axes:
        y = label(canvas, y, f"{axis.number}. {axis.name}", axis.note, lines=NAME_LINES) + GAP / 4
    return paragraph(canvas, y + GAP / 2, chart.footnote, lines=4, colour=look.QUIET) + MARGIN / 2


def _wheel(canvas: Canvas, y: float, chart: RadarChart) -> float:
    from bot.charts.letters import line_height

    rim = RADIUS + line_height(BODY)
    middle = (WIDTH / 2, y + rim + GAP / 2)
    number = len(chart.axes)

    def spot(place: int, percent: float) -> Spot:
        angle = 2 * pi * place / number - pi / 2
        reach = RADIUS * percent / 100
        return (middle[0] + reach * cos(angle), middle[1] + reach * sin(angle))

    for ring in RINGS:
        canvas.line([spot(place, ring) for place in range(number + 1)], look.TRACK, width=3)
    numbered = list(enumerate(chart.axes))
    for place, axis in numbered:
        canvas.line([middle, spot(place, 100)], look.TRACK, width=3)
        x, top = spot(place, 100 + 100 * (rim - RADIUS) / RADIUS * 0.75)
        canvas.text(x, top - line_height(BODY) / 2, axis.number, bold=True, align="center")
    now = [None if axis.percent is None else spot(place, axis.percent) for place, axis in numbered]
    for known in now:
        if known:
            canvas.line([middle, known], look.NOW)
    for one, other in _neighbours(now):
        canvas.area([middle, one, other], look.NOW)
        canvas.line([one, other], look.NOW)
    for known in now:
        if known:
            canvas.dot(*known, look.INK, radius=look.DOT / 2)
    before = [None if axis.before is None else spot(place, axis.before) for place, axis in numbered]
    for one, other in _neighbours(before):
        canvas.line([one, other], look.QUIET, dashed=True)
    for known in before:
        if known:
            canvas.dot(*known, look.QUIET, radius=look.DOT / 2, hollow=True)
    return middle[1] + rim + GAP * 1.5


def _neighbours(spots: Sequence[Spot | None]) -> list[tuple[Spot, Spot]]:
    """Those side by side that are both known: nothing is drawn across a factor of which nothing is."""
    pairs = zip(spots, (*spots[1:], *spots[:1]), strict=True)
    return [(one, other) for one, other in pairs if one and other]
