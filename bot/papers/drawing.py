"""A Word document drawn from its parts: A4 pages, Russian type, tables with their header on each page."""

from __future__ import annotations

import io
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

import docx
from docx.enum.section import WD_ORIENT, WD_SECTION
from docx.enum.table import WD_TABLE_ALIGNMENT
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm, Pt

from bot.papers.word_xml import add_cell, add_row, fill, least_height, margins, number_pages

FONT = "Times New Roman"  # LibreOffice takes Liberation Serif, of the same widths, where there is none
BODY = 12
IN_TABLE = 10
_SHORT, _LONG = Cm(21), Cm(29.7)  # A4
_LEFT, _RIGHT, _TOP, _BOTTOM = Cm(2.5), Cm(1.5), Cm(1.5), Cm(1.8)
TALL, WIDE = 17.0, 25.7  # centimetres between the margins, upright and across


@dataclass(frozen=True, slots=True)
class Column:
    header: str
    width: float  # in centimetres; columns are fitted to the page, each in proportion
    cell: str  # what stands in its cells, mostly a variable of the template

    @property
    def forms(self) -> tuple[Column, ...]:
        return (self,)

    @property
    def count(self) -> str:
        """How many columns it is, in the template's words."""
        return "1"


@dataclass(frozen=True, slots=True)
class Listed:
    """Columns that the facts name, in their order: each looks as its kind does."""

    each: str  # «столбец in столбцы»
    kind: str  # «столбец.вид»
    looks: Mapping[str, Column]  # by kind

    @property
    def forms(self) -> tuple[Column, ...]:
        return tuple(self.looks.values())

    @property
    def count(self) -> str:
        return f"({self.each.partition(' in ')[2]}|length)"


@dataclass(frozen=True, slots=True)
class Rows:
    """A row for each of ``each``; with ``across``, first a row over all columns for each of its groups."""

    each: str  # «строка in строки»
    groups: str = ""  # «раздел in разделы»
    across: str = ""  # the group's title; no row where it is empty


class Drawing:
    """A document that is written downwards."""

    def __init__(self, *, wide: bool = False) -> None:
        self._document = docx.Document()
        self._width = WIDE if wide else TALL
        self._document.core_properties.author = ""
        # A document drawn twice is the same document.
        moment = datetime(2026, 1, 1)  # noqa: DTZ001 - Word keeps no zone
        self._document.core_properties.created = self._document.core_properties.modified = moment
        style = self._document.styles["Normal"]
        style.font.name, style.font.size = FONT, Pt(BODY)
        style.element.rPr.rFonts.set(qn("w:eastAsia"), FONT)
        style.paragraph_format.space_after = Pt(6)
        self._set_page(self._document.sections[0], wide)
        number_pages(self._document.sections[0])

    def turn(self, *, wide: bool) -> None:
        """What follows stands on pages of its own, across or upright."""
        self._set_page(self._document.add_section(WD_SECTION.NEW_PAGE), wide)
        self._width = WIDE if wide else TALL

    def heading(self, words: str, size: int = 14) -> None:
        paragraph = self._paragraph(words, bold=True, size=size)
        paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
        paragraph.paragraph_format.keep_with_next = True

    def subheading(self, words: str) -> None:
        paragraph = self._paragraph(words, bold=True)
        paragraph.paragraph_format.space_before = Pt(10)
        paragraph.paragraph_format.keep_with_next = True

    def line(self, words: str, *, right: bool = False) -> None:
        paragraph = self._paragraph(words)
        if right:
            paragraph.alignment = WD_ALIGN_PARAGRAPH.RIGHT

    def centred(self, words: str) -> None:
        self._paragraph(words).alignment = WD_ALIGN_PARAGRAPH.CENTER

    def tag(self, words: str) -> None:
        """A paragraph that only steers: it is not in the finished paper."""
        self._paragraph(words)

    def signature(self, who: str) -> None:
        paragraph = self._paragraph(f"{who} ____________________ / ____________________ /")
        paragraph.paragraph_format.space_before = Pt(18)

    def table(
        self,
        columns: Sequence[Column | Listed],
        rows: Rows,
        *,
        header_size: int = IN_TABLE,
        height: float = 0,
    ) -> None:
        """``height``: the least of a row, in centimetres."""
        table = self._document.add_table(0, 1, style="Table Grid")
        table.alignment = WD_TABLE_ALIGNMENT.CENTER
        table.autofit = False
        grid = table._tbl.tblGrid
        for gone in list(grid):
            grid.remove(gone)
        for form in _forms(columns):
            grid.add_gridCol().w = Cm(form.width)
        width = table._tbl.tblPr.find(qn("w:tblW"))
        width.set(qn("w:type"), "dxa")  # twentieths of a point
        width.set(qn("w:w"), str(Cm(self._width).twips))
        table._tbl.tblPr.append(margins())
        header = self._row(table, columns, lambda form: form.header, bold=True, size=header_size)
        header.append(OxmlElement("w:tblHeader"))
        tags = [f"for {rows.groups}"] if rows.groups else []
        for tag in tags:
            self._steer(table, tag)
        if rows.across:
            self._steer(table, f"if {rows.across}")
            self._across(table, columns, rows.across)
            self._steer(table, "endif")
        self._steer(table, f"for {rows.each}")
        properties = self._row(table, columns, lambda form: form.cell)
        if height:
            properties.append(least_height(height))
        self._steer(table, "endfor")
        for _ in tags:
            self._steer(table, "endfor")
        self._paragraph("", size=4).paragraph_format.space_after = Pt(0)

    def data(self) -> bytes:
        out = io.BytesIO()
        self._document.save(out)
        return out.getvalue()

    def _paragraph(self, words: str, *, bold: bool = False, size: int = BODY) -> Any:
        paragraph = self._document.add_paragraph()
        run = paragraph.add_run(words)
        run.bold, run.font.size = bold, Pt(size)
        return paragraph

    def _set_page(self, section: Any, wide: bool) -> None:
        section.orientation = WD_ORIENT.LANDSCAPE if wide else WD_ORIENT.PORTRAIT
        section.page_width, section.page_height = (_LONG, _SHORT) if wide else (_SHORT, _LONG)
        section.left_margin, section.right_margin = _LEFT, _RIGHT
        section.top_margin, section.bottom_margin = _TOP, _BOTTOM

    def _row(
        self,
        table: Any,
        columns: Sequence[Column | Listed],
        words: Callable[[Column], str],
        *,
        bold: bool = False,
        size: int = IN_TABLE,
    ) -> Any:
        """A row that no page cuts unless it grows tall; its properties, to which more may be added."""
        row = add_row(table)
        properties = row.get_or_add_trPr()
        properties.append(OxmlElement("w:cantSplit"))
        for column in columns:
            if isinstance(column, Column):
                fill(add_cell(row, column.width), words(column), bold=bold, centred=bold, size=size)
                continue
            _steer_column(row, f"for {column.each}")
            for kind, form in column.looks.items():
                _steer_column(row, f"if {column.kind} == '{kind}'")
                fill(add_cell(row, form.width), words(form), bold=bold, centred=bold, size=size)
                _steer_column(row, "endif")
            _steer_column(row, "endfor")
        return properties

    def _across(self, table: Any, columns: Sequence[Column | Listed], words: str) -> None:
        number = " + ".join(column.count for column in columns)
        cell = add_cell(add_row(table), sum(form.width for form in _forms(columns)))
        fill(cell, f"{{% colspan {number} %}}{{{{ {words} }}}}", bold=True, size=IN_TABLE)
        cell.p_lst[0].get_or_add_pPr().append(OxmlElement("w:keepNext"))

    def _steer(self, table: Any, tag: str) -> None:
        fill(add_cell(add_row(table), 1), f"{{%tr {tag} %}}", size=IN_TABLE)


def _forms(columns: Sequence[Column | Listed]) -> list[Column]:
    return [form for column in columns for form in column.forms]


def _steer_column(row: Any, tag: str) -> None:
    """A cell that only steers the cells behind it: it is not in the finished paper."""
    fill(add_cell(row, 1), f"{{%tc {tag} %}}", size=IN_TABLE)
