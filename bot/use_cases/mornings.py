"""The clock's part: tasks open on their day, and each person hears once a day of all that is due."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from datetime import date, datetime
from textwrap import shorten
from typing import Any

from bot.domain.escalation import Rise
from bot.domain.hands import Refusal
from bot.domain.local_time import local_day
from bot.domain.mornings import Listener, Morning, TaskBoard, compose_morning, rises_told
from bot.domain.names import brief
from bot.domain.people import Role
from bot.domain.reminders import LISTED, Part, days_late, draft_held_until
from bot.domain.tasks import Task, TaskState
from bot.domain.week import WEEK, watched_schools
from bot.use_cases.consultations import due_consultations
from bot.use_cases.decisions import NOTICE_TITLE
from bot.use_cases.digests import NOTICE_NAME, SPOKEN_OF, digest_args, weeks_args
from bot.use_cases.examinations import due_examinations
from bot.use_cases.holidays import holidays_of
from bot.use_cases.news import tell
from bot.use_cases.partners import due_contracts
from bot.use_cases.survey_reminders import due_reminders
from storage import Transaction, digests, hands, mornings, tasks
from storage.escalation import list_authorities, note_rises
from storage.ladders import list_ladders
from storage.mornings import DuePerson, NewMorning, NextMorning
from storage.news import News, take_news

REFUSALS = 3  # shown one by one in a message; the rest are a press away


async def open_due_tasks(tx: Transaction, now: datetime) -> int:
    """Open the planned tasks whose window has begun; how many."""
    return await tasks.open_due_tasks(tx, now=now)


async def take_back_late(tx: Transaction, now: datetime) -> int:
    """Hold the messages that an outage has made too late for today; how many.

    The next working morning's message says what they said, if it still matters.
    """
    taken = await mornings.take_back_late(tx, now=now)
    await tell(tx, [News(person, **piece) for person, args in taken for piece in args["news"]], now=now)
    return len(taken)


async def send_mornings(tx: Transaction, now: datetime) -> int:
    """Queue the daily message of everybody whose local morning has come; how many were queued.

    The number of queries does not depend on the number of people or tasks.
    """
    due = await mornings.lock_due_people(tx, now=now, transfers=holidays_of)
    if not due:
        return 0
    await mornings.set_mornings(tx, [_next_morning(person, now) for person in due])
    listeners = await _listeners(tx, [person for person in due if _is_told(person, now)])
    if not listeners:
        return 0
    board = await _board(tx, listeners, now)
    rhythms = {person.id: person.rhythm for person in due if person.rhythm}
    untold = await take_news(tx, [person.id for person in listeners])
    ahead = {
        "surveys": await due_reminders(tx, listeners, now),
        "consultations": await due_consultations(tx, listeners, now),
        "contracts": await due_contracts(tx, listeners, now),
        "examinations": await due_examinations(tx, listeners, now),
    }
    messages: list[NewMorning] = []
    rises: list[Rise] = []
    for person in listeners:
        morning, news = compose_morning(person, board, now), untold.get(person.id, ())
        if morning or news or any(person.id in due for due in ahead.values()):
            today = local_day(now, person.zone)
            args = {**_args(morning or Morning(today)), "news": list(news)}
            args |= {name: due.get(person.id, []) for name, due in ahead.items()}
            quiet_from = rhythms[person.id].quiet_from(today)
            messages.append(NewMorning(person.id, today, args, quiet_from, person.last_on))
            rises += rises_told(morning, person, board, now) if morning else ()
    await mornings.queue_mornings(tx, messages, notice="morning", now=now)
    await note_rises(tx, rises, now=now)
    return len(messages)


def _is_told(person: DuePerson, now: datetime) -> bool:
    """A day is never told twice, a quiet one is held, and who is out of reach catches up later."""
    if not (person.rhythm and person.reachable and person.rhythm.writes_at(now)):
        return False
    return person.last_on is None or person.last_on < local_day(now, person.rhythm.zone)


def _next_morning(person: DuePerson, now: datetime) -> NextMorning:
    if not person.rhythm:
        return NextMorning(person.id, None, person.last_on)
    last_on = local_day(now, person.rhythm.zone) if _is_told(person, now) else person.last_on
    return NextMorning(person.id, person.rhythm.next_morning(now), last_on)


async def _listeners(tx: Transaction, people: Sequence[DuePerson]) -> list[Listener]:
    if not people:
        return []
    clocks = {p.id: (p.rhythm.zone, p.rhythm.hour) for p in people if p.rhythm}
    held: dict[int, dict[int, date]] = defaultdict(dict)
    for person_id, task_id, until in await mornings.list_put_off(tx, list(clocks)):
        held[person_id][task_id] = until
    for person_id, task_id, touched_at in await mornings.list_drafts(tx, list(clocks)):
        rested = draft_held_until(touched_at, *clocks[person_id])
        held[person_id][task_id] = max(held[person_id].get(task_id, rested), rested)
    weekdays = await digests.list_weekdays(tx, list(clocks))
    return [
        Listener(p.id, p.memberships, *clocks[p.id], p.last_on, held.get(p.id, {}), weekdays[p.id])
        for p in people
        if p.id in clocks
    ]


async def _board(tx: Transaction, listeners: Sequence[Listener], now: datetime) -> TaskBoard:
    memberships = [m for listener in listeners for m in listener.memberships]
    districts = {m.district_id for m in memberships if m.district_id and m.role is not Role.TEACHER}
    led = {m.district_id for m in memberships if m.district_id and m.role is Role.COORDINATOR}
    watched = watched_schools(memberships)
    return TaskBoard(
        await tasks.list_districts_tasks(tx, districts, SPOKEN_OF) if districts else [],
        deputies=await mornings.list_deputies(tx, districts, now=now),
        undelivered=await digests.list_unreached(tx, led) if led else {},
        filed=await digests.count_filed(tx, watched, since=now - WEEK) if watched else {},
        ladders=await list_ladders(tx, districts),
        standings=await hands.list_standings(tx, districts),
        refusals=await hands.list_refusals(tx, districts),
        authorities=await list_authorities(tx, districts),
    )


def _args(morning: Morning) -> Mapping[str, Any]:
    """The message as JSON: what is listed by name, and the numbers of the rest."""
    several = len({task.place for task, _ in morning.tasks}) > 1
    return {
        "tasks": [
            _task_args(task, part, morning.today, with_place=several or part is Part.WATCH)
            for task, part in morning.tasks[:LISTED]
        ],
        "more": max(0, len(morning.tasks) - LISTED),
        "to_confirm": morning.to_confirm,
        "confirm_waits": morning.confirm_waits,
        "risen": [_risen_args(task, morning.today) for task in morning.risen[:LISTED]],
        "risen_more": max(0, len(morning.risen) - LISTED),
        "refusals": [_refusal_args(one) for one in morning.refusals[:REFUSALS]],
        "refusals_more": max(0, len(morning.refusals) - REFUSALS),
        "digest": digest_args(morning.digest) if morning.digest else None,
        "weeks": weeks_args(morning.weeks),
    }


def _risen_args(task: Task, today: date) -> Mapping[str, Any]:
    return {
        "number": task.number,
        "title": shorten(task.title, NOTICE_TITLE, placeholder="…"),
        "place": brief(task.responsible, NOTICE_NAME),
        "days": days_late(task, today),
    }


def _refusal_args(refusal: Refusal) -> Mapping[str, Any]:
    return {
        "task": refusal.task_id,
        "person": refusal.person_id,
        "number": refusal.number,
        "title": shorten(refusal.title, NOTICE_TITLE, placeholder="…"),
        "who": brief(refusal.who, NOTICE_NAME),
        "place": brief(refusal.place, NOTICE_NAME),
        "why": refusal.why,
    }


def _task_args(task: Task, part: Part, today: date, *, with_place: bool) -> Mapping[str, Any]:
    return {
        "task": task.id,
        "number": task.number,
        "title": shorten(task.title, NOTICE_TITLE, placeholder="…"),
        "label": shorten(task.label, NOTICE_NAME, placeholder="…"),
        "place": brief(task.responsible, NOTICE_NAME) if with_place else "",
        "last_day": task.window_end.isoformat() if task.window_end else "",
        "days_left": -days_late(task, today),
        "returned": task.state is TaskState.RETURNED,
        "part": part.value,
        "refusable": task.school_id is not None or task.organisation_id is not None,
    }
