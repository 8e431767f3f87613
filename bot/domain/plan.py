"""A road map as read from a document: a draft with sections, activities, parties and doubts."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from bot.domain.deadlines import Deadline


class PlanStatus(StrEnum):
    DRAFT = "draft"  # read, its doubts are being walked through
    APPROVED = "approved"  # right as it stands; its parties are being bound
    LIVE = "live"  # fanned out into tasks


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


@dataclass(frozen=True, slots=True)
class Doubt:
    """One thing a person should look at; ``message`` is Russian, for the command line's JSON.

    The chat words its own sentence from ``code`` (locales), so that both languages have it.
    """

    code: str
    activity: int | None  # index into ``DraftPlan.activities``; None for the whole plan
    message: str


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
