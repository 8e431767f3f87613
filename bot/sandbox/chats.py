"""People, chats and messages, and the JSON in which the Bot API speaks of them."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, Literal

from bot.sandbox.entities import FormattedText
from bot.sandbox.errors import ApiError, forbidden
from bot.sandbox.files import StoredFile
from bot.sandbox.markup import Markup


@dataclass
class Person:
    """A Telegram account. ``started``: has written to the bot, so the bot may write back."""

    id: int
    name: str
    language: str
    username: str | None = None
    is_bot: bool = False
    started: bool = False
    blocked: bool = False
    deactivated: bool = False
    toasts: list[Toast] = field(default_factory=list)

    def to_json(self) -> dict[str, Any]:
        result: dict[str, Any] = {"id": self.id, "is_bot": self.is_bot, "first_name": self.name}
        if self.username:
            result["username"] = self.username
        if not self.is_bot:
            result["language_code"] = self.language
        return result


@dataclass(frozen=True)
class Toast:
    """What answerCallbackQuery showed; ``alert`` is the box that has to be closed."""

    text: str
    alert: bool


@dataclass
class Message:
    id: int
    chat: Chat
    sender: Person
    date: datetime
    content: FormattedText
    media: StoredFile | None = None
    markup: Markup | None = None
    album: str = ""
    reply_to: int = 0
    protected: bool = False
    edited: datetime | None = None
    revision: int = 0

    def to_json(self, *, with_reply: bool = True) -> dict[str, Any]:
        """A Message object; only inline keyboards are echoed, and only one step of a reply."""
        result: dict[str, Any] = {
            "message_id": self.id,
            "from": self.sender.to_json(),
            "chat": self.chat.to_json(),
            "date": int(self.date.timestamp()),
        }
        if self.edited:
            result["edit_date"] = int(self.edited.timestamp())
        if self.album:
            result["media_group_id"] = self.album
        original = self.chat.messages.get(self.reply_to)
        if original is not None and with_reply:
            result["reply_to_message"] = original.to_json(with_reply=False)
        if self.media:
            result |= self.media.to_json()
        if self.content.text:
            text, entities = ("caption", "caption_entities") if self.media else ("text", "entities")
            result[text] = self.content.text
            if self.content.entities:
                result[entities] = [entity.to_json() for entity in self.content.entities]
        if self.markup and "inline_keyboard" in self.markup:
            result["reply_markup"] = self.markup
        if self.protected:
            result["has_protected_content"] = True
        return result


@dataclass
class Chat:
    """A private chat with one member, or a group. ``bot_left``: kicked; ``moved_to``: became a supergroup."""

    id: int
    kind: Literal["private", "group", "supergroup"]
    title: str
    members: list[Person]
    messages: dict[int, Message] = field(default_factory=dict)
    keyboard: list[list[Markup]] = field(default_factory=list)
    typing: str = ""
    bot_left: bool = False
    moved_to: int = 0

    def to_json(self) -> dict[str, Any]:
        result: dict[str, Any] = {"id": self.id, "type": self.kind}
        if self.kind != "private":
            return {**result, "title": self.title}
        person = self.members[0]
        result["first_name"] = person.name
        if person.username:
            result["username"] = person.username
        return result

    def check_bot_may_write(self) -> None:
        """ApiError 400 or 403 in the words that tell the bot why not."""
        if self.moved_to:
            raise ApiError(
                400,
                "Bad Request: group chat was upgraded to a supergroup chat",
                migrate_to_chat_id=self.moved_to,
            )
        if self.bot_left:
            raise forbidden(f"bot was kicked from the {self.kind} chat")
        if self.kind == "private":
            person = self.members[0]
            if person.deactivated:
                raise forbidden("user is deactivated")
            if person.blocked:
                raise forbidden("bot was blocked by the user")
            if not person.started:
                raise forbidden("bot can't initiate conversation with a user")


@dataclass
class Press:
    """A callback query under way: the button of ``message_id`` that carries ``data``."""

    id: str
    person: Person
    born: datetime
    message_id: int
    data: str
    answered: bool = False
