"""A plan pasted into a chat: line breaks inside cells, a cell a line, and pieces cut where it happens."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.reading.blocks import Block, Paragraph, Table
from bot.reading.cell_lines import cell_line_blocks
from bot.reading.documents import read_document
from bot.reading.pasted import LONGEST_PIECE, join_pieces
from tests.reading.words import table_words, words

HEADER = ["№", "Мероприятие", "Сроки\nисполнения", "Ответственные", "Результат"]
ROWS = [
    ["1. Кадры"],
    ["1.1.", "Семинар\nдля учителей", "май 2027", "РМК\nОтдел образования", "Справка"],
    ["1.2", "Совет", "", "РМК", "Протокол"],
    ["1.3", "Клуб", "Июнь\nиюль", "школы", "Отчёт о работе.\nПриказ"],
    ["2. Ресурсы"],
    ["2.1", "Закупка", "до 10.10.2026", "РМК", "Акт"],
]


def texts(blocks: list[Block] | None) -> list[list[list[str]]]:
    return [
        [[cell.text for cell in row.cells] for row in block.rows]
        for block in blocks or []
        if isinstance(block, Table)
    ]


def tabbed(rows: list[list[str]]) -> list[str]:
    return "\n".join("\t".join(row) for row in rows).split("\n")


def bare(rows: list[list[str]]) -> list[str]:
    return "\n".join("\n".join(row) for row in rows).split("\n")


@pytest.mark.parametrize("layout", [tabbed, bare])
def test_rows_come_back_from_lines(layout: Callable[[list[list[str]]], list[str]]) -> None:
    lines = ["План на 2026-2027 учебный год", "", *layout([HEADER, *ROWS])]
    blocks = cell_line_blocks(lines)
    assert blocks is not None
    assert blocks[0] == Paragraph("План на 2026-2027 учебный год")
    assert texts(blocks) == [[HEADER, *ROWS]]


def test_a_repeated_header_and_the_columns_numbers_do_not_disturb() -> None:
    figures = ["1", "2", "3", "4", "5"]
    lines = bare([HEADER, figures, *ROWS[:3], HEADER, figures, *ROWS[3:]])
    assert texts(cell_line_blocks(lines)) == [[HEADER, figures, *ROWS[:3]], [HEADER, figures, *ROWS[3:]]]


def test_a_header_of_two_levels_keeps_its_columns() -> None:
    head = [["№", "Мероприятие", "Сроки, годы", "", "Ответственный"], ["", "", "2026 г.", "2027 г.", ""]]
    rows = [*head, ["1", "Семинар\nучителей", "май", "июнь", "РМК"], ["2", "Совет\nшкол", "", "май", "РМК"]]
    assert texts(cell_line_blocks(tabbed(rows))) == [rows]


PARTED = {
    "years": (["2026 г.", "2027 г."], [["до 10.10.2026", "май 2027"], ["-", "март, май"]]),
    "quarters": (["1 квартал", "2 квартал"], [["до 10.02", "май"], ["март", "-"]]),
    "sides": (["Начало", "Окончание"], [["01.09.2026", "30.09.2026"], ["01.03.2027", "31.05.2027"]]),
}


@pytest.mark.parametrize("name", PARTED)
def test_a_column_is_divided_where_each_cell_has_a_line_of_its_own(name: str) -> None:
    parts, deadlines = PARTED[name]
    names = ["№", "Мероприятие", "Срок", "Ответственные"]
    rows = [["1", "Семинар\nдля учителей", *deadlines[0], "РМК"], ["2", "Совет", *deadlines[1], "школы"]]
    head = [["№", "Мероприятие", "Срок", "", "Ответственные"], ["", "", *parts, ""]]
    assert texts(cell_line_blocks(bare([names, parts, *rows]))) == [[*head, *rows]]


def test_columns_for_years_may_stand_among_the_others_in_lines() -> None:
    rows = [["№", "Мероприятие", "2026 год", "2027 год", "Кто"], ["1", "Совет", "май", "-", "РМК"]]
    assert texts(cell_line_blocks(bare(rows))) == [rows]


def test_a_lost_header_is_told_by_content_in_lines_too() -> None:
    rows = [[f"{i}", f"Семинар {i}", f"до {i}.10.2026", "РМК", "Справка"] for i in range(1, 6)]
    rows += [["6", "Совет\nпо итогам", "май\n2027", "РМК\nОО", "Протокол"]]
    assert texts(cell_line_blocks(tabbed(rows))) == [rows]


@pytest.mark.parametrize(
    "lines", [["План", "без таблицы"], [], ["1\tа\tб", "2\tв\tг"], tabbed([HEADER[:2], ["1", "а"]])]
)
def test_other_texts_are_left_to_the_plain_reader(lines: list[str]) -> None:
    assert cell_line_blocks(lines) is None


_CELL = st.sampled_from(
    ["", "1.", "2", "Семинар учителей", "для школ", "до 10.10.2026", "май", "РМК", "Приказ"]
)
_BREAK = st.sampled_from(["\t", "\n", "\n\n", " "])


@given(st.lists(st.tuples(_CELL, _BREAK), max_size=40), st.sampled_from(["\t", "\n"]))
def test_every_word_of_any_lines_is_kept(pieces: list[tuple[str, str]], parted: str) -> None:
    body = "".join(text + after for text, after in pieces)
    text = parted.join(HEADER).replace("\nисполнения", "") + "\n" + body
    blocks = cell_line_blocks(text.split("\n"))
    if blocks is not None:
        prose = words(block.text for block in blocks if isinstance(block, Paragraph))
        assert table_words(blocks) + prose == words([text])


def cut(text: str, size: int) -> list[str]:
    """As messengers do: at the last break or blank before the limit, and without the blanks around."""
    pieces = []
    while len(text) > size:
        at = max(text[:size].rfind(sign) for sign in "\n\t ")
        pieces.append(text[:at].strip())
        text = text[at:].strip()
    return [*pieces, text]


@pytest.mark.parametrize("size", range(150, 400, 7))
def test_pieces_are_one_text_wherever_they_were_cut(size: int) -> None:
    rows = [
        [f"1.{i}", f"Семинар для учителей № {i}", "май 2027 года", "РМК, школы", "Справка"] for i in range(30)
    ]
    text = "\n".join(["План на 2027 год", *("\t".join(row) for row in rows)])
    assert join_pieces(cut(text, size)) == text


def test_a_piece_as_long_as_the_limit_was_cut_anywhere() -> None:
    text = "слово" * 2000
    pieces = [text[at : at + LONGEST_PIECE] for at in range(0, len(text), LONGEST_PIECE)]
    assert join_pieces(pieces) == text
    assert join_pieces([]) == ""
    assert join_pieces(["а", "Б", "в"]) == "а\nБ в"


def test_a_pasted_plan_is_read_like_any_document() -> None:
    lines = ["План", *tabbed([HEADER, *ROWS])]
    assert texts(read_document("\n".join(lines).encode())) == [[HEADER, *ROWS]]
