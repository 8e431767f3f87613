"""A web page, or a document that an office program saved as one, becomes blocks."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice
from typing import Any

from bot.reading.blocks import Block, Paragraph, Table, text_of_cell
from bot.reading.grids import MAX_CELLS, Placed, grid_rows
from bot.reading.headers import has_header

_PAGE = re.compile(
    r"\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)*<(?:!doctype\s+html|html\b|body\b|table\b)",
    re.IGNORECASE | re.DOTALL,
)
_CELL = re.compile(r"<tr\b[^>]*>\s*<t[dh]\b", re.IGNORECASE)
_HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
_SILENT = ("del", "script", "style", "head", "template", "noscript", "svg", "math", "title")
_BREAKS = (*_HEADINGS, "p", "div", "li", "ul", "ol", "br", "hr", "section", "article", "blockquote", "pre")
_MOST_COLUMNS = 1000  # the cap of HTML itself: html.spec.whatwg.org, «algorithm for processing rows»
_MOST_ROWS = 65_534


def is_page(text: str) -> bool:
    """It begins as one, or holds a table of its tags: a piece of a page has no beginning."""
    return _PAGE.match(text[:5000]) is not None or ("<table" in text.casefold() and bool(_CELL.search(text)))


def page_blocks(text: str) -> list[Block]:
    from lxml import html

    text = re.sub(r"^\s*<\?xml[^>]*>", "", text)  # it names an encoding that the text no longer has
    root = html.document_fromstring(text, parser=html.HTMLParser(no_network=True))
    return list(_Page().blocks(root))


class _Page:
    """One walk over a page: words between block elements are paragraphs."""

    def blocks(self, root: Any) -> Iterator[Block]:
        line: list[str] = []
        yield from self._walk(root, line, heading=False)
        yield from _flush(line, heading=False)

    def _walk(self, element: Any, line: list[str], *, heading: bool) -> Iterator[Block]:
        line.append(_blanks(element.text))
        for child in element:
            tag = child.tag
            if tag == "table":
                yield from _flush(line, heading=heading)
                yield from self.table(child)
            elif isinstance(tag, str) and tag not in _SILENT:
                inside = heading or tag in _HEADINGS
                if tag in _BREAKS:
                    yield from _flush(line, heading=heading)
                yield from self._walk(child, line, heading=inside)
                if tag in _BREAKS:
                    yield from _flush(line, heading=inside)
            line.append(_blanks(child.tail))

    def table(self, table: Any) -> Iterator[Block]:
        """The table, then those inside its cells."""
        for caption in table.iterchildren("caption"):
            yield from _Page().blocks(caption)
        nested: list[Block] = []
        cells = list(islice(self._cells(table, nested), MAX_CELLS + 1))
        rows = [row for row in grid_rows(cells) if row.cells]
        if not has_header(rows):  # it may go on with a table above, and have nothing in some of its columns
            rows = [row for row in grid_rows(cells, kept={cell.column for cell in cells}) if row.cells]
        if rows:
            yield Table(tuple(rows))
        yield from nested

    def _cells(self, table: Any, nested: list[Block]) -> Iterator[Placed]:
        taken: dict[int, int] = {}  # column -> first row where it is free again
        for at, row in enumerate(_lines(table)):
            column = 0
            found = list(row.iterchildren("td", "th"))
            for cell in found:
                while taken.get(column, 0) > at:
                    column += 1
                columns = _size(cell, "colspan", _MOST_COLUMNS)
                rows = _size(cell, "rowspan", _MOST_ROWS)
                taken.update((covered, at + rows) for covered in range(column, column + columns))
                text = text_of_cell(self.blocks(cell), len(found), nested)
                yield Placed(at, column, text, rows, columns)
                column += columns


def _lines(table: Any) -> Iterator[Any]:
    for child in table:
        if child.tag == "tr":
            yield child
        elif child.tag in ("thead", "tbody", "tfoot"):
            yield from child.iterchildren("tr")


def _size(cell: Any, name: str, most: int) -> int:
    value = cell.get(name, "").strip()
    return max(1, min(int(value), most)) if value.isdecimal() else 1


def _blanks(text: str | None) -> str:
    """Line breaks of the page's source are blanks."""
    return re.sub(r"\s+", " ", (text or "").replace("\xad", ""))


def _flush(line: list[str], *, heading: bool) -> Iterator[Paragraph]:
    text = re.sub(" +", " ", "".join(line)).strip()
    line.clear()
    if text:
        yield Paragraph(text, heading=heading)
