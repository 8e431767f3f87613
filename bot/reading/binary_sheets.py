"""A binary workbook (.xls, .xlsb) becomes blocks.

Its formats of dates are not known here: a cell with a date is the whole date, and a first of a month, which
«сентябрь 2026» becomes when it is typed into a cell, carries a doubt.
"""

from __future__ import annotations

import io
import struct
from collections.abc import Iterator
from datetime import date, datetime, time, timedelta
from typing import TYPE_CHECKING

from bot.reading.blocks import Block
from bot.reading.grids import Placed
from bot.reading.refusals import UnreadableDocument
from bot.reading.sheet_values import Shown, shown_number, written_moment
from bot.reading.sheets import sheets_blocks

if TYPE_CHECKING:
    from python_calamine import CalamineSheet

_BOF = b"\x09\x08\x10\x00\x00\x06\x05\x00"  # BIFF8, globals of the workbook: MS-XLS 2.4.21
_FILEPASS = 0x2F  # MS-XLS 2.4.117
_FIRST_RECORDS = 4  # it may only follow protection against writing and the template mark
_Value = int | float | str | bool | time | date | datetime | timedelta


def binary_sheet_blocks(data: bytes) -> list[Block]:
    """A broken workbook raises whatever its reading raises; one under a password is refused as such."""
    from python_calamine import CalamineWorkbook, SheetVisibleEnum

    if _is_locked(data):
        raise UnreadableDocument("error-document-password")
    try:
        book = CalamineWorkbook.from_filelike(io.BytesIO(data))
        sheets = [
            book.get_sheet_by_name(sheet.name)
            for sheet in book.sheets_metadata
            if sheet.visible == SheetVisibleEnum.Visible
        ]
    except BaseException as error:  # a panic in the library is no Exception
        if type(error).__name__ != "PanicException":
            raise
        raise UnreadableDocument("error-document-broken") from error
    return sheets_blocks((sheet.name, _cells(sheet)) for sheet in sheets)


def _is_locked(data: bytes) -> bool:
    """Does the FILEPASS record stand among the first ones? The library calls such a book unknown."""
    at = data.find(_BOF) + len(_BOF) + 12
    for _ in range(_FIRST_RECORDS if at > len(_BOF) + 11 else 0):
        kind, size = struct.unpack("<HH", data[at : at + 4].ljust(4, b"\0"))
        if kind == _FILEPASS:
            return True
        at += 4 + size
    return False


def _cells(sheet: CalamineSheet) -> Iterator[Placed]:
    sizes = {
        (top, left): (bottom - top + 1, right - left + 1)
        for (top, left), (bottom, right) in sheet.merged_cell_ranges or ()
    }
    top, left = sheet.start or (0, 0)
    for row, values in enumerate(sheet.iter_rows(), top):
        for column, value in enumerate(values, left):
            text = _shown(value)
            if text or (row, column) in sizes:
                note = "month_or_day" if _may_be_month(value) else ""
                yield Placed(row, column, text, *sizes.get((row, column), (1, 1)), note=note)


def _may_be_month(value: _Value) -> bool:
    return isinstance(value, date) and value.day == 1 and _shown(value) == f"{value:%d.%m.%Y}"


def _shown(value: _Value) -> str:
    match value:
        case bool():
            return ""
        case int() | float():
            return shown_number(float(value))
        case datetime():
            return written_moment(value, Shown.DATE_TIME)
        case date() | time():
            return f"{value:%d.%m.%Y}" if isinstance(value, date) else f"{value:%H:%M}"
        case _:
            return str(value)
