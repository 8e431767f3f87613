"""A Word document (.docx) becomes blocks: real cells with their spans, no text of the body lost."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from bot.reading.blocks import Block, Cell, Paragraph, Row, Table, text_of_cell
from bot.reading.word_numbering import Numbering

MAX_SPAN = 64  # Word itself allows 63 columns

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_HIDDEN = (  # the second copy of a text box, where moved text stood before, and deleted text
    "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback",
    _W + "moveFrom",
    _W + "del",
)
_DELETED = (f"trPr/{_W}del", f"tcPr/{_W}cellDel")
_HEADING = re.compile(r"heading|title|заголов|назван", re.IGNORECASE)


def word_blocks(data: bytes) -> list[Block]:
    """The archive was measured before; a broken one raises whatever its reading raises."""
    from docx import Document

    document = Document(io.BytesIO(data))
    return list(_Body(Numbering(document)).blocks(document.element.body))


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
                    if not _is_hidden(table) and not _inside_table(table, element):
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
            found = list(_children(row, "tc"))
            for cell in found:
                span = max(1, _number(cell, "tcPr/gridSpan", 1))
                text = text_of_cell(self.blocks(cell), len(found), nested)
                if _carries_on(cell, "hMerge") and cells and not text:  # how Word 97 merged cells
                    cells[-1] = replace(cells[-1], span=cells[-1].span + span)
                    column += span
                    continue
                continues = _carries_on(cell, "vMerge") and not text
                above[column] = above.get(column, "") if continues else text
                cells.append(Cell(above[column], span, continues))
                column += span
            yield Row(tuple(cells))


def _carries_on(cell: Any, merge: str) -> bool:
    """Is the cell merged with the one above it (``vMerge``) or before it (``hMerge``)?"""
    mark = cell.find(f"{_W}tcPr/{_W}{merge}")
    return mark is not None and mark.get(_W + "val", "continue") == "continue"


def _children(parent: Any, tag: str) -> Iterator[Any]:
    """Rows of a table or cells of a row, also inside content controls; those deleted by a change are not."""
    for element in parent:
        if element.tag == _W + tag:
            if not any(element.find(f"{_W}{path}") is not None for path in _DELETED):
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
            pieces.append("" if _is_note_mark(element) else element.text or "")
        elif element.tag == _W + "noBreakHyphen":
            pieces.append("-")
        elif element.tag != _W + "tab" or element.getparent().tag == _W + "r":
            pieces.append(" " if element.tag == _W + "tab" else "\n")
    return "".join(pieces).replace("\xa0", " ")


def _is_note_mark(element: Any) -> bool:
    """A sign of the author's own for a footnote stands beside its reference, in one run."""
    return any(
        sibling.tag in (_W + "footnoteReference", _W + "endnoteReference")
        for sibling in element.itersiblings(preceding=True)
    )


def _is_hidden(element: Any) -> bool:
    return next(element.iterancestors(*_HIDDEN), None) is not None


def _inside_table(element: Any, paragraph: Any) -> bool:
    """Inside a table that stands in a text box of this paragraph; it is a block of its own."""
    table = next(element.iterancestors(_W + "tbl"), None)
    return table is not None and paragraph in table.iterancestors(_W + "p")


def _is_heading(paragraph: Any) -> bool:
    """Its style says so, or all its words are bold."""
    style = paragraph.find(f"{_W}pPr/{_W}pStyle")
    if style is not None and _HEADING.search(style.get(_W + "val", "")) is not None:
        return True
    runs = [
        run for run in paragraph.iter(_W + "r") if any((t.text or "").strip() for t in run.iter(_W + "t"))
    ]
    return bool(runs) and all(map(_is_bold, runs))


def _is_bold(run: Any) -> bool:
    mark = run.find(f"{_W}rPr/{_W}b")
    return mark is not None and mark.get(_W + "val", "1") in ("1", "true", "on")


def _number(parent: Any, path: str, default: int) -> int:
    element = parent.find("/".join(_W + step for step in path.split("/")))
    value = element.get(_W + "val", "") if element is not None else ""
    return min(int(value), MAX_SPAN) if value.isdecimal() else default
