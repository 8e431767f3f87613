"""What every chart is made of: head, legend, paragraphs, a name with a note at the right.

Each function puts its block at ``y`` and returns the ``y`` below it.
"""

from __future__ import annotations

from collections.abc import Iterable

from bot.charts import look
from bot.charts.canvas import Canvas
from bot.charts.letters import line_height, text_width, wrap
from bot.charts.look import BODY, GAP, MARGIN, WIDTH

INNER = WIDTH - 2 * MARGIN
SWATCH = 34
TITLE_LINES = 5  # a question of a questionnaire, a wave and a long school's name
SUMMARY_LINES = 10  # four groups of people in two waves
LEGEND_LINES = 2


def paragraph(
    canvas: Canvas,
    y: float,
    text: str,
    *,
    lines: int,
    points: float = BODY,
    bold: bool = False,
    colour: str = look.INK,
) -> float:
    for line in wrap(text, INNER, lines, points, bold=bold):
        canvas.text(MARGIN, y, line, points=points, bold=bold, colour=colour)
        y += line_height(points)
    return y


def head(canvas: Canvas, title: str, summary: str) -> float:
    y = paragraph(canvas, MARGIN, title, lines=TITLE_LINES, points=look.TITLE, bold=True)
    return paragraph(canvas, y + GAP / 4, summary, lines=SUMMARY_LINES, colour=look.QUIET) + GAP / 2


def legend(canvas: Canvas, y: float, entries: Iterable[tuple[str, bool, str]]) -> float:
    """Colour, whether hatched, words; as many in a line as fit, and a long one over several lines."""
    x: float = MARGIN
    height = line_height() + GAP / 4
    for colour, hatched, words in entries:
        told = wrap(words, INNER - SWATCH - GAP / 2, LEGEND_LINES) or [""]
        width = SWATCH + GAP / 2 + max(text_width(line) for line in told)
        if x > MARGIN and (x + width > WIDTH - MARGIN or len(told) > 1):
            x, y = MARGIN, y + height
        canvas.bar(x, y + (line_height() - SWATCH) / 2, SWATCH, SWATCH, colour, hatched=hatched)
        for place, line in enumerate(told):
            canvas.text(x + SWATCH + GAP / 2, y + place * line_height(), line)
        y += (len(told) - 1) * line_height()
        x += width + GAP * 1.5
    return y + height if x > MARGIN else y


def label(canvas: Canvas, y: float, name: str, note: str, *, lines: int) -> float:
    """A name, wrapped, and a note at the right end of its first line."""
    (note,) = wrap(note, INNER / 2, 1) or [""]
    canvas.text(WIDTH - MARGIN, y, note, colour=look.QUIET, align="right")
    beside = text_width(note) + GAP if note else 0
    for line in wrap(name, INNER, lines, beside=beside) or [""]:
        canvas.text(MARGIN, y, line)
        y += line_height()
    return y + GAP / 6
