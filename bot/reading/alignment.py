"""Which column holds what, told by what its cells look like: for lost headers and lost cells."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from itertools import combinations
from typing import NamedTuple

from bot.reading.blocks import Cell, Row
from bot.reading.columns import Column, Header, Role
from bot.reading.looks import is_number, looks_like_deadline, looks_like_party
from bot.reading.party_words import PERSON_NAME


def columns_by_content(rows: Sequence[Row]) -> Header | None:
    """The columns of a table without a header, or None where it does not look like a plan's table.

    Deadlines and parties are told by what most cells of a column look like; the title stands before the
    deadline, the result after it.
    """
    sizes = [len(row.cells) for row in rows if len(row.written) > 2]
    if not sizes:
        return None
    width = max(set(sizes), key=sizes.count)
    full = [[cell.line for cell in row.cells] for row in rows if len(row.cells) == width]
    columns = list(zip(*full, strict=True))

    def best(test: Callable[[str], bool], least: float, taken: set[int]) -> int | None:
        shares = [_share(texts, test) if i not in taken else 0.0 for i, texts in enumerate(columns)]
        top = max(range(width), key=lambda i: shares[i])
        return top if shares[top] >= least else None

    numbered = _share(columns[0], is_number) >= 0.5 or not any(columns[0])
    roles: dict[int, Role] = {0: Role.NUMBER} if numbered else {}
    deadline = best(looks_like_deadline, 0.5, set(roles))
    if deadline is None:
        return None
    roles[deadline] = Role.DEADLINE
    responsible = best(looks_like_party, 0.5, set(roles))
    if responsible is not None:
        roles[responsible] = Role.RESPONSIBLE
    free = [i for i in range(width) if i not in roles]
    if not free:
        return None
    lengths = {i: sum(map(len, columns[i])) for i in free}
    title = max((i for i in free if i < deadline), key=lambda i: lengths[i], default=free[0])
    roles[title] = Role.TITLE
    results = [i for i in free if i > title]
    if results:
        roles[max(results, key=lambda i: lengths[i])] = Role.RESULT
    return Header(tuple(Column(roles.get(i, Role.OTHER), i, i + 1) for i in range(width)), 0, by_words=False)


def _share(texts: Sequence[str], test: Callable[[str], bool]) -> float:
    written = [text for text in texts if text]
    return sum(map(test, written)) / len(written) if written else 0.0


def _is_party(text: str) -> bool:
    return looks_like_party(text) or PERSON_NAME.match(text) is not None


FIT: dict[Role, Callable[[str], float]] = {  # how well a text suits a column
    Role.NUMBER: lambda text: 4.0 if is_number(text) else -4.0,
    Role.DEADLINE: lambda text: 3.0 if looks_like_deadline(text) else -3.0,
    Role.RESPONSIBLE: lambda text: 2.0 if _is_party(text) else -1.0,
    Role.TITLE: lambda text: -2.0 if is_number(text) or looks_like_deadline(text) else 1.0,
    Role.RESULT: lambda text: -2.0 if is_number(text) or looks_like_deadline(text) else 0.5,
    Role.PROBLEM: lambda text: -2.0 if is_number(text) or looks_like_deadline(text) else 0.25,
    Role.OTHER: lambda text: -0.2,
}


_LISTED = frozenset((Role.DEADLINE, Role.RESPONSIBLE, Role.RESULT))  # one cell of the row may hold several


class Aligned(NamedTuple):
    cells: list[Cell]  # one for each column
    left: list[Cell]  # found no column
    by_looks: bool = False  # nothing but their looks told the columns of the cells


def align(row: Row, header: Header) -> Aligned:
    """The row's cells in the columns of the header.

    By position where the counts agree, by the grid where the document has one, else by what the cells
    look like: an export that lost a row's first cells still keeps the order of the others.
    """
    columns = header.columns
    cells = _kept(row, columns)
    if len(cells) == len(columns):
        return Aligned(cells, [])
    gridded = header.width > len(columns) or any(cell.span > 1 for cell in cells)
    if gridded and row.width == header.width:
        return _by_grid(row, columns)
    if len(cells) > len(columns) or len(columns) > 16:
        blank = [Cell("")] * (len(columns) - len(cells))
        return Aligned(cells[: len(columns)] + blank, cells[len(columns) :])

    def fit(places: tuple[int, ...]) -> float:
        return sum(
            FIT[columns[place].role](cell.line)
            for place, cell in zip(places, cells, strict=True)
            if cell.line
        )

    best = max(combinations(range(len(columns)), len(cells)), key=fit)
    placed = [Cell("")] * len(columns)
    for place, cell in zip(best, cells, strict=True):
        placed[place] = cell
    return Aligned(placed, [], by_looks=True)


def _kept(row: Row, columns: Sequence[Column]) -> list[Cell]:
    """The cells without the blanks at the row's end that stand for nothing.

    They are too many, or the row moved to the left over cells that it lost: it begins with no number.
    """
    cells = list(row.cells)
    first = cells[0].line if cells else ""
    moved = columns[0].role is Role.NUMBER and bool(first) and not is_number(first)
    while cells and not cells[-1].line and (moved or len(cells) > len(columns)):
        cells.pop()
    return cells


def _by_grid(row: Row, columns: Sequence[Column]) -> Aligned:
    placed = [Cell("")] * len(columns)
    left: list[Cell] = []
    for start, end, cell in row.ranges():
        shared = [min(end, column.end) - max(start, column.start) for column in columns]
        place = shared.index(max(shared))
        if not placed[place].line:
            placed[place] = cell
        elif columns[place].role in _LISTED:  # «Дата» over three columns of days
            placed[place] = replace(placed[place], text=f"{placed[place].text}; {cell.text}".rstrip("; "))
        elif cell.line:
            left.append(cell)
    return Aligned(placed, left)
