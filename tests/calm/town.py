"""A district with everybody in it, diligent, late and silent, and its road map launched through the chat."""

from __future__ import annotations

import random
from collections.abc import Iterable
from dataclasses import dataclass
from enum import Enum
from pathlib import Path

from bot.clock import SimulatedClock
from bot.domain.local_time import next_local_hour
from bot.domain.people import Person, Role
from bot.domain.plan import DraftPlan
from bot.use_cases import plans
from handlers.conversations import CONVERSATIONS
from storage import Storage, Transaction
from storage.districts import list_organisations, list_schools
from storage.parties import list_uses
from storage.people import set_morning
from tests.factories import ZONE, Chat, make_district, make_person, make_school

MORNING_HOUR = 8


@dataclass(frozen=True, slots=True)
class Manner:
    """How likely a person does on a working day what waits for them."""

    on_time: float
    late: float  # once it is overdue
    decides: float


class Character(Enum):
    DILIGENT = Manner(0.30, 0.60, 0.70)
    LATE = Manner(0.02, 0.15, 0.20)
    SILENT = Manner(0.0, 0.0, 0.02)


SHARES = (6, 3, 1)  # of ten people


@dataclass
class Town:
    storage: Storage
    clock: SimulatedClock
    chance: random.Random
    chat: Chat
    district: int
    coordinator: Person
    people: dict[int, tuple[Person, Role, Manner]]
    plan: int = 0

    @classmethod
    async def found(
        cls, storage: Storage, clock: SimulatedClock, folder: Path, seed: str, schools: int
    ) -> Town:
        """Schools with a head, a deputy and a curator each; everybody else comes with :meth:`fill`."""
        chat = Chat(storage, CONVERSATIONS, clock, folder)
        async with storage.begin() as tx:
            district = await make_district(tx, f"Район {seed}")
            coordinator = await make_person(tx, Role.COORDINATOR, district)
            town = cls(storage, clock, random.Random(seed), chat, district, coordinator, {})
            await town._settle(tx, coordinator, Role.COORDINATOR)
            for number in range(1, schools + 1):
                school = await make_school(tx, district, f"МБОУ «СОШ № {number}»")
                for role in (Role.HEAD, Role.DEPUTY, Role.CURATOR):
                    await town._settle(tx, await make_person(tx, role, district, school), role)
        return town

    async def launch(self, draft: DraftPlan, file_name: str) -> None:
        """Approved with its doubts, bound as proposed, whoever is left being every school's; and launched."""
        async with self.storage.begin() as tx:
            self.plan = await plans.import_plan(
                tx,
                self.coordinator,
                district_id=self.district,
                draft=draft,
                file_name=file_name,
                now=self.clock(),
            )
        for press in (f"plan-approve-all:{self.plan}", f"binding-accept:{self.plan}"):
            await self.chat.press(self.coordinator, press)
        async with self.storage.read() as tx:
            uses = await list_uses(tx, self.plan)
        left = [use.party.id for use in uses if not use.party.binding]
        for party in left:
            await self.chat.press(self.coordinator, f"party-every:{self.plan}:{party}")
        await self.chat.press(self.coordinator, f"plan-launch:{self.plan}")

    async def fill(self, people: int) -> None:
        """A methodist for each body of the plan, and as many teachers as make up the number."""
        async with self.storage.begin() as tx:
            for body in await list_organisations(tx, self.district):
                methodist = await make_person(tx, Role.METHODIST, self.district, organisation_id=body.id)
                await self._settle(tx, methodist, Role.METHODIST)
            schools = await list_schools(tx, self.district)
            for number in range(people - len(self.people)):
                school = schools[number % len(schools)].id
                teacher = await make_person(tx, Role.TEACHER, self.district, school)
                await self._settle(tx, teacher, Role.TEACHER)

    def of(self, *roles: Role) -> Iterable[tuple[Person, Manner]]:
        return ((person, manner) for person, role, manner in self.people.values() if role in roles)

    async def _settle(self, tx: Transaction, person: Person, role: Role) -> None:
        await set_morning(tx, person.id, next_local_hour(self.clock(), ZONE, MORNING_HOUR))
        manner = self.chance.choices(list(Character), SHARES)[0].value
        self.people[person.id] = (person, role, manner)
