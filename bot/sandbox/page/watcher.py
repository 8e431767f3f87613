"""What one open page has been told, and what is news to it."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import takewhile
from typing import TYPE_CHECKING, Any

from bot.sandbox.chats import Chat, Message, Person

if TYPE_CHECKING:
    from bot.sandbox.page.page import Page

News = tuple[str, Any]
_CALLS_SHOWN = 200
_LINE = 80  # characters of the last message in the list of chats


class Watcher:
    """One page with the chat of ``person_id`` open (0: none). ``news`` is told once."""

    def __init__(self, page: Page, person_id: int) -> None:
        self._page = page
        self._state = page.sandbox.state
        self._person_id = person_id
        self._told: dict[str, Any] = {}
        self._shown: set[int] = set()
        self._revision = 0
        self._toasts: int | None = None
        self._last_call: object = None

    def news(self) -> list[News]:
        """Event names with their JSON; empty when nothing has changed since the last call."""
        found = [*self._messages(), *self._popups()]
        for name, value in self._facts():
            if self._told.get(name) != value:
                self._told[name] = value
                found.append((name, value))
        return [*found, *self._calls()]

    def _facts(self) -> Iterator[News]:
        """Small things that are sent whole whenever they differ."""
        page = self._page
        now = self._state.now().replace(second=0, microsecond=0)
        yield (
            "stage",
            {
                "now": now.isoformat(),
                "zone": page.director.zone,
                "ready": page.director.ready,
                "controls": list(page.director.controls),
                "on": sorted(page.switchboard.on),
                "bot": self._state.bot.username,
            },
        )
        yield "people", [self._line(person) for person in page.people()]
        if chat := self._chat():
            persona = page.sandbox.persona(chat.title)
            yield (
                "dock",
                {
                    "keyboard": [[button["text"] for button in row] for row in chat.keyboard],
                    "commands": persona.commands,
                    "typing": chat.typing,
                    "blocked": chat.members[0].blocked,
                    "started": chat.members[0].started,
                },
            )

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
            "note": self._page.director.notes().get(person.name, ""),
            "unread": sum(m.sender.is_bot for m in self._after(chat, self._page.read.get(person.id, 0))),
            "last": _preview(last) if last else "",
            "at": last.date.isoformat() if last else "",
        }

    def _after(self, chat: Chat, message_id: int) -> Iterator[Message]:
        return takewhile(lambda message: message.id > message_id, reversed(chat.messages.values()))

    def _messages(self) -> Iterator[News]:
        chat = self._chat()
        if chat is None:
            return
        fresh = [message for message in chat.messages.values() if message.revision > self._revision]
        gone = [message_id for message_id in self._shown if message_id not in chat.messages]
        first = "chat" not in self._told
        self._told["chat"] = True
        if fresh or gone or first:
            self._revision = max((message.revision for message in fresh), default=self._revision)
            self._shown = set(chat.messages)
            self._page.read[chat.id] = max(chat.messages, default=0)
            yield "chat", {"messages": [message.to_json() for message in fresh], "gone": gone}

    def _popups(self) -> Iterator[News]:
        """Toasts from the moment the page was opened: older ones have long faded."""
        chat = self._chat()
        toasts = chat.members[0].toasts if chat else []
        begin = len(toasts) if self._toasts is None else self._toasts
        self._toasts = len(toasts)
        for toast in toasts[begin:]:
            yield "toast", {"text": toast.text, "alert": toast.alert}

    def _calls(self) -> Iterator[News]:
        entries = self._page.sandbox.journal.entries
        fresh = list(takewhile(lambda entry: entry is not self._last_call, reversed(entries)))[:_CALLS_SHOWN]
        if fresh:
            self._last_call = fresh[0]
            yield "calls", [entry.to_json() for entry in reversed(fresh)]


def _preview(message: Message) -> str:
    media = message.media
    return " ".join(message.content.text[:_LINE].split()) or (media.name if media else "")
