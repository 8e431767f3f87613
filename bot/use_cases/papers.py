"""The facts behind the papers of a plan: the whole of it, or one school's part."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, datetime

from bot.domain.access import Action, Place, may, require
from bot.domain.deadlines import MonthDay
from bot.domain.errors import DomainError, Forbidden, Outdated
from bot.domain.evidence import EvidenceKind
from bot.domain.local_time import local_day
from bot.domain.paper_kinds import (
    OF_A_PERIOD,
    ONE_SCHOOL,
    WHOLE_DISTRICT,
    NamedPeriod,
    PaperKind,
    month_of,
    usual_periods,
)
from bot.domain.people import Person
from bot.domain.plan import Period, PlanStatus
from bot.domain.record import PlanRecord, RecordRow, RecordSection
from bot.domain.school_year import SchoolYear, next_month
from bot.reading.deadlines import DeadlineContext, read_deadline
from bot.use_cases.consultations import list_of_period
from bot.use_cases.plans import get_plan
from storage import Transaction
from storage.districts import get_district, get_school
from storage.export import list_done
from storage.paper_templates import list_templates
from storage.plans import Plan, list_activities, list_plans, list_sections

_LONGEST_DATES = 200  # characters that are looked at
_WRITTEN_ABOUT = (PlanStatus.LIVE, PlanStatus.ARCHIVED)


@dataclass(frozen=True, slots=True)
class Shelf:
    """The papers of one plan; ``school_id`` 0: of the whole."""

    plan: Plan
    school_id: int
    place: str  # the school's or the district's name
    zone: str
    others: bool  # there are other plans to write about
    edits: bool  # the person may change the district's templates


async def list_subjects(tx: Transaction, actor: Person, district_id: int, school_id: int) -> list[Plan]:
    """The plans that papers of a district, or of one of its schools, are written about; the newest first."""
    await _check_place(tx, actor, district_id, school_id)
    found = await list_plans(tx, district_id)
    of_place = (None, school_id) if school_id else (None,)
    return [p for p in reversed(found) if p.status in _WRITTEN_ABOUT and p.school_id in of_place]


async def see_shelf(tx: Transaction, actor: Person, plan_id: int, school_id: int) -> Shelf:
    plan, place = await _get(tx, actor, plan_id, school_id)
    district = await get_district(tx, plan.district_id)
    assert district is not None
    others = await list_subjects(tx, actor, plan.district_id, school_id)
    edits = not school_id and may(actor, Action.EDIT_TEMPLATES, Place(plan.district_id))
    return Shelf(plan, school_id, place, district.zone, len(others) > 1, edits)


async def find_template(tx: Transaction, shelf: Shelf, kind: PaperKind) -> str | None:
    """The file by which the district has its papers made; None where it is ours."""
    return (await list_templates(tx, shelf.plan.district_id)).get(kind)


async def read_record(
    tx: Transaction, actor: Person, plan_id: int, school_id: int, *, now: datetime
) -> PlanRecord:
    """The plan with all that was done about it; of a district's plan, one school's part where it is named."""
    plan, place = await _get(tx, actor, plan_id, school_id)
    record = await record_of(tx, plan, now=now)
    return record.of_school(school_id, place) if school_id and not plan.school_id else record


async def export_plan(tx: Transaction, actor: Person, plan_id: int, *, now: datetime) -> PlanRecord:
    """The whole of a plan in whatever state it is."""
    return await record_of(tx, await get_plan(tx, actor, plan_id, Action.EXPORT_PLAN), now=now)


async def record_of(tx: Transaction, plan: Plan, *, now: datetime) -> PlanRecord:
    """The whole plan, for a use case that has asked who may see how much of it."""
    district = await get_district(tx, plan.district_id)
    assert district is not None
    rows = await list_activities(tx, plan.id)
    sections = tuple(
        RecordSection(
            section.title,
            tuple(
                RecordRow(
                    activity_id=a.id,
                    position=a.position + 1,
                    number=a.number,
                    title=a.title,
                    problem=a.problem,
                    result=a.result,
                    responsible=a.responsible_text,
                    deadline=a.deadline_phrase,
                    evidence_kind=a.evidence_kind,
                )
                for a in rows
                if a.section_id == section.id
            ),
        )
        for section in await list_sections(tx, plan.id)
    )
    return PlanRecord(
        district=district.name,
        zone=district.zone,
        school=plan.school,
        title=plan.title,
        period=plan.period,
        sections=sections,
        tasks=tuple(await list_done(tx, plan.id)),
        now=now,
        columns=plan.columns,
    )


async def read_paper(
    tx: Transaction,
    actor: Person,
    kind: PaperKind,
    plan_id: int,
    school_id: int,
    period: Period,
    *,
    now: datetime,
) -> PlanRecord:
    """The facts that a paper of this kind is made of; :class:`Outdated` for one that this place has not."""
    elsewhere = kind is PaperKind.PROGRAMME  # it is made of a profile, not of a plan
    if elsewhere or (kind in WHOLE_DISTRICT and school_id) or (kind in ONE_SCHOOL and not school_id):
        raise Outdated
    record = await read_record(tx, actor, plan_id, school_id, now=now)
    if kind is PaperKind.CONSULTATIONS:
        of_plan = await get_plan(tx, actor, plan_id, Action.SEE_PLAN)
        district = await get_district(tx, of_plan.district_id)
        assert district is not None
        held = await list_of_period(tx, district, of_plan.period, school_id or None)
        return replace(record, consultations=held)
    if kind is PaperKind.LETTER:  # it names what is late as well, so nothing is left out
        return replace(record, period=period if period.start and period.end else month_of(record.today))
    return record.within(period) if kind in OF_A_PERIOD else record


def periods_of(kind: PaperKind, plan: Plan, *, now: datetime, zone: str) -> tuple[NamedPeriod, ...]:
    """What a person may choose from without typing."""
    today = local_day(now, zone)
    if kind is PaperKind.LETTER:
        following = month_of(next_month(today))
        return (NamedPeriod("this-month", month_of(today)), NamedPeriod("next-month", following))
    return usual_periods(plan.period, today)


def read_dates(words: str, today: date) -> Period:
    """«01.09.2026 – 31.12.2026», «октябрь 2026», «до 1 марта 2027»: one stretch of days, or it raises."""
    found = read_deadline(words[:_LONGEST_DATES], DeadlineContext(year=SchoolYear.of(today)))
    window = found.windows[0] if len(found.windows) == 1 else None
    if window is None or isinstance(window.start, MonthDay) or isinstance(window.end, MonthDay):
        raise DomainError("error-paper-dates")
    if window.end is None or (window.start and window.start > window.end):
        raise DomainError("error-paper-dates")
    return Period(window.start, window.end)


def rows_to_sign(record: PlanRecord) -> list[RecordRow]:
    """Rows in the order in which a list to sign is likely wanted: those first whose proof it is."""
    return sorted(record.rows, key=lambda row: row.evidence_kind is not EvidenceKind.ATTENDANCE)


async def _get(tx: Transaction, actor: Person, plan_id: int, school_id: int) -> tuple[Plan, str]:
    """The plan and the name of the place that its papers are about."""
    plan = await get_plan(tx, actor, plan_id, Action.SEE_PLAN)
    if plan.status not in _WRITTEN_ABOUT or plan.school_id not in (None, school_id):
        raise Forbidden
    return plan, await _check_place(tx, actor, plan.district_id, school_id)


async def _check_place(tx: Transaction, actor: Person, district_id: int, school_id: int) -> str:
    """The name of the place, for one who may have its papers."""
    require(actor, Action.EXPORT_PLAN, Place(district_id, school_id or None))
    if school_id:
        school = await get_school(tx, school_id)
        if school is None or school.district_id != district_id:
            raise Forbidden
        return school.name
    district = await get_district(tx, district_id)
    if district is None:
        raise Forbidden
    return district.name
