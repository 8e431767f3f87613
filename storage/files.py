"""Files that people send, kept as bytes under the data folder by the hash of their content."""

from __future__ import annotations

import hashlib
import os
import tempfile
from collections.abc import Collection
from datetime import datetime
from pathlib import Path


class FileStore:
    """Content-addressed: the same file sent twice is kept once; a name never changes its bytes."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def put(self, data: bytes) -> str:
        """Keep ``data`` and return its SHA-256 in hex; safe on disk before this returns."""
        digest = hashlib.sha256(data).hexdigest()
        path = self._path(digest)
        if _touch(path):
            return digest
        path.parent.mkdir(parents=True, exist_ok=True)
        with tempfile.NamedTemporaryFile(dir=path.parent, delete=False) as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        Path(file.name).replace(path)
        return digest

    def get(self, digest: str) -> bytes:
        """The bytes kept under ``digest``; FileNotFoundError when there are none."""
        return self._path(digest).read_bytes()

    def sweep(self, named: Collection[str], *, before: datetime) -> int:
        """Delete files that ``named`` does not name and nobody has put since ``before``; how many that were.

        Bytes are put before the row that names them is committed: ``before`` leaves the time for that.
        """
        return sum(
            _take_away(path, before.timestamp())
            for path in list(self._folder.glob("??/*"))
            if path.name not in named
        )

    def _path(self, digest: str) -> Path:
        return self._folder / digest[:2] / digest


def _touch(path: Path) -> bool:
    """Note that the file was put just now; False where there is none."""
    try:
        os.utime(path)
    except FileNotFoundError:
        return False
    return True


def _take_away(path: Path, before: float) -> bool:
    """Delete a file last put before that moment.

    It is moved first and looked at again: who puts the same bytes meanwhile has either touched it, and it
    goes back, or finds none, and writes it anew.
    """
    aside = path.with_name(f"{path.name}.old")
    try:
        if path.stat().st_mtime >= before:
            return False
        path.replace(aside)
        if aside.stat().st_mtime >= before:
            aside.replace(path)
            return False
        aside.unlink()
    except FileNotFoundError:  # it was half written and has its name now, or another sweep has taken it
        return False
    return True
