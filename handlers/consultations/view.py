"""The schedule of consultations, one of them, and what is asked to make one."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

from bot.domain.consultations import SEATS, Consultation
from bot.domain.names import brief
from bot.domain.risk import FACTORS
from bot.screen import Button, Row, Screen, Text, Texts, button, lines, text
from bot.use_cases.consultations import PAGE, ConsultationCard, HeldReport, Schedule
from handlers.practices.view import factor_name, numbered_factor
from handlers.shared import HOME_ROW, pager, shortened
from handlers.tasks.wording import day_month

_PLACE, _NAME = 80, 60


def schedule(found: Schedule) -> Screen:
    words = [
        lines(
            text(
                "consultation-line",
                at=one.local_start,
                factor=numbered_factor(one.factor),
                place=shortened(one.place, _PLACE),
            ),
            text("consultation-yours") if booked else _free(one),
        )
        for one, booked in found.shown
    ]
    rows: list[Row] = [(button(_label(one), "consultation", one.id),) for one, _ in found.shown]
    rows += pager("consultations", found.district_id, page=found.page, total=found.total, size=PAGE)
    if found.may_hold:
        rows.append(
            (
                button("button-consultation-new", "consultation-new", found.district_id),
                button("button-consultation-report", "consultation-report", found.district_id),
            )
        )
    heading = text("consultations", n=found.total)
    return Screen(lines(heading, *words, separator="\n\n"), (*rows, HOME_ROW))


def card(found: ConsultationCard, *, above: Text | None = None) -> Screen:
    one = found.consultation
    facts = lines(
        text("consultation", at=one.local_start),
        text("consultation-factor", factor=numbered_factor(one.factor)),
        text("consultation-place", place=one.place),
        text("consultation-host", name=shortened(one.host, _NAME)),
        text("consultation-cancelled-state") if one.cancelled else _free(one),
        text("consultation-yours") if found.booked else None,
    )
    guests = lines(
        text("consultation-guests"),
        *(
            text("consultation-guest", name=shortened(g.name, _NAME), school=brief(g.school, _NAME))
            if g.school
            else text("consultation-guest-alone", name=shortened(g.name, _NAME))
            for g in found.guests
        ),
    )
    words = lines(above, facts, guests if found.guests else None, separator="\n\n")
    acts: list[Button] = []
    if found.may_book:
        acts.append(button("button-consultation-book", "consultation-book", one.id))
    if found.booked:
        acts.append(button("button-consultation-leave", "consultation-leave", one.id))
    if found.may_cancel:
        acts.append(button("button-consultation-cancel", "consultation-cancel", one.id))
    return Screen(words, (*((act,) for act in acts), _back(one.district_id)))


def ask_cancel(found: ConsultationCard) -> Screen:
    one = found.consultation
    yes = button("button-consultation-cancel-yes", "consultation-cancel-yes", one.id)
    no = button("button-consultation-keep", "consultation", one.id)
    return Screen(text("consultation-cancel-sure", at=one.local_start, n=one.taken), ((yes,), (no,)))


def ask_factor(district_id: int) -> Screen:
    buttons = [button(text("literal", words=str(f)), "consultation-factor", district_id, f) for f in FACTORS]
    words = lines(text("consultation-ask-factor"), lines(*map(numbered_factor, FACTORS)), separator="\n\n")
    return Screen(words, (tuple(buttons[:5]), tuple(buttons[5:]), _back(district_id)))


def ask_start(district_id: int) -> Screen:
    return Screen(text("consultation-ask-start"), (_back(district_id),))


def ask_place(district_id: int) -> Screen:
    return Screen(text("consultation-ask-place"), (_back(district_id),))


def ask_seats(district_id: int) -> Screen:
    buttons = tuple(button(text("literal", words=str(n)), "consultation-seats", n) for n in SEATS)
    return Screen(text("consultation-ask-seats"), (buttons[:3], buttons[3:], _back(district_id)))


def report(found: HeldReport) -> Screen:
    """Hours and guests by factor since the school year began."""
    record = found.record
    by_factor = [
        text(
            "consultation-report-factor",
            factor=numbered_factor(factor),
            n=record.hours[factor],
            guests=record.guests.get(factor, 0),
        )
        for factor in sorted(record.hours)
    ]
    heading = text(
        "consultation-report",
        district=found.district.name,
        since=found.since,
        n=sum(record.hours.values()),
        guests=sum(record.guests.values()),
        schools=record.schools,
    )
    paper = text("consultation-report-paper")
    return Screen(
        lines(heading, lines(*by_factor) if by_factor else None, paper, separator="\n\n"),
        (_back(found.district.id),),
    )


def cancelled(factor: int, starts: str) -> Screen:
    """To those who had a seat."""
    at = datetime.fromisoformat(starts)
    return Screen(text("consultation-cancelled", at=at, factor=factor_name(factor)), (HOME_ROW,))


def reminders(due: Sequence[Mapping[str, Any]]) -> Texts:
    """Part of the message of the day: where to come, what to hold."""
    return lines(*(_reminder(one) for one in due))


def _reminder(one: Mapping[str, Any]) -> Text:
    at = datetime.fromisoformat(one["starts"])
    told = {"at": at, "factor": factor_name(one["factor"]), "place": shortened(one["place"], _PLACE)}
    if one["guests"] is None:
        return text("morning-consultation", **told)
    return text("morning-consultation-held", **told, n=one["guests"])


def _free(one: Consultation) -> Text:
    return text("consultation-free", n=one.free, seats=one.seats) if one.free else text("consultation-full")


def _label(one: Consultation) -> Text:
    at = one.local_start
    return text("consultation-label", day=day_month(at.date()), clock=f"{at:%H:%M}", factor=str(one.factor))


def _back(district_id: int) -> Row:
    return (button("button-consultations", "consultations", district_id, 0), *HOME_ROW)
