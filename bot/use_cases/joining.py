"""How a person comes in: an invitation, a consent, a name. Strangers get no further than this."""

from __future__ import annotations

from datetime import datetime

from bot.domain.access import INVITE_ACTIONS, Place, require
from bot.domain.errors import DomainError, Forbidden, Outdated
from bot.domain.local_time import next_local_hour
from bot.domain.people import SCHOOL_ROLES, Membership, Person, Role
from storage import Transaction, invites, people
from storage.districts import get_district, get_organisation, get_school
from storage.habits import get_habits
from storage.invites import Claim

# The version of the consent text in the catalogues; a changed text is a new version.
CONSENT_VERSION = "2026-11"


async def first_admin_link(tx: Transaction, *, now: datetime) -> str | None:
    """The token of a fresh one-time invitation for the first admin, or None when there is an admin."""
    if await people.has_admin(tx):
        return None
    await invites.void_admin_invites(tx)
    return await invites.add_invite(tx, Membership(Role.ADMIN), created_by=None, now=now)


async def create_invite(
    tx: Transaction,
    actor: Person,
    *,
    role: Role,
    now: datetime,
    district_id: int = 0,
    school_id: int = 0,
    organisation_id: int = 0,
) -> str:
    """Create an invitation to a role in the one place that is named; return its token."""
    if school_id and role in SCHOOL_ROLES:
        school = await get_school(tx, school_id)
        membership = Membership(role, school.district_id if school else None, school_id=school_id)
    elif organisation_id and role is Role.METHODIST:
        body = await get_organisation(tx, organisation_id)
        membership = Membership(role, body.district_id if body else None, organisation_id=organisation_id)
    elif district_id and role in (Role.COORDINATOR, Role.EXPERT):
        # The admin's right reaches everywhere, so to districts that do not exist, too.
        membership = Membership(role, district_id if await get_district(tx, district_id) else None)
    else:
        raise Outdated
    place = Place(membership.district_id, membership.school_id, membership.organisation_id)
    require(actor, INVITE_ACTIONS[role], place)
    if membership.district_id is None:
        raise Forbidden
    return await invites.add_invite(tx, membership, created_by=actor.id, now=now)


async def open_invite(tx: Transaction, *, token: str, account_id: int, now: datetime) -> Claim:
    """Take a use of the link for this account; opening it again finds the same claim."""
    claim = await invites.claim_invite(tx, token, account_id, now=now)
    if claim is None or claim.accepted:
        raise DomainError("error-invite-used")
    return claim


async def get_claim(tx: Transaction, *, invite_id: int, account_id: int) -> Claim:
    """The account's own unfinished claim; anybody else's is as if it were not there."""
    claim = await invites.get_claim(tx, invite_id, account_id)
    if claim is None or claim.accepted:
        raise Outdated
    return claim


async def give_consent(tx: Transaction, *, invite_id: int, account_id: int, now: datetime) -> Claim:
    claim = await get_claim(tx, invite_id=invite_id, account_id=account_id)
    await invites.note_consent(tx, invite_id, account_id, now=now)
    return claim


async def decline(tx: Transaction, *, invite_id: int, account_id: int) -> None:
    """Nothing about the person is kept, and the link serves again."""
    await invites.release_claim(tx, invite_id, account_id)


async def join(
    tx: Transaction, *, invite_id: int, account_id: int, name: str, language: str, now: datetime
) -> Person:
    """Turn a consented claim into a membership; a known person gains one more."""
    claim = await get_claim(tx, invite_id=invite_id, account_id=account_id)
    if claim.consented_at is None:
        raise Forbidden
    person = await people.get_person(tx, account_id)
    if person is None:
        person_id = await people.add_person(tx, account_id=account_id, name=name, language=language, now=now)
    else:
        person_id = person.id
        await people.set_name(tx, person_id, name)
    await people.add_consent(tx, person_id, text_version=CONSENT_VERSION, given_at=claim.consented_at)
    await people.add_membership(tx, person_id, claim.membership, now=now)
    await invites.note_acceptance(tx, invite_id, account_id, now=now)
    await _plan_first_morning(tx, person_id, claim.membership, now=now)
    joined = await people.get_person(tx, account_id)
    assert joined is not None
    return joined


async def _plan_first_morning(
    tx: Transaction, person_id: int, membership: Membership, *, now: datetime
) -> None:
    district = await get_district(tx, membership.district_id) if membership.district_id else None
    if district:
        chosen = (await get_habits(tx, person_id)).hour
        hour = district.morning_hour if chosen is None else chosen
        await people.set_morning(
            tx, person_id, next_local_hour(now, district.zone_of(membership.school_id), hour)
        )


async def change_language(tx: Transaction, actor: Person, language: str) -> None:
    await people.set_language(tx, actor.id, language)
