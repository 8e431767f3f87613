"""Whom one may invite, and where: the places of a district and who is already there."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date

from bot.domain.access import INVITE_ACTIONS, Action, Place, may, require
from bot.domain.errors import Forbidden
from bot.domain.people import SCHOOL_ROLES, Membership, Person, Role
from storage import Transaction
from storage.districts import Body, get_organisation, get_school, list_organisations, list_schools
from storage.habits import list_leaves
from storage.people import list_people


@dataclass(frozen=True, slots=True)
class Places:
    schools: list[Body]
    organisations: list[Body]


@dataclass(frozen=True, slots=True)
class Colleague:
    name: str
    role: Role  # here
    acting: bool  # … but only for somebody else
    leave: date | None  # until when they are away


@dataclass(frozen=True, slots=True)
class Staff:
    place: Body
    people: list[Colleague]
    invitable: tuple[Role, ...]  # roles that the asking person may invite here


async def list_places(tx: Transaction, actor: Person, district_id: int) -> Places:
    require(actor, Action.INVITE, Place(district_id))
    return Places(await list_schools(tx, district_id), await list_organisations(tx, district_id))


async def see_school(tx: Transaction, actor: Person, school_id: int) -> Staff:
    school = await get_school(tx, school_id)
    if school is None:
        raise Forbidden
    place = Place(school.district_id, school_id)
    require(actor, Action.INVITE, place)
    people = await list_people(tx, school.district_id, school_id=school_id)
    here = await _colleagues(tx, people, lambda membership: membership.school_id == school_id)
    return Staff(school, here, _invitable(actor, SCHOOL_ROLES, place))


async def see_organisation(tx: Transaction, actor: Person, organisation_id: int) -> Staff:
    body = await get_organisation(tx, organisation_id)
    if body is None:
        raise Forbidden
    place = Place(body.district_id, organisation_id=organisation_id)
    require(actor, Action.INVITE, place)
    people = await list_people(tx, body.district_id, organisation_id=organisation_id)
    here = await _colleagues(tx, people, lambda membership: membership.organisation_id == organisation_id)
    return Staff(body, here, _invitable(actor, (Role.METHODIST,), place))


async def _colleagues(
    tx: Transaction, people: Sequence[Person], works_here: Callable[[Membership], bool]
) -> list[Colleague]:
    leaves = await list_leaves(tx, [p.id for p in people])
    return [
        Colleague(p.name, m.role, m.acting, leaves.get(p.id))
        for p in people
        for m in p.memberships
        if works_here(m)
    ]


def _invitable(actor: Person, roles: tuple[Role, ...], place: Place) -> tuple[Role, ...]:
    return tuple(role for role in roles if may(actor, INVITE_ACTIONS[role], place))
