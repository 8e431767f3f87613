"""Letters in pixels: measured exactly as they will be drawn, wrapped between words, shortened."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache, lru_cache
from pathlib import Path

import matplotlib as mpl
from matplotlib.font_manager import get_font
from PIL import ImageFont

from bot.charts.look import BODY, DPI

LINE = 1.32  # line height in font sizes
ABSENT = "▯"  # stands for a character that the font has not


def line_height(points: float = BODY) -> float:
    return points * DPI / 72 * LINE


@lru_cache(maxsize=4096)
def text_width(line: str, points: float = BODY, *, bold: bool = False) -> float:
    """In pixels, exactly as it will be drawn."""
    return font(points, bold).getlength(printable(line))


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
def font(points: float, bold: bool) -> ImageFont.FreeTypeFont:
    # The basic layout: the other one hangs on a library that a machine may have or lack.
    return ImageFont.truetype(_font_file(bold), points * DPI / 72, layout_engine=ImageFont.Layout.BASIC)


@cache
def _charmap() -> frozenset[int]:
    return frozenset(get_font(str(_font_file(bold=True))).get_charmap()) & frozenset(
        get_font(str(_font_file(bold=False))).get_charmap()
    )
