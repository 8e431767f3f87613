"""Words on a page become lines, and lines that were wrapped become text again.

A line break is the author's own where the next word would still have fitted; else the page made it. A word
that the page cut, at a hyphen or because its column is narrower, keeps a mark there until the whole document
is known: :func:`mend`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from bot.reading.blocks import Block, Cell, Paragraph, Row, Table
from bot.reading.hyphens import keeps_hyphen
from bot.reading.morphology import is_word

_CUT = "\u00ad"  # Unicode's own mark for «here a word may be cut»
_FULL = "\u2060"  # and for «no break here»: the line was full, the word may go on
_WORD = re.compile(r"\w+(?:-\w+)*")
_TORN = re.compile(rf"(\w+)-?{_CUT}(\w+)")
_FILLED = re.compile(rf"\w+(?:{_FULL}\w+)+")


@dataclass(frozen=True, slots=True)
class Word:
    text: str
    left: float
    right: float
    top: float
    bottom: float


@dataclass(frozen=True, slots=True)
class Line:
    """Words from left to right; positions in points from the page's upper left corner."""

    words: tuple[Word, ...]

    @property
    def text(self) -> str:
        return " ".join(word.text for word in self.words)

    @property
    def left(self) -> float:
        return self.words[0].left

    @property
    def right(self) -> float:
        return self.words[-1].right

    @property
    def top(self) -> float:
        return min(word.top for word in self.words)

    @property
    def bottom(self) -> float:
        return max(word.bottom for word in self.words)


def lines_of(words: Iterable[Word]) -> list[Line]:
    """Words whose middles lie within one line's height stand on one line."""
    lines: list[list[Word]] = []
    for word in sorted(words, key=lambda word: (word.top + word.bottom, word.left)):
        if lines and (word.top + word.bottom) / 2 < lines[-1][0].bottom - (word.bottom - word.top) / 4:
            lines[-1].append(word)
        else:
            lines.append([word])
    return [Line(tuple(sorted(line, key=lambda word: word.left))) for line in lines]


def unwrap(lines: Sequence[Line], width: float) -> str:
    """The lines of a column of this width as one text, with the author's own line breaks."""
    if not lines:
        return ""
    text = lines[0].text
    for above, line in pairwise(lines):
        first = line.words[0]
        letter = (first.right - first.left) / max(1, len(first.text))
        fits = above.right - above.left + letter + first.right - first.left <= width - letter
        if text[-1:] in ("-", _CUT) and text[-2:-1].isalpha() and first.text[:1].isalpha():
            text = text.rstrip(_CUT) + (_CUT if first.text[0].islower() else "") + line.text
        elif "://" in text.split()[-1] and not fits:
            text += line.text  # an address as long as the line
        elif _fills(above, width) and not first.text[0].isupper():
            text += _FULL + line.text
        else:
            text += ("\n" if fits else " ") + line.text
    return text


def _fills(line: Line, width: float) -> bool:
    """Is it one word, or a piece of one, with no room for three more letters?"""
    taken = line.right - line.left
    return len(line.words) == 1 and width - taken < 3 * taken / len(line.text)


def mend(blocks: Sequence[Block]) -> list[Block]:
    """The blocks with whole words, as the document's other words and the dictionary tell them.

    A hyphen of which nothing tells goes the way of the rest of the document: most programs never cut a word,
    and break a line only at a hyphen of its own.
    """
    texts = [text for block in blocks for text in _texts(block)]
    intact = [_FILLED.sub(" ", _TORN.sub(" ", text)) for text in texts]
    known = {word.lower() for text in intact for word in _WORD.findall(text)}
    told = [keeps_hyphen(m[1], m[2], known) for text in texts for m in _TORN.finditer(text)]
    usual = told.count(True) >= told.count(False)

    def at_hyphen(match: re.Match[str]) -> str:
        keeps = keeps_hyphen(match[1], match[2], known)
        return f"{match[1]}-{match[2]}" if (usual if keeps is None else keeps) else match[1] + match[2]

    def whole(text: str) -> str:
        text = _TORN.sub(at_hyphen, text).replace(_CUT, "")
        text = _FILLED.sub(lambda match: _refilled(match[0].split(_FULL), known), text)
        return re.sub(rf"{_FULL}(?=[.,;:)»])", "", text).replace(_FULL, " ")

    return [
        replace(block, text=whole(block.text))
        if isinstance(block, Paragraph)
        else Table(tuple(_mended(row, [whole(cell.text) for cell in row.cells]) for row in block.rows))
        for block in blocks
    ]


def _refilled(pieces: list[str], known: set[str]) -> str:
    """Pieces that filled a line each: as words, the longest first; two that are none are one."""

    def is_own(text: str) -> bool:
        return (len(text) > 1 and text.lower() in known) or is_word(text)

    words: list[str] = []
    while pieces:
        sizes = range(len(pieces), 1, -1)
        size = next((n for n in sizes if is_own("".join(pieces[:n]))), 1)
        if size == 1 and not any(map(is_own, pieces[:2])):
            size = 2
        words.append("".join(pieces[:size]))
        pieces = pieces[size:]
    return " ".join(words)


def _mended(row: Row, texts: Sequence[str]) -> Row:
    cells = (Cell(text, cell.span, cell.continues) for cell, text in zip(row.cells, texts, strict=True))
    return Row(tuple(cells), row.page_start)


def _texts(block: Block) -> Iterable[str]:
    if isinstance(block, Paragraph):
        return (block.text,)
    return (cell.text for row in block.rows for cell in row.cells)
