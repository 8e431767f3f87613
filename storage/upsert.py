"""Statements that both engines speak: INSERT … ON CONFLICT, which SQLAlchemy spells once a dialect, and
an UPDATE of many rows, each with values of its own."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from sqlalchemy import Table, bindparam, update
from sqlalchemy.dialects import postgresql, sqlite

from storage.engine import Transaction


def upsert(tx: Transaction, table: Table) -> sqlite.Insert | postgresql.Insert:
    """An insert that has ``on_conflict_do_nothing`` and ``on_conflict_do_update``."""
    return sqlite.insert(table) if tx.dialect.name == "sqlite" else postgresql.insert(table)


async def update_rows(tx: Transaction, table: Table, rows: Sequence[Mapping[str, Any]]) -> None:
    """Update rows by their ``id``; each of ``rows`` names the same columns beside it."""
    if not rows:
        return
    names = [name for name in rows[0] if name != "id"]
    # A parameter may not have the name of a column that is set.
    values = {name: bindparam(f"new_{name}", type_=table.c[name].type) for name in names}
    renamed = [{"row_id": row["id"], **{f"new_{name}": row[name] for name in names}} for row in rows]
    await tx.execute(update(table).where(table.c.id == bindparam("row_id")).values(values), renamed)
