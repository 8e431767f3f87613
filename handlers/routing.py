"""The tables of routes: a press, a command, a link or a typed line finds its handler by one look-up."""

from __future__ import annotations

import asyncio
import inspect
from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from enum import Enum
from typing import Any, Protocol, TypeVar, get_type_hints
from zoneinfo import ZoneInfo

from bot.domain.access import Action, may_somewhere
from bot.domain.errors import Forbidden, Outdated
from bot.domain.people import Person
from bot.domain.reports import SCHOOL_QUOTA
from bot.incoming import Incoming, Kind
from bot.screen import Screen, Text, Texts
from bot.words import LANGUAGES, Words
from storage import Transaction
from storage.files import FileStore
from storage.people import get_zone
from storage.updates import Dialog, set_dialog

T = TypeVar("T")


class Run(Protocol):
    """Has picklable work done where it stops nobody, as :meth:`bot.worker.Worker.run` does."""

    def __call__(self, work: Callable[[], T], /) -> Awaitable[T]: ...


@dataclass(frozen=True, slots=True)
class Services:
    """What handlers need beside the database."""

    files: FileStore
    bot_username: str
    fetch: Callable[[str], Awaitable[bytes]]  # the bytes behind an attachment's ref
    words: Words = field(default_factory=Words)  # for what is worded before it is shown: pictures, files
    language: str = LANGUAGES[0]  # of strangers whose client speaks none of ours
    school_quota: int = SCHOOL_QUOTA
    calendar_url: str = ""  # under which calendar programs reach the bot; "": they do not
    work: Run = asyncio.to_thread  # slow work that is waited for, such as trying out a file


@dataclass(frozen=True, slots=True)
class Context:
    """One incoming act inside its transaction. ``dialog`` is what was under way; most routes end it."""

    tx: Transaction
    now: datetime
    incoming: Incoming
    person: Person | None
    language: str
    dialog: Dialog | None
    prepared: Any
    services: Services
    table: RouteTable

    @property
    def actor(self) -> Person:
        """The registered person who acts; a stranger may not."""
        if self.person is None:
            raise Forbidden
        return self.person

    async def expect(self, state: str, **data: Any) -> None:
        """Make the next typed line or file of this person mean ``state``."""
        await set_dialog(self.tx, self.incoming.account_id, state, data, now=self.now)

    def commands_of(self, person: Person) -> tuple[str, ...]:
        """The commands that the person's roles open."""
        return tuple(
            name for name, may in self.table.commands.items() if not may or may_somewhere(person, may)
        )

    def plain(self, text: Text | Texts) -> str:
        """The words, in the reader's language, that go into a picture or a file."""
        return self.services.words.plain(text, self.language)

    async def today(self) -> date:
        """The actor's local day."""
        return self.now.astimezone(ZoneInfo(await get_zone(self.tx, self.actor.id))).date()


Handler = Callable[..., Awaitable[Screen]]
# Words a stored notice (its arguments are JSON) for the person it was written to.
NoticeView = Callable[..., Screen]
# Runs before the transaction: what is slow (a download, a document's reading) must not hold the database.
# It is told what is under way.
Preparation = Callable[[Incoming, Services, Dialog | None], Awaitable[Any]]
PUBLIC = None
_DIGITS = 10  # a number of so many may be more than 32 bits hold


@dataclass(frozen=True, slots=True)
class Route:
    key: str  # the press's prefix, the command, the link's prefix or the dialog's state
    kind: Kind
    may: Action | None  # PUBLIC: strangers too
    handler: Handler
    parameters: tuple[tuple[str, Callable[[str], Any]], ...]  # the press's arguments, in order
    prepare: Preparation | None = None
    refusal: str = "error-forbidden"  # what those read who may not
    keeps_dialog: bool = False  # who only looks may go on typing where they were

    async def __call__(self, ctx: Context, arguments: list[str]) -> Screen:
        if len(arguments) != len(self.parameters):
            raise Outdated
        try:
            values = {name: read(raw) for (name, read), raw in zip(self.parameters, arguments, strict=True)}
        except ValueError as error:
            raise Outdated from error
        return await self.handler(ctx, **values)


@dataclass(slots=True)
class Routes:
    """The routes of one conversation, filled by decorators."""

    found: list[Route] = field(default_factory=list)
    notices: dict[str, NoticeView] = field(default_factory=dict)

    def press(
        self, key: str, *, may: Action | None, prepare: Preparation | None = None, keeps_dialog: bool = False
    ) -> Callable[[Handler], Handler]:
        """A button whose data is ``key`` and the handler's parameters, joined by colons."""
        return self._add(key, Kind.PRESS, may, prepare, keeps_dialog=keeps_dialog)

    def command(
        self, key: str, *, may: Action | None, keeps_dialog: bool = False
    ) -> Callable[[Handler], Handler]:
        return self._add(key, Kind.COMMAND, may, keeps_dialog=keeps_dialog)

    def link(self, key: str, *, may: Action | None) -> Callable[[Handler], Handler]:
        """A deep link «/start key_token»; the handler takes ``token``."""
        return self._add(f"start {key}", Kind.COMMAND, may)

    def typed(self, state: str, *, may: Action | None) -> Callable[[Handler], Handler]:
        """A line typed while the dialog is in ``state``; "" is a line out of the blue."""
        return self._add(state, Kind.TEXT, may)

    def file(
        self,
        state: str,
        *,
        may: Action | None,
        prepare: Preparation | None = None,
        refusal: str = "error-forbidden",
    ) -> Callable[[Handler], Handler]:
        """A photo or a document sent while the dialog is in ``state``; "" is one out of the blue."""
        return self._add(state, Kind.FILE, may, prepare, refusal)

    def notice(self, name: str) -> Callable[[NoticeView], NoticeView]:
        """How a message to somebody else, written to the outbox as ``name``, looks when it is sent."""

        def register(view: NoticeView) -> NoticeView:
            self.notices[name] = view
            return view

        return register

    def _add(
        self,
        key: str,
        kind: Kind,
        may: Action | None,
        prepare: Preparation | None = None,
        refusal: str = "error-forbidden",
        keeps_dialog: bool = False,
    ) -> Callable[[Handler], Handler]:
        def register(handler: Handler) -> Handler:
            parameters = _parameters(handler)
            self.found.append(Route(key, kind, may, handler, parameters, prepare, refusal, keeps_dialog))
            return handler

        return register


class RouteTable:
    """All routes of the bot; two with one key are a mistake found at start."""

    def __init__(self, conversations: Sequence[Routes]) -> None:
        table: dict[tuple[Kind, str], Route] = {}
        for route in (r for routes in conversations for r in routes.found):
            if table.setdefault((route.kind, route.key), route) is not route:
                raise ValueError(f"two routes for {route.kind} {route.key!r}")
        self.routes: Mapping[tuple[Kind, str], Route] = table
        self.commands: Mapping[str, Action | None] = {
            key: route.may for (kind, key), route in table.items() if kind is Kind.COMMAND and " " not in key
        }
        self.notices = {name: view for routes in conversations for name, view in routes.notices.items()}

    def find(self, incoming: Incoming, dialog: Dialog | None) -> tuple[Route, list[str]]:
        """The route of an incoming act and the raw arguments of its handler."""
        state = dialog.state if dialog else ""
        match incoming.kind:
            case Kind.PRESS:
                key, *arguments = incoming.value.split(":")
                return self._get(Kind.PRESS, key), arguments
            case Kind.COMMAND if incoming.value == "start" and "_" in incoming.argument:
                key, _, token = incoming.argument.partition("_")
                route = self.routes.get((Kind.COMMAND, f"start {key}"))
                return (route, [token]) if route else (self._get(Kind.COMMAND, "start"), [])
            case Kind.COMMAND:
                route = self.routes.get((Kind.COMMAND, incoming.value))
                return route or self._get(Kind.COMMAND, "help"), []
            case _:
                # Text where a file is awaited, or the other way round, answers from the blue.
                route = self.routes.get((incoming.kind, state)) or self._get(incoming.kind, "")
                return route, []

    def _get(self, kind: Kind, key: str) -> Route:
        try:
            return self.routes[kind, key]
        except KeyError:
            raise Outdated from None


def _parameters(handler: Handler) -> tuple[tuple[str, Callable[[str], Any]], ...]:
    hints = get_type_hints(handler)
    names = list(inspect.signature(handler).parameters)[1:]
    for name in names:
        if not (hints[name] in (int, str) or issubclass(hints[name], Enum)):
            raise TypeError(f"{handler.__name__}: a button cannot carry {name}")
    return tuple((name, _number if hints[name] is int else hints[name]) for name in names)


def _number(raw: str) -> int:
    """A number as our buttons carry it: not negative, and small enough for any column."""
    if not (raw.isascii() and raw.isdigit() and len(raw) < _DIGITS):
        raise ValueError(raw)
    return int(raw)
