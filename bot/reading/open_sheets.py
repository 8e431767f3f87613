"""An OpenDocument spreadsheet (.ods) becomes blocks: what its cells show, merged cells, visible sheets."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterator
from datetime import date
from typing import Any

from bot.reading.blocks import Block
from bot.reading.grids import Placed
from bot.reading.refusals import UnreadableDocument
from bot.reading.sheets import sheets_blocks
from bot.reading.xml_parts import attribute, children, name, number, parse

_GROUPS = ("table-header-rows", "table-row-group", "table-rows")
_MOST_REPEATS = 300  # of a row or a cell with text; empty ones only move what follows


def open_sheet_blocks(data: bytes) -> list[Block]:
    """The archive was measured before; a broken one raises whatever its reading raises."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        if b"encryption-data" in archive.read("META-INF/manifest.xml"):
            raise UnreadableDocument("error-document-password")
        content = parse(archive.read("content.xml"))
    if content.find("{*}body/{*}spreadsheet") is None:  # a text or a drawing of the same family
        raise UnreadableDocument("error-document-type")
    hidden = {
        attribute(style, "name")
        for style in content.iter("{*}style")
        if any(attribute(properties, "display") == "false" for properties in style)
    }
    return sheets_blocks(
        (attribute(table, "name"), _cells(table))
        for table in content.iterfind("{*}body/{*}spreadsheet/{*}table")
        if attribute(table, "style-name") not in hidden
    )


def _cells(table: Any) -> Iterator[Placed]:
    at = 0
    for row in _lines(table):
        repeats = number(attribute(row, "number-rows-repeated"))
        cells = list(_row(row))
        for copy in range(at, at + min(repeats, _MOST_REPEATS) if cells else at):
            yield from (Placed(copy, *rest) for rest in cells)
        at += repeats


def _lines(parent: Any) -> Iterator[Any]:
    for element in parent:
        if name(element) == "table-row":
            yield element
        elif name(element) in _GROUPS:
            yield from _lines(element)


def _row(row: Any) -> Iterator[tuple[int, str, int, int]]:
    column = 0
    for cell in row:
        if name(cell) not in ("table-cell", "covered-table-cell"):
            continue
        repeats = number(attribute(cell, "number-columns-repeated"))
        rows, columns = (number(attribute(cell, f"number-{side}-spanned")) for side in ("rows", "columns"))
        text = _shown(cell)
        if text or rows > 1 or columns > 1:
            for copy in range(column, column + min(repeats, _MOST_REPEATS)):
                yield copy, text, rows, columns
        column += repeats


def _shown(cell: Any) -> str:
    """The cell's words; a whole date in the order of the reader's own country, not of its author's."""
    if name(cell) == "covered-table-cell":
        return ""
    text = "\n".join(_words(paragraph) for paragraph in children(cell, "p"))
    value = attribute(cell, "date-value")[:10]
    if value and len(re.findall(r"\d+", text)) >= 3:
        return f"{date.fromisoformat(value):%d.%m.%Y}"
    return text


def _words(element: Any) -> str:
    pieces = [element.text or ""]
    for child in element:
        kind = name(child)
        if kind == "s":
            pieces.append(" ")
        elif kind in ("tab", "line-break"):
            pieces.append("\n" if kind == "line-break" else " ")
        elif kind not in ("annotation", "note"):
            pieces.append(_words(child))
        pieces.append(child.tail or "")
    return "".join(pieces)
