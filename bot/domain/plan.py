"""A road map as read from a document: a draft with sections, activities, parties and doubts."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from bot.domain.deadlines import Deadline
from bot.domain.doubt_codes import Severity, severity_of


class PlanStatus(StrEnum):
    DRAFT = "draft"  # read, its doubts are being walked through
    APPROVED = "approved"  # right as it stands; its parties are being bound
    LIVE = "live"  # fanned out into tasks
    ARCHIVED = "archived"  # over: read, but followed no more


class PlanColumn(StrEnum):
    """What a column of a plan's table holds."""

    NUMBER = "number"
    PROBLEM = "problem"
    TITLE = "title"
    DEADLINE = "deadline"
    RESPONSIBLE = "responsible"
    RESULT = "result"


@dataclass(frozen=True, slots=True)
class Heading:
    """A column of the document, in its place among the others."""

    column: PlanColumn
    words: str  # of its header; "" where it has none of its own, or they say it only with others


class PartyKind(StrEnum):
    SCHOOLS = "schools"  # every school: «ОО», «руководители ОО»
    SCHOOL = "school"  # a school by name
    ORGANISATION = "organisation"  # РМК, ИМЦ, отдел образования
    ROLE = "role"  # «муниципальный координатор», «кураторы»
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Party:
    text: str  # one responsible party as written, without the neighbours
    kind: PartyKind


@dataclass(frozen=True, slots=True)
class Source:
    """Where an activity stands in its document, so that every fact can be shown in place."""

    table: int  # from 0
    rows: tuple[int, ...]  # from 0 within the table; several where a row was cut by a page


@dataclass(frozen=True, slots=True)
class DraftActivity:
    number: str  # as written, «1.8.1.»; empty where the document has none
    title: str
    section: str
    problem: str
    result: str
    responsible_text: str
    parties: tuple[Party, ...]  # the first is accountable, the others are co-executors
    deadline: Deadline
    source: Source


class FixField(StrEnum):
    NUMBER = "number"
    TITLE = "title"
    RESULT = "result"
    DEADLINE = "deadline"
    RESPONSIBLE = "responsible"
    SECTION = "section"


@dataclass(frozen=True, slots=True)
class Fix:
    """A correction that one tap applies: the field's whole new text, as a person would type it."""

    field: FixField
    value: str


@dataclass(frozen=True, slots=True)
class Doubt:
    """One thing a person should look at; ``message`` is Russian, for the command line's JSON.

    The chat words its own sentence from ``code`` (locales), so that both languages have it.
    """

    code: str
    activity: int | None  # index into ``DraftPlan.activities``; None for the whole plan
    message: str
    fix: Fix | None = None  # only where the right words are certain

    @property
    def about(self) -> str:
        """What the message is about: the document's own words behind its colon, or nothing."""
        return self.message.partition(": ")[2]

    @property
    def severity(self) -> Severity:
        return severity_of(self.code)


def fix_to_json(fix: Fix | None) -> dict[str, str] | None:
    return {"field": fix.field.value, "value": fix.value} if fix else None


def fix_from_json(data: Mapping[str, str] | None) -> Fix | None:
    """The inverse of :func:`fix_to_json`; KeyError or ValueError for anything else."""
    return Fix(FixField(data["field"]), data["value"]) if data else None


def columns_to_json(columns: Sequence[Heading]) -> list[dict[str, str]]:
    return [{"column": heading.column.value, "words": heading.words} for heading in columns]


def columns_from_json(data: Sequence[Mapping[str, str]]) -> tuple[Heading, ...]:
    """The inverse of :func:`columns_to_json`; KeyError or ValueError for anything else."""
    return tuple(Heading(PlanColumn(item["column"]), item["words"]) for item in data)


@dataclass(frozen=True, slots=True)
class Period:
    start: date | None
    end: date | None


@dataclass(frozen=True, slots=True)
class DraftPlan:
    title: str
    period: Period
    sections: tuple[str, ...]
    activities: tuple[DraftActivity, ...]
    doubts: tuple[Doubt, ...]
    unread: tuple[str, ...]  # every piece of table text that found no field
    columns: tuple[Heading, ...] = ()  # in the document's order, each field once; () where nothing told it


def parents_of(activities: Sequence[DraftActivity]) -> list[int | None]:
    """For each activity the index of the one that it is a part of: «1.8.1» of «1.8» in the same section."""
    known: dict[tuple[str, str], int] = {}
    parents: list[int | None] = []
    for index, item in enumerate(activities):
        number = item.number.strip(" .)")
        parents.append(known.get((item.section, number.rpartition(".")[0])) if "." in number else None)
        known[item.section, number] = index
    return parents
