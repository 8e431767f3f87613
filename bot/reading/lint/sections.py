"""Sections that have no rows."""

from __future__ import annotations

import re
from collections.abc import Iterator

from bot.reading.lint.facts import Facts, Found

_NUMBER = re.compile(r"(\d{1,2}|[IVX]{1,5})[.)]?\s")


def check_sections(facts: Facts) -> Iterator[Found]:
    """An empty section among numbered ones with rows; a heading above a deeper one is none."""
    used = {line.item.section for line in facts.lines}
    titles = facts.extract.sections
    numbered = any(_NUMBER.match(title) for title in used)
    for place, title in enumerate(titles):
        below = titles[place + 1] if place + 1 < len(titles) else ""
        alike = numbered and _NUMBER.match(title) and _NUMBER.match(below)
        if title not in used and (alike or not below):
            yield Found(None, "empty_section", title)
