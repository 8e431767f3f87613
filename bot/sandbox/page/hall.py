"""What all open chat pages have in common."""

from __future__ import annotations

from bot.sandbox.chats import Person
from bot.sandbox.page.director import Director
from bot.sandbox.page.switches import Switchboard
from bot.sandbox.world import World


class Hall:
    """``read``: person id → the newest message that an open page has shown to that person."""

    def __init__(self, world: World, director: Director) -> None:
        self.world = world
        self.director = director
        self.switchboard = Switchboard(world.faults)
        self.read: dict[int, int] = {}

    def people(self) -> list[Person]:
        """The director's main people in his order, then everybody else in theirs."""
        ranks = {name: rank for rank, name in enumerate(self.director.notes())}
        return sorted(self.world.state.people.values(), key=lambda p: ranks.get(p.name, len(ranks)))

    def mark_read(self) -> None:
        """Everything so far has been seen by everybody."""
        for person_id in self.world.state.people:
            self.read[person_id] = max(self.world.state.chats[person_id].messages, default=0)
