"""A plan that was pasted into a chat comes in pieces: the messenger cuts a text at 4096 characters."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from itertools import pairwise

from bot.reading.looks import is_cut, is_number, starts_as_tail

LONGEST_PIECE = 4096  # core.telegram.org/bots/api#sendmessage


def join_pieces(pieces: Sequence[str]) -> str:
    """The pieces in their order as the one text that they were.

    A messenger cuts a long text at a blank, a tab or a line break and drops it; where no such place is near
    it cuts anywhere. Which of them it was is told by the number of tabs that the text's other lines have.
    """
    whole = [line for piece in pieces for line in piece.split("\n")[1:-1]]
    lines = whole if any("\t" in line for line in whole) else "\n".join(pieces).split("\n")
    tabs = Counter(line.count("\t") for line in lines if "\t" in line)
    usual = tabs.most_common(1)[0][0] if tabs else 0
    joined = list(pieces[:1])
    for above, below in pairwise(pieces):
        joined += [_dropped(above, below, usual), below]
    return "".join(joined)


def _dropped(above: str, below: str, usual: int) -> str:
    """The sign that stood between two pieces."""
    if len(above) >= LONGEST_PIECE:
        return ""
    last, first = above.rpartition("\n")[2], below.partition("\n")[0]
    before, after = last.count("\t"), first.count("\t")
    if before + after == usual - 1 and (before or is_number(last)):
        return "\t"
    if before + after == usual and 0 < before < usual:
        return " "
    goes_on = (starts_as_tail(first) or is_cut(last)) and not after and before in (0, usual)
    return " " if goes_on else "\n"
