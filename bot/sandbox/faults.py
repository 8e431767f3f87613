"""Faults on demand: what the network and Telegram's servers do on a bad day, repeatable by seed."""

from __future__ import annotations

import random
from dataclasses import dataclass
from typing import Literal

When = Literal["before", "after"]
ANY = "*"


@dataclass
class Fault:
    """``when`` decides whether the call is carried out: a fault «after» strikes once it is.

    ``delay`` in real seconds (``inf``: half-open, never answered); then one of: ``drop`` the connection,
    ``garbage`` instead of JSON, or an error answer with ``status``. ``times`` None: for ever.
    """

    method: str = ANY
    times: int | None = 1
    chance: float = 1.0
    when: When = "before"
    delay: float = 0.0
    drop: bool = False
    garbage: bool = False
    status: int = 0
    description: str = ""
    retry_after: int = 0


class Faults:
    def __init__(self, seed: int) -> None:
        self._random = random.Random(seed)  # noqa: S311 — repeatable on purpose
        self._active: list[Fault] = []

    def add(
        self,
        method: str = ANY,
        *,
        times: int | None = 1,
        chance: float = 1.0,
        when: When = "before",
        delay: float = 0.0,
        drop: bool = False,
        garbage: bool = False,
        status: int = 0,
        description: str = "",
        retry_after: int = 0,
    ) -> Fault:
        """The next ``times`` calls of ``method`` are hit with probability ``chance``, in order of adding."""
        if retry_after:
            status = status or 429
            description = description or f"Too Many Requests: retry after {retry_after}"
        fault = Fault(
            method.lower(), times, chance, when, delay, drop, garbage, status, description, retry_after
        )
        self._active.append(fault)
        return fault

    def clear(self) -> None:
        self._active.clear()

    def take(self, method: str) -> Fault | None:
        """The fault that strikes this call, used up by one."""
        for fault in self._active:
            if fault.method in (ANY, method) and self._random.random() < fault.chance:
                if fault.times is not None:
                    fault.times -= 1
                    if not fault.times:
                        self._active.remove(fault)
                return fault
        return None
