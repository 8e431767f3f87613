from __future__ import annotations

import pytest

from bot.domain.anonymity import Breakdown
from bot.domain.errors import DomainError, Forbidden
from bot.domain.people import Role
from bot.domain.risk import Level
from bot.use_cases import profiles, waves
from storage import Storage
from tests.factories import NOW, make_person
from tests.use_cases.district import District, close_and_release, fill_and_send, make_asked_district, start


async def run_wave(
    storage: Storage,
    teachers: dict[str, int],
    value: str = "3",
    breakdown: Breakdown = Breakdown.SCHOOLS,
) -> tuple[District, int]:
    """A released wave in which every teacher gave every item the same answer."""
    async with storage.begin() as tx:
        district = await make_asked_district(tx, **teachers)
        wave = await start(tx, district, breakdown=breakdown)
        for school in district.teachers.values():
            for teacher in school:
                await fill_and_send(tx, teacher, wave, value)
        await close_and_release(tx, district, wave)
    return district, wave


@pytest.mark.parametrize(
    ("breakdown", "teachers", "missing", "beside"),
    [
        (Breakdown.SCHOOLS, {"А": 5, "Б": 6}, [0, 0], {}),
        (Breakdown.SCHOOLS, {"А": 5, "Б": 4}, [0, 1], {}),
        (Breakdown.SCHOOLS, {"А": 5, "Б": 0}, [0, 5], {}),
        (Breakdown.TOGETHER, {"А": 7, "Б": 2, "В": 3}, [0, 0, 0], {"Б": ("В",), "В": ("Б",)}),
        (Breakdown.TOGETHER, {"А": 7, "Б": 2, "В": 1}, [0, 2, 2], {}),
        (Breakdown.DISTRICT, {"А": 2, "Б": 3}, [0, 0], {"А": ("Б",), "Б": ("А",)}),
        (Breakdown.DISTRICT, {"А": 2, "Б": 1}, [2, 2], {}),
    ],
)
async def test_no_shown_profile_is_of_few_people(
    sqlite_storage: Storage,
    breakdown: Breakdown,
    teachers: dict[str, int],
    missing: list[int],
    beside: dict[str, tuple[str, ...]],
) -> None:
    district, wave = await run_wave(sqlite_storage, teachers, breakdown=breakdown)
    async with sqlite_storage.read() as tx:
        report = await waves.see_wave(tx, district.coordinator, wave)
        assert [(r.school.name, r.turnout.sent, r.turnout.missing, r.beside) for r in report.schools] == [
            (name, people, lacks, beside.get(name, ()))
            for (name, people), lacks in zip(teachers.items(), missing, strict=True)
        ]
        for result in report.schools:
            head = district.heads[result.school.name]
            history = await profiles.see_profile_history(tx, head, result.school.id)
            assert history.latest is not None
            assert history.latest.result == result
            assert (history.latest.profile is None) == result.hidden


async def test_a_profile_is_computed_from_what_was_released_of_its_school(storage: Storage) -> None:
    district, wave = await run_wave(storage, {"Первая": 10}, "1")
    async with storage.read() as tx:
        found = await profiles.see_profile(
            tx, district.coordinator, wave_id=wave, school_id=district.schools["Первая"]
        )
    assert found.profile is not None
    shown = {f.factor: (f.level, f.percent, f.known, f.total, f.people) for f in found.profile.factors}
    # The first option is the worse one everywhere but in disruptions and extra lessons. That all said the
    # same is not told: «six to ten of ten» is 80 %.
    assert shown == {
        1: (Level.HIGH, 80, 3, 4, 10),
        2: (Level.INSUFFICIENT, None, 0, 3, 0),
        3: (Level.HIGH, 80, 4, 5, 10),
        4: (Level.HIGH, 80, 1, 2, 10),
        5: (Level.INSUFFICIENT, None, 0, 2, 0),
        6: (Level.HIGH, 80, 2, 3, 10),
        7: (Level.INSUFFICIENT, None, 1, 3, 10),
        8: (Level.MEDIUM, 50, 2, 3, 10),
        9: (Level.LOW, 20, 1, 1, 10),
        10: (Level.HIGH, 80, 2, 3, 10),
    }


async def test_a_wave_has_no_profiles_before_its_release(sqlite_storage: Storage) -> None:
    async with sqlite_storage.begin() as tx:
        district = await make_asked_district(tx, Первая=5)
        wave = await start(tx, district)
        school, head = district.schools["Первая"], district.heads["Первая"]
        for teacher in district.teachers["Первая"]:
            await fill_and_send(tx, teacher, wave)
        for error in ("error-profile-wave-open", "error-profile-not-released"):
            assert (await profiles.see_profile_history(tx, head, school)).latest is None
            with pytest.raises(DomainError, match=error):
                await profiles.see_profile(tx, head, wave_id=wave, school_id=school)
            await waves.close_wave(tx, district.coordinator, wave, now=NOW)


async def test_a_head_sees_the_own_school_only(sqlite_storage: Storage) -> None:
    district, wave = await run_wave(sqlite_storage, {"Первая": 5, "Вторая": 5})
    elsewhere, foreign_wave = await run_wave(sqlite_storage, {"Чужая": 5})
    async with sqlite_storage.begin() as tx:
        first, second = district.schools["Первая"], district.schools["Вторая"]
        deputy = await make_person(tx, Role.DEPUTY, district.id, first)
        for person, wave_id, school in (
            (district.heads["Вторая"], wave, first),
            (elsewhere.coordinator, wave, first),
            (district.teachers["Первая"][0], wave, first),
            (deputy, wave, first),
            (district.heads["Вторая"], foreign_wave, second),
            (district.heads["Вторая"], foreign_wave + 1, second),
            (district.coordinator, wave, second + 100),
        ):
            with pytest.raises(Forbidden):
                await profiles.see_profile(tx, person, wave_id=wave_id, school_id=school)
