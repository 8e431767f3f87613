"""A Telegram in a box: the Bot API on loopback, the people who talk to the bot, and their screens."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from aiohttp import web

from bot.sandbox.api import BotApi
from bot.sandbox.chats import Person
from bot.sandbox.clock import Clock, SandboxClock
from bot.sandbox.control import Control, only_from_here
from bot.sandbox.faults import Faults
from bot.sandbox.files import UPLOAD_LIMIT
from bot.sandbox.groups import Group
from bot.sandbox.journal import Journal
from bot.sandbox.limits import Limits
from bot.sandbox.page.director import Bystander, Director
from bot.sandbox.page.page import Page
from bot.sandbox.persona import Persona
from bot.sandbox.state import State

DEFAULT_TOKEN = "1000000001:sandbox_is_not_a_secret_" + "0" * 11  # shaped like one, worth nothing
HOST = "127.0.0.1"
PATIENCE = 30.0
"""Real seconds after which a waiting persona gives the bot up."""


class Sandbox:
    """One bot, any number of people.

    ``clock``: a callable that answers «now» (aware); the default runs with real time and can be moved
    through POST /sandbox/clock. ``token``: the only one accepted; None accepts any of the right shape.
    ``limits`` switches the 429s on. ``seed`` decides which calls the faults hit. ``director`` gives the
    chat page its cast and its clock.
    """

    def __init__(
        self,
        *,
        clock: Clock | None = None,
        token: str | None = None,
        bot_username: str = "vekhi_bot",
        limits: bool = False,
        seed: int = 0,
        director: Callable[[Sandbox], Director] = Bystander,
    ) -> None:
        self.clock: Clock = clock or SandboxClock()
        self.token = token or DEFAULT_TOKEN
        self.url = ""
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
        self._api = BotApi(
            self.state,
            token=token,
            faults=self.faults,
            journal=self.journal,
            limits=Limits(self.clock) if limits else None,
        )
        self.page = Page(self, self._api, director(self))
        self._personas: dict[int, Persona] = {}
        self._runner: web.AppRunner | None = None

    async def start(self, port: int = 0) -> str:
        """Binds 127.0.0.1 (0: any free port) and returns the base url."""
        app = web.Application(client_max_size=UPLOAD_LIMIT + 1024 * 1024, middlewares=[only_from_here])
        app.router.add_route("*", "/bot{token}/{method}", self._api.handle)
        app.router.add_get("/file/bot{token}/{path:.+}", self._api.download)
        Control(self).add_routes(app)
        self.page.add_routes(app)
        app.router.add_route("*", "/{rest:.*}", self._api.nothing)
        # Whoever polls is woken by `stop` itself; the rest has a second to finish.
        self._runner = web.AppRunner(app, access_log=None, shutdown_timeout=1.0)
        await self._runner.setup()
        site = web.TCPSite(self._runner, HOST, port)
        await site.start()
        self.url = f"http://{HOST}:{self._runner.addresses[0][1]}"
        return self.url

    async def stop(self) -> None:
        self.state.updates.closed = self._api.closing = True
        self.state.changes.announce()
        await self.state.webhook.remove()
        if self._runner is not None:
            await self._runner.cleanup()
            self._runner = None

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
            return not self._api.busy and not self.state.updates

        if not await self.state.changes.until(quiet, within=within):
            waiting = [f"{u.kind} {u.id}" for u in self.state.updates.waiting(5)]
            raise TimeoutError(f"not settled: {self._api.busy} calls under way, unconfirmed {waiting}")
