"""A report: five short questions, each answered at once and kept, then sent as a version."""

from __future__ import annotations

import re
from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from hashlib import sha256
from urllib.parse import urlsplit

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

SCHOOL_QUOTA = 500 * 2**20  # bytes that a school's proofs may take, unless the settings say otherwise
MAX_LINK = 500  # characters of an address

_COUNT = re.compile(r"(\d{1,6})\s*(?:чел\w*\.?|people|persons?)?", re.IGNORECASE)


class Form(StrEnum):
    """In what form a proof was sent."""

    PHOTO = "photo"
    DOCUMENT = "document"
    VOICE = "voice"
    LINK = "link"


@dataclass(frozen=True, slots=True)
class Evidence:
    """What proves a report: a file, whose bytes are kept by ``content_hash``, or a link, its name."""

    content_hash: str  # SHA-256 in hex, of a link's address
    name: str
    kind: Form
    size: int  # bytes; 0 of a link

    @classmethod
    def link(cls, address: str) -> Evidence:
        return cls(sha256(address.encode()).hexdigest(), address, Form.LINK, 0)


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
    taken_back_at: datetime | None = None  # it counts no more

    @property
    def files(self) -> tuple[Evidence, ...]:
        """The proofs whose bytes are kept."""
        return tuple(proof for proof in self.evidence if proof.kind is not Form.LINK)

    @property
    def links(self) -> tuple[str, ...]:
        return tuple(proof.name for proof in self.evidence if proof.kind is Form.LINK)


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


def check_quota(added: Evidence, held: int, quota: int) -> None:
    """Raise when a school that holds so many bytes has no room for another file."""
    if held + added.size > quota:
        raise DomainError("error-evidence-quota", max=quota // 2**20)


def check_attachable(added: Collection[Evidence], attached: Collection[Evidence]) -> None:
    """Raise when those added are too many, or too much, beside those already attached."""
    files = {evidence.content_hash: evidence for evidence in (*attached, *added)}
    if len(files) > MAX_EVIDENCE:
        raise DomainError("error-evidence-many", max=MAX_EVIDENCE)
    if sum(evidence.size for evidence in files.values()) > MAX_REPORT_MB * 1024 * 1024:
        raise DomainError("error-evidence-total", max=MAX_REPORT_MB)


def evidence_name(raw: str) -> str:
    """A file's own name, safe to show and to send again."""
    name = " ".join(re.split(r"[\\/:\x00-\x1f]+", raw)).strip()
    return name[-120:] or "file"


def checked_link(raw: str) -> str:
    """An address of a page that anybody can open; «rmk.ru/news» gets its scheme. Raises on any other."""
    address = raw.strip()
    if "://" not in address:
        address = f"https://{address}"
    try:
        parts = urlsplit(address)
        host, secret = parts.hostname or "", parts.username
    except ValueError:
        host, secret = "", None
    named = "." in host.strip(".") and not re.search(r"\s", address)
    if not named or secret or len(address) > MAX_LINK or not re.match("https?://", address, re.IGNORECASE):
        raise DomainError("error-link")
    return address
