"""The same paragraphs and tables as files of other formats, made when a test asks for them."""

from __future__ import annotations

import csv
import html
import io
import zipfile
from collections.abc import Callable, Sequence

import xlsxwriter

from bot.reading.blocks import Block, Paragraph, Row
from tests.reading.pdf_writer import as_pdf
from tests.reading.sample_documents import as_docx
from tests.reading.xls_writer import write_xls

_ODS = "application/vnd.oasis.opendocument.spreadsheet"
_OPEN = "urn:oasis:names:tc:opendocument:xmlns:"


def sheet_rows(blocks: Sequence[Block]) -> list[list[str]]:
    """A sheet's rows: a paragraph alone in its row, empty rows around the tables."""
    rows: list[list[str]] = []
    for before, block in zip([None, *blocks], blocks, strict=False):
        if isinstance(block, Paragraph):
            rows.append([block.text])
            continue
        if before is not None and not isinstance(before, Paragraph):
            rows.append([])
        rows += [[cell.text for cell in row.cells] for row in block.rows]
        rows.append([])
    return rows


def as_csv(blocks: Sequence[Block], sign: str = ";", encoding: str = "cp1251") -> bytes:
    out = io.StringIO()
    rows = sheet_rows(blocks)
    width = max(map(len, rows))
    csv.writer(out, delimiter=sign).writerows([*row, *[""] * (width - len(row))] for row in rows)
    return out.getvalue().encode(encoding, "xmlcharrefreplace")


def as_tsv(blocks: Sequence[Block]) -> bytes:
    return as_csv(blocks, "\t", "utf-8")


def as_xlsx(blocks: Sequence[Block]) -> bytes:
    out = io.BytesIO()
    book = xlsxwriter.Workbook(out, {"strings_to_formulas": False, "strings_to_urls": False})
    sheet = book.add_worksheet("План")
    for number, row in enumerate(sheet_rows(blocks)):
        for column, text in enumerate(row):
            if text.isdecimal():
                sheet.write_number(number, column + 1, int(text))
            elif text:
                sheet.write_string(number, column + 1, text)
    book.close()
    return out.getvalue()


def as_xls(blocks: Sequence[Block]) -> bytes:
    return write_xls(
        {
            (number, column): float(text) if text.isdecimal() else text
            for number, row in enumerate(sheet_rows(blocks))
            for column, text in enumerate(row)
            if text
        }
    )


def as_ods(blocks: Sequence[Block]) -> bytes:
    rows = "".join(
        "<table:table-row>"
        + "".join(f"<table:table-cell>{_paragraphs(text)}</table:table-cell>" for text in row)
        + "</table:table-row>"
        for row in sheet_rows(blocks)
    )
    return ods_of(f'<table:table table:name="План">{rows}</table:table>')


def ods_of(tables: str, styles: str = "") -> bytes:
    names = "".join(
        f' xmlns:{short}="{_OPEN}{name}:1.0"'
        for short, name in {"office": "office", "table": "table", "text": "text", "style": "style"}.items()
    )
    content = (
        f"<office:document-content{names}><office:automatic-styles>{styles}</office:automatic-styles>"
        f"<office:body><office:spreadsheet>{tables}</office:spreadsheet></office:body>"
        "</office:document-content>"
    )
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("mimetype", _ODS, zipfile.ZIP_STORED)
        archive.writestr("content.xml", content)
        archive.writestr("META-INF/manifest.xml", "<manifest/>")
    return out.getvalue()


def _paragraphs(text: str) -> str:
    return "".join(f"<text:p>{html.escape(line)}</text:p>" for line in text.split("\n")) if text else ""


def as_html(blocks: Sequence[Block]) -> bytes:
    pieces = ["<!DOCTYPE html><html><head><meta charset='utf-8'><title>План</title></head><body>"]
    for block in blocks:
        if isinstance(block, Paragraph):
            tag = "h2" if block.heading else "p"
            pieces.append(f"<{tag}>{html.escape(block.text)}</{tag}>")
        else:
            width = max(len(row.cells) for row in block.rows)
            pieces += ["<table>", *(_html_row(row, width) for row in block.rows), "</table>"]
    return "\n".join([*pieces, "</body></html>"]).encode()


def _html_row(row: Row, width: int) -> str:
    cells = row.cells
    if cells[0].text and len(row.written) == 1:
        return f"<tr><td colspan={width}><b>{_html_text(cells[0].text)}</b></td></tr>"
    return "<tr>" + "".join(f"<td>{_html_text(cell.text)}</td>" for cell in cells) + "</tr>"


def _html_text(text: str) -> str:
    return html.escape(text).replace("\n", "<br>")


FORMS: dict[str, Callable[[list[Block]], bytes]] = {
    "csv": as_csv,
    "tsv": as_tsv,
    "xlsx": as_xlsx,
    "xls": as_xls,
    "ods": as_ods,
    "html": as_html,
    "pdf": as_pdf,
    "docx": as_docx,
}
