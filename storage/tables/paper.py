"""What leaves as a document or a calendar."""

from __future__ import annotations

from sqlalchemy import (
    Column,
    ForeignKey,
    Integer,
    String,
    Table,
)

from storage.tables.base import Moment, metadata, own_id, ref

# A district's own templates of official papers; their bytes lie with people's files.
paper_templates = Table(
    "paper_templates",
    metadata,
    Column("district_id", Integer, ForeignKey("districts.id"), primary_key=True),
    Column("kind", String(16), primary_key=True),  # bot.domain.paper_kinds.PaperKind
    Column("content_hash", String(64), nullable=False),
    ref("sent_by", "people"),
    Column("sent_at", Moment, nullable=False),
)

# Addresses at which a calendar program asks for somebody's deadlines; a new one ends the one before.
calendar_links = Table(
    "calendar_links",
    metadata,
    own_id(),
    Column("token_hash", String(64), nullable=False, unique=True),
    ref("person_id", "people"),
    ref("school_id", "schools", nullable=True),  # None: the person's own tasks
    Column("created_at", Moment, nullable=False),
)
