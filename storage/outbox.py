"""Messages to other people: written in the transaction of the act they speak of, sent after it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import ColumnElement, and_, or_, select, update

from bot.domain.people import Role
from storage.engine import Transaction
from storage.tables import memberships, outbox, people
from storage.upsert import upsert


@dataclass(frozen=True, slots=True)
class Notice:
    """A message that is due, claimed by one sender until its lease ends."""

    id: int
    account_id: int
    language: str
    reachable: bool
    notice: str
    args: Mapping[str, Any]
    tries: int  # this one included
    parts_sent: int = 0  # messages of it that went out at an earlier try


async def add_notice(
    tx: Transaction,
    *,
    person_id: int,
    notice: str,
    args: Mapping[str, Any],
    dedupe: str,
    due_at: datetime,
) -> None:
    """Queue a notice; a second one with the same ``dedupe`` is the same message and is dropped."""
    statement = upsert(tx, outbox).values(
        person_id=person_id, notice=notice, args=dict(args), dedupe=dedupe, due_at=due_at
    )
    await tx.execute(statement.on_conflict_do_nothing())


async def add_notice_to_admins(
    tx: Transaction, *, notice: str, args: Mapping[str, Any], dedupe: str, due_at: datetime
) -> None:
    """Queue the same notice for every admin."""
    admins = select(memberships.c.person_id).where(memberships.c.role == Role.ADMIN.value).distinct()
    for person_id in (await tx.execute(admins)).scalars().all():
        await add_notice(
            tx, person_id=person_id, notice=notice, args=args, dedupe=f"{dedupe}:{person_id}", due_at=due_at
        )


async def claim_notices(tx: Transaction, *, now: datetime, lease: timedelta, limit: int) -> list[Notice]:
    """Take up to ``limit`` due notices, the oldest first; nobody else gets them before ``lease`` ends.

    A sender that dies lets its lease run out, and its notices are claimed again. One that had to be sent
    by an hour that has passed is left to the clock.
    """
    o = outbox.c
    free: ColumnElement[bool] = or_(o.lease_until.is_(None), o.lease_until <= now)
    in_time: ColumnElement[bool] = or_(o.send_by.is_(None), o.send_by > now)
    due = (
        select(o.id)
        .where(and_(o.outcome.is_(None), o.due_at <= now, free, in_time))
        .order_by(o.due_at, o.id)
        .limit(limit)
        .with_for_update(skip_locked=True)  # SQLite, where a writer is alone anyway, leaves it out
    )
    claim = update(outbox).where(o.id.in_(due.scalar_subquery()))
    claimed = await tx.execute(claim.values(lease_until=now + lease, tries=o.tries + 1).returning(o.id))
    ids = claimed.scalars().all()
    if not ids:  # the usual case: it is asked after every act
        return []
    p = people.c
    rows = await tx.execute(
        select(o.id, p.account_id, p.language, p.reachable, o.notice, o.args, o.tries, o.parts_sent)
        .join(people, p.id == o.person_id)
        .where(o.id.in_(ids))
        .order_by(o.due_at, o.id)
    )
    return [Notice(*row) for row in rows]


async def close_notice(
    tx: Transaction, notice_id: int, *, outcome: str, now: datetime, error: str | None = None
) -> None:
    """The notice was sent, or never will be: ``outcome`` is sent, gone or refused."""
    await tx.execute(
        update(outbox)
        .where(outbox.c.id == notice_id)
        .values(outcome=outcome, closed_at=now, lease_until=None, error=error)
    )


async def postpone_notice(
    tx: Transaction, notice_id: int, *, due_at: datetime, error: str, parts_sent: int
) -> None:
    """Give the notice back, to be claimed again at ``due_at`` and sent from its next part on."""
    values = {"due_at": due_at, "lease_until": None, "error": error, "parts_sent": parts_sent}
    await tx.execute(update(outbox).where(outbox.c.id == notice_id).values(values))
