"""A table whose columns are told by blanks alone, as on a page that was saved as text."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from bot.reading.blocks import Block, Paragraph, Table, row_of
from bot.reading.headers import has_header
from bot.reading.page_lines import Line, Word, mend
from bot.reading.unruled import FEWEST_COLUMNS, UnruledReader

_WHITE = re.compile(r" {2,}")
_FEWEST_LINES = 3
_MOSTLY = 0.9  # of the lines with white in them have as many parts
# A letter as large as on a page, in points: two blanks are as wide as the white between two columns.
_WIDTH, _HEIGHT, _STEP = 5.0, 10.0, 12.0


def spaced_blocks(text: str) -> list[Block] | None:
    """The blocks, or None where no table with a header stands in lines with white between their parts."""
    lines = [line.rstrip() for line in text.replace("\xa0", " ").split("\n")]
    wide = [line for line in lines if len(_parts(line)) >= FEWEST_COLUMNS]
    if "\t" in text or len(wide) < _FEWEST_LINES:
        return None
    for blocks in (_aligned(lines), _parted(lines, wide)):
        if any(isinstance(block, Table) and has_header(block.rows) for block in blocks):
            return blocks
    return None


def _parts(line: str) -> list[str]:
    return _WHITE.split(line.strip())


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip())


def _aligned(lines: Sequence[str]) -> list[Block]:
    """The cells stand one below another, as on a page."""
    return mend(UnruledReader().blocks(list(_as_on_page(lines)), page_start=True))


def _as_on_page(lines: Sequence[str]) -> Iterator[Line]:
    """A line of several parts begins a row, and so does a text alone at the left edge."""
    top = 0.0
    edge = min(_indent(line) for line in lines if len(_parts(line)) >= FEWEST_COLUMNS)
    for line in lines:
        size = len(_parts(line))
        alone = size == 1 and _indent(line) <= edge
        begins_row = (alone or size >= FEWEST_COLUMNS) and not line.strip()[:1].islower()
        top += _STEP * (1 + begins_row)
        words = [
            Word(word[0], word.start() * _WIDTH, word.end() * _WIDTH, top, top + _HEIGHT)
            for word in re.finditer(r"\S+", line)
        ]
        if words:
            yield Line(tuple(words))


def _parted(lines: Sequence[str], wide: Sequence[str]) -> list[Block]:
    """Each line is a row, with as many parts as the others."""
    width = len(_parts(wide[0]))
    if sum(len(_parts(line)) == width for line in wide) < _MOSTLY * len(wide):
        return []
    rows = [_parts(line) for line in lines if line.strip()]
    first = next(i for i, row in enumerate(rows) if len(row) == width)
    last = max(i for i, row in enumerate(rows) if len(row) == width) + 1
    prose = [[Paragraph(" ".join(row)) for row in part] for part in (rows[:first], rows[last:])]
    return [*prose[0], Table(tuple(map(row_of, rows[first:last]))), *prose[1]]
