"""The archives that office files are, measured before they are unpacked: 300 KiB can fill gigabytes."""

from __future__ import annotations

import io
import zipfile

from bot.reading.refusals import UnreadableDocument

MAX_UNPACKED = 64 * 1024 * 1024  # ten times the largest road map seen, scans left out
MAX_XML = 24 * 1024 * 1024  # the text itself; its tree needs about five times as much memory
MAX_PARTS = 2000


def part_names(data: bytes) -> frozenset[str]:
    """The names of the archive's parts; raises :class:`UnreadableDocument` before it is unpacked."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            parts = archive.infolist()
    except (zipfile.BadZipFile, ValueError, NotImplementedError, OverflowError, EOFError, OSError) as error:
        raise UnreadableDocument("error-document-broken") from error
    if any(part.flag_bits & 1 for part in parts):
        raise UnreadableDocument("error-document-password")
    xml = sum(part.file_size for part in parts if part.filename.endswith((".xml", ".rels", ".bin")))
    if len(parts) > MAX_PARTS or sum(part.file_size for part in parts) > MAX_UNPACKED or xml > MAX_XML:
        raise UnreadableDocument("error-document-too-large")
    return frozenset(part.filename for part in parts)
