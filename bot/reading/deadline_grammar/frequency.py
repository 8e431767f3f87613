"""A frequency: how often something comes again, as the words name it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple


class Frequency(NamedTuple):
    """``times`` in every ``interval`` units; ``days`` are the weekdays of a weekly one."""

    unit: str  # day, week, decade, month, quarter, term, half, year; "" is the unit of the other one
    times: int = 1
    interval: int = 1
    days: tuple[str, ...] = ()
    month: int = 0  # which month of a quarter or a half-year: 1 is its first, -1 its last
    doubts: tuple[str, ...] = ()


def on_weekdays(frequencies: Sequence[Frequency], weekdays: Iterable[str]) -> list[Frequency]:
    """«раз в две недели», «по средам» or «(среда)» are one rhythm: the weekdays of a longest interval."""
    weekly = [frequency for frequency in frequencies if frequency.unit == "week"]
    if not weekly:
        return list(frequencies)
    days = tuple(dict.fromkeys([*(day for frequency in weekly for day in frequency.days), *weekdays]))
    longest = max(weekly, key=lambda frequency: frequency.interval)
    others = [frequency for frequency in frequencies if frequency.unit != "week"]
    doubts = tuple(dict.fromkeys(code for frequency in weekly for code in frequency.doubts))
    return [longest._replace(days=days, doubts=doubts), *others]
