"""A coordinator says on which days the people of a district are reminded."""

from __future__ import annotations

from collections.abc import Callable

from bot.domain.access import Action, Place, require
from bot.domain.ladder import USUAL, LadderKind, Ladders, Rung, Threshold
from bot.domain.people import Person
from storage import Transaction
from storage.ladders import get_ladders, set_ladders


async def see_ladders(tx: Transaction, actor: Person, district_id: int) -> Ladders:
    require(actor, Action.SET_REMINDERS, Place(district_id))
    return await get_ladders(tx, district_id)


async def turn_rung(
    tx: Transaction, actor: Person, district_id: int, kind: LadderKind, rung: Rung
) -> Ladders:
    """Put a rung in or take it out; the last one stays."""
    return await _change(tx, actor, district_id, lambda ladders: ladders.turned(kind, rung))


async def move_threshold(
    tx: Transaction, actor: Person, district_id: int, threshold: Threshold, days: int
) -> Ladders:
    return await _change(tx, actor, district_id, lambda ladders: ladders.moved(threshold, days))


async def make_usual(tx: Transaction, actor: Person, district_id: int) -> Ladders:
    return await _change(tx, actor, district_id, lambda _: USUAL)


async def _change(
    tx: Transaction, actor: Person, district_id: int, change: Callable[[Ladders], Ladders]
) -> Ladders:
    changed = change(await see_ladders(tx, actor, district_id))
    await set_ladders(tx, district_id, changed)
    return changed
