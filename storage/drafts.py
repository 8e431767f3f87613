"""A draft plan goes in by a handful of statements, and out again when it was the wrong file."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import Table, delete, insert, select, update

from bot.domain.access import Place
from bot.domain.deadlines import deadline_to_json
from bot.domain.evidence import propose_evidence
from bot.domain.plan import Doubt, DraftPlan, PlanStatus, columns_to_json, fix_to_json
from storage.engine import Transaction
from storage.tables import activities, activity_parties, doubts, edits, filters, plans, searches, sections
from storage.upsert import upsert


async def add_plan(
    tx: Transaction,
    draft: DraftPlan,
    *,
    district_id: int,
    file_name: str,
    parties: Mapping[str, int],
    created_by: int,
    now: datetime,
    school_id: int | None = None,
    parent_id: int | None = None,
    corrects_id: int | None = None,
) -> int | None:
    """Store a draft in a handful of statements; None where the plan is being corrected already.

    ``parties`` gives each party's text its row in the district's memory.
    """
    plan = upsert(tx, plans).values(
        district_id=district_id,
        school_id=school_id,
        parent_id=parent_id,
        corrects_id=corrects_id,
        status=PlanStatus.DRAFT.value,
        **_heading(draft),
        file_name=file_name,
        created_by=created_by,
        created_at=now,
    )
    added = await tx.execute(plan.on_conflict_do_nothing().returning(plans.c.id))
    plan_id = added.scalar_one_or_none()
    if plan_id is None:
        return None
    activity_ids = await _add_activities(tx, plan_id, draft, await _add_sections(tx, plan_id, draft))
    await _add_parties(tx, draft, activity_ids, parties)
    placed = [(None if d.activity is None else activity_ids[d.activity], d) for d in draft.doubts]
    await add_doubts(tx, plan_id, placed)
    return int(plan_id)


def _heading(draft: DraftPlan) -> dict[str, Any]:
    return {
        "title": draft.title,
        "period_start": draft.period.start,
        "period_end": draft.period.end,
        "unread": list(draft.unread),
        "columns": columns_to_json(draft.columns),
    }


async def _add_sections(tx: Transaction, plan_id: int, draft: DraftPlan) -> dict[str, int]:
    # Rows above the first section stand in one without a title, so that every activity has a section.
    used = [activity.section for activity in draft.activities]
    untitled = [""] if "" in used else []
    titles = tuple(dict.fromkeys([*untitled, *draft.sections, *used]))
    rows = [{"plan_id": plan_id, "position": i, "title": title} for i, title in enumerate(titles)]
    return dict(zip(titles, await _insert_all(tx, sections, plan_id, rows), strict=True))


async def _add_activities(
    tx: Transaction, plan_id: int, draft: DraftPlan, section_ids: Mapping[str, int]
) -> list[int]:
    rows = [
        {
            "plan_id": plan_id,
            "section_id": section_ids[activity.section],
            "position": position,
            "number": activity.number,
            "title": activity.title,
            "problem": activity.problem,
            "result": activity.result,
            "responsible_text": activity.responsible_text,
            "deadline_phrase": activity.deadline.phrase,
            "deadline": deadline_to_json(activity.deadline),
            "source": {"table": activity.source.table, "rows": list(activity.source.rows)},
            "evidence_kind": propose_evidence(activity.result, activity.title).value,
        }
        for position, activity in enumerate(draft.activities)
    ]
    return await _insert_all(tx, activities, plan_id, rows)


async def _add_parties(
    tx: Transaction, draft: DraftPlan, activity_ids: Sequence[int], parties: Mapping[str, int]
) -> None:
    rows = [
        {"activity_id": activity_id, "position": position, "party_id": parties[party.text]}
        for activity_id, activity in zip(activity_ids, draft.activities, strict=True)
        for position, party in enumerate(activity.parties)
    ]
    if rows:
        await tx.execute(insert(activity_parties), rows)


async def add_doubts(tx: Transaction, plan_id: int, found: Sequence[tuple[int | None, Doubt]]) -> None:
    """The first doubts of a draft, each with its row (None: about the whole plan), in this order."""
    rows = [
        {
            "plan_id": plan_id,
            "activity_id": activity_id,
            "position": position,
            "code": doubt.code,
            "message": doubt.message,
            "fix": fix_to_json(doubt.fix),
        }
        for position, (activity_id, doubt) in enumerate(found)
    ]
    if rows:
        await tx.execute(insert(doubts), rows)


async def _insert_all(
    tx: Transaction, table: Table, plan_id: int, rows: Sequence[Mapping[str, Any]]
) -> list[int]:
    """Insert a plan's sections or activities; their ids by position, read back in one statement."""
    if rows:
        await tx.execute(insert(table), list(rows))
    ids = select(table.c.id).where(table.c.plan_id == plan_id).order_by(table.c.position)
    return list((await tx.execute(ids)).scalars())


async def has_same_draft(tx: Transaction, draft: DraftPlan, place: Place, file_name: str) -> bool:
    """Whether this very document waits at the place already, not approved yet."""
    p = plans.c
    same = (p.title == draft.title) & (p.file_name == file_name) & p.corrects_id.is_(None)
    here = (p.district_id == place.district_id) & p.school_id.is_not_distinct_from(place.school_id)
    found = select(p.id).where(same, here, p.status == PlanStatus.DRAFT.value).limit(1)
    return (await tx.execute(found)).first() is not None


async def discard(tx: Transaction, plan_id: int) -> bool:
    """Delete a plan that is not approved, with all that hangs on it; False when it is no draft."""
    of_plan = select(activities.c.id).where(activities.c.plan_id == plan_id)
    a_draft = select(plans.c.id).where(plans.c.id == plan_id, plans.c.status == PlanStatus.DRAFT.value)
    if (await tx.execute(a_draft)).first() is None:
        return False
    for link in (plans.c.parent_id, plans.c.follows_id):
        await tx.execute(update(plans).where(link == plan_id).values({link: None}))
    await delete_draft_remains(tx, plan_id)
    await tx.execute(delete(activity_parties).where(activity_parties.c.activity_id.in_(of_plan)))
    for table in (activities, sections):
        await tx.execute(delete(table).where(table.c.plan_id == plan_id))
    await tx.execute(delete(plans).where(plans.c.id == plan_id))
    return True


async def delete_draft_remains(tx: Transaction, plan_id: int) -> None:
    """What only a draft has, its edits and doubts about it, and the ways back to what was looked for."""
    for table in (edits, searches, filters, doubts):
        await tx.execute(delete(table).where(table.c.plan_id == plan_id))
