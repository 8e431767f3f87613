"""What opens a section: the words it begins with, or the numbers around it."""

from __future__ import annotations

import re

from bot.reading.looks import is_number
from bot.reading.section_times import is_month, year_alone

_SECTION_WORDS = re.compile(
    r"(?:\d{1,2}|[IVX]{1,5})\s?[.)]\s?(?!\d)\S|(?:раздел|блок|этап|направление|модуль)\b"
    r"|(?:(?:\d|[IVX]{1,4})(?:\s?-?й)?|(?:перв|втор|трет|четв[её]рт)\w+)\s+(?:раздел|блок|этап|модуль)\b",
    re.IGNORECASE,
)
_PART = re.compile(r"(\d{1,2}\.\d{1,2}(?:\.\d{1,2})*)[.)]?\s")


def begins_as_section(text: str) -> bool:
    """«2. Кадры», «IV. Ресурсы», «Раздел первый» — but not «2.1. Семинар»."""
    return _SECTION_WORDS.match(text) is not None


def names_section(text: str) -> bool:
    """It begins as a section, or is a month or a year: «Октябрь», above the rows of that month."""
    return begins_as_section(text) or is_month(text) or year_alone(text) is not None


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
