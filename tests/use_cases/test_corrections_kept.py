"""Random plans, random reports, random corrections: nothing that was reported is ever lost."""

from __future__ import annotations

import asyncio
import random
import shutil
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import insert, select, update

from bot.domain.binding import Binding, Target
from bot.domain.deadlines import Deadline, DeadlineKind, Window, deadline_to_json
from bot.domain.errors import DomainError, Outdated
from bot.domain.people import Person, Role
from bot.domain.plan import DraftActivity, DraftPlan, Party, PartyKind, Period, Source
from bot.domain.tasks import TaskState
from bot.use_cases import applying, corrections, launch, plans, review
from storage import Storage, Transaction, parties, rows, sqlite_url, tables
from storage import plans as stored
from tests.factories import NOW, make_district, make_person, make_school

PARTIES = {
    "ОО": (PartyKind.SCHOOLS, Target.EVERY_SCHOOL),
    "Координатор": (PartyKind.ROLE, Target.COORDINATOR),
    "Никто": (PartyKind.ROLE, Target.NOBODY),
}
WORDS = ("Диагностика", "Семинар", "Мониторинг", "Совет", "Курсы", "Анализ", "Консультации")
FINISHED = (TaskState.REPORTED, TaskState.CONFIRMED, TaskState.ACCEPTED)


def some_deadline(chance: random.Random) -> Deadline:
    days = sorted(chance.sample(range(-20, 250), chance.choice((0, 1, 1, 2, 3))))
    windows = tuple(Window(None, NOW.date() + timedelta(days=day)) for day in days)
    if not windows:
        return Deadline("по графику", DeadlineKind.UNSCHEDULED)
    phrase = ", ".join(f"{window.end:%d.%m.%Y}" for window in windows)
    return Deadline(phrase, DeadlineKind.PERIODS if len(days) > 1 else DeadlineKind.BY, windows)


def some_row(chance: random.Random, i: int) -> DraftActivity:
    party = chance.choice(list(PARTIES))
    return DraftActivity(
        number=f"1.{i}",
        title=" ".join(chance.sample(WORDS, 3)),
        section=f"Раздел {i % 2}",
        problem="",
        result="Справка",
        responsible_text=party,
        parties=(Party(party, PARTIES[party][0]),),
        deadline=some_deadline(chance),
        source=Source(0, (i,)),
    )


@dataclass
class Story:
    """A plan that is launched, reported on and corrected, all by one chance."""

    tx: Transaction
    chance: random.Random
    actor: Person
    plan: int = 0

    async def launch(self, district: int) -> None:
        activities = tuple(some_row(self.chance, i) for i in range(self.chance.randint(1, 6)))
        period = Period(date(2026, 9, 1), date(2027, 8, 31))
        draft = DraftPlan("План", period, (), activities, (), ())
        self.plan = await plans.import_plan(
            self.tx, self.actor, district_id=district, draft=draft, file_name="p.txt", now=NOW
        )
        met = (await self.tx.execute(select(tables.parties.c.id, tables.parties.c.text))).all()
        bindings = {row.id: Binding(PARTIES[row.text][1]) for row in met}
        await parties.bind(self.tx, bindings)
        await review.approve_plan(self.tx, self.actor, self.plan, keep_doubts=True, now=NOW)
        await launch.launch_plan(self.tx, self.actor, self.plan, now=NOW)

    async def report(self) -> None:
        """Some tasks are reported, in some state of the way to being accepted."""
        for task_id in (await self.tx.execute(select(tables.tasks.c.id))).scalars().all():
            state = self.chance.choice((*FINISHED, TaskState.RETURNED, None, None))
            if state:
                mine = tables.tasks.c.id == task_id
                await self.tx.execute(update(tables.tasks).where(mine).values(state=state.value))
                sent = {"task_id": task_id, "person_id": self.actor.id, "version": 1, "step": "review"}
                text = {"outcome": "done", "words": f"Отчёт {task_id}", "touched_at": NOW, "sent_at": NOW}
                await self.tx.execute(insert(tables.reports).values(**sent, **text))

    async def correct(self) -> list[tuple[Any, ...]]:
        """Edit a copy of the plan at random; its rows as they are to be."""
        draft = await corrections.begin_by_rows(self.tx, self.actor, self.plan, now=NOW)
        for row in await stored.list_activities(self.tx, draft):
            await self._edit(draft, row.id)
        return await rows_of(self.tx, draft)

    async def _edit(self, draft: int, row_id: int) -> None:
        fresh = some_row(self.chance, self.chance.randint(10, 99))
        deadline = deadline_to_json(fresh.deadline)
        match self.chance.choice(("keep", "keep", "title", "deadline", "party", "remove", "add", "move")):
            case "title":
                await rows.set_words(self.tx, row_id, title=fresh.title, number=fresh.number)
            case "deadline":
                await rows.set_words(self.tx, row_id, deadline=deadline)
            case "party":
                party = self.chance.choice(
                    (await self.tx.execute(select(tables.parties.c.id))).scalars().all()
                )
                await rows.set_parties(self.tx, row_id, [party])
                await rows.set_words(self.tx, row_id, responsible_text=f"№ {party}")
            case "remove":
                await rows.remove_rows(self.tx, [row_id])
            case "add" | "move" as kind:
                a = tables.activities
                source = (await self.tx.execute(select(a).where(a.c.id == row_id))).one()._asdict()
                values = {k: v for k, v in source.items() if k not in ("id", "plan_id", "position")}
                if kind == "move":
                    await rows.remove_rows(self.tx, [row_id])
                else:
                    values |= {"origin_id": None, "title": fresh.title, "deadline": deadline}
                others = [row.id for row in await stored.list_activities(self.tx, draft)]
                behind = self.chance.choice([None, *others])
                await rows.insert_row(self.tx, draft, behind, values)


async def rows_of(tx: Transaction, plan: int) -> list[tuple[Any, ...]]:
    return [
        (a.number, a.title, a.section, a.result, a.responsible_text, a.deadline)
        for a in await stored.list_activities(tx, plan)
    ]


async def reports_of(tx: Transaction) -> list[tuple[Any, ...]]:
    return [tuple(row) for row in await tx.execute(select(tables.reports).order_by(tables.reports.c.id))]


async def finished(tx: Transaction) -> list[tuple[Any, ...]]:
    t = tables.tasks.c
    done = t.state.in_([state.value for state in FINISHED])
    what = select(t.id, t.activity_id, t.place, t.state, t.window_start, t.window_end, t.changed_at)
    return [tuple(row) for row in await tx.execute(what.where(done).order_by(t.id))]


async def tell(storage: Storage, seed: int) -> None:
    async with storage.begin() as tx:
        district = await make_district(tx)
        for name in ("Первая школа", "Вторая школа"):
            await make_school(tx, district, name)
        story = Story(tx, random.Random(seed), await make_person(tx, Role.COORDINATOR, district))
        await story.launch(district)
        await story.report()
        for _ in range(2):
            await _correct_once(story)


async def tell_in(file: Path, seed: int) -> None:
    storage = Storage(sqlite_url(file))
    try:
        await tell(storage, seed)
    finally:
        await storage.close()


async def _correct_once(story: Story) -> None:
    tx, plan = story.tx, story.plan
    kept, done = await reports_of(tx), await finished(tx)
    wanted = await story.correct()
    changes = (await corrections.see_correction(tx, story.actor, plan)).changes
    if not changes:
        with pytest.raises(DomainError, match="error-correction-empty"):
            await applying.apply_correction(tx, story.actor, plan, now=NOW)
        await plans.discard_draft(tx, story.actor, (await _draft(tx, plan)))
        return
    await applying.apply_correction(tx, story.actor, plan, now=NOW)
    assert await rows_of(tx, plan) == wanted  # the plan is what its correction said
    assert await reports_of(tx) == kept  # no report is lost or changed
    assert await finished(tx) == done  # nor any finished task
    with pytest.raises(Outdated):
        await applying.apply_correction(tx, story.actor, plan, now=NOW)
    # What the plan asks for now is there already: fanning it out again adds nothing to what is ahead.
    assert await launch.extend_to_new_schools(tx, 1, person_id=story.actor.id, now=NOW) == 0
    await corrections.begin_by_rows(tx, story.actor, plan, now=NOW)
    assert (await corrections.see_correction(tx, story.actor, plan)).changes == ()
    await plans.discard_draft(tx, story.actor, await _draft(tx, plan))


async def _draft(tx: Transaction, plan: int) -> int:
    draft = await stored.get_correction(tx, plan)
    assert draft is not None
    return draft.id


@settings(max_examples=15, deadline=None, suppress_health_check=list(HealthCheck), derandomize=True)
@given(seed=st.integers(0, 10**6))
def test_whatever_is_corrected_what_was_reported_stays(
    migrated_sqlite: Path, tmp_path_factory: pytest.TempPathFactory, seed: int
) -> None:
    file = Path(shutil.copy(migrated_sqlite, tmp_path_factory.mktemp("story") / "vekhi.db"))
    asyncio.run(tell_in(file, seed))


@pytest.mark.parametrize("seed", [1, 2, 3])
async def test_on_either_engine(storage: Storage, seed: int) -> None:
    await tell(storage, seed)
