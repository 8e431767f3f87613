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
