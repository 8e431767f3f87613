"""Who stands in for a school's head: named for some days, begun and ended by the clock."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from sqlalchemy import Select, delete, insert, select, update

from bot.domain.people import Membership, Role
from storage.engine import Transaction
from storage.people import add_membership
from storage.tables import memberships, people, schools, substitutions


@dataclass(frozen=True, slots=True)
class Substitution:
    id: int
    district_id: int
    school_id: int
    person_id: int
    name: str
    first_on: date
    last_on: date
    starts_at: datetime
    ends_at: datetime
    begun: bool


_S = substitutions.c


def _open() -> Select[Any]:
    """Those that are neither over nor taken back."""
    return (
        select(
            _S.id,
            schools.c.district_id,
            _S.school_id,
            _S.person_id,
            people.c.name,
            _S.first_on,
            _S.last_on,
            _S.starts_at,
            _S.ends_at,
            _S.begun_at.is_not(None),
        )
        .join(schools, schools.c.id == _S.school_id)
        .join(people, people.c.id == _S.person_id)
        .where(_S.ended_at.is_(None))
        .order_by(_S.starts_at, _S.id)
    )


async def list_substitutions(tx: Transaction, school_id: int) -> list[Substitution]:
    return await _list(tx, _open().where(_S.school_id == school_id))


async def get_substitution(tx: Transaction, substitution_id: int) -> Substitution | None:
    found = await _list(tx, _open().where(_S.id == substitution_id))
    return found[0] if found else None


async def list_to_begin(tx: Transaction, now: datetime) -> list[Substitution]:
    return await _list(tx, _open().where(_S.starts_at <= now, _S.begun_at.is_(None)))


async def list_to_end(tx: Transaction, now: datetime) -> list[Substitution]:
    return await _list(tx, _open().where(_S.ends_at <= now))


async def list_of_person(tx: Transaction, person_id: int, school_id: int) -> list[Substitution]:
    return await _list(tx, _open().where(_S.person_id == person_id, _S.school_id == school_id))


async def add_substitution(
    tx: Transaction,
    *,
    school_id: int,
    person_id: int,
    days: tuple[date, date],
    moments: tuple[datetime, datetime],
    named_by: int,
    now: datetime,
) -> None:
    """``moments``: the local midnights that begin the first of ``days`` and end the last."""
    await tx.execute(
        insert(substitutions).values(
            school_id=school_id,
            person_id=person_id,
            first_on=days[0],
            last_on=days[1],
            starts_at=moments[0],
            ends_at=moments[1],
            named_by=named_by,
            named_at=now,
        )
    )


async def begin(tx: Transaction, found: Substitution, *, now: datetime) -> None:
    """Give the head's rights until the end that was named; beginning twice changes nothing."""
    membership = Membership(Role.HEAD, found.district_id, found.school_id, until=found.ends_at)
    await add_membership(tx, found.person_id, membership, now=now)
    await tx.execute(update(substitutions).where(_S.id == found.id).values(begun_at=now))


async def end(tx: Transaction, found: Substitution, *, now: datetime) -> None:
    """Take the rights back, if they were given yet."""
    m = memberships.c
    await tx.execute(
        delete(memberships).where(
            m.person_id == found.person_id,
            m.school_id == found.school_id,
            m.role == Role.HEAD.value,
            m.until == found.ends_at,
        )
    )
    await tx.execute(update(substitutions).where(_S.id == found.id).values(ended_at=now))


async def _list(tx: Transaction, query: Select[Any]) -> list[Substitution]:
    return [Substitution(*row) for row in await tx.execute(query)]
