from __future__ import annotations

import asyncio
from datetime import UTC, datetime, timedelta

import pytest
from sqlalchemy import func, select, update
from sqlalchemy.exc import DBAPIError

from bot.domain.errors import DomainError, Forbidden
from bot.domain.people import Role
from bot.domain.releases import Turnout
from bot.use_cases import surveys, waves
from bot.use_cases.news import JOINED
from storage import Storage, Transaction, tables
from storage.tables import closed_tallies, dialogs, outbox, releases, survey_bag, survey_drafts, wave_tokens
from storage.tokens import Participation
from storage.updates import set_dialog
from tests.factories import NOW, make_district, make_person
from tests.use_cases.district import PACK, fill, fill_and_send, make_asked_district, start

# A wave begun on 1 September in Moscow ends with 15 September.
LAST_MIDNIGHT = datetime(2026, 9, 15, 21, 0, tzinfo=UTC)
NEXT_MORNING = datetime(2026, 9, 16, 5, 0, tzinfo=UTC)


async def notices(tx: Transaction, name: str) -> dict[int, tuple[dict[str, object], datetime]]:
    """Person → what they are told as news of this name, and when it is due."""
    rows = await tx.execute(
        select(outbox.c.person_id, outbox.c.args, outbox.c.due_at).where(outbox.c.notice == "news")
    )
    return {
        row.person_id: (piece["args"], row.due_at)
        for row in rows
        for piece in row.args["news"]
        if piece["notice"] == name
    }


async def test_every_teacher_of_the_district_is_asked_once(storage: Storage) -> None:
    async with storage.begin() as tx:
        district = await make_asked_district(tx, Первая=2, Вторая=1)
        elsewhere = await make_asked_district(tx, Чужая=1)
        wave = await start(tx, district)
        asked = {teacher.id for teachers in district.teachers.values() for teacher in teachers}
        args = {"wave": wave, "title": PACK.title["ru"], "minutes": 3, "last_day": "2026-09-15"}
        args |= {"audience": "teachers"}
        assert await notices(tx, "wave-open") == dict.fromkeys(asked, (args, NOW + JOINED))
        tokens = await tx.execute(select(wave_tokens.c.person_id, wave_tokens.c.spent))
        assert {tuple(row) for row in tokens} == {(person, False) for person in asked}
        with pytest.raises(DomainError, match="error-wave-open"):
            await start(tx, district)
        assert await start(tx, elsewhere) != wave


async def test_two_starts_at_once_have_one_winner(storage: Storage) -> None:
    async with storage.begin() as tx:
        district = await make_asked_district(tx, Первая=1)

    async def one() -> str:
        try:
            async with storage.begin() as tx:
                await start(tx, district)
        except DomainError as error:
            return error.key
        return "started"

    assert sorted(await asyncio.gather(one(), one(), one())) == ["error-wave-open"] * 2 + ["started"]


async def test_nobody_to_ask_starts_nothing(sqlite_storage: Storage) -> None:
    async with sqlite_storage.begin() as tx:
        district = await make_asked_district(tx, Первая=0)
        with pytest.raises(DomainError, match="error-wave-no-teachers"):
            await start(tx, district)


async def test_a_closed_wave_forgets_who_answered_and_what_was_begun(storage: Storage) -> None:
    async with storage.begin() as tx:
        district = await make_asked_district(tx, Первая=7, Третья=6)
        wave = await start(tx, district)
        for teacher in district.teachers["Первая"][:6]:
            await fill_and_send(tx, teacher, wave)
        unsent, other = district.teachers["Третья"][:2]
        await fill(tx, unsent, wave)
        for person, key in ((unsent, str(wave)), (other, f"{wave}-{district.schools['Третья']}")):
            await set_dialog(tx, person.account_id, "survey-line", {"wave": key, "item": "why"}, now=NOW)
        await set_dialog(tx, district.coordinator.account_id, "note", {"task": 1}, now=NOW)
        for _ in range(2):
            await waves.close_wave(tx, district.coordinator, wave, now=NOW)
        for table in (survey_drafts, survey_bag, wave_tokens):
            assert (await tx.execute(select(func.count()).select_from(table))).scalar_one() == 0
        assert (await tx.execute(select(dialogs.c.state))).scalars().all() == ["note"]
        assert await notices(tx, "profile-ready") == await notices(tx, "wave-open") == {}
        with pytest.raises(DomainError, match="error-survey-closed"):
            await surveys.open_survey(tx, unsent, wave, now=NOW)
        report = await waves.see_wave(tx, district.coordinator, wave)
        assert report.participation == Participation(13, 6)
        assert [(r.school.name, r.turnout) for r in report.schools] == [
            ("Первая", Turnout(7, 6, 0)),
            ("Третья", Turnout(6, 0, 5)),
        ]


async def test_a_release_is_made_once_tells_the_heads_and_takes_the_answers_place(storage: Storage) -> None:
    async with storage.begin() as tx:
        district = await make_asked_district(tx, Первая=7, Вторая=5, Третья=6)
        wave = await start(tx, district)
        for teacher in (*district.teachers["Первая"][:6], *district.teachers["Вторая"]):
            await fill_and_send(tx, teacher, wave)
        with pytest.raises(DomainError, match="error-wave-not-closed"):
            await waves.release_wave(tx, district.coordinator, wave, now=NOW)
        await waves.close_wave(tx, district.coordinator, wave, now=NOW)
        before = await waves.see_wave(tx, district.coordinator, wave)
        for hours in (0, 1):
            await waves.release_wave(tx, district.coordinator, wave, now=NOW + timedelta(hours=hours))
        after = await waves.see_wave(tx, district.coordinator, wave)
        assert (after.schools, after.participation) == (before.schools, before.participation)
        assert (before.wave.is_released, after.wave.is_released) == (False, True)
        assert (await tx.execute(select(func.count()).select_from(closed_tallies))).scalar_one() == 0
        assert (await tx.execute(select(releases.c.released_at))).scalars().all() == [NOW]
        assert await notices(tx, "profile-ready") == {
            district.heads[name].id: ({"wave": wave, "school": district.schools[name]}, NOW + JOINED)
            for name in ("Первая", "Вторая")
        }
        told = {"wave": wave, "school": district.schools["Третья"], "title": PACK.title["ru"]}
        assert await notices(tx, "results-hidden") == {
            district.heads["Третья"].id: (told | {"missing": 5, "profile": True}, NOW + JOINED)
        }


async def test_the_calendar_closes_a_wave_at_local_midnight_and_tells_in_the_morning(
    storage: Storage,
) -> None:
    async with storage.begin() as tx:
        district = await make_asked_district(tx, Первая=5)
        wave = await start(tx, district)
        for teacher in district.teachers["Первая"]:
            await fill_and_send(tx, teacher, wave)
        assert await waves.close_due_waves(tx, LAST_MIDNIGHT - timedelta(seconds=1)) == 0
        late = await make_person(tx, Role.TEACHER, district.id, district.schools["Первая"])
        last_moment = LAST_MIDNIGHT - timedelta(seconds=1)
        assert (await surveys.open_survey(tx, late, wave, now=last_moment)).wave.id == wave
        assert await surveys.list_surveys(tx, late, now=LAST_MIDNIGHT) == []
        with pytest.raises(DomainError, match="error-survey-closed"):
            await surveys.open_survey(tx, late, wave, now=LAST_MIDNIGHT)
        assert await waves.close_due_waves(tx, LAST_MIDNIGHT + timedelta(seconds=20)) == 1
        assert await waves.close_due_waves(tx, LAST_MIDNIGHT + timedelta(seconds=40)) == 0
        told = {district.coordinator.id: ({"wave": wave}, NEXT_MORNING + JOINED)}
        assert (await notices(tx, "wave-closed"), await notices(tx, "profile-ready")) == (told, {})
        report = await waves.see_wave(tx, district.coordinator, wave)
        assert (str(report.wave.first_day), str(report.wave.last_day)) == ("2026-09-01", "2026-09-15")


@pytest.mark.parametrize(
    ("state", "changed"),
    [
        ("open", {"anonymous": False}),
        ("open", {"breakdown": "district"}),
        ("open", {"stage": "final"}),
        ("closed", {"state": "open"}),
        ("released", {"state": "closed"}),
    ],
)
async def test_the_database_itself_keeps_a_waves_promise(
    storage: Storage, state: str, changed: dict[str, object]
) -> None:
    async with storage.begin() as tx:
        district = await make_asked_district(tx, Первая=1)
        wave = await start(tx, district)
        if state != "open":
            await waves.close_wave(tx, district.coordinator, wave, now=NOW)
        if state == "released":
            await waves.release_wave(tx, district.coordinator, wave, now=NOW)
    with pytest.raises(DBAPIError, match="a wave keeps its promise"):
        async with storage.begin() as tx:
            await tx.execute(update(tables.waves).where(tables.waves.c.id == wave).values(changed))


async def test_an_open_wave_tells_nothing_by_school(sqlite_storage: Storage) -> None:
    async with sqlite_storage.begin() as tx:
        district = await make_asked_district(tx, Первая=6)
        wave = await start(tx, district)
        for teacher in district.teachers["Первая"][:5]:
            await fill_and_send(tx, teacher, wave)
        report = await waves.see_wave(tx, district.coordinator, wave)
        assert (report.participation.sent, report.participation.asked, report.schools) == (5, 6, ())


@pytest.mark.parametrize("role", [Role.COORDINATOR, Role.EXPERT, Role.HEAD, Role.TEACHER])
async def test_a_wave_is_the_business_of_its_own_coordinator(sqlite_storage: Storage, role: Role) -> None:
    async with sqlite_storage.begin() as tx:
        district = await make_asked_district(tx, Первая=1)
        elsewhere = await make_district(tx, "Другой район")
        stranger = await make_person(tx, role, elsewhere if role is Role.COORDINATOR else district.id)
        wave = await start(tx, district)
        code = PACK.code
        for attempt in (
            lambda: waves.list_waves(tx, stranger, district.id),
            lambda: waves.prepare_wave(tx, stranger, district_id=district.id, questionnaire=code, now=NOW),
            lambda: waves.start_wave(tx, stranger, district_id=district.id, questionnaire=code, now=NOW),
            lambda: waves.see_wave(tx, stranger, wave),
            lambda: waves.see_wave(tx, district.coordinator, wave + 1),
            lambda: waves.close_wave(tx, stranger, wave, now=NOW),
            lambda: waves.release_wave(tx, stranger, wave, now=NOW),
        ):
            with pytest.raises(Forbidden):
                await attempt()
