"""Waves of self-diagnosis: one questionnaire asked in one district for a while."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from sqlalchemy import Select, and_, exists, func, select, update

from bot.domain.anonymity import Breakdown
from bot.domain.local_time import local_day
from bot.domain.people import Role
from bot.domain.surveys import answering_roles
from bot.domain.wave_stages import Stage
from storage.engine import Transaction
from storage.tables import districts, memberships, schools, wave_tokens, waves
from storage.upsert import upsert

OPEN, CLOSED, RELEASED = "open", "closed", "released"

_WaveRows = Select[int, int, str, str, str, str, int, bool, str, str, str, datetime, datetime, datetime]


@dataclass(frozen=True, slots=True)
class Wave:
    """One questionnaire asked in one district for a while."""

    id: int
    district_id: int
    district: str  # its name
    zone: str  # its time zone
    pack: str  # the hash of its questionnaire's source
    questionnaire: str  # its code
    version: int
    anonymous: bool
    breakdown: Breakdown
    stage: Stage
    state: str
    opened_at: datetime
    closes_at: datetime  # the local midnight that ends the last day, unless it is closed before
    closed_at: datetime | None

    @property
    def roles(self) -> tuple[Role, ...]:
        """Who is asked."""
        return answering_roles(anonymous=self.anonymous)

    @property
    def is_closed(self) -> bool:
        """Nobody can answer any more."""
        return self.state != OPEN

    @property
    def is_released(self) -> bool:
        """What may be shown is shown."""
        return self.state == RELEASED

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


async def add_wave(
    tx: Transaction,
    *,
    district_id: int,
    pack: str,
    questionnaire: str,
    version: int,
    anonymous: bool,
    breakdown: Breakdown,
    stage: Stage,
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
        anonymous=anonymous,
        breakdown=breakdown.value,
        stage=stage.value,
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


async def list_forgotten_waves(tx: Transaction, now: datetime) -> list[Wave]:
    """Waves that accept answers, but of which nobody's token is left: they came back from a backup."""
    w = waves.c
    nobody = ~exists().where(wave_tokens.c.wave_id == w.id)
    return await _waves(tx, _with_district().where(w.state == OPEN, w.closes_at > now, nobody))


async def list_due_waves(tx: Transaction, now: datetime) -> list[Wave]:
    """Open waves whose last day is over."""
    return await _waves(tx, _with_district().where(waves.c.state == OPEN, waves.c.closes_at <= now))


async def mark_closed(tx: Transaction, wave_id: int, *, now: datetime) -> bool:
    """Close the wave; False if it was closed already."""
    closed = await tx.execute(
        update(waves).where(waves.c.id == wave_id, waves.c.state == OPEN).values(state=CLOSED, closed_at=now)
    )
    return closed.rowcount == 1


async def mark_released(tx: Transaction, wave_id: int) -> bool:
    """Release the closed wave; False if it is not closed, or released already."""
    closed = and_(waves.c.id == wave_id, waves.c.state == CLOSED)
    return (await tx.execute(update(waves).where(closed).values(state=RELEASED))).rowcount == 1


async def count_asked(tx: Transaction, district_id: int, roles: Sequence[Role]) -> dict[str, int]:
    """How many people of these roles there are, by the name of the school; schools without any have 0."""
    s, m = schools.c, memberships.c
    people = and_(m.school_id == s.id, m.role.in_([role.value for role in roles]))
    rows = await tx.execute(
        select(s.name, func.count(m.person_id.distinct()).label("people"))
        .join(memberships, people, isouter=True)
        .where(s.district_id == district_id)
        .group_by(s.id, s.name)
    )
    return {row.name: row.people for row in rows}


def _with_district() -> _WaveRows:
    w, d = waves.c, districts.c
    return (
        select(
            w.id,
            w.district_id,
            d.name.label("district"),
            d.zone,
            w.pack,
            w.questionnaire,
            w.version,
            w.anonymous,
            w.breakdown,
            w.stage,
            w.state,
            w.opened_at,
            w.closes_at,
            w.closed_at,
        )
        .join(districts, d.id == w.district_id)
        .order_by(w.id.desc())
    )


async def _waves(tx: Transaction, query: _WaveRows) -> list[Wave]:
    rows = [row._mapping for row in await tx.execute(query)]
    return [
        Wave(**{**row, "breakdown": Breakdown(row["breakdown"]), "stage": Stage(row["stage"])})
        for row in rows
    ]
