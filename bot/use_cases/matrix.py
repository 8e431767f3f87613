"""The matrix of proofs of a plan, or of one school's part of it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from bot.domain.access import Action, Place, require
from bot.domain.errors import Forbidden, Outdated
from bot.domain.matrix import MatrixRow, matrix_of
from bot.domain.people import Person
from bot.domain.record import PlanRecord
from bot.use_cases.papers import record_of
from bot.use_cases.targets import FOLLOWED
from storage import Transaction, plans
from storage.districts import get_school
from storage.plans import Plan


@dataclass(frozen=True, slots=True)
class Matrix:
    plan: Plan
    school_id: int  # 0: everybody's
    record: PlanRecord
    rows: tuple[MatrixRow, ...]

    @property
    def place(self) -> str:
        return self.record.school or self.record.district


async def see_matrix(
    tx: Transaction, actor: Person, plan_id: int, school_id: int, *, now: datetime
) -> Matrix:
    plan = await plans.get_plan(tx, plan_id)
    if plan is None or plan.status not in FOLLOWED or plan.school_id not in (None, school_id):
        raise Forbidden
    require(actor, Action.SEE_TARGETS, Place(plan.district_id, school_id or None))
    school = await get_school(tx, school_id) if school_id else None
    if school_id and (school is None or school.district_id != plan.district_id):
        raise Forbidden
    record = await record_of(tx, plan, now=now)
    if school and not plan.school_id:
        record = record.of_school(school.id, school.name)
    return Matrix(plan, school_id, record, matrix_of(record))


async def see_holes(
    tx: Transaction, actor: Person, activity_id: int, *, now: datetime
) -> tuple[Matrix, MatrixRow]:
    """Who has not proved a row of the plan yet."""
    activity = await plans.get_activity(tx, activity_id)
    if activity is None:
        raise Forbidden
    matrix = await see_matrix(tx, actor, activity.plan_id, 0, now=now)
    for row in matrix.rows:
        if row.row.activity_id == activity_id:
            return matrix, row
    raise Outdated
