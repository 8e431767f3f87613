"""Ten factors as buttons; each press gives the next level: none, low, medium, high, none again."""

from __future__ import annotations

from collections.abc import Mapping

from bot.domain.risk import FACTORS, Level
from bot.screen import Button, Row, button, text

_IN_A_ROW = 5  # numbers
NOTHING = "none"  # in a button: no level
_NEXT = {None: Level.LOW, Level.LOW: Level.MEDIUM, Level.MEDIUM: Level.HIGH, Level.HIGH: None}


def level_rows(levels: Mapping[int, Level], route: str, *args: object) -> tuple[Row, ...]:
    """``route`` takes ``args``, the factor, and the level that the press gives."""
    buttons = [_button(factor, levels.get(factor), route, *args) for factor in FACTORS]
    return tuple(tuple(buttons[at : at + 2]) for at in range(0, len(buttons), 2))


def number_rows(route: str, *args: object, after: tuple[object, ...] = ()) -> tuple[Row, ...]:
    """Ten factors by their numbers; ``route`` takes ``args``, the factor, and what comes ``after``."""
    buttons = [
        button(text("button-profile-why", number=factor), route, *args, factor, *after) for factor in FACTORS
    ]
    return tuple(tuple(buttons[at : at + _IN_A_ROW]) for at in range(0, len(buttons), _IN_A_ROW))


def level_of_button(value: str) -> Level | None:
    """Raises ValueError for what is no level that a person may choose."""
    if value == NOTHING:
        return None
    level = Level(value)
    if level is Level.INSUFFICIENT:
        raise ValueError(value)
    return level


def _button(factor: int, level: Level | None, route: str, *args: object) -> Button:
    following = _NEXT[level]
    label = text(
        "button-factor-level", number=factor, level=text(f"short-{level.value if level else NOTHING}")
    )
    return button(label, route, *args, factor, following.value if following else NOTHING)
