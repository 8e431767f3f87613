"""A picture in pixels, from the top left down: measured text, bars, lines, dots, areas.

This file and ``letters`` alone touch matplotlib; the charts import them inside the function that draws,
because only the process that draws should pay for it.
"""

from __future__ import annotations

import io
from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from typing import Literal

from matplotlib.artist import Artist
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure
from matplotlib.lines import Line2D
from matplotlib.patches import PathPatch, Polygon, Rectangle
from matplotlib.path import Path
from PIL import Image

from bot.charts import look
from bot.charts.letters import font, printable
from bot.charts.look import BODY, DPI, INK, PAPER, QUIET, WIDTH

ASCENT = 0.98  # from a line's top to its base, in font sizes
SHADES = 6  # of each colour towards what is drawn on it; more make a larger file and no better letters
POINT = 72 / DPI  # of a pixel

Spot = tuple[float, float]
Box = tuple[float, float, float, float]


class Canvas:
    """``theme`` gives each tone its colour; a colour is a tone or «#RRGGBB»."""

    def __init__(self, theme: Mapping[str, str] = look.LIGHT) -> None:
        self._theme = theme
        self._figure = Figure(figsize=(WIDTH / DPI, 1), dpi=DPI, facecolor=theme[PAPER])
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
            fontproperties=font(points, bold),
            color=self._colour(colour),
            ha=align,
            va="baseline",
            parse_math=False,  # a school may have a dollar sign in its name
        )

    def bar(
        self, x: float, y: float, width: float, height: float, colour: str, *, hatched: bool = False
    ) -> None:
        """A filled rectangle; a hatched one has an outline."""
        self._add(
            Rectangle(
                (x, y),
                width,
                height,
                facecolor=self._colour(colour),
                edgecolor=self._colour(QUIET) if hatched else "none",
                linewidth=0.6 if hatched else 0,
                hatch="////" if hatched else None,
            )
        )

    def bars(self, boxes: Iterable[Box], colour: str) -> None:
        """Filled rectangles (x, y, width, height) of one colour, as one: each alone costs as much as all."""
        spots, codes = [], []
        for x, y, width, height in boxes:
            spots += [(x, y), (x + width, y), (x + width, y + height), (x, y + height), (x, y)]
            codes += [Path.MOVETO, Path.LINETO, Path.LINETO, Path.LINETO, Path.CLOSEPOLY]
        if spots:
            self._add(PathPatch(Path(spots, codes), facecolor=self._colour(colour), edgecolor="none"))

    def line(
        self, spots: Sequence[Spot], colour: str, *, width: float = look.LINE_WIDTH, dashed: bool = False
    ) -> None:
        """From spot to spot, ``width`` pixels wide."""
        xs, ys = zip(*spots, strict=True)
        line = Line2D(xs, ys, color=self._colour(colour), linewidth=width * POINT)
        line.set_solid_joinstyle("round")
        if dashed:
            line.set_linestyle((0, (3, 2)))
        self._add(line)

    def dot(self, x: float, y: float, colour: str, *, radius: float = look.DOT, hollow: bool = False) -> None:
        """A disk, or a ring of the same size."""
        edge = radius / 2 if hollow else 0
        self._add(
            Line2D(
                [x],
                [y],
                marker="o",
                linestyle="",
                markersize=(2 * radius - edge) * POINT,
                markerfacecolor=self._colour(PAPER if hollow else colour),
                markeredgecolor=self._colour(colour),
                markeredgewidth=edge * POINT,
            )
        )

    def area(self, spots: Sequence[Spot], colour: str) -> None:
        """A filled polygon."""
        self._add(Polygon(spots, closed=True, facecolor=self._colour(colour), edgecolor="none"))

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
        palette = _palette(tuple(self._theme.items()))
        picture.quantize(palette=palette, dither=Image.Dither.NONE).save(out, "PNG", compress_level=7)
        return out.getvalue()

    def _add(self, artist: Artist) -> None:
        # In the order of the calls, over what is there already; matplotlib would put lines over areas.
        artist.set_zorder(1)
        self._axes.add_artist(artist)

    def _colour(self, colour: str) -> str:
        return self._theme.get(colour, colour)


@cache
def _palette(theme: tuple[tuple[str, str], ...]) -> Image.Image:
    """Every colour of the charts in equal steps towards what is drawn on it, and towards the paper."""
    tones = dict(theme)
    pairs = [(tones[ground], tones[ink]) for ground in (PAPER, look.TRACK) for ink in (INK, QUIET)]
    pairs += [(colour, other) for colour in look.COLOURS for other in (look.INSIDE, tones[PAPER])]
    picture = Image.new("P", (1, 1))
    picture.putpalette(
        [
            round(part + (other - part) * step / (SHADES - 1))
            for ground, ink in pairs
            for step in range(SHADES)
            for part, other in zip(_rgb(ground), _rgb(ink), strict=True)
        ]
    )
    return picture


def _rgb(colour: str) -> tuple[int, ...]:
    return tuple(bytes.fromhex(colour.removeprefix("#")))
