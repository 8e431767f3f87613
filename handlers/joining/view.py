"""What a newcomer sees."""

from __future__ import annotations

from bot.screen import Screen, button, lines, text
from handlers.shared import role_in_place
from storage.invites import Claim


def consent(claim: Claim, place: str) -> Screen:
    words = lines(
        text("join-invited", role=role_in_place(claim.membership.role, place)),
        text("join-consent"),
        separator="\n\n",
    )
    agree = button("button-agree", "join-yes", claim.invite_id)
    return Screen(words, ((agree,), (button("button-decline", "join-no", claim.invite_id),)))


def declined() -> Screen:
    return Screen(text("join-declined"))


def confirm(claim: Claim, place: str, name: str) -> Screen:
    words = text("join-confirm", name=name, role=role_in_place(claim.membership.role, place))
    yes = button("button-all-right", "join", claim.invite_id)
    return Screen(words, ((yes,), (button("button-change-name", "join-name", claim.invite_id),)))


def ask_name() -> Screen:
    return Screen(text("join-ask-name"))
