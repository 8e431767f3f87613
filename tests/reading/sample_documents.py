"""The sample road map in its other forms; ``python -m tests.reading.sample_documents`` writes them anew."""

from __future__ import annotations

import io
from datetime import datetime
from pathlib import Path

from docx import Document

from bot.reading.blocks import Block, Paragraph, Row, Table
from bot.reading.documents import read_document

SAMPLE = Path(__file__).parents[2] / "bot/sandbox/samples/roadmap.txt"
SAMPLE_DOCX = SAMPLE.with_suffix(".docx")
CELL_PER_LINE = Path(__file__).parent / "samples/roadmap_cell_per_line.txt"


def sample_blocks() -> list[Block]:
    return read_document(SAMPLE.read_bytes())


def as_docx(blocks: list[Block]) -> bytes:
    """A Word document of the same paragraphs and tables; a row's only text spans its row."""
    document = Document()
    properties = document.core_properties
    properties.author, properties.title = "", ""
    properties.created = properties.modified = datetime(2026, 8, 20)  # noqa: DTZ001 - Word keeps no zone
    for block in blocks:
        if isinstance(block, Paragraph):
            document.add_paragraph(block.text)
            continue
        table = document.add_table(0, _width(block))
        table.style = "Table Grid"
        for row in block.rows:
            cells = table.add_row().cells
            if _is_section(row):
                cells[0].merge(cells[-1])
            for cell, written in zip(cells, row.cells, strict=False):
                if written.text:
                    cell.text = written.text
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def as_cell_per_line(blocks: list[Block]) -> str:
    """The other text layout: each cell begins a line with a tab, a blank line parts the rows."""
    lines: list[str] = []
    for block in blocks:
        if isinstance(block, Paragraph):
            lines += [block.text, ""]
            continue
        for row in block.rows:
            cells = row.cells[:1] if _is_section(row) else row.cells
            lines += [f"\t{cell.text}" for cell in cells]
            lines.append("")
        lines += [""] * 2
    return "\n".join(lines)


def _width(table: Table) -> int:
    return max(len(row.cells) for row in table.rows)


def _is_section(row: Row) -> bool:
    return bool(row.cells[0].text) and len(row.written) == 1


if __name__ == "__main__":
    SAMPLE_DOCX.write_bytes(as_docx(sample_blocks()))
    CELL_PER_LINE.write_text(as_cell_per_line(sample_blocks()), encoding="utf-8")
