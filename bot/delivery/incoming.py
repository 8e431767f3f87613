"""A Telegram update → what a person did, and where its answer belongs."""

from __future__ import annotations

import logging
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from aiogram.types import CallbackQuery, ChatMemberUpdated, Message, Update, User
from pydantic import ValidationError

from bot.incoming import Attachment, Incoming, Kind

logger = logging.getLogger(__name__)

# Asked for explicitly: without a list Telegram goes on with the one of the last run.
ALLOWED_UPDATES = ["message", "callback_query", "my_chat_member"]
_LINKS = ("url", "text_link")


@dataclass(frozen=True, slots=True)
class Origin:
    """Where an act came from. A private chat has the id of its person."""

    chat_id: int
    press_id: str = ""  # the press that waits for its answer
    editable: int = 0  # the message that the answer may replace
    album: str = ""  # of files sent together: one answer for all of them


def read_update(raw: Mapping[str, Any]) -> tuple[Incoming, Origin] | None:
    """None for what is not ours to answer: groups, channels, other bots, a shape that nobody knows yet."""
    try:
        update = Update.model_validate(raw)
    except ValidationError as error:
        places = [".".join(map(str, fault["loc"])) for fault in error.errors(include_input=False)]
        logger.error("unreadable update", extra={"update": raw["update_id"], "fields": places})
        return None
    if update.message:
        return _read_message(update.update_id, update.message)
    if update.callback_query:
        return _read_press(update.update_id, update.callback_query)
    if update.my_chat_member:
        return _read_membership(update.update_id, update.my_chat_member)
    return None


def _read_message(update_id: int, message: Message) -> tuple[Incoming, Origin] | None:
    if message.chat.type != "private" or message.from_user is None or message.from_user.is_bot:
        return None
    kind, value, argument, attachment = Kind.TEXT, message.text or "", "", _attachment(message)
    if attachment:
        kind, value = Kind.FILE, message.caption or ""
    elif value.startswith("/"):
        command, _, argument = value[1:].partition(" ")
        kind, value, argument = Kind.COMMAND, command.partition("@")[0].lower(), argument.strip()
    # A sticker, a place: an empty line, so that the person still gets an answer.
    incoming = _incoming(update_id, message.from_user, kind, value, argument, attachment, _links(message))
    return incoming, Origin(message.chat.id, album=message.media_group_id or "")


def _read_press(update_id: int, press: CallbackQuery) -> tuple[Incoming, Origin] | None:
    message = press.message
    if message and message.chat.type != "private":
        return None
    # A picture or a file cannot become words, and Telegram hides the content of a message too old.
    editable = message.message_id if isinstance(message, Message) and message.text is not None else 0
    incoming = _incoming(update_id, press.from_user, Kind.PRESS, press.data or "")
    return incoming, Origin(press.from_user.id, press.id, editable)


def _read_membership(update_id: int, change: ChatMemberUpdated) -> tuple[Incoming, Origin] | None:
    if change.chat.type != "private":
        return None
    kind = Kind.BLOCKED if change.new_chat_member.status == "kicked" else Kind.UNBLOCKED
    return _incoming(update_id, change.from_user, kind), Origin(change.chat.id)


def _attachment(message: Message) -> Attachment | None:
    if message.document:
        document = message.document
        return Attachment(
            document.file_id, document.file_name or "document", "document", document.file_size or 0
        )
    if message.photo:
        largest = max(message.photo, key=lambda size: size.width * size.height)
        return Attachment(largest.file_id, f"photo-{message.message_id}.jpg", "photo", largest.file_size or 0)
    if message.voice:
        voice = message.voice
        return Attachment(voice.file_id, f"voice-{message.message_id}.ogg", "voice", voice.file_size or 0)
    return None


def _links(message: Message) -> tuple[str, ...]:
    """The addresses that Telegram found in the text, as they are written or as they lie behind words."""
    text, found = message.text or "", message.entities or ()
    links = (entity.url or entity.extract_from(text) for entity in found if entity.type in _LINKS)
    return tuple(dict.fromkeys(links))


def _incoming(
    update_id: int,
    user: User,
    kind: Kind,
    value: str = "",
    argument: str = "",
    attachment: Attachment | None = None,
    links: tuple[str, ...] = (),
) -> Incoming:
    language = (user.language_code or "")[:2]
    return Incoming(update_id, user.id, user.full_name, language, kind, value, argument, attachment, links)
