"""Where tables begin in pasted lines: a header with tabs, or one whose cells stand a line each."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from bot.reading.alignment import columns_by_content
from bot.reading.blocks import Row, row_of
from bot.reading.columns import Role, header_role
from bot.reading.headers import find_header
from bot.reading.looks import starts_as_tail
from bot.reading.time_columns import edge_of, names_time

_FEWEST_COLUMNS = 3
_WIDEST = 12  # columns


@dataclass(frozen=True, slots=True)
class Head:
    """The header that begins a table; ``size`` lines of the text make its rows."""

    at: int
    size: int
    rows: tuple[Row, ...]
    roles: tuple[Role, ...]


def find_heads(lines: Sequence[str], *, tabbed: bool) -> Iterator[Head]:
    at = 0
    while at < len(lines):
        size, rows = _tabbed_head(lines, at) if tabbed else _bare_head(lines, at)
        header = find_header(rows, 0) if len(rows[0].cells) >= _FEWEST_COLUMNS else None
        if header is not None:
            roles = tuple(column.role for column in header.columns)
            yield Head(at, size, tuple(rows[: header.height]), roles)
        at += 1 if header is None else size


def _tabbed_head(lines: Sequence[str], at: int) -> tuple[int, list[Row]]:
    """How many lines a header takes that begins here, and its row or its two."""
    size, cells = _tabbed_header(lines, at)
    rows = [row_of(cells), *(row_of(line.split("\t")) for line in lines[at + size : at + size + 1])]
    header = find_header(rows, 0)
    return size + (header is not None and header.height == len(rows) == 2), rows


def _bare_head(lines: Sequence[str], at: int) -> tuple[int, list[Row]]:
    size, cells = _bare_header(lines, at)
    under, parts = _bare_parts(lines, at + size)
    rows = _two_levels(cells, parts)
    header = find_header(rows, 0)
    return (size + under, rows) if header is not None and header.height == 2 else (size, [row_of(cells)])


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


def _bare_header(lines: Sequence[str], at: int) -> tuple[int, list[str]]:
    """How many lines from here name columns, each another one; and the cells that they make."""
    cells: list[str] = []
    seen: set[Role] = set()
    size = used = 0
    for size, line in enumerate(map(str.strip, lines[at : at + 3 * _WIDEST]), 1):
        role = header_role(line) if line else None
        if role is None and names_time(line) and cells and Role.DEADLINE not in seen:
            role = Role.OTHER  # a column for a year or a part of it
        if cells and starts_as_tail(line) and (role is None or role in seen):
            cells[-1] += "\n" + line
        elif line and (role is None or (role in seen and role is not Role.OTHER) or len(cells) == _WIDEST):
            break
        elif role is not None:
            seen.add(role)
            cells.append(line)
        used = size if line else used
    return max(used, 1), cells


def _bare_parts(lines: Sequence[str], at: int) -> tuple[int, list[str]]:
    """How many lines from here divide the column of deadlines, as a header's second row, and their texts."""
    parts: list[str] = []
    used = 0
    for size, line in enumerate(map(str.strip, lines[at : at + 2 * _WIDEST]), 1):
        side = header_role(line) is Role.DEADLINE and edge_of(line)
        if line and not side and not names_time(line):
            break
        if line:
            parts.append(line)
            used = size
    return (used, parts) if 1 < len(parts) <= _WIDEST else (0, [])


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
        yield Head(first, 0, (), tuple(column.role for column in header.columns))
