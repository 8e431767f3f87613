"""A school at one look: its people, how far it has come, what is late, what it reported last."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from bot.domain.access import Action, Place, may, require
from bot.domain.errors import Forbidden
from bot.domain.people import Person, Role
from bot.domain.progress import Tally, count_progress
from bot.domain.tasks import SENT, TO_DO, Duties, Task
from bot.use_cases.plans import is_seen
from storage import Transaction, tasks
from storage.districts import Body, get_school
from storage.people import list_people
from storage.plans import Plan, list_plans
from storage.progress import list_task_facts

LISTED = 3  # tasks of a kind; the rest are counted
_NAMED = (Role.HEAD, Role.DEPUTY, Role.CURATOR)  # who answer for the school; teachers are counted


@dataclass(frozen=True, slots=True)
class SchoolCard:
    school: Body
    people: tuple[tuple[Role, str], ...]  # who answer for the school, by role
    teachers: int
    tally: Tally
    overdue: tuple[Task, ...]  # the longest first
    latest: tuple[Task, ...]  # reported on, the latest change first
    plans: tuple[Plan, ...]  # the school's own, as far as the reader may see them
    may_invite: bool


async def see_school_card(tx: Transaction, actor: Person, school_id: int, *, now: datetime) -> SchoolCard:
    """For whoever may see how the school gets on; a fixed number of queries."""
    school = await get_school(tx, school_id)
    if school is None:
        raise Forbidden
    place = Place(school.district_id, school.id)
    require(actor, Action.SEE_PROGRESS, place)
    staff = [
        (membership.role, person.name)
        for person in await list_people(tx, school.district_id, school_id=school.id)
        for membership in person.at(now).memberships
        if membership.school_id == school.id
    ]
    facts = await list_task_facts(tx, school.district_id, school_ids=[school.id], now=now)
    to_do = await tasks.list_schools_tasks(tx, [school.id], TO_DO)
    duties = Duties(schools=(school.id,))
    own = [plan for plan in await list_plans(tx, school.district_id) if plan.school_id == school.id]
    return SchoolCard(
        school=school,
        people=tuple((role, name) for wanted in _NAMED for role, name in staff if role is wanted),
        teachers=sum(role is Role.TEACHER for role, _ in staff),
        tally=count_progress(facts).total,
        overdue=tuple(task for task in to_do if task.is_overdue(now)),
        latest=tuple(await tasks.list_latest(tx, duties, SENT, offset=0, limit=LISTED)),
        plans=tuple(plan for plan in own if plan.corrects_id is None and is_seen(actor, plan)),
        may_invite=may(actor, Action.INVITE, place),
    )
