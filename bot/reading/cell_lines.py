"""A pasted table becomes rows again, though line breaks stand inside its cells, or are all that parts them.

Nothing tells what a line break ends: a row, a cell (in a text without tabs) or just a line of a cell. What
each line is comes from :mod:`bot.reading.cell_path`, which seeks the most probable way through all of them.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from bot.reading.blocks import Block, Paragraph, Row, Table, row_of
from bot.reading.cell_path import FOOT, SECTION, Piece, Way, best_way
from bot.reading.columns import Role, header_role
from bot.reading.headers import is_numbering
from bot.reading.line_heads import Head, find_heads, head_by_content
from bot.reading.looks import is_number, starts_as_tail
from bot.reading.lost_columns import columns_are_lost
from bot.reading.refusals import UnreadableDocument
from bot.reading.sections import begins_as_section, names_section, opens_section
from bot.reading.time_columns import names_time

_MOSTLY = 0.9  # of the lines with tabs have as many of them: then each line is a row
_TELLING = 60  # lines below a header tell which of several it is
_NAMES, _NAMES_NOTHING = 2.0, -0.5  # a cell of a header that names a column of a plan, and another
_FAR = 4  # pieces: a section's number and its title of so many lines but one
_DAY = re.compile(r"(?:0?[1-9]|[12]\d|3[01])\.(?:0[1-9]|1[0-2])\.?")
_NUMBERED = re.compile(r"(\d{1,3}(?:\.\d{1,3})*[.)]?)\s+(?=[«\"]?[А-ЯЁA-Z])")
_FEWEST_NUMBERS = 2
_FIRST_OF_SECTION = re.compile(r"\d{1,2}\.1\.?")
_LOUD = 12  # letters: a line of capitals as long is no abbreviation
_FOOT_WORDS = re.compile(
    r"по теме\b|скачать|поделиться|опубликован|просмотр|комментари|похожие|предварительный просмотр|назад\b"
    r"|исп(?:олнитель|\.)|тел(?:ефон|\.)|примечани|согласовано|утвержд(?:аю|ено)|с\s+планом\s+ознакомлен|.*_{3,}",
    re.IGNORECASE,
)


def cell_line_blocks(lines: Sequence[str]) -> list[Block] | None:
    """The blocks, or None where each line is a row, or where no columns can be told.

    Raises :class:`UnreadableDocument` where the lines of neighbouring cells are mixed.
    """
    tabs = [line.count("\t") for line in lines if "\t" in line.strip()]
    heads = list(find_heads(lines, lambda head: _fit(lines, head), tabbed=bool(tabs)))
    widths = {len(row.cells) - 1 for head in heads for row in head.rows} or {
        Counter(tabs).most_common(1)[0][0] if tabs else 0
    }
    if tabs and sum(count in widths for count in tabs) >= _MOSTLY * len(tabs):
        return None
    heads = heads or list(head_by_content(lines, max(widths)))
    if not heads:
        return None
    blocks: list[Block] = [Paragraph(line.strip()) for line in lines[: heads[0].at] if line.strip()]
    ends = [*(head.at for head in heads[1:]), len(lines)]
    tables: list[tuple[list[Row], tuple[Role, ...]]] = []
    for head, end in zip(heads, ends, strict=True):
        pieces, figures = _body(lines[head.at + head.size : end], head.roles)
        way = best_way(pieces, head.roles)
        foot = [piece for piece, (place, _) in zip(pieces, way.places, strict=True) if place == FOOT]
        rows = list(_rows(pieces[: len(pieces) - len(foot)], way, head.roles))
        if foot and end == len(lines):
            rows = _with_foot(rows, foot)
            foot = []
        blocks += [Table((*head.rows, *figures, *rows)), *(Paragraph(piece.text) for piece in foot)]
        tables.append((rows, head.roles))
    if not tabs and columns_are_lost(tables):
        raise UnreadableDocument("error-document-columns")
    return blocks


def _fit(lines: Sequence[str], head: Head) -> float:
    """How well the lines below suit a header, and how well its own words name columns."""
    seen: set[Role] = set()
    names = _NAMES * sum(len(row.written) for row in head.rows[1:])
    for cell in (cell.line for cell in head.rows[0].written):
        role = header_role(cell)
        new = (role is not None and role not in seen) or role is Role.OTHER or names_time(cell)
        names += _NAMES if new else _NAMES_NOTHING
        seen |= {role} if role else set()
    below, _ = _body(lines[head.at + head.size : head.first + _TELLING], head.roles)
    return names + best_way(below, head.roles).score


def _body(lines: Sequence[str], roles: Sequence[Role]) -> tuple[list[Piece], list[Row]]:
    """The pieces that make rows, and the rows that only number the columns."""
    left, figures = _without_numbering(lines, len(roles))
    tabbed = any("\t" in line for line in left)
    return _pieces(left if tabbed else _with_numbers_apart(left, roles)), figures


def _without_numbering(lines: Sequence[str], width: int) -> tuple[list[str], list[Row]]:
    """The lines without «1 2 3 4 …» where each figure has a line of its own, blank ones between or not.

    The first figure may be lost, as that of a column without a name often is.
    """
    written = [i for i, line in enumerate(lines) if line.strip() and "\t" not in line]
    dropped: set[int] = set()
    figures: list[Row] = []
    for start in range(len(written) - width + 2):
        first = lines[written[start]].strip().rstrip(".")
        for lost in ([],) if first == "1" else ([""],) if first == "2" else ():
            own = written[start : start + width - len(lost)]
            row = row_of([*lost, *(lines[i].strip() for i in own)])
            if len(row.cells) == width and dropped.isdisjoint(own) and is_numbering(row):
                dropped |= set(own)
                figures.append(row)
    return [line for i, line in enumerate(lines) if i not in dropped], figures


def _pieces(lines: Sequence[str]) -> list[Piece]:
    tabbed = any("\t" in line for line in lines)
    pieces: list[Piece] = []
    for line, blanks in _with_blanks(lines):
        texts = map(str.strip, line.split("\t"))
        pieces += [
            Piece(text, number > 0, 0 if number or tabbed else blanks) for number, text in enumerate(texts)
        ]
    counted = any(_FIRST_OF_SECTION.fullmatch(piece.text) for piece in pieces)
    return [
        replace(
            piece,
            as_section=_section_fit(piece, below, first=i == 0),
            as_foot=2.0 * (_FOOT_WORDS.match(piece.text) is not None) + bool(piece.blanks),
            below_section=_is_below_section(pieces[max(0, i - _FAR) : i], piece),
            is_day=not counted and _DAY.fullmatch(piece.text) is not None,
        )
        for i, (piece, below) in enumerate(pairwise([*pieces, Piece("")]))
    ]


def _with_blanks(lines: Sequence[str]) -> Iterator[tuple[str, int]]:
    """Each line that is written, and how many empty cells the blank ones above it may stand for.

    Where blank lines part most of the others, one of them stands for nothing, and each two more for a cell.
    """
    written = [i for i, line in enumerate(lines) if line.strip()]
    gaps = [here - above - 1 for above, here in pairwise(written)]
    parted = Counter(gaps).most_common(1)[0][0] if gaps else 0
    for at, gap in zip(written, [parted, *gaps], strict=False):
        yield lines[at], max(0, (gap - parted + 1) // 2) if parted else gap


def _is_below_section(above: Sequence[Piece], piece: Piece) -> bool:
    """Does the number nearest above open a section that this piece's number belongs to?"""
    numbers = (other.text for other in reversed(above) if is_number(other.text))
    return is_number(piece.text) and opens_section(next(numbers, ""), piece.text)


def _section_fit(piece: Piece, below: Piece, *, first: bool) -> float:
    text = piece.text
    if below.after_tab:
        return -9.0
    if opens_section(text.partition(" ")[0], below.text):
        return 4.0
    if is_number(text) or starts_as_tail(text):
        return -2.0
    if begins_as_section(text):
        return 1.5
    if not is_number(below.text):
        return -2.0
    again = below.text.strip(" .)") == "1" and not first
    named = names_section(text) or (text.isupper() and len(text) >= _LOUD)
    return 1.0 if again else 0.5 if named else -2.0 + bool(piece.blanks)


def _rows(pieces: Sequence[Piece], way: Way, roles: Sequence[Role]) -> Iterator[Row]:
    cells: list[str] = []
    for piece, (place, begins_row) in zip(pieces, way.places, strict=False):
        if begins_row and cells:
            yield row_of(cells)
            cells = []
        cells = cells or [""] * (len(roles) if place != SECTION else 1)
        cells[place] = f"{cells[place]}\n{piece.text}".strip()
    if cells:
        yield row_of(cells)


def _with_foot(rows: Sequence[Row], foot: Sequence[Piece]) -> list[Row]:
    """The words below the last table are a row of it; unless they say so, they may belong to the last."""
    sure = _FOOT_WORDS.match(foot[0].text) is not None or not rows
    last = rows[-1:] if sure else [replace(rows[-1], note="cells_unsure")]
    return [*rows[:-1], *last, row_of(["\n".join(piece.text for piece in foot)])]


def _with_numbers_apart(lines: Sequence[str], roles: Sequence[Role]) -> list[str]:
    """The lines with a number before their words cut in two, where the numbers' column has none else."""
    found = [_NUMBERED.match(line.strip()) for line in lines]
    alone = sum(is_number(line) for line in lines if line.strip())
    if Role.NUMBER not in roles or sum(map(bool, found)) < max(_FEWEST_NUMBERS, alone + 1):
        return list(lines)
    parted: list[str] = []
    for line, match in zip(lines, found, strict=True):
        parted += [match[1], line.strip()[match.end() :]] if match else [line]
    return parted
