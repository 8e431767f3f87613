"""Numbers that stand in the titles of rows: their own, those of a task, or those of several activities."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from bot.reading.blocks import Row
from bot.reading.columns import Role
from bot.reading.rows import RawActivity

_LEADING = re.compile(r"(\d{1,3}(?:\.\d{1,3})+\.?|\d{1,3}[.)])\s+(?=\S)")
_ITEM = re.compile(r"(?:^|(?<=[\s;.»)]))(\d{1,2}(?:\.\d{1,2})*)[.)]\s?(?=[«\"“]?[А-ЯЁA-Z])")


def is_number_of_group(rows: Sequence[Row], column: int | None) -> bool:
    """Is the number's cell of the first of two rows merged, and so that of a task of several activities?"""
    cells = (row.cells for row in rows)
    return column is not None and any(len(each) > column and each[column].continues for each in cells)


def take_number_out_of_title(item: RawActivity) -> list[str]:
    """«1.2. Семинар» has its number there; returns that of its group («1»), if the row has one."""
    match = _LEADING.match(item.text(Role.TITLE))
    group = item.text(Role.NUMBER)
    if match is None or (group and not match[1].startswith(f"{group.strip(' .)')}.")):
        return []
    item.texts[Role.NUMBER] = match[1]
    item.texts[Role.TITLE] = item.text(Role.TITLE)[match.end() :]
    return [group] if group else []


def names_several(title: str) -> bool:
    """«1. Анализ. 2. План»: a list from its first word on; «Совет с повесткой: 1. …» is one activity."""
    found = list(_ITEM.finditer(title))
    if not found or found[0].start():
        return False
    numbers = [tuple(map(int, item[1].split("."))) for item in found]
    return any((*one[:-1], one[-1] + 1) == two for one, two in pairwise(numbers))
