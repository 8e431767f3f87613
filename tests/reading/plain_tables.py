"""Plain tables, read to the last word."""

from __future__ import annotations

from collections import Counter

from bot.reading.blocks import Block, Cell, Row, Table, row_of
from bot.reading.columns import Role
from bot.reading.extract import Extract
from bot.reading.tables import read_tables
from tests.reading.words import read_words, table_words

HEADER = ["№ п/п", "Мероприятие", "Срок", "Ответственные", "Ожидаемый результат"]
FIRST = ["1.1.", "Семинар для", "май 2027", "Отдел", "Приказ об"]


def wide(*cells: str | tuple[str, int]) -> Row:
    """Cells, some of them over several columns."""
    return Row(tuple(Cell(cell) if isinstance(cell, str) else Cell(*cell) for cell in cells))


def carried(text: str, *others: str) -> Row:
    """The first cell goes on from the row above."""
    return Row((Cell(text, continues=True), *map(Cell, others)))


def table(*rows: list[str] | Row) -> Table:
    return Table(tuple(row if isinstance(row, Row) else row_of(row) for row in rows))


def read(*blocks: Block) -> Extract:
    extract = read_tables(blocks)
    assert table_words(blocks) - read_words(extract) == Counter()
    return extract


def numbers_and_titles(extract: Extract) -> list[tuple[str, str]]:
    return [(item.text(Role.NUMBER), item.text(Role.TITLE)) for item in extract.activities]
