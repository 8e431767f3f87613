"""What the morning messages need: whose morning has come, who is staffed, what is put off."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from sqlalchemy import bindparam, select, update

from bot.domain.people import Membership, Role
from storage.engine import Transaction
from storage.tables import districts, memberships, outbox, people, reports, snoozes
from storage.upsert import upsert


@dataclass(frozen=True, slots=True)
class DuePerson:
    """A person whose morning has come; without a membership in a district there is no ``zone``."""

    id: int
    reachable: bool
    last_on: date | None
    memberships: tuple[Membership, ...]
    zone: str
    morning_hour: int


@dataclass(frozen=True, slots=True)
class NextMorning:
    person_id: int
    morning_at: datetime | None
    last_on: date | None


async def lock_due_people(tx: Transaction, *, now: datetime) -> list[DuePerson]:
    """People whose morning has come, locked until this transaction ends; one query when there are none."""
    p = people.c
    due = await tx.execute(
        select(p.id, p.reachable, p.last_morning_on)
        .where(p.morning_at <= now)
        .order_by(p.id)
        .with_for_update(skip_locked=True)
    )
    found = due.all()
    if not found:
        return []
    held, clocks = await _memberships(tx, [row.id for row in found])
    return [
        DuePerson(
            row.id, row.reachable, row.last_morning_on, tuple(held[row.id]), *clocks.get(row.id, ("", 0))
        )
        for row in found
    ]


async def _memberships(
    tx: Transaction, person_ids: Collection[int]
) -> tuple[Mapping[int, list[Membership]], Mapping[int, tuple[str, int]]]:
    """Memberships by person, and the zone and morning hour of each one's first district."""
    m = memberships.c
    rows = await tx.execute(
        select(
            m.person_id,
            m.role,
            m.district_id,
            m.school_id,
            m.organisation_id,
            districts.c.zone,
            districts.c.morning_hour,
        )
        .join(districts, districts.c.id == m.district_id)
        .where(m.person_id.in_(person_ids))
        .order_by(m.id)
    )
    held: dict[int, list[Membership]] = defaultdict(list)
    clocks: dict[int, tuple[str, int]] = {}
    for person_id, role, district, school, body, zone, hour in rows:
        held[person_id].append(Membership(Role(role), district, school, body))
        clocks.setdefault(person_id, (zone, hour))
    return held, clocks


async def set_mornings(tx: Transaction, mornings: Sequence[NextMorning]) -> None:
    statement = (
        update(people)
        .where(people.c.id == bindparam("person"))
        .values(morning_at=bindparam("morning"), last_morning_on=bindparam("last"))
    )
    rows = [{"person": m.person_id, "morning": m.morning_at, "last": m.last_on} for m in mornings]
    await tx.execute(statement, rows)


async def list_staffed_schools(tx: Transaction, district_ids: Collection[int]) -> set[int]:
    """Schools with a deputy whom messages reach: there the head is not the first to be reminded."""
    m = memberships.c
    rows = await tx.execute(
        select(m.school_id)
        .join(people, people.c.id == m.person_id)
        .where(m.district_id.in_(district_ids), m.role == Role.DEPUTY.value, people.c.reachable.is_(True))
    )
    return {school for (school,) in rows if school is not None}


async def list_unreachable(tx: Transaction, district_ids: Collection[int]) -> Mapping[int, list[str]]:
    """District → names of its people whom no message reaches."""
    m = memberships.c
    rows = await tx.execute(
        select(m.district_id, people.c.name)
        .join(people, people.c.id == m.person_id)
        .where(m.district_id.in_(district_ids), people.c.reachable.is_(False))
        .distinct()
        .order_by(people.c.name)
    )
    found: dict[int, list[str]] = defaultdict(list)
    for district, name in rows:
        found[district].append(name)
    return found


async def list_put_off(tx: Transaction, person_ids: Collection[int]) -> list[tuple[int, int, date]]:
    """(person, task, the day on which it is shown again)."""
    s = snoozes.c
    rows = await tx.execute(select(s.person_id, s.task_id, s.until_on).where(s.person_id.in_(person_ids)))
    return [tuple(row) for row in rows]


async def list_drafts(tx: Transaction, person_ids: Collection[int]) -> list[tuple[int, int, datetime]]:
    """(person, task, when the unsent report was last touched)."""
    r = reports.c
    rows = await tx.execute(
        select(r.person_id, r.task_id, r.touched_at).where(r.person_id.in_(person_ids), r.sent_at.is_(None))
    )
    return [tuple(row) for row in rows]


async def queue_mornings(
    tx: Transaction, messages: Iterable[tuple[int, date, Mapping[str, Any]]], *, notice: str, now: datetime
) -> None:
    """Queue (person, local day, arguments) as that person's only message of that day."""
    rows = [
        {
            "person_id": person_id,
            "notice": notice,
            "args": dict(args),
            "dedupe": f"{notice}:{person_id}:{day.isoformat()}",
            "due_at": now,
        }
        for person_id, day, args in messages
    ]
    if rows:
        await tx.execute(upsert(tx, outbox).on_conflict_do_nothing(), rows)
