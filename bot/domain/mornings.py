"""One person's message of the day: everything due in one, or none at all."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from bot.domain.digest import Digest, Unreached, compose_digest
from bot.domain.escalation import Above, Rise, for_authority
from bot.domain.hands import Refusal, Standing, part_of
from bot.domain.ladder import USUAL, Ladders, Threshold
from bot.domain.local_time import local_day
from bot.domain.people import Membership, Role
from bot.domain.reminders import Days, Part, decision_ladder, is_due, urgency
from bot.domain.tasks import Task, TaskState
from bot.domain.week import NEVER, SchoolWeek, compose_weeks, is_week_told, watched_schools


@dataclass(frozen=True, slots=True)
class Listener:
    """A person whose morning has come."""

    id: int
    memberships: tuple[Membership, ...]
    zone: str  # of the person's first district
    morning_hour: int
    last_on: date | None  # the local day of the last message, or of the last day without one
    held: Mapping[int, date] = field(default_factory=dict)  # task → the day on which it is shown again
    weekly_on: int = NEVER  # the weekday (ISO) on which they are told of their schools' week

    def places(self, *roles: Role) -> Iterable[tuple[str, int]]:
        """Keys of :class:`TaskBoard` under which this person's tasks are found."""
        for m in self.memberships:
            if roles and m.role not in roles:
                continue
            if m.role in (Role.HEAD, Role.DEPUTY) and m.school_id:
                yield "school", m.school_id
            elif m.role is Role.METHODIST and m.organisation_id:
                yield "organisation", m.organisation_id
            elif m.role is Role.COORDINATOR and m.district_id:
                yield "district", m.district_id


class TaskBoard:
    """The tasks of some districts, found by the place that is responsible; loaded once for everybody."""

    def __init__(
        self,
        tasks: Iterable[Task],
        *,
        deputies: Mapping[int, Collection[int]] | None = None,
        undelivered: Mapping[int, Sequence[Unreached]] | None = None,
        filed: Mapping[int, int] | None = None,
        ladders: Mapping[int, Ladders] | None = None,
        standings: Mapping[int, Mapping[int, Standing]] | None = None,
        refusals: Sequence[Refusal] = (),
        authorities: Mapping[int, int] | None = None,
    ) -> None:
        """``deputies``: school → those whom messages reach; ``undelivered``: district → people out of reach;
        ``filed``: school → reports of the last seven days; ``ladders``: of districts that changed theirs;
        ``standings``: task → person → what is said of them; ``refusals``: what waits for a decision;
        ``authorities``: organisation → the district whose authority it is."""
        self.deputies = deputies or {}
        self.standings = standings or {}
        self.refusals = refusals
        self.authorities = authorities or {}
        self.undelivered = undelivered or {}
        self.filed = filed or {}
        self.ladders = ladders or {}
        self._by_place: dict[tuple[str, int], list[Task]] = defaultdict(list)
        self._by_district: dict[int, list[Task]] = defaultdict(list)
        for task in tasks:
            self._by_place[_key(task)].append(task)
            self._by_district[task.district_id].append(task)

    def ladders_of(self, task: Task) -> Ladders:
        return self.ladders.get(task.district_id, USUAL)

    def at(self, places: Iterable[tuple[str, int]]) -> list[Task]:
        return [task for place in dict.fromkeys(places) for task in self._by_place.get(place, ())]

    def of_districts(self, districts: Iterable[int]) -> list[Task]:
        return [task for district in districts for task in self._by_district.get(district, ())]


def _key(task: Task) -> tuple[str, int]:
    if task.school_id is not None:
        return "school", task.school_id
    if task.organisation_id is not None:
        return "organisation", task.organisation_id
    return "district", task.district_id


@dataclass(frozen=True, slots=True)
class Morning:
    """What one person is told today."""

    today: date
    tasks: tuple[tuple[Task, Part], ...] = ()  # the most urgent first
    to_confirm: int = 0  # reports that wait for this head
    confirm_waits: int = 0  # days since the longest waiting of them was filed, once it is too long
    digest: Digest | None = None
    risen: tuple[Task, ...] = ()  # late for so long that the authority is told
    refusals: tuple[Refusal, ...] = ()  # that wait for this person's decision
    weeks: tuple[SchoolWeek, ...] = ()


def compose_morning(listener: Listener, board: TaskBoard, now: datetime) -> Morning | None:
    """Today's message of ``listener``; None when there is nothing to say."""
    today = local_day(now, listener.zone)
    days = Days.since(listener.last_on, today)
    tasks = _due_tasks(listener, board, days)
    reported = [task for task in board.at(listener.places(Role.HEAD)) if task.state is TaskState.REPORTED]
    asked_to_confirm = any(days.any_of(decision_ladder(task, board.ladders_of(task))) for task in reported)
    digest = _digest(listener, board, days, now)
    refusals = _refusals(listener, board, days)
    weeks = _weeks(listener, board, days, now)
    risen = _risen(listener, board, days)
    if not (tasks or asked_to_confirm or digest or risen or refusals or weeks):
        return None
    waits = _too_long(reported, board, today)
    return Morning(today, tuple(tasks), len(reported), waits, digest, risen, refusals, weeks)


def _risen(listener: Listener, board: TaskBoard, days: Days) -> tuple[Task, ...]:
    bodies = (body for place, body in listener.places(Role.METHODIST) if place == "organisation")
    districts = {board.authorities[body] for body in bodies if body in board.authorities}
    return for_authority(board.of_districts(sorted(districts)), days, board.ladders)


def rises_told(morning: Morning, listener: Listener, board: TaskBoard, now: datetime) -> list[Rise]:
    """Of which late tasks a message tells somebody above those who are to do them."""
    led = [district for _, district in listener.places(Role.COORDINATOR)]
    late = [task for task in board.of_districts(dict.fromkeys(led)) if task.is_overdue(now)]
    return [
        *(Rise(task, Above.COORDINATOR) for task in (late if morning.digest else ())),
        *(Rise(task, Above.HEAD) for task, part in morning.tasks if part is Part.WATCH),
        *(Rise(task, Above.AUTHORITY) for task in morning.risen),
    ]


def _refusals(listener: Listener, board: TaskBoard, days: Days) -> tuple[Refusal, ...]:
    """All that wait, on the days on which one of them is news or has waited as long as a report may."""
    found = [one for one in board.refusals if one.is_for(listener.memberships, listener.id)]
    waiting = {one: board.ladders.get(one.district_id, USUAL).waiting_days for one in found}
    told = any(one.on + timedelta(days=n) in days for one, steps in waiting.items() for n in steps)
    return tuple(found) if told else ()


def _too_long(reported: Iterable[Task], board: TaskBoard, today: date) -> int:
    """Days that the longest waiting report has waited, if it is longer than the district lets it; or 0."""
    waits = (((today - task.changed_on).days, board.ladders_of(task)) for task in reported)
    return max((days for days, own in waits if days >= own.thresholds[Threshold.REPORT]), default=0)


def _due_tasks(listener: Listener, board: TaskBoard, days: Days) -> list[tuple[Task, Part]]:
    found = []
    for task in board.at(listener.places()):
        part = part_of(
            listener.id,
            listener.memberships,
            task,
            deputies=board.deputies.get(task.school_id or 0, ()),
            standings=board.standings.get(task.id, {}),
        )
        ladders, held = board.ladders_of(task), listener.held.get(task.id)
        if part is Part.WATCH and task.held_down:
            continue
        if part and is_due(task, days, part=part, ladders=ladders, held_until=held):
            found.append((task, part))
    return sorted(found, key=lambda pair: urgency(pair[0]))


def _digest(listener: Listener, board: TaskBoard, days: Days, now: datetime) -> Digest | None:
    districts = [key for _, key in dict.fromkeys(listener.places(Role.COORDINATOR))]
    if not districts:
        return None
    since = datetime.combine(days.last, time(listener.morning_hour), ZoneInfo(listener.zone))
    digest = compose_digest(
        board.of_districts(districts),
        [person for district in districts for person in board.undelivered.get(district, ())],
        days=days,
        since=since,
        now=now,
        ladders=board.ladders,
    )
    return None if digest.is_empty else digest


def _weeks(listener: Listener, board: TaskBoard, days: Days, now: datetime) -> tuple[SchoolWeek, ...]:
    """Whoever is new here waits for their weekday."""
    news = days if listener.last_on else Days(days.today - timedelta(days=1), days.today)
    if not is_week_told(listener.weekly_on, news):
        return ()
    schools = watched_schools(listener.memberships)
    tasks = board.at([("school", school) for school in schools])
    return compose_weeks(tasks, schools, board.filed, today=days.today, now=now)
