"""Files that only an office program reads (.doc, .rtf, .odt) become DOCX, where such a program is installed.

LibreOffice runs beside the reader's child, one file at a time; what it writes is then read in the child like
any other file.
"""

from __future__ import annotations

import asyncio
from weakref import WeakKeyDictionary

from bot.office import Conversion, convert, office_program
from bot.reading.documents import OLE, RTF, WORD_STREAM, UnreadableDocument

CPU_SECONDS = 8  # what the promise D5 leaves beside the reading itself
WALL_SECONDS = 45.0  # for its turn and its work: an honest plan takes two

_ODT = b"mimetypeapplication/vnd.oasis.opendocument.text"  # ODF 1.2 part 3, 3.3: at byte 30, as it is
_FIB = b"\xec\xa5"  # [MS-DOC] 2.5.2: how the Word document's own stream begins; a sector holds 512 bytes
_ENCRYPTED = 0x0100  # among the flags ten bytes after it
_FILTERS = {"doc": "MS Word 97", "rtf": "Rich Text Format", "odt": "writer8"}
_LEAST = b"{\\rtf1 x}"  # what every LibreOffice with its Writer converts

_turns: WeakKeyDictionary[asyncio.AbstractEventLoop, asyncio.Lock] = WeakKeyDictionary()


def office_kind(data: bytes) -> str | None:
    """The format that needs an office program, told by the bytes; None for all others."""
    if data.startswith(RTF):
        return "rtf"
    if data.startswith(OLE) and WORD_STREAM in data:
        return "doc"
    return "odt" if data[30:].startswith(_ODT) and data[30 + len(_ODT) :].startswith(b"PK") else None


async def as_readable(data: bytes, *, wall_seconds: float = WALL_SECONDS) -> bytes:
    """The same bytes, or a DOCX where only an office program can read them.

    Raises :class:`UnreadableDocument`: without such a program, under a password, when the file is broken or
    breaks the limits.
    """
    kind = office_kind(data)
    if kind is None:
        return data
    if kind == "doc" and _is_locked(data):
        raise UnreadableDocument("error-document-password")
    program = office_program()
    if program is None:
        raise UnreadableDocument("error-document-doc")
    turn = _turns.setdefault(asyncio.get_running_loop(), asyncio.Lock())
    try:
        async with asyncio.timeout(wall_seconds), turn:
            made = await convert(program, data, _to_docx(kind))
            if made is None:
                works = await convert(program, _LEAST, _to_docx("rtf")) is not None
                raise UnreadableDocument("error-document-broken" if works else "error-document-doc")
            return made
    except TimeoutError as error:
        raise UnreadableDocument("error-document-too-heavy") from error


def _is_locked(data: bytes) -> bool:
    """Does the document say of itself that its text is encrypted?"""
    at = next((at for at in range(512, len(data), 512) if data[at : at + 2] == _FIB), len(data))
    return bool(int.from_bytes(data[at + 10 : at + 12], "little") & _ENCRYPTED)


def _to_docx(kind: str) -> Conversion:
    return Conversion(kind, _FILTERS[kind], "docx", "MS Word 2007 XML", CPU_SECONDS)
