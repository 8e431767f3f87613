"""When people are written to: what each of them and their first district say of it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import NamedTuple

from sqlalchemy import select

from bot.domain.days_off import Calendar
from bot.domain.people import Membership, Role
from bot.domain.rhythm import Habits, Rhythm
from storage.days_off import list_breaks
from storage.districts import LOCAL_ZONE
from storage.engine import Transaction
from storage.habits import HABITS, habits_from
from storage.tables import districts, memberships, people, schools

_DAY = timedelta(days=1)

Transfers = Callable[[int], Collection[date]]  # year → the holidays decreed for it


@dataclass(frozen=True, slots=True)
class WrittenTo:
    """A person as a reader of messages; without a membership in a district there is no ``rhythm``."""

    memberships: tuple[Membership, ...] = ()
    rhythm: Rhythm | None = None  # of the person's first district


class _Clock(NamedTuple):
    """What a person's first place says of time."""

    district_id: int
    zone: str
    morning_hour: int
    saturday_off: bool


async def list_rhythms(
    tx: Transaction, person_ids: Collection[int], *, today: date, transfers: Transfers
) -> Mapping[int, Rhythm]:
    """The rhythms of those of the people who have one; three queries."""
    rows = await tx.execute(select(people.c.id, *HABITS).where(people.c.id.in_(person_ids)))
    habits = {row.id: habits_from(row) for row in rows}
    found = await describe_readers(tx, habits, today=today, transfers=transfers)
    return {person: reader.rhythm for person, reader in found.items() if reader.rhythm}


async def describe_readers(
    tx: Transaction, habits: Mapping[int, Habits], *, today: date, transfers: Transfers
) -> Mapping[int, WrittenTo]:
    """Person → where they belong and when they are written to; ``habits`` of each are known."""
    held, clocks = await _memberships(tx, habits)
    breaks = await list_breaks(tx, {clock.district_id for clock in clocks.values()}, since=today - _DAY)
    calendars = {
        clock.district_id: Calendar(breaks.get(clock.district_id, ()), clock.saturday_off, transfers)
        for clock in clocks.values()
    }

    def rhythm(person_id: int) -> Rhythm | None:
        clock, own = clocks.get(person_id), habits[person_id]
        if clock is None:
            return None
        hour = clock.morning_hour if own.hour is None else own.hour
        return Rhythm(clock.zone, hour, calendars[clock.district_id], own)

    return {person: WrittenTo(tuple(held[person]), rhythm(person)) for person in habits}


async def _memberships(
    tx: Transaction, person_ids: Collection[int]
) -> tuple[Mapping[int, list[Membership]], Mapping[int, _Clock]]:
    """Memberships by person, and the clock of each one's first district."""
    m = memberships.c
    rows = await tx.execute(
        select(
            m.person_id,
            m.role,
            m.district_id,
            m.school_id,
            m.organisation_id,
            LOCAL_ZONE,
            districts.c.morning_hour,
            districts.c.saturday_off,
        )
        .join(districts, districts.c.id == m.district_id)
        .join(schools, schools.c.id == m.school_id, isouter=True)
        .where(m.person_id.in_(person_ids))
        .order_by(m.id)
    )
    held: dict[int, list[Membership]] = defaultdict(list)
    clocks: dict[int, _Clock] = {}
    for person_id, role, district, school, body, *clock in rows:
        held[person_id].append(Membership(Role(role), district, school, body))
        clocks.setdefault(person_id, _Clock(district, *clock))
    return held, clocks
