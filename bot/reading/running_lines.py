"""What stands at the head or the foot of each page: its number, and a line that comes again and again."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from bot.reading.page_lines import Line
from bot.reading.unruled import FEWEST_COLUMNS, segments

_PAGE_NUMBER = re.compile(
    r"[-–—\s]*(?:стр(?:аница|\.)?\s*)?\d{1,3}(?:\s*(?:из|/)\s*\d{1,3})?[-–—.\s]*", re.IGNORECASE
)
_FEWEST_PAGES = 3  # on which a line comes again; two may say the same by chance


def running_lines(pages: Sequence[Sequence[Line]], at: int) -> list[int]:
    """How many lines to leave out of each page, from its head (``at`` 0) or from its foot (-1): one or none.

    A line that comes again, its figures aside, is the document's own where it stands first. The header of a
    table is no such line.
    """
    found = [lines[at] if lines else None for lines in pages]
    masks = ["" if line is None else re.sub(r"\d+", "#", line.text) for line in found]
    times = Counter(masks)
    known: set[str] = set()
    spare: list[int] = []
    for line, mask in zip(found, masks, strict=True):
        if line is None:
            spare.append(0)
            continue
        again = mask in known and times[mask] >= max(_FEWEST_PAGES, len(pages) / 2)
        is_header = len(segments(line)) >= FEWEST_COLUMNS
        spare.append(int((again and not is_header) or _PAGE_NUMBER.fullmatch(line.text) is not None))
        known.add(mask)
    return spare
