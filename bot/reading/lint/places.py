"""Names of places that are not the plan's own: a plan is often a copy of a neighbour's."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from bot.reading.lint.facts import Facts, Found, written

_CASES = r"(?:ий|ого|ому|им|ом|ая|ой|ую|ую|ые|их|ими)"
_PLACE = re.compile(
    rf"\b([А-ЯЁ][а-яё-]+(?:ск|цк|н)){_CASES}\s+(?:муниципальн\w+\s+)?(район|област|кра(?=[йяюе])|округ)\w*"
)
_COMMON = re.compile(r"муниципальн|федеральн|городск|сельск|российск|областн|районн", re.IGNORECASE)
_ESTABLISHED = 3  # times a place is named before the plan is known to be of it

Place = tuple[str, str]  # what kind of place, and the stem of its name


def check_places(facts: Facts) -> Iterator[Found]:
    """Another district beside the plan's own one, another region beside its own, in no more than two rows."""
    named = [
        (line.index, place, words)
        for line in facts.lines
        for _, text in written(line.item)
        for place, words in _places(text)
    ]
    rows = Counter(place for _, place in {(index, place) for index, place, _ in named})
    own = {place for place, _ in _places(facts.heading)}
    own |= {place for place, n in rows.items() if n >= _ESTABLISHED}
    kinds = {kind for kind, _ in own}
    for index, place, words in named:
        if place[0] in kinds and place not in own:
            yield Found(index, "other_place", words)


def _places(text: str) -> Iterator[tuple[Place, str]]:
    for match in _PLACE.finditer(text):
        if not _COMMON.match(match[1]):
            yield (match[2], match[1].lower()), match[0]
