"""Each responsible party once: where it stands, what it probably means, what else it may be."""

from __future__ import annotations

from bot.domain.binding import Target
from bot.domain.names import brief
from bot.domain.plan import PartyKind, PlanStatus
from bot.screen import Button, Row, Screen, Text, Texts, button, lines, text
from bot.use_cases.binding import AskedParty, Parties, PartyCard
from bot.use_cases.proposals import Proposal
from handlers.plan.activity_view import binding_words
from handlers.shared import HOME_ROW, PAGE, page_of, pager, shortened
from storage.parties import StoredParty

_PARTY, _PLACE, _NAME = 200, 150, 80  # characters shown of a party's words, a place's name, another name
_SAMPLES = 2
_NAMES = 5
_LABEL = 26  # characters of a proposal on its button


def parties(found: Parties, page: int = 0) -> Screen:
    shown, page = page_of(found.asked, page)
    numbered = list(enumerate(shown, start=page * PAGE + 1))
    listed = [
        text(
            "binding-line",
            number=str(number),
            party=shortened(asked.use.party.text, _PARTY),
            n=asked.use.rows,
            binding=_meaning(asked),
        )
        for number, asked in numbered
    ]
    rows: list[Row] = []
    if found.plan and found.acceptable:
        accept = text("button-binding-accept", n=len(found.acceptable))
        rows.append((button(accept, "binding-accept", found.plan_id),))
    if numbered:
        rows.append(
            tuple(
                button(text("literal", words=str(number)), "party", found.plan_id, asked.use.party.id)
                for number, asked in numbered
            )
        )
    turn = ("binding-page", found.plan_id) if found.plan else ("parties", found.district_id)
    rows += pager(*turn, page=page, total=len(found.asked))
    return Screen(lines(_head(found), *listed, separator="\n\n"), (*rows, *_ways_on(found), HOME_ROW))


def _head(found: Parties) -> Texts:
    left = len(found.unbound)
    if found.plan is None:
        return lines(text("parties", n=len(found.asked)))
    launch = found.plan.status is PlanStatus.APPROVED
    return lines(
        text("binding", n=len(found.asked)),
        text("binding-recognised", known=str(found.recognised), n=str(len(found.asked)))
        if found.recognised
        else None,
        text("binding-left", left=left) if left else text("binding-launch" if launch else "binding-all"),
    )


def _ways_on(found: Parties) -> tuple[Row, ...]:
    plan, schools = found.plan, button("button-schools", "schools", found.district_id)
    if plan is None:
        return ((button("button-handover", "handover", found.district_id), schools),)
    summary = button("button-plan-summary", "plan", plan.id)
    launch = button("button-plan-launch", "plan-launch", plan.id)
    ready = plan.status is PlanStatus.APPROVED and not found.unbound
    return ((launch,), (summary, schools)) if ready else ((summary, schools),)


def after_binding(found: Parties, party_id: int = 0) -> Screen:
    """In a plan's review the next party that is not bound yet, else the list; elsewhere the same card."""
    if found.plan and found.unbound:
        return party(PartyCard.of(found, found.unbound[0].use.party.id))
    if found.plan is None and any(asked.use.party.id == party_id for asked in found.asked):
        return party(PartyCard.of(found, party_id))
    return parties(found)


def party(card: PartyCard) -> Screen:
    use, proposal = card.asked.use, card.asked.proposal
    samples = ", ".join(use.numbers[:_SAMPLES])
    others = [name for name in use.names if name != use.party.text]
    words = lines(
        text("party-number", n=str(card.number), total=str(len(card.all.asked))),
        text("party-text", party=shortened(use.party.text, 500)),
        text("party-names", names="; ".join(shortened(name, _NAME) for name in others[:_NAMES]))
        if others
        else None,
        text("party-rows", n=use.rows, numbers=samples) if samples else text("party-rows-only", n=use.rows),
        _question(card),
        None if card.all.plan else text("party-live"),
        separator="\n",
    )
    rows: list[Row] = []
    ids = (card.all.plan_id, use.party.id)
    if proposal and proposal.complete:
        rows.append((button(_proposal_label(proposal), "party-ok", *ids),))
    elif use.party.kind is PartyKind.SCHOOL and not use.party.binding:
        rows.append((button("button-party-new-school", "party-new-school", *ids),))
    all_rows = (*rows, *_choices(card), _turn(card), (_back(card),))
    return Screen(words, tuple(row for row in all_rows if row))


def _choices(card: PartyCard) -> tuple[Row, ...]:
    ids = (card.all.plan_id, card.party.id)
    same: list[Button] = []
    if card.others:
        same.append(button("button-party-same", "party-others", *ids, 0))
    if len(card.asked.use.names) > 1:
        same.append(button("button-party-part", "party-part", *ids))
    return (
        (
            button("button-party-every", "party-every", *ids),
            button("button-party-some", "party-some", *ids, 0),
        ),
        (
            button("button-party-school", "party-schools", *ids, 0),
            button("button-party-body", "party-bodies", *ids, 0),
        ),
        (
            button("button-party-coordinator", "party-own", *ids),
            button("button-party-nobody", "party-nobody", *ids),
        ),
        tuple(same),
    )


def _question(card: PartyCard) -> Text:
    proposal = card.asked.proposal
    if card.party.binding:
        return text("party-bound", binding=binding_words(card.party))
    if proposal is None:
        return text("party-ask")
    if not proposal.complete:
        return text("party-some-which")
    return text("party-guess", guess=_guess(card.asked.use.party, proposal))


def _meaning(asked: AskedParty) -> Text:
    if asked.use.party.binding:
        return text("binding-is", binding=binding_words(asked.use.party))
    if asked.proposal is None:
        return text("binding-none")
    if not asked.proposal.complete:
        return text("binding-some")
    return text("binding-proposed", guess=_guess(asked.use.party, asked.proposal))


def _guess(party: StoredParty, proposal: Proposal) -> Text:
    if proposal.target is Target.ORGANISATION and proposal.name == party.text:
        return text("binding-by-name")
    words = _proposal_words(proposal, _PLACE)
    return words if proposal.target is None else text("binding-quoted", words=words)


def _proposal_words(proposal: Proposal, limit: int) -> Text:
    if proposal.target is None:
        return text("binding-same", party=brief(proposal.name, limit))
    if proposal.target in (Target.SCHOOL, Target.ORGANISATION):
        return text("literal", words=brief(proposal.name, limit))
    return text(f"binding-{proposal.target.value}")


def _proposal_label(proposal: Proposal) -> Text:
    room = _LABEL - 8 if proposal.target is None else _LABEL
    return text("party-proposal", binding=_proposal_words(proposal, room))


def _turn(card: PartyCard) -> Row:
    row: list[Button] = []
    if card.previous_id:
        row.append(button("button-page-back", "party", card.all.plan_id, card.previous_id))
    if card.next_id:
        row.append(button("button-page-next", "party", card.all.plan_id, card.next_id))
    return tuple(row)


def _back(card: PartyCard) -> Button:
    if card.all.plan:
        return button("button-binding-list", "binding", card.all.plan_id)
    return button("button-binding-list", "parties", card.all.district_id, (card.number - 1) // PAGE)
