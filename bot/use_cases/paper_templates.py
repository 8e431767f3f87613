"""The forms of a district's papers: ours, or its own."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from bot.domain.access import Action, Place, require
from bot.domain.paper_kinds import PaperKind
from bot.domain.people import Person
from storage import Transaction, paper_templates


@dataclass(frozen=True, slots=True)
class Templates:
    district_id: int
    own: Mapping[PaperKind, str]  # where the district has its own, the hash of the file


async def see_templates(tx: Transaction, actor: Person, district_id: int) -> Templates:
    require(actor, Action.EDIT_TEMPLATES, Place(district_id))
    return Templates(district_id, await paper_templates.list_templates(tx, district_id))


async def use_template(
    tx: Transaction, actor: Person, district_id: int, kind: PaperKind, content_hash: str, *, now: datetime
) -> Templates:
    """Papers of this kind are made by a file that was checked before."""
    require(actor, Action.EDIT_TEMPLATES, Place(district_id))
    await paper_templates.set_template(tx, district_id, kind, content_hash, sent_by=actor.id, now=now)
    return await see_templates(tx, actor, district_id)


async def use_ours(tx: Transaction, actor: Person, district_id: int, kind: PaperKind) -> Templates:
    require(actor, Action.EDIT_TEMPLATES, Place(district_id))
    await paper_templates.remove_template(tx, district_id, kind)
    return await see_templates(tx, actor, district_id)
