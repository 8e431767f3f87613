"""A table whose copy left a bar at the end of each cell («1. |», or the cell and the bar a line each).

So web archives of laws save tables. The bars tell the cells for certain, the empty ones too; which of them
make a row is told by the header's width and by what suits its columns, as a merged row may be one cell only.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from bot.reading.alignment import FIT
from bot.reading.blocks import Block, Paragraph, Table, one_line, row_of
from bot.reading.columns import Role, header_role
from bot.reading.headers import is_numbering
from bot.reading.line_heads import Head, find_heads
from bot.reading.looks import is_number, starts_as_tail
from bot.reading.plain_text import clean

_BAR = "|"
_FEWEST_BARS = 6  # a header and a row of three
_MOSTLY = 0.8  # of the lines with bars hold one cell at most, or a text and the empty cells beside it
_TELLING = 60  # cells below a header tell which of several it is
_NAMES = 4.0  # for each of its cells that names a column
_MERGED = 1.0  # a text alone in a row of full width
_ALONE = -3.0  # a cell that is a row: the copy left nothing of the others
_TORN = -6.0
_UNFINISHED = -1.0  # the last row, where the copy was cut off
_FIGURES = 2.0  # «1 2 3 4», which number the columns


class _Part(NamedTuple):
    """What stands between two bars."""

    text: str
    loose: bool = False  # lines above a cell that no bar parted from it


class _Split(NamedTuple):
    score: float
    rows: list[list[str]]


def barred_blocks(text: str, *, in_lines: bool = False) -> list[Block] | None:
    """The blocks, or None where bars do not end the cells or where no header is among them.

    ``in_lines``: the cells of a row stand on one line, or on more that breaks within a cell made of it.
    """
    lines = text.replace("\xa0", " ").rstrip().splitlines()
    barred = [line for line in lines if _BAR in line]
    single = sum(len([cell for cell in line.split(_BAR) if cell.strip()]) <= 1 for line in barred)
    if sum(line.count(_BAR) for line in barred) < _FEWEST_BARS:
        return None
    if in_lines:
        lines = list(_ended(lines))
    elif single < _MOSTLY * len(barred):
        return None
    parts = list(_parts("\n".join(lines)))
    parts = parts if parts[-1].text else parts[:-1]
    texts = ["" if part.loose else one_line(part.text) for part in parts]
    heads = list(find_heads(texts, lambda head: _fit(parts, head), tabbed=False, whole=True))
    if not heads:
        return None
    blocks: list[Block] = list(_prose(parts[: heads[0].at]))
    ends = [*(head.at for head in heads[1:]), len(parts)]
    for head, end in zip(heads, ends, strict=True):
        body = parts[head.at + head.size : end]
        split = _split(body, head.roles)
        below: list[_Part] = []
        if (
            not lines[-1].endswith(_BAR) and end == len(parts) and body
        ):  # what follows the last bar is a cell cut off, or no cell
            above = _split(body[:-1], head.roles)
            if above.score >= split.score:
                split, below = above, body[-1:]
        blocks.append(Table((*head.rows, *map(row_of, split.rows))))
        blocks += _prose(below)
    return blocks


def _ended(lines: Sequence[str]) -> Iterator[str]:
    """The lines with a bar at the end of each row and none at its beginning; a number begins a row."""
    begun = False  # a line with bars stands above
    ended = True
    for line in map(str.strip, lines):
        row = line.removeprefix(_BAR).strip() if ended and line != _BAR else line
        begins = begun and not ended and is_number(row.partition(_BAR)[0]) and _BAR in row
        yield f"{_BAR}\n{row}" if begins else row
        begun = begun or _BAR in row
        ended = row.endswith(_BAR) if row else ended


def _parts(text: str) -> Iterator[_Part]:
    for number, chunk in enumerate(text.split(_BAR)):
        lines = [line for line in map(clean, chunk.split("\n")) if line]
        size = len(lines) - _own_lines(lines, first=number == 0)
        if size > 0:
            yield _Part("\n".join(lines[:size]), loose=True)
        yield _Part("\n".join(lines[size:]))


def _own_lines(lines: Sequence[str], *, first: bool) -> int:
    """How many lines at the end are the cell; those above a number stand between the rows."""
    size = 1 + (len(lines) > 1 and starts_as_tail(lines[-1]))
    own = one_line(" ".join(lines[-size:]))
    return size if first or is_number(own) or header_role(own) is Role.NUMBER else len(lines)


def _prose(parts: Sequence[_Part]) -> Iterator[Paragraph]:
    return (Paragraph(line) for part in parts for line in part.text.split("\n") if line)


def _fit(parts: Sequence[_Part], head: Head) -> float:
    """How well the cells below suit a header, and how many columns its words name."""
    cells = [cell.line for row in head.rows for cell in row.written]
    names = _NAMES * sum(header_role(cell) is not None for cell in cells)
    return names + _split(parts[head.at + head.size : head.first + _TELLING], head.roles).score


def _split(parts: Sequence[_Part], roles: Sequence[Role]) -> _Split:
    """The cells as rows: of all ways to cut them the one whose rows suit the columns best."""
    best: list[tuple[float, int]] = [(0.0, 0)]  # for each prefix: its score and where its last row begins
    for end in range(1, len(parts) + 1):
        starts = range(max(0, end - len(roles)), end)
        fits = ((_row_fit(parts[start:end], roles, last=end == len(parts)), start) for start in starts)
        best.append(max((best[start][0] + fit, start) for fit, start in fits))
    rows: list[list[str]] = []
    end = len(parts)
    while end:
        start = best[end][1]
        rows.append([part.text for part in parts[start:end]])
        if end == len(parts) and end - start > 1:
            rows[-1] += [""] * (len(roles) - end + start)
        end = start
    return _Split(best[-1][0], rows[::-1])


def _row_fit(parts: Sequence[_Part], roles: Sequence[Role], *, last: bool) -> float:
    if any(part.loose for part in parts):
        return 0.0 if len(parts) == 1 else float("-inf")
    texts = [one_line(part.text) for part in parts]
    whole = len(texts) == len(roles)
    if whole and is_numbering(row_of(texts)):
        return _FIGURES
    if whole and not any(texts[1:]):
        return _ALONE if is_number(texts[0]) else _MERGED
    if whole or (last and len(texts) > 1):
        return _UNFINISHED * (not whole) + sum(
            FIT[role](text) for role, text in zip(roles, texts, strict=False) if text
        )
    if len(texts) == 1 and texts[0] and not is_number(texts[0]):
        return _ALONE
    return _TORN - len(roles) + len(texts)
