"""What a responsible party probably means in a district. A proposal is shown and accepted, never applied."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from bot.domain.binding import Target
from bot.domain.plan import PartyKind
from bot.reading.parties import is_person, school_names_match
from bot.reading.party_keys import LEADERS, party_key
from bot.reading.party_likeness import parties_alike, schools_meant
from storage.districts import Body
from storage.parties import PartyUse, StoredParty

EVERY_SCHOOL_KEY = party_key("ОО")
COORDINATOR_KEY = party_key("координатор")


@dataclass(frozen=True, slots=True)
class Proposal:
    """What a party probably means. An organisation may be yet to be created under ``name``.

    A cluster is proposed without its schools: those a person chooses.
    """

    target: Target | None  # None: the same as another party
    name: str = ""  # of the school, the organisation or the other party
    school_id: int | None = None
    same_as_id: int | None = None

    @property
    def complete(self) -> bool:
        """It can be accepted as it stands."""
        return self.target is not Target.CLUSTER


@dataclass(frozen=True, slots=True)
class District:
    """What of a district tells what its parties mean."""

    schools: Sequence[Body]
    organisations: Sequence[Body]
    parties: Sequence[PartyUse]  # all that it remembers


def propose_all(uses: Iterable[PartyUse], district: District) -> dict[int, Proposal]:
    """The proposals for those not bound yet, by party.

    A party may be the same as one that is bound, or as one of these that stands in more rows or says more.
    """
    bound = [use.party for use in district.parties if use.party.binding]
    proposals: dict[int, Proposal] = {}
    unbound = [use for use in uses if use.party.binding is None]
    for use in sorted(unbound, key=lambda use: (-use.rows, -len(use.party.key), use.party.id)):
        proposal = propose(use.party, district, bound)
        if proposal:
            proposals[use.party.id] = proposal
        if not (proposal and proposal.same_as_id):
            bound.append(use.party)
    return proposals


def propose(party: StoredParty, district: District, others: Sequence[StoredParty] = ()) -> Proposal | None:
    """None: nothing can be supposed, a person decides."""
    if party.kind is PartyKind.SCHOOL:
        same = [school for school in district.schools if school_names_match(school.name, party.text)]
        # Two that fit are no answer: a wrong school would be reminded of another's duty.
        return Proposal(Target.SCHOOL, same[0].name, same[0].id) if len(same) == 1 else None
    schools = schools_meant(party.key) if party.kind in (PartyKind.SCHOOLS, PartyKind.ROLE) else None
    if schools is not None and not schools:
        return Proposal(Target.EVERY_SCHOOL)
    if party.key == COORDINATOR_KEY:
        return Proposal(Target.COORDINATOR)
    if other := _same(party, others, schools):
        return Proposal(None, other.text, same_as_id=other.id)
    if schools:
        return Proposal(Target.CLUSTER)
    if party.kind is PartyKind.UNKNOWN or party.key in LEADERS or is_person(party.text):
        return None
    known = [o.name for o in district.organisations if parties_alike(party_key(o.name), party.key)]
    return Proposal(Target.ORGANISATION, known[0] if len(known) == 1 else party.text)


def _same(
    party: StoredParty, others: Sequence[StoredParty], schools: frozenset[str] | None
) -> StoredParty | None:
    """The one other party that this one probably is."""
    alike = [
        other
        for other in others
        if other.kind is not PartyKind.SCHOOL
        and (schools_meant(other.key) == schools if schools else parties_alike(party.key, other.key))
    ]
    return alike[0] if len(alike) == 1 else None
