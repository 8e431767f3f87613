"""Word documents: real cells with their spans, accepted changes, and numbers that Word writes itself."""

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

from bot.reading.blocks import Cell, Paragraph, Table
from bot.reading.documents import UnreadableDocument, read_document
from bot.reading.plan_reader import read_plan
from tests.reading.sample_documents import SAMPLE_DOCX
from tests.reading.test_documents import archive, grid, why


def docx_of(build: Any) -> bytes:
    document = Document()
    build(document)
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


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


def test_a_table_among_other_cells_is_but_lines_of_its_cell() -> None:
    def build(document: Any) -> None:
        table = document.add_table(1, 3)
        for cell, text in zip(table.rows[0].cells, ("Семинар", "май", "РМК"), strict=True):
            cell.text = text
        inner = table.cell(0, 2).add_table(2, 1)
        inner.cell(0, 0).text, inner.cell(1, 0).text = "ОО", "школы"

    assert grid(docx_of(build)) == [[["Семинар", "май", "РМК\nОО\nшколы"]]]


def test_cells_that_word_97_merged_are_one() -> None:
    def build(document: Any) -> None:
        table = document.add_table(1, 3)
        table.cell(0, 0).text = "Раздел"
        for cell, mark in zip(table.rows[0].cells, ("restart", "continue", "continue"), strict=True):
            merge = f'<w:hMerge {nsdecls("w")} w:val="{mark}"/>'
            cell._tc.get_or_add_tcPr().append(parse_xml(merge))

    (table,) = (block for block in read_document(docx_of(build)) if isinstance(block, Table))
    assert table.rows[0].cells == (Cell("Раздел", 3),)


def test_a_text_box_that_word_wrote_twice_is_read_once() -> None:
    cells = "".join(f"<w:tc><w:p><w:r><w:t>{text}</w:t></w:r></w:p></w:tc>" for text in ("Семинар", "май"))
    box = f"<w:txbxContent><w:tbl><w:tr>{cells}</w:tr></w:tbl></w:txbxContent>"
    both = (
        f"<w:r {nsdecls('w')} xmlns:mc='http://schemas.openxmlformats.org/markup-compatibility/2006'>"
        f"<mc:AlternateContent><mc:Choice Requires='wps'>{box}</mc:Choice>"
        f"<mc:Fallback><w:pict>{box}</w:pict></mc:Fallback></mc:AlternateContent></w:r>"
    )
    data = docx_of(lambda document: document.add_paragraph("у рамки")._p.append(parse_xml(both)))
    assert grid(data) == [[["Семинар", "май"]]]


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


def test_words_all_in_bold_are_a_heading() -> None:
    document = Document()
    document.add_paragraph().add_run("Работа с кадрами").bold = True
    document.add_paragraph("Начало ").add_run("важное").bold = True
    out = io.BytesIO()
    document.save(out)
    assert read_document(out.getvalue()) == [
        Paragraph("Работа с кадрами", heading=True),
        Paragraph("Начало важное"),
    ]
