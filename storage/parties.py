"""Responsible parties: what their words mean in a district, asked once and remembered."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from sqlalchemy import ColumnElement, Select, delete, func, insert, or_, select, update

from bot.domain.binding import Binding, Target
from bot.domain.plan import Party, PartyKind
from storage.engine import Transaction
from storage.tables import (
    activities,
    activity_parties,
    organisations,
    parties,
    party_schools,
    plans,
    schools,
)
from storage.upsert import upsert

_said = parties.alias("said")  # the words as they stand in a row
_meant = parties.alias("meant")  # the party that says what they mean: the same one, mostly
_ITS_MEANING = _meant.c.id == func.coalesce(_said.c.same_as_id, _said.c.id)


@dataclass(frozen=True, slots=True)
class StoredParty:
    id: int
    district_id: int
    key: str  # the words' meaning
    text: str  # as first written
    kind: PartyKind
    binding: Binding | None  # None: not asked yet
    place: str  # the bound school's or organisation's name, or ""


@dataclass(frozen=True, slots=True)
class PartyUse:
    """A party and the rows that name it, by any of its names."""

    party: StoredParty
    rows: int
    numbers: tuple[str, ...]  # of these rows, as written, in order
    names: tuple[str, ...] = ()  # as first written, the party's own among them


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
    """The party that these words mean."""
    found = await tx.execute(_party().join(_said, _ITS_MEANING).where(_said.c.id == party_id))
    return next(iter(await _with_clusters(tx, [_to_party(row) for row in found])), None)


async def list_uses(tx: Transaction, plan_id: int) -> list[PartyUse]:
    """Each distinct party of the plan in the order of first mention, in two queries."""
    a, link = activities.c, activity_parties.c
    rows = await tx.execute(
        _used().where(a.plan_id == plan_id, a.removed_at.is_(None)).order_by(a.position, link.position)
    )
    return await _uses(tx, rows)


async def list_district_parties(tx: Transaction, district_id: int) -> list[PartyUse]:
    """All that the district remembers, but what only its schools' own plans name, by words; two queries."""
    of_schools = select(plans.c.id).where(plans.c.district_id == district_id, plans.c.school_id.is_not(None))
    rows = await tx.execute(
        _used(isouter=True)
        .where(_meant.c.district_id == district_id, activities.c.removed_at.is_(None))
        .where(or_(activities.c.id.is_(None), activities.c.plan_id.not_in(of_schools)))
        .order_by(_meant.c.text, _meant.c.id, activities.c.plan_id, activities.c.position)
    )
    return await _uses(tx, rows)


def _used(*, isouter: bool = False) -> Select[Any]:
    """A party and one row that names it, as often as there are such rows; ``isouter``: at least once."""
    link = activity_parties.c
    return (
        _party()
        .add_columns(activities.c.id.label("activity_id"), activities.c.number, _said.c.text.label("said"))
        .join(_said, _ITS_MEANING)
        .join(activity_parties, link.party_id == _said.c.id, isouter=isouter)
        .join(activities, activities.c.id == link.activity_id, isouter=isouter)
    )


async def _uses(tx: Transaction, rows: Iterable[Any]) -> list[PartyUse]:
    found: dict[int, StoredParty] = {}
    numbers: dict[int, dict[int, str]] = {}
    names: dict[int, dict[str, None]] = {}
    for row in rows:
        found.setdefault(row.id, _to_party(row))
        if row.activity_id is not None:
            numbers.setdefault(row.id, {})[row.activity_id] = row.number
        names.setdefault(row.id, {row.text: None})[row.said] = None
    return [
        PartyUse(
            party,
            len(numbers.get(party.id, ())),
            tuple(filter(None, numbers.get(party.id, {}).values())),
            tuple(names[party.id]),
        )
        for party in await _with_clusters(tx, found.values())
    ]


async def count_unbound(tx: Transaction, plan_id: int) -> int:
    a, link = activities.c, activity_parties.c
    found = await tx.execute(
        select(func.count(_meant.c.id.distinct()))
        .join(_said, _ITS_MEANING)
        .join(activity_parties, link.party_id == _said.c.id)
        .join(activities, a.id == link.activity_id)
        .where(a.plan_id == plan_id, a.removed_at.is_(None), _meant.c.target.is_(None))
    )
    return int(found.scalar_one())


async def list_parties_of(tx: Transaction, activity_id: int) -> list[StoredParty]:
    """In the row's own words, the accountable one first."""
    link = activity_parties.c
    rows = await tx.execute(
        _party()
        .add_columns(_said.c.text.label("said"))
        .join(_said, _ITS_MEANING)
        .join(activity_parties, link.party_id == _said.c.id)
        .where(link.activity_id == activity_id)
        .order_by(link.position)
    )
    return await _with_clusters(tx, [replace(_to_party(row), text=row.said) for row in rows])


async def list_bindings(tx: Transaction, plan_id: int) -> dict[int, list[Binding]]:
    """The bindings of each activity's parties, the accountable one first; unbound ones are left out."""
    link = activity_parties.c
    rows = await tx.execute(
        _party()
        .add_columns(link.activity_id)
        .join(_said, _ITS_MEANING)
        .join(activity_parties, link.party_id == _said.c.id)
        .join(activities, activities.c.id == link.activity_id)
        .where(activities.c.plan_id == plan_id, _meant.c.target.is_not(None))
        .order_by(link.activity_id, link.position)
    )
    used = [(row.activity_id, _to_party(row)) for row in rows]
    bound = {p.id: p.binding for p in await _with_clusters(tx, {p.id: p for _, p in used}.values())}
    found: dict[int, list[Binding]] = {}
    for activity_id, party in used:
        if binding := bound[party.id]:
            found.setdefault(activity_id, []).append(binding)
    return found


async def bind(tx: Transaction, bindings: Mapping[int, Binding | None]) -> None:
    """Remember what these parties mean in their district; None: to be asked again."""
    for party_ids, binding in _grouped(bindings):
        await tx.execute(
            update(parties)
            .where(parties.c.id.in_(party_ids))
            .values(
                target=binding.target.value if binding else None,
                school_id=binding.school_id if binding else None,
                organisation_id=binding.organisation_id if binding else None,
            )
        )
        await tx.execute(delete(party_schools).where(party_schools.c.party_id.in_(party_ids)))
        cluster = binding.cluster if binding else ()
        chosen = [{"party_id": p, "school_id": s} for p in party_ids for s in cluster]
        if chosen:
            await tx.execute(insert(party_schools), chosen)


async def unite(tx: Transaction, party_id: int, with_id: int) -> None:
    """From now on the words of the one party, and all its other names, mean the other."""
    p = parties.c
    await tx.execute(
        update(parties)
        .where(or_(p.id == party_id, p.same_as_id == party_id))
        .values(same_as_id=with_id, target=None, school_id=None, organisation_id=None)
    )
    await tx.execute(delete(party_schools).where(party_schools.c.party_id == party_id))


async def part(tx: Transaction, party_id: int) -> None:
    """Every other name of the party is a party of its own again, which nobody has been asked about."""
    await tx.execute(update(parties).where(parties.c.same_as_id == party_id).values(same_as_id=None))


def _grouped(bindings: Mapping[int, Binding | None]) -> Sequence[tuple[list[int], Binding | None]]:
    groups: dict[Binding | None, list[int]] = {}
    for party_id, binding in bindings.items():
        groups.setdefault(binding, []).append(party_id)
    return [(ids, binding) for binding, ids in groups.items()]


def _party() -> Select[Any]:
    p = _meant.c
    place: ColumnElement[str] = func.coalesce(schools.c.name, organisations.c.name, "").label("place")
    return (
        select(p.id, p.district_id, p.key, p.text, p.kind, p.target, p.school_id, p.organisation_id, place)
        .select_from(_meant)
        .outerjoin(schools, schools.c.id == p.school_id)
        .outerjoin(organisations, organisations.c.id == p.organisation_id)
    )


def _to_party(row: Any) -> StoredParty:
    binding = Binding(Target(row.target), row.school_id, row.organisation_id) if row.target else None
    return StoredParty(row.id, row.district_id, row.key, row.text, PartyKind(row.kind), binding, row.place)


async def _with_clusters(tx: Transaction, found: Collection[StoredParty]) -> list[StoredParty]:
    """The parties, those that mean some of the schools with their list of them."""
    ids = {party.id for party in found if party.binding and party.binding.target is Target.CLUSTER}
    if not ids:
        return list(found)
    c = party_schools.c
    chosen: dict[int, list[int]] = {}
    for row in await tx.execute(select(c.party_id, c.school_id).where(c.party_id.in_(ids)).order_by(*c)):
        chosen.setdefault(row.party_id, []).append(row.school_id)
    return [
        replace(party, binding=replace(party.binding, cluster=tuple(chosen.get(party.id, ()))))
        if party.binding and party.id in ids
        else party
        for party in found
    ]
