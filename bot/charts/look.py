"""One visual language for every chart: sizes, and one colour a status or level everywhere.

The colours are those of Okabe and Ito, told apart with every kind of colour vision, with greys for what
has not begun; they differ in lightness as well, and words stand beside them always.
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

INK = "#1F1F1F"  # reads well on every colour below
QUIET = "#595959"
TRACK = "#EDEDED"
PAPER = "#FFFFFF"

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
    Level.INSUFFICIENT: "#FFFFFF",  # hatched
}
HATCHED = frozenset({Level.INSUFFICIENT})

GROUNDS = tuple(dict.fromkeys((PAPER, TRACK, *STATUS_COLOURS.values(), *LEVEL_COLOURS.values())))
