"""Tasks, their sealed history, and what people say of whose they are."""

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
    text,
)

from storage.tables.base import Moment, metadata, own_id, ref

tasks = Table(
    "tasks",
    metadata,
    own_id(),
    ref("district_id", "districts"),
    ref("activity_id", "activities"),
    Column("occurrence", Integer, nullable=False),
    Column("label", Text, nullable=False),
    ref("school_id", "schools", nullable=True),
    ref("organisation_id", "organisations", nullable=True),
    # The responsible place as one word, since NULLs never collide in a unique key: s12, o3, c.
    Column("place", String(12), nullable=False),
    Column("window_start", Date),
    Column("window_end", Date),
    Column("checkpoint", Boolean, nullable=False),
    Column("state", String(10), nullable=False),
    Column("opens_at", Moment),
    Column("due_at", Moment),
    Column("changed_at", Moment, nullable=False),
    Column("held_down", Boolean, nullable=False, server_default=text("false")),  # late, it does not rise
    UniqueConstraint("activity_id", "occurrence", "place"),
)
Index(
    "ix_tasks_to_open",
    tasks.c.opens_at,
    sqlite_where=tasks.c.state == "planned",
    postgresql_where=tasks.c.state == "planned",
)
Index("ix_tasks_district_state", tasks.c.district_id, tasks.c.state, tasks.c.window_end)

# The changes of a plan's tasks, never changed themselves: each line's hash covers the one before it.
task_history = Table(
    "task_history",
    metadata,
    own_id(),
    Column("plan_id", Integer, ForeignKey("plans.id"), nullable=False),
    Column("number", Integer, nullable=False),  # from 1 within the plan
    ref("task_id", "tasks"),
    Column("at", Moment, nullable=False),
    ref("person_id", "people", nullable=True),  # None: the calendar
    Column("move", String(20), nullable=False),
    Column("from_state", String(10)),
    Column("to_state", String(10), nullable=False),
    Column("why", Text, nullable=False),
    Column("acting", Boolean, nullable=False),  # the person stood in for somebody else
    ref("about_id", "people", nullable=True),  # whom the line speaks of; a name would be sealed for ever
    Column("hash", String(64), nullable=False),
    UniqueConstraint("plan_id", "number"),
)

# The last line of each plan's history: whoever appends holds this row.
history_heads = Table(
    "history_heads",
    metadata,
    Column("plan_id", Integer, ForeignKey("plans.id"), primary_key=True, autoincrement=False),
    Column("number", Integer, nullable=False),  # 0: the chain is only begun
    Column("hash", String(64), nullable=False),
)

snoozes = Table(
    "snoozes",
    metadata,
    Column("person_id", Integer, ForeignKey("people.id"), primary_key=True),
    Column("task_id", Integer, ForeignKey("tasks.id"), primary_key=True),
    Column("until_on", Date, nullable=False),  # the local day on which it is shown again
)

# To whom a late task has risen; with another last day it rises anew.
task_rises = Table(
    "task_rises",
    metadata,
    Column("task_id", Integer, ForeignKey("tasks.id"), primary_key=True),
    Column("above", String(12), primary_key=True),  # coordinator, head, authority
    Column("last_on", Date, primary_key=True),
)

# What the people of a place say of whose a task is: «не моё», or given to one of them by name.
task_hands = Table(
    "task_hands",
    metadata,
    Column("task_id", Integer, ForeignKey("tasks.id"), primary_key=True),
    Column("person_id", Integer, ForeignKey("people.id"), primary_key=True, index=True),
    Column("standing", String(10), nullable=False),  # refused, released, given
    Column("why", Text, nullable=False),
    Column("at", Moment, nullable=False),
)

# Tasks that a person has ticked to report on all of them at once.
ticked_tasks = Table(
    "ticked_tasks",
    metadata,
    Column("person_id", Integer, ForeignKey("people.id"), primary_key=True),
    Column("task_id", Integer, ForeignKey("tasks.id"), primary_key=True, index=True),
)
