"""A workbook (.xlsx) becomes blocks: visible sheets in their order, merged cells, dates as they are shown.

Cells are read as they stand in the file, so a lonely cell in the last row or a false size costs nothing.
Rows that a filter hides are rows of the plan; hidden sheets are the author's own notes.
"""

from __future__ import annotations

import io
import posixpath
import re
import zipfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from bot.reading.blocks import Block
from bot.reading.grids import Placed
from bot.reading.sheet_values import Shown, shown_date, shown_number
from bot.reading.sheets import sheets_blocks
from bot.reading.xml_parts import attribute, children, name, number, parse

_REFERENCE = re.compile(r"\$?([A-Z]{1,3})\$?(\d{1,7})")
_Place = tuple[int, int]


@dataclass(frozen=True, slots=True)
class _Book:
    strings: Sequence[str]
    shown: Sequence[Shown]  # of each cell style: what a number in it means
    from_1904: bool


def workbook_blocks(data: bytes) -> list[Block]:
    """The archive was measured before; a broken one raises whatever its reading raises."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        workbook = parse(archive.read("xl/workbook.xml"))
        targets = _targets(archive)
        properties = [attribute(e, "date1904") for e in children(workbook, "workbookPr")]
        book = _Book(_strings(archive), _styles(archive), properties in (["1"], ["true"]))
        sheets = [
            (attribute(sheet, "name"), targets.get(attribute(sheet, "id"), ""))
            for sheets in children(workbook, "sheets")
            for sheet in children(sheets, "sheet")
            if attribute(sheet, "state") in ("", "visible")
        ]
        return sheets_blocks(
            (title, _placed(parse(archive.read(target)), book))
            for title, target in sheets
            if target in archive.namelist()
        )


def _targets(archive: zipfile.ZipFile) -> dict[str, str]:
    relations = parse(archive.read("xl/_rels/workbook.xml.rels"))
    return {
        attribute(r, "Id"): posixpath.normpath(posixpath.join("/xl", attribute(r, "Target"))).lstrip("/")
        for r in relations
        if attribute(r, "Type").endswith("/worksheet")
    }


def _part(archive: zipfile.ZipFile, path: str) -> Any:
    return parse(archive.read(path)) if path in archive.namelist() else ()


def _strings(archive: zipfile.ZipFile) -> list[str]:
    return [_text(item) for item in _part(archive, "xl/sharedStrings.xml")]


def _text(item: Any) -> str:
    """The words of a string, of its differently printed pieces too; how they are pronounced left out."""
    pieces = [e for child in item for e in ([child] if name(child) == "t" else children(child, "t"))]
    return "".join(e.text or "" for e in pieces if name(e.getparent()) != "rPh")


def _styles(archive: zipfile.ZipFile) -> list[Shown]:
    styles = list(_part(archive, "xl/styles.xml"))
    own = {
        attribute(f, "numFmtId"): attribute(f, "formatCode")
        for formats in styles
        if name(formats) == "numFmts"
        for f in formats
    }
    kinds = [kind for cells in styles if name(cells) == "cellXfs" for kind in cells]
    ids = [attribute(kind, "numFmtId") for kind in kinds]
    return [Shown.of(number(i, 0), own.get(i, "")) for i in ids]


def _placed(sheet: Any, book: _Book) -> Iterator[Placed]:
    sizes: dict[_Place, _Place] = {}
    for merged in (e for block in children(sheet, "mergeCells") for e in block):
        first, _, last = attribute(merged, "ref").partition(":")
        (row, column), (below, right) = _place(first), _place(last or first)
        sizes[row, column] = (below - row + 1, right - column + 1)
    for place, text in _cells(sheet, book):
        if text or place in sizes:
            yield Placed(place[0], place[1], text, *sizes.get(place, (1, 1)))


def _place(reference: str) -> _Place:
    """Row and column, counted from 0, of «B7»."""
    match = _REFERENCE.fullmatch(reference)
    if match is None:
        raise ValueError(reference)
    column = 0
    for letter in match[1]:
        column = column * 26 + ord(letter) - 64
    return int(match[2]) - 1, column - 1


def _cells(sheet: Any, book: _Book) -> Iterator[tuple[_Place, str]]:
    row = -1
    for line in (e for block in children(sheet, "sheetData") for e in block):
        row = number(attribute(line, "r"), row + 2) - 1
        column = -1
        for cell in children(line, "c"):
            reference = cell.get("r")
            row, column = _place(reference) if reference else (row, column + 1)
            yield (row, column), _value(cell, book)


def _value(cell: Any, book: _Book) -> str:
    kind = cell.get("t", "n")
    if kind == "inlineStr":
        return "\n".join(_text(item) for item in children(cell, "is"))
    written = "".join(v.text or "" for v in children(cell, "v"))
    if kind == "s":
        return book.strings[int(written)] if written else ""
    if kind != "n" or not written:
        return "" if kind in ("e", "b") else written
    style = number(cell.get("s", ""), 0)
    shown = book.shown[style] if style < len(book.shown) else Shown.NUMBER
    value = float(written)
    return (
        shown_number(value, shown)
        if not shown.is_date
        else shown_date(value, shown, from_1904=book.from_1904)
    )
