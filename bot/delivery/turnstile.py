"""How much of one person may wait at a time; what comes beyond that is not let in."""

from __future__ import annotations

from collections import Counter

# Updates that wait to be carried out or answered. Answers leave once a second, so that nobody has use for
# more; and a flood kept whole would fill the memory.
MOST_WAITING = 50


class Turnstile:
    def __init__(self) -> None:
        self._inside = Counter[int]()  # by account
        self._refused: set[int] = set()

    def enter(self, account_id: int) -> bool:
        if self._inside[account_id] >= MOST_WAITING:
            return False
        self._inside[account_id] += 1
        return True

    def leave(self, account_id: int) -> None:
        self._inside[account_id] -= 1
        if not self._inside[account_id]:
            del self._inside[account_id]
            self._refused.discard(account_id)

    def refuses_first(self, account_id: int) -> bool:
        """Whether this person was not refused yet since all of theirs was answered: then they are told."""
        first = account_id not in self._refused
        self._refused.add(account_id)
        return first
