"""Did a text lose its columns, so that a row made of its lines would be filed with false assurance?

Text taken out of a PDF may mix the lines of neighbouring cells: a number stands in mid-sentence («1.1 целевой
модели»), a deadline goes on with a party's name, a class stands where the title should.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from bot.reading.blocks import Row
from bot.reading.columns import Role
from bot.reading.headers import is_numbering
from bot.reading.looks import is_number, looks_like_deadline
from bot.reading.row_words import is_deadline

_FEWEST_ROWS = 2
_SHORT = 40  # characters: a deadline so short may have words that are not understood
_NUMBER_IN_SENTENCE = re.compile(r"\d{1,2}\.\d{1,2}\.?\s+[а-яё]")
_WORD = re.compile(r"[^\W\d_]{3}")


def columns_are_lost(tables: Iterable[tuple[Sequence[Row], Sequence[Role]]]) -> bool:
    """Do most of the rows not hold together? Each table: its rows and what its columns hold."""
    whole = [
        _is_whole(cells)
        for rows, roles in tables
        if Role.DEADLINE in roles
        for row in rows
        if len(row.cells) == len(roles) and not is_numbering(row)
        if (cells := [(role, cell.line) for role, cell in zip(roles, row.cells, strict=True) if cell.line])
        if len(cells) > 1 and [role for role, _ in cells] != [Role.NUMBER, Role.TITLE]  # a section
    ]
    return len(whole) >= _FEWEST_ROWS and 2 * sum(whole) < len(whole)


def _is_whole(cells: Sequence[tuple[Role, str]]) -> bool:
    """A title in words and a deadline that can be one; or none, in a row with a number of its own."""
    titled = any(role is Role.TITLE and _WORD.search(text) for role, text in cells)
    deadlines = [text for role, text in cells if role is Role.DEADLINE]
    numbered = any(role is Role.NUMBER and is_number(text) for role, text in cells)
    return titled and (any(map(_tells_time, deadlines)) if deadlines else numbered)


def _tells_time(text: str) -> bool:
    if _NUMBER_IN_SENTENCE.match(text):
        return False
    return len(text) == 1 or (len(text) <= _SHORT and looks_like_deadline(text)) or is_deadline(text)
