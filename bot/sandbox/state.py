"""What Telegram's servers know: everyone and everything said, the bot's updates, presses and commands."""

from __future__ import annotations

import zlib
from datetime import UTC, datetime
from typing import Any, Literal

from bot.sandbox.changes import Changes
from bot.sandbox.chats import Chat, Message, Person, Press
from bot.sandbox.clock import Clock
from bot.sandbox.entities import FormattedText
from bot.sandbox.errors import bad_request
from bot.sandbox.files import FileStore
from bot.sandbox.updates import PRESS_LIFE, UpdateQueue
from bot.sandbox.webhook import Webhook


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
        self._last_group = 0
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
        self.chats[person_id] = Chat(person_id, "private", name, [person])
        return person

    def group(self, title: str, members: list[Person], kind: Literal["group", "supergroup"]) -> Chat:
        """A new group that the bot belongs to."""
        self._last_group += 1
        base = -1_000_000_000_000 if kind == "supergroup" else 0
        chat = Chat(base - 4_000_000 - self._last_group, kind, title, members)
        self.chats[chat.id] = chat
        return chat

    def chat_for_bot(self, chat_id: str) -> Chat:
        """The chat the bot names, if it may write there. ApiError 400 or 403 otherwise."""
        if not chat_id:
            raise bad_request("chat_id is empty")
        chat = self.chats.get(int(chat_id)) if chat_id.removeprefix("-").isdecimal() else None
        if chat is None:
            raise bad_request("chat not found")
        chat.check_bot_may_write()
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

    def tell_membership(self, chat: Chat, by: Person, before: str, after: str) -> None:
        """The my_chat_member update: the bot's own place in the chat has changed."""

        def member(status: str) -> dict[str, Any]:
            until = {"until_date": 0} if status == "kicked" else {}
            return {"user": self.bot.to_json(), "status": status, **until}

        payload = {
            "chat": chat.to_json(),
            "from": by.to_json(),
            "date": int(self.now().timestamp()),
            "old_chat_member": member(before),
            "new_chat_member": member(after),
        }
        self.updates.put("my_chat_member", payload, chat.id)

    def press(self, person: Person, message_id: int, data: str) -> Press:
        self._last_press += 1
        press_id = str(4_000_000_000_000_000_000 + self._last_press)
        press = Press(press_id, person, self.now(), message_id, data)
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
