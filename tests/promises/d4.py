"""What D4 takes apart: the figures that a district is shown, and the files in which its answers lay."""

from __future__ import annotations

import random
import shutil
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import timedelta
from itertools import chain, combinations, count, product
from pathlib import Path

from sqlalchemy import insert

from bot.domain.anonymity import MIN_GROUP, Breakdown, Range
from bot.domain.errors import DomainError
from bot.domain.people import Person
from bot.domain.surveys import SKIPPED
from bot.incoming import Incoming, Kind
from bot.use_cases import profiles, surveys, waves
from handlers.desk import Desk
from handlers.routing import Services
from handlers.survey.routes import routes as survey
from storage import Storage, Transaction, sqlite_url
from storage.backup import dump
from storage.files import FileStore
from storage.tables import survey_drafts
from storage.updates import shelve_updates
from tests import factories
from tests.factories import NOW, WORDS
from tests.use_cases.district import PACK, District, make_asked_district, start

Answers = Mapping[str, str]  # item → value
PRESSED = 4  # answers of each teacher that come as updates


def some_answers(chance: random.Random, skipping: float = 0.0) -> Answers:
    return {
        item.id: SKIPPED if chance.random() < skipping else chance.choice(item.options).value
        for item in PACK.items
    }


# --- Figures ---------------------------------------------------------------------------------------


@dataclass(frozen=True)
class Figure:
    """What is shown of one item: of so many who answered it in these schools, how many spoke of risk."""

    schools: tuple[int, ...]
    answered: int
    told: Range


@dataclass
class Harvest:
    """All that anybody was ever shown of one wave."""

    figures: dict[str, set[Figure]] = field(default_factory=dict)  # by item
    people: dict[int, int] = field(default_factory=dict)  # who answered, by school

    async def look(self, tx: Transaction, district: District, wave: int) -> None:
        """Everybody opens everything that they may open, through every door that there is."""
        report = await waves.see_wave(tx, district.coordinator, wave)
        self.people |= {result.school.id: result.turnout.sent for result in report.schools}
        for name, school in district.schools.items():
            for person in (district.coordinator, district.heads[name]):
                try:
                    shown = await profiles.see_profile(tx, person, wave_id=wave, school_id=school)
                except DomainError:
                    continue
                self._take(shown)
            latest = (await profiles.see_profile_history(tx, district.heads[name], school)).latest
            if latest and latest.wave.id == wave:
                self._take(latest)

    def _take(self, shown: profiles.SchoolProfile) -> None:
        if shown.group is None:
            return
        for item, found in shown.group.items.items():
            for told in found.cells.values():
                figure = Figure(tuple(sorted(shown.group.schools)), found.people, told)
                self.figures.setdefault(item, set()).add(figure)


def isolated(figures: Iterable[Figure], people: Mapping[int, int]) -> list[tuple[int, ...]]:
    """The sets of schools of which the figures together give few people's answers away.

    Exact: every way in which an answer may be spread over the schools is held against all the figures;
    what is left for a set of schools is all that can be known of it, by whatever sums and differences.
    Given away is a number that is certain, unless MIN_GROUP people or more stand on each side of it.
    """
    figures = tuple(figures)
    schools = sorted(people)
    shown = [([schools.index(school) for school in figure.schools], figure.told) for figure in figures]
    most = dict(people) | {
        figure.schools[0]: figure.answered for figure in figures if len(figure.schools) == 1
    }
    ways = [
        way
        for way in product(*(range(most[school] + 1) for school in schools))
        if all(told.low <= sum(way[at] for at in where) <= told.high for where, told in shown)
    ]
    assert ways, "the figures contradict each other"
    sizes = {figure.schools: figure.answered for figure in figures}
    found = []
    for places in chain.from_iterable(
        combinations(range(len(schools)), n) for n in range(1, len(schools) + 1)
    ):
        group = tuple(schools[at] for at in places)
        size = sizes.get(group, sum(most[school] for school in group))
        left = {sum(way[at] for at in places) for way in ways}
        if size and len(left) == 1 and not MIN_GROUP <= min(left) <= size - MIN_GROUP:
            found.append(group)
    return found


def some_sizes(chance: random.Random) -> dict[str, int]:
    """Teachers by school: a few small schools and a large one."""
    small = {f"Школа {number}": chance.randrange(9) for number in range(chance.randint(1, 3))}
    return {"Большая": chance.randint(10, 16), **small}


async def live_through_waves(
    storage: Storage, chance: random.Random, breakdowns: Sequence[Breakdown], sizes: Mapping[str, int]
) -> list[Harvest]:
    """Waves of one district: people answer, or begin and do not send, while everybody looks on."""
    async with storage.begin() as tx:
        district = await make_asked_district(tx, **sizes)
    harvests = []
    for breakdown in breakdowns:
        harvest = Harvest()
        async with storage.begin() as tx:
            wave = await start(tx, district, breakdown=breakdown)
        teachers = list(chain.from_iterable(district.teachers.values()))
        chance.shuffle(teachers)
        for teacher in teachers[: chance.randint(len(teachers) * 3 // 4, len(teachers))]:
            async with storage.begin() as tx:
                await begin(tx, teacher, wave, some_answers(chance, skipping=0.15))
                if chance.random() < 0.9:  # the others leave a draft to be erased
                    await surveys.send_survey(tx, teacher, wave, now=NOW)
                if chance.random() < 0.1:
                    await harvest.look(tx, district, wave)
        async with storage.begin() as tx:
            await waves.close_wave(tx, district.coordinator, wave, now=NOW)
            await harvest.look(tx, district, wave)
            await waves.release_wave(tx, district.coordinator, wave, now=NOW)
            await harvest.look(tx, district, wave)
        harvests.append(harvest)
    return harvests


async def begin(tx: Transaction, teacher: Person, wave: int, answers: Answers) -> None:
    """A whole sheet at once: what the presses would have left."""
    await surveys.open_survey(tx, teacher, wave, now=NOW)
    person = {"wave_id": wave, "person_id": teacher.id}
    await tx.execute(
        insert(survey_drafts), [person | {"item_id": i, "value": value} for i, value in answers.items()]
    )


# --- Files -----------------------------------------------------------------------------------------


@dataclass
class Story:
    """Who answers what, and who sends when."""

    answers: dict[str, list[Answers]]  # by school, in the order of its teachers
    senders: list[tuple[str, int]]  # school and number

    def exchanged(self, chance: random.Random) -> Story:
        """The same answers in each school, given by others."""
        return Story(
            {school: chance.sample(given, len(given)) for school, given in self.answers.items()}, self.senders
        )


def some_story(chance: random.Random, **schools: int) -> Story:
    senders = [(school, number) for school, teachers in schools.items() for number in range(teachers)]
    answers = {school: [some_answers(chance) for _ in range(n)] for school, n in schools.items()}
    return Story(answers, chance.sample(senders, len(senders)))


async def tell(story: Story, migrated: Path, folder: Path) -> dict[str, bytes]:
    """Live the story at a real desk; every file that is left of it, at each stage of the wave."""
    factories._numbers = count(1)  # everything but the story is the same each time
    storage = Storage(sqlite_url(_new_database(migrated, folder)))
    async with storage.begin() as tx:
        sizes = {school: len(answers) for school, answers in story.answers.items()}
        district = await make_asked_district(tx, **sizes)
        wave = await start(tx, district)
    teachers = _Teachers(storage, folder)
    for school, people in district.teachers.items():
        for person, answers in zip(people, story.answers[school], strict=True):
            async with storage.begin() as tx:
                await begin(tx, person, wave, answers)
            await teachers.change(person, wave, answers)
    for school, number in story.senders:
        await teachers.press(district.teachers[school][number], f"survey-send:{wave}")
    found = _files("open", folder)
    async with storage.begin() as tx:
        await waves.close_wave(tx, district.coordinator, wave, now=NOW)
    found |= _files("closed", folder)
    await storage.close()
    return found


class _Teachers:
    """Teachers at a desk whose clock and updates are the same in every story."""

    def __init__(self, storage: Storage, folder: Path) -> None:
        self._updates = count(1)
        self._clock = NOW
        self._storage = storage
        services = Services(FileStore(folder / "files"), "vekhi_bot", _nothing, WORDS)
        self._desk = Desk(storage, [survey], services, lambda: self._clock)

    async def press(self, person: Person, value: str) -> None:
        """As in a flood: written down first, then carried out."""
        self._clock += timedelta(seconds=1)
        update = next(self._updates)
        raw = {"update_id": update, "callback_query": {"from": person.account_id, "data": value}}
        async with self._storage.begin() as tx:
            await shelve_updates(tx, [raw], now=self._clock)
        incoming = Incoming(update, person.account_id, person.name, person.language, Kind.PRESS, value)
        assert (await self._desk.answer(incoming)).screen

    async def change(self, person: Person, wave: int, answers: Answers) -> None:
        """Some answers by presses, over those that are there."""
        for item in list(answers)[:PRESSED]:
            await self.press(person, f"ans:{wave}:{item}:{answers[item]}")


async def _nothing(_ref: str) -> bytes:
    return b""


def _new_database(migrated: Path, folder: Path) -> Path:
    folder.mkdir(parents=True)
    return Path(shutil.copy(migrated, folder / "vekhi.db"))


def _files(stage: str, folder: Path) -> dict[str, bytes]:
    """The database with its log, and a backup of this moment, each whole: erased pages and all."""
    copy = folder / f"{stage}.backup"
    dump(sqlite_url(folder / "vekhi.db"), copy)
    files = (folder / "vekhi.db", folder / "vekhi.db-wal", copy)
    return {f"{stage}: {file.name}": file.read_bytes() for file in files}
