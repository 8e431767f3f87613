"""A launch is undone while nothing was reported: tasks and all that speaks of them go."""

from __future__ import annotations

from collections.abc import Collection

from sqlalchemy import Select, delete, select, update

from storage.engine import Transaction
from storage.tables import (
    activities,
    activity_parties,
    doubts,
    history_heads,
    outbox,
    plan_versions,
    reports,
    snoozes,
    task_hands,
    task_history,
    task_rises,
    tasks,
    ticked_tasks,
)


async def has_reports(tx: Transaction, plan_id: int) -> bool:
    """Whether anybody has begun to report on the plan: a draft counts."""
    found = select(reports.c.id).where(reports.c.task_id.in_(_tasks_of(plan_id))).limit(1)
    return (await tx.execute(found)).first() is not None


async def delete_tasks(tx: Transaction, plan_id: int) -> int:
    """Every task of the plan with its history, its delays and the reminders not sent yet; how many.

    Rows that corrections took out go, too, and the plan's versions: it is a draft again.
    """
    of_plan = _tasks_of(plan_id)
    task_ids = set((await tx.execute(of_plan)).scalars())
    await _forget_in_messages(tx, task_ids, f"corrected:{plan_id}:")
    for table in (snoozes, task_hands, task_rises, ticked_tasks):
        await tx.execute(delete(table).where(table.c.task_id.in_(of_plan)))
    # The chain goes whole, its head first: of a chain that has one the database lets no line go.
    for table in (history_heads, task_history):
        await tx.execute(delete(table).where(table.c.plan_id == plan_id))
    await tx.execute(delete(tasks).where(tasks.c.id.in_(of_plan)))
    a = activities.c
    gone = select(a.id).where(a.plan_id == plan_id, a.removed_at.is_not(None))
    for table in (activity_parties, doubts):
        await tx.execute(delete(table).where(table.c.activity_id.in_(gone)))
    await tx.execute(delete(activities).where(a.plan_id == plan_id, a.removed_at.is_not(None)))
    await tx.execute(delete(plan_versions).where(plan_versions.c.plan_id == plan_id))
    return len(task_ids)


async def _forget_in_messages(tx: Transaction, task_ids: Collection[int], corrections: str) -> None:
    """Take the tasks, and the news whose ``dedupe`` begins so, out of messages that have not gone yet.

    One that says nothing more is not sent at all.
    """
    o = outbox.c
    pending = select(o.id, o.args).where(o.outcome.is_(None), o.notice.in_(("morning", "news")))
    for row in (await tx.execute(pending)).all():
        left = {"news": [one for one in row.args["news"] if not one["dedupe"].startswith(corrections)]}
        if "tasks" in row.args:
            left["tasks"] = [task for task in row.args["tasks"] if task["task"] not in task_ids]
        args = {**row.args, **left}
        if args == row.args:
            continue
        if any(args.values()):
            await tx.execute(update(outbox).where(o.id == row.id).values(args=args))
        else:
            await tx.execute(delete(outbox).where(o.id == row.id))


def _tasks_of(plan_id: int) -> Select[int]:
    of_plan = activities.c.plan_id == plan_id
    return select(tasks.c.id).join(activities, activities.c.id == tasks.c.activity_id).where(of_plan)
