"""The parties that a district has met: new ones are noted, known ones found however they are written."""

from __future__ import annotations

from collections.abc import Sequence

from bot.domain.plan import Party
from bot.reading.party_keys import party_key
from storage import Transaction, parties


async def remember_parties(tx: Transaction, district_id: int, found: Sequence[Party]) -> dict[str, int]:
    """The id of each text in the district's memory; of new parties the first text is kept."""
    first_met = {party_key(party.text): party for party in reversed(found)}
    ids = await parties.remember_parties(tx, district_id, first_met)
    return {party.text: ids[party_key(party.text)] for party in found}
