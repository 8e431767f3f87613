"""Each responsible party is asked about once: whose tasks are its rows? The district remembers."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from bot.domain.access import Action, Place, require
from bot.domain.binding import Binding, Target
from bot.domain.errors import Forbidden, Outdated
from bot.domain.people import Person
from bot.domain.plan import PlanStatus
from bot.use_cases.plans import get_plan
from bot.use_cases.proposals import District, Proposal, propose_all
from storage import Transaction, districts, parties
from storage.districts import Body
from storage.parties import PartyUse, StoredParty
from storage.plans import Plan

EVERYWHERE = 0  # instead of a plan's id: all parties of the district


@dataclass(frozen=True, slots=True)
class AskedParty:
    use: PartyUse
    proposal: Proposal | None  # None: nothing can be guessed, a person decides


@dataclass(frozen=True, slots=True)
class Parties:
    """The parties of a plan that waits to be launched, or all that a district remembers."""

    district_id: int
    plan: Plan | None
    asked: tuple[AskedParty, ...]
    schools: tuple[Body, ...]
    organisations: tuple[Body, ...]
    recognised: int  # of the plan's parties: known from other plans

    @property
    def plan_id(self) -> int:
        return self.plan.id if self.plan else EVERYWHERE

    @property
    def unbound(self) -> tuple[AskedParty, ...]:
        return tuple(a for a in self.asked if a.use.party.binding is None)

    @property
    def acceptable(self) -> tuple[AskedParty, ...]:
        return tuple(a for a in self.unbound if a.proposal and a.proposal.complete)


@dataclass(frozen=True, slots=True)
class PartyCard:
    all: Parties
    asked: AskedParty
    number: int  # from 1
    previous_id: int | None
    next_id: int | None
    others: tuple[StoredParty, ...]  # that it may be the same as

    @property
    def party(self) -> StoredParty:
        return self.asked.use.party

    @classmethod
    def of(cls, found: Parties, party_id: int) -> PartyCard:
        """The card of one of these parties, with its neighbours."""
        ids = [asked.use.party.id for asked in found.asked]
        if party_id not in ids:  # remembered from a plan that was discarded, or united with another
            raise Outdated
        here = ids.index(party_id)
        return cls(
            all=found,
            asked=found.asked[here],
            number=here + 1,
            previous_id=ids[here - 1] if here else None,
            next_id=ids[here + 1] if here + 1 < len(ids) else None,
            others=tuple(asked.use.party for asked in found.asked if asked.use.party.id != party_id),
        )


async def list_plan_parties(tx: Transaction, actor: Person, plan_id: int) -> Parties:
    """Every distinct party of a plan that is approved or corrects a live one; the new ones first."""
    plan = await get_plan(tx, actor, plan_id, Action.BIND_PARTIES)
    correction = plan.status is PlanStatus.DRAFT and plan.corrects_id is not None
    if plan.school_id is not None or not (plan.status is PlanStatus.APPROVED or correction):
        raise Outdated
    return await _look(tx, plan.district_id, plan)


async def list_district_parties(tx: Transaction, actor: Person, district_id: int) -> Parties:
    """Every party that the district remembers."""
    require(actor, Action.BIND_PARTIES, Place(district_id))
    return await _look(tx, district_id, None)


async def _look(tx: Transaction, district_id: int, plan: Plan | None) -> Parties:
    district = District(
        schools=await districts.list_schools(tx, district_id),
        organisations=await districts.list_organisations(tx, district_id),
        parties=await parties.list_district_parties(tx, district_id),
    )
    uses = await parties.list_uses(tx, plan.id) if plan else list(district.parties)
    if plan:  # what is new comes first
        uses.sort(key=lambda use: use.party.binding is not None)
    proposals = propose_all(uses, district)
    rows = Counter({use.party.id: use.rows for use in district.parties})
    return Parties(
        district_id,
        plan,
        tuple(AskedParty(use, proposals.get(use.party.id)) for use in uses),
        tuple(district.schools),
        tuple(district.organisations),
        sum(use.party.binding is not None and rows[use.party.id] > use.rows for use in uses),
    )


async def see_party(tx: Transaction, actor: Person, plan_id: int, party_id: int) -> PartyCard:
    """A party of a plan, or of all that the district remembers."""
    party = await parties.get_party(tx, party_id)
    if party is None:
        raise Forbidden
    if plan_id == EVERYWHERE:
        found = await list_district_parties(tx, actor, party.district_id)
    else:
        found = await list_plan_parties(tx, actor, plan_id)
        require(actor, Action.BIND_PARTIES, Place(party.district_id))
    return PartyCard.of(found, party.id)


async def bind_party(
    tx: Transaction,
    actor: Person,
    plan_id: int,
    party_id: int,
    target: Target,
    *,
    school_id: int | None = None,
    organisation_id: int | None = None,
) -> Parties:
    """Remember what a party means; a place must be one of the same district."""
    card = await see_party(tx, actor, plan_id, party_id)
    found = card.all
    if (target is Target.SCHOOL) != (school_id in {s.id for s in found.schools}):
        raise Forbidden
    if (target is Target.ORGANISATION) != (organisation_id in {o.id for o in found.organisations}):
        raise Forbidden
    return await _bind(tx, found, {card.party.id: Binding(target, school_id, organisation_id)})


async def bind_to_new_place(
    tx: Transaction, actor: Person, plan_id: int, party_id: int, target: Target
) -> Parties:
    """Create the school or the organisation that the party's words name, and bind to it."""
    card = await see_party(tx, actor, plan_id, party_id)
    party = card.party
    if target is Target.SCHOOL:
        await districts.add_schools(tx, party.district_id, [party.text])
        schools = await districts.list_schools(tx, party.district_id)
        school_id = next(school.id for school in schools if school.name == party.text)
        binding = Binding(Target.SCHOOL, school_id)
    else:
        binding = await _organisation(tx, party.district_id, party.text)
    return await _bind(tx, card.all, {party.id: binding})


async def toggle_school(
    tx: Transaction, actor: Person, plan_id: int, party_id: int, school_id: int
) -> PartyCard:
    """Take a school into the party's cluster, or out of it; without any the party is not bound."""
    card = await see_party(tx, actor, plan_id, party_id)
    if school_id not in {school.id for school in card.all.schools}:
        raise Forbidden
    bound = card.party.binding
    chosen = set(bound.cluster) ^ {school_id} if bound else {school_id}
    binding = Binding(Target.CLUSTER, cluster=tuple(sorted(chosen))) if chosen else None
    return PartyCard.of(await _bind(tx, card.all, {card.party.id: binding}), card.party.id)


async def unite_parties(
    tx: Transaction, actor: Person, plan_id: int, party_id: int, other_id: int
) -> Parties:
    """These words and all that were the same as they mean the other party from now on."""
    card = await see_party(tx, actor, plan_id, party_id)
    if other_id not in {other.id for other in card.others}:
        raise Forbidden
    await parties.unite(tx, card.party.id, other_id)
    return await _look(tx, card.all.district_id, card.all.plan)


async def part_names(tx: Transaction, actor: Person, plan_id: int, party_id: int) -> Parties:
    """Undo :func:`unite_parties`: each other name is a party of its own again, to be asked about."""
    card = await see_party(tx, actor, plan_id, party_id)
    await parties.part(tx, card.party.id)
    return await _look(tx, card.all.district_id, card.all.plan)


async def accept_proposal(tx: Transaction, actor: Person, plan_id: int, party_id: int) -> Parties:
    card = await see_party(tx, actor, plan_id, party_id)
    if card.asked.proposal is None or not card.asked.proposal.complete:
        raise Outdated
    return await _accept(tx, card.all, [card.asked])


async def accept_proposals(tx: Transaction, actor: Person, plan_id: int) -> Parties:
    """Take every proposal of the plan's parties that nobody has bound yet."""
    found = await list_plan_parties(tx, actor, plan_id)
    return await _accept(tx, found, found.acceptable)


async def _accept(tx: Transaction, found: Parties, accepted: Iterable[AskedParty]) -> Parties:
    bindings: dict[int, Binding] = {}
    for asked in accepted:
        party_id = asked.use.party.id
        match asked.proposal:
            case Proposal(same_as_id=int(other_id)):
                await parties.unite(tx, party_id, other_id)
            case Proposal(target=Target.ORGANISATION, name=name):
                bindings[party_id] = await _organisation(tx, found.district_id, name)
            case Proposal(target=Target() as target, school_id=school_id):
                bindings[party_id] = Binding(target, school_id)
    return await _bind(tx, found, bindings)


async def _bind(tx: Transaction, found: Parties, bindings: Mapping[int, Binding | None]) -> Parties:
    await parties.bind(tx, bindings)
    return await _look(tx, found.district_id, found.plan)


async def _organisation(tx: Transaction, district_id: int, name: str) -> Binding:
    organisation_id = await districts.ensure_organisation(tx, district_id, name)
    return Binding(Target.ORGANISATION, organisation_id=organisation_id)
