"""The plan's activities over the months; a long plan has two pictures or more, never smaller letters."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from bot.charts import look
from bot.charts.look import GAP, MARGIN, WIDTH
from bot.charts.paging import even_parts, page_title
from bot.domain.progress import Status

if TYPE_CHECKING:
    from bot.charts.canvas import Canvas

INNER = WIDTH - 2 * MARGIN
BAR = 24
LEAST_BAR = 8  # pixels: a single day can be seen
TODAY = 4  # pixels wide
ROWS = 30


@dataclass(frozen=True, slots=True)
class GanttBar:
    """Where the window lies in the chart's period, as shares of it, 0…1."""

    start: float
    end: float
    status: Status


@dataclass(frozen=True, slots=True)
class GanttRow:
    name: str  # number and title; what does not fit one line is shortened
    bars: tuple[GanttBar, ...]  # none: it waits for a date


@dataclass(frozen=True, slots=True)
class GanttChart:
    """Everything that the picture shows, in words of the reader's language."""

    title: str
    summary: str
    legend: tuple[tuple[Status, str], ...]
    months: tuple[tuple[str, float], ...]  # label and where it begins, 0…1
    today: float | None  # None: outside the period
    today_words: str
    rows: tuple[GanttRow, ...]


def gantt_pages(chart: GanttChart, rows: int = ROWS) -> tuple[GanttChart, ...]:
    """The chart in pictures of at most ``rows`` activities."""
    parts = even_parts(chart.rows, rows)
    return tuple(
        replace(chart, title=page_title(chart.title, page, len(parts)), rows=tuple(part))
        for page, part in enumerate(parts, start=1)
    )


def lay_gantt(canvas: Canvas, chart: GanttChart) -> float:
    """Puts the chart on the canvas; returns the height it took."""
    from bot.charts.blocks import head, legend
    from bot.charts.letters import line_height, wrap

    y = head(canvas, chart.title, chart.summary)
    entries = [(look.STATUS_COLOURS[status], False, words) for status, words in chart.legend]
    if chart.today is not None:
        entries.append((look.INK, False, chart.today_words))
    y = legend(canvas, y, entries) + GAP
    _months(canvas, chart, y)
    y += line_height() + GAP / 3
    for row in chart.rows:
        for line in wrap(row.name, INNER, 1):
            canvas.text(MARGIN, y, line)
        y = _track(canvas, y + line_height(), chart, row)
    return y + MARGIN - GAP / 2


def _track(canvas: Canvas, y: float, chart: GanttChart, row: GanttRow) -> float:
    """The period, a gap where each month begins, with the row's windows and today."""
    canvas.bar(MARGIN, y, INNER, BAR, look.TRACK)
    begins = [start for _, start in chart.months if start]
    canvas.bars([(MARGIN + INNER * start - 1, y, 3, BAR) for start in begins], look.PAPER)
    for bar in row.bars:
        width = max(LEAST_BAR, INNER * (bar.end - bar.start))
        start = min(MARGIN + INNER * bar.start, WIDTH - MARGIN - width)
        canvas.bar(start, y, width, BAR, look.STATUS_COLOURS[bar.status])
    if chart.today is not None:
        today = MARGIN + (INNER - TODAY) * chart.today
        canvas.bar(today, y - TODAY, TODAY, BAR + 2 * TODAY, look.INK)
    return y + BAR + GAP / 2


def _months(canvas: Canvas, chart: GanttChart, y: float) -> None:
    """A label where each month begins, if it meets none before it."""
    from bot.charts.letters import text_width

    free = 0.0
    for label, start in chart.months:
        x = MARGIN + INNER * start
        if x >= free and x + text_width(label) <= WIDTH - MARGIN:
            canvas.text(x, y, label, colour=look.QUIET)
            free = x + text_width(label) + GAP / 2
