"""The review of a plan's responsible parties, as the coordinator sees it."""

from __future__ import annotations

from pathlib import Path

from bot.domain.binding import Target
from storage import Storage, parties
from storage.parties import PartyUse
from tests.factories import Shown
from tests.handlers.road_maps import Town, make_town, with_plan


async def approved(
    storage: Storage, folder: Path, *schools: str, rows: tuple[tuple[str, ...], ...] = ()
) -> Town:
    town = await make_town(storage, folder, *schools)
    await approve(storage, town, *rows)
    return town


async def approve(storage: Storage, town: Town, *rows: tuple[str, ...]) -> int:
    plan = await with_plan(storage, town, *rows)
    await town.press(f"plan-approve-all:{plan}")
    return plan


async def uses(storage: Storage, plan: int = 1) -> dict[str, PartyUse]:
    async with storage.read() as tx:
        return {use.party.text: use for use in await parties.list_uses(tx, plan)}


async def bindings(storage: Storage, plan: int = 1) -> dict[str, tuple[Target | None, str]]:
    found = (await uses(storage, plan)).values()
    return {
        use.party.text: (use.party.binding.target if use.party.binding else None, use.party.place)
        for use in found
    }


class Asked:
    """The coordinator's screens, one press after another."""

    def __init__(self, town: Town) -> None:
        self.town = town
        self.shown: Shown

    async def open(self, value: str) -> Asked:
        self.shown = await self.town.chat.press(self.town.coordinator, value)
        return self

    async def press(self, label: str) -> Asked:
        (value,) = (press for shown, press in self.shown.presses.items() if shown.startswith(label))
        return await self.open(value)

    @property
    def lines(self) -> list[str]:
        return self.shown.text.splitlines()
