from __future__ import annotations

import pytest

from bot.domain.errors import DomainError, Forbidden
from bot.domain.people import Role
from bot.domain.risk import Level
from bot.use_cases import profiles, waves
from bot.use_cases.profiles import Hidden
from storage import Storage
from tests.factories import NOW, make_person
from tests.use_cases.district import District, fill_and_send, make_asked_district, start


async def run_wave(storage: Storage, teachers: dict[str, int], value: str = "3") -> tuple[District, int]:
    """A closed wave in which every teacher gave every item the same answer."""
    async with storage.begin() as tx:
        district = await make_asked_district(tx, **teachers)
        wave = await start(tx, district)
        for school in district.teachers.values():
            for teacher in school:
                await fill_and_send(tx, teacher, wave, value)
        await waves.close_wave(tx, district.coordinator, wave, now=NOW)
    return district, wave


@pytest.mark.parametrize(
    ("teachers", "hidden"),
    [
        ({"А": 5, "Б": 6}, {}),
        ({"А": 5, "Б": 4}, {"А": Hidden.REMAINDER, "Б": Hidden.FEW}),
        ({"А": 7, "Б": 5, "В": 1}, {"Б": Hidden.REMAINDER, "В": Hidden.FEW}),
        ({"А": 7, "Б": 2, "В": 3}, {"Б": Hidden.FEW, "В": Hidden.FEW}),
        ({"А": 5, "Б": 0}, {"Б": Hidden.FEW}),
    ],
)
async def test_no_shown_profile_gives_away_a_small_school(
    sqlite_storage: Storage, teachers: dict[str, int], hidden: dict[str, Hidden]
) -> None:
    district, wave = await run_wave(sqlite_storage, teachers)
    async with sqlite_storage.read() as tx:
        report = await waves.see_wave(tx, district.coordinator, wave)
        assert [(r.school.name, r.people, r.hidden) for r in report.schools] == [
            (name, people, hidden.get(name)) for name, people in teachers.items()
        ]
        for name, school in district.schools.items():
            history = await profiles.see_profile_history(tx, district.heads[name], school)
            assert history.latest is not None
            assert history.latest.result.hidden is hidden.get(name)
            assert (history.latest.profile is None) == (name in hidden)


async def test_a_profile_is_computed_from_the_answers_of_its_school(storage: Storage) -> None:
    district, wave = await run_wave(storage, {"Первая": 6}, "1")
    async with storage.read() as tx:
        found = await profiles.see_profile(
            tx, district.coordinator, wave_id=wave, school_id=district.schools["Первая"]
        )
    assert found.profile is not None
    shown = {f.factor: (f.level, f.percent, f.known, f.total, f.people) for f in found.profile.factors}
    # The first option is the worse one everywhere but in disruptions and extra lessons.
    assert shown == {
        1: (Level.HIGH, 100, 3, 4, 6),
        2: (Level.INSUFFICIENT, None, 0, 3, 0),
        3: (Level.HIGH, 100, 4, 5, 6),
        4: (Level.HIGH, 100, 1, 2, 6),
        5: (Level.INSUFFICIENT, None, 0, 2, 0),
        6: (Level.HIGH, 100, 2, 3, 6),
        7: (Level.INSUFFICIENT, None, 1, 3, 6),
        8: (Level.MEDIUM, 50, 2, 3, 6),
        9: (Level.LOW, 0, 1, 1, 6),
        10: (Level.HIGH, 100, 2, 3, 6),
    }


async def test_an_open_wave_has_no_profiles(sqlite_storage: Storage) -> None:
    async with sqlite_storage.begin() as tx:
        district = await make_asked_district(tx, Первая=5)
        wave = await start(tx, district)
        school, head = district.schools["Первая"], district.heads["Первая"]
        for teacher in district.teachers["Первая"]:
            await fill_and_send(tx, teacher, wave)
        assert (await profiles.see_profile_history(tx, head, school)).latest is None
        with pytest.raises(DomainError, match="error-profile-wave-open"):
            await profiles.see_profile(tx, head, wave_id=wave, school_id=school)


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
