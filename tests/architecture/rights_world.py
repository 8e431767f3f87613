"""Two districts as much alike as two drops, with an object of every kind, and their people."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

from sqlalchemy import insert, select, update

from bot.domain.days_off import Break
from bot.domain.people import Membership, Person, Role
from bot.domain.plan import Fix, FixField, fix_to_json
from bot.domain.rows import Field
from bot.questionnaires.packs import package_packs
from bot.reading.plan_reader import read_plan
from bot.use_cases import (
    attendance,
    consensus,
    consultations,
    editing,
    meetings,
    partners,
    plans,
    surveys,
    waves,
)
from handlers.conversations import CONVERSATIONS
from storage import Storage, Transaction, invites, responses, sqlite_url, tables
from storage.days_off import add_break
from storage.districts import add_district, add_schools, ensure_organisation, list_schools
from storage.outbox import add_notice, close_notice
from storage.people import add_membership, add_person, get_person
from storage.searches import remember_search
from storage.substitutes import add_substitution, list_substitutions
from storage.tasks import open_due_tasks
from tests.architecture.rights_row import PEOPLE
from tests.factories import Chat

NOW = datetime(2026, 9, 1, 6, 0, tzinfo=UTC)
STRANGER = 999  # an account
PACK = package_packs()["risk-teachers"].questionnaire
_ENOUGH = 5  # answers that make a profile

# Number → where its tasks stand: «по графику» waits for a date, the others are open from the start.
_ROWS = (
    ("1", "Диагностика; разбор", "до 15 октября 2026", "ОО"),
    ("2", "Мониторинг", "до 20 октября 2026", "ОО"),
    ("3", "Педсовет", "до 25 октября 2026", "ОО"),
    ("4", "Черновик плана", "до 25 октября 2026", "ОО"),
    ("5", "Семинар", "до 30 октября 2026", "РМК"),
    ("6", "Анализ", "до 30 октября 2026", "РМК"),
    ("7", "Сводка", "до 30 октября 2026", "Муниципальный координатор"),
    ("8", "Курсы", "по графику", "ОО"),
    ("9", "Аттестация", "по графику", "Муниципальный координатор"),
    ("10", "Сверка", "Март 2027 - декабрь 2026", "РМК"),
    ("11", "Наставничество", "до 30 октября 2026", "ОО"),
    ("12", "Мастерская", "до 30 октября 2026", "ОО"),
    ("13", "Кружок", "до 30 октября 2026", "ОО"),
)
_RESULT = "Справка, участие не менее 2 учителей"
_TASKS: Mapping[str, Mapping[str, tuple[str, ...]]] = {
    "task.open": {"1": ("1", "2"), "5": (" body",), "7": (" own",)},
    "task.reported": {"2": ("1",)},
    "task.confirmed": {"3": ("1",), "6": (" body",)},
    "task.accepted": {"11": ("1",)},
    "practice.asked": {"12": ("1",)},
    "practice.published": {"13": ("1",)},
    "task.waiting": {"8": ("1",), "9": (" own",)},
}


def _document() -> bytes:
    header = ("№", "Мероприятие", "Срок", "Ответственный", "Ожидаемый результат")
    rows = ("\t".join(row) for row in (header, *((*row, _RESULT) for row in _ROWS)))
    return "\n".join(["Дорожная карта района на 2026-2027 учебный год", "", *rows]).encode()


DOCUMENTS = {
    "pack.yaml": package_packs()["risk-teachers"].source.replace("risk-teachers", "own", 1).encode(),
    "plan.txt": _document(),
    "scores.csv": "Класс;Предмет;Процент\n7А;Алгебра;58\n9Б;Физика;57\n".encode(),
    "справка.txt": "Справка: выполнено.".encode(),
}


@dataclass
class World:
    """A database to try things in. ``objects``: kind → place → id (or a token)."""

    file: Path
    files: Path
    accounts: dict[str, int] = field(default_factory=dict)  # by the names of the table
    objects: dict[str, dict[str, Any]] = field(default_factory=dict)

    def add(self, kind: str, place: str, value: Any) -> None:
        self.objects.setdefault(kind, {})[place] = value


async def build_world(file: Path, status: str) -> World:
    """``file`` is a migrated, empty database; the plans of both districts come as far as ``status``."""
    world = World(file, file.parent / f"files-{status}")
    storage = Storage(sqlite_url(file))
    try:
        people = await _populate(storage, world)
        chat = Chat(storage, CONVERSATIONS, lambda: NOW, world.files)
        for letter in "AB":
            builder = _Builder(storage, world, chat, people, letter)
            if status != "empty":
                await builder.plan(status)
            if status == "live":
                await builder.reports()
                await builder.practices()
                await builder.consultations()
                await builder.partners()
                await builder.decisions()
                await builder.refusals()
                await builder.waves()
                await builder.plan_of_school()
                await builder.meetings()
            if status == "corrected":
                await builder.correction()
        await _substitutes(storage, world, people)
        await _link(storage, world, people)
        await _letter(storage, world, people)
        await _events(storage, world, people)
    finally:
        await storage.close()
    return world


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


async def _substitutes(storage: Storage, world: World, people: Mapping[str, Person]) -> None:
    """In each first school the deputy is to stand in for the head, in some months."""
    days = (date(2027, 1, 11), date(2027, 1, 22))
    moments = (datetime(2027, 1, 10, 21, tzinfo=UTC), datetime(2027, 1, 22, 21, tzinfo=UTC))
    async with storage.begin() as tx:
        for place in ("A1", "B1"):
            school, deputy = world.objects["school"][place], people[f"deputy {place}"].id
            named_by = people[f"head {place}"].id
            await add_substitution(
                tx,
                school_id=school,
                person_id=deputy,
                days=days,
                moments=moments,
                named_by=named_by,
                now=NOW,
            )
            (found,) = await list_substitutions(tx, school)
            world.add("head", place, named_by)
            world.add("deputy", place, deputy)
            world.add("substitution", place, found.id)


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


async def _events(storage: Storage, world: World, people: Mapping[str, Person]) -> None:
    """A meeting of each district that no row of its plan asks for."""
    async with storage.begin() as tx:
        for letter in "AB":
            holder, district = people[f"coordinator {letter}"], world.objects["district"][letter]
            event = await attendance.open_event(
                tx, holder, district_id=district, activity_id=0, title="Семинар", day="", now=NOW
            )
            world.add("event", letter, event.id)
            world.add("event.token", letter, event.token)


@dataclass
class _Builder:
    """Fills one district by what its people do."""

    storage: Storage
    world: World
    chat: Chat
    people: Mapping[str, Person]
    letter: str

    async def plan(self, status: str) -> None:
        district, coordinator = self.world.objects["district"][self.letter], self._who("coordinator")
        draft = read_plan(DOCUMENTS["plan.txt"], "plan.txt")
        async with self.storage.begin() as tx:
            plan = await plans.import_plan(
                tx, coordinator, district_id=district, draft=draft, file_name="plan.txt", now=NOW
            )
        async with self.storage.read() as tx:
            await self._remember_plan(tx, plan, district)
        await self._edit(plan)
        if status in ("approved", "live", "corrected"):
            await self.chat.press(coordinator, f"plan-approve-all:{plan}")
            await self.chat.press(coordinator, f"binding-accept:{plan}")
        if status in ("live", "corrected"):
            await self.chat.press(coordinator, f"plan-launch:{plan}")
            async with self.storage.begin() as tx:
                await open_due_tasks(tx, now=NOW)
                await self._remember_tasks(tx, district)

    async def _remember_plan(self, tx: Transaction, plan: int, district: int) -> None:
        s, a, d = tables.sections.c, tables.activities.c, tables.doubts.c
        doubted = select(d.id, d.activity_id).where(d.plan_id == plan, d.activity_id.is_not(None))
        doubt, _ = (await tx.execute(doubted.order_by(d.position).limit(1))).one()
        party = select(tables.parties.c.id).where(tables.parties.c.district_id == district)
        for kind, query in (
            ("section", select(s.id).where(s.plan_id == plan)),
            ("activity", select(a.id).where(a.plan_id == plan).order_by(a.position).limit(1)),
            ("activity.below", select(a.id).where(a.plan_id == plan).order_by(a.position).offset(1).limit(1)),
            ("activity.doubted", select(d.activity_id).where(d.id == doubt)),
            ("party", party.limit(1)),
            ("party.other", party.offset(1).limit(1)),
        ):
            self.world.add(kind, self.letter, (await tx.execute(query)).scalar_one())
        self.world.add("plan", self.letter, plan)
        self.world.add("doubt", self.letter, doubt)

    async def _edit(self, plan: int) -> None:
        """Somebody corrected a row, a doubt proposes to correct it again, and everybody looked for it."""
        row, coordinator = self.world.objects["activity.doubted"][self.letter], self._who("coordinator")
        async with self.storage.begin() as tx:
            edited = await editing.edit_field(
                tx, coordinator, activity_id=row, field=Field.RESULT, words="Акт", now=NOW
            )
            values = {"plan_id": plan, "activity_id": row, "position": 99, "code": "wrong_word"}
            fix = fix_to_json(Fix(FixField.RESULT, "Акт сверки"))
            doubt = insert(tables.doubts).values(**values, message="", fix=fix).returning(tables.doubts.c.id)
            self.world.add("edit", self.letter, edited.edit_id)
            self.world.add("doubt.fix", self.letter, (await tx.execute(doubt)).scalar_one())
            for person in self.people.values():
                if person.memberships[0].district_id == self.world.objects["district"][self.letter]:
                    await remember_search(tx, person.id, plan, "диагностика", now=NOW)

    async def _remember_tasks(self, tx: Transaction, district: int) -> None:
        t, a = tables.tasks.c, tables.activities.c
        query = select(t.id, t.place, a.number).join(tables.activities, a.id == t.activity_id)
        rows = await tx.execute(query.where(t.district_id == district))
        found = {(row.number.rstrip("."), row.place): row.id for row in rows}
        schools, bodies = self.world.objects["school"], self.world.objects["body"]
        for kind, numbers in _TASKS.items():
            for number, ends in numbers.items():
                for end in ends:
                    name = self.letter + end
                    place = f"s{schools[name]}" if name in schools else ""
                    place = place or (f"o{bodies[name]}" if name in bodies else "c")
                    self.world.add(kind, name, found[number, place])
        self._drafted = found["4", f"s{schools[f'{self.letter}1']}"]

    async def reports(self) -> None:
        deputy, head = self._who("deputy", "1"), self._who("head", "1")
        methodist = self._who("methodist")
        reported, confirmed = self.world.objects["task.reported"], self.world.objects["task.confirmed"]
        here, body = f"{self.letter}1", f"{self.letter} body"
        draft = await self._answer(deputy, self._drafted)
        self.world.add("report.draft", here, draft)
        self.world.add("report.sent", here, await self._send(deputy, reported[here]))
        await self._send(deputy, confirmed[here])
        await self.chat.press(head, f"confirm:{confirmed[here]}:1")
        await self._send(methodist, confirmed[body])

    async def practices(self) -> None:
        """Three reports are accepted; two are offered to the bank, and the author of one agrees."""
        deputy, head, here = self._who("deputy", "1"), self._who("head", "1"), f"{self.letter}1"
        coordinator = self._who("coordinator")
        for kind in ("task.accepted", "practice.asked", "practice.published"):
            task = self.world.objects[kind][here]
            report = await self._send(deputy, task)
            await self.chat.press(head, f"confirm:{task}:1")
            await self.chat.press(coordinator, f"accept:{task}:1")
            if kind != "task.accepted":
                await self.chat.press(coordinator, f"practice-factor:{task}:3")
                await self.chat.type(coordinator, "Уроки стали интереснее")
                of_report = select(tables.practices.c.id).where(tables.practices.c.report_id == report)
                async with self.storage.read() as tx:
                    self.world.add(kind, here, (await tx.execute(of_report)).scalar_one())
        await self.chat.press(deputy, f"practice-agree:{self.world.objects['practice.published'][here]}:1")

    async def consultations(self) -> None:
        """Two hours of the method office; the first school's head comes to one of them."""
        host, head = self._who("methodist"), self._who("head", "1")
        district = self.world.objects["district"][self.letter]
        async with self.storage.begin() as tx:
            for days, kind in enumerate(("consultation", "consultation.booked"), start=30):
                card = await consultations.hold_consultation(
                    tx,
                    host,
                    district_id=district,
                    factor=3,
                    starts_at=NOW + timedelta(days=days),
                    place="РМК",
                    seats=3,
                    now=NOW,
                )
                self.world.add(kind, self.letter, card.consultation.id)
            await consultations.book(tx, head, card.consultation.id, now=NOW)

    async def decisions(self) -> None:
        """A meeting that has decided something."""
        district, coordinator = self.world.objects["district"][self.letter], self._who("coordinator")
        async with self.storage.begin() as tx:
            card = await meetings.call_meeting(tx, coordinator, district, when="15 октября 2026", now=NOW)
            decided = "Сверка; до 1 мая 2027; РМК"
            await meetings.take_decision(tx, coordinator, card.meeting.id, words=decided)
        self.world.add("meeting", self.letter, card.meeting.id)

    async def partners(self) -> None:
        """A third school helps the first, so that of the second nobody is concerned."""
        coordinator, here = self._who("coordinator"), f"{self.letter}1"
        district = self.world.objects["district"][self.letter]
        async with self.storage.begin() as tx:
            await add_schools(tx, district, [f"Школа {self.letter}3"])
            host = next(s.id for s in await list_schools(tx, district) if s.name.endswith("3"))
            school = self.world.objects["school"][here]
            card = await partners.pair_schools(
                tx, coordinator, host_id=host, school_id=school, until="до 31 мая 2027", now=NOW
            )
        self.world.add("pair", here, card.pair.id)

    async def refusals(self) -> None:
        """The first school's deputy says that a task is not theirs."""
        deputy, head, here = self._who("deputy", "1"), self._who("head", "1"), f"{self.letter}1"
        task = self.world.objects["task.waiting"][here]
        await self.chat.press(deputy, f"not-mine-why:{task}:other")
        for kind, found in (("task.refused", task), ("refuser", deputy.id), ("heir", head.id)):
            self.world.add(kind, here, found)

    async def _send(self, person: Person, task: int) -> int:
        report = await self._answer(person, task)
        await self.chat.press(person, f"report-send:{report}:0")
        return report

    async def _answer(self, person: Person, task: int) -> int:
        shown = await self.chat.press(person, f"report:{task}")
        report = int(next(iter(shown.presses.values())).split(":")[1])
        await self.chat.press(person, f"report-outcome:{report}:done")
        await self.chat.type(person, "Провели")
        await self.chat.type(person, "12")
        await self.chat.send(person, "справка.txt", DOCUMENTS["справка.txt"])
        await self.chat.press(person, f"report-files:{report}")
        return report

    async def plan_of_school(self) -> None:
        """A live plan of the first school, made by its head."""
        head, school = self._who("head", "1"), self.world.objects["school"][f"{self.letter}1"]
        plan = await self._import(head, "Школьная карта", school)
        for press in (f"plan-approve-all:{plan}", f"plan-launch:{plan}"):
            await self.chat.press(head, press)
        self.world.add("plan.school", f"{self.letter}1", plan)

    async def correction(self) -> None:
        """A row of the live plan that is to be worded anew, and a draft that corrects nothing."""
        coordinator, plan = self._who("coordinator"), self.world.objects["plan"][self.letter]
        await self.chat.press(coordinator, f"correct-rows:{plan}")
        a, v = tables.activities.c, tables.plan_versions.c
        of_row = a.origin_id == self.world.objects["activity"][self.letter]
        async with self.storage.begin() as tx:
            await tx.execute(update(tables.activities).where(of_row).values(title="Другое дело"))
            version = (await tx.execute(select(v.id).where(v.plan_id == plan))).scalar_one()
        self.world.add("version", self.letter, version)
        self.world.add("change", self.letter, f"o{self.world.objects['activity'][self.letter]}")
        self.world.add("plan.spare", self.letter, await self._import(coordinator, "Другая карта", None))

    async def _import(self, person: Person, title: str, school: int | None) -> int:
        draft = replace(read_plan(DOCUMENTS["plan.txt"], "plan.txt"), title=title)
        district = self.world.objects["district"][self.letter]
        async with self.storage.begin() as tx:
            return await plans.import_plan(
                tx, person, district_id=district, draft=draft, file_name="2.txt", school_id=school, now=NOW
            )

    async def waves(self) -> None:
        district, coordinator = self.world.objects["district"][self.letter], self._who("coordinator")
        school = self.world.objects["school"][f"{self.letter}1"]
        answers = {item.id: item.options[0].value for item in PACK.items}
        async with self.storage.begin() as tx:
            for kind in ("wave.closed", "wave.open"):
                wave = await waves.start_wave(
                    tx, coordinator, district_id=district, questionnaire=PACK.code, now=NOW
                )
                self.world.add(kind, self.letter, wave)
                if kind == "wave.closed":
                    for _ in range(_ENOUGH):
                        await responses.add_response(tx, wave, school, answers)
                    await waves.close_wave(tx, coordinator, wave, now=NOW + timedelta(hours=1))
                    await waves.release_wave(tx, coordinator, wave, now=NOW + timedelta(hours=1))
            for teacher in self.people.values():
                if district in teacher.districts(Role.TEACHER):
                    for item, value in answers.items():
                        await surveys.answer_item(
                            tx, teacher, wave_id=wave, item_id=item, value=value, now=NOW
                        )

    async def meetings(self) -> None:
        """Of the first school: one that was closed, then one under way."""
        coordinator, school = self._who("coordinator"), self.world.objects["school"][f"{self.letter}1"]
        async with self.storage.begin() as tx:
            for kind in ("meeting.closed", "meeting.open"):
                report = await consensus.open_meeting(tx, coordinator, school, now=NOW)
                assert report.meeting is not None
                self.world.add(kind, f"{self.letter}1", report.meeting.id)
                if kind == "meeting.closed":
                    await consensus.close_meeting(tx, coordinator, report.meeting.id, now=NOW)

    def _who(self, role: str, number: str = "") -> Person:
        return self.people[f"{role} {self.letter}{number}"]
