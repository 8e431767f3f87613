"""The database that acts are tried in, and a district of it while it is being filled."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from bot.domain.people import Person
from storage import Storage
from tests.factories import Chat

NOW = datetime(2026, 9, 1, 6, 0, tzinfo=UTC)
STRANGER = 999  # an account


@dataclass
class World:
    """A database to try things in. ``objects``: kind → place → id (or a token)."""

    file: Path
    files: Path
    accounts: dict[str, int] = field(default_factory=dict)  # by the names of the table
    objects: dict[str, dict[str, Any]] = field(default_factory=dict)

    def add(self, kind: str, place: str, value: Any) -> None:
        self.objects.setdefault(kind, {})[place] = value


@dataclass
class District:
    """One of the two: what is done in it is done by its own people."""

    storage: Storage
    world: World
    chat: Chat
    people: Mapping[str, Person]
    letter: str

    @property
    def id(self) -> int:
        found: int = self.world.objects["district"][self.letter]
        return found

    def who(self, role: str, number: str = "") -> Person:
        return self.people[f"{role} {self.letter}{number}"]

    def of(self, kind: str, place: str = "") -> Any:
        """The district's own object of a kind, or that of a place of it: "1" is its first school."""
        return self.world.objects[kind][self.letter + place]

    def add(self, kind: str, value: Any, place: str = "") -> None:
        self.world.add(kind, self.letter + place, value)
