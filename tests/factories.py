"""Districts, people and a chat for tests, made with the storage's own functions."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime
from itertools import count
from pathlib import Path

from sqlalchemy import insert, select

from bot.clock import Clock
from bot.domain.local_time import day_begins, day_ends
from bot.domain.people import Membership, Person, Role
from bot.domain.tasks import TaskState
from bot.incoming import Attachment, Incoming, Kind
from bot.screen import Screen
from bot.words import Words
from handlers.desk import Desk
from handlers.routing import Routes, Services
from storage import Storage, Transaction, tables
from storage.districts import add_district, add_schools, list_schools
from storage.files import FileStore
from storage.people import add_membership, add_person, get_person

NOW = datetime(2026, 9, 1, 6, 0, tzinfo=UTC)  # 9 in the morning in Moscow
ZONE = "Europe/Moscow"
WORDS = Words()
_numbers = count(1)  # accounts and updates, each used once


async def make_district(tx: Transaction, name: str = "Заречный район") -> int:
    return await add_district(tx, name=name, zone=ZONE, morning_hour=8, now=NOW)


async def make_school(tx: Transaction, district_id: int, name: str) -> int:
    await add_schools(tx, district_id, [name])
    return next(school.id for school in await list_schools(tx, district_id) if school.name == name)


async def make_person(
    tx: Transaction,
    role: Role,
    district_id: int,
    school_id: int | None = None,
    *,
    organisation_id: int | None = None,
    language: str = "ru",
) -> Person:
    account_id = next(_numbers)
    name = f"{role.value} {account_id}"
    person_id = await add_person(tx, account_id=account_id, name=name, language=language, now=NOW)
    membership = Membership(role, district_id, school_id, organisation_id)
    await add_membership(tx, person_id, membership, now=NOW)
    person = await get_person(tx, account_id)
    assert person is not None
    return person


async def make_task(
    storage: Storage,
    district_id: int,
    *,
    number: str = "1.2",
    title: str = "Провести мониторинг",
    result: str = "",
    responsible_text: str = "",
    school_id: int | None = None,
    organisation_id: int | None = None,
    start: date | None = None,
    end: date | None = None,
    state: TaskState = TaskState.OPEN,
    opens_at: datetime = NOW,
    changed_at: datetime = NOW,
    zone: str = ZONE,
) -> int:
    """One activity of the district's live plan and its one task, in whatever state a test needs."""
    async with storage.begin() as tx:
        author = await make_person(tx, Role.COORDINATOR, district_id)
        plan_id = await _ensure_plan(tx, district_id, author.id)
        activity = {"plan_id": plan_id, "position": next(_numbers), "number": number, "title": title}
        texts = {"problem": "", "result": result, "responsible_text": responsible_text}
        row = insert(tables.activities).values(**activity, **texts, deadline={}, source={})
        activity_id = (await tx.execute(row.returning(tables.activities.c.id))).scalar_one()
        task = {
            "district_id": district_id,
            "activity_id": activity_id,
            "occurrence": 0,
            "label": "",
            "school_id": school_id,
            "organisation_id": organisation_id,
            "place": f"s{school_id}" if school_id else f"o{organisation_id}" if organisation_id else "c",
            "window_start": start,
            "window_end": end,
            "checkpoint": False,
            "state": state.value,
            "opens_at": day_begins(start, zone) if start else opens_at,
            "due_at": day_ends(end, zone) if end else None,
            "changed_at": changed_at,
        }
        made = await tx.execute(insert(tables.tasks).values(task).returning(tables.tasks.c.id))
        return int(made.scalar_one())


async def _ensure_plan(tx: Transaction, district_id: int, author_id: int) -> int:
    found = await tx.execute(select(tables.plans.c.id).where(tables.plans.c.district_id == district_id))
    if plan_id := found.scalar_one_or_none():
        return int(plan_id)
    plan = {"district_id": district_id, "status": "live", "title": "Дорожная карта", "unread": []}
    row = insert(tables.plans).values(**plan, file_name="plan.txt", created_by=author_id, created_at=NOW)
    return int((await tx.execute(row.returning(tables.plans.c.id))).scalar_one())


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
        self._sent: dict[str, bytes] = {}
        services = Services(FileStore(files), "vekhi_bot", self._fetch, WORDS)
        self.desk = Desk(storage, conversations, services, clock)

    async def press(self, person: Person, value: str) -> Shown:
        return await self._act(person, Kind.PRESS, value)

    async def command(self, person: Person, name: str) -> Shown:
        return await self._act(person, Kind.COMMAND, name)

    async def type(self, person: Person, line: str) -> Shown:
        links = tuple(re.findall(r"https?://\S+", line))  # found by the messenger itself
        return await self._act(person, Kind.TEXT, line, links=links)

    async def send(self, person: Person, name: str, data: bytes, kind: str = "document") -> Shown:
        """A document or a photo, as it is downloaded from the messenger."""
        self._sent[name] = data
        return await self._act(person, Kind.FILE, attachment=Attachment(name, name, kind, len(data)))

    async def _fetch(self, ref: str) -> bytes:
        return self._sent[ref]

    async def _act(
        self,
        person: Person,
        kind: Kind,
        value: str = "",
        attachment: Attachment | None = None,
        links: tuple[str, ...] = (),
    ) -> Shown:
        incoming = Incoming(
            next(_numbers),
            person.account_id,
            person.name,
            person.language,
            kind,
            value,
            attachment=attachment,
            links=links,
        )
        answer = await self.desk.answer(incoming)
        assert answer.screen is not None
        # What Telegram would refuse is refused here too.
        assert all(len(b.press.encode()) <= 64 for row in answer.screen.rows for b in row)
        return show(answer.screen, answer.language)


def show(screen: Screen, language: str = "ru") -> Shown:
    labelled = [[(WORDS.plain(b.label, language), b.press) for b in row] for row in screen.rows]
    return Shown(
        text=WORDS.html(screen.text, language),
        rows=tuple(tuple(label for label, _ in row) for row in labelled),
        presses={label: press for row in labelled for label, press in row},
        screen=screen,
    )
