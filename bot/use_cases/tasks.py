"""A person's tasks: the list, the card, the history, a date for what waits for one, putting off."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from bot.domain.access import Action, may, may_somewhere, require
from bot.domain.deadlines import DeadlineKind, MonthDay, Window
from bot.domain.errors import DomainError, Forbidden, Outdated
from bot.domain.hands import Standing
from bot.domain.local_time import day_begins, day_ends, local_day
from bot.domain.people import Person, Role
from bot.domain.practices import is_offerable
from bot.domain.reminders import days_late
from bot.domain.reports import Evidence, Report
from bot.domain.school_year import SchoolYear
from bot.domain.task_list import Group, group_of
from bot.domain.tasks import SENT, TO_DO, UNFINISHED, Duties, Move, Task, TaskState, possible_moves
from bot.reading.deadlines import DeadlineContext, read_deadline
from bot.use_cases.plan_filter import get_way_back
from storage import Transaction, hands, history, reports, taking_back, tasks
from storage.history import HistoryLine
from storage.practices import is_offered
from storage.remarks import count_remarks
from storage.searches import FilterPlace

MAX_PUT_OFF = timedelta(days=92)
MAX_PHRASE = 200  # characters of a typed date, which the history keeps


@dataclass(frozen=True, slots=True)
class MyTasks:
    """What a person is to do, the most urgent first, and how much is no longer theirs to do."""

    tasks: tuple[tuple[Group, Task], ...]
    reported: int
    done: int
    may_report: bool

    @property
    def sent(self) -> int:
        """Off their hands, whoever has it now."""
        return self.reported + self.done


@dataclass(frozen=True, slots=True)
class SentTasks:
    """A page of the tasks that a person's places have reported on, the latest change first."""

    tasks: tuple[Task, ...]
    page: int
    total: int


@dataclass(frozen=True, slots=True)
class Card:
    """A task with its last report and what the person who looks may do about it."""

    task: Task
    overdue_days: int  # 0: not overdue
    returned_why: str  # "": it is not to be done again
    report: Report | None
    moves: frozenset[Move]
    may_put_off: bool
    may_take_back: bool  # the person's own report, on which nobody has decided
    may_refuse: bool
    refused: bool  # by this person, and not decided yet
    may_hold_down: bool  # it is late, and the person says how high that rises
    has_draft: bool
    confirms: bool  # the person has a queue of reports to confirm
    accepts: bool  # … to accept
    remarks: int  # of curators and experts
    may_remark: bool
    may_offer: bool  # to the bank of practices
    filtered: FilterPlace | None  # where the person came from


async def load_task(tx: Transaction, actor: Person, task_id: int, action: Action) -> Task:
    """The task, for a person who may do ``action`` to it; absent and foreign ones answer alike."""
    task = await tasks.get_task(tx, task_id)
    if task is None:
        raise Forbidden
    require(actor, action, task.place)
    return task


async def list_my_tasks(tx: Transaction, actor: Person, *, now: datetime) -> MyTasks:
    if not may_somewhere(actor, Action.LIST_TASKS):
        raise Forbidden
    duties = Duties.of(actor)
    to_do = await tasks.list_duties(tx, duties, TO_DO | {TaskState.WAITING})
    counts: Mapping[TaskState, int] = await tasks.count_duties(tx, duties)
    order = list(Group)
    grouped = sorted(((group_of(t, now), t) for t in to_do), key=lambda pair: order.index(pair[0]))
    done = counts.get(TaskState.CONFIRMED, 0) + counts.get(TaskState.ACCEPTED, 0)
    may_report = may_somewhere(actor, Action.FILE_REPORT)
    return MyTasks(tuple(grouped), counts.get(TaskState.REPORTED, 0), done, may_report)


async def list_sent_tasks(tx: Transaction, actor: Person, *, page: int, size: int) -> SentTasks:
    """The ``size`` tasks of a page, the last one where there are fewer pages."""
    if not may_somewhere(actor, Action.LIST_TASKS):
        raise Forbidden
    duties = Duties.of(actor)
    counts = await tasks.count_duties(tx, duties)
    total = sum(counts.get(state, 0) for state in SENT)
    page = min(page, max(0, (total - 1) // size))
    found = await tasks.list_latest(tx, duties, SENT, offset=page * size, limit=size)
    return SentTasks(tuple(found), page, total)


async def list_undated(tx: Transaction, actor: Person) -> list[Task]:
    """Tasks of the coordinator's districts that wait for a date."""
    if not may_somewhere(actor, Action.SCHEDULE_TASK):
        raise Forbidden
    return await tasks.list_districts_tasks(tx, actor.districts(Role.COORDINATOR), {TaskState.WAITING})


async def open_card(tx: Transaction, actor: Person, *, task_id: int, now: datetime) -> Card:
    task = await load_task(tx, actor, task_id, Action.SEE_TASK)
    draft = await reports.get_draft(tx, task_id=task.id, person_id=actor.id)
    report = await reports.get_last_sent(tx, task.id)
    mine = report if report and report.person_id == actor.id and not task.archived else None
    held = mine and mine.sent_at and task.lets_go_of(mine.sent_at, now)
    standing = (await hands.get_standings(tx, task.id)).get(actor.id)
    to_do = task.state in UNFINISHED and not task.archived
    return Card(
        task=task,
        overdue_days=days_late(task, local_day(now, task.zone)) if task.is_overdue(now) else 0,
        returned_why=await history.get_return_reason(tx, task.id) if task.state is TaskState.RETURNED else "",
        report=report,
        moves=possible_moves(actor, task),
        may_put_off=task.state in TO_DO and not task.archived and may(actor, Action.SNOOZE_TASK, task.place),
        may_take_back=bool(held) and await taking_back.get_state_before(tx, task.id) is not None,
        may_refuse=to_do
        and standing in (None, Standing.GIVEN)
        and may(actor, Action.REFUSE_TASK, task.place),
        refused=to_do and standing is Standing.REFUSED,
        may_hold_down=task.is_overdue(now) and not task.archived and may(actor, Action.HOLD_DOWN, task.place),
        has_draft=draft is not None,
        confirms=may_somewhere(actor, Action.CONFIRM_REPORT),
        accepts=may_somewhere(actor, Action.ACCEPT_REPORT),
        remarks=await count_remarks(tx, task.id) if report else 0,
        may_remark=report is not None and not task.archived and may(actor, Action.REMARK, task.place),
        may_offer=report is not None
        and is_offerable(task, report)
        and may(actor, Action.OFFER_PRACTICE, task.place)
        and not await is_offered(tx, report.id),
        filtered=await get_way_back(tx, actor, task, now=now),
    )


async def see_history(tx: Transaction, actor: Person, *, task_id: int) -> tuple[Task, list[HistoryLine]]:
    """The task and its changes, the first first."""
    task = await load_task(tx, actor, task_id, Action.SEE_TASK)
    return task, await history.list_history(tx, task.id)


async def see_evidence(tx: Transaction, actor: Person, *, task_id: int) -> tuple[Task, tuple[Evidence, ...]]:
    """The task and the files of its last report."""
    task = await load_task(tx, actor, task_id, Action.SEE_TASK)
    report = await reports.get_last_sent(tx, task.id)
    return task, report.files if report else ()


async def ask_date(tx: Transaction, actor: Person, *, task_id: int) -> Task:
    """The task that waits for a date and may be given one."""
    task = await load_task(tx, actor, task_id, Action.SCHEDULE_TASK)
    if task.state is not TaskState.WAITING or task.archived:
        raise Outdated
    return task


async def schedule(tx: Transaction, actor: Person, *, task_id: int, phrase: str, now: datetime) -> Task:
    """Give a waiting task the window that ``phrase`` means; the same grammar as in the plan."""
    task = await ask_date(tx, actor, task_id=task_id)
    today = local_day(now, task.zone)
    start, end = read_window(phrase, today)
    if end < today:
        raise DomainError("error-schedule-past")
    if not await tasks.move_task(tx, task, Move.SCHEDULE, actor=actor, why=phrase.strip(), now=now):
        raise Outdated
    opens_at = day_begins(start, task.zone) if start else now
    await tasks.set_window(
        tx, task.id, start=start, end=end, opens_at=opens_at, due_at=day_ends(end, task.zone)
    )
    return task


async def put_off(tx: Transaction, actor: Person, *, task_id: int, days: int, now: datetime) -> date:
    """Do not remind this person of the task for ``days``; the day on which it is shown again."""
    task = await load_task(tx, actor, task_id, Action.SNOOZE_TASK)
    if task.state not in TO_DO or task.archived:
        raise Outdated
    until = local_day(now, task.zone) + timedelta(days=days)
    if not timedelta() < timedelta(days=days) <= MAX_PUT_OFF:
        raise DomainError("error-put-off", max=MAX_PUT_OFF.days)
    await tasks.put_off(tx, person_id=actor.id, task_id=task.id, until=until)
    return until


async def put_off_until(tx: Transaction, actor: Person, *, task_id: int, phrase: str, now: datetime) -> date:
    """The same with a day in the person's own words: «до 15 марта»."""
    task = await load_task(tx, actor, task_id, Action.SNOOZE_TASK)
    today = local_day(now, task.zone)
    _, end = read_window(phrase, today)
    return await put_off(tx, actor, task_id=task_id, days=(end - today).days, now=now)


def local(moment: datetime, zone: str) -> datetime:
    return moment.astimezone(ZoneInfo(zone))


def read_window(phrase: str, today: date) -> tuple[date | None, date]:
    """First and last day of a phrase that means exactly one window; a bare month is of this school year."""
    if len(phrase) > MAX_PHRASE:
        raise DomainError("error-schedule-unread")
    deadline = read_deadline(phrase.strip(), DeadlineContext(year=SchoolYear.of(today)))
    if deadline.kind in (DeadlineKind.PERIODS, DeadlineKind.RECURRING):
        raise DomainError("error-schedule-several")
    window = deadline.windows[0] if len(deadline.windows) == 1 else Window(None, None)
    start, end = window.start, window.end
    if end is None or isinstance(start, MonthDay) or isinstance(end, MonthDay):
        raise DomainError("error-schedule-unread")
    if start and start > end:
        raise DomainError("error-schedule-unread")
    return start, end
