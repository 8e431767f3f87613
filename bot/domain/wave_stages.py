"""Which of a school year's waves of self-diagnosis one is: by it a reader knows what to compare with what."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from enum import StrEnum

from bot.domain.school_year import SchoolYear


class Stage(StrEnum):
    """Chosen when a wave is made, and kept."""

    ENTRY = "entry"  # before anything was done
    INTERIM = "interim"
    FINAL = "final"  # compared with the entry


def proposed_stage(earlier: Iterable[date], today: date) -> Stage:
    """By the first days of the earlier waves of one questionnaire: a school year's first is the entry.

    That a wave is the last only its coordinator knows.
    """
    year = SchoolYear.of(today)
    return Stage.INTERIM if any(SchoolYear.of(day) == year for day in earlier) else Stage.ENTRY


def is_entry_of(stage: Stage, day: date, later: date) -> bool:
    """Whether a wave that began on ``day`` is the one to measure that of the ``later`` day against.

    It is the entry of the same school year: what was before the summer is another beginning.
    """
    return stage is Stage.ENTRY and SchoolYear.of(day) == SchoolYear.of(later)
