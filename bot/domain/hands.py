"""In whose hands a task of a place is, where its people have said so."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from bot.domain.people import Membership, Role
from bot.domain.reminders import Part, part_in
from bot.domain.tasks import Task

MAX_WHY = 200  # characters


class Standing(StrEnum):
    """What is said of a person and a task of their place."""

    REFUSED = "refused"  # «не моё»: whoever decides has not decided yet
    RELEASED = "released"  # … has agreed
    GIVEN = "given"  # theirs by name; nobody else of the place is reminded to do it


@dataclass(frozen=True, slots=True)
class Refusal:
    """A task that a person says is not theirs, as whoever decides on it reads it."""

    task_id: int
    district_id: int
    school_id: int | None
    number: str
    title: str
    place: str  # the school or the body
    person_id: int
    who: str
    why: str
    on: date  # local
    by_head: bool
    has_head: bool  # the school has a head whom messages reach

    def is_for(self, memberships: Collection[Membership], person_id: int) -> bool:
        """A head decides on what the school's people refuse, the coordinator where no head can."""
        if self.person_id == person_id:
            return False
        return any(
            (m.role is Role.HEAD and m.school_id == self.school_id and self.school_id is not None)
            or (m.role is Role.COORDINATOR and m.district_id == self.district_id and self._is_coordinators)
            for m in memberships
        )

    @property
    def _is_coordinators(self) -> bool:
        return self.school_id is None or self.by_head or not self.has_head


def part_of(
    person_id: int,
    memberships: Collection[Membership],
    task: Task,
    *,
    deputies: Collection[int],
    standings: Mapping[int, Standing],
) -> Part | None:
    """What a person has to do with a task.

    ``deputies``: those of its school whom messages reach; ``standings``: person → what is said of them and
    this task.
    """
    own = standings.get(person_id)
    if own in (Standing.REFUSED, Standing.RELEASED):
        return None
    at_work = {deputy for deputy in deputies if standings.get(deputy) in (None, Standing.GIVEN)}
    staffed = {task.school_id} if at_work and task.school_id is not None else ()
    part = part_in(memberships, task, staffed)
    if own is Standing.GIVEN:
        return part and Part.DO
    if Standing.GIVEN in standings.values():  # somebody else has it
        is_head = any(m.role is Role.HEAD and m.school_id == task.school_id for m in memberships)
        return Part.WATCH if part and is_head and task.school_id is not None else None
    return part
