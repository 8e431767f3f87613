"""Workbooks as people make them: merged cells, dates, hidden rows, several sheets, false sizes."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable
from datetime import date, datetime, time
from typing import Any

import pytest
from openpyxl import Workbook

from bot.domain.plan import Fix, FixField
from bot.reading.blocks import Cell, Paragraph, Table
from bot.reading.documents import read_document
from bot.reading.plan_reader import read_plan
from bot.reading.sheet_values import Shown, shown_date
from tests.reading.forms import ods_of
from tests.reading.test_documents import grid, why
from tests.reading.xls_writer import compound_file, write_xls


def xlsx_of(build: Callable[[Any], None]) -> bytes:
    book = Workbook()
    build(book.active)
    return saved(book)


def saved(book: Workbook) -> bytes:
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


MERGED = [
    (Cell("№"), Cell("Мероприятие"), Cell("Срок", 2)),
    (Cell("№", continues=True), Cell("Мероприятие", continues=True), Cell("2026"), Cell("2027")),
    (Cell("Кадры", 4),),
    (Cell("1"), Cell("Семинар"), Cell("май"), Cell("июнь")),
]


def merged_xlsx() -> bytes:
    def build(sheet: Any) -> None:
        for place, value in {
            "B1": "План", "B3": "№", "C3": "Мероприятие", "E3": "Срок", "E4": "2026", "F4": 2027,
            "B5": "Кадры", "B6": 1, "C6": "Семинар", "E6": "май", "F6": "июнь",
        }.items():  # fmt: skip
            sheet[place] = value
        for area in ("B3:B4", "C3:D4", "E3:F3", "B5:F5", "C6:D6"):
            sheet.merge_cells(area)
        sheet.row_dimensions[6].hidden = True

    return xlsx_of(build)


def merged_xls() -> bytes:
    cells: dict[tuple[int, int], str | float | date] = {
        (0, 0): "План", (2, 0): "№", (2, 1): "Мероприятие", (2, 3): "Срок", (3, 3): 2026.0, (3, 4): "2027",
        (4, 0): "Кадры", (5, 0): 1.0, (5, 1): "Семинар", (5, 3): "май", (5, 4): "июнь",
    }  # fmt: skip
    return write_xls(cells, [(2, 3, 0, 0), (2, 3, 1, 2), (2, 2, 3, 4), (4, 4, 0, 4), (5, 5, 1, 2)])


def merged_ods() -> bytes:
    def cell(text: str, sizes: str = "") -> str:
        return f"<table:table-cell {sizes}><text:p>{text}</text:p></table:table-cell>"

    covered, wide = "<table:covered-table-cell/>", 'table:number-columns-spanned="2"'
    tall = 'table:number-rows-spanned="2"'
    rows = (
        cell("План"),
        '<table:table-cell table:number-columns-repeated="1000"/>',
        cell("№", tall) + cell("Мероприятие", tall) + cell("Срок", wide) + covered,
        covered * 2 + cell("2026") + cell("20<text:span>27</text:span>"),
        cell("Кадры", 'table:number-columns-spanned="4"') + covered * 3,
        cell("1") + cell("Семинар") + cell("май") + cell("июнь"),
    )
    lines = "".join(f"<table:table-row>{row}</table:table-row>" for row in rows)
    empty = '<table:table-row table:number-rows-repeated="1048000"><table:table-cell/></table:table-row>'
    return ods_of(f"<table:table>{lines}{empty}</table:table>")


@pytest.mark.parametrize("made", [merged_xlsx, merged_xls, merged_ods])
def test_merged_cells_and_hidden_rows_are_read(made: Callable[[], bytes]) -> None:
    title, table = read_document(made())
    assert title == Paragraph("План")
    assert isinstance(table, Table)
    assert [row.cells for row in table.rows] == MERGED


def test_sheets_in_their_order_without_the_hidden_ones() -> None:
    book = Workbook()
    for number, state in enumerate(("visible", "hidden", "visible")):
        sheet: Any = book.active if number == 0 else book.create_sheet()
        sheet.append(["№", f"Лист {number}"])
        sheet.sheet_state = state
    assert grid(saved(book)) == [[["№", "Лист 0"]], [["№", "Лист 2"]]]


def test_a_sheet_without_a_header_goes_on_in_the_columns_of_the_one_above() -> None:
    book = Workbook()
    first: Any = book.active
    second = book.create_sheet("Ноябрь")
    for row in (["№", "Мероприятие", "Срок", "Кто", "Результат", "Примечание"], [1, "Совет", "май", "РМК"]):
        first.append(row)
    first["E2"], first["F2"] = "Акт", "сверено"
    second.append([2, "Клуб", "20", "РМК", None, "снято"])
    plan = read_plan(saved(book), "план.xlsx")
    last = plan.activities[-1]
    assert (last.title, last.result, last.section) == ("Клуб", "", "Ноябрь")
    assert plan.unread == ("сверено", "снято")
    assert not {doubt.code for doubt in plan.doubts} & {"header_lost", "cell_slid"}


def test_values_are_read_as_they_are_shown() -> None:
    values = [
        (date(2026, 9, 1), "dd.mm.yyyy", "01.09.2026"),
        (date(2026, 9, 1), 'd mmmm yyyy"г."', "01.09.2026"),
        (date(2026, 9, 1), "mmm.yy", "сентябрь 2026"),
        (date(2026, 9, 1), "[$-419]mmmm yyyy;@", "сентябрь 2026"),
        (date(2026, 2, 1), "d.mmm", "1.02"),
        (date(2026, 2, 1), "yyyy", "2026"),
        (datetime(2026, 9, 1, 10, 30), "dd.mm.yyyy hh:mm", "01.09.2026 10:30"),  # noqa: DTZ001
        (time(10, 30), "hh:mm", "10:30"),
        (0.95, "0%", "95%"),
        (3, "General", "3"),
        (1.1, "0.0", "1.1"),
        (True, "General", ""),
    ]

    def build(sheet: Any) -> None:
        for row, (value, code, _) in enumerate(values, 1):
            sheet.cell(row, 1, "x")
            sheet.cell(row, 2, value).number_format = code

    assert [row[1] for row in grid(xlsx_of(build))[0]] == [text for *_, text in values]


def test_the_calendars_edges_are_held() -> None:
    assert shown_date(0, Shown.DATE, from_1904=True) == "01.01.1904"
    assert shown_date(1e9, Shown.DATE) == "1000000000"


def test_a_cell_at_the_end_of_the_sheet_and_a_false_size_cost_nothing() -> None:
    def build(sheet: Any) -> None:
        sheet.append(["№", "Срок"])
        sheet["XFD1048576"] = "далеко"

    data = xlsx_of(build)
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    sheet = "xl/worksheets/sheet1.xml"
    parts[sheet] = parts[sheet].replace(b"<sheetFormatPr", b'<dimension ref="A1:XFD1048576"/><sheetFormatPr')
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for name, part in parts.items():
            archive.writestr(name, part)
    assert read_document(out.getvalue())[-1] == Paragraph("далеко")


def test_a_date_of_an_open_sheet_is_not_read_in_the_authors_order() -> None:
    def cell(value: str, text: str) -> str:
        return f'<table:table-cell office:date-value="{value}"><text:p>{text}</text:p></table:table-cell>'

    row = cell("2026-02-01", "02/01/26") + cell("2026-02-01", "февр. 26")
    table = f"<table:table><table:table-row>{row}</table:table-row></table:table>"
    assert grid(ods_of(table)) == [[["01.02.2026", "февр. 26"]]]


def test_an_encrypted_book_is_told_from_a_broken_one() -> None:
    assert why(write_xls({(0, 0): "x"}, password=True)) == "error-document-password"
    assert why(compound_file("Workbook", b"no records")) == "error-document-broken"
    assert why(write_xls({(0, 0): "x", (0, 1): "y"})) == "error-document-no-table"


def test_a_first_of_a_month_may_be_the_month_where_its_format_is_unknown() -> None:
    rows: list[list[str | float | date]] = [
        ["№", "Мероприятие", "Срок", "Ответственные", "Примечание"],
        [1.0, "Семинар", date(2026, 9, 1), "РМК", date(2026, 8, 1)],
        [2.0, "Совет", date(2026, 9, 14), "РМК", date(2026, 8, 1)],
        [3.0, "Смотр", "01.10.2026", "РМК", date(2026, 8, 1)],
    ]
    cells = {(r, c): value for r, row in enumerate(rows) for c, value in enumerate(row)}
    plan = read_plan(write_xls(cells), "План на 2026-2027 учебный год")
    assert [str(a.deadline.windows[0].start) for a in plan.activities] == [
        "2026-09-01",
        "2026-09-14",
        "2026-10-01",
    ]
    asked = [(doubt.activity, doubt.fix) for doubt in plan.doubts if doubt.code == "month_or_day"]
    assert asked == [(0, Fix(FixField.DEADLINE, "сентябрь 2026"))]


def test_a_month_instead_of_a_day_is_offered_only_where_it_says_the_same() -> None:
    def asked(*deadline: date | str) -> list[str | None]:
        cells: dict[tuple[int, int], str | float | date] = {
            (0, 0): "Мероприятие", (0, 1): "Начало", (0, 2): "Окончание", (0, 3): "Ответственные",
            (1, 0): "Семинар", (1, 3): "РМК", **{(1, 1 + i): day for i, day in enumerate(deadline) if day},
        }  # fmt: skip
        doubts = read_plan(write_xls(cells), "План").doubts
        return [doubt.fix.value if doubt.fix else None for doubt in doubts if doubt.code == "month_or_day"]

    assert asked(date(2026, 9, 1), date(2027, 5, 1)) == ["сентябрь 2026 – май 2027"]
    assert asked("", date(2027, 5, 1)) == [None]
