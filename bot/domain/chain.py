"""The chain of a plan's history: every line is sealed together with the seal of the line before it."""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass
from datetime import UTC, datetime

START = "0" * 64  # stands before the first line


@dataclass(frozen=True, slots=True)
class ChainLine:
    """All that a line says. A person stands as a number, so that a forgotten name breaks no chain."""

    plan_id: int
    number: int  # from 1 within the plan
    task_id: int
    at: datetime
    person_id: int | None
    acting: bool
    move: str
    from_state: str | None
    to_state: str
    why: str
    about_id: int | None


def seal(before: str, line: ChainLine) -> str:
    """SHA-256, in hex, of the line behind the one whose seal is ``before``."""
    words = [
        before,
        line.plan_id,
        line.number,
        line.task_id,
        line.at.astimezone(UTC).isoformat(),
        line.person_id,
        line.acting,
        line.move,
        line.from_state,
        line.to_state,
        line.why,
        line.about_id,
    ]
    return hashlib.sha256(json.dumps(words, ensure_ascii=False).encode()).hexdigest()
