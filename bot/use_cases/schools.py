"""The schools of a district, added as a pasted list."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import datetime

from bot.domain.access import Action, Place, require
from bot.domain.errors import DomainError
from bot.domain.people import Person
from bot.reading.parties import normalise_party
from bot.use_cases.launch import extend_to_new_schools
from storage import Transaction, districts, parties, plans
from storage.districts import Body

MAX_SCHOOLS = 200  # in a district; the largest of Russia has fewer
MAX_SCHOOL_NAME = 200  # full official names are long

# «1.», «2)», «- », «• » before a name; a name may itself begin with a number («1-я гимназия»).
_LIST_MARK = re.compile(r"^\s*(?:\d{1,3}[.)](?!\d)|[-–—•*·])\s*")


@dataclass(frozen=True, slots=True)
class Schools:
    district_id: int
    schools: tuple[Body, ...]
    unbound: int  # parties of an approved plan that wait to be bound
    unbound_plan: int  # that plan's id; 0 where none waits


@dataclass(frozen=True, slots=True)
class Added:
    new: int
    known: int  # lines that named a school the district had already
    tasks: int  # new schools of a live plan get their tasks at once
    district_id: int


async def see_schools(tx: Transaction, actor: Person, district_id: int) -> Schools:
    require(actor, Action.EDIT_SCHOOLS, Place(district_id))
    plan = await plans.get_plan_to_bind(tx, district_id)
    return Schools(
        district_id,
        tuple(await districts.list_schools(tx, district_id)),
        await parties.count_unbound(tx, plan.id) if plan else 0,
        plan.id if plan else 0,
    )


async def add_schools(
    tx: Transaction, actor: Person, *, district_id: int, pasted: str, now: datetime
) -> Added:
    require(actor, Action.EDIT_SCHOOLS, Place(district_id))
    names = parse_school_names(pasted)
    known = {normalise_party(school.name) for school in await districts.list_schools(tx, district_id)}
    new = [name for name in names if normalise_party(name) not in known]
    if len(known) + len(new) > MAX_SCHOOLS:
        raise DomainError("error-schools-many", max=MAX_SCHOOLS)
    await districts.add_schools(tx, district_id, new)
    tasks = await extend_to_new_schools(tx, district_id, person_id=actor.id, now=now) if new else 0
    return Added(len(new), len(names) - len(new), tasks, district_id)


def parse_school_names(pasted: str) -> list[str]:
    """One name a line, without the list's own marks; a name that comes twice is taken once."""
    names: dict[str, str] = {}
    for number, line in enumerate(pasted.splitlines(), start=1):
        name = " ".join(_LIST_MARK.sub("", line).rstrip(" ;,").split())
        if len(name) > MAX_SCHOOL_NAME:
            raise DomainError("error-school-long", line=number, max=MAX_SCHOOL_NAME)
        if name:
            names.setdefault(normalise_party(name), name)
    if not names:
        raise DomainError("error-schools-none")
    return list(names.values())
