"""Pairs of partner schools, one of them, and what is asked to make one."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from bot.domain.names import brief
from bot.domain.partners import MAX_EVENT, Partnership
from bot.screen import Row, Screen, Text, Texts, button, lines, text
from bot.use_cases.partners import PartnerCard, Partners
from handlers.shared import HOME_ROW, LABEL, page_of, pager
from handlers.tasks.wording import day_month
from storage.districts import Body

_NAME = 90


def pairs(found: Partners, page: int) -> Screen:
    shown, page = page_of(found.pairs, page)
    words = [text("partner-line", **_names(pair), ends=pair.ends_on) for pair in shown]
    rows: list[Row] = [(button(_label(pair.school), "partner", pair.id),) for pair in shown]
    rows += pager("partners", found.district_id, page=page, total=len(found.pairs))
    if found.may_pair:
        rows.append((button("button-partner-new", "partner-host", found.district_id, 0),))
    heading = text("partners", n=len(found.pairs))
    return Screen(lines(heading, *words, separator="\n\n"), (*rows, HOME_ROW))


def card(found: PartnerCard, *, above: Text | None = None) -> Screen:
    pair = found.pair
    events = [text("partner-event-line", day=event.held_on, title=event.title) for event in found.events]
    words = lines(
        above,
        lines(text("partner", **_names(pair)), text("partner-contract", ends=pair.ends_on)),
        lines(text("partner-events" if events else "partner-no-events"), *events),
        separator="\n\n",
    )
    rows: list[Row] = []
    if found.may_note:
        rows.append((button("button-partner-event", "partner-event", pair.id),))
    if found.may_pair:
        part = button("button-partner-part", "partner-part", pair.id)
        rows.append((button("button-partner-prolong", "partner-prolong", pair.id), part))
    return Screen(words, (*rows, _back(pair.district_id)))


def choose_host(district_id: int, schools: Sequence[Body], page: int) -> Screen:
    shown, page = page_of(schools, page)
    rows = [(button(_label(s.name), "partner-school", district_id, s.id, 0),) for s in shown]
    turn = pager("partner-host", district_id, page=page, total=len(schools))
    return Screen(text("partner-choose-host"), (*rows, *turn, _back(district_id)))


def choose_school(district_id: int, host_id: int, schools: Sequence[Body], page: int) -> Screen:
    shown, page = page_of(schools, page)
    rows = [(button(_label(s.name), "partner-until", host_id, s.id),) for s in shown]
    turn = pager("partner-school", district_id, host_id, page=page, total=len(schools))
    return Screen(text("partner-choose-school"), (*rows, *turn, _back(district_id)))


def ask_until(district_id: int) -> Screen:
    return Screen(text("partner-ask-until"), (_back(district_id),))


def ask_event(pair_id: int) -> Screen:
    back = button("button-partner", "partner", pair_id)
    return Screen(text("partner-ask-event", max=MAX_EVENT), ((back, *HOME_ROW),))


def ask_part(pair: Partnership) -> Screen:
    yes = button("button-partner-part-yes", "partner-part-yes", pair.id)
    no = button("button-partner-keep", "partner", pair.id)
    return Screen(text("partner-part-sure", **_names(pair)), ((yes,), (no,)))


def reminders(due: Sequence[Mapping[str, Any]]) -> Texts:
    """Part of the message of the day: contracts that end soon."""
    return lines(
        *(
            text(
                "morning-contract",
                host=brief(one["host"], _NAME),
                school=brief(one["school"], _NAME),
                day=day_month(date.fromisoformat(one["ends_on"])),
            )
            for one in due
        )
    )


def _names(pair: Partnership) -> Mapping[str, str]:
    return {"host": brief(pair.host, _NAME), "school": brief(pair.school, _NAME)}


def _label(name: str) -> Text:
    return text("literal", words=brief(name, LABEL))


def _back(district_id: int) -> Row:
    return (button("button-partners", "partners", district_id, 0), *HOME_ROW)
