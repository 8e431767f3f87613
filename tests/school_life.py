"""A district at work: people of every kind around one school, its tasks, and a chat for each person."""

from __future__ import annotations

from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

from sqlalchemy import select

from bot.clock import Clock, SimulatedClock
from bot.domain.people import SCHOOL_ROLES, Person, Role
from bot.domain.tasks import TaskState
from bot.screen import Screen
from handlers.conversations import CONVERSATIONS
from storage import Storage, tables
from storage.districts import add_district, ensure_organisation
from storage.people import set_name
from tests import factories
from tests.factories import make_person, make_school, make_task

ZONE = "Asia/Yekaterinburg"
MONDAY = datetime(2026, 9, 7, 6, tzinfo=UTC)  # eleven in the morning there


class District:
    """Made in one storage: a school, an organisation, and people with roles in them."""

    def __init__(self, storage: Storage, clock: SimulatedClock) -> None:
        self.storage = storage
        self.clock = clock

    async def found(self, name: str = "Берёзовский район", zone: str = ZONE) -> District:
        self.zone = zone
        async with self.storage.begin() as tx:
            self.id = await add_district(tx, name=name, zone=zone, morning_hour=8, now=self.clock())
            self.school = await make_school(tx, self.id, "Школа № 1")
            self.body = await ensure_organisation(tx, self.id, "РМК")
        return self

    async def add(self, role: Role, name: str = "", school: int | None = None) -> Person:
        """A person called by their role, in the district's first school unless another is named."""
        of_school = role in SCHOOL_ROLES
        body = self.body if role is Role.METHODIST else None
        async with self.storage.begin() as tx:
            person = await make_person(
                tx, role, self.id, (school or self.school) if of_school else None, organisation_id=body
            )
            await set_name(tx, person.id, name or role.value)
        return person

    async def add_school(self, name: str) -> int:
        async with self.storage.begin() as tx:
            return await make_school(tx, self.id, name)

    async def task(
        self,
        end: date | None = None,
        *,
        start: date | None = None,
        place: str = "",
        state: TaskState = TaskState.OPEN,
        title: str = "Провести мониторинг",
        number: str = "1.2.",
    ) -> int:
        """A task of the first school, or of ``place`` («c», «o1», «s2»)."""
        place = place or f"s{self.school}"
        return await make_task(
            self.storage,
            self.id,
            number=number,
            title=title,
            result="Справка",
            responsible_text="Школа, РМК",
            school_id=int(place[1:]) if place[0] == "s" else None,
            organisation_id=int(place[1:]) if place[0] == "o" else None,
            start=start,
            end=end,
            state=state,
            opens_at=MONDAY,
            changed_at=self.clock(),
            zone=self.zone,
        )


async def queued(storage: Storage) -> list[tuple[int, str, dict[str, Any]]]:
    """(person, notice, arguments) of every message written to the outbox, the first first."""
    o = tables.outbox.c
    async with storage.read() as tx:
        rows = await tx.execute(select(o.person_id, o.notice, o.args).order_by(o.id))
        return [(row.person_id, row.notice, row.args) for row in rows]


async def told(storage: Storage) -> list[tuple[int, str, dict[str, Any]]]:
    """(person, notice, arguments) of every piece of news that waits or went out, the first first."""
    rows = await queued(storage)
    return [
        (person, piece["notice"], piece["args"])
        for person, name, args in rows
        if name == "news"
        for piece in args["news"]
    ]


class Office:
    """The desk with every conversation; a chat with it for each person."""

    def __init__(self, storage: Storage, folder: Path, clock: Clock) -> None:
        self._chat = factories.Chat(storage, CONVERSATIONS, clock, folder)

    def chat(self, person: Person) -> Chat:
        return Chat(self._chat, person)


class Chat:
    """One person's side of it: each act returns the text that is shown, the buttons stay to be pressed."""

    def __init__(self, chat: factories.Chat, person: Person) -> None:
        self._chat = chat
        self._person = person
        self.screen: Screen | None = None
        self.buttons: dict[str, str] = {}  # what the last screen's buttons carry, by their labels

    async def press(self, data: str) -> str:
        return self._shown(await self._chat.press(self._person, data))

    async def press_label(self, label: str) -> str:
        return await self.press(self.buttons[label])

    async def type(self, line: str) -> str:
        return self._shown(await self._chat.type(self._person, line))

    async def command(self, name: str) -> str:
        return self._shown(await self._chat.command(self._person, name))

    async def send(self, name: str, data: bytes, kind: str = "document") -> str:
        return self._shown(await self._chat.send(self._person, name, data, kind))

    def _shown(self, shown: factories.Shown) -> str:
        assert len(shown.text) <= 4000
        assert all(len(label) <= 30 for label in shown.presses)
        factories.show(shown.screen, "en")  # the other catalogue has every word too
        self.screen, self.buttons = shown.screen, shown.presses
        return shown.text
