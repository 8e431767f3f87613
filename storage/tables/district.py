"""Districts, their places, and the people who work at them."""

from __future__ import annotations

from sqlalchemy import (
    JSON,
    BigInteger,
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
    text,
)

from storage.tables.base import Moment, metadata, own_id, ref

districts = Table(
    "districts",
    metadata,
    own_id(),
    Column("name", Text, nullable=False),
    Column("zone", String(40), nullable=False),
    Column("morning_hour", Integer, nullable=False),
    Column("saturday_off", Boolean, nullable=False, server_default=text("false")),
    Column("ladders", JSON(none_as_null=True)),  # what its reminders differ in from the usual
    Column("created_at", Moment, nullable=False),
)

# A district's own days off, both ends included: school breaks, holidays of the region.
days_off = Table(
    "days_off",
    metadata,
    own_id(),
    ref("district_id", "districts"),
    Column("first_on", Date, nullable=False),
    Column("last_on", Date, nullable=False),
    Column("name", Text, nullable=False),
)

schools = Table(
    "schools",
    metadata,
    own_id(),
    ref("district_id", "districts"),
    Column("name", Text, nullable=False),
    Column("zone", String(40)),  # None: the district's
    UniqueConstraint("district_id", "name"),
)

organisations = Table(
    "organisations",
    metadata,
    own_id(),
    ref("district_id", "districts"),
    Column("name", Text, nullable=False),
    # Of its district at most one: its people hear of what is late for too long.
    Column("is_authority", Boolean, nullable=False, server_default=text("false")),
    UniqueConstraint("district_id", "name"),
)

people = Table(
    "people",
    metadata,
    own_id(),
    Column("account_id", BigInteger, nullable=False, unique=True),
    Column("name", Text, nullable=False),
    Column("language", String(2), nullable=False),
    Column("reachable", Boolean, nullable=False, server_default=text("true")),
    Column("dark_charts", Boolean, nullable=False, server_default=text("false")),
    # When the next daily message of this person is composed, and the local day of the last one.
    Column("morning_at", Moment),
    Column("last_morning_on", Date),
    # The weekday (ISO) on which a head or a curator is told of the week; 0: never.
    Column("weekly_on", Integer, nullable=False, server_default=text("1")),
    # What the person has chosen of it: the hour (None: the district's), the days as ISO digits, a pause.
    Column("morning_hour", Integer),
    Column("morning_days", String(7), nullable=False, server_default=text("'123456'")),
    Column("paused_until", Date),  # the first day on which they are written to again
    Column("created_at", Moment, nullable=False),
)
Index("ix_people_morning_at", people.c.morning_at, sqlite_where=people.c.morning_at.is_not(None))

consents = Table(
    "consents",
    metadata,
    own_id(),
    ref("person_id", "people"),
    Column("text_version", String(20), nullable=False),
    Column("given_at", Moment, nullable=False),
    Column("withdrawn_at", Moment),
)

memberships = Table(
    "memberships",
    metadata,
    own_id(),
    ref("person_id", "people"),
    Column("role", String(20), nullable=False),
    ref("district_id", "districts", nullable=True),
    ref("school_id", "schools", nullable=True),
    ref("organisation_id", "organisations", nullable=True),
    Column("since", Moment, nullable=False),
    Column("until", Moment),  # of somebody who stands in for another: from then on it counts no more
)

# Who stands in for a school's head, and when; while it lasts they have a membership of the head's kind.
substitutions = Table(
    "substitutions",
    metadata,
    own_id(),
    ref("school_id", "schools"),
    ref("person_id", "people"),
    Column("first_on", Date, nullable=False),
    Column("last_on", Date, nullable=False),
    Column("starts_at", Moment, nullable=False),  # the local midnights around them
    Column("ends_at", Moment, nullable=False),
    ref("named_by", "people"),
    Column("named_at", Moment, nullable=False),
    Column("begun_at", Moment),
    Column("ended_at", Moment),  # over, or taken back
)
Index(
    "ix_substitutions_under_way",
    substitutions.c.starts_at,
    sqlite_where=substitutions.c.ended_at.is_(None),
    postgresql_where=substitutions.c.ended_at.is_(None),
)

invites = Table(
    "invites",
    metadata,
    own_id(),
    Column("token_hash", String(64), nullable=False, unique=True),
    Column("role", String(20), nullable=False),
    ref("district_id", "districts", nullable=True),
    ref("school_id", "schools", nullable=True),
    ref("organisation_id", "organisations", nullable=True),
    ref("created_by", "people", nullable=True),  # None: the program itself, for the first admin
    Column("created_at", Moment, nullable=False),
    Column("expires_at", Moment, nullable=False),
    Column("uses_left", Integer, nullable=False),
)

# Opening a link takes one of its uses for this account; the consent screen comes after.
invite_claims = Table(
    "invite_claims",
    metadata,
    Column("invite_id", Integer, ForeignKey("invites.id"), primary_key=True),
    Column("account_id", BigInteger, primary_key=True),
    Column("claimed_at", Moment, nullable=False),
    Column("consented_at", Moment),
    Column("accepted_at", Moment),
)
