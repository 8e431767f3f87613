"""What a person did, in no messenger's terms."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Kind(StrEnum):
    PRESS = "press"  # value: what the button carries
    COMMAND = "command"  # value: its name; argument: the rest («/start inv_…»)
    TEXT = "text"
    FILE = "file"
    BLOCKED = "blocked"  # the person switched the bot off
    UNBLOCKED = "unblocked"


@dataclass(frozen=True, slots=True)
class Attachment:
    ref: str  # by which the messenger hands the bytes over
    name: str
    kind: str  # photo, document, voice
    size: int  # bytes, as announced; the real size is checked after download


@dataclass(frozen=True, slots=True)
class Incoming:
    update_id: int
    account_id: int
    name: str  # as the messenger shows it; a proposal only
    language: str  # two letters, as the person's client says
    kind: Kind
    value: str = ""
    argument: str = ""
    attachment: Attachment | None = None
    links: tuple[str, ...] = ()  # addresses in a typed line, those behind words too
