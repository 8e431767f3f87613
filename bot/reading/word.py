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
from bot.reading.word_numbering import Numbering

MAX_UNPACKED = 64 * 1024 * 1024  # ten times the largest road map seen, scans left out
MAX_XML = 24 * 1024 * 1024  # the text itself; lxml needs about five times as much memory
MAX_PARTS = 2000
MAX_SPAN = 64  # Word itself allows 63 columns

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_HIDDEN = (  # the second copy of a text box, and where moved text stood before
    "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback",
    _W + "moveFrom",
)
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
        document = Document(io.BytesIO(data))
        return list(_Body(Numbering(document)).blocks(document.element.body))
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


class _Body:
    """One walk over a document's body in the order of its text, as its numbers are counted."""

    def __init__(self, numbering: Numbering) -> None:
        self.numbering = numbering

    def blocks(self, parent: Any) -> Iterator[Block]:
        """Paragraphs and tables in their order; content controls and the like are looked through."""
        for element in parent:
            if element.tag == _W + "p":
                if text := self.numbered(element):
                    yield Paragraph(text, heading=_is_heading(element))
                for table in element.iter(_W + "tbl"):  # in a text box
                    if not _is_hidden(table):
                        yield from self.table(table)
            elif element.tag == _W + "tbl":
                yield from self.table(element)
            elif element.tag not in (_W + "sectPr", *_HIDDEN):
                yield from self.blocks(element)

    def numbered(self, paragraph: Any) -> str:
        return f"{self.numbering.of(paragraph)} {_text(paragraph).strip()}".strip()

    def table(self, table: Any) -> Iterator[Block]:
        nested: list[Block] = []
        yield Table(tuple(self.rows(table, nested)))
        yield from nested

    def rows(self, table: Any, nested: list[Block]) -> Iterator[Row]:
        above: dict[int, str] = {}  # grid column -> text of the cell that may go on below
        for row in _children(table, "tr"):
            cells: list[Cell] = []
            column = _number(row, "trPr/gridBefore", 0)
            if column:
                cells.append(Cell("", column))
            for cell in _children(row, "tc"):
                span = max(1, _number(cell, "tcPr/gridSpan", 1))
                merge = cell.find(f"{_W}tcPr/{_W}vMerge")
                text = self.cell_text(cell, nested)
                carries_on = merge is not None and merge.get(_W + "val", "continue") == "continue"
                continues = carries_on and not text
                above[column] = above.get(column, "") if continues else text
                cells.append(Cell(above[column], span, continues))
                column += span
            yield Row(tuple(cells))

    def cell_text(self, cell: Any, nested: list[Block]) -> str:
        lines: list[str] = []
        for block in self.blocks(cell):
            if isinstance(block, Paragraph):
                lines.append(block.text)
            else:
                nested.append(block)
        return "\n".join(lines)


def _children(parent: Any, tag: str) -> Iterator[Any]:
    """Rows of a table or cells of a row, also those inside content controls and tracked changes."""
    for element in parent:
        if element.tag == _W + tag:
            yield element
        elif element.tag in (_W + "sdt", _W + "sdtContent", _W + "ins", _W + "customXml", _W + "smartTag"):
            yield from _children(element, tag)


def _text(paragraph: Any) -> str:
    """The paragraph's words, its text boxes' too; deleted text and a box's second copy left out."""
    pieces: list[str] = []
    for element in paragraph.iter(_W + "t", _W + "tab", _W + "br", _W + "cr", _W + "noBreakHyphen", _W + "p"):
        if element is paragraph or _is_hidden(element) or _inside_table(element, paragraph):
            continue
        if element.tag == _W + "t":
            pieces.append(element.text or "")
        elif element.tag == _W + "noBreakHyphen":
            pieces.append("-")
        elif element.tag != _W + "tab" or element.getparent().tag == _W + "r":
            pieces.append(" " if element.tag == _W + "tab" else "\n")
    return "".join(pieces).replace("\xa0", " ")


def _is_hidden(element: Any) -> bool:
    return next(element.iterancestors(*_HIDDEN), None) is not None


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
