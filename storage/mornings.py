"""What the morning messages need: whose morning has come, who is staffed, what is put off."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any

from sqlalchemy import bindparam, delete, or_, select, update

from bot.domain.local_time import local_day
from bot.domain.people import Membership, Role
from bot.domain.rhythm import Rhythm
from storage.districts import LOCAL_ZONE
from storage.engine import Transaction
from storage.habits import HABITS, habits_from
from storage.rhythms import Transfers, describe_readers
from storage.tables import districts, memberships, outbox, people, reports, schools, snoozes
from storage.upsert import upsert

_FARTHEST = timedelta(hours=25)  # to the next morning; one farther ahead says that the clock was set back


@dataclass(frozen=True, slots=True)
class DuePerson:
    """A person whose morning has come; without a membership in a district there is no ``rhythm``."""

    id: int
    reachable: bool
    last_on: date | None
    memberships: tuple[Membership, ...]
    rhythm: Rhythm | None  # of the person's first district


@dataclass(frozen=True, slots=True)
class NextMorning:
    person_id: int
    morning_at: datetime | None
    last_on: date | None


@dataclass(frozen=True, slots=True)
class NewMorning:
    """A message of the day, as it is queued."""

    person_id: int
    day: date  # local
    args: Mapping[str, Any]
    send_by: datetime  # from then on it waits for the next one
    since: date | None  # the last local day that was told before


async def lock_due_people(tx: Transaction, *, now: datetime, transfers: Transfers) -> list[DuePerson]:
    """People whose morning has come, locked until this transaction ends; one query when there are none."""
    p = people.c
    due = await tx.execute(
        select(p.id, p.reachable, p.last_morning_on, *HABITS)
        .where(or_(p.morning_at <= now, p.morning_at > now + _FARTHEST))
        .order_by(p.id)
        .with_for_update(skip_locked=True)
    )
    found = due.all()
    if not found:
        return []
    habits = {row.id: habits_from(row) for row in found}
    readers = await describe_readers(tx, habits, today=now.date(), transfers=transfers)
    return [
        DuePerson(
            row.id, row.reachable, row.last_morning_on, readers[row.id].memberships, readers[row.id].rhythm
        )
        for row in found
    ]


async def set_mornings(tx: Transaction, mornings: Sequence[NextMorning]) -> None:
    statement = (
        update(people)
        .where(people.c.id == bindparam("person"))
        .values(morning_at=bindparam("morning"), last_morning_on=bindparam("last"))
    )
    rows = [{"person": m.person_id, "morning": m.morning_at, "last": m.last_on} for m in mornings]
    await tx.execute(statement, rows)


async def list_deputies(
    tx: Transaction, district_ids: Collection[int], *, now: datetime
) -> Mapping[int, set[int]]:
    """School → its deputies whom messages reach: there the head is not the first to be reminded."""
    m = memberships.c
    rows = await tx.execute(
        select(m.school_id, m.person_id, LOCAL_ZONE.label("zone"), *HABITS)
        .join(people, people.c.id == m.person_id)
        .join(districts, districts.c.id == m.district_id)
        .join(schools, schools.c.id == m.school_id, isouter=True)
        .where(m.district_id.in_(district_ids), m.role == Role.DEPUTY.value, people.c.reachable.is_(True))
    )
    found: dict[int, set[int]] = defaultdict(set)
    for row in rows:
        if row.school_id is not None and not habits_from(row).paused_on(local_day(now, row.zone)):
            found[row.school_id].add(row.person_id)
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
    tx: Transaction, messages: Iterable[NewMorning], *, notice: str, now: datetime
) -> None:
    """Queue each as its person's only message of its day."""
    rows = [
        {
            "person_id": message.person_id,
            "notice": notice,
            "args": dict(message.args),
            "dedupe": f"{notice}:{message.person_id}:{message.day.isoformat()}",
            "due_at": now,
            "send_by": message.send_by,
            "told_since": message.since,
        }
        for message in messages
    ]
    if rows:
        await tx.execute(upsert(tx, outbox).on_conflict_do_nothing(), rows)


async def take_back_late(tx: Transaction, *, now: datetime) -> list[tuple[int, Mapping[str, Any]]]:
    """Take back the messages of the day that were not sent by their hour: whose they were, what they said.

    Their days count as not told yet, so that the next message of each person speaks for them too.
    """
    o = outbox.c
    free = or_(o.lease_until.is_(None), o.lease_until <= now)
    late = delete(outbox).where(o.outcome.is_(None), o.send_by <= now, free)
    taken = (await tx.execute(late.returning(o.person_id, o.told_since, o.args))).all()
    if taken:
        untold = update(people).where(people.c.id == bindparam("person"))
        rows = [{"person": person_id, "last": since} for person_id, since, _ in taken]
        await tx.execute(untold.values(last_morning_on=bindparam("last")), rows)
    return [(person_id, args) for person_id, _, args in taken]
