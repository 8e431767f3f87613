"""People, their memberships and consents."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import replace
from datetime import datetime

from sqlalchemy import Select, and_, insert, select, update

from bot.domain.people import Membership, Person, Role
from storage.districts import LOCAL_ZONE
from storage.engine import Transaction
from storage.tables import consents, districts, memberships, people, schools

_PersonRows = Select[int, int, str, str, bool, bool, str, int, int, int, datetime | None]


async def get_person(tx: Transaction, account_id: int) -> Person | None:
    """The registered person behind a messenger account."""
    found = await _people(tx, _with_memberships().where(people.c.account_id == account_id))
    return found[0] if found else None


async def get_people(tx: Transaction, person_ids: Collection[int]) -> list[Person]:
    return await _people(tx, _with_memberships().where(people.c.id.in_(person_ids)).order_by(people.c.id))


async def list_people(
    tx: Transaction,
    district_id: int,
    *,
    roles: Sequence[Role] = (),
    school_id: int | None = None,
    organisation_id: int | None = None,
) -> list[Person]:
    """People who have one of ``roles`` in the district, narrowed to a school or a body."""
    wanted = select(memberships.c.person_id).where(memberships.c.district_id == district_id)
    if roles:
        wanted = wanted.where(memberships.c.role.in_([r.value for r in roles]))
    if school_id is not None:
        wanted = wanted.where(memberships.c.school_id == school_id)
    if organisation_id is not None:
        wanted = wanted.where(memberships.c.organisation_id == organisation_id)
    return await _people(tx, _with_memberships().where(people.c.id.in_(wanted)).order_by(people.c.id))


async def has_admin(tx: Transaction) -> bool:
    found = await tx.execute(select(memberships.c.id).where(memberships.c.role == Role.ADMIN.value).limit(1))
    return found.first() is not None


async def add_person(tx: Transaction, *, account_id: int, name: str, language: str, now: datetime) -> int:
    result = await tx.execute(
        insert(people)
        .values(account_id=account_id, name=name, language=language, reachable=True, created_at=now)
        .returning(people.c.id)
    )
    return int(result.scalar_one())


async def add_membership(tx: Transaction, person_id: int, membership: Membership, *, now: datetime) -> None:
    """Give a role in a place; having it already changes nothing."""
    m = memberships.c
    same = and_(
        m.person_id == person_id,
        m.role == membership.role.value,
        m.district_id.is_not_distinct_from(membership.district_id),
        m.school_id.is_not_distinct_from(membership.school_id),
        m.organisation_id.is_not_distinct_from(membership.organisation_id),
        m.until.is_not_distinct_from(membership.until),
    )
    if (await tx.execute(select(m.id).where(same))).first():
        return
    await tx.execute(
        insert(memberships).values(
            person_id=person_id,
            role=membership.role.value,
            district_id=membership.district_id,
            school_id=membership.school_id,
            organisation_id=membership.organisation_id,
            since=now,
            until=membership.until,
        )
    )


async def add_consent(tx: Transaction, person_id: int, *, text_version: str, given_at: datetime) -> None:
    await tx.execute(
        insert(consents).values(person_id=person_id, text_version=text_version, given_at=given_at)
    )


async def set_name(tx: Transaction, person_id: int, name: str) -> None:
    await tx.execute(update(people).where(people.c.id == person_id).values(name=name))


async def set_language(tx: Transaction, person_id: int, language: str) -> None:
    await tx.execute(update(people).where(people.c.id == person_id).values(language=language))


async def set_dark_charts(tx: Transaction, person_id: int, *, dark: bool) -> None:
    await tx.execute(update(people).where(people.c.id == person_id).values(dark_charts=dark))


async def set_reachable(tx: Transaction, account_id: int, *, reachable: bool) -> None:
    await tx.execute(update(people).where(people.c.account_id == account_id).values(reachable=reachable))


async def set_morning(tx: Transaction, person_id: int, morning_at: datetime) -> None:
    await tx.execute(update(people).where(people.c.id == person_id).values(morning_at=morning_at))


async def get_zone(tx: Transaction, person_id: int) -> str:
    """The time zone of the person's first place; Moscow's for one who has none (the admin)."""
    found = await tx.execute(
        select(LOCAL_ZONE)
        .join(memberships, memberships.c.district_id == districts.c.id)
        .join(schools, schools.c.id == memberships.c.school_id, isouter=True)
        .where(memberships.c.person_id == person_id)
        .order_by(memberships.c.id)
        .limit(1)
    )
    return found.scalar_one_or_none() or "Europe/Moscow"


def _with_memberships() -> _PersonRows:
    m = memberships.c
    return (
        select(
            people.c.id,
            people.c.account_id,
            people.c.name,
            people.c.language,
            people.c.reachable,
            people.c.dark_charts,
            m.role,
            m.district_id,
            m.school_id,
            m.organisation_id,
            m.until,
        )
        .join(memberships, m.person_id == people.c.id, isouter=True)
        .order_by(people.c.id, m.id)
    )


async def _people(tx: Transaction, query: _PersonRows) -> list[Person]:
    found: dict[int, Person] = {}
    held: dict[int, list[Membership]] = {}
    for row in await tx.execute(query):
        person_id, account_id, name, language, reachable, dark, role, district, school, body, until = row
        found[person_id] = Person(
            person_id, account_id, name, language, reachable=reachable, dark_charts=dark
        )
        if role is not None:
            held.setdefault(person_id, []).append(Membership(Role(role), district, school, body, until))
    return [replace(person, memberships=tuple(held.get(person.id, ()))) for person in found.values()]
