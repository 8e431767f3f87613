"""The questionnaires that a district may ask: the package's and its own; a wave keeps what it began with."""

from __future__ import annotations

from collections.abc import Collection

from bot.domain.errors import Outdated
from bot.domain.surveys import Questionnaire
from bot.questionnaires.packs import Pack, package_packs, parse_pack
from storage import Transaction, packs


async def list_packs(tx: Transaction, district_id: int) -> list[Pack]:
    """What the district may ask: the package's, then its own, the latest version of each."""
    own = [Pack(source, parse_pack(source)) for source in await packs.list_district_sources(tx, district_id)]
    return [*package_packs().values(), *own]


async def find_pack(tx: Transaction, district_id: int, code: str) -> Pack:
    """Raises Outdated for one that the district has not, or has no more."""
    for pack in await list_packs(tx, district_id):
        if pack.questionnaire.code == code:
            return pack
    raise Outdated


async def pin_pack(tx: Transaction, district_id: int, code: str) -> str:
    """Keep the pack as it is now, for a wave that begins; its hash."""
    pack = await find_pack(tx, district_id, code)
    await packs.keep_pack(tx, pack.hash, pack.source)
    return pack.hash


async def get_questionnaire(tx: Transaction, pack: str) -> Questionnaire:
    """What a wave is asked and read with, whatever became of the pack since."""
    return parse_pack(await packs.get_source(tx, pack))


async def list_questionnaires(tx: Transaction, hashes: Collection[str]) -> dict[str, Questionnaire]:
    """By the hashes of their packs."""
    return {pack: parse_pack(source) for pack, source in (await packs.list_sources(tx, hashes)).items()}
