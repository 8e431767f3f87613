"""A bad day at the flip of a switch: what each one does to the bot's calls or to the page."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from bot.sandbox.faults import Faults

PICTURE = "picture"
"""The name under which the page asks for a fault before it shows a photo."""

_WRITES = ("sendMessage", "sendPhoto", "sendDocument", "editMessageText", "editMessageMedia")
_SLOW = 1.5  # real seconds
_PAUSE = 2  # seconds that a 429 asks for

SWITCHES: Mapping[str, tuple[Mapping[str, Any], ...]] = {
    "pictures": ({"method": PICTURE, "status": 503},),
    "busy": tuple({"method": method, "retry_after": _PAUSE, "chance": 0.5} for method in _WRITES),
    "slow": tuple({"method": method, "delay": _SLOW} for method in (*_WRITES, PICTURE)),
}
"""The arguments of Faults.add that belong to each switch.

A call is hit by the first fault that strikes and by no other: whatever answers stands before what delays.
"""


class Switchboard:
    """Owns all faults of the sandbox as soon as a switch is turned."""

    def __init__(self, faults: Faults) -> None:
        self._faults = faults
        self.on: frozenset[str] = frozenset()

    def turn(self, names: Iterable[str]) -> None:
        """Exactly these are on from now. KeyError for an unknown one."""
        wanted = frozenset(names)
        if unknown := wanted - SWITCHES.keys():
            raise KeyError(*unknown)
        self._faults.clear()
        for name, faults in SWITCHES.items():
            for fault in faults if name in wanted else ():
                self._faults.add(**fault, times=None)
        self.on = wanted
