"""Responsible parties: what their words mean in a district, asked once and remembered."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Select, func, select, update

from bot.domain.binding import Binding, Target
from bot.domain.plan import Party, PartyKind
from storage.engine import Transaction
from storage.tables import activities, activity_parties, organisations, parties, schools
from storage.upsert import upsert


@dataclass(frozen=True, slots=True)
class StoredParty:
    id: int
    district_id: int
    key: str  # the normalised words
    text: str  # as first written
    kind: PartyKind
    binding: Binding | None  # None: not asked yet
    place: str  # the bound school's or organisation's name, or ""


@dataclass(frozen=True, slots=True)
class PartyUse:
    """A party of a plan and the rows that name it."""

    party: StoredParty
    rows: int
    numbers: tuple[str, ...]  # of these rows, as written, in order


async def remember_parties(tx: Transaction, district_id: int, found: Mapping[str, Party]) -> dict[str, int]:
    """Note the parties, by key, that the district has not met yet; the id of each key."""
    if not found:
        return {}
    rows = [
        {"district_id": district_id, "key": key, "text": party.text, "kind": party.kind.value}
        for key, party in found.items()
    ]
    await tx.execute(upsert(tx, parties).on_conflict_do_nothing(), rows)
    p = parties.c
    stored = await tx.execute(select(p.key, p.id).where(p.district_id == district_id, p.key.in_(found)))
    return {row.key: row.id for row in stored}


async def get_party(tx: Transaction, party_id: int) -> StoredParty | None:
    row = (await tx.execute(_party().where(parties.c.id == party_id))).first()
    return _to_party(row) if row else None


async def list_uses(tx: Transaction, plan_id: int) -> list[PartyUse]:
    """Each distinct party of the plan in the order of first mention, in one query."""
    a, link = activities.c, activity_parties.c
    rows = await tx.execute(
        _party()
        .add_columns(a.number)
        .join(activity_parties, link.party_id == parties.c.id)
        .join(activities, a.id == link.activity_id)
        .where(a.plan_id == plan_id)
        .order_by(a.position, link.position)
    )
    found: dict[int, StoredParty] = {}
    numbers: dict[int, list[str]] = {}
    for row in rows:
        found.setdefault(row.id, _to_party(row))
        numbers.setdefault(row.id, []).append(row.number)
    return [PartyUse(party, len(numbers[i]), tuple(filter(None, numbers[i]))) for i, party in found.items()]


async def count_unbound(tx: Transaction, plan_id: int) -> int:
    link = activity_parties.c
    found = await tx.execute(
        select(func.count(parties.c.id.distinct()))
        .join(activity_parties, link.party_id == parties.c.id)
        .join(activities, activities.c.id == link.activity_id)
        .where(activities.c.plan_id == plan_id, parties.c.target.is_(None))
    )
    return int(found.scalar_one())


async def list_parties_of(tx: Transaction, activity_id: int) -> list[StoredParty]:
    """The accountable one first."""
    link = activity_parties.c
    rows = await tx.execute(
        _party()
        .join(activity_parties, link.party_id == parties.c.id)
        .where(link.activity_id == activity_id)
        .order_by(link.position)
    )
    return [_to_party(row) for row in rows]


async def list_bindings(tx: Transaction, plan_id: int) -> dict[int, list[Binding]]:
    """The bindings of each activity's parties, the accountable one first; unbound ones are left out."""
    p, link = parties.c, activity_parties.c
    rows = await tx.execute(
        select(link.activity_id, p.target, p.school_id, p.organisation_id)
        .join(parties, p.id == link.party_id)
        .join(activities, activities.c.id == link.activity_id)
        .where(activities.c.plan_id == plan_id, p.target.is_not(None))
        .order_by(link.activity_id, link.position)
    )
    found: dict[int, list[Binding]] = {}
    for row in rows:
        binding = Binding(Target(row.target), row.school_id, row.organisation_id)
        found.setdefault(row.activity_id, []).append(binding)
    return found


async def bind(tx: Transaction, bindings: Mapping[int, Binding]) -> None:
    """Remember what these parties mean in their district."""
    for party_ids, binding in _grouped(bindings):
        await tx.execute(
            update(parties)
            .where(parties.c.id.in_(party_ids))
            .values(
                target=binding.target.value,
                school_id=binding.school_id,
                organisation_id=binding.organisation_id,
            )
        )


def _grouped(bindings: Mapping[int, Binding]) -> Sequence[tuple[list[int], Binding]]:
    groups: dict[Binding, list[int]] = {}
    for party_id, binding in bindings.items():
        groups.setdefault(binding, []).append(party_id)
    return [(ids, binding) for binding, ids in groups.items()]


def _party() -> Select[Any]:
    p = parties.c
    place = func.coalesce(schools.c.name, organisations.c.name, "").label("place")
    return (
        select(p.id, p.district_id, p.key, p.text, p.kind, p.target, p.school_id, p.organisation_id, place)
        .select_from(parties)
        .outerjoin(schools, schools.c.id == p.school_id)
        .outerjoin(organisations, organisations.c.id == p.organisation_id)
    )


def _to_party(row: Any) -> StoredParty:
    binding = Binding(Target(row.target), row.school_id, row.organisation_id) if row.target else None
    return StoredParty(row.id, row.district_id, row.key, row.text, PartyKind(row.kind), binding, row.place)
