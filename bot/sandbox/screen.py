"""What a person sees: a snapshot of a message with its formatting, buttons and files."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime

from bot.sandbox.chats import Message


@dataclass(frozen=True)
class SeenButton:
    """``data`` for a button that presses, ``url`` for one that opens a link."""

    text: str
    data: str = ""
    url: str = ""


@dataclass(frozen=True)
class Seen:
    """``author``: "bot" or the person's name. ``text`` is plain; ``html`` shows its formatting."""

    message_id: int
    author: str
    text: str
    html: str
    date: datetime
    buttons: list[list[SeenButton]] = field(default_factory=list)
    photo: bytes | None = None
    document: tuple[str, bytes] | None = None
    edited: bool = False

    @property
    def labels(self) -> list[str]:
        return [button.text for row in self.buttons for button in row]


def see(message: Message) -> Seen:
    media = message.media
    rows = (message.markup or {}).get("inline_keyboard", [])
    return Seen(
        message_id=message.id,
        author="bot" if message.sender.is_bot else message.sender.name,
        text=message.content.text,
        html=message.content.to_html(),
        date=message.date,
        buttons=[
            [SeenButton(b["text"], str(b.get("callback_data", "")), str(b.get("url", ""))) for b in row]
            for row in rows
        ],
        photo=media.data if media and media.kind == "photo" else None,
        document=(media.name, media.data) if media and media.kind == "document" else None,
        edited=message.edited is not None,
    )
