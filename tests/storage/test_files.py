"""People's files: bytes under the hash of their content."""

from __future__ import annotations

import hashlib
from pathlib import Path

import pytest

from storage.files import FileStore


def test_the_same_bytes_are_kept_once_under_their_hash(tmp_path: Path) -> None:
    files = FileStore(tmp_path / "files")
    digest = files.put(b"proof")
    assert digest == hashlib.sha256(b"proof").hexdigest()
    assert files.put(b"proof") == digest
    assert files.get(digest) == b"proof"
    assert [path.name for path in tmp_path.rglob("*") if path.is_file()] == [digest]


def test_what_was_never_put_is_missing(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        FileStore(tmp_path).get("0" * 64)
