"""A stage on which every act is tried in earnest and nothing lasts."""

from __future__ import annotations

import re
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from itertools import count
from pathlib import Path
from typing import Any

from sqlalchemy import text

from bot.incoming import Attachment, Incoming, Kind
from bot.screen import Screen, Text, Texts
from handlers.conversations import CONVERSATIONS
from handlers.desk import Desk
from handlers.routing import Services
from storage import Storage, Transaction, sqlite_url
from storage.files import FileStore
from storage.tables import metadata
from storage.updates import set_dialog
from tests.architecture.rights.documents import DOCUMENTS, PACK
from tests.architecture.rights.row import ABSENT, ABSENT_ID, Row
from tests.architecture.rights.world import NOW, World
from tests.factories import WORDS

# What an act may carry beside objects.
SPOKEN = {
    "pack": PACK.code,
    "item": PACK.items[0].id,
    "value": PACK.items[0].options[0].value,
}
_updates = count(1_000_000)  # none that the worlds were built by

# Everything that is kept, as one line; what is remembered of the conversation itself left out.
_KEPT = [t for t in metadata.sorted_tables if t.name not in ("handled_updates", "dialogs")]
_ROWS_OF = "(SELECT group_concat(json_array({columns})) FROM {table})"
_DUMP = text(
    "SELECT "
    + ", ".join(
        _ROWS_OF.format(columns=", ".join(f'"{c.name}"' for c in t.columns), table=t.name) for t in _KEPT
    )
)


class Rehearsal(Storage):
    """A storage in which nothing lasts: each transaction is compared with its beginning and undone."""

    def __init__(self, file: Path) -> None:
        super().__init__(sqlite_url(file))
        self.dialog: tuple[int, str, dict[str, Any]] | None = None  # under way when the act comes
        self.changed = False
        self._before: object = None

    @asynccontextmanager
    async def begin(self) -> AsyncIterator[Transaction]:
        async with super().begin() as tx:
            self._before = self._before or (await tx.execute(_DUMP)).one()
            await self._set_dialog(tx)
            yield tx
            self.changed = (await tx.execute(_DUMP)).one() != self._before
            await tx.rollback()

    @asynccontextmanager
    async def read(self) -> AsyncIterator[Transaction]:
        async with super().read() as tx:
            await self._set_dialog(tx)
            yield tx
            await tx.rollback()

    async def _set_dialog(self, tx: Transaction) -> None:
        if self.dialog:
            account, state, data = self.dialog
            await set_dialog(tx, account, state, data, now=NOW)


class Stage:
    """Carries out acts of the table in a world and says how they ended."""

    def __init__(self, world: World) -> None:
        self.world = world
        self.storage = Rehearsal(world.file)
        self.tried = 0

        async def fetch(ref: str) -> bytes:
            return DOCUMENTS[ref]

        services = Services(FileStore(world.files), "vekhi_bot", fetch, WORDS)
        self.desk = Desk(self.storage, CONVERSATIONS, services, lambda: NOW)

    async def act(self, row: Row, person: str, place: str) -> Screen:
        kind, _, key = row.route.partition(" ")
        account = self.world.accounts[person]
        data = {name: self._filled(value, place) for name, value in row.data.items()}
        awaited = row.state or (key if kind in ("text", "file") else "")
        self.storage.dialog = (account, awaited, data) if awaited else None
        self.tried += 1
        value = str(self._filled(row.act, place))
        return await self.answer(incoming_act(Kind(kind), key, value, account))

    async def answer(self, incoming: Incoming) -> Screen:
        screen = (await self.desk.answer(incoming)).screen
        assert screen is not None
        return screen

    def _filled(self, value: Any, place: str) -> Any:
        """``value`` with its objects' ids; what is nothing but an object stays a number."""
        if not isinstance(value, str):
            return value
        whole = re.fullmatch(r"\{([\w.]+)@?([^}]*)\}", value)
        if whole:
            return self._object(whole[1], whole[2], place)
        return re.sub(r"\{([\w.]+)@?([^}]*)\}", lambda m: str(self._object(m[1], m[2], place)), value)

    def _object(self, kind: str, fixed: str, place: str) -> Any:
        if kind in SPOKEN:
            return SPOKEN[kind]
        where = fixed or place
        return ABSENT_ID if where == ABSENT else self.world.objects[kind][where]


def incoming_act(kind: Kind, key: str, value: str, account: int) -> Incoming:
    number = next(_updates)
    match kind:
        case Kind.COMMAND:
            name, _, prefix = key.partition(" ")
            argument = f"{prefix}_{value}" if prefix else value
            return Incoming(number, account, "Кто-то", "ru", kind, name, argument)
        case Kind.FILE:
            attachment = Attachment(value, value, "document", len(DOCUMENTS[value]))
            return Incoming(number, account, "Кто-то", "ru", kind, attachment=attachment)
        case _:
            return Incoming(number, account, "Кто-то", "ru", kind, value)


def first_key(words: Text | Texts) -> str:
    return words.key if isinstance(words, Text) else first_key(words.parts[0])
