"""The menu of one who has several places: each place's button says its own name."""

from __future__ import annotations

from pathlib import Path

from bot.clock import SimulatedClock
from bot.domain.people import Membership, Role
from storage import Storage
from storage.people import add_membership
from tests.school_life import MONDAY, District, Office


async def test_a_curator_of_two_districts_tells_them_apart(sqlite_storage: Storage, tmp_path: Path) -> None:
    here = await District(sqlite_storage, SimulatedClock(MONDAY)).found()
    there = await District(sqlite_storage, here.clock).found("Сосновский район")
    lyceum = await there.add_school("Лицей")
    curator = await here.add(Role.CURATOR)
    chat = Office(sqlite_storage, tmp_path, here.clock).chat(curator)
    await chat.press("home")
    assert {"Карточка школы", "Методическая работа"} <= chat.buttons.keys()
    async with sqlite_storage.begin() as tx:
        also = Membership(Role.CURATOR, there.id, lyceum)
        await add_membership(tx, curator.id, also, now=MONDAY)
    await chat.press("home")
    assert chat.buttons["Методработа: Берёзовский район"] == f"method-work:{here.id}"
    assert chat.buttons["Методработа: Сосновский район"] == f"method-work:{there.id}"
    assert chat.buttons["Карточка: Лицей"] == f"school:{lyceum}"
