"""What one table hands on to the next: a table may be cut by a page or by a section's title."""

from __future__ import annotations

from dataclasses import dataclass, field

from bot.reading.columns import Header
from bot.reading.extract import Extract
from bot.reading.outline import Outline


@dataclass(slots=True)
class Handover:
    extract: Extract = field(default_factory=Extract)
    header: Header | None = None
    names: set[tuple[str, ...]] = field(default_factory=set)  # rows of headers: a page may repeat one of two
    numbered: bool | None = None  # the rows of the table have numbers; None before the first of them
    outline: Outline = field(default_factory=Outline)
    filled: bool = False  # the table above holds more than a header
    apart: bool = False  # words stand between the table above and this one
    captions: tuple[str, ...] = ()  # titles of sections that stand just above the table
