"""Bytes become blocks, or one clear reason why not."""

from __future__ import annotations

import io
import zipfile
from typing import Any

import pytest
from docx import Document
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bot.reading.archives import MAX_XML
from bot.reading.blocks import Cell, Paragraph, Table
from bot.reading.documents import MAX_BYTES, UnreadableDocument, read_document
from bot.reading.plan_reader import read_plan
from tests.reading.sample_documents import CELL_PER_LINE, SAMPLE, SAMPLE_DOCX, as_cell_per_line, sample_blocks
from tests.reading.xls_writer import compound_file

TEXT = "План на 2026 год\n\n№\tМероприятие\tСрок\n1\tСеминар\tмай\n"


def grid(data: bytes) -> list[list[list[str]]]:
    return [
        [[cell.text for cell in row.cells] for row in block.rows]
        for block in read_document(data)
        if isinstance(block, Table)
    ]


def why(data: bytes, filename: str = "план") -> str:
    with pytest.raises(UnreadableDocument) as refusal:
        read_plan(data, filename)
    return refusal.value.key


def docx_of(build: Any) -> bytes:
    document = Document()
    build(document)
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1251", "utf-16"])
@pytest.mark.parametrize("newline", ["\n", "\r\n"])
def test_a_text_is_read_in_every_usual_encoding(encoding: str, newline: str) -> None:
    data = TEXT.replace("\n", newline).encode(encoding)
    assert read_document(data)[0] == Paragraph("План на 2026 год")
    assert grid(data) == [[["№", "Мероприятие", "Срок"], ["1", "Семинар", "май"]]]


def test_a_cell_per_line_may_hold_blank_lines() -> None:
    text = (
        "Утверждаю\t01.09.2026\n\n"
        "\t№\n\tМероприятие\n\tСрок\n\tОтветственные\n\n"
        "\t1. Раздел\n\n"
        "\t1.\n\tСеминар\n\nдля учителей\n\tмай\n\n\n\tРМК,\n\nОО\n\n"
        "\t2.\n\tСовет\n\t\n\tОО\n\n\n"
        "Снова проза\n"
    )
    assert read_document(text.encode())[0] == Paragraph("Утверждаю\t01.09.2026")
    assert read_document(text.encode())[-1] == Paragraph("Снова проза")
    assert grid(text.encode()) == [
        [
            ["№", "Мероприятие", "Срок", "Ответственные"],
            ["1. Раздел"],
            ["1.", "Семинар\n\nдля учителей", "май", "РМК,\n\nОО"],
            ["2.", "Совет", "", "ОО"],
        ]
    ]


def test_a_cell_of_a_row_per_line_may_hold_a_line_break() -> None:
    text = "1\tСеминар\tмай\tРМК\n2\tСовет\tиюнь\tРМК\n3\tКлуб\nдля учителей\tиюль\tРМК\n"
    assert grid(text.encode())[0][2] == ["3", "Клуб\nдля учителей", "июль", "РМК"]


def test_tags_of_an_export_are_dropped_and_words_kept() -> None:
    row = '1\t<b>Сайт</b> <a href="http://x.ru">школы</a> &amp; блог, 5 < 7\tмай<br>июнь\n'
    assert grid(row.encode()) == [[["1", "Сайт школы & блог, 5 < 7", "май\nиюнь"]]]


def test_the_three_forms_of_one_plan_read_alike() -> None:
    plans = [read_plan(path.read_bytes(), "план") for path in (SAMPLE, SAMPLE_DOCX, CELL_PER_LINE)]
    assert [(p.title, p.activities, p.sections, p.doubts, p.unread) for p in plans[1:]] == [
        (plans[0].title, plans[0].activities, plans[0].sections, plans[0].doubts, plans[0].unread)
    ] * 2


def test_the_sample_in_other_forms_is_up_to_date() -> None:
    assert CELL_PER_LINE.read_text(encoding="utf-8") == as_cell_per_line(sample_blocks())
    assert grid(SAMPLE_DOCX.read_bytes())[0][1] == grid(SAMPLE.read_bytes())[0][1]


def test_a_word_table_keeps_its_spans_and_merges() -> None:
    def build(document: Any) -> None:
        document.add_heading("Раздел", 1)
        table = document.add_table(3, 3)
        table.cell(0, 0).merge(table.cell(0, 2)).text = "Общее"
        table.cell(1, 0).merge(table.cell(2, 0)).text = "Слева"
        table.cell(1, 1).text = "а"
        table.cell(2, 2).text = "б"

    blocks = read_document(docx_of(build))
    assert blocks[0] == Paragraph("Раздел", heading=True)
    assert isinstance(blocks[1], Table)
    assert [row.cells for row in blocks[1].rows] == [
        (Cell("Общее", 3),),
        (Cell("Слева"), Cell("а"), Cell("")),
        (Cell("Слева", continues=True), Cell(""), Cell("б")),
    ]


def test_nested_tables_and_text_boxes_of_word_are_not_lost() -> None:
    box = (
        f"<w:r {nsdecls('w')}><w:pict><v:shape xmlns:v='urn:schemas-microsoft-com:vml'><v:textbox>"
        "<w:txbxContent><w:p><w:r><w:t>в рамке</w:t></w:r></w:p></w:txbxContent>"
        "</v:textbox></v:shape></w:pict></w:r>"
    )

    def build(document: Any) -> None:
        cell = document.add_table(1, 1).cell(0, 0)
        cell.text = "снаружи"
        cell.add_table(1, 1).cell(0, 0).text = "внутри"
        document.add_paragraph("у рамки")._p.append(parse_xml(box))

    data = docx_of(build)
    assert grid(data) == [[["снаружи"]], [["внутри"]]]
    assert read_document(data)[-1] == Paragraph("у рамки\nв рамке")


def test_changes_are_accepted_and_marks_of_notes_dropped() -> None:
    def build(document: Any) -> None:
        table = document.add_table(3, 2)
        for row in table.rows:
            row.cells[0].text, row.cells[1].text = "Семинар", "май"
        table.rows[1]._tr.get_or_add_trPr().append(parse_xml(f"<w:del {nsdecls('w')}/>"))
        table.cell(2, 1)._tc.get_or_add_tcPr().append(parse_xml(f"<w:cellDel {nsdecls('w')}/>"))
        paragraph = table.cell(0, 1).paragraphs[0]._p
        for xml in (
            "<w:ins {}><w:r><w:t> и июнь</w:t></w:r></w:ins>",
            "<w:del {}><w:r><w:br/><w:delText>апрель</w:delText></w:r></w:del>",
            "<w:moveFrom {}><w:r><w:t>март</w:t></w:r></w:moveFrom>",
            '<w:r {}><w:footnoteReference w:customMarkFollows="1" w:id="2"/><w:t>*</w:t></w:r>',
        ):
            paragraph.append(parse_xml(xml.format(nsdecls("w"))))

    assert grid(docx_of(build)) == [[["Семинар", "май и июнь"], ["Семинар"]]]


def test_a_table_inside_a_table_of_a_text_box_is_read_once() -> None:
    cell = "<w:tbl><w:tr><w:tc><w:p><w:r><w:t>{}</w:t></w:r></w:p>{}</w:tc></w:tr></w:tbl>"
    box = (
        f"<w:r {nsdecls('w')}><w:pict><v:shape xmlns:v='urn:schemas-microsoft-com:vml'><v:textbox>"
        f"<w:txbxContent>{cell.format('снаружи', cell.format('внутри', ''))}</w:txbxContent>"
        "</v:textbox></v:shape></w:pict></w:r>"
    )
    data = docx_of(lambda document: document.add_paragraph("у рамки")._p.append(parse_xml(box)))
    assert grid(data) == [[["снаружи"]], [["внутри"]]]


REFUSED = {
    b"": "error-document-empty",
    b" \n\t ": "error-document-empty",
    b"\xef\xbb\xbf  ": "error-document-empty",
    b"%PDF-1.7 ...": "error-document-broken",
    b"\x89PNG\r\n": "error-document-type",
    b"text\x00binary": "error-document-type",
    b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(512): "error-document-type",
    b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le"): "error-document-password",
    compound_file("WordDocument", b"Plan" * 1000): "error-document-doc",
    b"{\\rtf1 Plan}": "error-document-doc",
    b"PK\x03\x04 not really": "error-document-broken",
    b"\x98\x98": "error-document-broken",
    "Просто текст без таблицы".encode(): "error-document-no-table",
    "Имя\tТелефон\nАнна\t12-34\n".encode(): "error-document-no-table",
}


@pytest.mark.parametrize("data", REFUSED)
def test_what_cannot_be_read_is_refused_with_its_reason(data: bytes) -> None:
    assert why(data) == REFUSED[data]


def test_a_plan_of_thousands_of_activities_is_refused() -> None:
    assert why(("№\tМероприятие\tСрок\n" + "1\tа\tмай\n" * 2001).encode()) == "error-document-too-large"


def test_a_file_beyond_telegrams_limit_is_refused() -> None:
    assert why(b"x" * (MAX_BYTES + 1)) == "error-document-too-large"


def archive(parts: dict[str, bytes]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as made:
        for name, data in parts.items():
            made.writestr(name, data)
    return out.getvalue()


def test_an_archive_of_another_kind_is_refused() -> None:
    assert (
        why(archive({"ppt/presentation.xml": b"<x/>", "[Content_Types].xml": b"<x/>"}))
        == "error-document-type"
    )


def test_a_bomb_is_refused_before_it_is_unpacked(monkeypatch: pytest.MonkeyPatch) -> None:
    def unpack(*_: object) -> bytes:
        raise AssertionError("unpacked")

    bomb = archive({"[Content_Types].xml": b"<x/>", "word/document.xml": bytes(MAX_XML + 1)})
    assert len(bomb) < 100_000
    monkeypatch.setattr(zipfile.ZipFile, "read", unpack)
    assert why(bomb) == "error-document-too-large"


_W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
_BODY = f"<w:document {_W}><w:body><w:tbl><w:tr>{{}}</w:tr></w:tbl></w:body></w:document>"
_CELL = "<w:tc><w:tcPr><w:gridSpan w:val='{}'/></w:tcPr><w:p><w:r><w:t>х</w:t></w:r></w:p></w:tc>"
ODD_XML = {
    "a span of a million": _BODY.format(_CELL.format(10**6)),
    "a span that is no number": _BODY.format(_CELL.format("-x")),
    "a row without cells": _BODY.format(""),
    "no body": f"<w:document {_W}/>",
    "deeper than any stack": f"<w:document {_W}><w:body>" + "<w:tbl><w:tr><w:tc>" * 3000,
    "entities that multiply": '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;">]>'
    f"<w:document {_W}><w:body><w:p><w:r><w:t>&b;</w:t></w:r></w:p></w:body></w:document>",
}  # fmt: skip


@pytest.mark.parametrize("name", ODD_XML)
def test_odd_word_documents_are_refused(name: str) -> None:
    with zipfile.ZipFile(SAMPLE_DOCX) as sample:
        parts = {part: sample.read(part) for part in sample.namelist()}
    assert why(archive(parts | {"word/document.xml": ODD_XML[name].encode()})) in (
        "error-document-broken",
        "error-document-no-table",
    )


@given(st.binary(max_size=200) | st.text(alphabet="аб1.\t\n №срокмепит«»", max_size=200).map(str.encode))
def test_no_bytes_break_the_reader(data: bytes) -> None:
    try:
        read_plan(data, "план")
    except UnreadableDocument:
        return


@settings(max_examples=30, suppress_health_check=[HealthCheck.too_slow], deadline=None)
@given(st.lists(st.tuples(st.integers(0, 39_000), st.integers(0, 255)), min_size=1, max_size=20))
def test_no_damaged_word_document_breaks_the_reader(changes: list[tuple[int, int]]) -> None:
    data = bytearray(SAMPLE_DOCX.read_bytes())
    for place, value in changes:
        data[place] = value
    try:
        read_plan(bytes(data), "план")
    except UnreadableDocument:
        return


def test_numbers_that_word_writes_itself_are_counted() -> None:
    def build(document: Any) -> None:
        numbering = document.part.numbering_part.element
        for tag, number, form, patterns in (
            ("90", "90", "decimal", ("%1.", "%1.%2.")),
            ("91", "91", "upperRoman", ("%1.",)),
            ("92", "92", "bullet", ("•",)),
        ):
            levels = "".join(
                f'<w:lvl w:ilvl="{i}"><w:start w:val="1"/><w:numFmt w:val="{form}"/>'
                f'<w:lvlText w:val="{text}"/></w:lvl>'
                for i, text in enumerate(patterns)
            )
            kind = f'<w:abstractNum {nsdecls("w")} w:abstractNumId="{tag}">{levels}</w:abstractNum>'
            numbering.insert(0, parse_xml(kind))
            numbering.append(
                parse_xml(
                    f'<w:num {nsdecls("w")} w:numId="{number}"><w:abstractNumId w:val="{tag}"/></w:num>'
                )
            )
        table = document.add_table(0, 2)
        for number, level, text in (
            ("91", 0, "Раздел"),
            ("90", 0, "Семинар"),
            ("90", 1, "Доклад"),
            ("90", 1, "Показ"),
            ("90", 0, "Совет"),
            ("92", 0, "Точка"),
            ("91", 0, "Раздел"),
            ("93", 0, "Нет такого списка"),
        ):
            cells = table.add_row().cells
            mark = f'<w:numPr {nsdecls("w")}><w:ilvl w:val="{level}"/><w:numId w:val="{number}"/></w:numPr>'
            cells[0].paragraphs[0]._p.get_or_add_pPr().append(parse_xml(mark))
            cells[1].text = text

    assert [row[0] for row in grid(docx_of(build))[0]] == ["I.", "1.", "1.1.", "1.2.", "2.", "", "II.", ""]
