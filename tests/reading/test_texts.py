"""Tables of which only lines or bars are left, each with the rows that a careful reader sees in it."""

from __future__ import annotations

from collections import Counter

import pytest

from bot.reading.blocks import Paragraph
from bot.reading.columns import Role
from bot.reading.documents import read_document
from bot.reading.tables import read_tables
from tests.reading.layouts.texts import TEXTS
from tests.reading.words import read_words, words

_ROLES = (Role.NUMBER, Role.TITLE, Role.DEADLINE, Role.RESPONSIBLE, Role.RESULT)


@pytest.mark.parametrize("name", TEXTS)
def test_rows_come_back_from_a_text(name: str) -> None:
    text, rows, unread = TEXTS[name]
    blocks = read_document(text.encode())
    extract = read_tables(blocks)
    read = [
        " | ".join([*map(item.text, _ROLES), item.section]).replace("|  ", "| ")
        for item in extract.activities
    ]
    prose = words(block.text for block in blocks if isinstance(block, Paragraph))
    assert ([row.lstrip() for row in read], extract.unread) == (
        rows,
        [" ".join(one.split()) for one in unread],
    )
    assert words([text]) - prose - read_words(extract) == Counter()
