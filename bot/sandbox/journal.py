"""What the bot called and how it ended, newest last, bounded."""

from __future__ import annotations

from collections import deque
from dataclasses import dataclass
from datetime import datetime
from typing import Any

LENGTH = 10_000


@dataclass(frozen=True)
class Entry:
    """``outcome``: "ok", "<code> <description>", "dropped before", "dropped after" or "garbage"."""

    at: datetime
    method: str
    chat_id: str
    outcome: str

    def to_json(self) -> dict[str, Any]:
        return {
            "at": self.at.isoformat(),
            "method": self.method,
            "chat_id": self.chat_id,
            "outcome": self.outcome,
        }


class Journal:
    """Empty long polls are left out: they would drown everything else."""

    def __init__(self) -> None:
        self.entries: deque[Entry] = deque(maxlen=LENGTH)

    def write(self, at: datetime, method: str, chat_id: str, outcome: str) -> None:
        self.entries.append(Entry(at, method, chat_id, outcome))

    def of(self, method: str) -> list[Entry]:
        return [entry for entry in self.entries if entry.method.lower() == method.lower()]
