"""Pages, and office documents saved as pages."""

from __future__ import annotations

import pytest

from bot.reading.blocks import Cell, Paragraph, Table
from bot.reading.columns import Role
from bot.reading.documents import read_document
from bot.reading.tables import read_tables
from bot.reading.web import is_page
from tests.reading.test_documents import why

PAGE = """<html xmlns:o="urn:x"><head><meta charset=windows-1251><title>T</title><style>p {}</style></head>
<body>
<div>Утверждаю<p>План <b>на</b>
2026&nbsp;год</div><script>x</script><h2>Раздел <i>I</i></h2>
<table><caption>Таблица 1</caption>
<thead><tr><th rowspan=2>№<th rowspan=2>Мероприятие<th colspan=2>Срок</tr><tr><th>2026<th>2027</tr></thead>
<tbody><tr><td colspan=4><b>Кадры</b></td></tr>
<tr><td>1<td><p><del>Совет</del>Семинар</p><p>для&shy; учителей<br>школ</p><td>май
<table><tr><td>внутри</table><td rowspan=9>июнь
<tr></tr></tbody></table>конец"""


@pytest.mark.parametrize("encoding", ["utf-8", "cp1251", "utf-16"])
def test_a_page_keeps_its_paragraphs_and_merged_cells(encoding: str) -> None:
    data = PAGE.replace("&shy;", "").encode(encoding)
    *head, table, end = read_document(data)
    assert head == [
        Paragraph("Утверждаю"),
        Paragraph("План на 2026 год"),
        Paragraph("Раздел I", heading=True),
        Paragraph("Таблица 1"),
    ]
    assert isinstance(table, Table)
    assert [row.cells for row in table.rows] == [
        (Cell("№"), Cell("Мероприятие"), Cell("Срок", 2)),
        (Cell("№", continues=True), Cell("Мероприятие", continues=True), Cell("2026"), Cell("2027")),
        (Cell("Кадры", 4),),
        (Cell("1"), Cell("Семинар\nдля учителей\nшкол"), Cell("май\nвнутри"), Cell("июнь")),
    ]
    assert end == Paragraph("конец")


def test_a_page_of_xml_form_is_a_page() -> None:
    data = '<?xml version="1.0" encoding="utf-8"?>\n<!DOCTYPE html><html><body><p>Да</p></body></html>'
    assert read_document(data.encode()) == [Paragraph("Да")]


@pytest.mark.parametrize(
    ("page", "key"),
    [
        ("<table>" * 5000, "error-document-no-table"),
        ("<html><table><tr>" + "<td rowspan=65534 colspan=1000>х" * 3000, "error-document-no-table"),
        ("<table>" + "<tr><td rowspan=65534>х<td>у" * 2000, "error-document-too-large"),
        ("<html>", "error-document-no-table"),
    ],
)
def test_odd_pages_are_refused(page: str, key: str) -> None:
    assert why(page.encode()) == key


def test_an_empty_column_of_a_table_that_goes_on_moves_no_cell() -> None:
    def rows(*rows: str) -> str:
        cells = ("".join(f"<td>{cell.strip()}</td>" for cell in row.split("|")) for row in rows)
        return f"<table>{''.join(f'<tr>{row}</tr>' for row in cells)}</table>"

    head = rows("2026 год|2027 год|Дефицит|Примечание|Кто|Работа", "май|-|Кадры|есть|РМК|Семинар по итогам")
    tail = rows("|март|Кадры||РМК|Совет по итогам года", "|июнь|||ОО|Клуб учителей физики")
    read = read_tables(read_document(f"<html>{head}<p>Далее</p>{tail}</html>".encode()))
    assert [(item.text(Role.TITLE), item.by_year) for item in read.activities] == [
        ("Семинар по итогам", [(2026, "май"), (2027, "-")]),
        ("Совет по итогам года", [(2026, ""), (2027, "март")]),
        ("Клуб учителей физики", [(2026, ""), (2027, "июнь")]),
    ]


def test_a_piece_of_a_page_is_a_page() -> None:
    rows = (
        "<tr><th>№</th><th>Мероприятие</th><th>Срок</th></tr><tr>\n<td>1</td><td>Совет</td><td>май</td></tr>"
    )
    piece = f"<div><h3>План на 2026 год</h3>\n<table>{rows}</table></div>"
    assert is_page(piece)
    assert not is_page("План <b>на 2026 год</b>\n№\tМероприятие, см. <table>\tСрок")
