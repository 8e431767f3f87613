"""The append-only history of tasks. Its lines are written here and nowhere else, a chain for each plan."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable
from dataclasses import asdict, dataclass
from datetime import datetime

from sqlalchemy import func, insert, select, text, update

from bot.domain.chain import START, ChainLine, seal
from bot.domain.tasks import Move, TaskState
from storage.engine import Transaction
from storage.tables import activities, history_heads, people, task_history, tasks
from storage.upsert import upsert


@dataclass(frozen=True, slots=True)
class NewLine:
    """A change to be noted; one that leaves the state as it was names it twice."""

    plan_id: int
    task_id: int
    move: Move
    from_state: TaskState | None
    to_state: TaskState
    why: str = ""
    acting: bool = False  # the person stood in for somebody else
    about_id: int | None = None  # the person whom the line speaks of; their name is not sealed


@dataclass(frozen=True, slots=True)
class HistoryLine:
    """One change of a task; ``who`` is "" for the calendar."""

    at: datetime
    who: str
    acting: bool  # they stood in for somebody else
    move: Move
    from_state: TaskState | None
    to_state: TaskState
    why: str  # a reason as typed, or the name of whom the line speaks of


@dataclass(frozen=True, slots=True)
class Break:
    """Where a plan's chain first says what was not written."""

    plan_id: int
    number: int  # of the line, from 1; 0: the plan's lines as a whole are gone


@dataclass(frozen=True, slots=True)
class Examined:
    lines: int
    broken: Break | None
    strays: int  # tasks in another state than their last line says


async def lock_chains(tx: Transaction, plan_ids: Collection[int]) -> dict[int, tuple[int, str]]:
    """Plan → number and seal of its last line; nobody else appends until the transaction ends.

    Where several tasks are moved, it is called before their rows are touched: whoever holds the chain
    waits for nobody.
    """
    if not plan_ids:
        return {}
    heads = upsert(tx, history_heads).values(
        [{"plan_id": plan_id, "number": 0, "hash": START} for plan_id in sorted(plan_ids)]
    )
    kept = {"number": history_heads.c.number}  # written anew as it is: that locks it and returns it
    h = history_heads.c
    found = await tx.execute(
        heads.on_conflict_do_update(index_elements=[h.plan_id], set_=kept).returning(
            h.plan_id, h.number, h.hash
        )
    )
    return {row.plan_id: (row.number, row.hash) for row in found}


async def append_lines(
    tx: Transaction,
    lines: Iterable[NewLine],
    *,
    person_id: int | None,
    now: datetime,
) -> None:
    """Write the lines behind the last ones of their plans, in the order given."""
    by_plan: dict[int, list[NewLine]] = defaultdict(list)
    for new in lines:
        by_plan[new.plan_id].append(new)
    heads = await lock_chains(tx, by_plan)
    for plan_id, behind in by_plan.items():
        count, last = heads[plan_id]
        rows: list[dict[str, object]] = []
        for number, new in enumerate(behind, start=count + 1):
            line = ChainLine(
                plan_id=plan_id,
                number=number,
                task_id=new.task_id,
                at=now,
                person_id=person_id,
                acting=new.acting,
                move=new.move.value,
                from_state=new.from_state.value if new.from_state else None,
                to_state=new.to_state.value,
                why=new.why,
                about_id=new.about_id,
            )
            last = seal(last, line)
            rows.append(asdict(line) | {"hash": last})
        await tx.execute(insert(task_history), rows)
        at_plan = history_heads.c.plan_id == plan_id
        await tx.execute(update(history_heads).where(at_plan).values(number=count + len(behind), hash=last))


async def plans_of(tx: Transaction, activity_ids: Collection[int]) -> dict[int, int]:
    """Activity → the plan whose chain its tasks' changes belong to."""
    a = activities.c
    rows = await tx.execute(select(a.id, a.plan_id).where(a.id.in_(activity_ids)))
    return {row.id: row.plan_id for row in rows}


async def list_history(tx: Transaction, task_id: int) -> list[HistoryLine]:
    """All changes of a task, the first first."""
    h, about = task_history.c, people.alias("about")
    why = func.coalesce(about.c.name, h.why)
    rows = await tx.execute(
        select(h.at, func.coalesce(people.c.name, ""), h.acting, h.move, h.from_state, h.to_state, why)
        .join(people, people.c.id == h.person_id, isouter=True)
        .join(about, about.c.id == h.about_id, isouter=True)
        .where(h.task_id == task_id)
        .order_by(h.number)
    )
    return [
        HistoryLine(at, who, acting, Move(move), TaskState(before) if before else None, TaskState(after), why)
        for at, who, acting, move, before, after, why in rows
    ]


async def get_return_reason(tx: Transaction, task_id: int) -> str:
    """Why the task was last returned; "" if it never was."""
    h = task_history.c
    reasons = select(h.why).where(h.task_id == task_id, h.move == Move.RETURN.value)
    found = await tx.execute(reasons.order_by(h.number.desc()).limit(1))
    return found.scalar_one_or_none() or ""


async def examine_chains(tx: Transaction) -> Examined:
    """Seal every line anew and compare; reads the whole history once. Call it first in a transaction."""
    if tx.dialect.name == "postgresql":  # all queries of one moment, as on SQLite anyway
        await tx.execute(text("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ"))
    heads = {row.plan_id: row for row in await tx.execute(select(history_heads))}
    reached: dict[int, tuple[int, str]] = {}
    states: dict[int, str] = {}
    broken: list[Break] = []
    h = task_history.c
    count = 0
    async for row in await tx.stream(select(task_history).order_by(h.plan_id, h.number)):
        count += 1
        states[row.task_id] = row.to_state
        number, last = reached.get(row.plan_id, (0, START))
        line = ChainLine(*(getattr(row, name) for name in ChainLine.__slots__))
        if row.number != number + 1:
            broken.append(Break(row.plan_id, number + 1))
        elif seal(last, line) != row.hash:
            broken.append(Break(row.plan_id, row.number))
        reached[row.plan_id] = (row.number, row.hash)
    for plan_id in heads.keys() | reached.keys():
        number, last = reached.get(plan_id, (0, START))
        head = heads.get(plan_id)
        if head is None or head.number != number:
            broken.append(Break(plan_id, number + 1 if head and head.number > number else 0))
        elif head.hash != last:
            broken.append(Break(plan_id, number))
    now = {row.id: row.state for row in await tx.execute(select(tasks.c.id, tasks.c.state))}
    strays = sum(states.get(task_id) != state for task_id, state in now.items())
    first = min(broken, key=lambda found: (found.plan_id, found.number), default=None)
    return Examined(count, first, strays)
