"""People, memberships and the links that bring them in."""

from __future__ import annotations

import asyncio
from datetime import UTC, datetime, timedelta

import pytest
from sqlalchemy import select

from bot.domain.people import INVITE_DAYS, Membership, Person, Role
from storage import Storage
from storage.districts import (
    add_district,
    add_schools,
    ensure_organisation,
    get_school,
    list_organisations,
    list_schools,
)
from storage.invites import (
    Claim,
    add_invite,
    claim_invite,
    get_claim,
    note_acceptance,
    note_consent,
    release_claim,
    void_admin_invites,
)
from storage.people import (
    add_membership,
    add_person,
    get_people,
    get_person,
    get_zone,
    has_admin,
    list_people,
    set_language,
    set_name,
    set_reachable,
)
from storage.tables import invites

NOW = datetime(2026, 9, 1, 5, tzinfo=UTC)
HEAD = Membership(Role.HEAD, 1, school_id=1)
DEPUTY = Membership(Role.DEPUTY, 1, school_id=2)
METHODIST = Membership(Role.METHODIST, 1, organisation_id=1)


@pytest.fixture
async def district(storage: Storage) -> Storage:
    """One district with two schools and an organisation, all numbered from 1."""
    async with storage.begin() as tx:
        await add_district(tx, name="Район", zone="Asia/Omsk", morning_hour=8, now=NOW)
        await add_schools(tx, 1, ["А", "Б"])
        await ensure_organisation(tx, 1, "РМК")
    return storage


async def _join(storage: Storage, account_id: int, name: str, *memberships: Membership) -> int:
    async with storage.begin() as tx:
        person = await add_person(tx, account_id=account_id, name=name, language="ru", now=NOW)
        for membership in memberships:
            await add_membership(tx, person, membership, now=NOW)
    return person


async def test_a_person_is_found_with_all_memberships(district: Storage) -> None:
    anna = await _join(district, 10, "Анна", HEAD, METHODIST, HEAD)
    boris = await _join(district, 2**40, "Борис")
    async with district.read() as tx:
        assert await get_person(tx, 10) == Person(anna, 10, "Анна", "ru", (HEAD, METHODIST))
        assert await get_person(tx, 11) is None
        assert [person.name for person in await get_people(tx, [boris, anna, 99])] == ["Анна", "Борис"]


async def test_people_are_listed_by_place_and_role(district: Storage) -> None:
    await _join(district, 1, "Директор", HEAD)
    await _join(district, 2, "Завуч", DEPUTY)
    await _join(district, 3, "Методист", METHODIST)
    async with district.read() as tx:

        async def names(**place: object) -> list[str]:
            return [person.name for person in await list_people(tx, 1, **place)]  # type: ignore[arg-type]

        assert await names() == ["Директор", "Завуч", "Методист"]
        assert await names(roles=[Role.HEAD, Role.DEPUTY]) == ["Директор", "Завуч"]
        assert await names(school_id=2) == ["Завуч"]
        assert await names(roles=[Role.HEAD], school_id=2) == []
        assert await names(organisation_id=1) == ["Методист"]
        assert await list_people(tx, 2) == []


async def test_what_changes_about_a_person(district: Storage) -> None:
    person = await _join(district, 1, "Анна", HEAD)
    async with district.begin() as tx:
        await set_name(tx, person, "Анна Петровна")
        await set_language(tx, person, "en")
        await set_reachable(tx, 1, reachable=False)
    async with district.read() as tx:
        found = await get_person(tx, 1)
        assert found == Person(person, 1, "Анна Петровна", "en", (HEAD,), reachable=False)


async def test_the_zone_is_the_first_districts(district: Storage) -> None:
    head = await _join(district, 1, "Директор", HEAD)
    admin = await _join(district, 2, "Админ", Membership(Role.ADMIN))
    async with district.read() as tx:
        assert (await get_zone(tx, head), await get_zone(tx, admin)) == ("Asia/Omsk", "Europe/Moscow")
        assert await has_admin(tx)


async def test_names_of_a_district_are_kept_once(district: Storage) -> None:
    async with district.begin() as tx:
        assert await add_schools(tx, 1, ["Б", "В"]) == 1
        assert await add_schools(tx, 1, []) == 0
        assert await ensure_organisation(tx, 1, "РМК") == 1
    async with district.read() as tx:
        assert [school.name for school in await list_schools(tx, 1)] == ["А", "Б", "В"]
        assert [body.name for body in await list_organisations(tx, 1)] == ["РМК"]
        assert await get_school(tx, 99) is None


async def _claim(storage: Storage, token: str, account_id: int, now: datetime = NOW) -> Claim | None:
    async with storage.begin() as tx:
        return await claim_invite(tx, token, account_id, now=now)


async def _invite(storage: Storage, membership: Membership) -> str:
    async with storage.begin() as tx:
        return await add_invite(tx, membership, created_by=None, now=NOW)


async def test_a_link_opened_by_many_at_once_has_one_winner(district: Storage) -> None:
    token = await _invite(district, HEAD)
    claims = await asyncio.gather(*(_claim(district, token, account) for account in range(20)))
    assert [claim.membership for claim in claims if claim] == [HEAD]


async def test_a_claim_goes_from_opening_to_acceptance_and_stays_its_owners(district: Storage) -> None:
    token = await _invite(district, HEAD)
    assert await _claim(district, token, 1) == Claim(1, HEAD, consented_at=None, accepted=False)
    assert await _claim(district, token, 2) is None
    async with district.begin() as tx:
        await note_consent(tx, 1, 1, now=NOW)
        await note_acceptance(tx, 1, 1, now=NOW)
        await release_claim(tx, 1, 1)  # too late to decline
        assert await get_claim(tx, 1, 2) is None
    assert await _claim(district, token, 1) == Claim(1, HEAD, consented_at=NOW, accepted=True)


async def test_declining_gives_the_link_back(district: Storage) -> None:
    token = await _invite(district, HEAD)
    await _claim(district, token, 1)
    async with district.begin() as tx:
        await release_claim(tx, 1, 1)
        await release_claim(tx, 1, 1)
    assert [bool(await _claim(district, token, account)) for account in (2, 3)] == [True, False]


async def test_links_end(district: Storage) -> None:
    token = await _invite(district, HEAD)
    admin = await _invite(district, Membership(Role.ADMIN))
    async with district.begin() as tx:
        await void_admin_invites(tx)
    expired = NOW + timedelta(days=INVITE_DAYS)
    assert [
        await _claim(district, token, 1, expired),
        await _claim(district, admin, 1),
        await _claim(district, "none", 1),
    ] == [None, None, None]


async def test_a_token_is_not_kept(district: Storage) -> None:
    token = await _invite(district, HEAD)
    async with district.read() as tx:
        (row,) = (await tx.execute(select(invites))).mappings()
    assert token not in str(dict(row))
