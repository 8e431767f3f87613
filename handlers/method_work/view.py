"""What of the method work a person may open."""

from __future__ import annotations

from dataclasses import replace

from bot.domain.access import Action, may_somewhere
from bot.domain.people import Person
from bot.screen import Row, Screen, button, lines, text
from handlers.shared import HOME_ROW


def method_work(person: Person, district_id: int) -> Screen:
    parts: tuple[tuple[str, Action, tuple[int, ...]], ...] = (
        ("practices", Action.SEE_PRACTICES, (0, 0)),
        ("consultations", Action.SEE_CONSULTATIONS, (district_id, 0)),
        ("partners", Action.SEE_PARTNERS, (district_id, 0)),
        ("meetings", Action.HOLD_MEETING, (district_id, 0)),
    )
    here = replace(person, memberships=tuple(m for m in person.memberships if m.district_id == district_id))
    open_to = [(key, args) for key, action, args in parts if may_somewhere(here, action)]
    rows: tuple[Row, ...] = tuple((button(f"button-{key}", key, *args),) for key, args in open_to)
    words = (text(f"method-{key}") for key, _ in open_to)
    return Screen(lines(text("method-work"), lines(*words), separator="\n\n"), (*rows, HOME_ROW))
