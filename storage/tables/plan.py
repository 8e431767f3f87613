"""Plans, from the draft that was read to the live one and its versions."""

from __future__ import annotations

from sqlalchemy import (
    JSON,
    Boolean,
    Column,
    Date,
    ForeignKey,
    Integer,
    String,
    Table,
    Text,
    UniqueConstraint,
    text,
)

from storage.tables.base import Moment, metadata, own_id, ref

plans = Table(
    "plans",
    metadata,
    own_id(),
    ref("district_id", "districts"),
    ref("school_id", "schools", nullable=True),  # None: the district's own
    ref("parent_id", "plans", nullable=True),  # of a school's plan: the district's that it carries out
    # What a draft is to become: the correction of a live plan, or its next year; one of each at a time.
    Column("corrects_id", Integer, ForeignKey("plans.id"), unique=True),
    Column("follows_id", Integer, ForeignKey("plans.id"), unique=True),
    Column("status", String(10), nullable=False),  # draft, approved, live, archived
    # A report without the proof that its row asks for is not accepted.
    Column("proof_required", Boolean, nullable=False, server_default=text("false")),
    Column("title", Text, nullable=False),
    Column("period_start", Date),
    Column("period_end", Date),
    Column("file_name", Text, nullable=False),
    Column("unread", JSON, nullable=False),
    # Its document's columns as they follow one another, [{column, words}]: its papers have them, too.
    Column("columns", JSON, nullable=False, server_default=text("'[]'")),
    ref("created_by", "people"),
    Column("created_at", Moment, nullable=False),
    ref("approved_by", "people", nullable=True),
    Column("approved_at", Moment),
    # Which levels a report passes; of a school's own plan its head is the last one anyway.
    Column("head_confirms", Boolean, nullable=False, server_default=text("true")),
    Column("coordinator_accepts", Boolean, nullable=False, server_default=text("true")),
)

# What each correction of a live plan changed; the first version is its launch.
plan_versions = Table(
    "plan_versions",
    metadata,
    own_id(),
    ref("plan_id", "plans"),
    Column("number", Integer, nullable=False),  # from 1 within the plan
    Column("at", Moment, nullable=False),
    ref("person_id", "people"),  # who launched or corrected it
    Column("reason", Text, nullable=False),
    Column("changes", JSON, nullable=False),
    UniqueConstraint("plan_id", "number"),
)

sections = Table(
    "sections",
    metadata,
    own_id(),
    ref("plan_id", "plans"),
    Column("position", Integer, nullable=False),
    Column("title", Text, nullable=False),
)

activities = Table(
    "activities",
    metadata,
    own_id(),
    ref("plan_id", "plans"),
    ref("section_id", "sections", nullable=True),
    Column("position", Integer, nullable=False),
    Column("number", String(40), nullable=False),
    Column("title", Text, nullable=False),
    Column("problem", Text, nullable=False),
    Column("result", Text, nullable=False),
    Column("responsible_text", Text, nullable=False),
    Column("deadline_phrase", Text, nullable=False, server_default=text("''")),  # as in the document
    Column("deadline", JSON, nullable=False),  # as it is meant now, maybe typed anew
    Column("source", JSON, nullable=False),
    # The document's own words of the fields that a person has worded anew.
    Column("as_written", JSON, nullable=False, server_default=text("'{}'")),
    Column("evidence_kind", String(12), nullable=False, server_default=text("'none'")),
    # Of a draft's row: the live row that it corrects.
    Column("origin_id", Integer, ForeignKey("activities.id"), index=True),
    Column("removed_at", Moment),  # a correction took the row out; its position is below zero
    UniqueConstraint("plan_id", "position"),
    sqlite_autoincrement=True,  # a removed row may come back under its own id
)

# What people changed in a draft, each edit with all that is needed to take it back.
edits = Table(
    "edits",
    metadata,
    own_id(),
    ref("plan_id", "plans"),
    ref("person_id", "people"),
    Column("at", Moment, nullable=False),
    Column("kind", String(10), nullable=False),  # words, join, split, add, remove
    Column("about", Text, nullable=False),  # the row's number and title, as they were
    Column("before", JSON, nullable=False),  # the rows touched, whole
    Column("after", JSON, nullable=False),  # the ids of the rows that they became
)

# What a person last looked for, so that the way back to what was found is never lost.
searches = Table(
    "searches",
    metadata,
    Column("person_id", Integer, ForeignKey("people.id"), primary_key=True),
    Column("plan_id", Integer, ForeignKey("plans.id"), nullable=False, index=True),
    Column("words", Text, nullable=False),
    Column("at", Moment, nullable=False),
)

# Where a person last stood among the tasks of a plan, so that a card leads back there.
filters = Table(
    "filters",
    metadata,
    Column("person_id", Integer, ForeignKey("people.id"), primary_key=True),
    Column("plan_id", Integer, ForeignKey("plans.id"), nullable=False, index=True),
    Column("code", String(64), nullable=False),
    Column("first_task", Integer, nullable=False),  # of the page; 0: its beginning
    Column("at", Moment, nullable=False),
)

doubts = Table(
    "doubts",
    metadata,
    own_id(),
    ref("plan_id", "plans"),
    ref("activity_id", "activities", nullable=True),
    Column("position", Integer, nullable=False),
    Column("code", String(30), nullable=False),
    Column("message", Text, nullable=False),
    Column("fix", JSON(none_as_null=True)),  # {field, value}: a correction that one tap applies
    Column("answer", String(10)),  # None while open; kept, changed
    sqlite_autoincrement=True,
)
