"""What comes in from Telegram and what goes out to it."""

from __future__ import annotations

from sqlalchemy import (
    JSON,
    BigInteger,
    Column,
    Date,
    Index,
    Integer,
    String,
    Table,
    Text,
    text,
)

from storage.tables.base import Moment, metadata, own_id, ref

handled_updates = Table(
    "handled_updates",
    metadata,
    Column("update_id", BigInteger, primary_key=True, autoincrement=False),
    Column("handled_at", Moment, nullable=False, index=True),
)

# Accepted, not carried out yet, and taken off Telegram's hands since they held up the others.
shelved_updates = Table(
    "shelved_updates",
    metadata,
    Column("update_id", BigInteger, primary_key=True, autoincrement=False),
    Column("raw", JSON, nullable=False),
    Column("shelved_at", Moment, nullable=False),
)

failed_updates = Table(
    "failed_updates",
    metadata,
    Column("update_id", BigInteger, primary_key=True, autoincrement=False),
    Column("tries", Integer, nullable=False),
    Column("error", Text, nullable=False),  # the class and the place, never the person's words
    Column("set_aside_at", Moment),
)

# One row: when Telegram was last heard, so that a stop longer than it keeps updates is noticed.
heartbeat = Table(
    "heartbeat",
    metadata,
    Column("id", Integer, primary_key=True, autoincrement=False),
    Column("heard_at", Moment, nullable=False),
)

# Free text under way: what the next typed line or file of this account will mean.
dialogs = Table(
    "dialogs",
    metadata,
    Column("account_id", BigInteger, primary_key=True, autoincrement=False),
    Column("state", String(40), nullable=False),
    Column("data", JSON, nullable=False),
    Column("updated_at", Moment, nullable=False),
)

outbox = Table(
    "outbox",
    metadata,
    own_id(),
    ref("person_id", "people"),
    Column("notice", String(40), nullable=False),
    Column("args", JSON, nullable=False),
    Column("dedupe", String(120), nullable=False, unique=True),
    Column("due_at", Moment, nullable=False),
    Column("send_by", Moment),  # of a message of the day: later it is taken back
    Column("told_since", Date),  # … and its person counts as told up to this local day
    Column("lease_until", Moment),
    Column("tries", Integer, nullable=False, server_default=text("0")),
    Column("parts_sent", Integer, nullable=False, server_default=text("0")),  # messages of it that went out
    Column("outcome", String(20)),  # None while pending; sent, gone, refused, dropped
    Column("error", Text),
    Column("closed_at", Moment),
)
Index(
    "ix_outbox_pending",
    outbox.c.due_at,
    sqlite_where=outbox.c.outcome.is_(None),
    postgresql_where=outbox.c.outcome.is_(None),
)
Index(
    "ix_outbox_late",
    outbox.c.send_by,
    sqlite_where=outbox.c.outcome.is_(None),
    postgresql_where=outbox.c.outcome.is_(None),
)
