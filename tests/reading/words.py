"""How the tests count words: every word of a table must be found again in what was read."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence

from bot.reading.blocks import Block, Table
from bot.reading.extract import Extract


def words(texts: Iterable[str]) -> Counter[str]:
    return Counter(word for text in texts for word in re.findall(r"\w+", text))


def table_words(blocks: Sequence[Block]) -> Counter[str]:
    tables = [block for block in blocks if isinstance(block, Table)]
    return words(cell.text for table in tables for row in table.rows for cell in row.written)


def read_words(extract: Extract) -> Counter[str]:
    kept = [*extract.sections, *extract.headers, *extract.unread]
    for item in extract.activities:
        kept += [*item.texts.values(), *(text for _, text in (*item.by_year, *item.by_label))]
    return words(kept)
