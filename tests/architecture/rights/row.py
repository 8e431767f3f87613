"""A row of the rights table: one act on a route, and who is let in to whose object.

``let`` names them:

- ``head``: a head of the very place the object belongs to (or any head, where the act names no object);
- ``head*``: a head anywhere in the object's district;
- ``=deputy A1``: this one person only; ``everyone``: whoever is registered; ``anyone``: strangers, too.

All others are refused. ``stale`` says, in the same words, who of them may read «this menu is outdated»
instead. «{task.open}» in an act is tried with each such object and with one that does not exist;
«{school@B1}» is that one object.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

ABSENT = "absent"
ABSENT_ID = 999_999

# Name → (role, place): "A" is a district, "A1" its first school, "A body" its method office.
PEOPLE: Mapping[str, tuple[tuple[str, str], ...]] = {
    "admin": (("admin", ""),),
    "coordinator A": (("coordinator", "A"),),
    "expert A": (("expert", "A"),),
    "methodist A": (("methodist", "A body"),),
    "curator A1": (("curator", "A1"),),
    "head A1": (("head", "A1"),),
    "deputy A1": (("deputy", "A1"),),
    "teacher A1": (("teacher", "A1"),),
    "head A2": (("head", "A2"),),
    "deputy A2": (("deputy", "A2"),),
    "teacher A2": (("teacher", "A2"),),
    "coordinator B": (("coordinator", "B"),),
    "head B1": (("head", "B1"),),
    "deputy B1": (("deputy", "B1"),),
    "teacher B1": (("teacher", "B1"),),
    "two places": (("deputy", "A2"), ("teacher", "B1")),
    "stranger": (),
}

# Which objects of a kind are tried; those of B belong to people to whom A's are foreign.
# «A own» is the coordinator's: of no school and no body.
PLACES: Mapping[str, tuple[str, ...]] = {
    **dict.fromkeys(("district", "plan", "section", "activity", "doubt", "party", "party.other"), ("A",)),
    **dict.fromkeys(("wave.open", "wave.closed", "break"), ("A",)),
    **dict.fromkeys(("consultation", "consultation.booked", "meeting"), ("A",)),
    "pair": ("A1",),
    **dict.fromkeys(("activity.below", "activity.doubted", "doubt.fix", "edit"), ("A",)),
    **dict.fromkeys(("school", "report.draft", "report.sent", "claim", "token", "letter"), ("A1",)),
    **dict.fromkeys(("change", "version", "plan.spare", "event", "event.token"), ("A",)),
    **dict.fromkeys(("meeting.open", "meeting.closed"), ("A1",)),
    **dict.fromkeys(("plan.school", "head", "deputy", "substitution"), ("A1",)),
    "body": ("A body",),
    **dict.fromkeys(("task.accepted", "practice.asked", "practice.published"), ("A1",)),
    "task.open": ("A1", "A body", "A own"),
    "task.waiting": ("A1", "A own"),
    "task.reported": ("A1",),
    "task.refused": ("A1",),
    "task.confirmed": ("A1", "A body"),
}


@dataclass(frozen=True)
class Row:
    route: str  # kind and key, as in the table of routes
    act: str  # what is pressed, typed or sent; of a command its argument
    let: str
    world: str = "live"  # how far the plans of both districts have come
    stale: str = ""
    data: Mapping[str, Any] = field(default_factory=dict)  # of the dialog under way
    state: str = ""  # of that dialog, where it is not the route's own key
    says: str = ""  # an error that those let in may be told, for the object's sake

    @property
    def name(self) -> str:
        return f"{self.route} · {self.act} · {self.world}"

    @property
    def object_kind(self) -> str:
        """What the act is tried on; "" where it names no object."""
        found = re.search(r"\{([\w.]+)\}", f"{self.act} {' '.join(map(str, self.data.values()))}")
        return found[1] if found else ""

    @property
    def places(self) -> tuple[str, ...]:
        return (*PLACES[self.object_kind], ABSENT) if self.object_kind else ("",)

    def cases(self) -> Iterator[tuple[str, str, str]]:
        """(person, place of the object, what is expected: let, stale or refused).

        What does not exist is asked for by those whose role opens such objects; the role alone stops
        the others, whatever they ask for.
        """
        for place in self.places:
            for person in PEOPLE:
                if place == ABSENT and not _fits(self.let, person, ""):
                    continue
                let = _fits(self.let, person, place) and (place != ABSENT)
                told = "stale" if _fits(self.stale, person, place) else "refused"
                yield person, place, "let" if let else told


def _fits(who: str, person: str, place: str) -> bool:
    if who.startswith("="):
        return person == who[1:]
    words = who.split()
    if "anyone" in words or ("everyone" in words and PEOPLE[person]):
        return True
    return any(_stands(word, role, own, place) for word in words for role, own in PEOPLE[person])


def _stands(word: str, role: str, own: str, place: str) -> bool:
    if word.rstrip("*") != role:
        return False
    if not place or role == "admin":
        return True
    return own[:1] == place[:1] if word.endswith("*") else own == place


def presses(let: str, *acts: str, world: str = "live", stale: str = "") -> tuple[Row, ...]:
    """Buttons that let in the same people: each act is a press of its own route."""
    return tuple(Row(f"press {act.partition(':')[0]}", act, let, world, stale) for act in acts)
