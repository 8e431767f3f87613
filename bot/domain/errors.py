"""What can go wrong for a person: a key of the catalogue and its arguments, never a sentence."""

from __future__ import annotations

from typing import Any


class DomainError(Exception):
    """Bad input or a refused action; shown as one clear sentence that says what to do next."""

    def __init__(self, key: str, **args: Any) -> None:
        super().__init__(key, args)
        self.key = key
        self.args_for_words = args


class Forbidden(DomainError):
    """The actor may not do this to this object. Absent and foreign objects answer alike."""

    def __init__(self, key: str = "error-forbidden") -> None:
        super().__init__(key)


class Outdated(DomainError):
    """The pressed menu speaks of a state that has passed; the fresh one is shown instead."""

    def __init__(self) -> None:
        super().__init__("error-outdated")
