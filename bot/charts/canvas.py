"""A picture in pixels, from the top left down: text that is measured before it is drawn, and bars.

This is the only file that touches matplotlib; the charts import it inside the function that draws,
because only the process that draws should pay for it.
"""

from __future__ import annotations

import io
import re
from collections.abc import Callable
from functools import cache, lru_cache
from pathlib import Path
from typing import Literal

import matplotlib as mpl
from matplotlib.backends.backend_agg import FigureCanvasAgg, RendererAgg
from matplotlib.figure import Figure
from matplotlib.font_manager import FontProperties, get_font
from matplotlib.patches import Rectangle
from PIL import Image

from bot.charts.look import BODY, DPI, GROUNDS, INK, PAPER, QUIET, WIDTH

COLOURS = 64  # in the PNG's palette: a third of the bytes, and no visible loss on flat fills
LINE = 1.32  # line height in font sizes
ASCENT = 0.98  # from a line's top to its base
ABSENT = "▯"  # stands for a character that the font has not


class Canvas:
    def __init__(self) -> None:
        self._figure = Figure(figsize=(WIDTH / DPI, 1), dpi=DPI, facecolor=PAPER)
        self._agg = FigureCanvasAgg(self._figure)
        self._axes = self._figure.add_axes((0, 0, 1, 1))
        self._axes.set_axis_off()
        self._axes.set_xlim(0, WIDTH)

    def text(
        self,
        x: float,
        y: float,
        line: str,
        *,
        points: float = BODY,
        bold: bool = False,
        colour: str = INK,
        align: Literal["left", "center", "right"] = "left",
    ) -> None:
        """One line whose top is at ``y``; ``x`` is its left end, middle or right end."""
        self._axes.text(
            x,
            y + points * DPI / 72 * ASCENT,
            printable(line),
            fontproperties=_font(points, bold),
            color=colour,
            ha=align,
            va="baseline",
            parse_math=False,  # a school may have a dollar sign in its name
        )

    def bar(
        self, x: float, y: float, width: float, height: float, colour: str, *, hatched: bool = False
    ) -> None:
        """A filled rectangle; a hatched one has an outline."""
        self._axes.add_patch(
            Rectangle(
                (x, y),
                width,
                height,
                facecolor=colour,
                edgecolor=QUIET if hatched else "none",
                linewidth=0.6 if hatched else 0,
                hatch="////" if hatched else None,
            )
        )

    def finish(self, height: float) -> Figure:
        """The drawn figure, ``height`` pixels high."""
        self._figure.set_size_inches(WIDTH / DPI, round(height) / DPI)
        self._axes.set_ylim(round(height), 0)
        self._agg.draw()  # type: ignore[no-untyped-call]  # bare in matplotlib
        return self._figure

    def png(self, height: float) -> bytes:
        """The picture as PNG; the same drawing gives the same bytes."""
        self.finish(height)
        pixels = bytes(self._agg.buffer_rgba())  # type: ignore[no-untyped-call]  # likewise
        picture = Image.frombuffer("RGBA", self._agg.get_width_height(), pixels).convert("RGB")
        out = io.BytesIO()
        picture.quantize(palette=_palette(), dither=Image.Dither.NONE).save(out, "PNG", compress_level=9)
        return out.getvalue()


def line_height(points: float = BODY) -> float:
    return points * DPI / 72 * LINE


@lru_cache(maxsize=4096)
def text_width(line: str, points: float = BODY, *, bold: bool = False) -> float:
    """In pixels, exactly as it will be drawn."""
    width, _, _ = _measure().get_text_width_height_descent(  # type: ignore[no-untyped-call]  # likewise
        printable(line), _font(points, bold), ismath=False
    )
    return float(width)


def wrap(
    text: str, width: float, lines: int, points: float = BODY, *, bold: bool = False, beside: float = 0
) -> list[str]:
    """``text`` cut into at most ``lines`` lines of ``width`` pixels, between words where possible.

    The first line leaves ``beside`` pixels free. What does not fit is dropped and «…» stands in its place.
    """
    rest = _spaced(text)
    done: list[str] = []
    while rest:
        room = width if done else width - beside

        def fits(line: str, room: float = room) -> bool:
            return text_width(line, points, bold=bold) <= room

        if fits(rest):
            return [*done, rest]
        if len(done) == lines - 1:
            return [*done, _shortened(rest, fits)]
        done.append(_longest(rest, fits))
        rest = rest[len(done[-1]) :].lstrip()
    return done


def printable(line: str) -> str:
    """``line`` with a box for each character that the font lacks, such as an emoji."""
    return "".join(letter if letter in " \u00a0" or ord(letter) in _charmap() else ABSENT for letter in line)


def _spaced(text: str) -> str:
    """One space between words, hard spaces kept, and one after «№», which never ends a line."""
    return re.sub(r"№ ?(?=\d)", "№\u00a0", re.sub(r"[^\S\u00a0]+", " ", text).strip())


def _shortened(text: str, fits: Callable[[str], bool]) -> str:
    return text[: _most(len(text), lambda end: fits(text[:end].rstrip() + "…"))].rstrip() + "…"


def _longest(text: str, fits: Callable[[str], bool]) -> str:
    """The longest beginning that fits and ends with a word, or within a word that is too long itself."""
    ends = [place for place, letter in enumerate(text) if letter == " "]
    words = _most(len(ends), lambda number: fits(text[: ends[number - 1]]))
    return (
        text[: ends[words - 1]] if words else text[: max(1, _most(len(text), lambda end: fits(text[:end])))]
    )


def _most(most: int, fits: Callable[[int], bool]) -> int:
    """The greatest of 0…most that fits, by bisection; 0 always does."""
    low, high = 0, most
    while low < high:
        middle = (low + high + 1) // 2
        low, high = (middle, high) if fits(middle) else (low, middle - 1)
    return low


def _font_file(bold: bool) -> Path:
    # The fonts that come with matplotlib: the same picture on every machine, Cyrillic included.
    return Path(mpl.get_data_path(), "fonts", "ttf", "DejaVuSans-Bold.ttf" if bold else "DejaVuSans.ttf")


@cache
def _font(points: float, bold: bool) -> FontProperties:
    return FontProperties(fname=_font_file(bold), size=points)


@cache
def _charmap() -> frozenset[int]:
    return frozenset(get_font(str(_font_file(bold=True))).get_charmap()) & frozenset(
        get_font(str(_font_file(bold=False))).get_charmap()
    )


@cache
def _measure() -> RendererAgg:
    return RendererAgg(1, 1, DPI)  # type: ignore[no-untyped-call]  # likewise


@cache
def _palette() -> Image.Image:
    """Every ground of the charts, each in equal steps towards the ink that is written on it."""
    grounds = [_rgb(colour) for colour in GROUNDS]
    steps = COLOURS // len(grounds)
    picture = Image.new("P", (1, 1))
    picture.putpalette(
        [
            round(part + (ink - part) * step / (steps - 1))
            for ground in grounds
            for step in range(steps)
            for part, ink in zip(ground, _rgb(INK), strict=True)
        ]
    )
    return picture


def _rgb(colour: str) -> tuple[int, ...]:
    return tuple(bytes.fromhex(colour.removeprefix("#")))
