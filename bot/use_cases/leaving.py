"""Somebody leaves a school or an organisation: what they had begun passes to another, their rights end.

Tasks belong to places, so none of them has to be moved; a person holds the reports they began and the
tasks that were given to them by name.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from bot.domain.access import INVITE_ACTIONS, Action, Place, may, require
from bot.domain.errors import Forbidden
from bot.domain.people import Membership, Person, Role
from bot.use_cases.news import tell
from storage import Transaction, leaving, substitutes
from storage.districts import get_organisation, get_school
from storage.news import News
from storage.people import list_people


@dataclass(frozen=True, slots=True)
class Workplace:
    word: str  # «s12», «o3»: short enough for a button
    name: str
    place: Place


@dataclass(frozen=True, slots=True)
class Leaver:
    person: Person
    roles: tuple[Role, ...]  # that end
    drafts: int  # reports begun and not sent
    given: int  # unfinished tasks that are theirs by name


@dataclass(frozen=True, slots=True)
class Leaving:
    workplace: Workplace
    leaver: Leaver
    successors: tuple[Person, ...]  # who may go on with what was begun


@dataclass(frozen=True, slots=True)
class SeenOff:
    workplace: Workplace
    leaver: Leaver
    successor: str  # "" for nobody
    drafts: int  # that the successor got


async def list_leavers(tx: Transaction, actor: Person, word: str) -> tuple[Workplace, list[Leaver]]:
    """The people of the place whom this person may let go."""
    workplace = await _workplace(tx, actor, word)
    return workplace, await _leavers(tx, actor, workplace, await _staff(tx, workplace))


async def ask_successor(tx: Transaction, actor: Person, word: str, person_id: int) -> Leaving:
    workplace = await _workplace(tx, actor, word)
    staff = await _staff(tx, workplace)
    leavers = await _leavers(tx, actor, workplace, staff)
    leaver = next((found for found in leavers if found.person.id == person_id), None)
    if leaver is None:
        raise Forbidden
    successors = (p for p in staff if p.id != person_id and may(p, Action.FILE_REPORT, workplace.place))
    return Leaving(workplace, leaver, tuple(successors))


async def see_off(
    tx: Transaction, actor: Person, word: str, person_id: int, successor_id: int, *, now: datetime
) -> SeenOff:
    """End the person's roles there; what they had begun becomes the successor's, or stays theirs (0)."""
    found = await ask_successor(tx, actor, word, person_id)
    successor = next((person for person in found.successors if person.id == successor_id), None)
    if successor_id and successor is None:
        raise Forbidden
    place, drafts = found.workplace.place, 0
    if successor:
        drafts = await leaving.give_drafts(tx, person_id, successor.id, place)
        await leaving.give_hands(tx, person_id, successor.id, place, now=now)
    if place.school_id:
        for standing_in in await substitutes.list_of_person(tx, person_id, place.school_id):
            await substitutes.end(tx, standing_in, now=now)
    await leaving.end_memberships(tx, person_id, place, found.leaver.roles)
    done = SeenOff(found.workplace, found.leaver, successor.name if successor else "", drafts)
    await _tell(tx, actor, done, successor, now=now)
    return done


async def _tell(
    tx: Transaction, actor: Person, done: SeenOff, successor: Person | None, *, now: datetime
) -> None:
    place, leaver = done.workplace.place, done.leaver.person
    assert place.district_id is not None
    stamp = f"left:{done.workplace.word}:{leaver.id}:{now:%Y%m%d%H%M%S}"
    news = [News(leaver.id, "left", {"place": done.workplace.name}, f"{stamp}:{leaver.id}")]
    if successor and successor.id != actor.id:
        args = {"name": leaver.name, "drafts": done.drafts, "given": done.leaver.given}
        news.append(News(successor.id, "handed-over", args, f"{stamp}:given"))
    coordinators = await list_people(tx, place.district_id, roles=(Role.COORDINATOR,))
    heads: Sequence[Person] = ()
    if place.school_id:
        heads = await list_people(tx, place.district_id, roles=(Role.HEAD,), school_id=place.school_id)
    args = {"name": leaver.name, "place": done.workplace.name, "successor": done.successor}
    asked = {person.id for person in (*coordinators, *heads)} - {actor.id, leaver.id}
    news += [News(person, "left-known", args, f"{stamp}:{person}") for person in sorted(asked)]
    await tell(tx, news, now=now)


async def _leavers(
    tx: Transaction, actor: Person, workplace: Workplace, staff: Sequence[Person]
) -> list[Leaver]:
    """Whom one may invite to a role, one may also let go from it; nobody lets themselves go."""
    ids = [person.id for person in staff]
    drafts = await leaving.count_drafts(tx, ids, workplace.place)
    given = await leaving.count_given(tx, ids, workplace.place)
    roles = {
        person.id: tuple(
            dict.fromkeys(
                m.role
                for m in person.memberships
                if _is_at(m, workplace.place) and may(actor, INVITE_ACTIONS[m.role], workplace.place)
            )
        )
        for person in staff
    }
    return [
        Leaver(person, roles[person.id], drafts.get(person.id, 0), given.get(person.id, 0))
        for person in staff
        if roles[person.id] and person.id != actor.id
    ]


async def _staff(tx: Transaction, workplace: Workplace) -> list[Person]:
    place = workplace.place
    assert place.district_id is not None
    return await list_people(
        tx, place.district_id, school_id=place.school_id, organisation_id=place.organisation_id
    )


async def _workplace(tx: Transaction, actor: Person, word: str) -> Workplace:
    kind, number = word[:1], word[1:]
    if kind not in ("s", "o") or not (number.isascii() and number.isdigit()):
        raise Forbidden
    body = await (get_school if kind == "s" else get_organisation)(tx, int(number))
    if body is None:
        raise Forbidden
    place = Place(body.district_id, *((body.id, None) if kind == "s" else (None, body.id)))
    require(actor, Action.INVITE, place)
    return Workplace(word, body.name, place)


def _is_at(membership: Membership, place: Place) -> bool:
    if place.school_id:
        return membership.school_id == place.school_id
    return membership.organisation_id == place.organisation_id
