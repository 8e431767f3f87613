"""The plan's progress as stacked bars: one a section, one a school."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import accumulate
from typing import TYPE_CHECKING

from bot.charts import look
from bot.charts.look import BODY, GAP, MARGIN, WIDTH
from bot.charts.paging import even_parts, page_title
from bot.domain.progress import Status, Tally

if TYPE_CHECKING:
    from bot.charts.canvas import Canvas

INNER = WIDTH - 2 * MARGIN
NAME_LINES = 3


@dataclass(frozen=True, slots=True)
class ProgressRow:
    name: str
    note: str  # stands at the right: «12 из 40»
    tally: Tally


@dataclass(frozen=True, slots=True)
class ProgressGroup:
    heading: str  # «По разделам», «По школам»
    rows: tuple[ProgressRow, ...]


@dataclass(frozen=True, slots=True)
class ProgressChart:
    """Everything that the picture shows, in words of the reader's language."""

    title: str
    summary: str  # the total in one sentence; may be empty
    legend: tuple[tuple[Status, str], ...]
    groups: tuple[ProgressGroup, ...]


def pages(chart: ProgressChart, rows: int = 12) -> tuple[ProgressChart, ...]:
    """The chart in pictures of at most ``rows`` bars.

    A group that goes on in the next picture has its heading again.
    """
    flat = [(group.heading, row) for group in chart.groups for row in group.rows]
    parts = even_parts(flat, rows)
    return tuple(
        replace(chart, title=page_title(chart.title, page, len(parts)), groups=_grouped(part))
        for page, part in enumerate(parts, start=1)
    )


def _grouped(rows: Sequence[tuple[str, ProgressRow]]) -> tuple[ProgressGroup, ...]:
    headings = dict.fromkeys(heading for heading, _ in rows)
    return tuple(
        ProgressGroup(heading, tuple(row for other, row in rows if other == heading)) for heading in headings
    )


def lay_progress(canvas: Canvas, chart: ProgressChart) -> float:
    """Puts the chart on the canvas; returns the height it took."""
    from bot.charts.blocks import head, legend, paragraph

    y = head(canvas, chart.title, chart.summary)
    y = legend(canvas, y, [(look.STATUS_COLOURS[status], False, words) for status, words in chart.legend])
    for group in chart.groups:
        y = paragraph(canvas, y + GAP, group.heading, lines=2, points=look.HEADING, bold=True) + GAP / 3
        for row in group.rows:
            y = _row(canvas, y, row)
    return y + MARGIN - GAP


def _row(canvas: Canvas, y: float, row: ProgressRow) -> float:
    from bot.charts.blocks import label

    y = label(canvas, y, row.name, row.note, lines=NAME_LINES)
    canvas.bar(MARGIN, y, INNER, look.BAR_HEIGHT, look.TRACK)
    counts = [row.tally[status] for status in Status]
    total = max(row.tally.total, 1)
    ends = [MARGIN + round(INNER * sum_ / total) for sum_ in accumulate(counts)]
    for status, count, start, end in zip(Status, counts, [MARGIN, *ends], ends, strict=False):
        if count:
            _segment(canvas, y, start, end, look.STATUS_COLOURS[status], str(count))
    return y + look.BAR_HEIGHT + GAP


def _segment(canvas: Canvas, y: float, start: float, end: float, colour: str, number: str) -> None:
    """A part of a bar; its number is written where it has room."""
    from bot.charts.letters import line_height, text_width

    canvas.bar(start, y, end - start, look.BAR_HEIGHT, colour)
    if text_width(number) + GAP / 2 <= end - start:
        top = y + (look.BAR_HEIGHT - line_height(BODY)) / 2
        canvas.text((start + end) / 2, top, number, align="center", colour=look.INSIDE)
