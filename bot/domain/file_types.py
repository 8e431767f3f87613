"""What a file really is, by its first bytes, and whether it may prove anything."""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import PurePath

from bot.domain.errors import DomainError
from bot.domain.reports import Form

# How each kind of file begins (en.wikipedia.org/wiki/List_of_file_signatures).
_SIGNATURES: Mapping[str, str] = {
    "jpeg": r"\xff\xd8\xff",
    "png": r"\x89PNG\r\n\x1a\n",
    "gif": r"GIF8[79]a",
    "webp": r"RIFF....WEBP",
    "wav": r"RIFF....WAVE",
    "tiff": r"II\*\0|MM\0\*",
    "bmp": r"BM....\0\0\0\0",
    "heic": r"....ftyp(?:heic|heix|hevc|heim|mif1|msf1)",
    "mp4": r"....ftyp",
    "pdf": r"[\s\S]{0,1024}?%PDF-",
    "ole": r"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1",  # DOC, XLS, PPT
    "zip": r"PK\x03\x04",  # DOCX, XLSX, ODT too
    "rar": r"Rar!\x1a\x07",
    "7z": r"7z\xbc\xaf\x27\x1c",
    "rtf": r"\{\\rtf",
    "ogg": r"OggS",
    "mp3": r"ID3|\xff[\xe2\xe3\xf2\xf3\xfa\xfb]",
    "der": r"\x30[\x80-\x84]",  # a detached signature
}
_BEGINNING = re.compile(
    "|".join(f"(?P<_{kind}>{pattern})" for kind, pattern in _SIGNATURES.items()).encode("latin-1"), re.DOTALL
)
_PICTURES = frozenset({"jpeg", "png", "gif", "webp"})

# What a name promises → what may be inside. A kind that stands nowhere here is not taken.
_INSIDE: Mapping[str, frozenset[str]] = {
    **dict.fromkeys(("jpg", "jpeg"), frozenset({"jpeg"})),
    **{
        name: frozenset({name})
        for name in ("png", "gif", "webp", "bmp", "pdf", "rar", "7z", "rtf", "mp3", "wav")
    },
    **dict.fromkeys(("heic", "heif"), frozenset({"heic"})),
    **dict.fromkeys(("tif", "tiff"), frozenset({"tiff"})),
    # Word opens RTF under the name of DOC, and offices are full of such files.
    "doc": frozenset({"ole", "rtf"}),
    **dict.fromkeys(("xls", "ppt"), frozenset({"ole"})),
    **dict.fromkeys(("docx", "xlsx", "pptx", "odt", "ods", "odp", "zip"), frozenset({"zip"})),
    **dict.fromkeys(("txt", "csv"), frozenset({"text"})),
    **dict.fromkeys(("sig", "p7s"), frozenset({"der", "text"})),
    **dict.fromkeys(("ogg", "oga", "opus"), frozenset({"ogg"})),
    **dict.fromkeys(("m4a", "mp4", "mov"), frozenset({"mp4"})),
}
_NAMELESS = frozenset().union(*_INSIDE.values())
_MAX_EXTENSION = 5  # «Приказ № 5. Копия» has none


def file_type(data: bytes) -> str:
    """A key of the table of signatures, «text», or "" for what nobody knows."""
    found = _BEGINNING.match(data[:2048])
    if found:
        return (found.lastgroup or "").lstrip("_")
    return "text" if _is_text(data) else ""


def check_file_type(name: str, data: bytes, form: Form) -> None:
    """Raise unless the bytes are what the name and the form of sending promise, and of a kind we take."""
    found = file_type(data)
    if form is Form.PHOTO:
        expected = _PICTURES
    elif form is Form.VOICE:
        expected = frozenset({"ogg"})
    else:
        suffix = PurePath(name).suffix[1:].lower()
        expected = _INSIDE.get(suffix, frozenset()) if _is_extension(suffix) else _NAMELESS
    if not expected or not found:
        raise DomainError("error-evidence-type")
    if found not in expected:
        raise DomainError("error-evidence-disguised")


def _is_extension(suffix: str) -> bool:
    return 0 < len(suffix) <= _MAX_EXTENSION and suffix.isalnum() and suffix.isascii()


def _is_text(data: bytes) -> bool:
    """Letters of one of the encodings that our people's programs write, without a control character."""
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        encodings: tuple[str, ...] = ("utf-16",)
    else:
        encodings = ("utf-8-sig", "cp1251")
    for encoding in encodings:
        try:
            text = data.decode(encoding)
        except UnicodeDecodeError:
            continue
        return not re.search(r"[\x00-\x08\x0e-\x1f]", text)
    return False
