"""Does a table without a header go on with the one above it, whose columns are known?"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from bot.reading.blocks import Row
from bot.reading.columns import Header, Role
from bot.reading.deadline_cells import is_mark
from bot.reading.looks import is_number, looks_like_deadline, looks_like_party, starts_as_tail


def columns_fit(rows: Sequence[Row], header: Header) -> bool:
    """Deadlines, or numbers and parties, stand where the header has them."""
    if not header.has(Role.DEADLINE):
        told = Role.NUMBER if header.has(Role.NUMBER) else Role.RESPONSIBLE
        return _share(rows, header, told, is_number if told is Role.NUMBER else looks_like_party) >= 1 / 2
    return _share(rows, header, Role.DEADLINE, looks_like_deadline) >= 1 / 3 or (
        min(
            _share(rows, header, Role.NUMBER, is_number),
            _share(rows, header, Role.RESPONSIBLE, looks_like_party),
        )
        >= 1 / 2
    )


def has_width(rows: Sequence[Row], header: Header) -> bool:
    """Most rows of several cells have as many as the header."""
    wide = [row for row in rows if len(row.written) > 1]
    return 2 * sum(len(row.cells) == len(header.columns) for row in wide) > len(wide)


def begins_as_tail(rows: Sequence[Row], header: Header) -> bool:
    """The first row has no number and goes on in mid-sentence, cell by cell under the header's columns."""
    first = next((row for row in rows if row.written), None)
    if first is None or len(first.cells) != len(header.columns):
        return False
    pairs = list(zip(header.columns, first.cells, strict=True))
    if any(cell.line for column, cell in pairs if column.role is Role.NUMBER):
        return False
    titles = [cell.line for column, cell in pairs if column.role is Role.TITLE and cell.line]
    return any(map(starts_as_tail, titles or first.texts))


def begins_anew(rows: Sequence[Row]) -> bool:
    """Its rows are counted from 1 again."""
    first = next((row for row in rows if row.written), None)
    return first is not None and first.cells[0].line.strip(" .)") == "1"


def _share(rows: Sequence[Row], header: Header, role: Role, test: Callable[[str], bool]) -> float:
    """Of the texts in these columns, in rows of full width, how many pass? 1 where all are empty."""
    columns = header.columns
    own = [i for i, column in enumerate(columns) if column.role is role]
    full = [row.cells for row in rows if own and len(row.cells) == len(columns)]
    texts = [(cells[i].line, columns[i]) for cells in full for i in own if cells[i].line]
    passed = sum(bool(column.slot and is_mark(text)) or test(text) for text, column in texts)
    return passed / len(texts) if texts else float(bool(full))
