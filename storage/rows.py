"""The rows of a draft one by one: worded anew, put in, taken out, and kept whole for the way back."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from typing import Any

from sqlalchemy import delete, func, insert, select, update

from bot.domain.deadlines import Deadline, deadline_to_json
from bot.domain.evidence import EvidenceKind
from storage.engine import Transaction
from storage.tables import activities, activity_parties, doubts, edits, sections
from storage.upsert import update_rows

Snapshot = Mapping[str, Any]  # one row with its parties and doubts, or its doubts alone, as JSON


async def set_words(tx: Transaction, activity_id: int, **words: Any) -> None:
    """Columns of one row: ``title="…"``, ``section_id=3``, ``as_written={…}``."""
    await tx.execute(update(activities).where(activities.c.id == activity_id).values(**words))


async def set_deadline(tx: Transaction, activity_id: int, deadline: Deadline) -> None:
    """As it is meant now; the document's own phrase stays beside it."""
    await set_words(tx, activity_id, deadline=deadline_to_json(deadline))


async def set_deadlines(tx: Transaction, deadlines: Mapping[int, Deadline]) -> None:
    """Of many rows, by their ids."""
    changed = [{"id": row, "deadline": deadline_to_json(deadline)} for row, deadline in deadlines.items()]
    await update_rows(tx, activities, changed)


async def set_evidence_kind(tx: Transaction, activity_id: int, kind: EvidenceKind) -> None:
    await set_words(tx, activity_id, evidence_kind=kind.value)


async def set_parties(tx: Transaction, activity_id: int, party_ids: Sequence[int]) -> None:
    """The accountable one first; the same party is named once."""
    link = activity_parties.c
    await tx.execute(delete(activity_parties).where(link.activity_id == activity_id))
    rows = [
        {"activity_id": activity_id, "position": position, "party_id": party_id}
        for position, party_id in enumerate(dict.fromkeys(party_ids))
    ]
    if rows:
        await tx.execute(insert(activity_parties), rows)


async def ensure_section(tx: Transaction, plan_id: int, title: str) -> int:
    """The plan's section of this title, made at the end of the plan where there is none."""
    s = sections.c
    found = await tx.execute(select(s.id).where(s.plan_id == plan_id, s.title == title).limit(1))
    if section_id := found.scalar_one_or_none():
        return int(section_id)
    last = (await tx.execute(select(func.max(s.position)).where(s.plan_id == plan_id))).scalar_one()
    place = 0 if last is None else last + 1
    added = insert(sections).values(plan_id=plan_id, position=place, title=title)
    return int((await tx.execute(added.returning(s.id))).scalar_one())


async def insert_row(tx: Transaction, plan_id: int, behind: int | None, values: Mapping[str, Any]) -> int:
    """Put a row into the plan behind the row with the id ``behind`` (None: at the top); its id.

    The places of rows that were taken out and may come back move likewise, so that none is ever taken.
    """
    a = activities.c
    above = await tx.execute(select(a.position).where(a.id == behind, a.plan_id == plan_id))
    position = 0 if behind is None else above.scalar_one() + 1
    # Two steps below zero: positions are unique after every single row of an update.
    mine = a.plan_id == plan_id
    await tx.execute(update(activities).where(mine, a.position >= position).values(position=-a.position - 2))
    await tx.execute(update(activities).where(mine, a.position < 0).values(position=-a.position - 1))
    kept = await tx.execute(select(edits.c.id, edits.c.before).where(edits.c.plan_id == plan_id))
    for edit_id, before in kept.all():
        moved = [_moved_down(snapshot, position) for snapshot in before]
        if moved != before:
            await tx.execute(update(edits).where(edits.c.id == edit_id).values(before=moved))
    return await _insert(tx, {**values, "plan_id": plan_id, "position": position})


def _moved_down(snapshot: Snapshot, position: int) -> Snapshot:
    row = snapshot["row"]
    return {**snapshot, "row": {**row, "position": row["position"] + (row["position"] >= position)}}


async def _insert(tx: Transaction, values: Mapping[str, Any]) -> int:
    added = insert(activities).values(dict(values)).returning(activities.c.id)
    return int((await tx.execute(added)).scalar_one())


async def remove_rows(tx: Transaction, activity_ids: Collection[int]) -> None:
    """Take rows out with their parties and doubts; their places stay free."""
    for table in (activity_parties, doubts):
        await tx.execute(delete(table).where(table.c.activity_id.in_(activity_ids)))
    await tx.execute(delete(activities).where(activities.c.id.in_(activity_ids)))


async def get_row_below(tx: Transaction, plan_id: int, position: int) -> int | None:
    """The id of the next row below a place of the plan."""
    a = activities.c
    below = select(a.id).where(a.plan_id == plan_id, a.position > position).order_by(a.position)
    return (await tx.execute(below.limit(1))).scalar_one_or_none()


async def take_snapshots(tx: Transaction, activity_ids: Collection[int]) -> list[Snapshot]:
    """Rows as they are, whole."""
    a, link, d = activities.c, activity_parties.c, doubts.c
    found = await tx.execute(select(activities).where(a.id.in_(activity_ids)).order_by(a.position))
    of_rows = select(link.activity_id, link.party_id).where(link.activity_id.in_(activity_ids))
    parties = (await tx.execute(of_rows.order_by(link.position))).all()
    raised = (await tx.execute(select(doubts).where(d.activity_id.in_(activity_ids)).order_by(d.id))).all()
    return [
        {
            "row": dict(row._mapping),
            "parties": [p.party_id for p in parties if p.activity_id == row.id],
            "doubts": [dict(d._mapping) for d in raised if d.activity_id == row.id],
        }
        for row in found
    ]


async def take_doubts(tx: Transaction, activity_ids: Collection[int]) -> list[Snapshot]:
    """What rows are doubted for, of rows that are themselves left alone."""
    whole = await take_snapshots(tx, activity_ids) if activity_ids else []
    return [
        {"row": {name: each["row"][name] for name in ("id", "position")}, "doubts": each["doubts"]}
        for each in whole
    ]


async def restore(tx: Transaction, snapshots: Sequence[Snapshot], instead_of: Collection[int]) -> None:
    """Put rows back as they were, under their own ids and in their places, for those they had become."""
    ids = [snapshot["row"]["id"] for snapshot in snapshots]
    await remove_rows(tx, [i for i in instead_of if i not in ids])
    there = set((await tx.execute(select(activities.c.id).where(activities.c.id.in_(ids)))).scalars())
    await tx.execute(delete(doubts).where(doubts.c.activity_id.in_(ids)))
    for snapshot in snapshots:
        if "parties" in snapshot:
            await _restore_row(tx, snapshot, is_there=snapshot["row"]["id"] in there)
        if snapshot["doubts"]:
            await tx.execute(insert(doubts), snapshot["doubts"])


async def _restore_row(tx: Transaction, snapshot: Snapshot, *, is_there: bool) -> None:
    row = snapshot["row"]
    if is_there:
        await set_words(tx, row["id"], **{k: v for k, v in row.items() if k not in ("id", "position")})
    else:
        await _insert(tx, row)
    await set_parties(tx, row["id"], snapshot["parties"])
