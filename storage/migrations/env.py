"""Alembic's entry: runs the migrations on the connection that :mod:`storage.migrate` hands over."""

from __future__ import annotations

from typing import Any, Literal

import sqlalchemy as sa
from alembic import context
from alembic.autogenerate.api import AutogenContext

from storage.tables import Moment, metadata


def _render_item(kind: str, item: Any, _autogen: AutogenContext) -> str | Literal[False]:
    if kind == "type" and isinstance(item, Moment):
        return "sa.DateTime(timezone=True)"  # a migration must not change when our classes do
    return False


def _compare_type(
    _context: Any, _column: Any, _metadata_column: Any, inspected: Any, declared: Any
) -> bool | None:
    if isinstance(declared, Moment):
        return not isinstance(inspected, sa.DateTime)
    return None


connection = context.config.attributes["connection"]
context.configure(
    connection=connection,
    target_metadata=metadata,
    render_as_batch=connection.dialect.name == "sqlite",  # SQLite alters a table by copying it
    render_item=_render_item,
    compare_type=_compare_type,
)
with context.begin_transaction():
    context.run_migrations()
