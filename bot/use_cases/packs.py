"""What a coordinator does with questionnaires: look at them, add the district's own."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from bot.domain.access import Action, Place, require
from bot.domain.errors import DomainError
from bot.domain.people import Person
from bot.domain.surveys import Questionnaire
from bot.questionnaires.packs import Pack, package_packs
from bot.use_cases.questionnaires import find_pack, list_packs
from storage import Transaction, packs


@dataclass(frozen=True, slots=True)
class PackList:
    district_id: int
    questionnaires: tuple[Questionnaire, ...]  # the package's, then the district's own


async def see_packs(tx: Transaction, actor: Person, district_id: int) -> PackList:
    require(actor, Action.RUN_WAVE, Place(district_id))
    found = await list_packs(tx, district_id)
    return PackList(district_id, tuple(pack.questionnaire for pack in found))


async def see_pack(tx: Transaction, actor: Person, *, district_id: int, code: str) -> Questionnaire:
    """Raises Outdated for one that the district has not."""
    require(actor, Action.RUN_WAVE, Place(district_id))
    return (await find_pack(tx, district_id, code)).questionnaire


async def add_pack(tx: Transaction, actor: Person, *, district_id: int, pack: Pack, now: datetime) -> None:
    """Make it the district's; waves that are open keep the version that they began with.

    Raises DomainError for a code of the package's own and for a version that is not higher than the last.
    """
    require(actor, Action.RUN_WAVE, Place(district_id))
    new = pack.questionnaire
    if new.code in package_packs():
        raise DomainError("error-pack-code", code=new.code)
    last = await packs.get_last_version(tx, district_id, new.code)
    if new.version > last:
        await packs.keep_pack(tx, pack.hash, pack.source)
        if await packs.add_district_pack(
            tx, district_id, pack=pack.hash, code=new.code, version=new.version, added_by=actor.id, now=now
        ):
            return
    raise DomainError("error-pack-version", code=new.code, last=str(last))
