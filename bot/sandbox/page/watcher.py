"""What one open page has been told, and what is news to it."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice, takewhile
from typing import Any

from bot.sandbox.chats import Chat, Message, Person
from bot.sandbox.page.hall import Hall
from bot.sandbox.updates import PRESS_LIFE

News = tuple[str, Any]
_CALLS_SHOWN = 200
_LINE = 80  # characters of the last message in the list of chats


class Watcher:
    """One page with the chat of ``person_id`` open (0: none). ``news`` is told once."""

    def __init__(self, hall: Hall, person_id: int) -> None:
        self._hall = hall
        self._state = hall.world.state
        self._person_id = person_id
        self._told: dict[str, Any] = {}
        self._shown: set[int] = set()
        self._revision = 0
        self._toasts: int | None = None
        self._last_call: object = None

    def news(self) -> list[News]:
        """Event names with their JSON; empty when nothing has changed since the last call."""
        told: list[News] = [*self._if_new("stage", self._stage())]
        if not self._hall.director.ready:
            return told  # hundreds of changes a second, and nobody may act on them yet
        if guide := self._hall.director.guide:
            told += self._if_new("guide", guide.to_json())
        if chat := self._chat():
            told += [*self._messages(chat), *self._popups(chat), *self._if_new("dock", self._dock(chat))]
            told += self._if_new("presses", self._presses(chat))
        people = [self._line(person) for person in self._hall.people()]
        return [*told, *self._if_new("people", people), *self._calls()]

    def _if_new(self, name: str, value: Any) -> Iterator[News]:
        """Small things are sent whole whenever they differ."""
        if self._told.get(name) != value:
            self._told[name] = value
            yield name, value

    def _stage(self) -> dict[str, Any]:
        hall = self._hall
        now = self._state.now().replace(second=0, microsecond=0)
        return {
            "now": now.isoformat(),
            "zone": hall.director.zone,
            "ready": hall.director.ready,
            "controls": list(hall.director.controls),
            "on": sorted(hall.switchboard.on),
            "bot": self._state.bot.username,
        }

    def _dock(self, chat: Chat) -> dict[str, Any]:
        """Everything around the messages."""
        return {
            "keyboard": [[button["text"] for button in row] for row in chat.keyboard],
            "commands": self._hall.world.persona(chat.title).commands,
            "typing": chat.typing,
            "blocked": chat.members[0].blocked,
            "started": chat.members[0].started,
        }

    def _presses(self, chat: Chat) -> dict[str, Any]:
        """The newest press and those without an answer: a client shows their buttons as pressed."""
        person = chat.members[0]
        mine = [press for press in self._state.presses.values() if press.person is person]
        waiting = [
            press for press in mine if not press.answered and self._state.now() - press.born < PRESS_LIFE
        ]
        return {
            "newest": mine[-1].id if mine else "",
            "waiting": [{"message": press.message_id, "data": press.data} for press in waiting],
        }

    def _chat(self) -> Chat | None:
        """A person that is not there yet may still come: the stage is set while pages watch."""
        chat = self._state.chats.get(self._person_id)
        return chat if chat and chat.kind == "private" else None

    def _line(self, person: Person) -> dict[str, Any]:
        chat = self._state.chats[person.id]
        last = next(reversed(chat.messages.values()), None)
        return {
            "id": person.id,
            "name": person.name,
            "note": self._hall.director.notes().get(person.name, ""),
            "unread": sum(1 for _ in self._unread(chat)),
            "last": _preview(last) if last else "",
            "media": last.media.kind if last and last.media else "",
            "at": last.date.isoformat() if last else "",
        }

    def _unread(self, chat: Chat) -> Iterator[Message]:
        """What the bot has written since a page showed the chat, or since the person wrote there."""
        read = self._hall.read.get(chat.id, 0)
        return takewhile(lambda m: m.id > read and m.sender.is_bot, reversed(chat.messages.values()))

    def _messages(self, chat: Chat) -> Iterator[News]:
        fresh = [message for message in chat.messages.values() if message.revision > self._revision]
        gone = [message_id for message_id in self._shown if message_id not in chat.messages]
        if fresh or gone or "dock" not in self._told:
            self._revision = max((message.revision for message in fresh), default=self._revision)
            self._shown = set(chat.messages)
            self._hall.read[chat.id] = max(chat.messages, default=0)
            yield "chat", {"messages": [message.to_json() for message in fresh], "gone": gone}

    def _popups(self, chat: Chat) -> Iterator[News]:
        """Toasts from the moment the page was opened: older ones have long faded."""
        toasts = chat.members[0].toasts
        begin = len(toasts) if self._toasts is None else self._toasts
        self._toasts = len(toasts)
        for toast in toasts[begin:]:
            yield "toast", {"text": toast.text, "alert": toast.alert}

    def _calls(self) -> Iterator[News]:
        """The newest calls; polls that went well would drown the rest."""
        entries = self._hall.world.journal.entries
        fresh = takewhile(lambda entry: entry is not self._last_call, reversed(entries))
        shown = (entry for entry in fresh if entry.method != "getUpdates" or entry.outcome != "ok")
        newest = list(islice(shown, _CALLS_SHOWN))
        if entries:
            self._last_call = entries[-1]
        if newest:
            yield "calls", [entry.to_json() for entry in reversed(newest)]


def _preview(message: Message) -> str:
    media = message.media
    file_name = media.name if media and media.kind == "document" else ""
    return " ".join(message.content.text[:_LINE].split()) or file_name
