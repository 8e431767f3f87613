"""Where tables begin in pasted lines: a header with tabs, or one whose cells stand a line each."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace

from bot.reading.alignment import columns_by_content
from bot.reading.blocks import Row, row_of
from bot.reading.columns import Role, header_role
from bot.reading.headers import find_header, is_numbering
from bot.reading.looks import is_number, looks_like_deadline, starts_as_tail
from bot.reading.sections import begins_as_section
from bot.reading.time_columns import edge_of, names_time

_FEWEST_COLUMNS = 3
_WIDEST = 12  # columns
_LONGEST_UNKNOWN = 60  # characters of a header's cell whose words are not known
_NAMED_SECTION = re.compile(
    r"(?:раздел|блок|этап|направление|модуль)\s+(?:[«\"]|№?\s*\d|[IVX]+\b)", re.IGNORECASE
)
_AHEAD = 2  # such cells may stand side by side


@dataclass(frozen=True, slots=True)
class Head:
    """The header that begins a table; ``size`` lines of the text make its rows."""

    at: int
    size: int
    rows: tuple[Row, ...]
    roles: tuple[Role, ...]
    first: int  # the line with which the search for it began


def find_heads(
    lines: Sequence[str], fit: Callable[[Head], float], *, tabbed: bool, whole: bool = False
) -> Iterator[Head]:
    """The headers in their order; ``fit`` tells which of several that begin about one line it is.

    ``whole``: each line is a cell, and never only a part of one.
    """
    at = 0
    again: dict[int, Head] = {}  # by its first line: a header that stands at the top of each page
    while at < len(lines):
        if at in again:
            heads = [again[at]]
        elif tabbed:
            size, rows = _tabbed_head(lines, at)
            heads = list(_valid(at, size, rows, at))
        else:
            heads = _bare_heads(lines, at, whole=whole)
        heads = [head for head in heads if not any(head.at < first < head.at + head.size for first in again)]
        sure = [head for head in heads if _is_counted(lines, head)]
        best = heads[0] if len(heads) == 1 else max(sure or heads, key=fit, default=None)
        if best is None:
            at += 1
        else:
            yield best
            again |= {first: replace(best, at=first, first=first) for first in _again(lines, best)}
            at = best.at + best.size


def _again(lines: Sequence[str], head: Head) -> Iterator[int]:
    """Where the lines of a header stand once more."""
    own = lines[head.at : head.at + head.size]
    below = range(head.at + head.size, len(lines) if own else 0)
    return (at for at in below if lines[at] == own[0] and lines[at : at + head.size] == own)


def _is_counted(lines: Sequence[str], head: Head) -> bool:
    """Do «1 2 3 4 …» stand below it, one for each of its columns?"""
    below = lines[head.at + head.size : head.at + head.size + 3 * _WIDEST]
    return is_numbering(row_of([line.strip() for line in below if line.strip()][: len(head.roles)]))


def _valid(at: int, size: int, rows: Sequence[Row], first: int) -> Iterator[Head]:
    header = find_header(rows, 0) if len(rows[0].cells) >= _FEWEST_COLUMNS else None
    if header is not None:
        roles = tuple(column.role for column in header.columns)
        yield Head(at, size, tuple(rows[: header.height]), roles, first)


def _tabbed_head(lines: Sequence[str], at: int) -> tuple[int, list[Row]]:
    """How many lines a header takes that begins here, and its row or its two."""
    size, cells = _tabbed_header(lines, at)
    rows = [row_of(cells), *(row_of(line.split("\t")) for line in lines[at + size : at + size + 1])]
    header = find_header(rows, 0)
    return size + (header is not None and header.height == len(rows) == 2), rows


def _bare_heads(lines: Sequence[str], first: int, *, whole: bool) -> list[Head]:
    """All headers that may begin in the run of lines from here that look like a header's cells."""
    heads: list[Head] = []
    end = first + 1
    at = first
    while at < min(end, len(lines)):
        cells, sizes = _bare_run(lines, at, whole=whole)
        for width in range(_FEWEST_COLUMNS, len(cells) + 1):
            own, size = cells[:width], sizes[width - 1]
            heads += _valid(at, size, [row_of(own)], first)
            under, parts = _bare_parts(lines, at + size)
            rows = _two_levels(own, parts)
            heads += (head for head in _valid(at, size + under, rows, first) if len(head.rows) == 2)
        if whole and len(cells) > 1:
            heads += _gridded(lines, at, first)
        if heads and sizes:
            end = max(end, at + sizes[-1] - _FEWEST_COLUMNS + 1)
        at += 1
    return heads


def _gridded(lines: Sequence[str], at: int, first: int) -> Iterator[Head]:
    """Headers of several rows, each with all its cells, the empty ones too."""
    for width in range(_FEWEST_COLUMNS, _WIDEST + 1):
        rows = [row_of(lines[start : start + width]) for start in range(at, at + 3 * width, width)]
        if len(rows[1].cells) == width:
            heads = _valid(at, 0, [row for row in rows if len(row.cells) == width], first)
            yield from (replace(head, size=len(head.rows) * width) for head in heads if len(head.rows) > 1)


def _tabbed_header(lines: Sequence[str], at: int) -> tuple[int, list[str]]:
    """The cells of a header whose own line breaks may spread it over several lines."""
    cells = lines[at].split("\t")
    size = 1
    for line in lines[at + 1 : at + _WIDEST]:
        rest, *more = line.split("\t")
        if not starts_as_tail(rest) or not all(map(header_role, more)):
            break
        cells = [*cells[:-1], f"{cells[-1]}\n{rest}".strip(), *more]
        size += 1
    return size, cells


def _bare_run(lines: Sequence[str], at: int, *, whole: bool) -> tuple[list[str], list[int]]:
    """The cells that a header beginning here may have, and how many lines they take up to each of them.

    Below «№» everything is a header down to the first number. Elsewhere each cell names another column; one
    whose words are not known stands between such.
    """
    cells: list[str] = []
    sizes: list[int] = []
    seen: set[Role] = set()
    for size, line in enumerate(map(str.strip, lines[at : at + 3 * _WIDEST]), 1):
        if not line:
            if not cells:
                break
            continue
        role = header_role(line)
        new = _names_column(line, role, seen)
        if cells and not whole and starts_as_tail(line) and (role is None or role in seen):
            cells[-1] += "\n" + line
            sizes[-1] = size
            continue
        counted = is_number(line.split()[0]) and not names_time(line)
        ends = len(cells) == _WIDEST or counted or role is Role.NUMBER or _NAMED_SECTION.match(line)
        known = new or (cells and (Role.NUMBER in seen or _goes_on_below(lines[at + size :], seen)))
        known = known or (role in seen and (whole or bool(edge_of(line))))
        if (cells and ends) or not known or (role is None and not new and _is_of_body(line)):
            break
        seen |= {role} if role else set()
        cells.append(line)
        sizes.append(size)
    return cells, sizes


def _names_column(line: str, role: Role | None, seen: set[Role]) -> bool:
    """Another column than those seen; for notes there may be several, and for parts of the time."""
    if role is None:
        return bool(seen) and Role.DEADLINE not in seen and names_time(line)
    return role is Role.OTHER or role not in seen


def _goes_on_below(lines: Sequence[str], seen: set[Role]) -> bool:
    """Does one of the next lines name another column?"""
    ahead = [header_role(line.strip()) for line in lines if line.strip()][:_AHEAD]
    return any(role is not None and role not in seen for role in ahead)


def _is_of_body(line: str) -> bool:
    return len(line) > _LONGEST_UNKNOWN or looks_like_deadline(line) or begins_as_section(line)


def _bare_parts(lines: Sequence[str], at: int) -> tuple[int, list[str]]:
    """How many lines from here divide the column of deadlines, as a header's second row, and their texts."""
    parts: list[str] = []
    used = 0
    for size, line in enumerate(map(str.strip, lines[at : at + 2 * _WIDEST]), 1):
        if line and not names_time(line) and not (edge_of(line) and len(line) <= _LONGEST_UNKNOWN):
            break
        if line:
            parts.append(line)
            used = size
    sides = [side for part in parts if (side := edge_of(part))]
    whole = 1 < len(parts) <= _WIDEST and sides in ([], ["start", "end"])
    return (used, parts) if whole else (0, [])


def _two_levels(cells: Sequence[str], parts: Sequence[str]) -> list[Row]:
    """The header whose column of deadlines is divided, as a table has it."""
    place = next((i for i, cell in enumerate(cells) if header_role(cell) is Role.DEADLINE), None)
    if place is None or not parts:
        return [row_of(cells)]
    before, after = [""] * place, [""] * (len(cells) - place - 1)
    top = [*cells[: place + 1], *[""] * (len(parts) - 1), *cells[place + 1 :]]
    return [row_of(top), row_of([*before, *parts, *after])]


def head_by_content(lines: Sequence[str], tabs: int) -> Iterator[Head]:
    """The columns of a table that has lost its header, where enough of its lines are rows."""
    rows = [row_of(line.split("\t")) for line in lines if line.count("\t") == tabs]
    header = columns_by_content(rows) if tabs and rows else None
    if header is not None and header.has(Role.TITLE):
        first = next(i for i, line in enumerate(lines) if "\t" in line)
        yield Head(first, 0, (), tuple(column.role for column in header.columns), first)
