"""INSERT … ON CONFLICT, which both engines speak and SQLAlchemy spells once a dialect."""

from __future__ import annotations

from sqlalchemy import Table
from sqlalchemy.dialects import postgresql, sqlite

from storage.engine import Transaction


def upsert(tx: Transaction, table: Table) -> sqlite.Insert | postgresql.Insert:
    """An insert that has ``on_conflict_do_nothing`` and ``on_conflict_do_update``."""
    return sqlite.insert(table) if tx.dialect.name == "sqlite" else postgresql.insert(table)
