"""Answers of a survey: a draft under its author's eyes, a response that nobody can lead back to them."""

from __future__ import annotations

import secrets
from collections.abc import Collection, Mapping

from sqlalchemy import ColumnElement, and_, delete, func, insert, select

from storage.engine import Transaction
from storage.tables import survey_answers, survey_drafts
from storage.upsert import upsert


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


async def drop_answers(tx: Transaction, wave_id: int, person_id: int, item_ids: Collection[str]) -> None:
    """Erase what a draft holds for these items."""
    named = survey_drafts.c.item_id.in_(item_ids)
    await tx.execute(delete(survey_drafts).where(_draft(wave_id, person_id), named))


async def erase_drafts(tx: Transaction, wave_id: int) -> None:
    """All that was begun in the wave and never sent."""
    await tx.execute(delete(survey_drafts).where(survey_drafts.c.wave_id == wave_id))


async def add_response(tx: Transaction, wave_id: int, school_id: int, answers: Mapping[str, str]) -> None:
    """Store one person's answers under a random key: no person, no moment, no order."""
    if not answers:
        return
    response = {"response_id": secrets.token_hex(16), "wave_id": wave_id, "school_id": school_id}
    rows = [response | {"item_id": item_id, "value": value} for item_id, value in sorted(answers.items())]
    await tx.execute(insert(survey_answers), rows)


async def count_responses(tx: Transaction, wave_id: int) -> dict[int, int]:
    """How many people answered, by school; schools without any response are absent."""
    a = survey_answers.c
    rows = await tx.execute(
        select(a.school_id, func.count(a.response_id.distinct()).label("people"))
        .where(a.wave_id == wave_id)
        .group_by(a.school_id)
        .order_by(a.school_id)
    )
    return {row.school_id: row.people for row in rows}


async def count_answers(tx: Transaction, wave_id: int, school_id: int) -> dict[str, dict[str, int]]:
    """Item id → value → number of people, of one school."""
    a = survey_answers.c
    rows = await tx.execute(
        select(a.item_id, a.value, func.count())
        .where(a.wave_id == wave_id, a.school_id == school_id)
        .group_by(a.item_id, a.value)
    )
    counts: dict[str, dict[str, int]] = {}
    for item_id, value, count in rows:
        counts.setdefault(item_id, {})[value] = count
    return counts


def _draft(wave_id: int, person_id: int) -> ColumnElement[bool]:
    return and_(survey_drafts.c.wave_id == wave_id, survey_drafts.c.person_id == person_id)
