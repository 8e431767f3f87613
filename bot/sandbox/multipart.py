"""multipart/form-data as bot libraries really write it.

Names of files come quoted with UTF-8 bytes, quoted and percent-encoded, after RFC 5987, and bare
(pyTelegramBotAPI). Telegram's own servers read them all, so a strict reader would refuse what works.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from urllib.parse import unquote

from bot.sandbox.errors import bad_request

_BOUNDARY = re.compile(r'boundary=(?:"([^"]+)"|([^\s;]+))', re.IGNORECASE)
_PARAMETER = re.compile(r';\s*([\w*]+)=(?:"((?:[^"\\]|\\.)*)"|([^;]*))')


@dataclass(frozen=True)
class Part:
    """``filename`` None for a plain field."""

    name: str
    filename: str | None
    mime: str
    data: bytes


def read_multipart(body: bytes, content_type: str) -> Iterator[Part]:
    """The parts with a name, in order. ApiError 400 for a body that does not keep to its boundary."""
    found = _BOUNDARY.search(content_type)
    border = b"--" + (found.group(1) or found.group(2)).encode() if found else b""
    if not border or not body.startswith(border):
        raise bad_request("can't parse multipart/form-data")
    for piece in (b"\r\n" + body).split(b"\r\n" + border)[1:]:
        if piece.startswith(b"--"):
            return
        head, _, data = piece.partition(b"\r\n\r\n")
        if (part := _part(head.decode("utf-8", "replace"), data)) is not None:
            yield part
    raise bad_request("can't parse multipart/form-data")  # cut short


def _part(head: str, data: bytes) -> Part | None:
    lines = (line.partition(":") for line in head.split("\r\n") if line)
    headers = {name.strip().lower(): value.strip() for name, _, value in lines}
    given = {
        name.lower(): re.sub(r"\\(.)", r"\1", quoted) if quoted else bare.strip()
        for name, quoted, bare in _PARAMETER.findall(headers.get("content-disposition", ""))
    }
    if not given.get("name"):
        return None
    filename = given.get("filename")
    if extended := given.get("filename*"):
        filename = unquote(extended.rpartition("'")[2])
    return Part(given["name"], filename, headers.get("content-type", ""), data)
