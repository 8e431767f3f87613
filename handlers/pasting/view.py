"""How much of a pasted plan has come, and why what came is no plan."""

from __future__ import annotations

from bot.screen import Row, Screen, button, text
from handlers.shared import HOME_ROW

_ROWS: tuple[Row, ...] = (
    (button("button-paste-done", "paste-done"),),
    (button("button-paste-again", "paste-again"),),
    HOME_ROW,
)


def received(pieces: int, characters: int) -> Screen:
    return Screen(text("paste-received", pieces=pieces, characters=characters), _ROWS)


def unreadable(reason: str) -> Screen:
    """``reason`` is why a file of this text would be refused."""
    no_table = reason in ("error-document-no-table", "error-document-columns", "error-document-empty")
    return Screen(text("paste-no-table" if no_table else "paste-too-heavy"), _ROWS[1:], fresh=True)


def begin_again() -> Screen:
    return Screen(text("paste-begin-again"), (HOME_ROW,))
