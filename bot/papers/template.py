"""A template and facts become a Word document. The template may be a person's own file: it is not trusted."""

from __future__ import annotations

import io
import re
from collections.abc import Mapping, Sequence
from typing import Any

from docx.oxml.ns import qn
from docx.shared import Cm, Twips
from docxtpl import DocxTemplate, InlineImage  # type: ignore[import-untyped]  # it has no types
from jinja2 import StrictUndefined
from jinja2.sandbox import SandboxedEnvironment
from markupsafe import Markup, escape
from PIL import Image

PICTURES = "диаграммы"
_HIGHEST, _WIDEST = 21.0, 12.0  # centimetres of a picture on an upright page
_LETTERS_A_CM = 5.5  # of the tables' type
_TALL = 12  # lines of a row
_SHORT = 80  # letters
# What XML cannot hold, and what docxtpl takes for a break of a paragraph or a page. Lines and tabs may stay.
UNPRINTABLE = re.compile("[\x00-\x08\x0b-\x1f\x7f\ud800-\udfff\ufffe\uffff]")
# docxtpl has its own way to write braces, and would change people's words that look like it.
_ESCAPED_BRACES = re.compile(r"([{}%])_(?=[{}%])")


def render(template: bytes, facts: Mapping[str, Any], pictures: Sequence[bytes] = ()) -> bytes:
    """The DOCX of ``template`` filled with ``facts``; people's words are only text in it.

    Raises jinja2.TemplateError for what the template gets wrong.
    """
    document = DocxTemplate(io.BytesIO(template))
    shown = [_picture(document, picture) for picture in pictures]
    document.render({**facts, PICTURES: shown}, environment())
    for table in document.docx.element.body.iter(qn("w:tbl")):
        _fit(table)
        _let_pages_cut(table)
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def environment() -> SandboxedEnvironment:
    """Templates reach nothing but what they are given, and an unknown word is an error."""
    return SandboxedEnvironment(undefined=StrictUndefined, autoescape=True, finalize=_literal)


def _literal(value: Any) -> Any:
    if hasattr(value, "__html__") or isinstance(value, StrictUndefined):
        return value
    words = str(escape(UNPRINTABLE.sub("", str(value))))
    return Markup(_ESCAPED_BRACES.sub(r"\1&#95;", words))  # noqa: S704 - escaped in the line above


def _fit(table: Any) -> None:
    """Give the columns that are there now the whole width of the table, each in proportion.

    A template's columns may come and go; Word and LibreOffice would take the widths of those that are gone.
    """
    widths = next(
        (row for row in map(_widths, table.tr_lst) if row and all(span == 1 for span, _ in row)), None
    )
    told = table.tblPr.find(qn("w:tblW"))
    if not widths or told is None or told.get(qn("w:type")) != "dxa":
        return
    whole, parts = int(told.get(qn("w:w"))), [width for _, width in widths]
    fitted = [part * whole // (sum(parts) or 1) for part in parts]
    grid = table.tblGrid
    for gone in list(grid):
        grid.remove(gone)
    for width in fitted:
        grid.add_gridCol().w = Twips(width)
    for row in table.tr_lst:
        place = 0
        for cell, (span, _) in zip(row.tc_lst, _widths(row), strict=True):
            cell.width = Twips(sum(fitted[place : place + span]))
            place += span


def _let_pages_cut(table: Any) -> None:
    """A row that is to stay on one page takes half of it with it once it is tall: that one may be cut."""
    for row in table.tr_lst:
        whole = row.trPr.find(qn("w:cantSplit")) if row.trPr is not None else None
        if whole is not None and any(_lines(cell) > _TALL for cell in row.tc_lst):
            row.trPr.remove(whole)


def _lines(cell: Any) -> int:
    """About how many lines the words of a cell take; 1 for what is short in any column."""
    if len("".join(cell.itertext())) < _SHORT:
        return 1
    letters = max(1, int((cell.width.cm if cell.width else 1) * _LETTERS_A_CM))
    words = [line for paragraph in cell.p_lst for line in paragraph.text.split("\n")]
    return sum(-(-len(line) // letters) or 1 for line in words)


def _widths(row: Any) -> list[tuple[int, int]]:
    """Of each cell, how many columns it spans and how wide it says it is."""
    return [(cell.grid_span, cell.width.twips if cell.width else 1) for cell in row.tc_lst]


def _picture(document: DocxTemplate, png: bytes) -> InlineImage:
    """As wide as the page allows, or as high."""
    with Image.open(io.BytesIO(png)) as picture:
        width, height = picture.size
    return InlineImage(document, io.BytesIO(png), width=Cm(min(_WIDEST, _HIGHEST * width / height)))
