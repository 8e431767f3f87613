"""Text whose cells are parted by one sign (CSV, TSV) becomes blocks."""

from __future__ import annotations

import csv
import re
from collections import Counter
from collections.abc import Sequence

from bot.reading.blocks import Block
from bot.reading.grids import Placed
from bot.reading.sheets import sheets_blocks

_SAMPLE = 20_000  # characters from which the sign is told
_NAMED = re.compile(r"sep=(.)\r?\n")  # how Excel names the sign in a first line of its own
_NEVER = " \n\r\"'«»“”„().-–—:/\\№*_#%&+="  # signs of prose, of numbers and of dates
_MOSTLY = 0.8  # of the records that hold the sign have the same number of cells
_FEWEST_CELLS = 3
_TORN_QUOTE = re.compile(r'(?:^|\t)"[^"\t]*\n', re.MULTILINE)


def delimited_blocks(text: str) -> list[Block] | None:
    """The sheet's blocks, or None where the text is not of this kind.

    Tabs that stand in some of the lines only, without quoted line breaks, are left to
    :mod:`bot.reading.plain_text`, which also mends rows torn by line breaks that nobody quoted.
    """
    named = _NAMED.match(text)
    if named:
        text = text[named.end() :]
    sign = named[1] if named else _sign(text)
    if not sign:
        return None
    cells = (
        Placed(row, column, cell)
        for row, record in enumerate(_records(text, sign))
        for column, cell in enumerate(record)
        if cell.strip()
    )
    return sheets_blocks([("", cells)])


def _sign(text: str) -> str:
    sample = text[:_SAMPLE].rpartition("\n")[0] or text
    lines = sample.splitlines()
    if sum("\t" in line for line in lines) > 1:
        even = len({line.count("\t") for line in lines if line}) == 1
        signs = "\t" if even or _TORN_QUOTE.search(sample) else ""
    else:
        signs = "".join({sign for sign in sample if not sign.isalnum() and sign not in _NEVER})
    fits = {sign: _fit(_records(sample, sign)) for sign in signs}
    best = max(fits, key=lambda sign: (fits[sign], sign), default="")
    return best if best and fits[best][0] >= _MOSTLY else ""


def _fit(records: Sequence[Sequence[str]]) -> tuple[float, int]:
    """Which share of the records has the usual number of cells, and how many cells these are."""
    sizes = Counter(len(record) for record in records if len(record) > 1)
    if not sizes:
        return 0.0, 0
    width, count = sizes.most_common(1)[0]
    return (count / sizes.total() if width >= _FEWEST_CELLS and count > 1 else 0.0), count * width


def _records(text: str, sign: str) -> list[list[str]]:
    lines = text.splitlines(keepends=True)
    try:
        return list(csv.reader(lines, delimiter=sign, strict=True))
    except csv.Error:  # quotation marks that quote words, not cells
        return list(csv.reader(lines, delimiter=sign, quoting=csv.QUOTE_NONE))
