"""A district at work: people of every kind around one school, and tasks in whatever state a test needs."""

from __future__ import annotations

from datetime import UTC, date, datetime
from itertools import count
from pathlib import Path
from typing import Any

from sqlalchemy import insert, select

from bot.clock import SimulatedClock
from bot.domain.local_time import day_begins, day_ends
from bot.domain.people import Membership, Person, Role
from bot.domain.tasks import TaskState
from bot.incoming import Attachment, Incoming, Kind
from bot.screen import Screen
from bot.words import Words
from handlers.conversations import CONVERSATIONS
from handlers.desk import Desk
from handlers.routing import Services
from storage import Storage, Transaction, tables
from storage.districts import add_district, add_schools, ensure_organisation, list_schools
from storage.files import FileStore
from storage.people import add_membership, add_person, get_person

ZONE = "Asia/Yekaterinburg"
MONDAY = datetime(2026, 9, 7, 6, tzinfo=UTC)  # eleven in the morning there
WORDS = Words()
_ids = count(1)


class District:
    """Made in one storage: a school, an organisation, and people with roles in them."""

    def __init__(self, storage: Storage, clock: SimulatedClock | None = None) -> None:
        self.storage = storage
        self.clock = clock or SimulatedClock(MONDAY)

    async def found(self, name: str = "Берёзовский район", zone: str = ZONE) -> District:
        self.zone = zone
        async with self.storage.begin() as tx:
            self.id = await add_district(tx, name=name, zone=zone, morning_hour=8, now=self.clock())
            await add_schools(tx, self.id, ["Школа № 1"])
            self.school = (await list_schools(tx, self.id))[0].id
            self.body = await ensure_organisation(tx, self.id, "РМК")
        return self

    async def add(self, role: Role, name: str = "", school: int | None = None) -> Person:
        school_id = (school or self.school) if role in (Role.HEAD, Role.DEPUTY, Role.TEACHER) else None
        body_id = self.body if role is Role.METHODIST else None
        account_id = 1000 + next(_ids)
        async with self.storage.begin() as tx:
            person_id = await add_person(
                tx, account_id=account_id, name=name or role.value, language="ru", now=self.clock()
            )
            place = Membership(role, self.id, school_id, body_id)
            await add_membership(tx, person_id, place, now=self.clock())
            person = await get_person(tx, account_id)
        assert person is not None
        return person

    async def add_school(self, name: str) -> int:
        async with self.storage.begin() as tx:
            await add_schools(tx, self.id, [name])
            return next(s.id for s in await list_schools(tx, self.id) if s.name == name)

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
        """A task of the school, or of ``place`` («c», «o1», «s2»)."""
        place = place or f"s{self.school}"
        async with self.storage.begin() as tx:
            activity = {"plan_id": await self._plan(tx), "position": next(_ids), "number": number}
            texts = {"problem": "", "result": "Справка", "responsible_text": "Школа, РМК"}
            row = insert(tables.activities).values(title=title, **activity, **texts, deadline={}, source={})
            activity_id = (await tx.execute(row.returning(tables.activities.c.id))).scalar_one()
            values = {
                "district_id": self.id,
                "activity_id": activity_id,
                "occurrence": 0,
                "label": "",
                "school_id": int(place[1:]) if place[0] == "s" else None,
                "organisation_id": int(place[1:]) if place[0] == "o" else None,
                "place": place,
                "window_start": start,
                "window_end": end,
                "checkpoint": False,
                "state": state.value,
                "opens_at": day_begins(start, self.zone) if start else MONDAY,
                "due_at": day_ends(end, self.zone) if end else None,
                "changed_at": self.clock(),
            }
            made = await tx.execute(insert(tables.tasks).values(values).returning(tables.tasks.c.id))
            return int(made.scalar_one())

    async def _plan(self, tx: Transaction) -> int:
        p = tables.plans.c
        found = (await tx.execute(select(p.id).where(p.district_id == self.id))).scalar_one_or_none()
        if found:
            return int(found)
        author = (await tx.execute(select(tables.people.c.id).limit(1))).scalar_one()
        plan = {"district_id": self.id, "status": "live", "title": "План", "file_name": "plan.txt"}
        row = insert(tables.plans).values(**plan, unread=[], created_by=author, created_at=self.clock())
        return int((await tx.execute(row.returning(p.id))).scalar_one())


async def queued(storage: Storage) -> list[tuple[int, str, dict[str, Any]]]:
    """(person, notice, arguments) of every message written to the outbox, the first first."""
    o = tables.outbox.c
    async with storage.read() as tx:
        rows = await tx.execute(select(o.person_id, o.notice, o.args).order_by(o.id))
        return [(row.person_id, row.notice, row.args) for row in rows]


class Office:
    """The desk with every conversation, and people who chat with it."""

    def __init__(self, storage: Storage, folder: Path, clock: SimulatedClock) -> None:
        self.documents: dict[str, bytes] = {}

        async def fetch(ref: str) -> bytes:
            return self.documents[ref]

        services = Services(FileStore(folder), "vekhi_bot", fetch, WORDS)
        self.desk = Desk(storage, CONVERSATIONS, services, clock)

    def chat(self, person: Person) -> Chat:
        return Chat(self, person)


class Chat:
    """One person's chat without a messenger between; each act returns the text that is shown."""

    def __init__(self, office: Office, person: Person) -> None:
        self._office = office
        self._person = person
        self.screen: Screen | None = None

    async def press(self, data: str) -> str:
        return await self._act(Kind.PRESS, data)

    async def press_label(self, label: str) -> str:
        return await self.press(self.buttons[label])

    async def type(self, line: str) -> str:
        return await self._act(Kind.TEXT, line)

    async def command(self, name: str) -> str:
        return await self._act(Kind.COMMAND, name)

    async def send(self, name: str, data: bytes, *, size: int | None = None, kind: str = "document") -> str:
        self._office.documents[name] = data
        announced = len(data) if size is None else size
        return await self._act(Kind.FILE, attachment=Attachment(name, name, kind, announced))

    @property
    def buttons(self) -> dict[str, str]:
        """What the buttons of the last screen carry, by their labels."""
        assert self.screen is not None
        return {WORDS.plain(b.label, "ru"): b.press for row in self.screen.rows for b in row}

    async def _act(self, kind: Kind, value: str = "", attachment: Attachment | None = None) -> str:
        act = Incoming(next(_ids), self._person.account_id, "", "ru", kind, value, attachment=attachment)
        self.screen = (await self._office.desk.answer(act)).screen
        assert self.screen is not None
        for row in self.screen.rows:
            for button in row:
                assert len(button.press.encode()) <= 64
                assert len(WORDS.plain(button.label, "ru")) <= 30
                WORDS.plain(button.label, "en")
        WORDS.html(self.screen.text, "en")
        shown = WORDS.html(self.screen.text, "ru")
        assert len(shown) <= 4000
        return shown
