"""The plan month by month: how much was to be done by its end and how much was, both summed up."""

from __future__ import annotations

from dataclasses import dataclass
from math import ceil
from typing import TYPE_CHECKING

from bot.charts import look
from bot.charts.look import BODY, GAP, MARGIN, WIDTH

if TYPE_CHECKING:
    from bot.charts.canvas import Canvas, Spot

HEIGHT = 560
GRID = 4
RIGHT = WIDTH - MARGIN - GAP


@dataclass(frozen=True, slots=True)
class BurnUpMonth:
    label: str  # «сен»
    wanted: int  # tasks whose window has ended by the month's end
    done: int | None  # … that were done by then; None: the month is yet to come


@dataclass(frozen=True, slots=True)
class BurnUpChart:
    """Everything that the picture shows, in words of the reader's language."""

    title: str
    summary: str
    wanted: str  # words of the legend
    done: str
    months: tuple[BurnUpMonth, ...]  # at least one
    total: int  # tasks of the plan: the top of the scale


def lay_burn_up(canvas: Canvas, chart: BurnUpChart) -> float:
    """Puts the chart on the canvas; returns the height it took."""
    from bot.charts.blocks import head, legend
    from bot.charts.letters import line_height, text_width

    y = head(canvas, chart.title, chart.summary)
    y = legend(canvas, y, [(look.BETTER, False, chart.done), (look.QUIET, False, chart.wanted)]) + GAP
    bottom = y + line_height(BODY) / 2 + HEIGHT
    ticks = _ticks(chart.total)
    left = MARGIN + max(text_width(str(tick)) for tick in ticks) + GAP
    step = (RIGHT - left) / max(1, len(chart.months) - 1)

    def spot(place: int, count: int) -> Spot:
        return (left + step * place, bottom - HEIGHT * count / ticks[-1])

    for tick in ticks:
        _, level = spot(0, tick)
        canvas.line([(left, level), (RIGHT, level)], look.TRACK, width=3)
        canvas.text(left - GAP / 2, level - line_height(BODY) / 2, str(tick), align="right")
    _months(canvas, [month.label for month in chart.months], left, step, bottom + GAP / 2)
    wanted = [spot(place, month.wanted) for place, month in enumerate(chart.months)]
    if len(wanted) > 1:
        canvas.line(wanted, look.QUIET, dashed=True)
    else:
        canvas.dot(*wanted[0], look.QUIET, hollow=True)
    done = [spot(place, month.done) for place, month in enumerate(chart.months) if month.done is not None]
    if done:
        canvas.line(done, look.BETTER, width=look.LINE_WIDTH * 1.5)
        canvas.dot(*done[-1], look.BETTER)
    return bottom + GAP / 2 + line_height(BODY) + MARGIN


def _ticks(total: int) -> list[int]:
    """Zero, round numbers, and the first of them that is not below ``total``."""
    rough = max(1, total) / GRID
    size = 10 ** (len(str(int(rough))) - 1)
    step = next(size * times for times in (1, 2, 5, 10) if size * times >= rough)
    return list(range(0, step * -(-max(1, total) // step) + 1, step))


def _months(canvas: Canvas, labels: list[str], left: float, step: float, y: float) -> None:
    """Every month's label, or every second one where they would meet, and so on."""
    from bot.charts.letters import text_width

    widest = max(text_width(label) for label in labels) + GAP / 2
    every = max(1, ceil(widest / step)) if len(labels) > 1 else 1
    for place in range(0, len(labels), every):
        canvas.text(left + step * place, y, labels[place], colour=look.QUIET, align="center")
