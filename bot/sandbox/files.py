"""Uploaded bytes: identifiers, what is read from their headers, and the size limits of the Bot API."""

from __future__ import annotations

import base64
import hashlib
import mimetypes
import struct
from dataclasses import dataclass
from typing import Any, Literal

from bot.sandbox.errors import bad_request

# core.telegram.org/bots/api#sending-files and #getfile
PHOTO_LIMIT = 10 * 1024 * 1024
UPLOAD_LIMIT = 50 * 1024 * 1024
DOWNLOAD_LIMIT = 20 * 1024 * 1024

Kind = Literal["photo", "document", "voice"]
_PREFIX = {"photo": "AgACAgIAAxkBAAI", "document": "BQACAgIAAxkBAAI", "voice": "AwACAgIAAxkBAAI"}
_FOLDER = {"photo": "photos", "document": "documents", "voice": "voice"}
_TYPE_NAME = {"photo": "Photo", "document": "Document", "voice": "VoiceNote"}


@dataclass(frozen=True)
class StoredFile:
    kind: Kind
    file_id: str
    unique_id: str
    path: str
    name: str
    mime: str
    data: bytes
    width: int = 0
    height: int = 0
    duration: int = 0  # seconds

    def identity(self) -> dict[str, Any]:
        return {"file_id": self.file_id, "file_unique_id": self.unique_id, "file_size": len(self.data)}

    def to_json(self) -> dict[str, Any]:
        """The field of a Message that shows this file."""
        if self.kind == "photo":
            return {"photo": [{**self.identity(), "width": self.width, "height": self.height}]}
        if self.kind == "voice":
            return {"voice": {"duration": self.duration, "mime_type": "audio/ogg", **self.identity()}}
        return {"document": {"file_name": self.name, "mime_type": self.mime, **self.identity()}}


class FileStore:
    """All files of the sandbox, in memory. The same bytes sent twice share their ``file_unique_id``."""

    def __init__(self) -> None:
        self._by_id: dict[str, StoredFile] = {}
        self._by_path: dict[str, StoredFile] = {}

    def add(self, kind: Kind, data: bytes, name: str, mime: str = "", duration: int = 0) -> StoredFile:
        """ApiError 400 for an empty file and for a photo that is too big or no picture."""
        if not data:
            raise bad_request("file must be non-empty")
        width, height = _checked_photo(data) if kind == "photo" else (0, 0)
        digest = hashlib.sha256(kind.encode() + data).digest()
        number = len(self._by_id)
        unique = base64.urlsafe_b64encode(digest[:11]).decode().rstrip("=")
        serial = base64.urlsafe_b64encode(digest[:30] + struct.pack(">I", number)).decode().rstrip("=")
        name = name.replace("\\", "/").rpartition("/")[2] or "file"
        extension = ".jpg" if kind == "photo" else "." + name.rpartition(".")[2] if "." in name else ""
        file = StoredFile(
            kind=kind,
            file_id=_PREFIX[kind] + serial,
            unique_id="AQAD" + unique,
            path=f"{_FOLDER[kind]}/file_{number}{extension}",
            name=name,
            mime=mimetypes.guess_type(name)[0] or mime or "application/octet-stream",
            data=data,
            width=width,
            height=height,
            duration=duration,
        )
        self._by_id[file.file_id] = self._by_path[file.path] = file
        return file

    def by_id(self, file_id: str, kind: Kind | None = None) -> StoredFile:
        file = self._by_id.get(file_id)
        if file is None:
            if file_id.startswith(("http://", "https://")):
                raise bad_request("failed to get HTTP URL content")  # the sandbox never goes out
            raise bad_request("wrong file identifier/HTTP URL specified")
        if kind is not None and file.kind != kind:
            raise bad_request(f"can't use file of type {_TYPE_NAME[file.kind]} as {_TYPE_NAME[kind]}")
        return file

    def for_download(self, file_id: str) -> StoredFile:
        file = self._by_id.get(file_id)
        if file is None:
            raise bad_request("invalid file_id")
        if len(file.data) > DOWNLOAD_LIMIT:
            raise bad_request("file is too big")
        return file

    def by_path(self, path: str) -> StoredFile | None:
        file = self._by_path.get(path)
        return file if file is not None and len(file.data) <= DOWNLOAD_LIMIT else None


def _checked_photo(data: bytes) -> tuple[int, int]:
    if len(data) > PHOTO_LIMIT:
        raise bad_request(
            f"file of size {len(data)} bytes is too big for a photo; the maximum size is {PHOTO_LIMIT} bytes"
        )
    size = picture_size(data)
    if size is None:
        raise bad_request("IMAGE_PROCESS_FAILED")
    width, height = size
    # core.telegram.org/bots/api#sendphoto: sum at most 10000, ratio at most 20.
    if not width or not height or width + height > 10000 or max(size) > 20 * min(size):
        raise bad_request("PHOTO_INVALID_DIMENSIONS")
    return size


def picture_size(data: bytes) -> tuple[int, int] | None:
    """Width and height from the header of a PNG, GIF or JPEG; None for anything else."""
    if data[:8] == b"\x89PNG\r\n\x1a\n" and len(data) >= 24:
        width, height = struct.unpack(">II", data[16:24])
        return width, height
    if data[:6] in (b"GIF87a", b"GIF89a") and len(data) >= 10:
        width, height = struct.unpack("<HH", data[6:10])
        return width, height
    return _jpeg_size(data) if data[:2] == b"\xff\xd8" else None


def _jpeg_size(data: bytes) -> tuple[int, int] | None:
    at = 2
    while at + 9 <= len(data) and data[at] == 0xFF:
        marker = data[at + 1]
        if 0xC0 <= marker <= 0xCF and marker not in (0xC4, 0xC8, 0xCC):  # start of frame
            height, width = struct.unpack(">HH", data[at + 5 : at + 9])
            return width, height
        at += 2 + int(struct.unpack(">H", data[at + 2 : at + 4])[0])
    return None
