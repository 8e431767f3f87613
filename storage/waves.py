"""Waves of self-diagnosis and their tokens: who was asked, and who has sent."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from sqlalchemy import ColumnElement, Select, and_, false, func, insert, literal, select, update

from bot.domain.local_time import local_day
from bot.domain.people import Role
from storage.engine import Transaction
from storage.tables import districts, memberships, schools, wave_tokens, waves
from storage.upsert import upsert

OPEN, CLOSED = "open", "closed"

_WaveRows = Select[int, int, str, str, str, str, int, str, datetime, datetime, datetime]


@dataclass(frozen=True, slots=True)
class Wave:
    """One questionnaire asked of all teachers of one district for a while."""

    id: int
    district_id: int
    district: str  # its name
    zone: str  # its time zone
    pack: str  # the hash of its questionnaire's source
    questionnaire: str  # its code
    version: int
    state: str
    opened_at: datetime
    closes_at: datetime  # the local midnight that ends the last day, unless it is closed before
    closed_at: datetime | None

    @property
    def is_closed(self) -> bool:
        """Nothing can change any more and the results may be shown."""
        return self.state == CLOSED

    def accepts_answers(self, now: datetime) -> bool:
        return self.state == OPEN and now < self.closes_at

    @property
    def first_day(self) -> date:
        return local_day(self.opened_at, self.zone)

    @property
    def last_day(self) -> date:
        """The last local day that accepts, or accepted, answers."""
        end = min(self.closed_at or self.closes_at, self.closes_at)
        return local_day(end - timedelta(microseconds=1), self.zone)


@dataclass(frozen=True, slots=True)
class Token:
    """One person's one chance to send answers."""

    school_id: int
    spent: bool


@dataclass(frozen=True, slots=True)
class Participation:
    asked: int
    sent: int


async def add_wave(
    tx: Transaction,
    *,
    district_id: int,
    pack: str,
    questionnaire: str,
    version: int,
    opened_by: int,
    now: datetime,
    closes_at: datetime,
) -> int | None:
    """The new wave's id, or None where the questionnaire is being asked in this district already."""
    statement = upsert(tx, waves).values(
        district_id=district_id,
        pack=pack,
        questionnaire=questionnaire,
        version=version,
        state=OPEN,
        opened_by=opened_by,
        opened_at=now,
        closes_at=closes_at,
    )
    added = await tx.execute(statement.on_conflict_do_nothing().returning(waves.c.id))
    wave_id: int | None = added.scalar_one_or_none()
    return wave_id


async def get_wave(tx: Transaction, wave_id: int) -> Wave | None:
    found = await _waves(tx, _with_district().where(waves.c.id == wave_id))
    return found[0] if found else None


async def list_waves(tx: Transaction, district_id: int) -> list[Wave]:
    """All waves of the district, the latest first."""
    return await _waves(tx, _with_district().where(waves.c.district_id == district_id))


async def list_open_waves(tx: Transaction, district_ids: Collection[int], now: datetime) -> list[Wave]:
    """The waves of these districts that accept answers at ``now``."""
    w = waves.c
    open_now = and_(w.district_id.in_(district_ids), w.state == OPEN, w.closes_at > now)
    return await _waves(tx, _with_district().where(open_now))


async def list_due_waves(tx: Transaction, now: datetime) -> list[Wave]:
    """Open waves whose last day is over."""
    return await _waves(tx, _with_district().where(waves.c.state == OPEN, waves.c.closes_at <= now))


async def mark_closed(tx: Transaction, wave_id: int, *, now: datetime) -> bool:
    """Close the wave; False if it was closed already."""
    closed = await tx.execute(
        update(waves).where(waves.c.id == wave_id, waves.c.state == OPEN).values(state=CLOSED, closed_at=now)
    )
    return closed.rowcount == 1


async def count_teachers(tx: Transaction, district_id: int) -> dict[str, int]:
    """How many teachers have registered, by the name of the school; schools without any have 0."""
    s, m = schools.c, memberships.c
    teachers = and_(m.school_id == s.id, m.role == Role.TEACHER.value)
    rows = await tx.execute(
        select(s.name, func.count(m.person_id.distinct()).label("teachers"))
        .join(memberships, teachers, isouter=True)
        .where(s.district_id == district_id)
        .group_by(s.id, s.name)
    )
    return {row.name: row.teachers for row in rows}


async def issue_tokens(tx: Transaction, wave_id: int, district_id: int) -> None:
    """A token for each teacher of the district; who teaches in two schools speaks for one of them."""
    m = memberships.c
    teachers = (
        select(literal(wave_id), m.person_id, func.min(m.school_id), false())
        .where(m.district_id == district_id, m.role == Role.TEACHER.value, m.school_id.is_not(None))
        .group_by(m.person_id)
    )
    await tx.execute(
        insert(wave_tokens).from_select(["wave_id", "person_id", "school_id", "spent"], teachers)
    )


async def ensure_token(tx: Transaction, wave_id: int, person_id: int, school_id: int) -> Token:
    """The person's token, issued now to one who came after the wave had begun."""
    statement = upsert(tx, wave_tokens).values(
        wave_id=wave_id, person_id=person_id, school_id=school_id, spent=False
    )
    await tx.execute(statement.on_conflict_do_nothing())
    t = wave_tokens.c
    row = (await tx.execute(select(t.school_id, t.spent).where(_token(wave_id, person_id)))).one()
    return Token(row.school_id, row.spent)


async def spend_token(tx: Transaction, wave_id: int, person_id: int) -> bool:
    """Take the one chance; False if it was taken before."""
    spent = await tx.execute(
        update(wave_tokens)
        .where(_token(wave_id, person_id), wave_tokens.c.spent.is_(False))
        .values(spent=True)
    )
    return spent.rowcount == 1


async def count_participation(tx: Transaction, wave_id: int) -> Participation:
    """Of the whole wave: while it is open nothing smaller may be shown."""
    t = wave_tokens.c
    sent = func.count().filter(t.spent.is_(True))
    row = (await tx.execute(select(func.count(), sent).where(t.wave_id == wave_id))).one()
    return Participation(*map(int, row))


def _token(wave_id: int, person_id: int) -> ColumnElement[bool]:
    return and_(wave_tokens.c.wave_id == wave_id, wave_tokens.c.person_id == person_id)


def _with_district() -> _WaveRows:
    w, d = waves.c, districts.c
    return (
        select(
            w.id,
            w.district_id,
            d.name,
            d.zone,
            w.pack,
            w.questionnaire,
            w.version,
            w.state,
            w.opened_at,
            w.closes_at,
            w.closed_at,
        )
        .join(districts, d.id == w.district_id)
        .order_by(w.id.desc())
    )


async def _waves(tx: Transaction, query: _WaveRows) -> list[Wave]:
    return [Wave(*row) for row in await tx.execute(query)]
