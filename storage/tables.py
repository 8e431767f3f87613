"""Every table. Moments are UTC; days are local to their district; the domain's words name the columns."""

from __future__ import annotations

from datetime import UTC, datetime

from sqlalchemy import (
    JSON,
    BigInteger,
    Boolean,
    Column,
    Date,
    DateTime,
    Dialect,
    ForeignKey,
    Index,
    Integer,
    MetaData,
    String,
    Table,
    Text,
    TypeDecorator,
    UniqueConstraint,
    text,
)

metadata = MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "fk": "fk_%(table_name)s_%(column_0_name)s",
        "pk": "pk_%(table_name)s",
    }
)


class Moment(TypeDecorator[datetime]):
    """An aware UTC moment on both engines; SQLite itself keeps no zone."""

    impl = DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        if value is None:
            return None
        if value.tzinfo is None:
            raise ValueError("a moment needs a zone")
        value = value.astimezone(UTC)
        return value.replace(tzinfo=None) if dialect.name == "sqlite" else value

    def process_result_value(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        if value is None:
            return None
        return value.replace(tzinfo=UTC) if value.tzinfo is None else value.astimezone(UTC)


def _id() -> Column[int]:
    return Column("id", Integer, primary_key=True)


def _ref(name: str, target: str, *, nullable: bool = False) -> Column[int]:
    return Column(name, Integer, ForeignKey(f"{target}.id"), nullable=nullable, index=True)


# --- Places and people -------------------------------------------------------------------------

districts = Table(
    "districts",
    metadata,
    _id(),
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
    _id(),
    _ref("district_id", "districts"),
    Column("first_on", Date, nullable=False),
    Column("last_on", Date, nullable=False),
    Column("name", Text, nullable=False),
)

schools = Table(
    "schools",
    metadata,
    _id(),
    _ref("district_id", "districts"),
    Column("name", Text, nullable=False),
    Column("zone", String(40)),  # None: the district's
    UniqueConstraint("district_id", "name"),
)

organisations = Table(
    "organisations",
    metadata,
    _id(),
    _ref("district_id", "districts"),
    Column("name", Text, nullable=False),
    # Of its district at most one: its people hear of what is late for too long.
    Column("is_authority", Boolean, nullable=False, server_default=text("false")),
    UniqueConstraint("district_id", "name"),
)

people = Table(
    "people",
    metadata,
    _id(),
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
    _id(),
    _ref("person_id", "people"),
    Column("text_version", String(20), nullable=False),
    Column("given_at", Moment, nullable=False),
    Column("withdrawn_at", Moment),
)

memberships = Table(
    "memberships",
    metadata,
    _id(),
    _ref("person_id", "people"),
    Column("role", String(20), nullable=False),
    _ref("district_id", "districts", nullable=True),
    _ref("school_id", "schools", nullable=True),
    _ref("organisation_id", "organisations", nullable=True),
    Column("since", Moment, nullable=False),
    Column("until", Moment),  # of somebody who stands in for another: from then on it counts no more
)

# Who stands in for a school's head, and when; while it lasts they have a membership of the head's kind.
substitutions = Table(
    "substitutions",
    metadata,
    _id(),
    _ref("school_id", "schools"),
    _ref("person_id", "people"),
    Column("first_on", Date, nullable=False),
    Column("last_on", Date, nullable=False),
    Column("starts_at", Moment, nullable=False),  # the local midnights around them
    Column("ends_at", Moment, nullable=False),
    _ref("named_by", "people"),
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
    _id(),
    Column("token_hash", String(64), nullable=False, unique=True),
    Column("role", String(20), nullable=False),
    _ref("district_id", "districts", nullable=True),
    _ref("school_id", "schools", nullable=True),
    _ref("organisation_id", "organisations", nullable=True),
    _ref("created_by", "people", nullable=True),  # None: the program itself, for the first admin
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

# --- Conversation ------------------------------------------------------------------------------

handled_updates = Table(
    "handled_updates",
    metadata,
    Column("update_id", BigInteger, primary_key=True, autoincrement=False),
    Column("handled_at", Moment, nullable=False, index=True),
)

# Accepted, not carried out yet, and taken off Telegram's hands since they held up the others.
shelved_updates = Table(
    "shelved_updates",
    metadata,
    Column("update_id", BigInteger, primary_key=True, autoincrement=False),
    Column("raw", JSON, nullable=False),
    Column("shelved_at", Moment, nullable=False),
)

failed_updates = Table(
    "failed_updates",
    metadata,
    Column("update_id", BigInteger, primary_key=True, autoincrement=False),
    Column("tries", Integer, nullable=False),
    Column("error", Text, nullable=False),  # the class and the place, never the person's words
    Column("set_aside_at", Moment),
)

# One row: when Telegram was last heard, so that a stop longer than it keeps updates is noticed.
heartbeat = Table(
    "heartbeat",
    metadata,
    Column("id", Integer, primary_key=True, autoincrement=False),
    Column("heard_at", Moment, nullable=False),
)

# Free text under way: what the next typed line or file of this account will mean.
dialogs = Table(
    "dialogs",
    metadata,
    Column("account_id", BigInteger, primary_key=True, autoincrement=False),
    Column("state", String(40), nullable=False),
    Column("data", JSON, nullable=False),
    Column("updated_at", Moment, nullable=False),
)

outbox = Table(
    "outbox",
    metadata,
    _id(),
    _ref("person_id", "people"),
    Column("notice", String(40), nullable=False),
    Column("args", JSON, nullable=False),
    Column("dedupe", String(120), nullable=False, unique=True),
    Column("due_at", Moment, nullable=False),
    Column("send_by", Moment),  # of a message of the day: later it is taken back
    Column("told_since", Date),  # … and its person counts as told up to this local day
    Column("lease_until", Moment),
    Column("tries", Integer, nullable=False, server_default=text("0")),
    Column("parts_sent", Integer, nullable=False, server_default=text("0")),  # messages of it that went out
    Column("outcome", String(20)),  # None while pending; sent, gone, refused, dropped
    Column("error", Text),
    Column("closed_at", Moment),
)
Index(
    "ix_outbox_pending",
    outbox.c.due_at,
    sqlite_where=outbox.c.outcome.is_(None),
    postgresql_where=outbox.c.outcome.is_(None),
)
Index(
    "ix_outbox_late",
    outbox.c.send_by,
    sqlite_where=outbox.c.outcome.is_(None),
    postgresql_where=outbox.c.outcome.is_(None),
)

# --- Plan --------------------------------------------------------------------------------------

plans = Table(
    "plans",
    metadata,
    _id(),
    _ref("district_id", "districts"),
    _ref("school_id", "schools", nullable=True),  # None: the district's own
    _ref("parent_id", "plans", nullable=True),  # of a school's plan: the district's that it carries out
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
    _ref("created_by", "people"),
    Column("created_at", Moment, nullable=False),
    _ref("approved_by", "people", nullable=True),
    Column("approved_at", Moment),
    # Which levels a report passes; of a school's own plan its head is the last one anyway.
    Column("head_confirms", Boolean, nullable=False, server_default=text("true")),
    Column("coordinator_accepts", Boolean, nullable=False, server_default=text("true")),
)

# What each correction of a live plan changed; the first version is its launch.
plan_versions = Table(
    "plan_versions",
    metadata,
    _id(),
    _ref("plan_id", "plans"),
    Column("number", Integer, nullable=False),  # from 1 within the plan
    Column("at", Moment, nullable=False),
    _ref("person_id", "people"),  # who launched or corrected it
    Column("reason", Text, nullable=False),
    Column("changes", JSON, nullable=False),
    UniqueConstraint("plan_id", "number"),
)

sections = Table(
    "sections",
    metadata,
    _id(),
    _ref("plan_id", "plans"),
    Column("position", Integer, nullable=False),
    Column("title", Text, nullable=False),
)

activities = Table(
    "activities",
    metadata,
    _id(),
    _ref("plan_id", "plans"),
    _ref("section_id", "sections", nullable=True),
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
    _id(),
    _ref("plan_id", "plans"),
    _ref("person_id", "people"),
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

# What a responsible party's words mean in this district; asked once and remembered.
parties = Table(
    "parties",
    metadata,
    _id(),
    _ref("district_id", "districts"),
    Column("key", Text, nullable=False),  # the normalised words
    Column("text", Text, nullable=False),  # as first written
    Column("kind", String(12), nullable=False),
    Column("target", String(14)),  # bot.domain.binding.Target; None: not asked yet
    _ref("school_id", "schools", nullable=True),
    _ref("organisation_id", "organisations", nullable=True),
    # Other words for that party, which alone says what both mean; never a chain.
    _ref("same_as_id", "parties", nullable=True),
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

doubts = Table(
    "doubts",
    metadata,
    _id(),
    _ref("plan_id", "plans"),
    _ref("activity_id", "activities", nullable=True),
    Column("position", Integer, nullable=False),
    Column("code", String(30), nullable=False),
    Column("message", Text, nullable=False),
    Column("fix", JSON(none_as_null=True)),  # {field, value}: a correction that one tap applies
    Column("answer", String(10)),  # None while open; kept, changed
    sqlite_autoincrement=True,
)

# --- Tasks -------------------------------------------------------------------------------------

tasks = Table(
    "tasks",
    metadata,
    _id(),
    _ref("district_id", "districts"),
    _ref("activity_id", "activities"),
    Column("occurrence", Integer, nullable=False),
    Column("label", Text, nullable=False),
    _ref("school_id", "schools", nullable=True),
    _ref("organisation_id", "organisations", nullable=True),
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
    _id(),
    Column("plan_id", Integer, ForeignKey("plans.id"), nullable=False),
    Column("number", Integer, nullable=False),  # from 1 within the plan
    _ref("task_id", "tasks"),
    Column("at", Moment, nullable=False),
    _ref("person_id", "people", nullable=True),  # None: the calendar
    Column("move", String(20), nullable=False),
    Column("from_state", String(10)),
    Column("to_state", String(10), nullable=False),
    Column("why", Text, nullable=False),
    Column("acting", Boolean, nullable=False),  # the person stood in for somebody else
    _ref("about_id", "people", nullable=True),  # whom the line speaks of; a name would be sealed for ever
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

reports = Table(
    "reports",
    metadata,
    _id(),
    _ref("task_id", "tasks"),
    _ref("person_id", "people"),
    Column("version", Integer),  # counted within the task when sent; None while a draft
    Column("step", String(10), nullable=False),  # of a draft: the first question not answered yet
    Column("outcome", String(10)),  # done, partly, not_done; None: not chosen yet
    Column("words", Text, nullable=False),
    Column("people_count", Integer),
    Column("touched_at", Moment, nullable=False),
    Column("sent_at", Moment),  # None while a draft
    Column("taken_back_at", Moment),  # sent by mistake: it counts no more, and can still be read
    UniqueConstraint("task_id", "version"),
)
# Two people of one school may write at once, each in a draft of their own.
Index(
    "ux_reports_one_draft_a_person",
    reports.c.task_id,
    reports.c.person_id,
    unique=True,
    sqlite_where=reports.c.sent_at.is_(None),
    postgresql_where=reports.c.sent_at.is_(None),
)

evidence = Table(
    "evidence",
    metadata,
    _id(),
    _ref("report_id", "reports"),
    Column("content_hash", String(64), nullable=False),  # SHA-256; also the name under the data folder
    Column("name", Text, nullable=False),  # of a link: the address itself
    Column("kind", String(10), nullable=False),  # photo, document, voice, link
    Column("size", Integer, nullable=False),
    UniqueConstraint("report_id", "content_hash"),
)

# Tasks that a person has ticked to report on all of them at once.
ticked_tasks = Table(
    "ticked_tasks",
    metadata,
    Column("person_id", Integer, ForeignKey("people.id"), primary_key=True),
    Column("task_id", Integer, ForeignKey("tasks.id"), primary_key=True, index=True),
)

# --- Papers ------------------------------------------------------------------------------------

# A district's own templates of official papers; their bytes lie with people's files.
paper_templates = Table(
    "paper_templates",
    metadata,
    Column("district_id", Integer, ForeignKey("districts.id"), primary_key=True),
    Column("kind", String(16), primary_key=True),  # bot.domain.paper_kinds.PaperKind
    Column("content_hash", String(64), nullable=False),
    _ref("sent_by", "people"),
    Column("sent_at", Moment, nullable=False),
)

# Addresses at which a calendar program asks for somebody's deadlines; a new one ends the one before.
calendar_links = Table(
    "calendar_links",
    metadata,
    _id(),
    Column("token_hash", String(64), nullable=False, unique=True),
    _ref("person_id", "people"),
    _ref("school_id", "schools", nullable=True),  # None: the person's own tasks
    Column("created_at", Moment, nullable=False),
)

# What a curator or an expert says of a report, beside the way that it goes.
remarks = Table(
    "remarks",
    metadata,
    _id(),
    _ref("task_id", "tasks"),
    Column("version", Integer, nullable=False),  # of the report
    _ref("person_id", "people"),
    Column("words", Text, nullable=False),
    Column("at", Moment, nullable=False),
)

# How an expert found a school: twice in the year of a plan.
examinations = Table(
    "examinations",
    metadata,
    Column("plan_id", Integer, ForeignKey("plans.id"), primary_key=True),
    Column("school_id", Integer, ForeignKey("schools.id"), primary_key=True, index=True),
    Column("number", Integer, primary_key=True),  # 1 or 2
    Column("held_on", Date, nullable=False),
    _ref("person_id", "people"),
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
    _ref("person_id", "people"),
    Column("at", Moment, nullable=False),
)

# How many people of a kind a school has, in the documents' own words: asked once, a share is of it.
headcounts = Table(
    "headcounts",
    metadata,
    Column("school_id", Integer, ForeignKey("schools.id"), primary_key=True),
    Column("whom", String(120), primary_key=True),
    Column("people", Integer, nullable=False),
    _ref("person_id", "people"),
    Column("at", Moment, nullable=False),
)

# A meeting at which people say that they are there, by its code word or its link.
events = Table(
    "events",
    metadata,
    _id(),
    _ref("district_id", "districts"),
    _ref("school_id", "schools", nullable=True),  # whose it is: a school's, a body's or the district's
    _ref("organisation_id", "organisations", nullable=True),
    _ref("activity_id", "activities", nullable=True),  # the row of the plan that it carries out
    Column("title", Text, nullable=False),
    Column("held_on", Date, nullable=False),
    Column("code", String(40), nullable=False),
    Column("token", String(32), nullable=False, unique=True),
    _ref("created_by", "people"),
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
    _ref("school_id", "schools", nullable=True),
    _ref("organisation_id", "organisations", nullable=True),
    Column("at", Moment, nullable=False),
)

# How well a class knows a subject, in percent; a class may write several works in a half of the year.
scores = Table(
    "scores",
    metadata,
    _id(),
    _ref("school_id", "schools"),
    Column("year", Integer, nullable=False),  # in which the school year begins
    Column("half", Integer, nullable=False),  # 1 or 2
    Column("form", String(6), nullable=False),  # «7А»
    Column("subject", String(60), nullable=False),
    Column("percent", Integer, nullable=False),
    _ref("person_id", "people"),
    Column("at", Moment, nullable=False),
)
Index("ix_scores_of_half", scores.c.school_id, scores.c.year, scores.c.half)

# --- Work with schools -------------------------------------------------------------------------

# What worked at a school, in the words that the report's author agreed to.
practices = Table(
    "practices",
    metadata,
    _id(),
    Column("report_id", Integer, ForeignKey("reports.id"), nullable=False, unique=True),
    _ref("district_id", "districts"),
    Column("factor", Integer, nullable=False),  # 1 … 10
    Column("place", Text, nullable=False),
    Column("title", Text, nullable=False),
    Column("words", Text, nullable=False),
    Column("effect", Text, nullable=False),
    Column("state", String(10), nullable=False),  # bot.domain.practices.PracticeState
    Column("with_files", Boolean, nullable=False),
    _ref("offered_by", "people"),
    Column("offered_at", Moment, nullable=False),
)

# The dictionary forms of a practice's words: an index that both engines search alike.
practice_lemmas = Table(
    "practice_lemmas",
    metadata,
    Column("lemma", Text, primary_key=True),
    Column("practice_id", Integer, ForeignKey("practices.id"), primary_key=True, index=True),
)

# An hour at which the method office helps schools with a risk factor.
consultations = Table(
    "consultations",
    metadata,
    _id(),
    _ref("district_id", "districts"),
    Column("factor", Integer, nullable=False),  # 1 … 10
    Column("starts_at", Moment, nullable=False),
    Column("place", Text, nullable=False),  # or a link
    Column("seats", Integer, nullable=False),
    _ref("host_id", "people"),
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
    _ref("person_id", "people"),
    _ref("school_id", "schools", nullable=True),  # for which they come
    Column("starts_at", Moment, nullable=False),
    Column("booked_at", Moment, nullable=False),
    UniqueConstraint("consultation_id", "person_id"),
    UniqueConstraint("person_id", "starts_at"),
)

# A school that helps another, under a contract that ends.
partnerships = Table(
    "partnerships",
    metadata,
    _id(),
    _ref("district_id", "districts"),
    _ref("host_id", "schools"),
    _ref("school_id", "schools"),
    Column("ends_on", Date, nullable=False),  # the contract's last day
    _ref("created_by", "people"),
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
    _id(),
    _ref("partnership_id", "partnerships"),
    Column("held_on", Date, nullable=False),
    Column("title", Text, nullable=False),
    _ref("created_by", "people"),
)

# A meeting of the district: what was proposed to it, and what it decided.
meetings = Table(
    "meetings",
    metadata,
    _id(),
    _ref("district_id", "districts"),
    Column("held_on", Date, nullable=False),
    Column("agenda", JSON, nullable=False),  # rows of the plan, as they stood when it was called
    _ref("created_by", "people"),
    Column("created_at", Moment, nullable=False),
)

meeting_decisions = Table(
    "meeting_decisions",
    metadata,
    _id(),
    _ref("meeting_id", "meetings"),
    Column("words", Text, nullable=False),
    Column("deadline", Text, nullable=False),  # as typed
    Column("responsible", Text, nullable=False),
)

# --- Self-diagnosis ----------------------------------------------------------------------------

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
    _id(),
    _ref("district_id", "districts"),
    Column("pack", String(64), ForeignKey("packs.hash"), nullable=False),
    Column("questionnaire", String(40), nullable=False),
    Column("version", Integer, nullable=False),
    Column("anonymous", Boolean, nullable=False),  # set once, by the questionnaire's audience
    Column("breakdown", String(10), nullable=False),  # set once: whose answers are shown together
    Column("stage", String(10), nullable=False),  # set once: entry, interim, final
    Column("state", String(10), nullable=False),  # open, closed, released
    _ref("opened_by", "people"),
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
    _ref("begun_by", "people"),
    _ref("changed_by", "people"),
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
    _ref("released_by", "people"),
    Column("released_at", Moment, nullable=False),
    Column("shown", JSON, nullable=False),
)

# The levels of a school's official risk profile, typed in beside ours.
official_levels = Table(
    "official_levels",
    metadata,
    Column("school_id", Integer, ForeignKey("schools.id"), primary_key=True),
    Column("factor", Integer, primary_key=True),
    Column("level", String(12), nullable=False),  # bot.domain.risk.Level
    _ref("person_id", "people"),
    Column("at", Moment, nullable=False),
)

# A school team agrees on the levels of its factors; its members' own ratings are private until closed.
consensus_meetings = Table(
    "consensus_meetings",
    metadata,
    _id(),
    _ref("school_id", "schools"),
    _ref("opened_by", "people"),
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
    _ref("person_id", "people"),
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
    _ref("person_id", "people"),
    Column("at", Moment, nullable=False),
)
