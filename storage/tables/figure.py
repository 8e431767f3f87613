"""How a school does, in figures and in an expert's words."""

from __future__ import annotations

from sqlalchemy import (
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

# How an expert found a school: twice in the year of a plan.
examinations = Table(
    "examinations",
    metadata,
    Column("plan_id", Integer, ForeignKey("plans.id"), primary_key=True),
    Column("school_id", Integer, ForeignKey("schools.id"), primary_key=True, index=True),
    Column("number", Integer, primary_key=True),  # 1 or 2
    Column("held_on", Date, nullable=False),
    ref("person_id", "people"),
    Column("words", Text, nullable=False),
    Column("at", Moment, nullable=False),
)

# Figures that nothing else tells, by the words of the row's target: «value», or what it was at first: «base».
target_figures = Table(
    "target_figures",
    metadata,
    Column("activity_id", Integer, ForeignKey("activities.id"), primary_key=True),
    Column("school_id", Integer, ForeignKey("schools.id"), primary_key=True, index=True),
    Column("target", String(200), primary_key=True),
    Column("point", String(5), primary_key=True),
    Column("tenths", Integer, nullable=False),
    ref("person_id", "people"),
    Column("at", Moment, nullable=False),
)

# How many people of a kind a school has, in the documents' own words: asked once, a share is of it.
headcounts = Table(
    "headcounts",
    metadata,
    Column("school_id", Integer, ForeignKey("schools.id"), primary_key=True),
    Column("whom", String(120), primary_key=True),
    Column("people", Integer, nullable=False),
    ref("person_id", "people"),
    Column("at", Moment, nullable=False),
)

# How well a class knows a subject, in percent; a class may write several works in a half of the year.
scores = Table(
    "scores",
    metadata,
    own_id(),
    ref("school_id", "schools"),
    Column("year", Integer, nullable=False),  # in which the school year begins
    Column("half", Integer, nullable=False),  # 1 or 2
    Column("form", String(6), nullable=False),  # «7А»
    Column("subject", String(60), nullable=False),
    Column("percent", Integer, nullable=False),
    ref("person_id", "people"),
    Column("at", Moment, nullable=False),
)
Index("ix_scores_of_half", scores.c.school_id, scores.c.year, scores.c.half)
