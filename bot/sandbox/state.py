"""What Telegram's servers know: people, chats and their messages, the bot, its presses and commands."""

from __future__ import annotations

import zlib
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from typing import Any

from bot.sandbox.changes import Changes
from bot.sandbox.clock import Clock
from bot.sandbox.entities import FormattedText
from bot.sandbox.errors import bad_request, forbidden
from bot.sandbox.files import FileStore, StoredFile
from bot.sandbox.markup import Markup
from bot.sandbox.updates import PRESS_LIFE, UpdateQueue
from bot.sandbox.webhook import Webhook


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
    """The private chat of the bot with one person."""

    id: int
    person: Person
    messages: dict[int, Message] = field(default_factory=dict)
    keyboard: list[list[Markup]] = field(default_factory=list)
    typing: str = ""

    def to_json(self) -> dict[str, Any]:
        result = {"id": self.id, "first_name": self.person.name, "type": "private"}
        if self.person.username:
            result["username"] = self.person.username
        return result


@dataclass
class Press:
    """A callback query under way."""

    id: str
    person: Person
    born: datetime
    answered: bool = False


class State:
    """One bot and everyone who talks to it. Every change is announced through ``changes``."""

    def __init__(self, clock: Clock, bot: Person, seed: int) -> None:
        self.clock = clock
        self.changes = Changes()
        self.bot = bot
        self.seed = seed
        self.files = FileStore()
        self.updates = UpdateQueue(self.now, self.changes, first_id=700_000_000 + seed % 1_000_000)
        self.webhook = Webhook(self.updates, self.changes, self.now)
        self.people: dict[int, Person] = {}
        self.chats: dict[int, Chat] = {}
        self.presses: dict[str, Press] = {}
        self.commands: dict[tuple[str, str], list[dict[str, str]]] = {}
        self._last_message = 0
        self._last_press = 0
        self._last_album = 0
        self._revision = 0

    def now(self) -> datetime:
        return self.clock().astimezone(UTC)

    def person(self, name: str, language: str, username: str | None) -> Person:
        """The person of that name, created on first mention; the id depends on the name alone."""
        for person in self.people.values():
            if person.name == name:
                return person
        person_id = 100_000_000 + zlib.crc32(name.encode()) % 900_000_000
        while person_id in self.people or person_id == self.bot.id:
            person_id += 1
        person = Person(person_id, name, language, username)
        self.people[person_id] = person
        self.chats[person_id] = Chat(person_id, person)
        return person

    def chat_for_bot(self, chat_id: str) -> Chat:
        """The chat the bot names, if it may write there. ApiError 400 or 403 otherwise."""
        if not chat_id:
            raise bad_request("chat_id is empty")
        chat = self.chats.get(int(chat_id)) if chat_id.removeprefix("-").isdecimal() else None
        if chat is None:
            raise bad_request("chat not found")
        if chat.person.deactivated:
            raise forbidden("user is deactivated")
        if chat.person.blocked:
            raise forbidden("bot was blocked by the user")
        if not chat.person.started:
            raise forbidden("bot can't initiate conversation with a user")
        return chat

    def post(self, chat: Chat, sender: Person, content: FormattedText, **details: Any) -> Message:
        """A new message at the end of the chat; ids grow over all chats, as in a real account."""
        self._last_message += 1
        message = Message(self._last_message, chat, sender, self.now(), content, **details)
        chat.messages[message.id] = message
        markup = message.markup or {}
        if markup.get("remove_keyboard"):
            chat.keyboard = []
        elif "keyboard" in markup:
            chat.keyboard = markup["keyboard"]
        chat.typing = ""
        self.touch(message)
        return message

    def touch(self, message: Message) -> None:
        """Marks the message as changed, for those who read only what is new."""
        self._revision += 1
        message.revision = self._revision
        self.changes.announce()

    def remove(self, message: Message) -> None:
        del message.chat.messages[message.id]
        self.changes.announce()

    def press(self, person: Person) -> Press:
        self._last_press += 1
        press = Press(str(4_000_000_000_000_000_000 + self._last_press), person, self.now())
        self.presses[press.id] = press
        return press

    def open_press(self, press_id: str) -> Press:
        press = self.presses.get(press_id)
        if press is None or self.now() - press.born >= PRESS_LIFE:
            raise bad_request("query is too old and response timeout expired or query ID is invalid")
        return press

    def next_album(self) -> str:
        self._last_album += 1
        return str(13_000_000_000_000_000 + self._last_album)

    def ago(self, moment: datetime) -> timedelta:
        return self.now() - moment
