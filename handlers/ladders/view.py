"""A district's ladders in words, and their rungs as switches."""

from __future__ import annotations

from collections.abc import Collection

from bot.domain.ladder import CHOICES, USUAL, LadderKind, Ladders, Rung, Threshold
from bot.screen import Button, Row, Screen, Text, Texts, button, lines, text
from bot.use_cases.escalation import Authority
from handlers.shared import HOME_ROW, LABEL, shortened

_ROW = 3  # switches side by side
_BODIES = 6  # a district has few organisations


def ladders(district_id: int, found: Ladders) -> Screen:
    words = lines(
        text("ladder"),
        lines(
            *(text("ladder-line", kind=_kind(kind), rungs=_rungs(found.rungs[kind])) for kind in LadderKind)
        ),
        lines(*(text(f"ladder-after-{which.value}", n=found.thresholds[which]) for which in Threshold)),
        separator="\n\n",
    )
    kinds = [(button(_kind(kind), "ladder-kind", district_id, kind.value),) for kind in LadderKind]
    thresholds = tuple(
        button(f"button-ladder-{which.value}", "ladder-after", district_id, which.value)
        for which in Threshold
    )
    usual: tuple[Row, ...] = ()
    if found != USUAL:
        usual = ((button("button-ladder-usual", "ladder-usual", district_id),),)
    back: Row = (button("button-days-off", "days-off", district_id, 0), *HOME_ROW)
    return Screen(words, (*kinds, thresholds, *usual, back))


def kind(district_id: int, which: LadderKind, found: Ladders) -> Screen:
    chosen = found.rungs[which]
    words = lines(
        text("ladder-kind", kind=_kind(which), rungs=_rungs(chosen)),
        text("ladder-kind-about"),
        separator="\n\n",
    )
    switches = [_switch(district_id, which, rung, on=rung in chosen) for rung in Rung]
    rows = (tuple(switches[start : start + _ROW]) for start in range(0, len(switches), _ROW))
    return Screen(words, (*rows, _back(district_id)))


def threshold(district_id: int, which: Threshold, found: Ladders) -> Screen:
    choices = tuple(
        button(text("ladder-days", n=days), "ladder-after-set", district_id, which.value, days)
        for days in CHOICES[which]
    )
    now = text(f"ladder-after-{which.value}", n=found.thresholds[which])
    return Screen(lines(now, text("ladder-after-ask")), (choices, _back(district_id)))


def authority(district_id: int, found: Ladders, whose: Authority) -> Screen:
    """After how many days the authority hears, and who it is."""
    asked = threshold(district_id, Threshold.AUTHORITY, found)
    words = lines(
        asked.text,
        text("ladder-authority") if whose.organisations else text("ladder-authority-none"),
        separator="\n\n",
    )
    bodies: list[Row] = []
    for body in whose.organisations[:_BODIES]:
        key = "button-authority-on" if body.id == whose.chosen else "literal"
        name = shortened(body.name, LABEL - 2)
        label = text(key, **{"name" if body.id == whose.chosen else "words": name})
        bodies.append((button(label, "ladder-authority", body.id),))
    return Screen(words, (*bodies, *asked.rows))


def _switch(district_id: int, which: LadderKind, rung: Rung, *, on: bool) -> Button:
    label = text("button-rung-on" if on else "button-rung-off", rung=_rung(rung))
    return button(label, "ladder-turn", district_id, which.value, rung.value)


def _kind(which: LadderKind) -> Text:
    return text(f"ladder-kind-{which.value}")


def _rungs(chosen: Collection[Rung]) -> Texts:
    return Texts(tuple(_rung(rung) for rung in Rung if rung in chosen), ", ")


def _rung(rung: Rung) -> Text:
    if rung in (Rung.OPENING, Rung.LAST_DAY):
        return text("rung-opening" if rung is Rung.OPENING else "rung-last-day")
    return text("rung-after" if rung.is_late else "rung-before", n=abs(rung.days))


def _back(district_id: int) -> Row:
    return (button("button-ladder-back", "ladder", district_id), *HOME_ROW)
