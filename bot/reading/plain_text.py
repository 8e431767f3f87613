"""A text export of a document becomes blocks, in either of its two layouts.

*Row per line*: the cells of a row stand on one line, with tabs between them. *Cell per line*: each cell
begins a line with a tab and may go on over several lines; blank lines part rows but also stand inside
cells, so rows are told by the number of cells that a row of this table has. A pasted table, whose line
breaks mean nothing by themselves, is left to :mod:`bot.reading.cell_lines`.
"""

from __future__ import annotations

import html
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from bot.reading.blocks import Block, Paragraph, Table, row_of
from bot.reading.cell_lines import cell_line_blocks
from bot.reading.joined_cells import joined_cell_blocks
from bot.reading.looks import is_number
from bot.reading.spaced import spaced_blocks

_BREAK = re.compile(r"<\s*(?:br|p|/p|li|/li|div|/div)\b[^<>]*>", re.IGNORECASE)
_TAG = re.compile(
    r"</?(?:a|b|i|u|s|em|strong|span|font|sup|sub|ul|ol|h[1-6]|code|small|big)\b[^<>]*>", re.IGNORECASE
)
_MARKDOWN = re.compile(r"^\s*#{1,6}\s+|\*\*|__(?=\S)|(?<=\S)__")
_FEWEST_ROWS = 2
_BOLD = re.compile(r"\*\*")
_MOSTLY = 0.9  # of the lines with tabs; a signature or a date above the table may hold a tab too
_PARAGRAPH_GAP = 2  # blank lines: one parts a cell's paragraphs, two or more end the table


def text_blocks(text: str) -> list[Block]:
    lines = [line.rstrip("\r\v") for line in text.replace("\f", "\n\n").replace("\xa0", " ").split("\n")]
    if not any("\t" in line.strip() for line in lines) and not _parts_rows(lines):
        lines = [_BOLD.sub("", line.strip()) for line in lines]
    tabs = [line.lstrip(" ").rfind("\t") for line in lines if "\t" in line.rstrip()]
    if tabs and tabs.count(0) >= _MOSTLY * len(tabs):
        return list(_cell_per_line(lines))
    plain = ["\t".join(map(clean, line.split("\t"))) for line in lines]
    told = spaced_blocks(text) or cell_line_blocks(plain) or joined_blocks(text)
    return told or list(_row_per_line(lines))


def _parts_rows(lines: Sequence[str]) -> bool:
    """Do blank lines part the cells of one row, which a tab begins, from those of the next?"""
    begun = [_begins_cell(line) for line in lines]
    blank = [not line.strip() and not cell for line, cell in zip(lines, begun, strict=True)]
    return sum(above and cell for above, cell in zip(blank, begun[1:], strict=False)) >= _FEWEST_ROWS


def joined_blocks(text: str) -> list[Block] | None:
    """The table of a text whose tabs have become blanks, or None where it has tabs or names no columns."""
    if "\t" in text:
        return None
    lines = text.replace("\xa0", " ").split("\n")
    return joined_cell_blocks([line[: len(line) - len(line.lstrip(" "))] + clean(line) for line in lines])


def _begins_cell(line: str) -> bool:
    return line.lstrip(" ").startswith("\t")


def clean(text: str) -> str:
    """The text without the tags that exports leave in it; a link keeps its words."""
    if "<" in text or "&" in text:
        text = html.unescape(_TAG.sub("", _BREAK.sub("\n", text)))
    return text.strip()


def paragraph(line: str) -> Paragraph:
    """A line outside tables, without the marks of a heading."""
    return Paragraph(clean(_MARKDOWN.sub("", line)), heading=line.lstrip().startswith(("#", "**", "<b>")))


def _row_per_line(lines: Sequence[str]) -> Iterator[Block]:
    sizes = Counter(line.count("\t") + 1 for line in lines if "\t" in line)
    usual = sizes.most_common(1)[0][0] if sizes else 0
    rows: list[list[str]] = []
    starts: list[bool] = []
    gap = True  # a blank line stands above
    for line in lines:
        if not line.strip():
            gap = True
            continue
        cells = line.split("\t")
        if rows and not gap and _completes(rows[-1], cells, usual):
            rows[-1][-1] += "\n" + cells[0]
            rows[-1] += cells[1:]
        elif len(cells) > 1:
            rows.append(cells)
            starts.append(gap)
        else:
            yield from _table(rows, starts)
            rows, starts = [], []
            yield paragraph(line)
        gap = False
    yield from _table(rows, starts)


def _completes(row: Sequence[str], cells: Sequence[str], usual: int) -> bool:
    """The line goes on with a cell of the unfinished row above it: the cell held a line break."""
    return (
        len(row) < usual
        and len(row) + len(cells) - 1 <= usual
        and bool(cells[0].strip())
        and not is_number(cells[0])
    )


def _table(rows: Iterable[Sequence[str]], starts: Iterable[bool]) -> Iterator[Table]:
    made = tuple(
        row_of(map(clean, cells), page_start=start) for cells, start in zip(rows, starts, strict=True)
    )
    if made:
        yield Table(made)


def _cell_per_line(lines: Sequence[str]) -> Iterator[Block]:
    groups: list[list[str]] = []  # cells between two places where a row may end
    blanks = 0
    for line in lines:
        if not line.strip() and "\t" not in line:
            blanks += 1
            continue
        if _begins_cell(line):
            # A space before the tab is what is left of a cell lost at the start of a row.
            if not groups or blanks or line.startswith(" "):
                groups.append([])
            groups[-1].append(line.partition("\t")[2])
        elif groups and blanks < _PARAGRAPH_GAP:
            groups[-1][-1] += "\n" * (blanks + 1) + line
        else:
            yield from _rows_of(groups)
            groups = []
            yield paragraph(line)
        blanks = 0
    yield from _rows_of(groups)


def _rows_of(groups: Sequence[Sequence[str]]) -> Iterator[Table]:
    """Join groups of cells into rows so that as many rows as possible have the table's usual width."""
    if not groups:
        return
    sizes = Counter(len(group) for group in groups if len(group) > 1)
    widths = [size for size, _ in sizes.most_common(3)] or [1]
    firsts = [group[0].strip() for group in groups if len(group) > 1]
    numbered = sum(not first or is_number(first) for first in firsts) * 2 >= len(firsts)
    rows = min((_least_cost(groups, width, numbered) for width in widths), key=lambda found: found[0])[1]
    made = tuple(row_of(map(clean, cells)) for cells in rows)
    yield Table(made)


def _least_cost(groups: Sequence[Sequence[str]], width: int, numbered: bool) -> tuple[float, list[list[str]]]:
    best: list[tuple[float, int]] = [(0.0, 0)]  # for each prefix: its cost and where its last row begins
    for end in range(1, len(groups) + 1):
        options: list[tuple[float, int]] = []
        cells: list[str] = []
        for start in range(end - 1, -1, -1):
            cells = [*groups[start], *cells]
            if len(cells) > width and start < end - 1:
                break
            options.append((best[start][0] + _row_cost(cells, width, end - start, numbered), start))
        best.append(min(options))
    rows: list[list[str]] = []
    end = len(groups)
    while end:
        start = best[end][1]
        rows.append([cell for group in groups[start:end] for cell in group])
        end = start
    return best[-1][0], rows[::-1]


def _row_cost(cells: Sequence[str], width: int, joined: int, numbered: bool) -> float:
    """A full row is free, a section's title cheap, a row that lacks cells dear, a wrong join dearer.

    In a table with numbers only a number or nothing begins a row: a section's title never does.
    """
    first = cells[0].strip()
    if len(cells) == width:
        out_of_place = numbered and bool(first) and not is_number(first)
        return 0.1 * (joined - 1) + (4.0 if out_of_place and joined > 1 else 0.0)
    if len(cells) == 1:
        return 0.5
    return 2.0 * joined + abs(width - len(cells))
