"""Each responsible party once: where it stands, what it probably means, what else it may be."""

from __future__ import annotations

from collections.abc import Sequence

from bot.domain.binding import Target
from bot.domain.names import brief
from bot.domain.plan import PartyKind
from bot.screen import Button, Row, Screen, Text, button, lines, text
from bot.use_cases.binding import AskedParty, Parties, PartyCard, Proposal
from handlers.plan.activity_view import binding_words
from handlers.shared import HOME_ROW, LABEL, PAGE, page_of, pager, shortened
from storage.districts import Body

_PARTY, _PLACE = 200, 150  # characters shown of a party's words and of a place's name
_SAMPLES = 2


def parties(found: Parties, page: int = 0) -> Screen:
    shown, page = page_of(found.asked, page)
    listed = [
        text(
            "binding-line",
            number=str(page * PAGE + i),
            party=shortened(asked.use.party.text, _PARTY),
            n=asked.use.rows,
            binding=_meaning(asked),
        )
        for i, asked in enumerate(shown, start=1)
    ]
    numbers = tuple(
        button(text("literal", words=str(page * PAGE + i)), "party", asked.use.party.id)
        for i, asked in enumerate(shown, start=1)
    )
    district = found.plan.district_id
    proposed = sum(asked.proposal is not None for asked in found.unbound)
    rows: list[Row] = [numbers] if numbers else []
    rows += pager("binding-page", district, page=page, total=len(found.asked))
    if proposed:
        rows.append((button(text("button-binding-accept", n=proposed), "binding-accept", district),))
    if not found.unbound:
        rows.append((button("button-plan-launch", "plan-launch", found.plan.id),))
    back = (
        button("button-plan-summary", "plan", found.plan.id),
        button("button-schools", "schools", district),
    )
    head = text("binding", n=len(found.asked), left=len(found.unbound))
    return Screen(lines(head, *listed, separator="\n\n"), (*rows, back, HOME_ROW))


def after_binding(found: Parties) -> Screen:
    """The next party that is not bound yet, or the whole list when none is left."""
    return party(PartyCard.of(found, found.unbound[0].use.party.id)) if found.unbound else parties(found)


def party(card: PartyCard) -> Screen:
    use, proposal = card.asked.use, card.asked.proposal
    party_id = use.party.id
    samples = ", ".join(use.numbers[:_SAMPLES])
    words = lines(
        text("party-number", n=str(card.number), total=str(len(card.all.asked))),
        text("party-text", party=shortened(use.party.text, 500)),
        text("party-rows", n=use.rows, numbers=samples) if samples else text("party-rows-only", n=use.rows),
        text("party-bound", binding=binding_words(use.party)) if use.party.binding else text("party-ask"),
        separator="\n",
    )
    rows: list[Row] = []
    if proposal:
        rows.append((button(_proposal_label(proposal), "party-ok", party_id),))
    elif use.party.kind is PartyKind.SCHOOL:
        rows.append((button("button-party-new-school", "party-new-school", party_id),))
    rows += [
        (
            button("button-party-every", "party-every", party_id),
            button("button-party-school", "party-schools", party_id, 0),
        ),
        (
            button("button-party-body", "party-bodies", party_id, 0),
            button("button-party-coordinator", "party-own", party_id),
        ),
        (button("button-party-nobody", "party-nobody", party_id),),
        _turn(card),
        (button("button-binding-list", "binding", card.all.plan.district_id),),
    ]
    return Screen(words, tuple(row for row in rows if row))


def choose_school(card: PartyCard, page: int) -> Screen:
    return _choose(card, card.all.schools, page, "party-schools", "party-school", "party-choose-school")


def choose_body(card: PartyCard, page: int) -> Screen:
    screen = _choose(card, card.all.organisations, page, "party-bodies", "party-body", "party-choose-body")
    new = (button("button-party-new-body", "party-new-body", card.asked.use.party.id),)
    return Screen(screen.text, (new, *screen.rows))


def _choose(card: PartyCard, places: Sequence[Body], page: int, turn: str, route: str, key: str) -> Screen:
    party = card.asked.use.party
    shown, page = page_of(places, page)
    rows: tuple[Row, ...] = tuple(
        (button(text("literal", words=brief(place.name, LABEL)), route, party.id, place.id),)
        for place in shown
    )
    back = (button("button-party-back", "party", party.id),)
    words = text(key, party=shortened(party.text, _PARTY), n=len(places))
    return Screen(words, (*rows, *pager(turn, party.id, page=page, total=len(places)), back))


def _meaning(asked: AskedParty) -> Text:
    if asked.use.party.binding:
        return text("binding-is", binding=binding_words(asked.use.party))
    if asked.proposal:
        return text("binding-proposed", binding=_proposal_words(asked.proposal, _PLACE))
    return text("binding-none")


def _proposal_words(proposal: Proposal, limit: int) -> Text:
    if proposal.target in (Target.SCHOOL, Target.ORGANISATION):
        return text("literal", words=brief(proposal.name, limit))
    return text(f"binding-{proposal.target.value}")


def _proposal_label(proposal: Proposal) -> Text:
    return text("party-proposal", binding=_proposal_words(proposal, 26))


def _turn(card: PartyCard) -> Row:
    row: list[Button] = []
    if card.previous_id:
        row.append(button("button-page-back", "party", card.previous_id))
    if card.next_id:
        row.append(button("button-page-next", "party", card.next_id))
    return tuple(row)
