"""A month written in the first of its rows alone: in the document one cell lies over all of them."""

from __future__ import annotations

from collections.abc import Sequence

from bot.reading.blocks import one_line
from bot.reading.columns import Role
from bot.reading.rows import RawActivity
from bot.reading.section_times import Level, level_of

_SPANS = frozenset((Level.PART, Level.MONTH))


def spread_down(rows: Sequence[RawActivity]) -> None:
    """Give each row of a table without a deadline that of the row above, with a doubt.

    ``rows`` are of a table that begins with its column of deadlines. Only where all that is written there
    are months, quarters and the like, none of them twice.
    """
    phrases = [one_line(row.text(Role.DEADLINE)) for row in rows]
    written = [phrase for phrase in phrases if phrase]
    whole = bool(written) and phrases[0] != "" and len(set(written)) == len(written) < len(phrases)
    if not whole or any(row.by_year or row.by_label for row in rows):
        return
    if any(level_of(phrase) not in _SPANS for phrase in written):
        return
    above = rows[0]
    for row in rows[1:]:
        if not row.text(Role.DEADLINE) and row.section == above.section:
            row.texts[Role.DEADLINE] = above.text(Role.DEADLINE)
            row.notes.append(("deadline_above", one_line(above.text(Role.DEADLINE))))
        above = row
