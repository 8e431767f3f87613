"""A questionnaire on paper: a sheet to fill in by hand, and a sheet on which the answers are counted."""

from __future__ import annotations

import io
from dataclasses import dataclass
from datetime import datetime
from typing import Any

_BOX = "☐"


@dataclass(frozen=True, slots=True)
class FormQuestion:
    words: str
    hint: str  # "" where one answer is given
    options: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class FormPaper:
    """All words are in the reader's language; questions stand as they are asked."""

    title: str
    note: str
    questions: tuple[FormQuestion, ...]
    counts_title: str
    counts_note: str
    sheets: str  # what stands before the number of sheets
    made_at: datetime


def form_document(paper: FormPaper) -> bytes:
    """A DOCX for A4: the first part is copied for everybody, the last page is the school's."""
    from docx import Document  # noqa: PLC0415 - Word's libraries are loaded where they work
    from docx.enum.text import WD_BREAK  # noqa: PLC0415
    from docx.shared import Cm, Pt, RGBColor  # noqa: PLC0415

    document = Document()
    section = document.sections[0]
    section.page_width, section.page_height = Cm(21), Cm(29.7)
    section.left_margin = section.right_margin = Cm(2)
    section.top_margin = section.bottom_margin = Cm(1.5)
    style = document.styles["Normal"]
    style.font.name, style.font.size = "Times New Roman", Pt(12)
    style.paragraph_format.space_after = Pt(3)
    heading = document.styles["Heading 1"]  # Word's own is blue and of another type
    heading.element.rPr.rFonts.attrib.clear()
    heading.font.name, heading.font.size = "Times New Roman", Pt(14)
    heading.font.color.rgb = RGBColor(0, 0, 0)
    document.core_properties.title = paper.title
    document.core_properties.created = paper.made_at.replace(tzinfo=None)
    _write_sheet(document, paper)
    document.add_paragraph().add_run().add_break(WD_BREAK.PAGE)
    _write_counts(document, paper)
    data = io.BytesIO()
    document.save(data)
    return data.getvalue()


def _write_sheet(document: Any, paper: FormPaper) -> None:
    from docx.shared import Pt  # noqa: PLC0415

    document.add_heading(paper.title, level=1)
    document.add_paragraph(paper.note)
    for number, question in enumerate(paper.questions, 1):
        asked = document.add_paragraph()
        asked.paragraph_format.space_before = Pt(6)
        asked.paragraph_format.keep_with_next = True
        asked.add_run(f"{number}. {question.words}").bold = True
        if question.hint:
            asked.add_run(f" {question.hint}")
        document.add_paragraph("     ".join(f"{_BOX} {option}" for option in question.options))


def _write_counts(document: Any, paper: FormPaper) -> None:
    """A row a question: its options, each with room for a number, in the order in which they are typed."""
    document.add_heading(paper.counts_title, level=1)
    document.add_paragraph(paper.counts_note)
    document.add_paragraph(f"{paper.sheets} ________")
    for number, question in enumerate(paper.questions, 1):
        words = document.add_paragraph(f"{number}. {question.words}")
        words.paragraph_format.keep_with_next = True
        table = document.add_table(rows=2, cols=len(question.options))
        table.style = "Table Grid"
        for cell, option in zip(table.rows[0].cells, question.options, strict=True):
            cell.text = option
        document.add_paragraph()
