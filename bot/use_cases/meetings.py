"""A meeting is called with an agenda; what it decides becomes rows of the plan by a correction."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from bot.domain.access import Action, Place, require
from bot.domain.errors import DomainError, Forbidden, Outdated
from bot.domain.local_time import local_day
from bot.domain.meetings import SECTION, Decision, Meeting, propose_agenda, read_decision
from bot.domain.people import Person
from bot.domain.rows import Field
from bot.domain.tasks import TO_DO
from bot.use_cases.corrections import begin_by_rows
from bot.use_cases.restructuring import add_row
from bot.use_cases.tasks import read_window
from storage import Transaction, meetings, plans, rows, tasks
from storage.districts import get_district
from storage.plans import Plan

PAGE = 7


class Standing(StrEnum):
    """How far a decision has come on its way into the plan."""

    NOT_YET = "not-yet"
    CORRECTION = "correction"  # a row of a correction that is under way
    PLAN = "plan"


@dataclass(frozen=True, slots=True)
class Meetings:
    district_id: int
    shown: tuple[Meeting, ...]  # the latest first
    page: int
    total: int


@dataclass(frozen=True, slots=True)
class MeetingCard:
    meeting: Meeting
    decisions: tuple[tuple[Decision, Standing], ...]
    plan: Plan | None  # the district's live one, to which decisions go


async def list_meetings(tx: Transaction, actor: Person, district_id: int, page: int) -> Meetings:
    require(actor, Action.HOLD_MEETING, Place(district_id))
    shown, total = await meetings.list_meetings(tx, district_id, offset=page * PAGE, limit=PAGE)
    last = max(0, (total - 1) // PAGE)
    if page > last:
        return await list_meetings(tx, actor, district_id, last)
    return Meetings(district_id, tuple(shown), page, total)


async def call_meeting(
    tx: Transaction, actor: Person, district_id: int, *, when: str, now: datetime
) -> MeetingCard:
    """``when``: the day in words. The agenda is what is late or was returned at this moment."""
    require(actor, Action.HOLD_MEETING, Place(district_id))
    district = await get_district(tx, district_id)
    if district is None:
        raise Forbidden
    _, held_on = read_window(when, local_day(now, district.zone))
    agenda = propose_agenda(await tasks.list_districts_tasks(tx, [district_id], TO_DO), now)
    made = await meetings.add_meeting(
        tx, district_id=district_id, held_on=held_on, agenda=agenda, created_by=actor.id, now=now
    )
    return await see_meeting(tx, actor, made)


async def see_meeting(tx: Transaction, actor: Person, meeting_id: int) -> MeetingCard:
    meeting = await meetings.get_meeting(tx, meeting_id)
    if meeting is None:
        raise Forbidden
    require(actor, Action.HOLD_MEETING, Place(meeting.district_id))
    plan = await _live_plan(tx, meeting.district_id)
    draft = await plans.get_correction(tx, plan.id) if plan else None
    there = await _titles(tx, plan)
    drafted = await _titles(tx, draft)
    taken = await meetings.list_decisions(tx, meeting.id)
    return MeetingCard(
        meeting, tuple((decision, _standing(decision, there, drafted)) for decision in taken), plan
    )


async def take_decision(tx: Transaction, actor: Person, meeting_id: int, *, words: str) -> MeetingCard:
    """Note one decision: what, by when, who."""
    await see_meeting(tx, actor, meeting_id)
    await meetings.add_decision(tx, meeting_id, read_decision(words))
    return await see_meeting(tx, actor, meeting_id)


async def put_into_plan(tx: Transaction, actor: Person, meeting_id: int, *, now: datetime) -> Plan:
    """Add the decisions that are in no plan yet to a correction of the live one, in a section of their own.

    Tasks come of them as of any row: once the coordinator has looked at the correction and applied it.
    """
    card = await see_meeting(tx, actor, meeting_id)
    if card.plan is None:
        raise DomainError("error-meeting-no-plan")
    require(actor, Action.IMPORT_PLAN, card.plan.place)
    waiting = [decision for decision, standing in card.decisions if standing is Standing.NOT_YET]
    if not waiting:
        raise Outdated
    draft = await plans.get_correction(tx, card.plan.id)
    draft_id = draft.id if draft else await begin_by_rows(tx, actor, card.plan.id, now=now)
    section = await rows.ensure_section(tx, draft_id, SECTION)
    for decision in waiting:
        last = (await plans.list_activities(tx, draft_id))[-1]
        words = {
            Field.TITLE: decision.words,
            Field.DEADLINE: decision.deadline,
            Field.RESPONSIBLE: decision.responsible,
        }
        await add_row(tx, actor, behind=last.id, words=words, now=now)
        added = (await plans.list_activities(tx, draft_id))[-1]
        await rows.set_words(tx, added.id, section_id=section)
    return card.plan


async def _live_plan(tx: Transaction, district_id: int) -> Plan | None:
    """The district's own newest one."""
    own = [plan for plan in await plans.list_live_plans(tx, district_id) if plan.school_id is None]
    return own[-1] if own else None


async def _titles(tx: Transaction, plan: Plan | None) -> set[str]:
    """Of the rows of decisions: a row is known by its words, whichever way it came."""
    found = await plans.list_activities(tx, plan.id) if plan else []
    return {row.title for row in found if row.section == SECTION}


def _standing(decision: Decision, there: set[str], drafted: set[str]) -> Standing:
    if decision.words in there:
        return Standing.PLAN
    return Standing.CORRECTION if decision.words in drafted else Standing.NOT_YET
