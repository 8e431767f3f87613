"""Schools × factors: a cell has its level's colour and the level's letter; schools are not ranked."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from bot.charts import look
from bot.charts.look import BODY, GAP, MARGIN, WIDTH
from bot.charts.paging import even_parts, page_title
from bot.domain.risk import Level

if TYPE_CHECKING:
    from bot.charts.canvas import Canvas

INNER = WIDTH - 2 * MARGIN
CELL_GAP = 6
ROWS = 10  # schools of one picture


@dataclass(frozen=True, slots=True)
class HeatRow:
    name: str
    note: str  # stands at the right: «ответили 17»
    cells: tuple[Level, ...]  # one a column


@dataclass(frozen=True, slots=True)
class HeatChart:
    """Everything that the picture shows, in words of the reader's language."""

    title: str
    summary: str
    legend: tuple[tuple[Level, str, str], ...]  # level, its letter in the cells, its words
    columns: tuple[str, ...]  # the factors' names; a column is headed by its number, from 1
    rows: tuple[HeatRow, ...]
    footnote: str


def heat_pages(chart: HeatChart, rows: int = ROWS) -> tuple[HeatChart, ...]:
    """The chart in pictures of at most ``rows`` schools."""
    parts = even_parts(chart.rows, rows)
    return tuple(
        replace(chart, title=page_title(chart.title, page, len(parts)), rows=tuple(part))
        for page, part in enumerate(parts, start=1)
    )


def lay_heat_map(canvas: Canvas, chart: HeatChart) -> float:
    """Puts the chart on the canvas; returns the height it took."""
    from bot.charts.blocks import head, label, legend, paragraph

    y = head(canvas, chart.title, chart.summary)
    entries = [
        (look.LEVEL_COLOURS[level], level in look.HATCHED, f"{letter} – {words}" if letter else words)
        for level, letter, words in chart.legend
    ]
    y = legend(canvas, y, entries) + GAP
    letters = {level: letter for level, letter, _ in chart.legend}
    numbers = [str(number) for number in range(1, len(chart.columns) + 1)]
    y = _line_of_words(canvas, y, numbers, look.QUIET) + GAP / 4
    for row in chart.rows:
        y = label(canvas, y, row.name, row.note, lines=2)
        y = _cells(canvas, y, row.cells, letters)
    for number, name in zip(numbers, chart.columns, strict=True):
        y = paragraph(canvas, y, f"{number}. {name}", lines=2)
    return paragraph(canvas, y + GAP / 2, chart.footnote, lines=4, colour=look.QUIET) + MARGIN / 2


def _cells(canvas: Canvas, y: float, levels: tuple[Level, ...], letters: dict[Level, str]) -> float:
    from bot.charts.letters import line_height

    step = INNER / len(levels)
    for place, level in enumerate(levels):
        colour, hatched = look.LEVEL_COLOURS[level], level in look.HATCHED
        canvas.bar(MARGIN + step * place, y, step - CELL_GAP, look.BAR_HEIGHT, colour, hatched=hatched)
    top = y + (look.BAR_HEIGHT - line_height(BODY)) / 2
    _line_of_words(canvas, top, [letters[level] for level in levels], look.INSIDE)
    return y + look.BAR_HEIGHT + GAP


def _line_of_words(canvas: Canvas, y: float, words: list[str], colour: str) -> float:
    """One word in the middle of each column."""
    from bot.charts.letters import line_height

    step = INNER / len(words)
    for place, word in enumerate(words):
        if word:
            middle = MARGIN + step * place + (step - CELL_GAP) / 2
            canvas.text(middle, y, word, colour=colour, align="center")
    return y + line_height(BODY)
