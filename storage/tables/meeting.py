"""Meetings: who was there, what was proposed and decided."""

from __future__ import annotations

from sqlalchemy import (
    JSON,
    Column,
    Date,
    ForeignKey,
    Index,
    Integer,
    String,
    Table,
    Text,
)

from storage.tables.base import Moment, metadata, own_id, ref

# A meeting at which people say that they are there, by its code word or its link.
events = Table(
    "events",
    metadata,
    own_id(),
    ref("district_id", "districts"),
    ref("school_id", "schools", nullable=True),  # whose it is: a school's, a body's or the district's
    ref("organisation_id", "organisations", nullable=True),
    ref("activity_id", "activities", nullable=True),  # the row of the plan that it carries out
    Column("title", Text, nullable=False),
    Column("held_on", Date, nullable=False),
    Column("code", String(40), nullable=False),
    Column("token", String(32), nullable=False, unique=True),
    ref("created_by", "people"),
    Column("created_at", Moment, nullable=False),
    Column("closed_at", Moment),
)
# A code word means one open meeting of its district.
Index(
    "ux_events_open_code",
    events.c.district_id,
    events.c.code,
    unique=True,
    sqlite_where=events.c.closed_at.is_(None),
    postgresql_where=events.c.closed_at.is_(None),
)

# Who was there, in the role and at the place of that day.
event_marks = Table(
    "event_marks",
    metadata,
    Column("event_id", Integer, ForeignKey("events.id"), primary_key=True),
    Column("person_id", Integer, ForeignKey("people.id"), primary_key=True, index=True),
    Column("role", String(20), nullable=False),
    ref("school_id", "schools", nullable=True),
    ref("organisation_id", "organisations", nullable=True),
    Column("at", Moment, nullable=False),
)

# A meeting of the district: what was proposed to it, and what it decided.
meetings = Table(
    "meetings",
    metadata,
    own_id(),
    ref("district_id", "districts"),
    Column("held_on", Date, nullable=False),
    Column("agenda", JSON, nullable=False),  # rows of the plan, as they stood when it was called
    ref("created_by", "people"),
    Column("created_at", Moment, nullable=False),
)

meeting_decisions = Table(
    "meeting_decisions",
    metadata,
    own_id(),
    ref("meeting_id", "meetings"),
    Column("words", Text, nullable=False),
    Column("deadline", Text, nullable=False),  # as typed
    Column("responsible", Text, nullable=False),
    # The row of a plan that it became. No foreign key: a draft's row that was taken out may come back.
    Column("activity_id", Integer),
)
