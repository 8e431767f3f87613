"""What a deadline phrase means: its kind, its windows, its rule, and what is doubtful about it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Any, NamedTuple


class DeadlineKind(StrEnum):
    DATE = "date"  # one exact day
    BY = "by"  # not later than a day
    PERIOD = "period"  # one window
    PERIODS = "periods"  # several windows, each an occurrence with a report of its own
    RECURRING = "recurring"  # an RFC 5545 rule
    CONTINUOUS = "continuous"  # all the time; gets checkpoints
    UNSCHEDULED = "unscheduled"  # hangs on somebody else's schedule; waits for a date
    UNKNOWN = "unknown"  # not understood; a person is asked


@dataclass(frozen=True, slots=True)
class MonthDay:
    """A day whose year cannot be known; written ``--09-01``."""

    month: int
    day: int

    def __str__(self) -> str:
        return f"--{self.month:02}-{self.day:02}"


Day = date | MonthDay


class Window(NamedTuple):
    """First and last day of one occurrence, both inclusive; an open side is ``None``."""

    start: Day | None
    end: Day | None
    label: str = ""  # the occurrence's own name, when the document gives one («1 мониторинг»)


class Deadline(NamedTuple):
    """A phrase as written and what it was understood to mean."""

    phrase: str
    kind: DeadlineKind
    windows: tuple[Window, ...] = ()
    rule: str | None = None  # RFC 5545 RRULE value without DTSTART: «FREQ=MONTHLY»
    doubts: tuple[str, ...] = ()  # codes, see docs/reading-deadlines.md


def parse_day(text: str) -> Day:
    """The inverse of ``str(day)`` for both kinds of day."""
    if text.startswith("--"):
        month, day = text[2:].split("-")
        return MonthDay(int(month), int(day))
    return date.fromisoformat(text)


def deadline_to_json(deadline: Deadline) -> dict[str, Any]:
    """The DEADLINE object of the command-line contract; ``label`` stands only where there is one."""

    def window(w: Window) -> dict[str, str | None]:
        sides: dict[str, str | None] = {
            "start": str(w.start) if w.start else None,
            "end": str(w.end) if w.end else None,
        }
        return sides | ({"label": w.label} if w.label else {})

    return {
        "phrase": deadline.phrase,
        "kind": deadline.kind.value,
        "windows": [window(w) for w in deadline.windows],
        "rule": deadline.rule,
        "doubts": list(deadline.doubts),
    }


def deadline_from_json(data: Mapping[str, Any]) -> Deadline:
    """The inverse of :func:`deadline_to_json`."""
    windows: Iterable[Mapping[str, str | None]] = data["windows"]
    return Deadline(
        phrase=data["phrase"],
        kind=DeadlineKind(data["kind"]),
        windows=tuple(
            Window(
                start=parse_day(w["start"]) if w["start"] else None,
                end=parse_day(w["end"]) if w["end"] else None,
                label=w.get("label") or "",
            )
            for w in windows
        ),
        rule=data["rule"],
        doubts=tuple(data["doubts"]),
    )
