"""Who somebody is for Vekhi: a person with memberships, each a role in a place."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum

from bot.domain.errors import DomainError


class Role(StrEnum):
    ADMIN = "admin"
    COORDINATOR = "coordinator"
    CURATOR = "curator"
    EXPERT = "expert"
    METHODIST = "methodist"
    HEAD = "head"
    DEPUTY = "deputy"
    TEACHER = "teacher"


SCHOOL_ROLES = (Role.HEAD, Role.DEPUTY, Role.TEACHER, Role.CURATOR)
DISTRICT_ROLES = (Role.COORDINATOR, Role.EXPERT)

# Many teachers open one link; everybody else gets a link of their own.
INVITE_USES = {Role.TEACHER: 100}
INVITE_DAYS = 30

MAX_NAME = 120


def checked_name(raw: str) -> str:
    """The name of a person or a place as others will read it; raises on an empty or endless one."""
    name = " ".join(raw.split())
    if not name or len(name) > MAX_NAME:
        raise DomainError("error-name", max=MAX_NAME)
    return name


@dataclass(frozen=True, slots=True)
class Membership:
    role: Role
    district_id: int | None = None  # None for the admin, who serves every district
    school_id: int | None = None
    organisation_id: int | None = None
    until: datetime | None = None  # of one who stands in for another: from then on it counts no more

    @property
    def acting(self) -> bool:
        return self.until is not None


@dataclass(frozen=True, slots=True)
class Person:
    id: int
    account_id: int  # the messenger's own id of the person
    name: str
    language: str
    memberships: tuple[Membership, ...] = ()
    reachable: bool = True  # False after the messenger said that the person blocked the bot or is gone
    dark_charts: bool = False  # wants pictures on dark paper

    def at(self, now: datetime) -> Person:
        """The person with what still counts at ``now``."""
        counting = tuple(m for m in self.memberships if m.until is None or now < m.until)
        return replace(self, memberships=counting)

    @property
    def roles(self) -> frozenset[Role]:
        return frozenset(m.role for m in self.memberships)

    def districts(self, *roles: Role) -> tuple[int, ...]:
        """Districts in which the person has one of ``roles`` (any role when none is named)."""
        found = [m.district_id for m in self.memberships if m.district_id and (not roles or m.role in roles)]
        return tuple(dict.fromkeys(found))

    def schools(self, *roles: Role) -> tuple[int, ...]:
        """Schools in which the person has one of ``roles`` (any role when none is named)."""
        found = [m.school_id for m in self.memberships if m.school_id and (not roles or m.role in roles)]
        return tuple(dict.fromkeys(found))
