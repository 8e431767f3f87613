"""Rows that pages and lost cells have torn, and rows that only look torn."""

from __future__ import annotations

import pytest

from bot.reading.blocks import Paragraph
from bot.reading.columns import Role
from bot.reading.tables import read_tables
from tests.reading.plain_tables import FIRST, HEADER, read, table

TAILS = {
    "no number, the sentence goes on": ["", "учителей", "", "образования", "итогах"],
    "a false number": ["1.2.", "учителей", "", "", ""],
    "only one cell goes on": ["", "", "", "образования", ""],
}


@pytest.mark.parametrize("name", TAILS)
def test_a_row_torn_by_a_page_is_whole_again(name: str) -> None:
    tail = TAILS[name]
    extract = read(table(HEADER, FIRST, HEADER, tail, ["1.3.", "Совет", "июнь", "РМК", "Протокол"]))
    assert [item.rows for item in extract.activities] == [[1, 3], [4]]
    whole = ["\n".join(filter(None, pair)) for pair in zip(FIRST[1:], tail[1:], strict=True)]
    assert list(extract.activities[0].texts.values()) == ["1.1.", *whole]
    assert extract.unread == [tail[0]] * bool(tail[0])


OWN = {
    "its own number and a capital": ["1.2.", "Учителям", "май", "РМК", "Отчёт"],
    "a numbered list in small letters": ["1.2.", "учителям", "май", "РМК", "Отчёт"],
    "a lost number": ["", "Учителям", "май", "РМК", "Отчёт"],
    "a lost title": ["", "", "май", "РМК", "Отчёт"],
    "a lost number before small letters": ["", "учителям", "май", "РМК", "Отчёт"],
}


@pytest.mark.parametrize("name", OWN)
def test_a_row_that_stands_on_its_own_is_not_joined(name: str) -> None:
    extract = read(table(HEADER, FIRST, OWN[name]))
    assert [item.rows for item in extract.activities] == [[1], [2]]


def test_a_tail_with_the_rest_of_a_deadline_and_a_party_is_joined_with_a_doubt() -> None:
    head = ["1.1.", "Семинар для", "В течение 2026-2027", "Отдел", "Приказ"]
    (item,) = read(table(HEADER, head, ["", "учителей", "учебного года", "образования", ""])).activities
    assert item.text(Role.DEADLINE) == "В течение 2026-2027\nучебного года"
    assert item.notes == [("rows_joined", "учителей")]


def test_a_tail_whose_column_is_told_by_its_looks_alone_is_joined_with_a_doubt() -> None:
    (item,) = read(table(HEADER, FIRST, ["молодых коллег"])).activities
    assert item.text(Role.TITLE) == "Семинар для\nмолодых коллег"
    assert item.notes == [("rows_joined", "молодых коллег")]


@pytest.mark.parametrize(
    ("head", "rest", "whole"),
    [
        ("ноябрь-", "декабрь 2026", "ноябрь-декабрь 2026"),
        ("Приказ, прото-", "колы жюри", "Приказ, протоколы жюри"),
        ("педагоги-", "психологи", "педагоги-психологи"),
        ("Учителя-предмет-", "ники", "Учителя-предметники"),
        ("2026-", "2027", "2026-2027"),
    ],
)
def test_a_hyphen_at_a_pages_end_stays_where_it_is_the_words_own(head: str, rest: str, whole: str) -> None:
    rows = ["1.1.", "Семинар для", "май", "РМК", head], ["", "учителей", "", "", rest]
    (item,) = read_tables([table(HEADER, *rows)]).activities
    assert item.text(Role.RESULT) == whole


def test_a_tail_does_not_cross_a_section() -> None:
    extract = read(
        table(HEADER, FIRST), Paragraph("2. Второй"), table(HEADER, ["", "учителей", "", "РМК", ""])
    )
    assert [item.section for item in extract.activities] == ["", "2. Второй"]


def test_a_result_that_slid_below_goes_back_with_a_doubt() -> None:
    slid = ["1.2.", "Совет", "июнь", "РМК", "итогах семинара Протокол совета"]
    first, second = read(table(HEADER, FIRST, HEADER, slid)).activities
    assert (first.text(Role.RESULT), second.text(Role.RESULT)) == (
        "Приказ об\nитогах семинара",
        "Протокол совета",
    )
    assert second.notes == [("cell_slid", "итогах семинара")]


def test_a_row_moved_to_the_left_over_lost_cells_goes_back() -> None:
    lost = ["Совет", "до 10.10.2026", "РМК", "Протокол", ""]
    item = read(table(HEADER, FIRST, lost)).activities[1]
    assert [
        item.text(role) for role in (Role.NUMBER, Role.TITLE, Role.DEADLINE, Role.RESPONSIBLE, Role.RESULT)
    ] == [
        "",
        *lost[:4],
    ]


def test_a_row_torn_by_the_last_page_is_whole_again_where_its_cells_tell() -> None:
    page = table(
        HEADER, ["1.1", "Совет", "май", "РМК", "Акт"], ["1.2", "Отчёт о", "до 20", "Отдел образован", "Акт"]
    )
    tail = ["", "работе школ", "мая 2027", "ия", ""]
    extract = read_tables([page, table(tail)])
    assert [item.rows for item in extract.activities] == [[1], [2, 0]]
    assert extract.activities[1].text(Role.DEADLINE) == "до 20\nмая 2027"
    assert extract.notes == []
    lonely = read(page, table(["работе школ"]))
    assert lonely.activities[1].text(Role.TITLE) == "Отчёт о\nработе школ"
    assert lonely.activities[1].notes == [("rows_joined", "работе школ")]


def test_the_tail_of_a_title_alone_on_the_last_page_is_told_of() -> None:
    """A page with one text on it has no columns that could say of which cell that is the rest."""
    page = table(HEADER, ["1.1", "Отчёт о работе", "май", "РМК", "Справка"])
    extract = read(page, table(["для молодых специалистов"]))
    assert extract.unread == ["для молодых специалистов"]
    assert extract.notes == [("torn_row", "для молодых специалистов")]
    assert read(page, Paragraph("Приложение"), table(["Начальник отдела"])).notes == []
