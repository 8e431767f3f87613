"""What the database holds about one person and one wave, whichever tables there are."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Column, Table, select

from storage.engine import Transaction
from storage.tables import dialogs, metadata, outbox, people, waves


@dataclass(frozen=True, slots=True)
class Trace:
    """One row, as it is."""

    table: str
    values: Mapping[str, Any]


async def list_traces(tx: Transaction, wave_id: int, person_id: int) -> list[Trace]:
    """The rows that name both: by their keys, and in what a message or a line under way is about."""
    found: list[Trace] = []
    for table, wave, person in _linking_tables():
        rows = await tx.execute(select(table).where(wave == wave_id, person == person_id))
        found += [Trace(table.name, dict(row._mapping)) for row in rows]
    o, p = outbox.c, people.c
    messages = select(o.id, o.notice, o.args, o.due_at, o.outcome).where(o.person_id == person_id)
    account = select(p.account_id).where(p.id == person_id).scalar_subquery()
    typing = select(dialogs).where(dialogs.c.account_id == account)
    for name, query, told in (("outbox", messages, "args"), ("dialogs", typing, "data")):
        rows = await tx.execute(query.order_by(query.selected_columns[0]))
        found += [Trace(name, dict(row._mapping)) for row in rows if _mentions(row._mapping[told], wave_id)]
    return found


def _linking_tables() -> Iterator[tuple[Table, Column[Any], Column[Any]]]:
    """Every table whose rows belong to a wave and to a person: a new one is found by itself."""
    for table in metadata.sorted_tables:
        of_wave = [c for c in table.columns if c.references(waves.c.id)]
        of_person = [c for c in table.columns if c.references(people.c.id)]
        yield from ((table, wave, person) for wave in of_wave for person in of_person)


def _mentions(told: Any, wave_id: int) -> bool:
    """Whether a message's JSON, at any depth, is about the wave."""
    if isinstance(told, Mapping):
        named = str(told.get("wave", "")).split("-")[0]  # 12, «12», or «12-7» of one of somebody's schools
        return named == str(wave_id) or any(_mentions(part, wave_id) for part in told.values())
    return isinstance(told, list) and any(_mentions(part, wave_id) for part in told)
