"""The record of a plan: its rows as they are written, and what was done about each. Papers are made of it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, datetime
from functools import cached_property

from bot.domain.consultations import Consultation
from bot.domain.evidence import EvidenceKind
from bot.domain.local_time import local_day
from bot.domain.plan import Heading, Period
from bot.domain.progress import Status, TaskFact
from bot.domain.reports import Evidence, Outcome
from bot.domain.tasks import DONE, TaskState


@dataclass(frozen=True, slots=True)
class SentReport:
    """The last version that was sent."""

    outcome: Outcome
    words: str
    people_count: int | None
    sent_at: datetime
    author: str
    evidence: tuple[Evidence, ...]

    @property
    def documents(self) -> tuple[str, ...]:
        """Names of its files."""
        return tuple(file.name for file in self.evidence)


@dataclass(frozen=True, slots=True)
class TaskDone:
    """A task of the plan and what was reported of it."""

    id: int
    activity_id: int
    number: str  # of the activity
    title: str
    section: str
    label: str
    school_id: int | None
    window_start: date | None
    window_end: date | None
    responsible: str  # "" for the coordinator
    state: TaskState
    due_at: datetime | None
    report: SentReport | None

    @property
    def is_done(self) -> bool:
        """Confirmed or accepted, and the report says that it was done."""
        return self.state in DONE and (self.report is None or self.report.outcome is Outcome.DONE)

    def fact(self, now: datetime) -> TaskFact:
        """What progress counts of it."""
        late = self.due_at is not None and self.due_at <= now
        school = self.responsible if self.school_id else None
        outcome = self.report.outcome if self.report else None
        return TaskFact(self.section, school, self.responsible, self.state.value, late, outcome)

    def status(self, now: datetime) -> Status:
        return self.fact(now).status

    def touches(self, period: Period) -> bool:
        """Some day of its window lies in the period; what has no date may fall into any."""
        begins = self.window_start or self.window_end
        too_late = period.end is not None and begins is not None and begins > period.end
        over = period.start is not None and self.window_end is not None and self.window_end < period.start
        return not (too_late or over)


@dataclass(frozen=True, slots=True)
class RecordRow:
    """A row of the plan in its document's own words."""

    activity_id: int
    position: int  # in the whole plan, from 1
    number: str
    title: str
    problem: str
    result: str
    responsible: str
    deadline: str
    evidence_kind: EvidenceKind

    @property
    def reference(self) -> str:
        """How a fact names the row it comes from: by its number, or by its place where it has none."""
        return self.number or f"п. {self.position}"


@dataclass(frozen=True, slots=True)
class RecordSection:
    title: str  # "" for the rows above the first section
    rows: tuple[RecordRow, ...]


@dataclass(frozen=True)
class PlanRecord:
    district: str
    zone: str
    school: str  # whose part of it this is; "" for the whole
    title: str
    period: Period  # which is looked at; the plan's own unless it was narrowed
    sections: tuple[RecordSection, ...]
    tasks: tuple[TaskDone, ...]  # in the order of the plan
    now: datetime
    columns: tuple[Heading, ...] = ()  # the document's, in its order; () where nothing told it
    consultations: tuple[Consultation, ...] = ()  # offered in the bot; only for the paper about them

    @property
    def today(self) -> date:
        return local_day(self.now, self.zone)

    @property
    def rows(self) -> tuple[RecordRow, ...]:
        return tuple(row for section in self.sections for row in section.rows)

    @cached_property
    def tasks_of(self) -> dict[int, tuple[TaskDone, ...]]:
        """By the row's activity; a row without tasks is not in it."""
        found: dict[int, list[TaskDone]] = {}
        for task in self.tasks:
            found.setdefault(task.activity_id, []).append(task)
        return {activity: tuple(tasks) for activity, tasks in found.items()}

    def within(self, period: Period) -> PlanRecord:
        """The same plan with the tasks and the rows that fall into the period."""
        narrowed = replace(self, period=period)
        return narrowed.only(tuple(task for task in self.tasks if task.touches(period)))

    def of_school(self, school_id: int, name: str) -> PlanRecord:
        """What the plan asks of one school."""
        of_school = tuple(task for task in self.tasks if task.school_id == school_id)
        return replace(self, school=name).only(of_school)

    def only(self, tasks: tuple[TaskDone, ...]) -> PlanRecord:
        """These tasks, without the rows that have none of them, and without the sections without rows."""
        named = {task.activity_id for task in tasks}
        kept = (
            RecordSection(section.title, tuple(row for row in section.rows if row.activity_id in named))
            for section in self.sections
        )
        return replace(self, sections=tuple(section for section in kept if section.rows), tasks=tasks)
