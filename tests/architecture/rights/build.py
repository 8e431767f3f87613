"""Two districts as much alike as two drops, with an object of every kind, and their people."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, date, datetime
from pathlib import Path

from sqlalchemy import select

from bot.domain.days_off import Break
from bot.domain.people import Membership, Person, Role
from handlers.conversations import CONVERSATIONS
from storage import Storage, Transaction, invites, sqlite_url, tables
from storage.days_off import add_break
from storage.districts import add_district, add_schools, ensure_organisation, list_schools
from storage.outbox import add_notice, close_notice
from storage.people import add_membership, add_person, get_person
from storage.substitutes import add_substitution, list_substitutions
from tests.architecture.rights import diagnosis, plans, support, work
from tests.architecture.rights.row import PEOPLE
from tests.architecture.rights.world import NOW, STRANGER, District, World
from tests.factories import Chat


async def build_world(file: Path, status: str) -> World:
    """``file`` is a migrated, empty database; the plans of both districts come as far as ``status``."""
    world = World(file, file.parent / f"files-{status}")
    storage = Storage(sqlite_url(file))
    try:
        people = await _populate(storage, world)
        chat = Chat(storage, CONVERSATIONS, lambda: NOW, world.files)
        for letter in "AB":
            await _fill(District(storage, world, chat, people, letter), status)
        await _link(storage, world, people)
        await _letter(storage, world, people)
    finally:
        await storage.close()
    return world


async def _fill(district: District, status: str) -> None:
    if status != "empty":
        await plans.make_plan(district, status)
    if status == "live":
        await work.report_tasks(district)
        await work.offer_practices(district)
        await support.hold_consultations(district)
        await support.pair_schools(district)
        await support.call_meeting(district)
        await work.refuse_task(district)
        await diagnosis.run_waves(district)
        await plans.make_school_plan(district)
        await diagnosis.agree_on_levels(district)
    if status == "corrected":
        await plans.begin_correction(district)
    await support.open_event(district)
    await _name_substitute(district)


async def _populate(storage: Storage, world: World) -> Mapping[str, Person]:
    people: dict[str, Person] = {}
    async with storage.begin() as tx:
        for letter in "AB":
            await _found(tx, world, letter)
        names = {**PEOPLE, "methodist B": (("methodist", "B body"),)}
        for account, (name, places) in enumerate(names.items(), start=101):
            world.accounts[name] = account if places else STRANGER
            if places:
                person_id = await add_person(tx, account_id=account, name=name, language="ru", now=NOW)
                for role, place in places:
                    await add_membership(tx, person_id, _membership(world, Role(role), place), now=NOW)
                person = await get_person(tx, account)
                assert person is not None
                people[name] = person
    return people


async def _found(tx: Transaction, world: World, letter: str) -> None:
    district = await add_district(tx, name=f"Район {letter}", zone="Europe/Moscow", morning_hour=8, now=NOW)
    world.add("break", letter, await add_break(tx, district, Break(NOW.date(), NOW.date(), "День района")))
    await add_schools(tx, district, [f"Школа {letter}1", f"Школа {letter}2"])
    for number, school in enumerate(await list_schools(tx, district), start=1):
        world.add("school", f"{letter}{number}", school.id)
    world.add("district", letter, district)
    world.add("body", f"{letter} body", await ensure_organisation(tx, district, "РМК"))


def _membership(world: World, role: Role, place: str) -> Membership:
    district = world.objects["district"][place[0]] if place else None
    school, body = world.objects["school"].get(place), world.objects["body"].get(place)
    return Membership(role, district, school, body)


async def _name_substitute(district: District) -> None:
    """In the first school the deputy is to stand in for the head, in some months."""
    deputy, head, school = district.who("deputy", "1"), district.who("head", "1"), district.of("school", "1")
    async with district.storage.begin() as tx:
        await add_substitution(
            tx,
            school_id=school,
            person_id=deputy.id,
            days=(date(2027, 1, 11), date(2027, 1, 22)),
            moments=(datetime(2027, 1, 10, 21, tzinfo=UTC), datetime(2027, 1, 22, 21, tzinfo=UTC)),
            named_by=head.id,
            now=NOW,
        )
        (found,) = await list_substitutions(tx, school)
    for kind, value in (("head", head.id), ("deputy", deputy.id), ("substitution", found.id)):
        district.add(kind, value, "1")


async def _link(storage: Storage, world: World, people: Mapping[str, Person]) -> None:
    """A link that nobody opened, and one that the stranger opened and consented to."""
    async with storage.begin() as tx:
        place, author = _membership(world, Role.DEPUTY, "A1"), people["coordinator A"].id
        world.add("token", "A1", await invites.add_invite(tx, place, created_by=author, now=NOW))
        opened = await invites.add_invite(tx, place, created_by=author, now=NOW)
        claim = await invites.claim_invite(tx, opened, STRANGER, now=NOW)
        assert claim is not None
        await invites.note_consent(tx, claim.invite_id, STRANGER, now=NOW)
        world.add("claim", "A1", claim.invite_id)


async def _letter(storage: Storage, world: World, people: Mapping[str, Person]) -> None:
    """A notice that Telegram refused."""
    async with storage.begin() as tx:
        reader = people["deputy A1"].id
        await add_notice(tx, person_id=reader, notice="morning", args={}, dedupe="letter", due_at=NOW)
        letter = select(tables.outbox.c.id).where(tables.outbox.c.dedupe == "letter")
        world.add("letter", "A1", letter_id := (await tx.execute(letter)).scalar_one())
        await close_notice(tx, letter_id, outcome="refused", now=NOW, error="Bad Request")
