"""Plans made for the bench, of any size, in every format."""

from __future__ import annotations

import html
from collections.abc import Callable

from bot.reading.blocks import Block, Cell, Paragraph, Row, Table
from tests.promises.hostile_files import replaced
from tests.reading import forms
from tests.reading.deadline_table import table
from tests.reading.sample_documents import SAMPLE_DOCX

_WORD = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
_CELL = "<w:tc><w:p><w:r><w:t>{}</w:t></w:r></w:p></w:tc>"


def plan_of(rows: int) -> list[Block]:
    """A plan of so many rows, ten a section, with the deadlines of the table in turn."""
    phrases = [
        phrase for context, phrase, _ in table() if not context.section_month and not context.column_year
    ]
    header = ["№", "Мероприятие", "Сроки", "Ответственные", "Результат"]
    lines = [header]
    for i in range(rows):
        if i % 10 == 0:
            lines.append([f"{i // 10 + 1}. Направление работы {i // 10 + 1}"])
        deadline = phrases[i % len(phrases)].replace("\n", " ")
        number = f"{i // 10 + 1}.{i % 10 + 1}"
        lines.append([number, f"Проведение семинара № {i + 1}", deadline, "Управление образования", "Приказ"])
    cells = tuple(Row(tuple(Cell(text) for text in line)) for line in lines)
    title = "Дорожная карта повышения качества образования на 2021-2022 учебный год"
    return [Paragraph(title), Table(cells)]


def as_txt(blocks: list[Block]) -> bytes:
    """Tabs between the cells, as exports write them."""
    lines = [
        block.text
        if isinstance(block, Paragraph)
        else "\n".join("\t".join(cell.text for cell in row.cells) for row in block.rows)
        for block in blocks
    ]
    return "\n\n".join(lines).encode()


def as_docx(blocks: list[Block]) -> bytes:
    """Written as text: the library that writes Word files takes minutes for thousands of rows."""
    pieces = []
    for block in blocks:
        if isinstance(block, Paragraph):
            pieces.append(f"<w:p><w:r><w:t>{html.escape(block.text)}</w:t></w:r></w:p>")
        else:
            rows = ("".join(_CELL.format(html.escape(cell.text)) for cell in row.cells) for row in block.rows)
            pieces.append("<w:tbl>" + "".join(f"<w:tr>{row}</w:tr>" for row in rows) + "</w:tbl>")
    body = f"<w:document {_WORD}><w:body>{''.join(pieces)}</w:body></w:document>"
    return replaced(SAMPLE_DOCX.read_bytes(), "word/document.xml", body.encode())


FORMS: dict[str, Callable[[list[Block]], bytes]] = {"txt": as_txt, **forms.FORMS, "docx": as_docx}
