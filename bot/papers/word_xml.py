"""Parts of a Word document for which python-docx has no words of its own."""

from __future__ import annotations

from typing import Any

from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm, Pt
from docx.text.paragraph import Paragraph


def margins() -> Any:
    """Less beside the words of a cell than Word leaves by itself."""
    margins = OxmlElement("w:tblCellMar")
    for side in ("w:left", "w:right"):
        margin = OxmlElement(side)
        margin.set(qn("w:w"), str(Cm(0.12).twips))
        margin.set(qn("w:type"), "dxa")
        margins.append(margin)
    return margins


def least_height(centimetres: float) -> Any:
    height = OxmlElement("w:trHeight")
    height.set(qn("w:val"), str(Cm(centimetres).twips))
    height.set(qn("w:hRule"), "atLeast")
    return height


def add_row(table: Any) -> Any:
    row = OxmlElement("w:tr")
    table._tbl.append(row)
    return row


def add_cell(row: Any, width: float) -> Any:
    cell = OxmlElement("w:tc")
    cell.append(OxmlElement("w:tcPr"))
    cell.append(OxmlElement("w:p"))
    cell.width = Cm(width)
    row.append(cell)
    return cell


def fill(cell: Any, words: str, *, bold: bool = False, centred: bool = False, size: int) -> None:
    paragraph = Paragraph(cell.p_lst[0], cell)
    paragraph.paragraph_format.space_after = Pt(0)
    if centred:
        paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
    run = paragraph.add_run(words)
    run.bold, run.font.size = bold, Pt(size)


def number_pages(section: Any) -> None:
    paragraph = section.footer.paragraphs[0]
    paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
    field = OxmlElement("w:fldSimple")
    field.set(qn("w:instr"), "PAGE")
    paragraph._p.append(field)
