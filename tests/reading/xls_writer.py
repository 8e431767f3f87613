"""A minimal writer of .xls (BIFF8 in a compound file), for tests: nothing that writes it is installed."""

from __future__ import annotations

import struct
from collections.abc import Mapping, Sequence
from datetime import date

_SECTOR = 512
_MONTH_AND_YEAR = 17  # the built-in format «mmm-yy»
_FREE, _END, _FAT = 0xFFFFFFFF, 0xFFFFFFFE, 0xFFFFFFFD

Cells = Mapping[tuple[int, int], str | float | date]
Merge = tuple[int, int, int, int]  # first and last row, first and last column


def write_xls(cells: Cells, merged: Sequence[Merge] = (), *, password: bool = False) -> bytes:
    """A workbook of one sheet."""
    bof = struct.pack("<HHHHII", 0x0600, 0x0005, 0, 0, 0, 6)
    sheet_bof = struct.pack("<HHHHII", 0x0600, 0x0010, 0, 0, 0, 6)
    lock = _record(0x002F, b"\x01\0" + bytes(52)) if password else b""
    name = b"\x04\x01" + "План".encode("utf-16-le")
    head = _record(0x0809, bof) + lock
    head += b"".join(_record(0x00E0, struct.pack("<HH16x", 0, shown)) for shown in (0, _MONTH_AND_YEAR))
    start = len(head) + 4 + 6 + len(name) + 4
    book = head + _record(0x0085, struct.pack("<IH", start, 0) + name) + _record(0x000A, b"")
    body = b"".join(_cell(row, column, value) for (row, column), value in sorted(cells.items()))
    ranges = b"".join(struct.pack("<4H", *area) for area in merged)
    merges = _record(0x00E5, struct.pack("<H", len(merged)) + ranges) if merged else b""
    return compound_file("Workbook", book + _record(0x0809, sheet_bof) + body + merges + _record(0x000A, b""))


def _record(kind: int, data: bytes) -> bytes:
    return struct.pack("<HH", kind, len(data)) + data


def _cell(row: int, column: int, value: str | float | date) -> bytes:
    place = struct.pack("<HHH", row, column, isinstance(value, date))
    if isinstance(value, date):
        value = float((value - date(1899, 12, 30)).days)
    if isinstance(value, str):
        text = value.encode("utf-16-le")
        return _record(0x0204, place + struct.pack("<HB", len(text) // 2, 1) + text)
    return _record(0x0203, place + struct.pack("<d", value))


def compound_file(name: str, stream: bytes) -> bytes:
    """One stream, long enough not to be a short one, after the table of sectors and the directory."""
    stream = stream.ljust(max(4096, -(-len(stream) // _SECTOR) * _SECTOR), b"\0")
    count = len(stream) // _SECTOR
    tables = -(-(count + 1) // (_SECTOR // 4 - 1))
    chain = [_FAT] * tables + [_END] + [tables + 2 + i for i in range(count - 1)] + [_END]
    chain += [_FREE] * (tables * _SECTOR // 4 - len(chain))
    header = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(16)
    header += struct.pack("<HHHHH6x", 0x3E, 3, 0xFFFE, 9, 6)
    header += struct.pack("<IIIIIIIII", 0, tables, tables, 0, 4096, _END, 0, _END, 0)
    header += struct.pack("<109I", *range(tables), *[_FREE] * (109 - tables))
    directory = _entry("Root Entry", 5, _END, 0, 1) + _entry(name, 2, tables + 1, len(stream), _FREE)
    return header + struct.pack(f"<{len(chain)}I", *chain) + directory.ljust(_SECTOR, b"\0") + stream


def _entry(name: str, kind: int, start: int, size: int, child: int) -> bytes:
    raw = f"{name}\0".encode("utf-16-le")
    return (
        raw.ljust(64, b"\0")
        + struct.pack("<HBBIII", len(raw), kind, 1, _FREE, _FREE, child)
        + bytes(36)
        + struct.pack("<IQ", start, size)
    )
