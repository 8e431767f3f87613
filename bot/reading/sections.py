"""What opens a section: the words it begins with, or the numbers around it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from bot.reading.blocks import Block, Paragraph, Table
from bot.reading.heading import is_month
from bot.reading.looks import is_finished, is_number

_SECTION_WORDS = re.compile(
    r"(?:\d{1,2}|[IVX]{1,5})\s?[.)]\s?(?!\d)\S|(?:раздел|блок|этап|направление|модуль)\b", re.IGNORECASE
)
_PART = re.compile(r"(\d{1,2}\.\d{1,2}(?:\.\d{1,2})*)[.)]?\s")
_LONGEST_SECTION = 400


def begins_as_section(text: str) -> bool:
    """«2. Кадры», «IV. Ресурсы», «Раздел первый» — but not «2.1. Семинар»."""
    return _SECTION_WORDS.match(text) is not None


def names_section(text: str) -> bool:
    """It begins as a section, or is a month: «Октябрь», above the rows of that month."""
    return begins_as_section(text) or is_month(text)


def is_section_caption(paragraph: Paragraph, *, first: bool) -> bool:
    """Is the paragraph above a table a section's title? Above the ``first`` one it may be the plan's own."""
    if len(paragraph.text) > _LONGEST_SECTION:
        return False
    if first:  # «6. Сохранение здоровья учащихся.» may end a list of aims there
        named = names_section(paragraph.text) or (paragraph.heading and part_number(paragraph.text) != "")
        return named and not is_finished(paragraph.text)
    return paragraph.heading or names_section(paragraph.text)


def captioned(blocks: Sequence[Block]) -> bool:
    """Do headings stand right above the first two tables that have words there? Then both are sections."""
    pairs = (pair for pair in pairwise(blocks) if isinstance(pair[1], Table))
    above = [block.heading for block, _ in pairs if isinstance(block, Paragraph)]
    return len(above) > 1 and all(above[:2])


def opens_section(number: str, after: str) -> bool:
    """Is a row with this number a section, to judge by the number of the next row?

    The next one goes a level deeper («2», «2.1»), counts in another way («II», «1») or begins anew
    («2», «1»).
    """
    if not is_number(number) or not is_number(after):
        return False
    here, there = number.strip(" №.)"), after.strip(" №.)")
    if there.startswith(here + ".") and there != here:
        return True
    return here != there and (there == "1" or here[0].isdigit() != there[0].isdigit())


def part_number(section: str) -> str:
    """«1.8» of «1.8. Комплекс мер», a part of the section «1»; empty for a whole section."""
    found = _PART.match(section)
    return found[1] if found else ""
