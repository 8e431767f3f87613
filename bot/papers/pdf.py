"""A Word document as PDF, where LibreOffice is installed."""

from __future__ import annotations

import asyncio
from contextlib import suppress

from bot.office import Conversion, convert, office_program

CPU_SECONDS = 60  # a report of a hundred pages takes ten
WALL_SECONDS = 90.0
_TO_PDF = Conversion("docx", "MS Word 2007 XML", "pdf", "writer_pdf_Export", CPU_SECONDS)


class NoPdf(Exception):
    """LibreOffice is not there, or made nothing of the document."""


def can_make_pdf() -> bool:
    return office_program() is not None


def as_pdf(document: bytes) -> bytes:
    """To be called in a process without an event loop of its own. Raises :class:`NoPdf`."""
    program = office_program()
    made = asyncio.run(_converted(program, document)) if program else None
    if made is None:
        raise NoPdf
    return made


async def _converted(program: str, document: bytes) -> bytes | None:
    # Before the worker's own limit, which would leave LibreOffice running alone.
    with suppress(TimeoutError):
        async with asyncio.timeout(WALL_SECONDS):
            return await convert(program, document, _TO_PDF)
    return None
