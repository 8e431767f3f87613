"""What a person finds on coming home: how much waits for them."""

from __future__ import annotations

from dataclasses import dataclass

from bot.domain.access import Action, Place, require
from bot.domain.people import Person, Role
from storage import Transaction
from storage.home import count_waiting


@dataclass(frozen=True, slots=True)
class Waiting:
    """Counts for the menu's badges."""

    my_tasks: int = 0  # to be reported by this person
    to_confirm: int = 0  # reported, waiting for this head
    to_accept: int = 0  # confirmed, waiting for this coordinator
    surveys: int = 0  # open waves this teacher has not sent yet


async def look_around(tx: Transaction, actor: Person) -> Waiting:
    require(actor, Action.USE_MENU, Place())
    return Waiting(
        **await count_waiting(
            tx,
            person_id=actor.id,
            doer_schools=actor.schools(Role.HEAD, Role.DEPUTY),
            organisations=tuple(m.organisation_id for m in actor.memberships if m.organisation_id),
            head_schools=actor.schools(Role.HEAD),
            districts=actor.districts(Role.COORDINATOR),
        )
    )
