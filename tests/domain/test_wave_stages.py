from __future__ import annotations

from datetime import date

import pytest

from bot.domain.wave_stages import Stage, is_entry_of, proposed_stage

LAST_YEAR, SEPTEMBER, JANUARY, AUGUST = (
    date(2026, 5, 20),
    date(2026, 9, 1),
    date(2027, 1, 15),
    date(2027, 8, 31),
)


@pytest.mark.parametrize(
    ("earlier", "today", "stage"),
    [
        ((), SEPTEMBER, Stage.ENTRY),
        ((LAST_YEAR,), SEPTEMBER, Stage.ENTRY),
        ((SEPTEMBER,), JANUARY, Stage.INTERIM),
        ((LAST_YEAR, SEPTEMBER, JANUARY), AUGUST, Stage.INTERIM),
        ((SEPTEMBER, JANUARY), date(2027, 9, 1), Stage.ENTRY),
    ],
)
def test_a_school_years_first_wave_is_the_entry(earlier: tuple[date, ...], today: date, stage: Stage) -> None:
    assert proposed_stage(earlier, today) is stage


@pytest.mark.parametrize(
    ("stage", "day", "is_entry"),
    [
        (Stage.ENTRY, SEPTEMBER, True),
        (Stage.INTERIM, SEPTEMBER, False),
        (Stage.ENTRY, LAST_YEAR, False),
    ],
)
def test_a_wave_is_measured_against_the_entry_of_its_school_year(
    stage: Stage, day: date, is_entry: bool
) -> None:
    assert is_entry_of(stage, day, date(2027, 5, 20)) is is_entry
