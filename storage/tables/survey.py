"""Self-diagnosis: questionnaires, waves, answers and all that is shown of them."""

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

# Questionnaires as their files are, each once: a wave is asked and read with its own for ever.
packs = Table(
    "packs",
    metadata,
    Column("hash", String(64), primary_key=True),  # SHA-256 of the source
    Column("source", Text, nullable=False),
)

# The questionnaires that a district has added, each version that was ever sent in.
district_packs = Table(
    "district_packs",
    metadata,
    Column("district_id", Integer, ForeignKey("districts.id"), primary_key=True),
    Column("code", String(40), primary_key=True),
    Column("version", Integer, primary_key=True),
    Column("pack", String(64), ForeignKey("packs.hash"), nullable=False),
    Column("added_by", Integer, ForeignKey("people.id"), nullable=False, index=True),
    Column("added_at", Moment, nullable=False),
)

waves = Table(
    "waves",
    metadata,
    own_id(),
    ref("district_id", "districts"),
    Column("pack", String(64), ForeignKey("packs.hash"), nullable=False),
    Column("questionnaire", String(40), nullable=False),
    Column("version", Integer, nullable=False),
    Column("anonymous", Boolean, nullable=False),  # set once, by the questionnaire's audience
    Column("breakdown", String(10), nullable=False),  # set once: whose answers are shown together
    Column("stage", String(10), nullable=False),  # set once: entry, interim, final
    Column("state", String(10), nullable=False),  # open, closed, released
    ref("opened_by", "people"),
    Column("opened_at", Moment, nullable=False),
    Column("closes_at", Moment, nullable=False),
    Column("closed_at", Moment),
)
# Two presses of «start» at once have one winner.
Index(
    "ux_waves_one_open",
    waves.c.district_id,
    waves.c.questionnaire,
    unique=True,
    sqlite_where=waves.c.state == "open",
    postgresql_where=waves.c.state == "open",
)

# Who is asked and whether they have sent: a spent token, never next to an answer, gone when the wave closes.
wave_tokens = Table(
    "wave_tokens",
    metadata,
    Column("wave_id", Integer, ForeignKey("waves.id"), primary_key=True),
    Column("person_id", Integer, ForeignKey("people.id"), primary_key=True),
    # Of an anonymous wave one a person; who leads two schools states for both.
    Column("school_id", Integer, ForeignKey("schools.id"), primary_key=True),
    Column("spent", Boolean, nullable=False),
)

# Linkable only while under way; erased on sending and when the wave closes.
survey_drafts = Table(
    "survey_drafts",
    metadata,
    Column("wave_id", Integer, ForeignKey("waves.id"), primary_key=True),
    Column("person_id", Integer, ForeignKey("people.id"), primary_key=True),
    Column("item_id", String(40), primary_key=True),
    Column("value", Text, nullable=False),
)

# A school's own statement while the wave is open: all who lead the school write the same one.
statements = Table(
    "statements",
    metadata,
    Column("wave_id", Integer, ForeignKey("waves.id"), primary_key=True),
    Column("school_id", Integer, ForeignKey("schools.id"), primary_key=True),
    ref("begun_by", "people"),
    ref("changed_by", "people"),
)

statement_answers = Table(
    "statement_answers",
    metadata,
    Column("wave_id", Integer, ForeignKey("waves.id"), primary_key=True),
    Column("school_id", Integer, ForeignKey("schools.id"), primary_key=True),
    Column("item_id", String(40), primary_key=True),
    Column("value", Text, nullable=False),
)

# What was sent in an open wave, added up by school: there are no responses to tell apart. Every sender
# writes the same row, of the same length: neither place nor moment nor turn is to be seen in the file.
survey_bag = Table(
    "survey_bag",
    metadata,
    Column("wave_id", Integer, ForeignKey("waves.id"), primary_key=True),
    Column("school_id", Integer, ForeignKey("schools.id"), primary_key=True),
    Column("sums", Text, nullable=False),  # people, and item → answer → people; padded
)

# The same of a closed wave, until it is released.
closed_tallies = Table(
    "closed_tallies",
    metadata,
    Column("wave_id", Integer, ForeignKey("waves.id"), primary_key=True),
    Column("school_id", Integer, ForeignKey("schools.id"), primary_key=True),
    Column("asked", Integer, nullable=False),
    Column("sums", Text, nullable=False),
)

# All that is ever shown of a wave's answers, in place of the answers.
releases = Table(
    "releases",
    metadata,
    Column("wave_id", Integer, ForeignKey("waves.id"), primary_key=True, autoincrement=False),
    ref("released_by", "people"),
    Column("released_at", Moment, nullable=False),
    Column("shown", JSON, nullable=False),
)
