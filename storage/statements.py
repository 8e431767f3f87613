"""A school's own statement in a wave that is not anonymous: one draft for all who lead the school."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass

from sqlalchemy import ColumnElement, and_, delete, select, update

from bot.domain.releases import Tally
from storage.engine import Transaction
from storage.responses import sums_of, tally_in
from storage.tables import people, statement_answers, statements, survey_bag
from storage.upsert import upsert


@dataclass(frozen=True, slots=True)
class Statement:
    answers: Mapping[str, str]  # item id → value; what was passed over is among them
    begun_by: str  # names; "" where nothing was answered yet
    changed_by: str


async def get_statement(tx: Transaction, wave_id: int, school_id: int) -> Statement:
    a, s = statement_answers.c, statements.c
    begun, changed = people.alias("begun"), people.alias("changed")
    authors = (
        select(begun.c.name.label("begun_by"), changed.c.name.label("changed_by"))
        .select_from(statements)
        .join(begun, begun.c.id == s.begun_by)
        .join(changed, changed.c.id == s.changed_by)
        .where(s.wave_id == wave_id, s.school_id == school_id)
    )
    row = (await tx.execute(authors)).first()
    answers = await tx.execute(select(a.item_id, a.value).where(_answers(wave_id, school_id)))
    return Statement(
        answers={row.item_id: row.value for row in answers},
        begun_by=row.begun_by if row else "",
        changed_by=row.changed_by if row else "",
    )


async def save_answer(
    tx: Transaction, wave_id: int, school_id: int, item_id: str, value: str, *, changed_by: int
) -> None:
    """Keep an answer; a later one to the same item, whoever gives it, takes its place."""
    place = {"wave_id": wave_id, "school_id": school_id}
    s, a = statements.c, statement_answers.c
    of_school = upsert(tx, statements).values(**place, begun_by=changed_by, changed_by=changed_by)
    await tx.execute(
        of_school.on_conflict_do_update(
            index_elements=[s.wave_id, s.school_id], set_={"changed_by": changed_by}
        )
    )
    answer = upsert(tx, statement_answers).values(**place, item_id=item_id, value=value)
    await tx.execute(
        answer.on_conflict_do_update(
            index_elements=[a.wave_id, a.school_id, a.item_id], set_={"value": value}
        )
    )


async def drop_answers(tx: Transaction, wave_id: int, school_id: int, item_ids: Collection[str]) -> None:
    named = statement_answers.c.item_id.in_(item_ids)
    await tx.execute(delete(statement_answers).where(_answers(wave_id, school_id), named))


async def put_statement(tx: Transaction, wave_id: int, school_id: int, answers: Mapping[str, str]) -> None:
    """What the school says from now on, in place of what it said before."""
    b = survey_bag.c
    said = update(survey_bag).where(b.wave_id == wave_id, b.school_id == school_id)
    await tx.execute(said.values(sums=sums_of(Tally().with_response(answers))))


async def is_as_sent(tx: Transaction, wave_id: int, school_id: int, answers: Mapping[str, str]) -> bool:
    """Whether the school has said just this."""
    b = survey_bag.c
    sums = await tx.execute(select(b.sums).where(b.wave_id == wave_id, b.school_id == school_id))
    return tally_in(sums.scalar_one()) == Tally().with_response(answers)


def _answers(wave_id: int, school_id: int) -> ColumnElement[bool]:
    a = statement_answers.c
    return and_(a.wave_id == wave_id, a.school_id == school_id)
