"""Answers of a survey: a draft under its author's eyes; then a sum in which nobody's answers can be found."""

from __future__ import annotations

import json
from collections.abc import Collection, Mapping

from sqlalchemy import ColumnElement, and_, delete, func, insert, literal, or_, select, update

from bot.domain.releases import Tally
from storage.engine import Transaction, leave_no_trace
from storage.tables import (
    closed_tallies,
    dialogs,
    shelved_updates,
    statement_answers,
    statements,
    survey_bag,
    survey_drafts,
    wave_tokens,
)
from storage.upsert import upsert

_BLOCK = 3800  # bytes: what a page of SQLite takes in


async def save_draft(tx: Transaction, wave_id: int, person_id: int, item_id: str, value: str) -> None:
    """Keep an answer; a later one to the same item takes its place."""
    statement = upsert(tx, survey_drafts).values(
        wave_id=wave_id, person_id=person_id, item_id=item_id, value=value
    )
    d = survey_drafts.c
    await tx.execute(
        statement.on_conflict_do_update(
            index_elements=[d.wave_id, d.person_id, d.item_id], set_={"value": value}
        )
    )


async def get_draft(tx: Transaction, wave_id: int, person_id: int) -> dict[str, str]:
    """Item id → value; what was passed over is among them."""
    d = survey_drafts.c
    rows = await tx.execute(select(d.item_id, d.value).where(_draft(wave_id, person_id)))
    return {row.item_id: row.value for row in rows}


async def erase_draft(tx: Transaction, wave_id: int, person_id: int) -> None:
    await tx.execute(delete(survey_drafts).where(_draft(wave_id, person_id)))
    await leave_no_trace(tx)


async def drop_answers(tx: Transaction, wave_id: int, person_id: int, item_ids: Collection[str]) -> None:
    """Erase what a draft holds for these items."""
    named = survey_drafts.c.item_id.in_(item_ids)
    await tx.execute(delete(survey_drafts).where(_draft(wave_id, person_id), named))


async def add_response(tx: Transaction, wave_id: int, school_id: int, answers: Mapping[str, str]) -> None:
    """Add one person's answers to those of the school; as they were given they are kept nowhere."""
    if not answers:
        return
    b = survey_bag.c
    of_school = and_(b.wave_id == wave_id, b.school_id == school_id)
    sums = (await tx.execute(select(b.sums).where(of_school).with_for_update())).scalar_one()
    changed = update(survey_bag).where(of_school)
    await tx.execute(changed.values(sums=sums_of(tally_in(sums).with_response(answers))))
    await leave_no_trace(tx)


def sums_of(tally: Tally) -> str:
    """A tally as it is stored: a row that keeps its length is overwritten where it lies."""
    words = json.dumps([tally.people, tally.answers], ensure_ascii=False, separators=(",", ":"))
    return words + " " * (-len(words.encode()) % _BLOCK)


def tally_in(sums: str) -> Tally:
    people, answers = json.loads(sums)
    return Tally(people, answers)


async def seal_wave(tx: Transaction, wave_id: int, *, anonymous: bool) -> None:
    """A closed wave keeps its sums and forgets who was asked, who has sent and what was begun.

    A school's own statement is asked of several people and is one.
    """
    b, t = survey_bag.c, wave_tokens.c
    asked = (
        select(func.count())
        .where(t.wave_id == wave_id, t.school_id == b.school_id)
        .correlate(survey_bag)
        .scalar_subquery()
    )
    people = asked if anonymous else literal(1)
    rows = select(literal(wave_id), b.school_id, people, b.sums).where(b.wave_id == wave_id)
    columns = ["wave_id", "school_id", "asked", "sums"]
    await tx.execute(insert(closed_tallies).from_select(columns, rows.order_by(b.school_id)))
    for table in (survey_drafts, statement_answers, statements, survey_bag, wave_tokens):
        await tx.execute(delete(table).where(table.c.wave_id == wave_id))
    await _stop_typing(tx, wave_id)
    await leave_no_trace(tx, survey_drafts, survey_bag, wave_tokens, shelved_updates, dialogs)


async def _stop_typing(tx: Transaction, wave_id: int) -> None:
    """Which question waits for somebody's typed line may tell what led them to it."""
    key = dialogs.c.data["wave"].as_string()  # «12», or «12-7» of one of somebody's schools
    await tx.execute(delete(dialogs).where(or_(key == str(wave_id), key.startswith(f"{wave_id}-"))))


async def get_tallies(tx: Transaction, wave_id: int) -> tuple[dict[int, Tally], dict[int, int]]:
    """Of a closed wave that is not released yet, by school: the sums, and how many were asked."""
    c = closed_tallies.c
    rows = (await tx.execute(select(closed_tallies).where(c.wave_id == wave_id).order_by(c.school_id))).all()
    return (
        {row.school_id: tally_in(row.sums) for row in rows},
        {row.school_id: row.asked for row in rows},
    )


async def erase_tallies(tx: Transaction, wave_id: int) -> None:
    """The release has taken their place."""
    await tx.execute(delete(closed_tallies).where(closed_tallies.c.wave_id == wave_id))
    await leave_no_trace(tx, closed_tallies)


def _draft(wave_id: int, person_id: int) -> ColumnElement[bool]:
    return and_(survey_drafts.c.wave_id == wave_id, survey_drafts.c.person_id == person_id)
