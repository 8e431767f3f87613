"""The archive: a ZIP with a manifest of SHA-256 sums, sealed so that one changed byte is noticed.

The seal is the ZIP's comment, its last 64 bytes: the SHA-256 of everything before it. It tells of damage, not
of a forger, who could seal anew. Any program that opens ZIP opens the archive.
"""

from __future__ import annotations

import hashlib
import json
import os
import zipfile
from collections.abc import Iterable, Iterator
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import IO

from bot.domain.errors import DomainError

FORMAT = 1
MANIFEST = "manifest.json"
_SEAL = 64  # hexadecimal digits
_CHUNK = 2**20


@dataclass(frozen=True)
class Manifest:
    """``made_at`` in ISO 8601 with its offset; ``files``: member → SHA-256 of its bytes."""

    made_at: str
    database: str  # "sqlite" or "postgresql"
    files: dict[str, str] = field(default_factory=dict)
    format: int = FORMAT


def pack(target: Path, members: Iterable[tuple[str, Path]], *, made_at: str, database: str) -> Manifest:
    """Write the archive beside its place, seal it, read it back, and only then give it its name."""
    partial = target.with_name(target.name + ".partial")
    manifest = Manifest(made_at, database)
    # Personal data: for the owner alone from the first byte on.
    with os.fdopen(os.open(partial, os.O_RDWR | os.O_CREAT | os.O_TRUNC, 0o600), "w+b") as file:
        with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as archive:
            for name, source in members:
                with source.open("rb") as data, archive.open(name, "w", force_zip64=True) as member:
                    manifest.files[name] = _copied(data, member)
            archive.writestr(MANIFEST, json.dumps(asdict(manifest), indent=1))
            archive.comment = b"0" * _SEAL
        seal = _digest(file, _size(file) - _SEAL)
        file.seek(-_SEAL, os.SEEK_END)
        file.write(seal.encode())
        file.flush()
        os.fsync(file.fileno())
    checked(partial)
    partial.replace(target)
    return manifest


def checked(archive: Path) -> Manifest:
    """The manifest of an archive whose every byte is as it was written; DomainError for any other file."""
    with archive.open("rb") as file:
        size = _size(file)
        sealed = size > _SEAL and _digest(file, size - _SEAL).encode() == file.read(_SEAL)
    if not sealed or not zipfile.is_zipfile(archive):
        raise DomainError("backup-damaged")
    with zipfile.ZipFile(archive) as members:
        if MANIFEST not in members.namelist():
            raise DomainError("backup-damaged")
        stated = json.loads(members.read(MANIFEST))
    if stated["format"] != FORMAT:
        raise DomainError("restore-newer")
    return Manifest(**stated)


def unpack(archive: Path, manifest: Manifest, folder: Path) -> Iterator[tuple[str, Path]]:
    """Each member's name and where it was written, compared with the manifest once more."""
    with zipfile.ZipFile(archive) as members:
        for number, (name, digest) in enumerate(manifest.files.items()):
            place = folder / str(number)  # never a path out of the archive
            with members.open(name) as data, place.open("wb") as file:
                if _copied(data, file) != digest:
                    raise DomainError("backup-damaged")
            yield name, place


def _size(file: IO[bytes]) -> int:
    return file.seek(0, os.SEEK_END)


def _digest(file: IO[bytes], length: int) -> str:
    """Of the first ``length`` bytes; what follows them can be read next."""
    file.seek(0)
    digest = hashlib.sha256()
    while length and (chunk := file.read(min(_CHUNK, length))):
        digest.update(chunk)
        length -= len(chunk)
    return digest.hexdigest()


def _copied(source: IO[bytes], target: IO[bytes]) -> str:
    """Copies and returns the SHA-256 of what was copied."""
    digest = hashlib.sha256()
    while chunk := source.read(_CHUNK):
        digest.update(chunk)
        target.write(chunk)
    return digest.hexdigest()
