"""Shares of 0…100 % over periods, a line a row: from rings to the filled dot of the last period."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from bot.charts import look
from bot.charts.look import GAP, MARGIN, WIDTH
from bot.charts.paging import even_parts, page_title

if TYPE_CHECKING:
    from bot.charts.canvas import Canvas

INNER = WIDTH - 2 * MARGIN
NAME_LINES = 3


@dataclass(frozen=True, slots=True)
class DynamicsRow:
    name: str
    note: str  # «было 48 %, стало 63 %»
    points: tuple[int | None, ...]  # percent by period, the first first; None: no data


@dataclass(frozen=True, slots=True)
class DynamicsChart:
    """Everything that the picture shows, in words of the reader's language."""

    title: str
    summary: str
    earlier: str  # the legend's words for a ring; "" where there is one period
    latest: str  # … and for the filled dot
    threshold: int | None  # percent: a line through every row
    threshold_words: str
    rows: tuple[DynamicsRow, ...]
    footnote: str = ""


def dynamics_pages(chart: DynamicsChart, rows: int = 12) -> tuple[DynamicsChart, ...]:
    """The chart in pictures of at most ``rows`` lines."""
    parts = even_parts(chart.rows, rows)
    return tuple(
        replace(chart, title=page_title(chart.title, page, len(parts)), rows=tuple(part))
        for page, part in enumerate(parts, start=1)
    )


def lay_dynamics(canvas: Canvas, chart: DynamicsChart) -> float:
    """Puts the chart on the canvas; returns the height it took."""
    from bot.charts.blocks import head, label, legend, paragraph

    y = head(canvas, chart.title, chart.summary)
    entries = [(look.NOW, False, chart.latest), (look.QUIET, False, chart.earlier)]
    if chart.threshold is not None:
        entries.append((look.WORSE, False, chart.threshold_words))
    y = legend(canvas, y, [entry for entry in entries if entry[2]]) + GAP
    for row in chart.rows:
        y = label(canvas, y, row.name, row.note, lines=NAME_LINES)
        y = _points(canvas, y, row, chart.threshold)
    return paragraph(canvas, y, chart.footnote, lines=4, colour=look.QUIET) + MARGIN / 2


def _points(canvas: Canvas, y: float, row: DynamicsRow, threshold: int | None) -> float:
    level = y + look.BAR_HEIGHT / 2

    def x(percent: int) -> float:
        return MARGIN + look.DOT + (INNER - 2 * look.DOT) * percent / 100

    canvas.bar(MARGIN, y, INNER, look.BAR_HEIGHT, look.TRACK)
    if threshold is not None:
        canvas.bar(x(threshold) - 2, y, 4, look.BAR_HEIGHT, look.WORSE)
    known = [percent for percent in row.points if percent is not None]
    if len(known) > 1:
        canvas.line([(x(percent), level) for percent in known], look.QUIET, width=look.LINE_WIDTH / 2)
    for percent in known[:-1]:
        canvas.dot(x(percent), level, look.QUIET, hollow=True)
    if row.points and row.points[-1] is not None:
        canvas.dot(x(row.points[-1]), level, look.NOW)
    elif known:
        canvas.dot(x(known[-1]), level, look.QUIET, hollow=True)
    return y + look.BAR_HEIGHT + GAP
