"""People's files: bytes under the hash of their content."""

from __future__ import annotations

import hashlib
import os
from datetime import UTC, datetime, timedelta
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


DAY = datetime(2026, 11, 22, tzinfo=UTC)


def aged(files: FileStore, data: bytes, moment: datetime) -> str:
    """Put, and last put at that moment."""
    digest = files.put(data)
    os.utime(files._path(digest), (moment.timestamp(), moment.timestamp()))
    return digest


def test_only_what_is_old_and_unnamed_is_swept(tmp_path: Path) -> None:
    files = FileStore(tmp_path)
    old, new = DAY - timedelta(seconds=1), DAY + timedelta(seconds=1)
    named, fresh = aged(files, b"named", old), aged(files, b"fresh", new)
    again = aged(files, b"again", old)
    files.put(b"again")  # somebody sends the same file now: its row is not there yet
    aged(files, b"orphan", old)
    assert files.sweep({named}, before=DAY) == 1
    assert sorted(path.name for path in tmp_path.glob("*/*")) == sorted((named, fresh, again))
    assert files.sweep({named}, before=DAY) == 0


def test_a_file_put_in_the_middle_of_a_sweep_stays(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    files = FileStore(tmp_path)
    digest = aged(files, b"proof", DAY - timedelta(days=1))
    move = Path.replace

    def put_first(path: Path, target: Path) -> Path:
        monkeypatch.undo()
        files.put(b"proof")
        return move(path, target)

    monkeypatch.setattr(Path, "replace", put_first)
    assert files.sweep(set(), before=DAY) == 0
    assert files.get(digest) == b"proof"
