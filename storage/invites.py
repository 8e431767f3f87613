"""Invitation links: only the hash of a token is kept, and a use is taken when the link is opened."""

from __future__ import annotations

import hashlib
import secrets
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import ColumnElement, and_, delete, insert, select, update

from bot.domain.people import INVITE_DAYS, INVITE_USES, Membership, Role
from storage.engine import Transaction
from storage.tables import invite_claims, invites


@dataclass(frozen=True, slots=True)
class Claim:
    """One account's hold on an invitation."""

    invite_id: int
    membership: Membership
    consented_at: datetime | None
    accepted: bool


def _hash(token: str) -> str:
    return hashlib.sha256(token.encode()).hexdigest()


async def add_invite(
    tx: Transaction, membership: Membership, *, created_by: int | None, now: datetime
) -> str:
    """Create an invitation and return its token, which is shown once and never stored."""
    token = secrets.token_urlsafe(18)
    await tx.execute(
        insert(invites).values(
            token_hash=_hash(token),
            role=membership.role.value,
            district_id=membership.district_id,
            school_id=membership.school_id,
            organisation_id=membership.organisation_id,
            created_by=created_by,
            created_at=now,
            expires_at=now + timedelta(days=INVITE_DAYS),
            uses_left=INVITE_USES.get(membership.role, 1),
        )
    )
    return token


async def void_admin_invites(tx: Transaction) -> None:
    """Links for the first admin that nobody opened end when a new one is printed."""
    await tx.execute(
        update(invites).where(invites.c.role == Role.ADMIN.value, invites.c.uses_left > 0).values(uses_left=0)
    )


async def claim_invite(tx: Transaction, token: str, account_id: int, *, now: datetime) -> Claim | None:
    """Take one use of the invitation for this account, or find the one it already holds."""
    found = await tx.execute(select(invites.c.id).where(invites.c.token_hash == _hash(token)))
    invite_id = found.scalar_one_or_none()
    if invite_id is None:
        return None
    if claim := await get_claim(tx, invite_id, account_id):
        return claim
    taken = await tx.execute(
        update(invites)
        .where(invites.c.id == invite_id, invites.c.uses_left > 0, invites.c.expires_at > now)
        .values(uses_left=invites.c.uses_left - 1)
    )
    if taken.rowcount == 0:
        return None
    await tx.execute(insert(invite_claims).values(invite_id=invite_id, account_id=account_id, claimed_at=now))
    return await get_claim(tx, invite_id, account_id)


async def get_claim(tx: Transaction, invite_id: int, account_id: int) -> Claim | None:
    c, i = invite_claims.c, invites.c
    found = await tx.execute(
        select(i.role, i.district_id, i.school_id, i.organisation_id, c.consented_at, c.accepted_at)
        .join(invites, i.id == c.invite_id)
        .where(c.invite_id == invite_id, c.account_id == account_id)
    )
    row = found.first()
    if row is None:
        return None
    membership = Membership(Role(row.role), row.district_id, row.school_id, row.organisation_id)
    return Claim(invite_id, membership, row.consented_at, row.accepted_at is not None)


async def note_consent(tx: Transaction, invite_id: int, account_id: int, *, now: datetime) -> None:
    await tx.execute(update(invite_claims).where(_claim(invite_id, account_id)).values(consented_at=now))


async def note_acceptance(tx: Transaction, invite_id: int, account_id: int, *, now: datetime) -> None:
    await tx.execute(update(invite_claims).where(_claim(invite_id, account_id)).values(accepted_at=now))


async def release_claim(tx: Transaction, invite_id: int, account_id: int) -> None:
    """Give the use back: the person declined."""
    gone = await tx.execute(
        delete(invite_claims).where(_claim(invite_id, account_id), invite_claims.c.accepted_at.is_(None))
    )
    if gone.rowcount:
        await tx.execute(
            update(invites).where(invites.c.id == invite_id).values(uses_left=invites.c.uses_left + 1)
        )


def _claim(invite_id: int, account_id: int) -> ColumnElement[bool]:
    return and_(invite_claims.c.invite_id == invite_id, invite_claims.c.account_id == account_id)
