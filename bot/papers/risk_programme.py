"""The anti-risk programme of a school: its profile, its gaps and what it does about each factor."""

from __future__ import annotations

import io
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from docx import Document
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.shared import Cm, Pt

from bot.papers.template import UNPRINTABLE


@dataclass(frozen=True, slots=True)
class ProgrammeActivity:
    number: str
    title: str
    deadline: str
    measure: str
    plan: str  # whose plan it stands in


@dataclass(frozen=True, slots=True)
class ProgrammeFactor:
    name: str
    level: str  # «высокий риск, 63 %, 3 из 5 показателей»
    notes: Sequence[str]  # the official level, what the team agreed on
    gap: str  # words for a factor that nothing answers; "" where something does
    activities: Sequence[ProgrammeActivity]


@dataclass(frozen=True, slots=True)
class ProgrammePaper:
    """All words are in the reader's language."""

    title: str
    school: str
    sources: Sequence[str]  # who answered, when, how many
    label: str  # what the profile is and is not
    columns: tuple[str, str, str, str, str]
    factors: Sequence[ProgrammeFactor]  # the most pressing first
    made_at: datetime


_WIDTHS = (1.2, 6.8, 3.0, 4.0, 2.5)  # centimetres


def programme_document(paper: ProgrammePaper) -> bytes:
    """A DOCX for A4; a factor a chapter."""
    document = Document()
    section = document.sections[0]
    section.page_width, section.page_height = Cm(21), Cm(29.7)
    section.left_margin, section.right_margin = Cm(2), Cm(1.5)
    style = document.styles["Normal"]
    style.font.name, style.font.size = "Times New Roman", Pt(12)
    document.core_properties.title = paper.title
    document.core_properties.created = paper.made_at.replace(tzinfo=None)
    for words, level in ((paper.title, 1), (paper.school, 2)):
        document.add_heading(_printable(words), level=level).alignment = WD_ALIGN_PARAGRAPH.CENTER
    for line in (*paper.sources, paper.label):
        document.add_paragraph(line)
    for factor in paper.factors:
        _write_factor(document, factor, paper.columns)
    data = io.BytesIO()
    document.save(data)
    return data.getvalue()


def _write_factor(document: Any, factor: ProgrammeFactor, columns: Sequence[str]) -> None:
    document.add_heading(factor.name, level=3)
    document.add_paragraph(factor.level).runs[0].bold = True
    for note in factor.notes:
        document.add_paragraph(_printable(note))
    if factor.gap:
        document.add_paragraph(factor.gap)
        return
    table = document.add_table(rows=1, cols=len(columns))
    table.style = "Table Grid"
    _fill(table.rows[0], columns, bold=True)
    for one in factor.activities:
        _fill(table.add_row(), (one.number, one.title, one.deadline, one.measure, one.plan))


def _fill(row: Any, words: Sequence[str], *, bold: bool = False) -> None:
    for cell, text, width in zip(row.cells, words, _WIDTHS, strict=True):
        cell.width = Cm(width)
        run = cell.paragraphs[0].add_run(_printable(text))
        run.bold, run.font.size = bold, Pt(10)


def _printable(words: str) -> str:
    """Without what XML cannot hold."""
    return UNPRINTABLE.sub("", words)
