"""Which of people's files the database speaks of."""

from __future__ import annotations

from sqlalchemy import select

from storage.engine import Transaction
from storage.tables import metadata

# Whatever table names a file calls the column so.
_NAMES = tuple(table.c.content_hash for table in metadata.sorted_tables if "content_hash" in table.c)


async def list_named_files(tx: Transaction) -> set[str]:
    """The digests of all files that some row names."""
    return {digest for column in _NAMES for digest in (await tx.execute(select(column))).scalars()}
