"""A Word document (.docx) becomes blocks: real cells with their spans, no text of the body lost.

The archive is measured before it is unpacked: 300 KiB of zeros can fill gigabytes.
"""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterator
from typing import Any

from bot.reading.blocks import Block, Cell, Paragraph, Row, Table

MAX_UNPACKED = 64 * 1024 * 1024  # ten times the largest road map seen, scans left out
MAX_XML = 24 * 1024 * 1024  # the text itself; lxml needs about five times as much memory
MAX_PARTS = 2000
MAX_SPAN = 64  # Word itself allows 63 columns

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_CHOICE = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"  # repeats a text box
_HEADING = re.compile(r"heading|title|заголов|назван", re.IGNORECASE)


class WordError(Exception):
    """The archive is not a document that can be read; ``key`` says why."""

    def __init__(self, key: str) -> None:
        super().__init__(key)
        self.key = key


def word_blocks(data: bytes) -> list[Block]:
    """Raises :class:`WordError`."""
    _measure(data)
    from docx import Document  # noqa: PLC0415 - lxml is heavy; only where a Word document was sent

    try:
        body: Any = Document(io.BytesIO(data)).element.body
        return list(_blocks(body))
    except Exception as error:  # python-docx and lxml fail in many ways on a broken file
        raise WordError("error-document-broken") from error


def _measure(data: bytes) -> None:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            parts = archive.infolist()
    except (zipfile.BadZipFile, ValueError, NotImplementedError, OverflowError, EOFError, OSError) as error:
        raise WordError("error-document-broken") from error
    names = {part.filename for part in parts}
    if any(part.flag_bits & 1 for part in parts):
        raise WordError("error-document-password")
    if "[Content_Types].xml" not in names or not any(name.startswith("word/") for name in names):
        raise WordError("error-document-type")
    xml = sum(part.file_size for part in parts if part.filename.endswith((".xml", ".rels")))
    if len(parts) > MAX_PARTS or sum(part.file_size for part in parts) > MAX_UNPACKED or xml > MAX_XML:
        raise WordError("error-document-too-large")


def _blocks(parent: Any) -> Iterator[Block]:
    """Paragraphs and tables in their order; content controls and the like are looked through."""
    for element in parent:
        if element.tag == _W + "p":
            if text := _text(element).strip():
                yield Paragraph(text, heading=_is_heading(element))
            yield from _boxed_tables(element)
        elif element.tag == _W + "tbl":
            nested: list[Block] = []
            yield Table(tuple(_rows(element, nested)))
            yield from nested
        elif element.tag not in (_W + "sectPr", _CHOICE):
            yield from _blocks(element)


def _boxed_tables(paragraph: Any) -> Iterator[Block]:
    for table in paragraph.iter(_W + "tbl"):
        if not _inside_fallback(table):
            nested: list[Block] = []
            yield Table(tuple(_rows(table, nested)))


def _rows(table: Any, nested: list[Block]) -> Iterator[Row]:
    above: dict[int, str] = {}  # grid column -> text of the cell that may go on below
    for row in _children(table, "tr"):
        cells: list[Cell] = []
        column = _number(row, "trPr/gridBefore", 0)
        if column:
            cells.append(Cell("", column))
        for cell in _children(row, "tc"):
            span = max(1, _number(cell, "tcPr/gridSpan", 1))
            merge = cell.find(f"{_W}tcPr/{_W}vMerge")
            text = _cell_text(cell, nested)
            carries_on = merge is not None and merge.get(_W + "val", "continue") == "continue"
            continues = carries_on and not text
            above[column] = above.get(column, "") if continues else text
            cells.append(Cell(above[column], span, continues))
            column += span
        yield Row(tuple(cells), page_start=row.find(f".//{_W}lastRenderedPageBreak") is not None)


def _children(parent: Any, tag: str) -> Iterator[Any]:
    """Rows of a table or cells of a row, also those inside content controls and tracked changes."""
    for element in parent:
        if element.tag == _W + tag:
            yield element
        elif element.tag in (_W + "sdt", _W + "sdtContent", _W + "ins", _W + "customXml", _W + "smartTag"):
            yield from _children(element, tag)


def _cell_text(cell: Any, nested: list[Block]) -> str:
    lines: list[str] = []
    for block in _blocks(cell):
        if isinstance(block, Paragraph):
            lines.append(block.text)
        else:
            nested.append(block)
    return "\n".join(lines)


def _text(paragraph: Any) -> str:
    """The paragraph's words, its text boxes' too; deleted text and a box's second copy left out."""
    pieces: list[str] = []
    for element in paragraph.iter(_W + "t", _W + "tab", _W + "br", _W + "cr", _W + "noBreakHyphen", _W + "p"):
        if element is paragraph or _inside_fallback(element) or _inside_table(element, paragraph):
            continue
        if element.tag == _W + "t":
            pieces.append(element.text or "")
        elif element.tag == _W + "noBreakHyphen":
            pieces.append("-")
        elif element.tag != _W + "tab" or element.getparent().tag == _W + "r":
            pieces.append(" " if element.tag == _W + "tab" else "\n")
    return "".join(pieces).replace("\xa0", " ")


def _inside_fallback(element: Any) -> bool:
    return next(element.iterancestors(_CHOICE), None) is not None


def _inside_table(element: Any, paragraph: Any) -> bool:
    """Inside a table that stands in a text box of this paragraph; it is a block of its own."""
    table = next(element.iterancestors(_W + "tbl"), None)
    return table is not None and paragraph in table.iterancestors(_W + "p")


def _is_heading(paragraph: Any) -> bool:
    style = paragraph.find(f"{_W}pPr/{_W}pStyle")
    return style is not None and _HEADING.search(style.get(_W + "val", "")) is not None


def _number(parent: Any, path: str, default: int) -> int:
    element = parent.find("/".join(_W + step for step in path.split("/")))
    value = element.get(_W + "val", "") if element is not None else ""
    return min(int(value), MAX_SPAN) if value.isdecimal() else default
