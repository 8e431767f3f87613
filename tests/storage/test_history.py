"""The chain of history: what was changed past the program is found, and the database refuses it first."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from datetime import timedelta

import pytest
from sqlalchemy import delete, select, text, update
from sqlalchemy.exc import DBAPIError

from bot.domain.people import Role
from bot.domain.tasks import Move, Task, TaskState
from bot.use_cases import stewardship
from storage import Storage, Transaction
from storage.history import Break, NewLine, append_lines, examine_chains
from storage.tables import history_heads, people, task_history, tasks
from storage.tasks import get_task, move_task, open_due_tasks
from tests.factories import NOW, make_district, make_person, make_task

_UNGUARD = {
    "sqlite": (
        "DROP TRIGGER task_history_never_changes",
        "DROP TRIGGER task_history_never_shrinks",
    ),
    "postgresql": ("ALTER TABLE task_history DISABLE TRIGGER ALL",),
}
_GUARD = {"sqlite": (), "postgresql": ("ALTER TABLE task_history ENABLE TRIGGER ALL",)}


async def planned(storage: Storage, count: int) -> list[int]:
    """Tasks of one plan that begin now, each with its first line of history."""
    async with storage.begin() as tx:
        district = await make_district(tx)
    ids = [await make_task(storage, district, state=TaskState.PLANNED) for _ in range(count)]
    async with storage.begin() as tx:
        for task_id in ids:
            task = await found(tx, task_id)
            line = NewLine(task.plan_id, task_id, Move.CREATE, None, task.state)
            await append_lines(tx, [line], person_id=None, now=NOW)
    return ids


async def found(tx: Transaction, task_id: int) -> Task:
    task = await get_task(tx, task_id)
    assert task is not None
    return task


async def broken(storage: Storage) -> tuple[Break | None, int]:
    async with storage.read() as tx:
        examined = await examine_chains(tx)
    return examined.broken, examined.strays


async def sabotage(storage: Storage, *statements: object) -> None:
    engine = storage.url.get_backend_name()
    async with storage.begin() as tx:
        for words in (*_UNGUARD[engine], *statements, *_GUARD[engine]):
            await tx.execute(text(words) if isinstance(words, str) else words)  # type: ignore[call-overload]


async def test_many_at_once_make_one_chain(storage: Storage) -> None:
    ids = await planned(storage, 6)
    async with storage.begin() as tx:
        person = await make_person(tx, Role.COORDINATOR, (await found(tx, ids[0])).district_id)

    async def report(task_id: int) -> bool:
        async with storage.begin() as tx:
            task = await found(tx, task_id)
            return await move_task(tx, task, Move.REPORT, actor=person, now=NOW + timedelta(hours=1))

    async def begin() -> int:
        async with storage.begin() as tx:
            return await open_due_tasks(tx, now=NOW + timedelta(days=400))

    *reported, opened = await asyncio.gather(*map(report, ids), begin())
    async with storage.read() as tx:
        examined = await examine_chains(tx)
        numbers = (await tx.execute(select(task_history.c.number).order_by(task_history.c.number))).scalars()
        assert list(numbers) == list(range(1, examined.lines + 1))
    assert (examined.lines, examined.broken, examined.strays) == (6 + sum(reported) + opened, None, 0)


H = task_history


@pytest.mark.parametrize(
    ("statements", "number"),
    [
        ([update(H).where(H.c.number == 2).values(why="Так и было")], 2),
        ([update(H).where(H.c.number == 1).values(person_id=None, at=NOW - timedelta(days=1))], 1),
        ([delete(H).where(H.c.number == 2)], 2),
        ([delete(H).where(H.c.number == 3)], 3),  # the last one: only the head remembers it
        ([delete(H)], 1),
        ([delete(history_heads)], 0),
        (
            [
                update(H).where(H.c.number == 2).values(number=-1),
                update(H).where(H.c.number == 3).values(number=2),
                update(H).where(H.c.number == -1).values(number=3),
            ],
            2,
        ),
    ],
    ids=["words", "moment", "one gone", "last gone", "all gone", "head gone", "swapped"],
)
async def test_what_was_done_past_the_program_is_found(
    storage: Storage, statements: Sequence[object], number: int
) -> None:
    await planned(storage, 3)
    assert await broken(storage) == (None, 0)
    await sabotage(storage, *statements)
    (first, _) = await broken(storage)
    assert first is not None
    assert first.number == number


async def test_a_state_that_no_line_tells_of_is_found(storage: Storage) -> None:
    ids = await planned(storage, 2)
    async with storage.begin() as tx:
        await tx.execute(update(tasks).where(tasks.c.id == ids[0]).values(state=TaskState.ACCEPTED.value))
    assert await broken(storage) == (None, 1)


@pytest.mark.parametrize("statement", [update(H).values(why="-"), delete(H).where(H.c.number == 2)])
async def test_the_database_itself_refuses(storage: Storage, statement: object) -> None:
    await planned(storage, 2)
    with pytest.raises(DBAPIError, match="append-only"):
        async with storage.begin() as tx:
            await tx.execute(statement)  # type: ignore[call-overload]
    assert await broken(storage) == (None, 0)


async def test_a_forgotten_name_and_an_undone_launch_break_nothing(storage: Storage) -> None:
    (first, *_) = await planned(storage, 2)
    async with storage.begin() as tx:
        plan = (await found(tx, first)).plan_id
        actor = await make_person(tx, Role.COORDINATOR, (await found(tx, first)).district_id)
        await move_task(tx, await found(tx, first), Move.REPORT, actor=actor, now=NOW)
        await tx.execute(update(people).where(people.c.id == actor.id).values(name=""))
    assert await broken(storage) == (None, 0)
    async with storage.begin() as tx:
        assert await stewardship.undo_launch(tx, actor, plan) == 2
    async with storage.read() as tx:
        examined = await examine_chains(tx)
    assert (examined.lines, examined.broken, examined.strays) == (0, None, 0)
