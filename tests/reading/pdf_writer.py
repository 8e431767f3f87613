"""A minimal writer of PDF, for tests: text, rules and pages, with letters that name themselves."""

from __future__ import annotations

import textwrap
from collections.abc import Sequence
from dataclasses import dataclass, field

from bot.reading.blocks import Block, Paragraph, Table
from bot.reading.headers import find_header

WIDTH, HEIGHT, MARGIN = 842, 595, 30
_SIZE = 8.0
_LETTER = _SIZE * 0.6  # every letter is as wide
_LEADING = 10.0
_PAD = 5.0


@dataclass
class Pdf:
    """Pages of drawing operators, and the code of each letter."""

    ruled: bool = True
    hyphens: bool = False
    heads: bool = True  # a table's header stands again on each page
    numbers: bool = False  # of pages, at their feet
    pages: list[list[str]] = field(default_factory=lambda: [[]])
    codes: dict[str, int] = field(default_factory=dict)
    y: float = MARGIN  # from the top

    def text(self, x: float, y: float, text: str) -> None:
        codes = "".join(f"{self.codes.setdefault(c, len(self.codes) + 1):02x}" for c in text)
        self.pages[-1].append(f"BT /F {_SIZE} Tf 1 0 0 1 {x:.2f} {HEIGHT - y - _SIZE:.2f} Tm <{codes}> Tj ET")

    def rule(self, x0: float, y0: float, x1: float, y1: float) -> None:
        if self.ruled:
            self.pages[-1].append(f"{x0:.2f} {HEIGHT - y0:.2f} m {x1:.2f} {HEIGHT - y1:.2f} l S")

    def turn(self) -> None:
        if self.numbers:
            self.text(WIDTH / 2, HEIGHT - MARGIN + _PAD, str(len(self.pages)))
        self.pages.append([])
        self.y = MARGIN

    def paragraph(self, text: str) -> None:
        for line in self.wrapped(text, WIDTH - 2 * MARGIN):
            if self.y + _LEADING > HEIGHT - MARGIN:
                self.turn()
            self.text(MARGIN, self.y, line)
            self.y += _LEADING
        self.y += _LEADING

    def table(self, table: Table, *, cut_rows: bool) -> None:
        edges = _edges(table)
        header = find_header(table.rows, 0)
        head = table.rows[: header.height] if header else ()
        for number, row in enumerate(table.rows):
            texts = [cell.text for cell in row.cells]
            section = len(row.written) == 1 and bool(texts[0])
            spans = [edges[0], edges[-1]] if section else edges
            lines = self.cells(texts, spans)
            while any(lines):
                room = int((HEIGHT - MARGIN - self.y - 2 * _PAD) // _LEADING)
                whole = max(map(len, lines))
                if room < 2 or (not cut_rows and room < whole):
                    self.turn()
                    for line in head if number and self.heads else ():
                        self.draw(self.cells([cell.text for cell in line.cells], edges), edges)
                    continue
                self.draw([cell[:room] for cell in lines], spans)
                lines = [cell[room:] for cell in lines]
        self.y += 2 * _LEADING

    def cells(self, texts: Sequence[str], edges: Sequence[float]) -> list[list[str]]:
        return [self.wrapped(t, b - a) for t, a, b in zip(texts, edges, edges[1:], strict=False)]

    def draw(self, cells: Sequence[Sequence[str]], edges: Sequence[float]) -> None:
        height = max(map(len, cells)) * _LEADING + 2 * _PAD
        for x, cell in zip(edges, cells, strict=False):
            for i, line in enumerate(cell):
                self.text(x + _PAD, self.y + _PAD + i * _LEADING, line)
        for x in edges:
            self.rule(x, self.y, x, self.y + height)
        for y in (self.y, self.y + height):
            self.rule(edges[0], y, edges[-1], y)
        self.y += height

    def wrapped(self, text: str, width: float) -> list[str]:
        letters = max(4, int((width - 2 * _PAD) / _LETTER))
        lines: list[str] = []
        for piece in text.split("\n"):
            lines += self._hyphenated(piece, letters) if self.hyphens else textwrap.wrap(piece, letters)
        return lines

    def _hyphenated(self, text: str, letters: int) -> list[str]:
        lines, line = [], ""
        for word in text.split():
            rest = letters - len(line) - 2
            if len(line) + 1 + len(word) <= letters or not line:
                line = f"{line} {word}".strip()
            elif len(word) > 8 and rest > 4 and word.isalpha():
                lines.append(f"{line} {word[:4]}-")
                line = word[4:]
            else:
                lines.append(line)
                line = word
        return [*lines, line]

    def bytes(self) -> bytes:
        letters = "".join(
            f"<{code:02x}> <{letter.encode('utf-16-be').hex()}>\n" for letter, code in self.codes.items()
        )
        cmap = (
            "/CIDInit /ProcSet findresource begin 12 dict begin begincmap\n1 begincodespacerange <00> <ff> "
            f"endcodespacerange\n{len(self.codes)} beginbfchar\n{letters}endbfchar\nendcmap end end"
        )
        count = len(self.pages)
        kids = " ".join(f"{5 + 2 * i} 0 R" for i in range(count))
        objects = [
            "<< /Type /Catalog /Pages 2 0 R >>",
            f"<< /Type /Pages /Count {count} /Kids [{kids}] >>",
            "<< /Type /Font /Subtype /Type1 /BaseFont /Plan /FirstChar 0 /LastChar 255 "
            f"/Widths [{' '.join(['600'] * 256)}] /ToUnicode 4 0 R "
            "/FontDescriptor << /Type /FontDescriptor /FontName /Plan /Flags 33 /Ascent 750 /Descent -250 "
            "/FontBBox [0 -250 600 750] /MissingWidth 600 >> >>",
            stream(cmap),
        ]
        for i, page in enumerate(self.pages):
            objects.append(
                f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 {WIDTH} {HEIGHT}] /Contents {6 + 2 * i} 0 R "
                "/Resources << /Font << /F 3 0 R >> >> >>"
            )
            objects.append(stream("\n".join(page)))
        return pdf_of(objects)


def _edges(table: Table) -> list[float]:
    width = max(len(row.cells) for row in table.rows)
    columns = [
        [row.cells[i].text for row in table.rows if len(row.cells) > i and len(row.written) > 1]
        for i in range(width)
    ]
    words = [max((len(w) for text in texts for w in text.split()), default=1) for texts in columns]
    least = [min(word, 30) * _LETTER + 2 * _PAD + 1 for word in words]
    weights = [max(map(len, texts), default=1) ** 0.7 for texts in columns]
    spare = (WIDTH - 2 * MARGIN - sum(least)) / sum(weights)
    edges = [float(MARGIN)]
    for size, weight in zip(least, weights, strict=True):
        edges.append(edges[-1] + size + weight * spare)
    return edges


def stream(text: str) -> str:
    return f"<< /Length {len(text.encode())} >>\nstream\n{text}\nendstream"


def pdf_of(objects: Sequence[str]) -> bytes:
    """A file of these objects; the first is the catalogue."""
    out = b"%PDF-1.7\n"
    places = []
    for number, body in enumerate(objects, 1):
        places.append(len(out))
        out += f"{number} 0 obj\n{body}\nendobj\n".encode()
    table = "".join(f"{place:010d} 00000 n \n" for place in places)
    size = len(objects) + 1
    head = f"xref\n0 {size}\n0000000000 65535 f \n{table}trailer\n<< /Size {size} /Root 1 0 R >>\n"
    return out + f"{head}startxref\n{len(out)}\n%%EOF\n".encode()


def as_pdf(
    blocks: Sequence[Block], *, ruled: bool = True, hyphens: bool = False, cut_rows: bool = False
) -> bytes:
    pdf = Pdf(ruled, hyphens)
    for block in blocks:
        if isinstance(block, Paragraph):
            pdf.paragraph(block.text)
        else:
            pdf.table(block, cut_rows=cut_rows)
    return pdf.bytes()
