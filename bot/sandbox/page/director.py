"""Who is behind the page: the one that knows the cast and moves the clock."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import timedelta
from typing import TYPE_CHECKING, Protocol

from bot.sandbox.clock import SandboxClock
from bot.sandbox.world import World

if TYPE_CHECKING:
    from bot.sandbox.page.guide import Guide


class Director(Protocol):
    """``zone``: the IANA name of the zone in which the page shows time.

    ``ready``: False while the stage is being set, when nobody should act yet.
    ``controls``: what ``do`` takes, of "day", "week", "next", "play" and "reset"; the page shows a button for
    each. "play" is a short step; the page repeats it until the bot has written to somebody.
    ``guide``: what a newcomer may try, if there is anything to try.
    """

    zone: str
    ready: bool
    controls: Sequence[str]
    guide: Guide | None

    def notes(self) -> Mapping[str, str]:
        """A person's name → who that is, in one or two words; the main ones first."""
        ...

    async def do(self, control: str) -> None:
        """Returns when the bot has done all that became due. ValueError for an unknown control."""
        ...


_STEPS = {"day": timedelta(days=1), "week": timedelta(weeks=1)}


class Bystander:
    """Of a sandbox that stands alone: moves its clock and knows nobody."""

    zone = "UTC"
    ready = True
    controls: Sequence[str] = tuple(_STEPS)
    guide: Guide | None = None

    def __init__(self, world: World) -> None:
        self._world = world

    def notes(self) -> Mapping[str, str]:
        return {}

    async def do(self, control: str) -> None:
        clock = self._world.clock
        if control not in _STEPS or not isinstance(clock, SandboxClock):
            raise ValueError(f"this clock knows no «{control}»")
        clock.move(_STEPS[control])
        self._world.state.changes.announce()
