"""The tokens of a wave: who is asked, and whether they have sent. They last as long as the wave is open."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any

from sqlalchemy import ColumnElement, and_, false, func, insert, literal, or_, select, update

from bot.domain.local_time import local_day
from bot.domain.people import Role
from bot.domain.releases import Tally
from storage.engine import Transaction
from storage.responses import sums_of
from storage.tables import districts, memberships, people, survey_bag, wave_tokens, waves
from storage.upsert import upsert
from storage.waves import OPEN


@dataclass(frozen=True, slots=True)
class Token:
    """One person's one chance to send answers."""

    school_id: int
    spent: bool


@dataclass(frozen=True, slots=True)
class Unsent:
    """A survey that a person was asked and has not sent."""

    person_id: int
    language: str  # the person's
    wave_id: int
    pack: str
    first_day: date  # local
    last_day: date


@dataclass(frozen=True, slots=True)
class Participation:
    asked: int
    sent: int


async def issue_tokens(
    tx: Transaction, wave_id: int, district_id: int, roles: Sequence[Role], *, anonymous: bool
) -> None:
    """A token for each person of these roles: a teacher of two schools has one, a head of two has both."""
    m, t = memberships.c, wave_tokens.c
    in_roles = m.role.in_([role.value for role in roles])
    people = (
        select(literal(wave_id), m.person_id, func.min(m.school_id), false())
        .where(m.district_id == district_id, in_roles, m.school_id.is_not(None))
        .group_by(*([m.person_id] if anonymous else [m.person_id, m.school_id]))
        .order_by(m.person_id)
    )
    await tx.execute(insert(wave_tokens).from_select(["wave_id", "person_id", "school_id", "spent"], people))
    asked = select(t.school_id).where(t.wave_id == wave_id).distinct().order_by(t.school_id)
    bags = [_empty_bag(wave_id, school_id) for school_id in (await tx.execute(asked)).scalars()]
    if bags:
        await tx.execute(insert(survey_bag), bags)


async def ensure_token(
    tx: Transaction, wave_id: int, person_id: int, school_id: int, *, anonymous: bool
) -> Token:
    """The person's token, issued now to one who came after the wave had begun."""
    t = wave_tokens.c
    own = select(t.school_id, t.spent).where(_token(wave_id, person_id))
    own = own if anonymous else own.where(t.school_id == school_id)
    row = (await tx.execute(own)).first()
    if row is None:
        stated = not anonymous and await has_stated(tx, wave_id, school_id)
        token = {"wave_id": wave_id, "person_id": person_id, "school_id": school_id, "spent": stated}
        await tx.execute(upsert(tx, wave_tokens).values(token).on_conflict_do_nothing())
        bag = upsert(tx, survey_bag).values(_empty_bag(wave_id, school_id))
        await tx.execute(bag.on_conflict_do_nothing())
        row = (await tx.execute(own)).one()
    return Token(row.school_id, row.spent)


async def list_unsent(tx: Transaction, person_ids: Sequence[int], *, now: datetime) -> list[Unsent]:
    """What waits for these people in waves that accept answers, by the order of the waves."""
    t, w = wave_tokens.c, waves.c
    waiting = and_(t.person_id.in_(person_ids), t.spent.is_(False), w.state == OPEN, w.closes_at > now)
    rows = await tx.execute(
        select(t.person_id, people.c.language, w.id, w.pack, w.opened_at, w.closes_at, districts.c.zone)
        .join(waves, w.id == t.wave_id)
        .join(people, people.c.id == t.person_id)
        .join(districts, districts.c.id == w.district_id)
        .where(waiting)
        .distinct()  # of a head of two schools
        .order_by(w.id)
    )
    return [
        Unsent(
            person_id,
            language,
            wave_id,
            pack,
            local_day(opened_at, zone),
            local_day(closes_at - timedelta(microseconds=1), zone),
        )
        for person_id, language, wave_id, pack, opened_at, closes_at, zone in rows
    ]


async def find_token(tx: Transaction, wave_id: int, person_id: int) -> bool | None:
    """Whether the person has sent; None where no token of theirs is kept."""
    found = await tx.execute(select(wave_tokens.c.spent).where(_token(wave_id, person_id)))
    return found.scalars().first()


async def spend_token(tx: Transaction, wave_id: int, person_id: int) -> bool:
    """Take the one chance; False if it was taken before, or the wave has just been closed.

    The tokens of the whole school are written anew, the others as they were: in which order they were
    spent is then not to be seen in the versions of their rows.
    """
    t, b = wave_tokens.c, survey_bag.c
    is_open = await _hold_open(tx, wave_id)
    school = select(t.school_id).where(_token(wave_id, person_id)).scalar_subquery()
    # The senders of one school come one after another.
    await tx.execute(select(b.wave_id).where(b.wave_id == wave_id, b.school_id == school).with_for_update())
    own = await tx.execute(select(t.school_id).where(_token(wave_id, person_id), t.spent.is_(False)))
    school_id = own.scalar_one_or_none()
    if school_id is None or not is_open:
        return False
    of_school = update(wave_tokens).where(t.wave_id == wave_id, t.school_id == school_id)
    await tx.execute(of_school.values(spent=or_(t.spent, t.person_id == person_id)))
    return True


async def mark_stated(tx: Transaction, wave_id: int, school_id: int) -> bool:
    """Whoever sends a school's own statement sends it for all who were asked there.

    It may be sent again, corrected; False if the wave has just been closed.
    """
    t = wave_tokens.c
    if not await _hold_open(tx, wave_id):
        return False
    of_school = update(wave_tokens).where(t.wave_id == wave_id, t.school_id == school_id)
    await tx.execute(of_school.values(spent=True))
    return True


async def has_stated(tx: Transaction, wave_id: int, school_id: int) -> bool:
    """Whether somebody has sent the school's own statement."""
    t = wave_tokens.c
    sent = select(t.person_id).where(t.wave_id == wave_id, t.school_id == school_id, t.spent.is_(True))
    return (await tx.execute(sent.limit(1))).first() is not None


async def count_statements(tx: Transaction, wave_id: int) -> Participation:
    """Of an open wave of schools' own statements: schools that are asked, and that have sent."""
    t = wave_tokens.c
    schools = func.count(t.school_id.distinct())
    counts = select(schools, schools.filter(t.spent.is_(True))).where(t.wave_id == wave_id)
    row = (await tx.execute(counts)).one()
    return Participation(*map(int, row))


async def count_participation(tx: Transaction, wave_id: int) -> Participation:
    """Of a whole open wave: while it is open nothing smaller may be shown."""
    t = wave_tokens.c
    sent = func.count().filter(t.spent.is_(True))
    row = (await tx.execute(select(func.count(), sent).where(t.wave_id == wave_id))).one()
    return Participation(*map(int, row))


async def _hold_open(tx: Transaction, wave_id: int) -> bool:
    """Whether the wave is open; it is not closed before this transaction ends."""
    state = select(waves.c.state).where(waves.c.id == wave_id).with_for_update(read=True)
    return bool((await tx.execute(state)).scalar_one() == OPEN)


def _empty_bag(wave_id: int, school_id: int) -> dict[str, Any]:
    return {"wave_id": wave_id, "school_id": school_id, "sums": sums_of(Tally())}


def _token(wave_id: int, person_id: int) -> ColumnElement[bool]:
    return and_(wave_tokens.c.wave_id == wave_id, wave_tokens.c.person_id == person_id)
