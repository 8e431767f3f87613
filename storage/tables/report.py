"""Reports on tasks, their proofs, and what is said of them."""

from __future__ import annotations

from sqlalchemy import (
    Column,
    Index,
    Integer,
    String,
    Table,
    Text,
    UniqueConstraint,
)

from storage.tables.base import Moment, metadata, own_id, ref

reports = Table(
    "reports",
    metadata,
    own_id(),
    ref("task_id", "tasks"),
    ref("person_id", "people"),
    Column("version", Integer),  # counted within the task when sent; None while a draft
    Column("step", String(10), nullable=False),  # of a draft: the first question not answered yet
    Column("outcome", String(10)),  # done, partly, not_done; None: not chosen yet
    Column("words", Text, nullable=False),
    Column("people_count", Integer),
    Column("touched_at", Moment, nullable=False),
    Column("sent_at", Moment),  # None while a draft
    Column("taken_back_at", Moment),  # sent by mistake: it counts no more, and can still be read
    UniqueConstraint("task_id", "version"),
)
# Two people of one school may write at once, each in a draft of their own.
Index(
    "ux_reports_one_draft_a_person",
    reports.c.task_id,
    reports.c.person_id,
    unique=True,
    sqlite_where=reports.c.sent_at.is_(None),
    postgresql_where=reports.c.sent_at.is_(None),
)

evidence = Table(
    "evidence",
    metadata,
    own_id(),
    ref("report_id", "reports"),
    Column("content_hash", String(64), nullable=False),  # SHA-256; also the name under the data folder
    Column("name", Text, nullable=False),  # of a link: the address itself
    Column("kind", String(10), nullable=False),  # photo, document, voice, link
    Column("size", Integer, nullable=False),
    UniqueConstraint("report_id", "content_hash"),
)

# What a curator or an expert says of a report, beside the way that it goes.
remarks = Table(
    "remarks",
    metadata,
    own_id(),
    ref("task_id", "tasks"),
    Column("version", Integer, nullable=False),  # of the report
    ref("person_id", "people"),
    Column("words", Text, nullable=False),
    Column("at", Moment, nullable=False),
)
