"""A report: five short questions, each answered at once and kept, then sent as a version."""

from __future__ import annotations

import re
from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from bot.domain.errors import DomainError


class Outcome(StrEnum):
    DONE = "done"
    PARTLY = "partly"
    NOT_DONE = "not_done"


class Step(StrEnum):
    """The questions in their order; a draft is resumed at the first one not answered yet."""

    OUTCOME = "outcome"
    WORDS = "words"
    PEOPLE = "people"
    EVIDENCE = "evidence"
    REVIEW = "review"

    @property
    def following(self) -> Step:
        return _STEPS[min(self.place + 1, len(_STEPS) - 1)]

    @property
    def preceding(self) -> Step | None:
        return _STEPS[self.place - 1] if self.place else None

    @property
    def place(self) -> int:
        return _STEPS.index(self)


_STEPS = tuple(Step)

MAX_WORDS = 1000
MAX_REASON = 300  # a page of history shows seven of them whole
MAX_PEOPLE = 100_000
MAX_EVIDENCE = 10
MAX_EVIDENCE_MB = 20  # what the Bot API hands over to a bot
MAX_EVIDENCE_BYTES = MAX_EVIDENCE_MB * 1024 * 1024
MAX_REPORT_MB = 50  # all files of a report: they are sent to whoever looks at once

_COUNT = re.compile(r"(\d{1,6})\s*(?:чел\w*\.?|people|persons?)?", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Evidence:
    """A file that proves a report; its bytes are kept by ``content_hash``."""

    content_hash: str  # SHA-256 in hex
    name: str
    kind: str  # photo, document
    size: int  # bytes


@dataclass(frozen=True, slots=True)
class Report:
    """One person's report of one task: a draft until it is sent and counted as a version."""

    id: int
    task_id: int
    person_id: int
    author: str
    version: int | None  # from 1 within the task; None while a draft
    step: Step
    outcome: Outcome | None
    words: str
    people_count: int | None
    sent_at: datetime | None
    evidence: tuple[Evidence, ...] = ()


def checked_words(raw: str, limit: int) -> str:
    """A person's own words, their line breaks kept; raises on an empty or endless text."""
    words = raw.strip()
    if not words or len(words) > limit:
        raise DomainError("error-words", max=limit)
    return words


def read_people_count(raw: str) -> int:
    """«25» or «25 человек»; anything else raises."""
    found = _COUNT.fullmatch(raw.strip())
    if not found or int(found[1]) > MAX_PEOPLE:
        raise DomainError("error-people-count")
    return int(found[1])


def check_evidence_size(size: int) -> None:
    if size > MAX_EVIDENCE_BYTES:
        raise DomainError("error-evidence-size", max=MAX_EVIDENCE_MB)
    if size == 0:
        raise DomainError("error-evidence-empty")


def check_attachable(file: Evidence, attached: Collection[Evidence]) -> None:
    """Raise when ``file`` is one too many, or too much, beside those already attached."""
    files = {evidence.content_hash: evidence for evidence in (*attached, file)}
    if len(files) > MAX_EVIDENCE:
        raise DomainError("error-evidence-many", max=MAX_EVIDENCE)
    if sum(evidence.size for evidence in files.values()) > MAX_REPORT_MB * 1024 * 1024:
        raise DomainError("error-evidence-total", max=MAX_REPORT_MB)


def evidence_name(raw: str) -> str:
    """A file's own name, safe to show and to send again."""
    name = " ".join(re.split(r"[\\/:\x00-\x1f]+", raw)).strip()
    return name[-120:] or "file"
