"""A plan copied into a draft, and a draft taken back into the plan that it corrects."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from datetime import datetime
from typing import Any

from sqlalchemy import delete, func, insert, literal, select, update

from bot.domain.deadlines import deadline_to_json
from bot.domain.plan import Period, PlanStatus
from storage.drafts import delete_draft_remains
from storage.engine import Transaction
from storage.plans import Activity
from storage.rows import ensure_section, insert_row, remove_rows, set_parties, set_words
from storage.tables import activities, activity_parties, plans, sections
from storage.upsert import update_rows, upsert

_HEADING = (plans.c.title, plans.c.period_start, plans.c.period_end, plans.c.unread, plans.c.columns)
# What a row says, in whatever plan it stands; a new column of the table comes along by itself.
_OWN = ("id", "plan_id", "section_id", "position", "origin_id", "removed_at")
_CONTENT = tuple(column.name for column in activities.c if column.name not in _OWN)


async def copy_plan(
    tx: Transaction,
    plan_id: int,
    *,
    created_by: int,
    now: datetime,
    corrects_id: int | None = None,
    follows_id: int | None = None,
) -> int | None:
    """A draft with the plan's rows, each with its origin; None where there is one for that purpose."""
    p = plans.c
    kept = [p.district_id, p.school_id, p.parent_id, p.file_name, p.head_confirms, p.coordinator_accepts]
    kept += [p.proof_required, *_HEADING]
    source = (await tx.execute(select(*kept).where(p.id == plan_id))).one()
    draft = upsert(tx, plans).values(
        **source._mapping,
        status=PlanStatus.DRAFT.value,
        corrects_id=corrects_id,
        follows_id=follows_id,
        created_by=created_by,
        created_at=now,
    )
    added = await tx.execute(draft.on_conflict_do_nothing().returning(p.id))
    draft_id: int | None = added.scalar_one_or_none()
    if draft_id is not None:
        await _copy_rows(tx, plan_id, draft_id)
    return draft_id


async def copy_heading(tx: Transaction, source_id: int, target_id: int) -> None:
    """One plan's title, period and columns for another."""
    heading = (await tx.execute(select(*_HEADING).where(plans.c.id == source_id))).one()
    await tx.execute(update(plans).where(plans.c.id == target_id).values(**heading._mapping))


async def _copy_rows(tx: Transaction, plan_id: int, draft_id: int) -> None:
    s, a, link = sections.c, activities.c, activity_parties.c
    of_plan = select(literal(draft_id), s.position, s.title).where(s.plan_id == plan_id)
    await tx.execute(insert(sections).from_select(["plan_id", "position", "title"], of_plan))
    old, new = sections.alias("old"), sections.alias("new")
    rows = (
        select(literal(draft_id), new.c.id, a.position, a.id, *(a[name] for name in _CONTENT))
        .select_from(activities)
        .join(old, old.c.id == a.section_id)
        .join(new, (new.c.position == old.c.position) & (new.c.plan_id == draft_id))
        .where(a.plan_id == plan_id, a.removed_at.is_(None))
    )
    columns = ["plan_id", "section_id", "position", "origin_id", *_CONTENT]
    await tx.execute(insert(activities).from_select(columns, rows))
    parties = (
        select(a.id, link.position, link.party_id)
        .join(activities, a.origin_id == link.activity_id)
        .where(a.plan_id == draft_id)
    )
    await tx.execute(insert(activity_parties).from_select(["activity_id", "position", "party_id"], parties))


async def continue_rows(tx: Transaction, heirs: Mapping[int, Activity]) -> None:
    """Note of a draft's rows which live row each continues, and the words and decisions it came with."""
    rows = [
        {
            "id": row_id,
            "origin_id": row.origin_id,
            "number": row.number,
            "title": row.title,
            "problem": row.problem,
            "result": row.result,
            "deadline_phrase": row.deadline_phrase,
            "deadline": deadline_to_json(row.deadline),
            "evidence_kind": row.evidence_kind.value,
            "as_written": dict(row.as_written),
        }
        for row_id, row in heirs.items()
    ]
    await update_rows(tx, activities, rows)


async def restore_row(
    tx: Transaction, live_id: int, draft_id: int, row_id: int | None, *, behind: int | None, moved: bool
) -> None:
    """Give the draft a live row back as it is: in the place of ``row_id``, or anew behind another row."""
    a, link = activities.c, activity_parties.c
    live = (await tx.execute(select(activities).where(a.id == live_id))).one()
    section = await tx.execute(select(sections.c.title).where(sections.c.id == live.section_id))
    content = {name: getattr(live, name) for name in _CONTENT}
    content["section_id"] = await ensure_section(tx, draft_id, section.scalar_one_or_none() or "")
    if row_id is None or moved:
        same = {"id": row_id} if row_id else {}  # the ways back from its edits know it by its id
        await remove_rows(tx, list(same.values()))
        row_id = await insert_row(tx, draft_id, behind, {**content, **same, "origin_id": live_id})
    else:
        await set_words(tx, row_id, **content)
    parties = select(link.party_id).where(link.activity_id == live_id).order_by(link.position)
    await set_parties(tx, row_id, list((await tx.execute(parties)).scalars()))


async def rename(tx: Transaction, plan_id: int, title: str, period: Period) -> None:
    """Give a copy a heading of its own; what the old document left unread is not of it."""
    values: dict[str, Any] = {
        "title": title,
        "period_start": period.start,
        "period_end": period.end,
        "unread": [],
    }
    await tx.execute(update(plans).where(plans.c.id == plan_id).values(**values))


async def rename_sections(tx: Transaction, titles: Mapping[int, str]) -> None:
    await update_rows(tx, sections, [{"id": i, "title": title} for i, title in titles.items()])


async def forget_origins(tx: Transaction, plan_id: int) -> None:
    """The rows of a draft become its own, and correct no others."""
    await tx.execute(update(activities).where(activities.c.plan_id == plan_id).values(origin_id=None))


async def adopt(tx: Transaction, draft_id: int, plan_id: int, *, now: datetime) -> None:
    """Make the draft's rows, sections and heading those of the live plan, and let the draft go.

    A live row that a draft's row corrects keeps its id and with it its tasks; of several drafts of one
    row the first is it, the others are new. What the draft left out is kept apart, below position zero.
    """
    a = activities.c
    drafted = (await tx.execute(select(activities).where(a.plan_id == draft_id).order_by(a.position))).all()
    live = set((await tx.execute(select(a.id).where(a.plan_id == plan_id, a.removed_at.is_(None)))).scalars())
    heirs: dict[int, Any] = {}
    for row in drafted:
        if row.origin_id in live:
            heirs.setdefault(row.origin_id, row)
    await _take_sections(tx, draft_id, plan_id)
    # All aside first: positions are unique after every single row of an update.
    await tx.execute(update(activities).where(a.plan_id == plan_id).values(position=-a.id))
    await _remove(tx, plan_id, live - set(heirs), now)
    await _inherit(tx, heirs)
    await copy_heading(tx, draft_id, plan_id)
    await _let_go(tx, draft_id, plan_id, [row.id for row in heirs.values()])


async def _take_sections(tx: Transaction, draft_id: int, plan_id: int) -> None:
    """The plan's sections become the draft's; rows find theirs again by what they are given below."""
    s, a = sections.c, activities.c
    old, new = sections.alias("old"), sections.alias("new")
    namesake = (
        select(func.min(new.c.id))
        .join(old, old.c.title == new.c.title)
        .where(new.c.plan_id == draft_id, old.c.id == a.section_id)
        .correlate(activities)
        .scalar_subquery()
    )
    await tx.execute(update(activities).where(a.plan_id == plan_id).values(section_id=namesake))
    await tx.execute(delete(sections).where(s.plan_id == plan_id))
    await tx.execute(update(sections).where(s.plan_id == draft_id).values(plan_id=plan_id))


async def _remove(tx: Transaction, plan_id: int, row_ids: Collection[int], now: datetime) -> None:
    a = activities.c
    gone = (a.plan_id == plan_id) & a.id.in_(row_ids)
    await tx.execute(update(activities).where(gone).values(removed_at=now))


async def _inherit(tx: Transaction, heirs: Mapping[int, Any]) -> None:
    """The words, place and parties of a draft's row go to the live row it corrects."""
    a, link = activities.c, activity_parties.c
    names = ("section_id", "position", *_CONTENT)
    rows = [{"id": live, **{name: getattr(row, name) for name in names}} for live, row in heirs.items()]
    await update_rows(tx, activities, rows)
    await tx.execute(delete(activity_parties).where(link.activity_id.in_(list(heirs))))
    parties = (
        select(a.origin_id, link.position, link.party_id)
        .join(activities, a.id == link.activity_id)
        .where(a.id.in_([row.id for row in heirs.values()]))
    )
    await tx.execute(insert(activity_parties).from_select(["activity_id", "position", "party_id"], parties))


async def _let_go(tx: Transaction, draft_id: int, plan_id: int, used: Collection[int]) -> None:
    """What is left of the draft's rows is new and goes over as it is; the draft itself is deleted."""
    a = activities.c
    await delete_draft_remains(tx, draft_id)
    await tx.execute(delete(activity_parties).where(activity_parties.c.activity_id.in_(used)))
    await tx.execute(delete(activities).where(a.id.in_(used)))
    await tx.execute(update(activities).where(a.plan_id == draft_id).values(plan_id=plan_id, origin_id=None))
    await tx.execute(delete(plans).where(plans.c.id == draft_id))
