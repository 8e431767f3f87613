"""Districts, people and a chat for tests, made with the storage's own functions."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from itertools import count
from pathlib import Path

from bot.clock import Clock
from bot.domain.people import Membership, Person, Role
from bot.incoming import Incoming, Kind
from bot.screen import Screen
from bot.words import Words
from handlers.desk import Desk
from handlers.routing import Routes, Services
from storage import Storage, Transaction
from storage.districts import add_district, add_schools, list_schools
from storage.files import FileStore
from storage.people import add_membership, add_person, get_person

NOW = datetime(2026, 9, 1, 6, 0, tzinfo=UTC)  # 9 in the morning in Moscow
WORDS = Words()
_numbers = count(1)  # accounts and updates, each used once


async def make_district(tx: Transaction, name: str = "Заречный район") -> int:
    return await add_district(tx, name=name, zone="Europe/Moscow", morning_hour=8, now=NOW)


async def make_school(tx: Transaction, district_id: int, name: str) -> int:
    await add_schools(tx, district_id, [name])
    return next(school.id for school in await list_schools(tx, district_id) if school.name == name)


async def make_person(
    tx: Transaction, role: Role, district_id: int, school_id: int | None = None, *, language: str = "ru"
) -> Person:
    account_id = next(_numbers)
    name = f"{role.value} {account_id}"
    person_id = await add_person(tx, account_id=account_id, name=name, language=language, now=NOW)
    await add_membership(tx, person_id, Membership(role, district_id, school_id), now=NOW)
    person = await get_person(tx, account_id)
    assert person is not None
    return person


@dataclass(frozen=True, slots=True)
class Shown:
    """A screen as its reader sees it."""

    text: str
    rows: tuple[tuple[str, ...], ...]
    presses: dict[str, str]  # what a button carries, by its label
    screen: Screen


class Chat:
    """Acts of people, answered by a desk with the given conversations."""

    def __init__(self, storage: Storage, conversations: Sequence[Routes], clock: Clock, files: Path) -> None:
        services = Services(FileStore(files), "vekhi_bot", _no_files, WORDS)
        self.desk = Desk(storage, conversations, services, clock)

    async def press(self, person: Person, value: str) -> Shown:
        return await self._act(person, Kind.PRESS, value)

    async def command(self, person: Person, name: str) -> Shown:
        return await self._act(person, Kind.COMMAND, name)

    async def type(self, person: Person, line: str) -> Shown:
        return await self._act(person, Kind.TEXT, line)

    async def _act(self, person: Person, kind: Kind, value: str) -> Shown:
        incoming = Incoming(next(_numbers), person.account_id, person.name, person.language, kind, value)
        answer = await self.desk.answer(incoming)
        assert answer.screen is not None
        return show(answer.screen, answer.language)


def show(screen: Screen, language: str = "ru") -> Shown:
    labelled = [[(WORDS.plain(b.label, language), b.press) for b in row] for row in screen.rows]
    return Shown(
        text=WORDS.html(screen.text, language),
        rows=tuple(tuple(label for label, _ in row) for row in labelled),
        presses={label: press for row in labelled for label, press in row},
        screen=screen,
    )


async def _no_files(ref: str) -> bytes:
    raise AssertionError(f"nobody sent {ref}")
