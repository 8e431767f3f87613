"""One visual language for every chart: sizes, and one colour a status or level everywhere.

The colours are those of Okabe and Ito, told apart with every kind of colour vision, with greys for what
has not begun; they differ in lightness as well, and words stand beside them always. They are the same on
light and on dark paper; what a chart is written with is named by a tone, which each paper has its own
colour for.
"""

from __future__ import annotations

from collections.abc import Mapping

from bot.domain.progress import Status
from bot.domain.risk import Level

WIDTH = 1080  # pixels: a phone's width
DPI = 200  # 12 points are 33 of 1080 pixels, on a phone the size of its own menus
MARGIN = 40
GAP = 24

BODY = 12.0  # points; nothing is smaller
HEADING = 13.0
TITLE = 15.0
BAR_HEIGHT = 46

LINE_WIDTH = 6
DOT = 13  # radius

# Tones.
INK, QUIET, TRACK, PAPER = "ink", "quiet", "track", "paper"
LIGHT: Mapping[str, str] = {INK: "#1F1F1F", QUIET: "#595959", TRACK: "#EDEDED", PAPER: "#FFFFFF"}
DARK: Mapping[str, str] = {INK: "#F2F2F2", QUIET: "#B8B8B8", TRACK: "#3A3A3C", PAPER: "#1C1C1E"}
INSIDE = "#1F1F1F"  # reads well on every colour below, on either paper

STATUS_COLOURS: Mapping[Status, str] = {
    Status.DONE: "#009E73",
    Status.PARTLY: "#CC79A7",
    Status.REPORTED: "#56B4E9",
    Status.OPEN: "#F0E442",
    Status.OVERDUE: "#D55E00",
    Status.PLANNED: "#D4D4D4",
    Status.WAITING: "#999999",
}
LEVEL_COLOURS: Mapping[Level, str] = {
    Level.HIGH: "#D55E00",
    Level.MEDIUM: "#F0E442",
    Level.LOW: "#009E73",
    Level.INSUFFICIENT: PAPER,  # hatched
}
HATCHED = frozenset({Level.INSUFFICIENT})

BETTER, WORSE, ALIKE = "#009E73", "#D55E00", "#999999"  # as done, as overdue, as what waits
NOW = "#56B4E9"  # of two waves or halves of a year: the latest

COLOURS = tuple(
    colour for colour in dict.fromkeys((*STATUS_COLOURS.values(), *LEVEL_COLOURS.values())) if colour != PAPER
)
