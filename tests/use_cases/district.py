"""A district with schools and teachers, ready to be asked."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from bot.domain.people import Person, Role
from bot.use_cases import surveys, waves
from bot.use_cases.questionnaires import teacher_questionnaires
from storage import Transaction
from tests.factories import NOW, make_district, make_person, make_school

PACK = teacher_questionnaires()[0]


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


async def start(tx: Transaction, district: District, now: datetime = NOW) -> int:
    return await waves.start_wave(
        tx, district.coordinator, district_id=district.id, questionnaire=PACK.code, now=now
    )


async def fill(tx: Transaction, teacher: Person, wave: int, value: str = "3") -> None:
    """Give every item the same answer."""
    for item in PACK.items:
        await surveys.answer_item(tx, teacher, wave_id=wave, item_id=item.id, value=value, now=NOW)


async def fill_and_send(tx: Transaction, teacher: Person, wave: int, value: str = "3") -> None:
    await fill(tx, teacher, wave, value)
    await surveys.send_survey(tx, teacher, wave, now=NOW)
