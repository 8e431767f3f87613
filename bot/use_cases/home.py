"""What a person finds on coming home: how much waits for them, and where."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from bot.domain.access import Action, Place, require
from bot.domain.people import Person, Role
from storage import Transaction
from storage.home import count_waiting
from storage.places import name_districts, name_schools

# Who answers for a school as a whole.
FOLLOWERS = (Role.HEAD, Role.DEPUTY, Role.CURATOR)


@dataclass(frozen=True, slots=True)
class Waiting:
    """Counts for the menu's badges, and the names that tell one place of a person from another."""

    my_tasks: int = 0  # to be reported by this person
    to_confirm: int = 0  # reported, waiting for this head
    to_accept: int = 0  # confirmed, waiting for this coordinator
    surveys: int = 0  # open waves this teacher has not sent yet
    districts: Mapping[int, str] = field(default_factory=dict)  # empty where the person has one
    schools: Mapping[int, str] = field(default_factory=dict)  # likewise


async def look_around(tx: Transaction, actor: Person) -> Waiting:
    require(actor, Action.USE_MENU, Place())
    districts, schools = actor.districts(), actor.schools(*FOLLOWERS)
    return Waiting(
        districts=await name_districts(tx, districts) if len(districts) > 1 else {},
        schools=await name_schools(tx, schools) if len(schools) > 1 else {},
        **await count_waiting(
            tx,
            person_id=actor.id,
            doer_schools=actor.schools(Role.HEAD, Role.DEPUTY),
            organisations=tuple(m.organisation_id for m in actor.memberships if m.organisation_id),
            head_schools=actor.schools(Role.HEAD),
            districts=actor.districts(Role.COORDINATOR),
        ),
    )
