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
from bot.domain.plan import PlanStatus
from bot.domain.rows import Field
from bot.domain.tasks import TO_DO
from bot.use_cases.corrections import begin_by_rows
from bot.use_cases.restructuring import add_row
from bot.use_cases.tasks import read_window
from storage import Transaction, meetings, plans, rows, tasks
from storage.districts import get_district
from storage.meetings import TakenDecision
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
    taken = await meetings.list_decisions(tx, meeting.id)
    decisions = tuple((one.decision, _standing(one)) for one in taken)
    return MeetingCard(meeting, decisions, await _live_plan(tx, meeting.district_id))


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
    taken = await meetings.list_decisions(tx, meeting_id)
    waiting = [one for one in taken if _standing(one) is Standing.NOT_YET]
    if not waiting:
        raise Outdated
    draft = await plans.get_correction(tx, card.plan.id)
    draft_id = draft.id if draft else await begin_by_rows(tx, actor, card.plan.id, now=now)
    section = await rows.ensure_section(tx, draft_id, SECTION)
    last = (await plans.list_activities(tx, draft_id))[-1].id
    for one in waiting:
        words = {
            Field.TITLE: one.decision.words,
            Field.DEADLINE: one.decision.deadline,
            Field.RESPONSIBLE: one.decision.responsible,
        }
        last = (await add_row(tx, actor, behind=last, words=words, now=now)).activity.id
        await rows.set_words(tx, last, section_id=section)
        await meetings.note_row(tx, one.id, last)
    return card.plan


async def _live_plan(tx: Transaction, district_id: int) -> Plan | None:
    """The district's own newest one."""
    own = [plan for plan in await plans.list_live_plans(tx, district_id) if plan.school_id is None]
    return own[-1] if own else None


def _standing(taken: TakenDecision) -> Standing:
    if taken.plan is None:
        return Standing.NOT_YET
    return Standing.CORRECTION if taken.plan is PlanStatus.DRAFT else Standing.PLAN
