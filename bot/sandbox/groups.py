"""A group chat with the bot in it: whoever belongs to it sees the same messages."""

from __future__ import annotations

from collections.abc import Awaitable, Callable

from bot.sandbox.chats import Chat
from bot.sandbox.persona import Persona
from bot.sandbox.screen import Seen, see
from bot.sandbox.state import State


class Group:
    def __init__(self, state: State, chat: Chat, settled: Callable[[], Awaitable[None]]) -> None:
        self._state = state
        self._chat = chat
        self._settled = settled
        self._founder = chat.members[0]
        self._state.tell_membership(chat, self._founder, "left", "member")

    @property
    def id(self) -> int:
        return self._chat.id

    @property
    def title(self) -> str:
        return self._chat.title

    @property
    def screen(self) -> list[Seen]:
        return [see(message) for message in self._chat.messages.values()]

    def member(self, persona: Persona) -> Persona:
        """The same person, acting and reading in this group."""
        assert persona.person in self._chat.members, f"{persona.name} is not in «{self.title}»"
        return Persona(self._state, persona.person, self._chat, self._settled)

    def kick_bot(self) -> None:
        self._chat.bot_left = True
        self._state.tell_membership(self._chat, self._founder, "member", "kicked")

    def migrate(self) -> int:
        """Becomes a supergroup and returns its new id; the bot learns of it by a 400 with parameters."""
        old = self._chat
        self._chat = self._state.group(old.title, old.members, "supergroup")
        old.moved_to = self._chat.id
        return self._chat.id
