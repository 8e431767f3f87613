"""A district with schools and teachers, ready to be asked."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from bot.domain.anonymity import Breakdown
from bot.domain.people import Person, Role
from bot.domain.surveys import Questionnaire
from bot.domain.wave_stages import Stage
from bot.questionnaires.packs import decode_pack, package_packs
from bot.use_cases import surveys, waves
from storage import Transaction
from storage.packs import add_district_pack, keep_pack
from tests.factories import NOW, make_district, make_person, make_school

PACK = package_packs()["risk-teachers"].questionnaire


@dataclass(frozen=True, slots=True)
class District:
    id: int
    coordinator: Person
    schools: Mapping[str, int]
    heads: Mapping[str, Person]
    teachers: Mapping[str, tuple[Person, ...]]


async def make_asked_district(tx: Transaction, **teachers: int) -> District:
    """A district whose schools, by name, have a head and so many teachers."""
    district = await make_district(tx)
    schools = {name: await make_school(tx, district, name) for name in teachers}
    return District(
        id=district,
        coordinator=await make_person(tx, Role.COORDINATOR, district),
        schools=schools,
        heads={name: await make_person(tx, Role.HEAD, district, schools[name]) for name in teachers},
        teachers={
            name: tuple([await make_person(tx, Role.TEACHER, district, schools[name]) for _ in range(n)])
            for name, n in teachers.items()
        },
    )


async def start(
    tx: Transaction,
    district: District,
    now: datetime = NOW,
    breakdown: Breakdown = Breakdown.SCHOOLS,
    code: str = PACK.code,
    stage: Stage | None = None,
) -> int:
    return await waves.start_wave(
        tx,
        district.coordinator,
        district_id=district.id,
        questionnaire=code,
        breakdown=breakdown,
        stage=stage,
        now=now,
    )


async def close_and_release(tx: Transaction, district: District, wave: int, now: datetime = NOW) -> None:
    await waves.close_wave(tx, district.coordinator, wave, now=now)
    await waves.release_wave(tx, district.coordinator, wave, now=now)


async def add_pack(tx: Transaction, district: District, source: str) -> Questionnaire:
    """A questionnaire of the district's own."""
    pack = decode_pack(source.encode())
    code, version = pack.questionnaire.code, pack.questionnaire.version
    await keep_pack(tx, pack.hash, pack.source)
    await add_district_pack(
        tx,
        district.id,
        pack=pack.hash,
        code=code,
        version=version,
        added_by=district.coordinator.id,
        now=NOW,
    )
    return pack.questionnaire


async def fill(tx: Transaction, teacher: Person, wave: int, value: str = "3") -> None:
    """Give every item the same answer."""
    for item in PACK.items:
        await surveys.answer_item(tx, teacher, wave_id=wave, item_id=item.id, value=value, now=NOW)


async def fill_and_send(tx: Transaction, teacher: Person, wave: int, value: str = "3") -> None:
    await fill(tx, teacher, wave, value)
    await surveys.send_survey(tx, teacher, wave, now=NOW)
