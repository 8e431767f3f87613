"""Where the cells of a row end, when a messenger has put one blank in place of each tab.

The columns come in the header's order, so the row is cut where the parts suit them best: a number, a phrase
that the deadline grammar understands whole, names that are parties, and between them sentences that begin
with a capital. The best cut is found by dynamic programming over the few places where a cell may begin; how
much worse the next best one is tells how sure it is.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from bot.reading.columns import Role
from bot.reading.row_words import RowWords

_MAX_WORDS = 400  # of a row; the longest of the road maps seen has 160
_MAX_CHARACTERS = 5000
_MAX_PLACES = 60  # where a cell may begin; a row has some twenty
_SURE = 0.6  # points between the best cut and the next: less is a guess between the two
_PROSE = frozenset(Role) - {Role.NUMBER, Role.DEADLINE, Role.RESPONSIBLE}


@dataclass(frozen=True, slots=True)
class SplitRow:
    cells: tuple[str, ...]  # one for each column; their words are the row's, in its order
    sure: bool


def split_row(text: str, roles: Sequence[Role]) -> SplitRow:
    """The row's words as the cells of these columns. Of a row beyond bounds all words are its title."""
    row = RowWords(text) if text.strip() and _is_within_bounds(text) else None
    if row is None or len(row.places) > _MAX_PLACES:
        return SplitRow(tuple(text.strip() if role is Role.TITLE else "" for role in roles), sure=False)
    ahead = _best_from_start(row, roles)
    behind = _best_to_end(row, roles, ahead)
    cut = [0]
    for column, role in enumerate(roles):
        cut.append(
            max(
                (end for end in behind[column + 1] if end >= cut[-1]),
                key=lambda end: row.fit(role, cut[-1], end) + behind[column + 1][end],
            )
        )
    best = behind[0][0]
    rivals = (
        ahead[column][place] + behind[column][place]
        for column in range(1, len(roles))
        for place in ahead[column]
        if place != cut[column]
    )
    cells = tuple(row.text_of(start, end) for start, end in pairwise(cut))
    clear = best - max(rivals, default=float("-inf")) >= _SURE
    return SplitRow(cells, clear and _all_found(cells, roles) and not _is_ambiguous(row, roles, cut))


def has_deadline(text: str) -> bool:
    """Do any words of the row name a time?"""
    return _is_within_bounds(text) and bool(RowWords(text).deadlines)


def _is_within_bounds(text: str) -> bool:
    return len(text) <= _MAX_CHARACTERS and len(text.split()) <= _MAX_WORDS


def _all_found(cells: Sequence[str], roles: Sequence[Role]) -> bool:
    """The number, the deadline and the parties stand between all other columns."""
    held = {role: cell for role, cell in zip(roles, cells, strict=True) if cell}
    prose = [role in _PROSE for role in roles]
    side_by_side = any(one and two for one, two in pairwise(prose))
    needed = {Role.TITLE, Role.DEADLINE, Role.RESPONSIBLE, *({Role.NUMBER} & set(roles))}
    return needed <= set(held) and not side_by_side


def _is_ambiguous(row: RowWords, roles: Sequence[Role], cut: Sequence[int]) -> bool:
    """Do the words of the deadline make two, of which the first may belong to the cell before?"""
    spans = zip(roles, pairwise(cut), strict=True)
    return any(role is Role.DEADLINE and row.begins_anew(*span) for role, span in spans)


def _best_from_start(row: RowWords, roles: Sequence[Role]) -> list[dict[int, float]]:
    """For each number of columns: the best score of all words up to each place that they can reach."""
    best = [{0: 0.0}]
    for role in roles:
        above = best[-1]
        best.append(
            {
                end: max(above[start] + row.fit(role, start, end) for start in above if start <= end)
                for end in row.places
            }
        )
        best[-1] = {place: score for place, score in best[-1].items() if score > float("-inf")}
    return best


def _best_to_end(
    row: RowWords, roles: Sequence[Role], ahead: Sequence[dict[int, float]]
) -> list[dict[int, float]]:
    """For each column: the best score of all words from each place on that is reached ``ahead``."""
    best = [{row.places[-1]: 0.0}]
    for role, starts in zip(reversed(roles), reversed(ahead[:-1]), strict=True):
        below = best[-1]
        best.append(
            {
                start: max(
                    (row.fit(role, start, end) + below[end] for end in below if end >= start),
                    default=float("-inf"),
                )
                for start in starts
            }
        )
    return best[::-1]
