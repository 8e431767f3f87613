"""What the words of a responsible party mean in a district: every school, one place, or nobody."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum


class Target(StrEnum):
    EVERY_SCHOOL = "every_school"
    CLUSTER = "cluster"  # some of the schools, chosen one by one
    SCHOOL = "school"
    ORGANISATION = "organisation"
    COORDINATOR = "coordinator"
    NOBODY = "nobody"  # named in the plan, but not followed up here


@dataclass(frozen=True, slots=True)
class Binding:
    target: Target
    school_id: int | None = None
    organisation_id: int | None = None
    cluster: tuple[int, ...] = ()  # the chosen schools, in the order of their ids

    @property
    def named_schools(self) -> tuple[int, ...]:
        """The schools that the party names, be it one or a cluster."""
        return self.cluster if self.school_id is None else (self.school_id,)


@dataclass(frozen=True, slots=True, order=True)
class Assignee:
    """Whose a task is: a school's, an organisation's, or (neither) the coordinator's own."""

    school_id: int | None = None
    organisation_id: int | None = None

    @property
    def word(self) -> str:
        """One word for the place, since NULLs never collide in a unique key: s12, o3, c."""
        if self.school_id is not None:
            return f"s{self.school_id}"
        return "c" if self.organisation_id is None else f"o{self.organisation_id}"


COORDINATOR = Assignee()


def assignees(bindings: Sequence[Binding], schools: Collection[int]) -> tuple[Assignee, ...]:
    """Who gets a task of a row whose parties mean ``bindings`` (docs/decisions/0003-fan-out.md).

    The first party that is followed up is accountable; the others are co-executors and get none. Of
    several schools named in one row each gets its own. A row in the name of nobody is the coordinator's.
    """
    followed = [b for b in bindings if b.target is not Target.NOBODY]
    if not followed:
        return (COORDINATOR,)
    match followed[0].target:
        case Target.EVERY_SCHOOL:
            return tuple(Assignee(school_id=school) for school in sorted(schools))
        case Target.SCHOOL | Target.CLUSTER:
            return tuple(Assignee(school_id=school) for school in _named_schools(followed))
        case Target.ORGANISATION:
            return (Assignee(organisation_id=followed[0].organisation_id),)
        case _:
            return (COORDINATOR,)


def _named_schools(bindings: Iterable[Binding]) -> tuple[int, ...]:
    return tuple(dict.fromkeys(school for b in bindings for school in b.named_schools))
