"""Plans with their sections and activities, as read from their documents."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Select, func, or_, select, update

from bot.domain.access import Place
from bot.domain.deadlines import Deadline, deadline_from_json
from bot.domain.evidence import EvidenceKind
from bot.domain.plan import Heading, Period, PlanStatus, columns_from_json
from storage.engine import Transaction
from storage.tables import activities, plans, schools, sections


@dataclass(frozen=True, slots=True)
class Plan:
    id: int
    district_id: int
    school_id: int | None  # None: the district's own
    school: str  # its name, or ""
    parent_id: int | None  # of a school's plan: the district's that it carries out
    corrects_id: int | None  # the live plan that this draft is to correct
    follows_id: int | None  # the plan of the year before
    status: PlanStatus
    title: str
    period: Period
    unread: tuple[str, ...]  # table text that found no field
    columns: tuple[Heading, ...]  # its document's
    approved_at: datetime | None
    head_confirms: bool  # levels that a report passes
    coordinator_accepts: bool  # of a school's own plan it says nothing: its head is the last one
    proof_required: bool  # no report is accepted without the proof that its row asks for

    @property
    def place(self) -> Place:
        return Place(self.district_id, self.school_id)


@dataclass(frozen=True, slots=True)
class Section:
    id: int
    plan_id: int
    title: str  # "" for the rows above the first section


@dataclass(frozen=True, slots=True)
class Activity:
    id: int
    plan_id: int
    section_id: int | None  # None: the row was taken out, and its section too
    section: str
    position: int  # from 0, in the document's order
    number: str  # as written, maybe empty
    title: str
    problem: str
    result: str
    responsible_text: str
    deadline_phrase: str  # as in the document
    deadline: Deadline  # as it is meant now, maybe typed anew
    as_written: Mapping[str, str]  # the document's own words of the other fields worded anew
    by_hand: bool  # no document has this row
    table: int | None  # of its document, from 0; None where it is by hand
    evidence_kind: EvidenceKind
    origin_id: int | None  # of a correction's row: the live row that it corrects
    removed: bool  # a correction took it out; what was done about it stays


def _plan() -> Select[Any]:
    p = plans.c
    school = func.coalesce(schools.c.name, "").label("school")
    kin = (p.school_id, school, p.parent_id, p.corrects_id, p.follows_id)
    words = (p.title, p.period_start, p.period_end, p.unread, p.columns, p.approved_at)
    levels = (p.head_confirms, p.coordinator_accepts, p.proof_required)
    return select(p.id, p.district_id, *kin, p.status, *words, *levels).select_from(
        plans.join(schools, schools.c.id == p.school_id, isouter=True)
    )


async def get_plan(tx: Transaction, plan_id: int) -> Plan | None:
    row = (await tx.execute(_plan().where(plans.c.id == plan_id))).first()
    return _to_plan(row) if row else None


async def list_plans(tx: Transaction, district_id: int) -> list[Plan]:
    """Every plan of the district and its schools, corrections under way among them, by id."""
    rows = await tx.execute(_plan().where(plans.c.district_id == district_id).order_by(plans.c.id))
    return [_to_plan(row) for row in rows]


async def list_live_plans(tx: Transaction, district_id: int) -> list[Plan]:
    rows = await tx.execute(
        _plan()
        .where(plans.c.district_id == district_id, plans.c.status == PlanStatus.LIVE.value)
        .order_by(plans.c.id)
    )
    return [_to_plan(row) for row in rows]


async def get_correction(tx: Transaction, plan_id: int) -> Plan | None:
    """The draft that is to correct the plan, if one is under way."""
    row = (await tx.execute(_plan().where(plans.c.corrects_id == plan_id))).first()
    return _to_plan(row) if row else None


async def get_follower(tx: Transaction, plan_id: int) -> Plan | None:
    """The plan of the year after, however far it has come."""
    row = (await tx.execute(_plan().where(plans.c.follows_id == plan_id))).first()
    return _to_plan(row) if row else None


async def set_corrects(tx: Transaction, draft_id: int, plan_id: int) -> bool:
    """Make a draft the correction of a plan; False where the plan has one."""
    taken = plans.alias("taken")
    free = ~select(taken.c.id).where(taken.c.corrects_id == plan_id).exists()
    done = await tx.execute(
        update(plans).where(plans.c.id == draft_id, free).values(corrects_id=plan_id, follows_id=None)
    )
    return done.rowcount == 1


async def set_levels(
    tx: Transaction, plan_id: int, *, head_confirms: bool, coordinator_accepts: bool
) -> None:
    values = {"head_confirms": head_confirms, "coordinator_accepts": coordinator_accepts}
    await tx.execute(update(plans).where(plans.c.id == plan_id).values(values))


async def set_period(tx: Transaction, plan_id: int, period: Period) -> None:
    values = {"period_start": period.start, "period_end": period.end}
    await tx.execute(update(plans).where(plans.c.id == plan_id).values(values))


async def require_proof(tx: Transaction, plan_id: int, *, on: bool) -> None:
    await tx.execute(update(plans).where(plans.c.id == plan_id).values(proof_required=on))


async def get_plan_to_bind(tx: Transaction, district_id: int) -> Plan | None:
    """The district's own plan whose parties are being bound, the newest where there are several."""
    p = plans.c
    bound = or_(
        p.status == PlanStatus.APPROVED.value,
        (p.status == PlanStatus.DRAFT.value) & p.corrects_id.is_not(None),
    )
    found = _plan().where(p.district_id == district_id, p.school_id.is_(None), bound)
    row = (await tx.execute(found.order_by(p.id.desc()).limit(1))).first()
    return _to_plan(row) if row else None


def _to_plan(row: Any) -> Plan:
    return Plan(
        id=row.id,
        district_id=row.district_id,
        school_id=row.school_id,
        school=row.school,
        parent_id=row.parent_id,
        corrects_id=row.corrects_id,
        follows_id=row.follows_id,
        status=PlanStatus(row.status),
        title=row.title,
        period=Period(row.period_start, row.period_end),
        unread=tuple(row.unread),
        columns=columns_from_json(row.columns),
        approved_at=row.approved_at,
        head_confirms=row.head_confirms,
        coordinator_accepts=row.coordinator_accepts,
        proof_required=row.proof_required,
    )


async def list_sections(tx: Transaction, plan_id: int) -> list[Section]:
    """In the document's order."""
    s = sections.c
    rows = await tx.execute(select(s.id, s.title).where(s.plan_id == plan_id).order_by(s.position))
    return [Section(row.id, plan_id, row.title) for row in rows]


async def get_section(tx: Transaction, section_id: int) -> Section | None:
    s = sections.c
    row = (await tx.execute(select(s.id, s.plan_id, s.title).where(s.id == section_id))).first()
    return Section(row.id, row.plan_id, row.title) if row else None


async def list_activities(tx: Transaction, plan_id: int) -> list[Activity]:
    """Every activity of the plan in the document's order, without those that a correction took out."""
    a = activities.c
    rows = await tx.execute(
        _activity().where(a.plan_id == plan_id, a.removed_at.is_(None)).order_by(a.position)
    )
    return [_to_activity(row) for row in rows]


async def get_activity(tx: Transaction, activity_id: int) -> Activity | None:
    row = (await tx.execute(_activity().where(activities.c.id == activity_id))).first()
    return _to_activity(row) if row else None


def _activity() -> Select[Any]:
    a = activities.c
    words = (a.number, a.title, a.problem, a.result, a.responsible_text, a.deadline_phrase, a.deadline)
    facts = (a.as_written, a.source, a.evidence_kind)
    joined = activities.join(sections, sections.c.id == a.section_id, isouter=True)
    section = func.coalesce(sections.c.title, "").label("section")
    return select(
        a.id, a.plan_id, a.section_id, section, a.position, a.removed_at, a.origin_id, *words, *facts
    ).select_from(joined)


def _to_activity(row: Any) -> Activity:
    return Activity(
        id=row.id,
        plan_id=row.plan_id,
        section_id=row.section_id,
        section=row.section,
        position=row.position,
        number=row.number,
        title=row.title,
        problem=row.problem,
        result=row.result,
        responsible_text=row.responsible_text,
        deadline_phrase=row.deadline_phrase,
        deadline=deadline_from_json(row.deadline),
        as_written=row.as_written,
        by_hand=not row.source.get("rows"),
        table=row.source.get("table"),
        evidence_kind=EvidenceKind(row.evidence_kind),
        origin_id=row.origin_id,
        removed=row.removed_at is not None,
    )
