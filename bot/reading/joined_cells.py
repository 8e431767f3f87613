"""A table copied into Telegram, whose server has turned each tab into a blank: one row, one line of words.

The header's words tell the columns and their order, numbers and deadlines tell where a row begins, and
:mod:`bot.reading.cell_borders` cuts each row into its cells. Every row says that its borders were guessed.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from bot.reading.blocks import Block, Paragraph, Row, Table, row_of
from bot.reading.cell_borders import has_deadline, split_row
from bot.reading.columns import Header, Role, header_role
from bot.reading.headers import find_header, is_numbering
from bot.reading.looks import is_cut, is_number, looks_like_party, starts_as_tail
from bot.reading.sections import begins_as_section, opens_section

_LONGEST_HEADER = 400  # characters
_LONGEST_HEADER_LINE = 60  # after its first
_HEADER_LINES = 8  # that the line breaks of its cells may make of it
_FEWEST_COLUMNS = 3
_FEWEST_ROWS = 2
_BLANK_OF_FORM = re.compile(r"_{3,}")  # a line for a signature
_LEADING_ZERO = re.compile(r"\.0")  # «15.09»: a day, and no row's number


@dataclass(frozen=True, slots=True)
class _Head:
    at: int
    size: int  # lines
    row: Row
    roles: tuple[Role, ...]


@dataclass(slots=True)
class _Unit:
    """The lines that may be one row."""

    lines: list[str]
    number: str
    dated: bool  # they hold words that may be a deadline

    @property
    def text(self) -> str:
        return "\n".join(self.lines)


def joined_cell_blocks(lines: Sequence[str]) -> list[Block] | None:
    """The blocks, or None where no line names columns or hardly any row below it has a deadline."""
    heads = list(_heads(lines))
    if not heads:
        return None
    blocks: list[Block] = [Paragraph(line.strip()) for line in lines[: heads[0].at] if line.strip()]
    ends = [*(head.at for head in heads[1:]), len(lines)]
    dated = 0
    for head, end in zip(heads, ends, strict=True):
        body, prose = _without_signatures(lines[head.at + head.size : end])
        units = _units(body, head.roles, more=end < len(lines))
        dated += sum(unit.dated for unit in units)
        blocks.append(Table((head.row, *_rows(units, head.roles))))
        blocks += map(Paragraph, prose)
    return blocks if dated >= _FEWEST_ROWS else None


def _heads(lines: Sequence[str]) -> Iterator[_Head]:
    at = 0
    while at < len(lines):
        size, text = 1, lines[at].strip()
        while at + size < len(lines) and size < _HEADER_LINES and _goes_on_header(lines[at + size]):
            text += " " + lines[at + size].strip()
            size += 1
        head = _head(at, text)
        yield from () if head is None else (replace(head, size=size),)
        at += size if head else 1


def _goes_on_header(line: str) -> bool:
    return starts_as_tail(line) and len(line) <= _LONGEST_HEADER_LINE


def _head(at: int, text: str) -> _Head | None:
    if len(text) > _LONGEST_HEADER:
        return None
    row = row_of(_header_cells(text.split()))
    header: Header | None = find_header([row], 0) if len(row.cells) >= _FEWEST_COLUMNS else None
    if header is None or not (header.has(Role.DEADLINE) and header.has(Role.RESPONSIBLE)):
        return None
    if any(column.year or column.slot or column.edge for column in header.columns):
        return None  # several columns of dates: which of them holds a phrase, nothing tells
    return _Head(at, 1, row, tuple(column.role for column in header.columns))


def _header_cells(words: Sequence[str]) -> list[str]:
    """A header's cells begin with a capital; where all words do, with a word that names a column."""
    shouted = all(word.isupper() for word in words if word.isalpha())
    small = not any(word[:1].isupper() for word in words[1:])
    cells: list[str] = []
    depth = 0
    for word in words:
        names = header_role(word) is not None
        begins = names if shouted or small else word[:1].isupper()
        own = begins and not depth and not (cells and _names_same(cells[-1], word))
        if own or not cells:
            cells.append(word)
        else:
            cells[-1] += " " + word
        depth += word.count("(") - word.count(")")
    return cells


def _names_same(cell: str, word: str) -> bool:
    """«Ответственный исполнитель», «№ П/П»: both words name one column."""
    role = header_role(word)
    return role is not None and role is header_role(cell)


def _without_signatures(lines: Sequence[str]) -> tuple[list[str], list[str]]:
    first = next((i for i, line in enumerate(lines) if _BLANK_OF_FORM.search(line)), len(lines))
    if any(has_deadline(line) for line in lines[first + 1 :]):
        return list(lines), []
    return list(lines[:first]), [line.strip() for line in lines[first:] if line.strip()]


def _units(lines: Sequence[str], roles: Sequence[Role], *, more: bool) -> list[_Unit]:
    """The lines joined to what may be a row or a section's title; ``more``: another header follows."""
    written = [line.rstrip() for line in lines if line.strip()]
    numbers = _numbers(written)
    numbered = roles[0] is Role.NUMBER and sum(map(bool, numbers)) >= _FEWEST_ROWS
    after = "\n" if more else ""  # the next number below each line; a break where a header is next
    below: list[str] = []
    for number in reversed(numbers):
        below.append(after)
        after = number or after
    units: list[_Unit] = []
    for line, number, next_number in zip(written, numbers, reversed(below), strict=True):
        dated = has_deadline(line)
        begins = not units or _begins(line, number, units[-1], numbered=numbered, dated=dated)
        if begins or (not dated and _is_caption(line, units[-1], next_number)):
            units.append(_Unit([line], number, dated))
        else:
            units[-1].lines.append(line.strip())
            units[-1].dated |= dated
    return units


def _numbers(lines: Sequence[str]) -> list[str]:
    """The number that begins each line, or nothing; «9 классов» goes on with a cell, unless most do so."""
    numbers = list(map(_number, lines))
    small = [bool(number) and _goes_on_small(line) for line, number in zip(lines, numbers, strict=True)]
    if 2 * sum(small) > sum(map(bool, numbers)):
        return numbers
    return ["" if is_small else number for number, is_small in zip(numbers, small, strict=True)]


def _number(line: str) -> str:
    first = line.split(maxsplit=1)[0] if line.strip() else ""
    return first if is_number(first) and not _LEADING_ZERO.search(first) else ""


def _goes_on_small(line: str) -> bool:
    words = line.split(maxsplit=2)
    return len(words) > 1 and words[1][:1].islower()


def _begins(line: str, number: str, above: _Unit, *, numbered: bool, dated: bool) -> bool:
    """Does the line begin a row, or a section?"""
    if numbered:
        return bool(number) or line.startswith(" ")  # an empty first cell
    text = line.strip()
    if starts_as_tail(text) or is_cut(above.lines[-1]):
        return False
    return begins_as_section(text) or dated or not above.dated


def _is_caption(line: str, above: _Unit, after: str) -> bool:
    """A section's title without a number: the rows below it count from one again, or have a new header."""
    text = line.strip()
    if not above.dated or starts_as_tail(text) or is_cut(above.lines[-1]) or looks_like_party(text):
        return False
    again = opens_section(above.number, after) and after.strip(" .)").endswith("1")
    return begins_as_section(text) or again or after == "\n"


def _rows(units: Sequence[_Unit], roles: Sequence[Role]) -> Iterator[Row]:
    for i, unit in enumerate(units):
        after = units[i + 1].number if i + 1 < len(units) else ""
        words = unit.text.split()
        figures = next((row_of(row) for row in (words, ["", *words]) if is_numbering(row_of(row))), None)
        if figures is not None:
            yield figures
        elif _is_section(unit, after, roles):
            yield row_of([" ".join(words), *[""] * (len(roles) - 1)])
        else:
            split = split_row(unit.text, roles)
            yield replace(row_of(split.cells), note="cells_guessed" if split.sure else "cells_unsure")


def _is_section(unit: _Unit, after: str, roles: Sequence[Role]) -> bool:
    text = unit.text
    if text.startswith(" ") or starts_as_tail(text):
        return False
    if unit.number:
        if not opens_section(unit.number, after):
            return False
    elif not begins_as_section(unit.text) and roles[0] is not Role.NUMBER and looks_like_party(unit.text):
        return False
    if not unit.dated:
        return True
    cells = dict(zip(roles, split_row(unit.text, roles).cells, strict=True))
    return bool(unit.number) and not (cells[Role.DEADLINE] and cells[Role.RESPONSIBLE])
