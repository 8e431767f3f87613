"""How schools are helped: practices, consultations, partner schools."""

from __future__ import annotations

from sqlalchemy import (
    Boolean,
    Column,
    Date,
    ForeignKey,
    Index,
    Integer,
    String,
    Table,
    Text,
    UniqueConstraint,
)

from storage.tables.base import Moment, metadata, own_id, ref

# What worked at a school, in the words that the report's author agreed to.
practices = Table(
    "practices",
    metadata,
    own_id(),
    Column("report_id", Integer, ForeignKey("reports.id"), nullable=False, unique=True),
    ref("district_id", "districts"),
    Column("factor", Integer, nullable=False),  # 1 … 10
    Column("place", Text, nullable=False),
    Column("title", Text, nullable=False),
    Column("words", Text, nullable=False),
    Column("effect", Text, nullable=False),
    Column("state", String(10), nullable=False),  # bot.domain.practices.PracticeState
    Column("with_files", Boolean, nullable=False),
    ref("offered_by", "people"),
    Column("offered_at", Moment, nullable=False),
)

# The dictionary forms of a practice's words: an index that both engines search and rank alike.
practice_lemmas = Table(
    "practice_lemmas",
    metadata,
    Column("lemma", Text, primary_key=True),
    Column("practice_id", Integer, ForeignKey("practices.id"), primary_key=True, index=True),
    Column("weight", Integer, nullable=False),  # how much of the practice speaks of it
)

# An hour at which the method office helps schools with a risk factor.
consultations = Table(
    "consultations",
    metadata,
    own_id(),
    ref("district_id", "districts"),
    Column("factor", Integer, nullable=False),  # 1 … 10
    Column("starts_at", Moment, nullable=False),
    Column("place", Text, nullable=False),  # or a link
    Column("seats", Integer, nullable=False),
    ref("host_id", "people"),
    Column("created_at", Moment, nullable=False),
    Column("cancelled_at", Moment),
)
Index("ix_consultations_schedule", consultations.c.district_id, consultations.c.starts_at)

# Who comes: a seat has one taker, a person one seat, and nobody is at two places at once.
consultation_seats = Table(
    "consultation_seats",
    metadata,
    Column("consultation_id", Integer, ForeignKey("consultations.id"), primary_key=True),
    Column("seat", Integer, primary_key=True),  # from 1
    ref("person_id", "people"),
    ref("school_id", "schools", nullable=True),  # for which they come
    Column("starts_at", Moment, nullable=False),
    Column("booked_at", Moment, nullable=False),
    UniqueConstraint("consultation_id", "person_id"),
    UniqueConstraint("person_id", "starts_at"),
)

# A school that helps another, under a contract that ends.
partnerships = Table(
    "partnerships",
    metadata,
    own_id(),
    ref("district_id", "districts"),
    ref("host_id", "schools"),
    ref("school_id", "schools"),
    Column("ends_on", Date, nullable=False),  # the contract's last day
    ref("created_by", "people"),
    Column("created_at", Moment, nullable=False),
    Column("ended_at", Moment),  # taken off the list
)
# Two schools are a pair once.
Index(
    "ux_partnerships_pair",
    partnerships.c.host_id,
    partnerships.c.school_id,
    unique=True,
    sqlite_where=partnerships.c.ended_at.is_(None),
    postgresql_where=partnerships.c.ended_at.is_(None),
)

# What the two do together.
joint_events = Table(
    "joint_events",
    metadata,
    own_id(),
    ref("partnership_id", "partnerships"),
    Column("held_on", Date, nullable=False),
    Column("title", Text, nullable=False),
    ref("created_by", "people"),
)
