"""Each responsible party of a plan is asked once: whose tasks are its rows? The district remembers."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from bot.domain.access import Action, Place, require
from bot.domain.binding import Binding, Target
from bot.domain.errors import Forbidden, Outdated
from bot.domain.people import Person
from bot.domain.plan import PartyKind
from bot.reading.parties import normalise_party, school_names_match
from storage import Transaction, districts, parties, plans
from storage.districts import Body
from storage.parties import PartyUse, StoredParty
from storage.plans import Plan

# Roles that one finds in every school; the others are people of the district.
_SCHOOL_ROLE = re.compile(
    r"директор|руководител\w* (?:оо|школ|общеобр|образовательн)|завуч|учител|педагог", re.I
)
_COORDINATOR = re.compile(r"координатор", re.I)


@dataclass(frozen=True, slots=True)
class Proposal:
    """What a party probably means. An organisation may be yet to be created under ``name``."""

    target: Target
    name: str = ""  # of the school or the organisation
    school_id: int | None = None


@dataclass(frozen=True, slots=True)
class AskedParty:
    use: PartyUse
    proposal: Proposal | None  # None: nothing can be guessed, a person decides


@dataclass(frozen=True, slots=True)
class Parties:
    plan: Plan
    asked: tuple[AskedParty, ...]
    schools: tuple[Body, ...]
    organisations: tuple[Body, ...]

    @property
    def unbound(self) -> tuple[AskedParty, ...]:
        return tuple(a for a in self.asked if a.use.party.binding is None)


@dataclass(frozen=True, slots=True)
class PartyCard:
    all: Parties
    asked: AskedParty
    number: int  # from 1
    previous_id: int | None
    next_id: int | None

    @classmethod
    def of(cls, found: Parties, party_id: int) -> PartyCard:
        """The card of one of these parties, with its neighbours."""
        ids = [asked.use.party.id for asked in found.asked]
        if party_id not in ids:  # remembered from a plan that was discarded
            raise Outdated
        here = ids.index(party_id)
        return cls(
            all=found,
            asked=found.asked[here],
            number=here + 1,
            previous_id=ids[here - 1] if here else None,
            next_id=ids[here + 1] if here + 1 < len(ids) else None,
        )


async def list_parties(tx: Transaction, actor: Person, district_id: int) -> Parties:
    """Every distinct party of the district's approved plan, with what it probably means."""
    require(actor, Action.BIND_PARTIES, Place(district_id))
    plan = await plans.get_plan_to_bind(tx, district_id)
    if plan is None:
        raise Outdated
    schools = tuple(await districts.list_schools(tx, district_id))
    organisations = tuple(await districts.list_organisations(tx, district_id))
    asked = tuple(
        AskedParty(use, propose(use.party, schools, organisations))
        for use in await parties.list_uses(tx, plan.id)
    )
    return Parties(plan, asked, schools, organisations)


async def see_party(tx: Transaction, actor: Person, party_id: int) -> PartyCard:
    found = await list_parties(tx, actor, (await _get_party(tx, party_id)).district_id)
    return PartyCard.of(found, party_id)


async def bind_party(
    tx: Transaction,
    actor: Person,
    party_id: int,
    target: Target,
    *,
    school_id: int | None = None,
    organisation_id: int | None = None,
) -> Parties:
    """Remember what a party means; a place must be one of the same district."""
    found = await list_parties(tx, actor, (await _get_party(tx, party_id)).district_id)
    if (target is Target.SCHOOL) != (school_id in {s.id for s in found.schools}):
        raise Forbidden
    if (target is Target.ORGANISATION) != (organisation_id in {o.id for o in found.organisations}):
        raise Forbidden
    await parties.bind(tx, {party_id: Binding(target, school_id, organisation_id)})
    return await list_parties(tx, actor, found.plan.district_id)


async def bind_to_new_place(tx: Transaction, actor: Person, party_id: int, target: Target) -> Parties:
    """Create the school or the organisation that the party's words name, and bind to it."""
    party = await _get_party(tx, party_id)
    found = await list_parties(tx, actor, party.district_id)
    if target is Target.SCHOOL:
        await districts.add_schools(tx, party.district_id, [party.text])
        schools = await districts.list_schools(tx, party.district_id)
        school_id = next(school.id for school in schools if school.name == party.text)
        binding = Binding(Target.SCHOOL, school_id)
    else:
        binding = await _organisation(tx, party.district_id, party.text)
    await parties.bind(tx, {party_id: binding})
    return await list_parties(tx, actor, found.plan.district_id)


async def accept_proposal(tx: Transaction, actor: Person, party_id: int) -> Parties:
    card = await see_party(tx, actor, party_id)
    return await _accept(tx, actor, card.all, [card.asked])


async def accept_proposals(tx: Transaction, actor: Person, district_id: int) -> Parties:
    """Take every proposal of the parties that nobody has bound yet."""
    found = await list_parties(tx, actor, district_id)
    return await _accept(tx, actor, found, found.unbound)


async def _accept(tx: Transaction, actor: Person, found: Parties, accepted: Sequence[AskedParty]) -> Parties:
    district_id = found.plan.district_id
    created: dict[str, Binding] = {}
    bindings: dict[int, Binding] = {}
    for asked in accepted:
        match asked.proposal:
            case Proposal(target=Target.ORGANISATION, name=name):
                if name not in created:
                    created[name] = await _organisation(tx, district_id, name)
                bindings[asked.use.party.id] = created[name]
            case Proposal(target=target, school_id=school_id):
                bindings[asked.use.party.id] = Binding(target, school_id)
    await parties.bind(tx, bindings)
    return await list_parties(tx, actor, district_id)


def propose(party: StoredParty, schools: Sequence[Body], organisations: Sequence[Body]) -> Proposal | None:
    """What a party's words probably mean in a district of these schools and organisations."""
    match party.kind:
        case PartyKind.SCHOOLS:
            return Proposal(Target.EVERY_SCHOOL)
        case PartyKind.SCHOOL:
            same = [school for school in schools if school_names_match(school.name, party.text)]
            # Two that fit are no answer: a wrong school would be reminded of another's duty.
            return Proposal(Target.SCHOOL, same[0].name, same[0].id) if len(same) == 1 else None
        case PartyKind.ROLE if _COORDINATOR.search(party.text):
            return Proposal(Target.COORDINATOR)
        case PartyKind.ROLE if _SCHOOL_ROLE.search(party.text):
            return Proposal(Target.EVERY_SCHOOL)
        case _:
            known = (o.name for o in organisations if normalise_party(o.name) == party.key)
            return Proposal(Target.ORGANISATION, next(known, party.text))


async def _organisation(tx: Transaction, district_id: int, name: str) -> Binding:
    organisation_id = await districts.ensure_organisation(tx, district_id, name)
    return Binding(Target.ORGANISATION, organisation_id=organisation_id)


async def _get_party(tx: Transaction, party_id: int) -> StoredParty:
    party = await parties.get_party(tx, party_id)
    if party is None:
        raise Forbidden
    return party
