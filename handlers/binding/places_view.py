"""The choices behind a party's card: which place, which other party; and what follows for live plans."""

from __future__ import annotations

from collections.abc import Iterable

from bot.domain.names import brief
from bot.screen import Row, Screen, Text, button, lines, text
from bot.use_cases.binding import PartyCard
from bot.use_cases.handover import Handover
from handlers.shared import HOME_ROW, LABEL, page_of, pager, shortened

_PARTY = 200  # characters shown of a party's words


def choose_school(card: PartyCard, page: int) -> Screen:
    places = [(school.id, school.name) for school in card.all.schools]
    return _choose(card, places, page, "party-schools", "party-school", "party-choose-school")


def choose_body(card: PartyCard, page: int) -> Screen:
    places = [(body.id, body.name) for body in card.all.organisations]
    screen = _choose(card, places, page, "party-bodies", "party-body", "party-choose-body")
    new = (button("button-party-new-body", "party-new-body", card.all.plan_id, card.party.id),)
    return Screen(screen.text, (new, *screen.rows))


def choose_other(card: PartyCard, page: int) -> Screen:
    others = [(other.id, other.text) for other in card.others]
    return _choose(card, others, page, "party-others", "party-same", "party-choose-other")


def choose_cluster(card: PartyCard, page: int) -> Screen:
    """Toggles: each press is remembered at once."""
    ids = (card.all.plan_id, card.party.id)
    chosen = card.party.binding.cluster if card.party.binding else ()
    shown, page = page_of(card.all.schools, page)
    rows: list[Row] = [
        (
            button(
                text(
                    "party-toggle-on" if school.id in chosen else "party-toggle-off",
                    school=brief(school.name, LABEL - 2),
                ),
                "party-toggle",
                *ids,
                school.id,
                page,
            ),
        )
        for school in shown
    ]
    rows += pager("party-some", *ids, page=page, total=len(card.all.schools))
    done = button(text("button-party-done", n=str(len(chosen))), "party-done", *ids)
    back = button("button-party-back", "party", *ids)
    words = _words("party-choose-some", card, len(card.all.schools))
    return Screen(words, (*rows, (done,) if chosen else (back,)))


def handover(found: Handover) -> Screen:
    back = (button("button-binding-list", "parties", found.district_id, 0),)
    if not (found.added or found.withdrawn):
        return Screen(text("handover-none"), (back, HOME_ROW))
    words = lines(text("handover"), *_counts(found), text("handover-sure"))
    yes = (button("button-handover-yes", "handover-yes", found.district_id),)
    return Screen(words, (yes, back, HOME_ROW))


def handed_over(done: Handover) -> Screen:
    back = (button("button-binding-list", "parties", done.district_id, 0),)
    told = text("handover-told", n=done.told) if done.told else None
    return Screen(lines(text("handover-done"), *_counts(done), told), (back, HOME_ROW))


def _counts(found: Handover) -> list[Text]:
    counts = (("handover-added", found.added), ("handover-withdrawn", found.withdrawn))
    return [text(key, n=n) for key, n in counts if n]


def _choose(
    card: PartyCard, places: Iterable[tuple[int, str]], page: int, turn: str, route: str, key: str
) -> Screen:
    ids = (card.all.plan_id, card.party.id)
    found = list(places)
    shown, page = page_of(found, page)
    rows: tuple[Row, ...] = tuple(
        (button(text("literal", words=brief(name, LABEL)), route, *ids, place_id),)
        for place_id, name in shown
    )
    back = (button("button-party-back", "party", *ids),)
    turns = pager(turn, *ids, page=page, total=len(found))
    return Screen(_words(key, card, len(found)), (*rows, *turns, back))


def _words(key: str, card: PartyCard, n: int) -> Text:
    return text(key, party=shortened(card.party.text, _PARTY), n=n)
