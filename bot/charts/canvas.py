"""A picture in pixels, from the top left down: measured text, bars, lines, dots, areas.

Shapes are artists of matplotlib, drawn by its Agg renderer without a figure or axes; words stand above
them and are Pillow's, which measures and draws a line ten times as fast. The charts import this module and
``letters`` inside the function that draws, because only the process that draws should pay for them.
"""

from __future__ import annotations

import io
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Literal

from matplotlib.artist import Artist
from matplotlib.backends.backend_agg import RendererAgg
from matplotlib.lines import Line2D
from matplotlib.patches import PathPatch, Polygon, Rectangle
from matplotlib.path import Path
from matplotlib.transforms import Affine2D
from PIL import Image, ImageDraw

from bot.charts import look
from bot.charts.letters import font, printable
from bot.charts.look import BODY, DPI, INK, PAPER, QUIET, WIDTH

ASCENT = 0.98  # from a line's top to its base, in font sizes
SHADES = 6  # of each colour towards what is drawn on it; more make a larger file and no better letters
POINT = 72 / DPI  # of a pixel

Align = Literal["left", "center", "right"]
Spot = tuple[float, float]
Box = tuple[float, float, float, float]
ANCHORS: Mapping[Align, str] = {"left": "ls", "center": "ms", "right": "rs"}  # Pillow's, on the base line


@dataclass(frozen=True, slots=True)
class Words:
    """One line of text; ``x`` is its left end, middle or right end, ``y`` its top."""

    x: float
    y: float
    line: str
    points: float
    bold: bool
    colour: str
    align: Align

    @property
    def base(self) -> Spot:
        """Where the line's base begins, has its middle or ends."""
        return self.x, self.y + self.points * DPI / 72 * ASCENT

    @property
    def ink(self) -> Box:
        """What the letters cover: x, y, width, height."""
        x, y = self.base
        face, anchor = font(self.points, self.bold), ANCHORS[self.align]
        left, top, right, bottom = face.getbbox(self.line, anchor=anchor)
        return x + left, y + top, right - left, bottom - top


class Canvas:
    """``theme`` gives each tone its colour; a colour is a tone or «#RRGGBB»."""

    def __init__(self, theme: Mapping[str, str] = look.LIGHT) -> None:
        self._theme = theme
        self._shapes: list[Artist] = []
        self.words: list[Words] = []

    def text(
        self,
        x: float,
        y: float,
        line: str,
        *,
        points: float = BODY,
        bold: bool = False,
        colour: str = INK,
        align: Align = "left",
    ) -> None:
        """One line whose top is at ``y``, above all shapes; ``x`` is its left end, middle or right end."""
        self.words.append(Words(x, y, printable(line), points, bold, self._colour(colour), align))

    def bar(
        self, x: float, y: float, width: float, height: float, colour: str, *, hatched: bool = False
    ) -> None:
        """A filled rectangle; a hatched one has an outline."""
        self._shapes.append(
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
            self._shapes.append(
                PathPatch(Path(spots, codes), facecolor=self._colour(colour), edgecolor="none")
            )

    def line(
        self, spots: Sequence[Spot], colour: str, *, width: float = look.LINE_WIDTH, dashed: bool = False
    ) -> None:
        """From spot to spot, ``width`` pixels wide."""
        xs, ys = zip(*spots, strict=True)
        line = Line2D(xs, ys, color=self._colour(colour), linewidth=width * POINT)
        line.set_solid_joinstyle("round")
        if dashed:
            line.set_linestyle((0, (3, 2)))
        self._shapes.append(line)

    def dot(self, x: float, y: float, colour: str, *, radius: float = look.DOT, hollow: bool = False) -> None:
        """A disk, or a ring of the same size."""
        edge = radius / 2 if hollow else 0
        self._shapes.append(
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
        self._shapes.append(Polygon(spots, closed=True, facecolor=self._colour(colour), edgecolor="none"))

    def png(self, height: float) -> bytes:
        """The picture as PNG, ``height`` pixels high; the same drawing gives the same bytes."""
        picture = self._drawn(round(height))
        pen = ImageDraw.Draw(picture)
        for words in self.words:
            face, anchor = font(words.points, words.bold), ANCHORS[words.align]
            pen.text(words.base, words.line, fill=words.colour, font=face, anchor=anchor)
        out = io.BytesIO()
        palette = _palette(tuple(self._theme.items()))
        picture.quantize(palette=palette, dither=Image.Dither.NONE).save(out, "PNG", compress_level=7)
        return out.getvalue()

    def _drawn(self, height: int) -> Image.Image:
        """The shapes on the paper; Agg counts from the bottom up."""
        renderer = RendererAgg(WIDTH, height, DPI)  # type: ignore[no-untyped-call]  # bare in matplotlib
        down = Affine2D().scale(1, -1).translate(0, height)
        for shape in self._shapes:
            shape.set_transform(down)
            shape.draw(renderer)
        pixels = bytes(renderer.buffer_rgba())  # type: ignore[no-untyped-call]  # likewise
        layer = Image.frombuffer("RGBA", (WIDTH, height), pixels)
        picture = Image.new("RGB", layer.size, self._theme[PAPER])
        picture.paste(layer, mask=layer)
        return picture

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
