"""A table drawn with signs becomes blocks: Markdown, or a frame of dashes and bars around each cell."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import groupby, zip_longest

from bot.reading.blocks import Block, Row, Table, row_of
from bot.reading.plain_text import clean, paragraph

_BARS = "|│┃║"
_BAR = re.compile(f"[{_BARS}]")
_RULE = re.compile(rf"(?=.*[-=─━═]{{3}})(?=.*[{_BARS}+┼╪├┌└╔╚╠])[{_BARS}\s+:=\-─━═┼╪├┤┌┐└┘┬┴╔╗╚╝╠╣╦╩╬]+")
_FEWEST_CELLS = 3
_EDGED = re.compile(rf"\s*[{_BARS}][^{_BARS}]+[{_BARS}]\s*")  # a merged row
_FEWEST_LINES = 3
_ONE_BY_ONE = 3  # rules: above and below the header and at the end; more part all rows


def framed_blocks(text: str) -> list[Block] | None:
    """The blocks, or None where neither rules of signs nor bars around each line draw a table."""
    lines = text.replace("\xa0", " ").splitlines()
    if not any(map(_RULE.fullmatch, lines)) and not _is_edged(lines):
        return None
    blocks: list[Block] = []
    for drawn, group in groupby(lines, key=_is_drawn):
        if drawn:
            blocks.append(Table(tuple(_rows(list(group)))))
        else:
            blocks += [paragraph(line) for line in group if line.strip()]
    return blocks if any(isinstance(block, Table) and block.rows for block in blocks) else None


def _is_edged(lines: Sequence[str]) -> bool:
    """Lines of cells begin and end with a bar: Markdown that lost the rule below its header."""
    drawn = [line.strip() for line in lines if _is_drawn(line)]
    return len(drawn) >= _FEWEST_LINES and all(line[0] in _BARS and line[-1] in _BARS for line in drawn)


def _is_drawn(line: str) -> bool:
    ruled = _RULE.fullmatch(line) is not None or _EDGED.fullmatch(line) is not None
    return ruled or len(_cells(line)) >= _FEWEST_CELLS


def _cells(line: str) -> list[str]:
    line = line.strip()
    inner = line[line[:1] in _BARS and line != "" : len(line) - (line[-1:] in _BARS and line != "")]
    return [clean(cell) for cell in _BAR.split(inner)]


def _rows(lines: Sequence[str]) -> Iterator[Row]:
    """Each line is a row, unless rules part the rows: then each has the lines between two of them."""
    parted = sum(_RULE.fullmatch(line) is not None for line in lines) > _ONE_BY_ONE
    for ruled, group in groupby(lines, key=lambda line: _RULE.fullmatch(line) is not None):
        rows = [] if ruled else list(map(_cells, group))
        if parted and rows:
            rows = [["\n".join(filter(None, cell)) for cell in zip_longest(*rows, fillvalue="")]]
        yield from map(row_of, rows)
