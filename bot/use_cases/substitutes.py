"""«И. о. директора с … по …»: a head's rights lent to somebody of the school for some days."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, timedelta

from bot.domain.access import Action, Place, acts_for_another, require
from bot.domain.errors import DomainError, Forbidden
from bot.domain.local_time import day_begins, day_ends, local_day
from bot.domain.people import Person, Role
from bot.use_cases.news import tell
from bot.use_cases.tasks import read_window
from storage import Transaction, substitutes
from storage.districts import Body, get_district, get_school
from storage.news import News
from storage.people import list_people
from storage.substitutes import Substitution

MAX_DAYS = 183  # whoever stands in longer is the head
ROLES = (Role.DEPUTY, Role.TEACHER)  # who may be named


@dataclass(frozen=True, slots=True)
class Substitutes:
    school: Body
    named: tuple[Substitution, ...]  # now and later, by their first day
    candidates: tuple[Person, ...]


async def see_substitutes(tx: Transaction, actor: Person, school_id: int) -> Substitutes:
    school = await _school(tx, actor, school_id)
    staff = await list_people(tx, school.district_id, roles=ROLES, school_id=school_id)
    candidates = tuple(person for person in staff if person.id != actor.id)
    return Substitutes(school, tuple(await substitutes.list_substitutions(tx, school_id)), candidates)


async def ask_period(tx: Transaction, actor: Person, school_id: int, person_id: int) -> Person:
    """Who is to be named: somebody of the very school."""
    found = await see_substitutes(tx, actor, school_id)
    person = next((person for person in found.candidates if person.id == person_id), None)
    if person is None:
        raise Forbidden
    return person


async def name_substitute(
    tx: Transaction, actor: Person, *, school_id: int, person_id: int, phrase: str, now: datetime
) -> Substitutes:
    """Lend the head's rights for the days that ``phrase`` means, from today where it names no first one."""
    person = await ask_period(tx, actor, school_id, person_id)
    school = await _school(tx, actor, school_id)
    district = await get_district(tx, school.district_id)
    assert district is not None
    today = local_day(now, district.zone)
    start, last = read_window(phrase, today)
    first = start or today
    _check(first, last, today)
    for other in await substitutes.list_substitutions(tx, school_id):
        if other.first_on <= last and first <= other.last_on:
            raise DomainError("error-substitute-overlap", name=other.name, last=other.last_on)
    await substitutes.add_substitution(
        tx,
        school_id=school_id,
        person_id=person.id,
        days=(first, last),
        moments=(day_begins(first, district.zone), day_ends(last, district.zone)),
        named_by=actor.id,
        now=now,
    )
    await keep_substitutes(tx, now)
    args = {"school": school.name, "first": first.isoformat(), "last": last.isoformat()}
    heads = await list_people(tx, school.district_id, roles=(Role.HEAD,), school_id=school_id)
    asked = {head.id for head in heads} - {actor.id, person.id}
    stamp = f"substitute:{school_id}:{person.id}:{first}:{now:%Y%m%d%H%M%S}"
    news = [News(person.id, "substitute-named", args, stamp)]
    known = args | {"name": person.name}
    news += [News(head, "substitute-known", known, f"{stamp}:{head}") for head in sorted(asked)]
    await tell(tx, news, now=now)
    return await see_substitutes(tx, actor, school_id)


async def take_back(tx: Transaction, actor: Person, substitution_id: int, *, now: datetime) -> Substitutes:
    """End it now, or before it began."""
    found = await substitutes.get_substitution(tx, substitution_id)
    if found is None:
        raise Forbidden
    await _school(tx, actor, found.school_id)
    await substitutes.end(tx, found, now=now)
    return await see_substitutes(tx, actor, found.school_id)


async def keep_substitutes(tx: Transaction, now: datetime) -> None:
    """End those that are over and begin those whose first day has come."""
    for found in await substitutes.list_to_end(tx, now):
        await substitutes.end(tx, found, now=now)
    for found in await substitutes.list_to_begin(tx, now):
        await substitutes.begin(tx, found, now=now)


def _check(first: date, last: date, today: date) -> None:
    if last < today:
        raise DomainError("error-substitute-past")
    if last - first >= timedelta(days=MAX_DAYS):
        raise DomainError("error-substitute-long", max=MAX_DAYS)


async def _school(tx: Transaction, actor: Person, school_id: int) -> Body:
    """The school, for its head or the coordinator; who only stands in names nobody else."""
    school = await get_school(tx, school_id)
    if school is None:
        raise Forbidden
    place = Place(school.district_id, school_id)
    require(actor, Action.NAME_SUBSTITUTE, place)
    if acts_for_another(actor, Action.NAME_SUBSTITUTE, place):
        raise DomainError("error-substitute-chain")
    return school
