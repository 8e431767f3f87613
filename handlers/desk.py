"""From an incoming act to an answer: find the route, prepare, one transaction, then speak."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from bot.clock import Clock
from bot.domain.access import may_somewhere
from bot.domain.errors import DomainError, Forbidden
from bot.domain.people import Person
from bot.incoming import Incoming, Kind
from bot.screen import Screen, text
from bot.words import LANGUAGES
from handlers.routing import Context, Route, Routes, RouteTable, Services
from handlers.shared import HOME_ROW, error_screen, stranger_screen
from storage import Storage, Transaction
from storage.people import get_person, set_reachable
from storage.updates import end_dialog, get_dialog, remember_update


@dataclass(frozen=True, slots=True)
class Answer:
    screen: Screen | None  # None: nothing to show
    language: str


class Desk:
    """Answers every act of every person; the same for any messenger."""

    def __init__(
        self, storage: Storage, conversations: Sequence[Routes], services: Services, clock: Clock
    ) -> None:
        self.table = RouteTable(conversations)
        self._storage = storage
        self._services = services
        self._clock = clock

    async def answer(self, incoming: Incoming) -> Answer:
        """Carry out one act exactly once and say what to show; raises only for our own faults."""
        prepared: object = None
        try:
            prepared = await self._prepare(incoming)
        except DomainError as error:
            prepared = error
        async with self._storage.begin() as tx:
            now = self._clock()
            first_time = await remember_update(tx, incoming.update_id, now=now)
            person = await _known(tx, incoming, now)
            language = self._language_of(person, incoming)
            await _note_reachability(tx, person, incoming)
            if incoming.kind in (Kind.BLOCKED, Kind.UNBLOCKED):
                return Answer(None, language)
            if not first_time:
                return Answer(_already_done(incoming), language)
            dialog = await get_dialog(tx, incoming.account_id)
            ctx = Context(tx, now, incoming, person, language, dialog, prepared, self._services, self.table)
            screen = _on_paper(await self._act(ctx), person)
            return Answer(screen, screen.language or language)

    async def _act(self, ctx: Context) -> Screen:
        try:
            # A refused act leaves nothing behind but the memory that it was answered.
            async with ctx.tx.begin_nested():
                if isinstance(ctx.prepared, DomainError):
                    raise ctx.prepared
                route, arguments = self.table.find(ctx.incoming, ctx.dialog)
                _let_in(route, ctx.person)
                if ctx.dialog and not route.keeps_dialog:
                    await end_dialog(ctx.tx, ctx.incoming.account_id)
                return await route(ctx, arguments)
        except DomainError as error:
            if ctx.person is None and isinstance(error, Forbidden):
                return stranger_screen()
            return error_screen(error)

    async def _prepare(self, incoming: Incoming) -> object:
        if incoming.kind is Kind.PRESS:
            route, _ = self.table.find(incoming, None)
            if route.prepare is None:
                return None
        elif incoming.kind is not Kind.FILE:
            return None
        async with self._storage.read() as tx:
            dialog = await get_dialog(tx, incoming.account_id)
            person = await _known(tx, incoming, self._clock())
        route, _ = self.table.find(incoming, dialog)
        _let_in(route, person)
        return await route.prepare(incoming, self._services, dialog) if route.prepare else None

    def _language_of(self, person: Person | None, incoming: Incoming) -> str:
        if person:
            return person.language
        return incoming.language if incoming.language in LANGUAGES else self._services.language


async def _known(tx: Transaction, incoming: Incoming, now: datetime) -> Person | None:
    """Who acts, with the rights of this very moment."""
    person = await get_person(tx, incoming.account_id)
    return person.at(now) if person else None


def _on_paper(screen: Screen, person: Person | None) -> Screen:
    """Its picture on the paper that the person likes, unless the screen has chosen one."""
    if person is None or screen.chart is None or screen.chart.dark is not None:
        return screen
    return replace(screen, chart=replace(screen.chart, dark=person.dark_charts))


async def _note_reachability(tx: Transaction, person: Person | None, incoming: Incoming) -> None:
    """Whoever acts can be written to again, whatever a failed sending has noted."""
    reachable = incoming.kind is not Kind.BLOCKED
    if person and person.reachable != reachable:
        await set_reachable(tx, person.account_id, reachable=reachable)


def _let_in(route: Route, person: Person | None) -> None:
    if route.may is not None and not may_somewhere(person, route.may):
        raise Forbidden(route.refusal)


def _already_done(incoming: Incoming) -> Screen:
    """The act was carried out, but its answer may have been lost on the way."""
    done = Screen(text("already-done"), (HOME_ROW,), fresh=True)
    return replace(done, toast=text("already-done-toast")) if incoming.kind is Kind.PRESS else done
