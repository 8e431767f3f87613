"""PDF: merged cells, words and rows that pages cut, and files that hold no text."""

from __future__ import annotations

import re

import pytest

from bot.reading.blocks import Block, Cell, Paragraph, Table, row_of
from bot.reading.documents import read_document
from bot.reading.page_lines import Line, Word, mend, unwrap
from bot.reading.plan_reader import read_plan
from bot.reading.running_lines import running_lines
from tests.reading.pdf_writer import Pdf, as_pdf, pdf_of, stream
from tests.reading.test_documents import why

HEADER = ["№", "Мероприятие", "Срок", "Ответственные"]


def line(*texts: str, at: float = 0.0) -> Line:
    """Words of ten points a letter, a blank of ten between them."""
    words = []
    left = 0.0
    for text in texts:
        words.append(Word(text, left, left + 10 * len(text), at, at + 10))
        left += 10 * len(text) + 10
    return Line(tuple(words))


def test_merged_cells_are_told_by_the_rules() -> None:
    pdf = Pdf()
    for x0, y0, x1, y1 in (
        (30, 30, 430, 30), (130, 50, 430, 50), (30, 70, 430, 70), (30, 90, 430, 90),
        (30, 30, 30, 90), (130, 30, 130, 70), (230, 30, 230, 50), (330, 50, 330, 70), (430, 30, 430, 90),
    ):  # fmt: skip
        pdf.rule(x0, y0, x1, y1)
    for x, y, text in (
        (35, 35, "№"), (135, 35, "а"), (235, 35, "б"), (135, 55, "в"), (335, 55, "г"), (35, 75, "Раздел"),
    ):  # fmt: skip
        pdf.text(x, y, text)
    table = read_document(pdf.bytes())[0]
    assert isinstance(table, Table)
    assert [row.cells for row in table.rows] == [
        (Cell("№"), Cell("а"), Cell("б", 2)),
        (Cell("№", continues=True), Cell("в", 2), Cell("г")),
        (Cell("Раздел", 4),),
    ]


@pytest.mark.parametrize("ruled", [True, False])
def test_a_table_keeps_its_prose_and_its_cells(ruled: bool) -> None:
    rows = [
        HEADER,
        ["1", "Семинар для учителей " * 9, "май 2027 г.", "РМК,\nшколы района"],
        ["2", "Совет", "-", "ОО"],
    ]
    blocks = read_document(as_pdf([Paragraph("План"), Table(tuple(map(row_of, rows)))], ruled=ruled))
    assert blocks[0] == Paragraph("План")
    assert isinstance(blocks[1], Table)
    assert [[cell.text for cell in row.cells] for row in blocks[1].rows] == [
        [cell.strip() for cell in row] for row in rows
    ]


def test_words_cut_by_hyphens_are_whole_again() -> None:
    title = "Мониторинг образовательных результатов муниципальных общеобразовательных организаций " * 3
    table = Table((row_of(HEADER), row_of(["1", title.strip(), "май", "РМК"])))
    data = as_pdf([Paragraph("образовательных результатов организаций"), table], hyphens=True)
    read = read_document(data)[1]
    assert isinstance(read, Table)
    assert read.rows[1].cells[1].text == title.strip()


@pytest.mark.parametrize(
    ("lines", "text"),
    [
        ([line("Отдел"), line("образования", at=12)], "Отдел образования"),
        ([line("РМК"), line("ОО", at=12)], "РМК\nОО"),
        ([line("аналити-"), line("ческих", at=12)], "аналитических"),
        ([line("Ям-"), line("Тесовская", at=12)], "Ям-Тесовская"),
        ([line("учебно-"), line("методический", at=12)], "учебно-методический"),
        ([line("http://x.ru/a"), line("b.html", at=12)], "http://x.ru/ab.html"),
        ([line("план-"), line("график", at=12)], "план-график"),
        ([line("психолого-"), line("педагогический", at=12)], "психолого-педагогический"),
        ([line("утверждени"), line("е", at=12), line("плана", at=24)], "утверждение\nплана"),
        ([line("аналитичес"), line("кими", at=12), line("данными,", at=24)], "аналитическими данными,"),
        ([line("Фотоотчёты"), line("на", at=12), line("сайте", at=24)], "Фотоотчёты на\nсайте"),
        ([line("Взаимопосе"), line("щения", at=12)], "Взаимопосещения"),
        ([line("Берёзовска"), line("я", at=12)], "Берёзовская"),
        ([line("образование"), line(", РМК", at=12)], "образование, РМК"),
    ],
)
def test_wrapped_lines(lines: list[Line], text: str) -> None:
    beside = Paragraph("аналитических данных; план-график")
    assert mend([Paragraph(unwrap(lines, 125.0)), beside])[0] == Paragraph(text)


def drawn(body: str, more: str = "") -> bytes:
    return pdf_of(
        [
            "<< /Type /Catalog /Pages 2 0 R >>",
            "<< /Type /Pages /Count 1 /Kids [3 0 R] >>",
            "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 600 800] /Contents 4 0 R "
            "/Resources << /XObject << /I 5 0 R >> >> >>",
            stream(body),
            "<< /Type /XObject /Subtype /Image /Width 1 /Height 1 /ColorSpace /DeviceGray "
            "/BitsPerComponent 8 /Length 1 >>\nstream\n0\nendstream",
        ]
    ).replace(b"trailer\n<<", b"trailer\n<< " + more.encode())


def test_files_without_text_are_refused_with_their_own_reasons() -> None:
    key = f"<{'00' * 32}>"
    locked = (
        f"/ID [{key} {key}] /Encrypt << /Filter /Standard /V 2 /R 3 /Length 128 /P -4 /O {key} /U {key} >>"
    )
    assert why(drawn("q 600 0 0 800 0 0 cm /I Do Q")) == "error-document-scan"
    assert why(drawn("")) == "error-document-empty"
    assert why(drawn("", locked)) == "error-document-password"
    assert why(b"%PDF-1.7 and nothing more") == "error-document-broken"
    assert (
        why(as_pdf([Paragraph("Просто текст без таблицы, и ещё немного слов")])) == "error-document-no-table"
    )


def test_letters_that_no_program_can_tell_have_their_own_reason() -> None:
    data = as_pdf([Paragraph("План мероприятий на 2026-2027 учебный год " * 3)])
    assert why(re.sub(rb"<([0-9a-f]{2})> <[0-9a-f]{4}>", rb"<\1> <e0\1>", data)) == "error-document-letters"


def test_letters_of_an_old_font_are_russian_again() -> None:
    text = "План мероприятий на 2026-2027 учебный год"
    data = as_pdf([Paragraph(text.encode("cp1251").decode("latin-1"))])
    assert read_document(data) == [Paragraph(text)]


@pytest.mark.parametrize("cut_rows", [False, True])
def test_tables_without_rules_keep_their_own_columns(cut_rows: bool) -> None:
    """Two tables of different columns on one page, rows of several lines, the last row on the next page."""
    first = [HEADER, *([str(i), f"Семинар {i} для учителей " * 4, "до 15 мая", "РМК"] for i in range(1, 5))]
    second = [
        ["Мероприятие", "Кто", "Когда"],
        *([f"Совет {i} по итогам " * 9, "ОО", "май"] for i in range(12)),
    ]
    blocks: list[Block] = [
        Table(tuple(map(row_of, first))),
        Paragraph("Раздел 2"),
        Table(tuple(map(row_of, second))),
    ]
    read = read_document(as_pdf(blocks, ruled=False, cut_rows=cut_rows))
    rows = [row for block in read if isinstance(block, Table) for row in block.rows]
    whole = [[cell.text for cell in row.cells] for row in rows if row.cells[0].text]
    assert [row for row in whole if len(row) == 4] == [[cell.strip() for cell in row] for row in first]
    assert {row[2] for row in whole if len(row) == 3} == {"Когда", "май"}


@pytest.mark.parametrize("ruled", [True, False])
def test_rows_cut_by_pages_without_a_header_are_whole_again(ruled: bool) -> None:
    """The page's number stands below each cut; a column has nothing of the rest."""
    words = "для учителей начальных классов и воспитателей детских садов " * 6
    rows = [[f"{i}.", f"Семинар {i} {words}".strip(), "май 2027", "РМК"] for i in range(1, 14)]
    pdf = Pdf(ruled, heads=False, numbers=True)
    pdf.table(Table(tuple(map(row_of, [HEADER, *rows]))), cut_rows=True)
    assert len(pdf.pages) == 2
    plan = read_plan(pdf.bytes(), "план.pdf")
    assert [[item.number, item.title, item.deadline.phrase] for item in plan.activities] == [
        row[:3] for row in rows
    ]
    assert plan.unread == ()


def test_a_line_that_comes_again_on_each_page_is_left_out() -> None:
    pages = [[line("План", "2026"), line("Срок", at=20)], [line("План", "2027")], [line("План", "3")], []]
    assert running_lines(pages, 0) == [0, 1, 1, 0]
    assert running_lines(pages[:2], 0) == [0, 0]
    numbers = [[line("Стр.", "1", "из", "2")], [line("–", "2", "–")], [line("2", "школы")]]
    assert running_lines(numbers, -1) == [1, 1, 0]
