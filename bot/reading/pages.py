"""A PDF with a text layer becomes blocks: tables by their rules or by the white between columns."""

from __future__ import annotations

import io
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from bot.reading.blocks import Block, Row, Table
from bot.reading.grids import Placed, grid_rows, used_columns
from bot.reading.headers import has_header
from bot.reading.page_lines import Line, Word, lines_of, mend, unwrap
from bot.reading.refusals import UnreadableDocument
from bot.reading.running_lines import running_lines
from bot.reading.unruled import UnruledReader

MAX_PAGES = 150  # ten times the longest road map seen
_WORD_GAP = 0.2  # of a letter's size: more white parts words
_FEWEST_LETTERS = 40  # on a page; fewer beside a picture are a stamp on a scan
_UNKNOWN = "(cid:"  # a letter whose font does not say which one it is
_PADDING = 6.0  # points: what programs leave between a rule and the text
_NEAR = 2.0  # points: rules nearer than that are one


def pdf_blocks(data: bytes) -> list[Block]:
    """Raises :class:`UnreadableDocument` for a password, a scan, unknown letters and too many pages."""
    import pdfplumber
    from pdfminer.pdfdocument import PDFPasswordIncorrect

    try:
        document = pdfplumber.open(io.BytesIO(data))
    except Exception as error:
        if any(isinstance(cause, PDFPasswordIncorrect) for cause in (error, *error.args)):
            raise UnreadableDocument("error-document-password") from error
        raise
    with document:
        if len(document.pages) > MAX_PAGES:
            raise UnreadableDocument("error-document-too-large")
        unfit: Counter[str] = Counter()
        reader = _Pages()
        pages: list[list[_Piece]] = []
        for page in document.pages:
            unfit[_unfitness(page)] += 1
            pages.append(list(reader.pieces(page)))
            page.close()
        del unfit[""]
        blocks = list(_blocks(pages))
    if unfit and (unfit.total() * 2 > len(document.pages) or not blocks):
        raise UnreadableDocument(max(unfit, key=lambda key: unfit[key]))
    if not blocks:
        raise UnreadableDocument("error-document-empty")
    return mend(blocks)


def _blocks(pages: Sequence[list[_Piece]]) -> Iterator[Block]:
    unruled = UnruledReader()
    heads, feet = (running_lines([_lines(page[at]) for page in pages], at) for at in (0, -1))
    for page, head, foot in zip(pages, heads, feet, strict=True):
        for place, piece in enumerate(page):
            if isinstance(piece, Table):
                yield piece
                continue
            first = head if place == 0 else 0
            last = len(piece) - (foot if place == len(page) - 1 else 0)
            yield from unruled.blocks(piece[first:last], page_start=place == 0)


def _lines(piece: _Piece) -> list[Line]:
    return [] if isinstance(piece, Table) else piece


def _unfitness(page: Any) -> str:
    """Why the page cannot be read (a picture without words, letters that no program can tell), or empty."""
    letters = [char["text"] for char in page.chars if char["text"].strip()]
    if len(letters) < _FEWEST_LETTERS and page.images:
        return "error-document-scan"
    unknown = sum(letter.startswith(_UNKNOWN) or "\ue000" <= letter <= "\uf8ff" for letter in letters)
    return "error-document-letters" if unknown * 2 > len(letters) else ""


def _chars(page: Any) -> Sequence[Any]:
    """The page's letters; «Ïëàí», from an old font that calls itself Western, is «План» again."""
    chars: Sequence[Any] = page.chars
    letters = [char["text"] for char in chars if char["text"].isalpha()]
    if sum("\u00c0" <= letter <= "\u00ff" for letter in letters) * 2 > len(letters):
        for char in chars:
            char["text"] = char["text"].encode("latin-1", "replace").decode("cp1251", "replace")
    return chars


_Piece = Table | list[Line]


@dataclass(slots=True)
class _Pages:
    """Reads one page after another; a table may go on with the columns of the one above it."""

    lefts: Sequence[float] = ()  # where the columns begin of the last table with a header

    def pieces(self, page: Any) -> Iterator[_Piece]:
        """The page's ruled tables and, around each of them, the other lines."""
        tables = sorted((t for t in page.find_tables() if len(t.cells) > 1), key=lambda t: t.bbox[1])
        inside: list[list[Any]] = [[] for _ in tables]
        between: list[list[Any]] = [[] for _ in range(len(tables) + 1)]
        for char in _chars(page):
            x, y = (char["x0"] + char["x1"]) / 2, (char["top"] + char["bottom"]) / 2
            at = next((i for i, table in enumerate(tables) if _holds(table.bbox, x, y)), None)
            if at is not None:
                inside[at].append(char)
            else:
                between[sum(table.bbox[1] < y for table in tables)].append(char)
        yield lines_of(_words(between[0]))
        for table, chars, below in zip(tables, inside, between[1:], strict=True):
            yield Table(tuple(self.rows(table, chars)))
            yield lines_of(_words(below))

    def rows(self, table: Any, chars: Sequence[Any]) -> list[Row]:
        """The cells on a grid of all rules; one that reaches over several stretches of it is merged."""
        lefts = _rules(cell[0] for cell in table.cells)
        placed = list(_placed(table.cells, lefts, chars))
        rows = grid_rows(placed)
        if has_header(rows):
            self.lefts = [lefts[column] for column in used_columns(placed)]
            return rows
        known = {i for i, left in enumerate(lefts) if any(abs(left - other) <= _NEAR for other in self.lefts)}
        return grid_rows(placed, kept=known)


def _holds(box: Sequence[float], x: float, y: float) -> bool:
    return box[0] <= x <= box[2] and box[1] <= y <= box[3]


def _words(chars: Iterable[Any]) -> list[Word]:
    from pdfplumber.utils.text import extract_words

    found = extract_words(list(chars), x_tolerance_ratio=_WORD_GAP)
    return [Word(w["text"], w["x0"], w["x1"], w["top"], w["bottom"]) for w in found]


def _placed(cells: Sequence[Any], lefts: Sequence[float], chars: Sequence[Any]) -> Iterator[Placed]:
    tops = _rules(cell[1] for cell in cells)
    held: list[list[Any]] = [[] for _ in cells]
    for char in chars:
        x, y = (char["x0"] + char["x1"]) / 2, (char["top"] + char["bottom"]) / 2
        at = next((i for i, cell in enumerate(cells) if _holds(cell, x, y)), None)
        if at is not None:
            held[at].append(char)
    for (left, top, right, bottom), inside in zip(cells, held, strict=True):
        row, column = bisect_left(tops, top - _NEAR), bisect_left(lefts, left - _NEAR)
        rows = max(1, bisect_left(tops, bottom - _NEAR) - row)
        columns = max(1, bisect_left(lefts, right - _NEAR) - column)
        yield Placed(row, column, _text(_words(inside), right - left), rows, columns)


def _rules(places: Iterable[float]) -> list[float]:
    rules: list[float] = []
    for place in sorted(places):
        if not rules or place - rules[-1] > _NEAR:
            rules.append(place)
    return rules


def _text(words: Sequence[Word], width: float) -> str:
    return unwrap(lines_of(words), width - 2 * _PADDING)
