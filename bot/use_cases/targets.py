"""«Показатели»: what the rows of a plan want to reach, held against what the schools have done."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from functools import partial

from bot.domain.access import Action, Place, may, require
from bot.domain.errors import Forbidden, Outdated
from bot.domain.people import Person
from bot.domain.plan import PlanStatus
from bot.domain.record import PlanRecord, RecordRow, TaskDone
from bot.domain.reports import Outcome
from bot.domain.targets import (
    FROM_REPORTS,
    Figures,
    Finding,
    Measure,
    Standing,
    Target,
    check_district,
    check_school,
    checked_base,
    checked_figure,
    is_together,
)
from bot.domain.tasks import DONE, Task
from bot.reading.targets import read_targets
from bot.use_cases.papers import record_of
from storage import Transaction, attendance, plans, targets
from storage.districts import Body, list_schools
from storage.plans import Plan
from storage.targets import FigureKey, Point

FOLLOWED = (PlanStatus.LIVE, PlanStatus.ARCHIVED)
_KIND = 120  # characters by which a kind of people is found again


@dataclass(frozen=True, slots=True)
class SchoolFinding:
    school: Body
    known: Figures
    finding: Finding


@dataclass(frozen=True, slots=True)
class RowTarget:
    """One target of a row and how the schools stand that it concerns."""

    row: RecordRow
    index: int  # among the row's targets
    target: Target
    schools: tuple[SchoolFinding, ...]  # by name
    together: Finding | None  # of a target that the schools reach together

    @property
    def standings(self) -> Counter[Standing]:
        return Counter(one.finding.standing for one in self.schools)

    def of(self, school_id: int) -> SchoolFinding | None:
        return next((one for one in self.schools if one.school.id == school_id), None)


@dataclass(frozen=True, slots=True)
class Board:
    plan: Plan
    school_id: int  # 0: all schools
    place: str
    rows: tuple[RowTarget, ...]
    may_type: bool


async def see_board(tx: Transaction, actor: Person, plan_id: int, school_id: int, *, now: datetime) -> Board:
    """The targets of a plan; of one school, those that concern it."""
    plan = await plans.get_plan(tx, plan_id)
    if plan is None or plan.status not in FOLLOWED or plan.school_id not in (None, school_id):
        raise Forbidden
    place = Place(plan.district_id, school_id or None)
    require(actor, Action.SEE_TARGETS, place)
    schools = [s for s in await list_schools(tx, plan.district_id) if school_id in (0, s.id)]
    if not schools and school_id:
        raise Forbidden
    record = await record_of(tx, plan, now=now)
    return Board(
        plan,
        school_id,
        schools[0].name if school_id else record.district,
        tuple(row for row in await _check(tx, record, schools) if row.schools or not school_id),
        bool(school_id) and plan.status is PlanStatus.LIVE and may(actor, Action.TYPE_FIGURES, place),
    )


async def see_row(
    tx: Transaction, actor: Person, activity_id: int, index: int, school_id: int, *, now: datetime
) -> tuple[Board, RowTarget]:
    """One target and its board; ``school_id`` 0: with all schools."""
    activity = await plans.get_activity(tx, activity_id)
    if activity is None:
        raise Forbidden
    board = await see_board(tx, actor, activity.plan_id, school_id, now=now)
    for row in board.rows:
        if row.row.activity_id == activity_id and row.index == index:
            return board, row
    raise Outdated


async def ask_figure(
    tx: Transaction,
    actor: Person,
    activity_id: int,
    index: int,
    school_id: int,
    point: Point,
    *,
    now: datetime,
) -> tuple[Board, RowTarget]:
    """The target of which a figure is to be typed in."""
    board, row = await see_row(tx, actor, activity_id, index, school_id, now=now)
    if not board.may_type:
        raise Forbidden
    if point not in points_of(row.target):
        raise Outdated
    return board, row


async def type_figure(
    tx: Transaction,
    actor: Person,
    *,
    activity_id: int,
    index: int,
    school_id: int,
    point: Point,
    raw: str,
    now: datetime,
) -> tuple[Board, RowTarget]:
    """Keep the figure; the target as it stands with it."""
    _, row = await ask_figure(tx, actor, activity_id, index, school_id, point, now=now)
    if point is Point.BASE and row.target.measure is Measure.SHARE:
        people = int(checked_base(raw))
        await targets.set_headcount(tx, school_id, _kind(row.target), people, person_id=actor.id, now=now)
    else:
        key = FigureKey(activity_id, school_id, row.target.key, point)
        await targets.set_figure(tx, key, checked_figure(raw), person_id=actor.id, now=now)
    return await see_row(tx, actor, activity_id, index, school_id, now=now)


def may_type_of(actor: Person, task: Task) -> bool:
    """Whether the task's row wants something in numbers that this person may type in for its school."""
    if task.school_id is None or task.archived or not may(actor, Action.TYPE_FIGURES, task.place):
        return False
    return any(points_of(target) for target in read_targets(task.result))


def are_apart(task: Task) -> bool:
    """Whether the row wants several things of people, so that a report's one number tells none of them."""
    return _speaks_of(read_targets(task.result)) > 1


def _speaks_of(read: Sequence[Target]) -> int:
    return sum(target.measure in FROM_REPORTS for target in read)


def points_of(target: Target) -> tuple[Point, ...]:
    """What of a target may be typed in, in the order of asking."""
    match target.measure:
        case Measure.SCHOOLS | Measure.SCHOOLS_SHARE:
            return ()
        case Measure.SHARE | Measure.CHANGE:
            return (Point.BASE, Point.VALUE)
        case _:
            return (Point.VALUE,)


async def _check(tx: Transaction, record: PlanRecord, schools: Sequence[Body]) -> tuple[RowTarget, ...]:
    wanted = [(row, read) for row in record.rows if (read := read_targets(row.result))]
    ledger = _Ledger(
        record,
        await targets.list_figures(tx, [row.activity_id for row, _ in wanted]),
        await targets.list_headcounts(tx, [school.id for school in schools]),
        await attendance.count_registers(tx, [row.activity_id for row, _ in wanted]),
    )
    return tuple(
        ledger.check(row, read, index, schools) for row, read in wanted for index in range(len(read))
    )


@dataclass(frozen=True, slots=True)
class _Ledger:
    """All figures that are known of a plan's targets."""

    record: PlanRecord
    typed: Mapping[FigureKey, Decimal]
    headcounts: Mapping[tuple[int, str], int]
    registers: Mapping[tuple[int, int], tuple[int, ...]]  # of the meetings of a row, by school

    def check(self, row: RecordRow, read: Sequence[Target], index: int, schools: Sequence[Body]) -> RowTarget:
        tasks = self.record.tasks_of.get(row.activity_id, ())
        concerned = {task.school_id for task in tasks if task.school_id}  # none: a body does it for all
        those = [school for school in schools if not concerned or school.id in concerned]
        # A report has one number of people: of two targets nobody knows which it speaks of.
        spoken = _speaks_of(read) == 1
        target = read[index]
        known = [self._known(row, target, school.id, tasks, spoken=spoken) for school in those]
        checked = (check_school(target, figures) for figures in known)
        together = None
        if is_together(target):
            others = [Figures(_people(tasks, None))] if target.measure is Measure.PEOPLE and spoken else []
            together = check_district(target, [*known, *others])
        return RowTarget(row, index, target, tuple(map(SchoolFinding, those, known, checked)), together)

    def _known(
        self, row: RecordRow, target: Target, school_id: int, tasks: Sequence[TaskDone], *, spoken: bool
    ) -> Figures:
        typed = partial(FigureKey, row.activity_id, school_id, target.key)
        base = self.typed.get(typed(Point.BASE))
        if target.measure is Measure.SHARE:
            people = self.headcounts.get((school_id, _kind(target)))
            base = None if people is None else Decimal(people)
        done = any(task.is_done for task in tasks if task.school_id == school_id)
        present = self.registers.get((row.activity_id, school_id), ())
        counted = (_people(tasks, school_id) or present) if spoken else ()
        return Figures(counted, done, self.typed.get(typed(Point.VALUE)), base)


def _people(tasks: Sequence[TaskDone], school_id: int | None) -> tuple[int, ...]:
    """Of each report that was confirmed or accepted, how many people took part."""
    return tuple(
        task.report.people_count
        for task in tasks
        if task.school_id == school_id
        and task.state in DONE
        and task.report
        and task.report.outcome is not Outcome.NOT_DONE
        and task.report.people_count is not None
    )


def _kind(target: Target) -> str:
    return target.whom.lower()[:_KIND]
