"""What a check has found, in a catalogue's words; secrets are never among the arguments."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from bot.screen import Text, text


class State(StrEnum):
    OK = "ok"
    WARNING = "warning"  # the bot works, and somebody should look
    BROKEN = "broken"  # the bot does not work


@dataclass(frozen=True)
class Finding:
    """One line: ``what`` says what is so and, where it is not well, what to do."""

    state: State
    what: Text


def ok(key: str, **args: Any) -> Finding:
    return Finding(State.OK, text(key, **args))


def warning(key: str, **args: Any) -> Finding:
    return Finding(State.WARNING, text(key, **args))


def broken(key: str, **args: Any) -> Finding:
    return Finding(State.BROKEN, text(key, **args))
