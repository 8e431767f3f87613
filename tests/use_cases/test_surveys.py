from __future__ import annotations

import asyncio
from datetime import timedelta

import pytest
from sqlalchemy import func, select

from bot.domain.errors import DomainError, Forbidden, Outdated
from bot.domain.people import Person, Role
from bot.domain.releases import Tally
from bot.domain.surveys import SKIPPED
from bot.use_cases import surveys
from bot.use_cases.mornings import send_mornings
from bot.use_cases.sheets import Sheet
from storage import Storage, Transaction
from storage.outbox import close_notice
from storage.people import set_morning
from storage.responses import tally_in
from storage.tables import outbox, survey_bag, survey_drafts, wave_tokens
from tests.factories import NOW, make_person
from tests.use_cases.district import PACK, fill, fill_and_send, make_asked_district, start

ITEMS = [item.id for item in PACK.items]


async def answer(tx: Transaction, teacher: Person, wave: int, item: str, value: str) -> Sheet:
    return await surveys.answer_item(tx, teacher, wave_id=wave, item_id=item, value=value, now=NOW)


async def test_answers_are_saved_one_by_one_and_the_first_gap_is_next(storage: Storage) -> None:
    async with storage.begin() as tx:
        district = await make_asked_district(tx, Первая=1)
        wave = await start(tx, district)
        teacher = district.teachers["Первая"][0]
        steps = [
            (ITEMS[0], "1", 1),
            (ITEMS[2], "2", 1),
            (ITEMS[0], "4", 1),
            (ITEMS[0], "4", 1),
            (ITEMS[1], "3", 3),
        ]
        for item, value, gap in steps:
            sheet = await answer(tx, teacher, wave, item, value)
            assert sheet.gap == PACK.items[gap]
    async with storage.begin() as tx:  # as after a restart
        sheet = await surveys.open_survey(tx, teacher, wave, now=NOW)
        assert (sheet.gap, sheet.answers) == (PACK.items[3], {ITEMS[0]: "4", ITEMS[1]: "3", ITEMS[2]: "2"})


async def test_an_item_can_be_passed_over_and_only_offered_answers_are_kept(sqlite_storage: Storage) -> None:
    async with sqlite_storage.begin() as tx:
        district = await make_asked_district(tx, Первая=1)
        wave = await start(tx, district)
        teacher = district.teachers["Первая"][0]
        with pytest.raises(DomainError, match="error-answer-unknown"):
            await answer(tx, teacher, wave, ITEMS[0], "6")
        with pytest.raises(Outdated):
            await answer(tx, teacher, wave, "no-such-item", "1")
        sheet = await surveys.skip(tx, teacher, wave_id=wave, item_id=ITEMS[1], now=NOW)
        assert (sheet.answers, sheet.given) == ({ITEMS[1]: SKIPPED}, {})


async def test_sending_parts_the_answers_from_their_author(storage: Storage) -> None:
    async with storage.begin() as tx:
        district = await make_asked_district(tx, Первая=1)
        wave = await start(tx, district)
        teacher = district.teachers["Первая"][0]
        with pytest.raises(Outdated):
            await surveys.send_survey(tx, teacher, wave, now=NOW)
        await fill(tx, teacher, wave, "2")
        await surveys.skip(tx, teacher, wave_id=wave, item_id=ITEMS[1], now=NOW)
        await surveys.send_survey(tx, teacher, wave, now=NOW)
        stored = [row._asdict() for row in await tx.execute(select(survey_bag))]
        counts = {item: {"2": 1} for item in ITEMS if item != ITEMS[1]}
        school = district.schools["Первая"]
        assert [tally_in(row.pop("sums")) for row in stored] == [Tally(1, counts)]
        assert stored == [{"wave_id": wave, "school_id": school}]
        assert (await tx.execute(select(func.count()).select_from(survey_drafts))).scalar_one() == 0
        assert (await tx.execute(select(wave_tokens.c.spent))).scalars().all() == [True]
        for act in (
            surveys.send_survey(tx, teacher, wave, now=NOW),
            surveys.open_survey(tx, teacher, wave, now=NOW),
            answer(tx, teacher, wave, ITEMS[0], "1"),
        ):
            with pytest.raises(DomainError, match="error-survey-sent"):
                await act


async def test_five_sends_at_once_are_one_response(storage: Storage) -> None:
    async with storage.begin() as tx:
        district = await make_asked_district(tx, Первая=1)
        wave = await start(tx, district)
        teacher = district.teachers["Первая"][0]
        await fill(tx, teacher, wave)

    async def one() -> str:
        try:
            async with storage.begin() as tx:
                await surveys.send_survey(tx, teacher, wave, now=NOW)
        except DomainError as error:
            return error.key
        return "sent"

    ends = await asyncio.gather(*(one() for _ in range(5)))
    # A loser between whose looks the winner commits finds the draft gone already.
    assert (ends.count("sent"), {*ends} - {"error-survey-sent", "error-outdated"}) == (1, {"sent"})
    async with storage.read() as tx:
        [sums] = (await tx.execute(select(survey_bag.c.sums))).scalars()
        assert tally_in(sums).people == 1


async def test_a_teacher_who_comes_late_is_asked_too(sqlite_storage: Storage) -> None:
    async with sqlite_storage.begin() as tx:
        district = await make_asked_district(tx, Первая=1)
        wave = await start(tx, district)
        late = await make_person(tx, Role.TEACHER, district.id, district.schools["Первая"])
        assert [asked.wave.id for asked in await surveys.list_surveys(tx, late, now=NOW)] == [wave]
        await fill_and_send(tx, late, wave)


async def test_a_survey_is_for_the_teachers_of_its_district(sqlite_storage: Storage) -> None:
    async with sqlite_storage.begin() as tx:
        district = await make_asked_district(tx, Первая=1)
        elsewhere = await make_asked_district(tx, Чужая=1)
        wave = await start(tx, district)
        teacher, stranger = district.teachers["Первая"][0], elsewhere.teachers["Чужая"][0]
        assert await surveys.list_surveys(tx, stranger, now=NOW) == []
        for person, wave_id in (
            (stranger, wave),
            (district.heads["Первая"], wave),
            (district.coordinator, wave),
            (teacher, wave + 1),
        ):
            with pytest.raises(Forbidden):
                await surveys.open_survey(tx, person, wave_id, now=NOW)
            with pytest.raises(Forbidden):
                await answer(tx, person, wave_id, ITEMS[0], "1")
        assert (await tx.execute(select(func.count()).select_from(wave_tokens))).scalar_one() == 1


async def test_who_has_not_sent_is_reminded_in_the_message_of_the_day(storage: Storage) -> None:
    """Three times in two weeks, never by a message of its own, and who has sent is left alone."""
    async with storage.begin() as tx:
        district = await make_asked_district(tx, Первая=2)
        wave = await start(tx, district)
        late, sent = district.teachers["Первая"]
        await fill_and_send(tx, sent, wave)
        for teacher in (late, sent):
            await set_morning(tx, teacher.id, NOW + timedelta(hours=23))
    reminded = []
    for day in range(1, 18):
        async with storage.begin() as tx:
            await send_mornings(tx, NOW + timedelta(days=day))
            o = outbox.c
            found = select(o.id, o.person_id, o.args).where(o.notice == "morning", o.outcome.is_(None))
            for row in (await tx.execute(found)).all():
                for survey in row.args["surveys"]:
                    reminded.append((day, row.person_id, survey["days_left"]))
                await close_notice(tx, row.id, outcome="sent", now=NOW)
    # The twelfth day is a Sunday, on which nobody is written to.
    assert reminded == [(7, late.id, 7), (13, late.id, 1), (14, late.id, 0)]
