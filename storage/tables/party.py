"""Whom a plan's rows name, and what the words for them mean."""

from __future__ import annotations

from sqlalchemy import (
    Column,
    ForeignKey,
    Integer,
    String,
    Table,
    Text,
    UniqueConstraint,
)

from storage.tables.base import metadata, own_id, ref

# What a responsible party's words mean in this district; asked once and remembered.
parties = Table(
    "parties",
    metadata,
    own_id(),
    ref("district_id", "districts"),
    Column("key", Text, nullable=False),  # the normalised words
    Column("text", Text, nullable=False),  # as first written
    Column("kind", String(12), nullable=False),
    Column("target", String(14)),  # bot.domain.binding.Target; None: not asked yet
    ref("school_id", "schools", nullable=True),
    ref("organisation_id", "organisations", nullable=True),
    # Other words for that party, which alone says what both mean; never a chain.
    ref("same_as_id", "parties", nullable=True),
    UniqueConstraint("district_id", "key"),
)

# Of a party that means some of the schools: which.
party_schools = Table(
    "party_schools",
    metadata,
    Column("party_id", Integer, ForeignKey("parties.id"), primary_key=True),
    Column("school_id", Integer, ForeignKey("schools.id"), primary_key=True, index=True),
)

activity_parties = Table(
    "activity_parties",
    metadata,
    Column("activity_id", Integer, ForeignKey("activities.id"), primary_key=True),
    Column("position", Integer, primary_key=True),  # 0 is accountable, the others are co-executors
    Column("party_id", Integer, ForeignKey("parties.id"), nullable=False, index=True),
)
