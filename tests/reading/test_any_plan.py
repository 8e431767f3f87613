"""Any plan in any layout and any format is read whole: its rows, and every word of every cell."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Callable, Sequence

import pytest
from hypothesis import HealthCheck, Phase, given, settings

from bot.reading.blocks import Block, Paragraph, one_line
from bot.reading.documents import read_document
from bot.reading.plan_reader import read_plan
from bot.reading.tables import read_tables
from tests.reading.any_plan import Item, Laid, layouts
from tests.reading.forms import FORMS, as_csv
from tests.reading.words import read_words, table_words

# LONG=3000 tries as many plans in each format, other ones each time; without it the same few.
_EXAMPLES = int(os.environ.get("LONG") or 0)


def as_row_per_line(blocks: Sequence[Block]) -> bytes:
    """An export whose cells have no line breaks."""
    lines: list[str] = []
    for block in blocks:
        if isinstance(block, Paragraph):
            lines.append(block.text)
        else:
            lines += ["\t".join(cell.line + "\t" * (cell.span - 1) for cell in r.cells) for r in block.rows]
    return "\n".join(lines).encode()


def as_cell_per_line(blocks: Sequence[Block]) -> bytes:
    """An export with all cells of a row, the empty ones too; only a merged row is one cell."""
    lines: list[str] = []
    for block in blocks:
        if isinstance(block, Paragraph):
            lines += [block.text, "", ""]
        else:
            for row in block.rows:
                lines += [*(f"\t{cell.text}" for cell in row.cells), ""]
            lines += ["", ""]
    return "\n".join(lines).encode()


MADE: dict[str, Callable[[list[Block]], bytes]] = {
    "text, a row per line": as_row_per_line,
    "text, a cell per line": as_cell_per_line,
    "csv, commas": lambda blocks: as_csv(blocks, ",", "utf-8"),
    "csv, bars": lambda blocks: as_csv(blocks, "|", "cp1251"),
    **FORMS,
}


@pytest.mark.parametrize("form", MADE)
def test_any_plan_is_read_whole(form: str) -> None:
    @settings(
        max_examples=_EXAMPLES or 5,
        derandomize=not _EXAMPLES,
        phases=[Phase.generate, *([Phase.shrink] if _EXAMPLES else [])],
        deadline=None,
        database=None,
        suppress_health_check=list(HealthCheck),
    )
    @given(layouts())
    def law(laid: Laid) -> None:
        data = MADE[form](laid.blocks)
        extract = read_tables(read_document(data))
        assert table_words(laid.blocks) - read_words(extract) == Counter()
        plan = read_plan(data, "план")
        read = [
            Item(
                a.number,
                a.title,
                a.section,
                one_line(a.deadline.phrase),
                a.responsible_text,
                a.result,
                a.problem,
            )
            for a in plan.activities
        ]
        assert read == [_on_one_line(item) for item in laid.items]
        assert list(plan.sections) == laid.sections

    law()


def _on_one_line(item: Item) -> Item:
    return Item(*(one_line(getattr(item, name)) for name in Item.__dataclass_fields__))
