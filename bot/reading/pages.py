"""A PDF with a text layer becomes blocks: tables by their rules or by the white between columns."""

from __future__ import annotations

import io
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from bot.reading.blocks import Block, Table
from bot.reading.grids import Placed, grid_rows
from bot.reading.page_lines import Word, lines_of, mend, unwrap
from bot.reading.refusals import UnreadableDocument
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
        blocks: list[Block] = []
        unfit: Counter[str] = Counter()
        unruled = UnruledReader()
        for page in document.pages:
            unfit[_unfitness(page)] += 1
            blocks += _page(page, unruled)
            page.close()
        del unfit[""]
    if unfit and (unfit.total() * 2 > len(document.pages) or not blocks):
        raise UnreadableDocument(max(unfit, key=lambda key: unfit[key]))
    if not blocks:
        raise UnreadableDocument("error-document-empty")
    return mend(blocks)


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


def _page(page: Any, unruled: UnruledReader) -> Iterator[Block]:
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
    yield from unruled.blocks(lines_of(_words(between[0])))
    for table, chars, below in zip(tables, inside, between[1:], strict=True):
        yield Table(tuple(_rows(table, chars)))
        yield from unruled.blocks(lines_of(_words(below)))


def _holds(box: Sequence[float], x: float, y: float) -> bool:
    return box[0] <= x <= box[2] and box[1] <= y <= box[3]


def _words(chars: Iterable[Any]) -> list[Word]:
    from pdfplumber.utils.text import extract_words

    found = extract_words(list(chars), x_tolerance_ratio=_WORD_GAP)
    return [Word(w["text"], w["x0"], w["x1"], w["top"], w["bottom"]) for w in found]


def _rows(table: Any, chars: Sequence[Any]) -> list[Any]:
    """The cells on a grid of all rules; one that reaches over several stretches of it is merged."""
    cells = table.cells
    lefts, tops = _rules(cell[0] for cell in cells), _rules(cell[1] for cell in cells)
    held: list[list[Any]] = [[] for _ in cells]
    for char in chars:
        x, y = (char["x0"] + char["x1"]) / 2, (char["top"] + char["bottom"]) / 2
        at = next((i for i, cell in enumerate(cells) if _holds(cell, x, y)), None)
        if at is not None:
            held[at].append(char)
    return grid_rows(
        Placed(
            row := bisect_left(tops, top - _NEAR),
            column := bisect_left(lefts, left - _NEAR),
            _text(_words(inside), right - left),
            max(1, bisect_left(tops, bottom - _NEAR) - row),
            max(1, bisect_left(lefts, right - _NEAR) - column),
        )
        for (left, top, right, bottom), inside in zip(cells, held, strict=True)
    )


def _rules(places: Iterable[float]) -> list[float]:
    rules: list[float] = []
    for place in sorted(places):
        if not rules or place - rules[-1] > _NEAR:
            rules.append(place)
    return rules


def _text(words: Sequence[Word], width: float) -> str:
    return unwrap(lines_of(words), width - 2 * _PADDING)
