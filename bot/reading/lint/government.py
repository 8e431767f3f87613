"""Prepositions and the cases that they ask for: «готовность к сдачи»."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from bot.reading.lint.slips import Slip, is_one_slip
from bot.reading.morphology import is_known, parses

_CASES: Mapping[str, frozenset[str]] = {
    preposition: frozenset(cases.split())
    for prepositions, cases in (
        ("для от из до без у", "gent gen2"),
        ("к ко", "datv"),
        ("над перед", "ablt"),
        ("при", "loct loc2"),
        ("о об", "loct accs loc2"),
    )
    for preposition in prepositions.split()
}
_NEXT = re.compile(rf"\b(?i:({'|'.join(_CASES)})) ([а-яё]{{4,}})\b")


def misgoverned(text: str) -> Iterator[Slip]:
    """A noun behind a preposition in a case that this never has, where one form is the right one."""
    for match in _NEXT.finditer(text):
        readings = parses(match[2]) if is_known(match[2]) else ()
        wanted = _CASES[match[1].lower()]
        if not readings or any(
            p.tag.POS != "NOUN" or "Fixd" in p.tag or p.tag.case in wanted for p in readings
        ):
            continue
        forms = {form.word for reading in readings for case in wanted if (form := reading.inflect({case}))}
        if len(forms) > 1:  # «сдаче», «сдачам»
            forms = {form for form in forms if is_one_slip(match[2], form)}
        if len(forms) == 1:
            yield Slip(match.start(2), match.end(2), forms.pop())
