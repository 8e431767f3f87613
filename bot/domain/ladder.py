"""The ladder of reminders as data: on which days a task of a kind is spoken of, and to whom it rises when.

A district may change it; what it left alone stays as usual.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum
from types import MappingProxyType
from typing import Any

from bot.domain.deadlines import DeadlineKind
from bot.domain.errors import DomainError, Outdated
from bot.domain.tasks import Task

LONG_WINDOW = 30  # days; a shorter window is announced when it opens instead of 14 days before its end


class Rung(StrEnum):
    """One day on which a task is spoken of."""

    OPENING = "open"  # of a window that is not long: the day it begins
    BEFORE_14 = "-14"  # of a long window
    BEFORE_7 = "-7"
    BEFORE_3 = "-3"
    BEFORE_1 = "-1"
    LAST_DAY = "0"
    AFTER_1 = "1"
    AFTER_3 = "3"
    AFTER_7 = "7"
    AFTER_14 = "14"

    @property
    def days(self) -> int:
        """Counted from the last day, minus is before; the opening has a day of its own."""
        if self is Rung.OPENING:
            raise LookupError("the opening is not counted from the last day")
        return int(self)

    @property
    def is_late(self) -> bool:
        return self is not Rung.OPENING and self.days > 0


class LadderKind(StrEnum):
    """Kinds of deadline that deserve ladders of their own; what waits for a date is asked for monthly."""

    DAY = "day"  # one day, or not later than one
    PERIOD = "period"
    PERIODS = "periods"  # several windows, each with a report of its own
    RECURRING = "recurring"
    CHECKPOINT = "checkpoint"  # of what goes on all the time


class Threshold(StrEnum):
    """After how many days others hear of it."""

    HEAD = "head"  # days late, from which the head hears of what a deputy owes
    AUTHORITY = "authority"  # … from which the authority does
    REPORT = "report"  # days a report waits until its head or the coordinator is reminded


CHOICES: Mapping[Threshold, tuple[int, ...]] = {
    Threshold.HEAD: (1, 3, 5, 7),
    Threshold.AUTHORITY: (7, 14, 21, 30),
    Threshold.REPORT: (2, 3, 5, 7),
}

_LATE = tuple(rung for rung in Rung if rung.is_late)
_FULL = frozenset(Rung)
# Whoever reports every month or every quarter knows it is due: fewer words before the day.
_REGULAR = frozenset({Rung.BEFORE_3, Rung.LAST_DAY, *_LATE})
_QUARTERLY = frozenset({Rung.BEFORE_7, Rung.LAST_DAY, *_LATE})

_USUAL_RUNGS: Mapping[LadderKind, frozenset[Rung]] = MappingProxyType(
    {
        LadderKind.DAY: _FULL,
        LadderKind.PERIOD: _FULL,
        LadderKind.PERIODS: _FULL,
        LadderKind.RECURRING: _REGULAR,
        LadderKind.CHECKPOINT: _QUARTERLY,
    }
)
_USUAL_THRESHOLDS: Mapping[Threshold, int] = MappingProxyType(
    {Threshold.HEAD: 3, Threshold.AUTHORITY: 14, Threshold.REPORT: 3}
)


@dataclass(frozen=True, slots=True)
class Ladders:
    """A district's ladders, one for each kind of deadline."""

    rungs: Mapping[LadderKind, frozenset[Rung]] = field(default_factory=lambda: _USUAL_RUNGS)
    thresholds: Mapping[Threshold, int] = field(default_factory=lambda: _USUAL_THRESHOLDS)

    def of(self, task: Task) -> frozenset[Rung]:
        return self.rungs[ladder_kind(task)]

    def late_days(self, task: Task) -> tuple[int, ...]:
        """Days after the last one on which whoever is to do the task hears of it."""
        return tuple(rung.days for rung in _LATE if rung in self.of(task))

    def heads_days(self, task: Task) -> tuple[int, ...]:
        """… and on which the head does, when a deputy is to do it."""
        first = self.thresholds[Threshold.HEAD]
        return (first, *(days for days in self.late_days(task) if days > first))

    @property
    def waiting_days(self) -> tuple[int, ...]:
        """Days of waiting on which whoever is to decide hears of a report; on the first as of a new one."""
        first = self.thresholds[Threshold.REPORT]
        return (1, first, *(rung.days for rung in _LATE if rung.days > first))

    def turned(self, kind: LadderKind, rung: Rung) -> Ladders:
        """With a rung put in or taken out; one at least stays."""
        rungs = self.rungs[kind] ^ {rung}
        if not rungs:
            raise DomainError("error-ladder-empty")
        return replace(self, rungs={**self.rungs, kind: rungs})

    def moved(self, threshold: Threshold, days: int) -> Ladders:
        if days not in CHOICES[threshold]:
            raise Outdated
        return replace(self, thresholds={**self.thresholds, threshold: days})


USUAL = Ladders()
LATEST = max(rung.days for rung in _LATE)  # days after the last one that any ladder speaks of


def ladder_kind(task: Task) -> LadderKind:
    if task.checkpoint:
        return LadderKind.CHECKPOINT
    match task.deadline_kind:
        case DeadlineKind.RECURRING:
            return LadderKind.RECURRING
        case DeadlineKind.PERIODS:
            return LadderKind.PERIODS
        case _ if task.window_start is None or task.window_start == task.window_end:
            return LadderKind.DAY
        case _:
            return LadderKind.PERIOD


def ladders_to_json(ladders: Ladders) -> dict[str, Any] | None:
    """Only what differs from the usual; None where nothing does."""
    rungs = {
        kind.value: [rung.value for rung in Rung if rung in chosen]
        for kind, chosen in ladders.rungs.items()
        if chosen != _USUAL_RUNGS[kind]
    }
    thresholds = {
        which.value: days for which, days in ladders.thresholds.items() if days != _USUAL_THRESHOLDS[which]
    }
    return {"rungs": rungs, "thresholds": thresholds} if rungs or thresholds else None


def ladders_from_json(data: Mapping[str, Any] | None) -> Ladders:
    """The inverse of :func:`ladders_to_json`."""
    if data is None:
        return USUAL
    rungs = {LadderKind(kind): frozenset(map(Rung, chosen)) for kind, chosen in data["rungs"].items()}
    thresholds = {Threshold(which): int(days) for which, days in data["thresholds"].items()}
    return Ladders({**_USUAL_RUNGS, **rungs}, {**_USUAL_THRESHOLDS, **thresholds})
