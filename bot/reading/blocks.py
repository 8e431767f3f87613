"""What every kind of document becomes before it is understood: paragraphs and tables, in order.

A new format is one more function ``bytes -> list[Block]``; nothing after this point knows formats.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Cell:
    text: str  # paragraphs of the cell are separated by line breaks; no tags
    span: int = 1  # columns of the table's grid that the cell covers
    continues: bool = False  # it carries on the cell above it (vertically merged)
    note: str = ""  # the code of a doubt about what it holds

    @property
    def line(self) -> str:
        """The text as one line."""
        return one_line(self.text)

    @property
    def is_written(self) -> bool:
        """It holds text of its own."""
        return bool(self.line) and not self.continues


@dataclass(frozen=True, slots=True)
class Row:
    cells: tuple[Cell, ...]
    page_start: bool = False  # a page or a table may have been cut just above this row
    note: str = ""  # the code of a doubt about how its cells were told apart

    @property
    def written(self) -> tuple[Cell, ...]:
        """The cells that hold text of their own."""
        return tuple(cell for cell in self.cells if cell.is_written)

    @property
    def texts(self) -> tuple[str, ...]:
        """What is written in it, cell by cell, each as one line."""
        return tuple(cell.line for cell in self.written)

    def ranges(self) -> Iterator[tuple[int, int, Cell]]:
        """Each cell with the first grid column it covers and the one after its last."""
        start = 0
        for cell in self.cells:
            yield start, start + cell.span, cell
            start += cell.span

    @property
    def width(self) -> int:
        return sum(cell.span for cell in self.cells)


@dataclass(frozen=True, slots=True)
class Table:
    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class Paragraph:
    text: str
    heading: bool = False  # the document itself marks it as a heading


Block = Paragraph | Table


def row_of(texts: Iterable[str], *, page_start: bool = False) -> Row:
    return Row(tuple(Cell(text) for text in texts), page_start)


def one_line(text: str) -> str:
    return " ".join(text.split())


LAYOUT = 2  # cells: a row of so few may only lay the page out, and a table inside it may be the plan


def text_of_cell(blocks: Iterable[Block], row_cells: int, nested: list[Block]) -> str:
    """The words of a cell in a row of so many; a table inside it goes to ``nested`` or is but some lines."""
    lines: list[str] = []
    for block in blocks:
        if isinstance(block, Paragraph):
            lines.append(block.text)
        elif row_cells > LAYOUT:
            lines += [cell.text for row in block.rows for cell in row.written]
        else:
            nested.append(block)
    return "\n".join(lines)
