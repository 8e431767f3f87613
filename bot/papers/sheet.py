"""A table written downwards into a worksheet, printed on A4 across."""

from __future__ import annotations

import io
import textwrap
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from functools import cache
from types import MappingProxyType
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from xlsxwriter.format import Format
    from xlsxwriter.workbook import Workbook

A4 = 9  # Excel's number of the paper
FONT_SIZE = 10
TITLE_SIZE = 14
LINE = 1.3  # height of a line in font sizes
_DIGIT, _LETTER = 5.25, 0.62  # points of a width's unit; width of a bold letter in font sizes
_SPARE = 5  # letters, since lines break between words
HIGHEST_ROW = 409  # points; Excel draws none higher
LONGEST_CELL = 32_767  # Excel's limit in characters; xlsxwriter drops a longer text without a word


@dataclass(frozen=True, slots=True)
class Column:
    header: str
    width: float  # in characters
    upright: bool = False  # the header stands on its side, for many narrow columns


def workbook_bytes(title: str, made_at: datetime, write: Callable[[Workbook], None]) -> bytes:
    """The file of a workbook that ``write`` fills; no text of it ever becomes a formula or a link."""
    import xlsxwriter  # noqa: PLC0415 - loaded where it works, not when the bot starts

    out = io.BytesIO()
    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    with xlsxwriter.Workbook(out, options) as book:
        book.set_properties({"title": title, "created": made_at.replace(tzinfo=None)})
        write(book)
    return out.getvalue()


class Sheet:
    """A table that is written downwards, with what both sheets have in common."""

    def __init__(self, book: Workbook, name: str, columns: tuple[Column, ...]) -> None:
        plain = {"font_size": FONT_SIZE, "text_wrap": True, "valign": "top"}
        self._filled = cache(lambda color: book.add_format({**plain, "border": 1, "bg_color": color}))
        self._plain = book.add_format(plain)
        self._cell = book.add_format({**plain, "border": 1})
        self._date = book.add_format({**plain, "border": 1, "num_format": "dd.mm.yyyy", "align": "left"})
        self._bold = book.add_format({**plain, "border": 1, "bold": True, "bg_color": "#D9E2EC"})
        self._upright = book.add_format(
            {**plain, "border": 1, "bold": True, "bg_color": "#D9E2EC", "rotation": 90, "valign": "bottom"}
        )
        self._section = book.add_format({**plain, "border": 1, "bold": True, "bg_color": "#EDEDED"})
        self._title = book.add_format({**plain, "bold": True, "font_size": TITLE_SIZE})
        self._columns = columns
        self._row = 0
        self._sheet = book.add_worksheet(name)
        for place, column in enumerate(columns):
            self._sheet.set_column(place, place, column.width)
        self._sheet.set_paper(A4)
        self._sheet.set_landscape()
        self._sheet.fit_to_pages(1, 0)  # one page wide, as many as needed down
        self._sheet.set_margins(left=0.4, right=0.4, top=0.5, bottom=0.6)
        self._sheet.set_footer("&C&P / &N")

    def title(self, text: str) -> None:
        self._across(text, self._title, TITLE_SIZE)

    def note(self, text: str) -> None:
        self._across(text, self._plain, FONT_SIZE)

    def section(self, text: str) -> None:
        self._across(text, self._section, FONT_SIZE)

    def head(self) -> None:
        """The headers: they stay on the screen and come again on every printed page."""
        for place, column in enumerate(self._columns):
            form = self._upright if column.upright else self._bold
            self._sheet.write_string(self._row, place, column.header, form)
        self._fit([column.header for column in self._columns])
        if upright := [column for column in self._columns if column.upright]:
            self._sheet.set_row(self._row, max(_length(column) for column in upright))
        self._sheet.repeat_rows(self._row)
        self._sheet.freeze_panes(self._row + 1, 0)
        self._row += 1

    def cells(
        self, values: Sequence[str | int | date | None], fills: Mapping[int, str] = MappingProxyType({})
    ) -> None:
        """One row, as high as its longest cell: only Excel itself would fit a height on opening.

        Texts are written as texts, whatever they look like. ``fills``: colours by place, not of days.
        """
        self._fit(values)
        for place, value in enumerate(values):
            form = self._filled(fills[place]) if place in fills else self._cell
            match value:
                case None | "":
                    self._sheet.write_blank(self._row, place, None, form)
                case str():
                    self._sheet.write_string(self._row, place, _fitting(value), form)
                case date():
                    self._sheet.write_datetime(self._row, place, value, self._date)
                case int():
                    self._sheet.write_number(self._row, place, value, form)
        self._row += 1

    def _fit(self, values: Sequence[str | int | date | None]) -> None:
        texts = zip(values, self._columns, strict=True)
        height = max(lines_of(text, column.width) for text, column in texts if isinstance(text, str))
        self._sheet.set_row(self._row, min(height * FONT_SIZE * LINE, HIGHEST_ROW))

    def _across(self, text: str, form: Format, size: float) -> None:
        """A merged row. Excel fits no height to merged cells, so it is reckoned here."""
        letters = sum(column.width for column in self._columns) * FONT_SIZE / size
        self._sheet.merge_range(self._row, 0, self._row, len(self._columns) - 1, "", form)
        self._sheet.write_string(self._row, 0, _fitting(text), form)
        self._sheet.set_row(self._row, lines_of(text, letters) * size * LINE)
        self._row += 1


def _length(column: Column) -> float:
    """Points of a row in which the header of an upright column stands in as many lines as it is wide."""
    lines = max(1, int(column.width * _DIGIT / (FONT_SIZE * LINE)))
    longest = max(-(-len(column.header) // lines), *map(len, column.header.split()))
    return min((longest + _SPARE) * FONT_SIZE * _LETTER, HIGHEST_ROW)


def lines_of(text: str, width: float) -> int:
    """Lines of a wrapped cell; widths are in digits, and Russian letters are wider than those."""
    letters = int(width * 0.85)
    return sum(len(textwrap.wrap(ln, letters)) if len(ln) > letters else 1 for ln in text.split("\n"))


def _fitting(text: str) -> str:
    return text if len(text) <= LONGEST_CELL else text[: LONGEST_CELL - 1] + "…"
