"""Tables of which only lines or bars are left, each with the rows that a careful reader sees in it."""

from __future__ import annotations

from collections import Counter

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.reading.blocks import Paragraph
from bot.reading.columns import Role
from bot.reading.documents import read_document
from bot.reading.refusals import UnreadableDocument
from bot.reading.tables import read_tables
from tests.reading.layouts.texts import ACTS, COUNTED, HEAD, MIXED, PLAN, TEXTS, lined
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


@pytest.mark.parametrize("name", MIXED)
def test_a_text_that_mixes_the_lines_of_its_cells_is_refused(name: str) -> None:
    with pytest.raises(UnreadableDocument) as refusal:
        read_document(MIXED[name].encode())
    assert refusal.value.key == "error-document-columns"


def test_words_below_the_last_row_that_may_be_its_own_are_doubted() -> None:
    foot = "Наши новости\nО музее школы\nКружки и секции\nРасписание звонков"
    extract = read_tables(read_document((PLAN + lined(COUNTED, ACTS) + foot).encode()))
    assert [item.notes for item in extract.activities] == [[], [], [("cells_unsure", "")]]
    assert extract.unread == [foot.replace("\n", " ")]


_CELL = st.sampled_from(
    ["", "1.", "2", "1.1", "Семинар", "для школ", "до 10.10.2026", "РМК", "Приказ", *HEAD]
)
_BREAK = st.sampled_from([" |\n", "\n|\n", " | ", "|", "   ", "\n", "\n\n", "\t\n"])


@settings(max_examples=60)
@given(st.lists(st.tuples(_CELL, _BREAK), max_size=40), _BREAK)
def test_every_word_of_any_text_is_kept(pieces: list[tuple[str, str]], parted: str) -> None:
    text = "План" + "".join(f"{parted}{name}" for name in HEAD) + parted + "".join(map("".join, pieces))
    try:
        blocks = read_document(text.encode())
    except UnreadableDocument:
        return
    prose = words(block.text for block in blocks if isinstance(block, Paragraph))
    assert words([text]) - prose - read_words(read_tables(blocks)) == Counter()
