"""The tables of a plan, one after another, and the words between them."""

from __future__ import annotations

from collections.abc import Sequence

from bot.reading.blocks import Block, Paragraph, Table
from bot.reading.captions import captioned, captions_of
from bot.reading.extract import Extract
from bot.reading.going_on import begins_anew
from bot.reading.handover import Handover
from bot.reading.table_rows import TableReader


def read_tables(blocks: Sequence[Block]) -> Extract:
    reader = Handover()
    alike = captioned(blocks)
    above: list[Paragraph] = []  # since the last table
    number = 0
    for place, block in enumerate(blocks):
        if isinstance(block, Paragraph):
            above.append(block)
            continue
        known, begun = len(reader.extract.activities), reader.header is not None
        reader.apart = bool(above)
        below = next((after.rows for after in blocks[place + 1 : place + 2] if isinstance(after, Table)), ())
        table = TableReader(reader, block, number, below)
        headed = bool(table.headers)
        if above:
            sure = headed or not reader.filled or begins_anew(block.rows)
            reader.captions = captions_of(above, first=number == 0 and not alike, sure=sure)
        captions = reader.captions
        reader.filled = table.read()
        if len(reader.extract.activities) > known:
            within = begun and not headed  # lines of one table: what stands above a new one is prose
            reader.extract.unread += [line.text for line in above if within and line.text not in captions]
            if reader.extract.first_table is None:
                reader.extract.first_table = place
        reader.captions = () if reader.filled else reader.captions
        above = []
        number += 1
    reader.extract.set_aside_foot()
    return reader.extract
