"""«Не моё»: a person says that a task is not theirs, and whoever stands above decides whose it is."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from bot.domain.access import Action, may_somewhere
from bot.domain.errors import Forbidden, Outdated
from bot.domain.hands import MAX_WHY, Refusal, Standing
from bot.domain.local_time import local_day
from bot.domain.people import Person, Role
from bot.domain.reports import checked_words
from bot.domain.tasks import UNFINISHED, Move, Task
from bot.use_cases.tasks import load_task
from storage import Transaction, hands, tasks
from storage.history import NewLine, append_lines

_TOMORROW = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Choice:
    """To whom of the place a refused task can be given."""

    refusal: Refusal
    people: Sequence[tuple[int, str, Role]]


async def ask_why(tx: Transaction, actor: Person, *, task_id: int) -> Task:
    """The task, if the person may say that it is not theirs and has not said so."""
    task = await load_task(tx, actor, task_id, Action.REFUSE_TASK)
    standing = (await hands.get_standings(tx, task.id)).get(actor.id)
    if task.state not in UNFINISHED or task.archived or standing in (Standing.REFUSED, Standing.RELEASED):
        raise Outdated
    return task


async def refuse(tx: Transaction, actor: Person, *, task_id: int, why: str, now: datetime) -> Task:
    """Remind this person of it no more; whoever decides reads ``why`` in their next message of the day."""
    words = checked_words(why, MAX_WHY)
    task = await ask_why(tx, actor, task_id=task_id)
    await hands.set_standing(
        tx, task_id=task.id, person_id=actor.id, standing=Standing.REFUSED, why=words, now=now
    )
    await _note(tx, actor, task, Move.REFUSE, now, why=words)
    return task


async def take_back(tx: Transaction, actor: Person, *, task_id: int, now: datetime) -> Task:
    """The person finds that it is theirs after all, while nobody has decided."""
    task = await load_task(tx, actor, task_id, Action.REFUSE_TASK)
    if not await hands.replace_standing(
        tx, task_id=task.id, person_id=actor.id, before=Standing.REFUSED, after=None
    ):
        raise Outdated
    await _note(tx, actor, task, Move.RECLAIM, now)
    return task


async def list_refusals(tx: Transaction, actor: Person) -> list[Refusal]:
    """Those that this person decides on, the first refused first."""
    if not may_somewhere(actor, Action.DECIDE_HANDS):
        raise Forbidden
    found = await hands.list_refusals(tx, actor.districts(Role.HEAD, Role.COORDINATOR))
    return [refusal for refusal in found if refusal.is_for(actor.memberships, actor.id)]


async def give_back(
    tx: Transaction, actor: Person, *, task_id: int, person_id: int, now: datetime
) -> Refusal:
    """It is theirs: they are reminded again, of this task first thing tomorrow."""
    task, refusal = await _to_decide(tx, actor, task_id, person_id)
    await _settle(tx, refusal, None)
    await _remind_tomorrow(tx, task, person_id, now)
    await _note(tx, actor, task, Move.GIVE_BACK, now, about_id=person_id)
    return refusal


async def choose_hands(tx: Transaction, actor: Person, *, task_id: int, person_id: int) -> Choice:
    task, refusal = await _to_decide(tx, actor, task_id, person_id)
    return Choice(refusal, await hands.list_hands(tx, task.id, besides=person_id))


async def give_to(
    tx: Transaction, actor: Person, *, task_id: int, person_id: int, to_id: int, now: datetime
) -> str:
    """Give it to somebody of the place by name, who hears of it tomorrow; their name."""
    choice = await choose_hands(tx, actor, task_id=task_id, person_id=person_id)
    name = next((name for found, name, _ in choice.people if found == to_id), None)
    if name is None:
        raise Outdated
    task = await load_task(tx, actor, task_id, Action.DECIDE_HANDS)
    await _settle(tx, choice.refusal, Standing.RELEASED)
    await hands.set_standing(tx, task_id=task.id, person_id=to_id, standing=Standing.GIVEN, now=now)
    await _remind_tomorrow(tx, task, to_id, now)
    await _note(tx, actor, task, Move.HAND_OVER, now, about_id=to_id)
    return name


async def _to_decide(tx: Transaction, actor: Person, task_id: int, person_id: int) -> tuple[Task, Refusal]:
    task = await load_task(tx, actor, task_id, Action.DECIDE_HANDS)
    found = await hands.list_refusals(tx, [task.district_id], task_id=task.id)
    refusal = next((one for one in found if one.person_id == person_id), None)
    if refusal is None:
        raise Outdated
    # The coordinator stands above everybody, and nobody decides on a refusal of their own.
    if refusal.person_id == actor.id:
        raise Forbidden
    return task, refusal


async def _settle(tx: Transaction, refusal: Refusal, after: Standing | None) -> None:
    if not await hands.replace_standing(
        tx, task_id=refusal.task_id, person_id=refusal.person_id, before=Standing.REFUSED, after=after
    ):
        raise Outdated


async def _remind_tomorrow(tx: Transaction, task: Task, person_id: int, now: datetime) -> None:
    """Whatever the ladder says of that day."""
    tomorrow = local_day(now, task.zone) + _TOMORROW
    await tasks.put_off(tx, person_id=person_id, task_id=task.id, until=tomorrow)


async def _note(
    tx: Transaction,
    actor: Person,
    task: Task,
    move: Move,
    now: datetime,
    *,
    why: str = "",
    about_id: int | None = None,
) -> None:
    line = NewLine(task.plan_id, task.id, move, task.state, task.state, why, about_id=about_id)
    await append_lines(tx, [line], person_id=actor.id, now=now)
