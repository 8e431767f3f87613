"""What rises above a school: who hears of it, and how the coordinator keeps it down."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from bot.domain.access import Action, Place, require
from bot.domain.errors import Forbidden, Outdated
from bot.domain.escalation import rising
from bot.domain.local_time import local_day
from bot.domain.people import Person, Role
from bot.domain.tasks import TO_DO, Move, Task
from bot.use_cases.tasks import load_task
from storage import Transaction, escalation, tasks
from storage.districts import Body, get_organisation, list_organisations
from storage.history import NewLine, append_lines
from storage.ladders import list_ladders
from storage.people import get_zone


@dataclass(frozen=True, slots=True)
class Authority:
    """The organisations of a district, and which of them hears of what is late too long."""

    organisations: Sequence[Body]
    chosen: int | None


async def list_rising(tx: Transaction, actor: Person, *, now: datetime) -> list[Task]:
    """Late tasks of the coordinator's districts that rise, held down or not, the latest first."""
    led = actor.districts(Role.COORDINATOR)
    if not led:
        raise Forbidden
    today = local_day(now, await get_zone(tx, actor.id))
    found = await tasks.list_districts_tasks(tx, led, TO_DO)
    return rising(found, today, await list_ladders(tx, led))


async def hold_down(tx: Transaction, actor: Person, *, task_id: int, held: bool, now: datetime) -> Task:
    """Let a late task rise no higher, or let it rise again."""
    task = await load_task(tx, actor, task_id, Action.HOLD_DOWN)
    if task.state not in TO_DO or task.archived or not await escalation.hold_down(tx, task, held=held):
        raise Outdated
    move = Move.HOLD_DOWN if held else Move.LET_RISE
    line = NewLine(task.plan_id, task.id, move, task.state, task.state)
    await append_lines(tx, [line], person_id=actor.id, now=now)
    return task


async def see_authority(tx: Transaction, actor: Person, district_id: int) -> Authority:
    require(actor, Action.SET_REMINDERS, Place(district_id))
    chosen = await escalation.list_authorities(tx, [district_id])
    return Authority(await list_organisations(tx, district_id), next(iter(chosen), None))


async def turn_authority(tx: Transaction, actor: Person, organisation_id: int) -> int:
    """Make the organisation the one that hears, or no more if it is; its district."""
    found = await get_organisation(tx, organisation_id)
    if found is None:
        raise Forbidden
    before = await see_authority(tx, actor, found.district_id)
    chosen = None if before.chosen == organisation_id else organisation_id
    await escalation.set_authority(tx, found.district_id, chosen)
    return found.district_id
