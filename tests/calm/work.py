"""What people do on a day: file, confirm, accept, return, correct the plan; each by the use case."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date, datetime, timedelta

from bot.domain.deadlines import DeadlineKind
from bot.domain.people import Person, Role
from bot.domain.reports import Outcome, Step
from bot.domain.rows import Field
from bot.domain.tasks import Task, TaskState
from bot.use_cases import applying, corrections, decisions, editing, reports, waves
from storage import Transaction
from storage.plans import list_activities
from storage.reports import get_last_sent
from tests.calm.town import Manner, Town

ACCEPTS = 0.5  # of what waits, a day
RETURNS = 0.1  # of what she looks at
MOVED_BY = timedelta(days=14)
MOVED_EVERY = 5  # of the rows with a day to come


class Work:
    def __init__(self, town: Town) -> None:
        self._town = town
        self._chance = town.chance
        self._of: dict[str, list[tuple[Person, Manner]]] = {}
        for person, manner in town.of(Role.DEPUTY):
            for school in person.schools(Role.DEPUTY):
                self._of.setdefault(f"s{school}", []).append((person, manner))
        for person, manner in town.of(Role.METHODIST):
            for membership in person.memberships:
                self._of.setdefault(f"o{membership.organisation_id}", []).append((person, manner))
        self._of["c"] = list(town.of(Role.COORDINATOR))

    def doers(self, task: Task) -> list[Person]:
        """Who is to do the task and to be reminded of it."""
        return [person for person, _ in self._of.get(_place(task), ())]

    async def report_and_confirm(self, tx: Transaction, found: Sequence[Task], now: datetime) -> None:
        for task in found:
            if task.state in (TaskState.OPEN, TaskState.RETURNED):
                for person, manner in self._of.get(_place(task), ()):
                    if self._chance.random() < (manner.late if task.is_overdue(now) else manner.on_time):
                        await self._report(tx, person, task.id, now)
                        break
            elif task.state is TaskState.REPORTED:
                for head, manner in self._town.of(Role.HEAD):
                    at_school = task.school_id in head.schools(Role.HEAD)
                    if at_school and self._chance.random() < manner.decides:
                        version = await _version(tx, task.id)
                        await decisions.confirm(tx, head, task_id=task.id, version=version, now=now)

    async def accept_and_return(self, tx: Transaction, found: Iterable[Task], now: datetime) -> None:
        waiting = [task for task in found if task.state is TaskState.CONFIRMED]
        for task in (task for task in waiting if self._chance.random() < ACCEPTS):
            actor, version = self._town.coordinator, await _version(tx, task.id)
            if self._chance.random() < RETURNS:
                await decisions.return_report(
                    tx, actor, task_id=task.id, version=version, reason="Нет протокола", now=now
                )
            else:
                await decisions.accept(tx, actor, task_id=task.id, version=version, now=now)

    async def ask_teachers(self, tx: Transaction, now: datetime) -> None:
        await waves.start_wave(
            tx,
            self._town.coordinator,
            district_id=self._town.district,
            questionnaire="risk-teachers",
            now=now,
        )

    async def correct(self, tx: Transaction, now: datetime) -> None:
        """Once a year some days are put off by two weeks."""
        actor, plan = self._town.coordinator, self._town.plan
        draft = await corrections.begin_by_rows(tx, actor, plan, now=now)
        dated = (DeadlineKind.DATE, DeadlineKind.BY)
        rows = [
            (row.id, row.deadline.windows[0].end)
            for row in await list_activities(tx, draft)
            if row.deadline.kind in dated
        ]
        ahead = [(row, end) for row, end in rows if isinstance(end, date) and end > now.date()]
        for row, end in ahead[::MOVED_EVERY]:
            words = f"до {end + MOVED_BY:%d.%m.%Y}"
            await editing.edit_field(tx, actor, activity_id=row, field=Field.DEADLINE, words=words, now=now)
        if ahead:
            await applying.apply_correction(tx, actor, plan, reason="Перенесли", now=now)

    async def _report(self, tx: Transaction, person: Person, task: int, now: datetime) -> None:
        filing = await reports.begin(tx, person, task_id=task, now=now)
        report = filing.draft.id
        while (step := filing.draft.step) is not Step.REVIEW:
            match step:
                case Step.OUTCOME:
                    filing = await reports.answer_outcome(
                        tx, person, report_id=report, outcome=Outcome.DONE, now=now
                    )
                case Step.WORDS:
                    filing = await reports.answer_words(tx, person, report_id=report, raw="Провели", now=now)
                case Step.EVIDENCE:
                    filing = await reports.finish_evidence(tx, person, report_id=report, now=now)
                case _:
                    filing = await reports.skip(tx, person, report_id=report, step=step, now=now)
        replaced = filing.replaces and filing.replaces.version
        await reports.send(tx, person, report_id=report, replaced=replaced or 0, now=now)


def _place(task: Task) -> str:
    if task.school_id is not None:
        return f"s{task.school_id}"
    return f"o{task.organisation_id}" if task.organisation_id is not None else "c"


async def _version(tx: Transaction, task: int) -> int:
    report = await get_last_sent(tx, task)
    return (report and report.version) or 0
