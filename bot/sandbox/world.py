"""A Telegram in a box, without its address: the bot, the people who talk to it, their screens."""

from __future__ import annotations

from collections.abc import Sequence

from bot.sandbox.api import BotApi
from bot.sandbox.chats import Person
from bot.sandbox.clock import Clock, SandboxClock
from bot.sandbox.faults import Faults
from bot.sandbox.groups import Group
from bot.sandbox.journal import Journal
from bot.sandbox.limits import Limits
from bot.sandbox.persona import Persona
from bot.sandbox.state import State

DEFAULT_TOKEN = "1000000001:sandbox_is_not_a_secret_" + "0" * 11  # shaped like one, worth nothing
PATIENCE = 30.0
"""Real seconds after which a waiting persona gives the bot up."""


class World:
    """One bot, any number of people.

    ``clock``: a callable that answers «now» (aware); the default runs with real time and can be moved.
    ``token``: the only one accepted; None accepts any of the right shape. ``limits`` switches the 429s on.
    ``seed`` decides which calls the faults hit.
    """

    def __init__(
        self, *, clock: Clock | None, token: str | None, bot_username: str, limits: bool, seed: int
    ) -> None:
        self.clock: Clock = clock or SandboxClock()
        self.token = token or DEFAULT_TOKEN
        self.faults = Faults(seed)
        self.journal = Journal()
        bot = Person(
            id=int(self.token.partition(":")[0]),
            name="Вехи",
            language="ru",
            username=bot_username,
            is_bot=True,
            started=True,
        )
        self.state = State(self.clock, bot, seed)
        self.api = BotApi(
            self.state,
            token=token,
            faults=self.faults,
            journal=self.journal,
            limits=Limits(self.clock) if limits else None,
        )
        self._personas: dict[int, Persona] = {}

    def persona(self, name: str, *, language: str = "ru", username: str | None = None) -> Persona:
        """The person of that name, created on first mention. The id depends on the name alone."""
        person = self.state.person(name, language, username)
        if person.id not in self._personas:
            chat = self.state.chats[person.id]
            self._personas[person.id] = Persona(self.state, person, chat, self.settled)
        return self._personas[person.id]

    def group(self, title: str, members: Sequence[Persona]) -> Group:
        """A group founded by the first of ``members``, to which the bot has just been added."""
        chat = self.state.group(title, [member.person for member in members], "group")
        return Group(self.state, chat, self.settled)

    async def settled(self, within: float = PATIENCE) -> None:
        """Returns when the bot has confirmed every update and no call of it is under way.

        TimeoutError after ``within`` real seconds names what the bot has not dealt with.
        """

        def quiet() -> bool:
            return not self.api.busy and not self.state.updates

        if not await self.state.changes.until(quiet, within=within):
            waiting = [f"{u.kind} {u.id}" for u in self.state.updates.waiting(5)]
            raise TimeoutError(f"not settled: {self.api.busy} calls under way, unconfirmed {waiting}")
