"""Risk factors: a school's levels, as others rate them and as its team agrees."""

from __future__ import annotations

from sqlalchemy import (
    JSON,
    Boolean,
    Column,
    ForeignKey,
    Index,
    Integer,
    String,
    Table,
    Text,
)

from storage.tables.base import Moment, metadata, own_id, ref

# The levels of a school's official risk profile, typed in beside ours.
official_levels = Table(
    "official_levels",
    metadata,
    Column("school_id", Integer, ForeignKey("schools.id"), primary_key=True),
    Column("factor", Integer, primary_key=True),
    Column("level", String(12), nullable=False),  # bot.domain.risk.Level
    ref("person_id", "people"),
    Column("at", Moment, nullable=False),
)

# A school team agrees on the levels of its factors; its members' own ratings are private until closed.
consensus_meetings = Table(
    "consensus_meetings",
    metadata,
    own_id(),
    ref("school_id", "schools"),
    ref("opened_by", "people"),
    Column("opened_at", Moment, nullable=False),
    Column("closed_at", Moment),
)
# Two presses of «start» at once have one winner.
Index(
    "ux_consensus_meetings_one_open",
    consensus_meetings.c.school_id,
    unique=True,
    sqlite_where=consensus_meetings.c.closed_at.is_(None),
    postgresql_where=consensus_meetings.c.closed_at.is_(None),
)

consensus_ratings = Table(
    "consensus_ratings",
    metadata,
    Column("meeting_id", Integer, ForeignKey("consensus_meetings.id"), primary_key=True),
    Column("person_id", Integer, ForeignKey("people.id"), primary_key=True, index=True),
    Column("factor", Integer, primary_key=True),
    Column("level", String(12), nullable=False),
)

consensus_levels = Table(
    "consensus_levels",
    metadata,
    Column("meeting_id", Integer, ForeignKey("consensus_meetings.id"), primary_key=True),
    Column("factor", Integer, primary_key=True),
    Column("level", String(12)),  # None: not agreed, only noted
    Column("note", Text, nullable=False),
    ref("person_id", "people"),
    Column("at", Moment, nullable=False),
)

# What people of a district said: a row of these words answers a risk factor, or does not.
factor_answers = Table(
    "factor_answers",
    metadata,
    Column("district_id", Integer, ForeignKey("districts.id"), primary_key=True),
    Column("key", String(64), primary_key=True),  # SHA-256 of the words
    Column("factor", Integer, primary_key=True),
    Column("words", JSON, nullable=False),  # dictionary forms of the row's title, by the alphabet
    Column("relates", Boolean, nullable=False),
    ref("person_id", "people"),
    Column("at", Moment, nullable=False),
)
