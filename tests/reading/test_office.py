"""Old Word files become DOCX beside the bot: with LibreOffice, without it, and with one that misbehaves."""

from __future__ import annotations

import asyncio
import os
import shutil
import subprocess
import tempfile
from functools import cache
from pathlib import Path

import pytest

from bot.office import MEMORY
from bot.reading.child import read_plan_in_child
from bot.reading.documents import UnreadableDocument
from bot.reading.office import CPU_SECONDS, as_readable, office_kind
from bot.reading.plan_reader import read_plan
from tests.reading.sample_documents import SAMPLE_DOCX
from tests.reading.xls_writer import compound_file

RTF = b"{\\rtf1 Plan}"


@cache
def old_files() -> dict[str, bytes]:
    """The sample road map as LibreOffice writes it; empty where that has no Writer."""
    program = shutil.which("soffice")
    if program is None:
        return {}
    with tempfile.TemporaryDirectory() as folder:
        profile = f"-env:UserInstallation={(Path(folder) / 'profile').as_uri()}"
        for kind in ("doc", "rtf", "odt"):
            command = [program, "--headless", profile, "--convert-to", kind, "--outdir", folder, SAMPLE_DOCX]
            subprocess.run(command, capture_output=True, check=False)
        return {path.suffix[1:]: path.read_bytes() for path in Path(folder).glob("roadmap.*")}


@pytest.mark.parametrize("kind", ["doc", "rtf", "odt"])
async def test_an_old_file_is_the_same_plan(kind: str) -> None:
    data = old_files().get(kind)
    if data is None:
        pytest.skip(f"NO LIBREOFFICE WRITER: nothing is proved of .{kind}")
    assert office_kind(data) == kind
    expected = read_plan(SAMPLE_DOCX.read_bytes(), "план.doc")
    read = await read_plan_in_child(data, "план.doc")
    assert (read.activities, read.sections, read.unread) == (
        expected.activities,
        expected.sections,
        expected.unread,
    )


async def why(data: bytes, **limits: float) -> str:
    with pytest.raises(UnreadableDocument) as refusal:
        await as_readable(data, **limits)
    return refusal.value.key


@pytest.mark.parametrize(
    "data", [b"", b"\xd0\xcf", SAMPLE_DOCX.read_bytes(), b"<html>", compound_file("Workbook", b"x" * 5000)]
)
async def test_what_the_reader_knows_stays_as_it_is(data: bytes) -> None:
    assert await as_readable(data) is data


async def test_without_a_program_the_person_is_told_what_to_send(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "")
    assert await why(RTF) == "error-document-doc"


async def test_a_document_under_a_password_is_told_by_its_head() -> None:
    head = b"\xec\xa5" + bytes(8) + (0x0100).to_bytes(2, "little") + bytes(5000)
    assert await why(compound_file("WordDocument", head)) == "error-document-password"


def put_program(folder: Path, monkeypatch: pytest.MonkeyPatch, script: str) -> None:
    """A «LibreOffice» of a few lines; its last argument is the file, ``$OUT`` where its DOCX belongs."""
    program = folder / "soffice"
    program.write_text(f'#!/bin/sh\nfor FILE; do :; done\nOUT="${{FILE%.*}}.docx"\n{script}\n')
    program.chmod(0o755)
    monkeypatch.setenv("PATH", f"{folder}:{os.environ['PATH']}")


def is_gone(note: Path) -> bool:
    return not Path(note.read_text().strip()).exists()


async def test_what_the_program_writes_is_taken_and_its_folder_thrown_away(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    put_program(tmp_path, monkeypatch, f'echo "$HOME" > {tmp_path}/home; cat "$FILE" > "$OUT"')
    assert await as_readable(RTF) == RTF
    assert is_gone(tmp_path / "home")


async def test_nothing_made_of_a_file_means_that_it_is_broken(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    put_program(tmp_path, monkeypatch, 'grep -q "rtf1 x" "$FILE" && cp "$FILE" "$OUT"')
    assert await why(RTF) == "error-document-broken"


async def test_a_program_without_its_writer_converts_nothing_at_all(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    put_program(tmp_path, monkeypatch, "exit 1")
    assert await why(RTF) == "error-document-doc"


async def test_a_program_that_hangs_ends_with_all_that_it_started(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    put_program(tmp_path, monkeypatch, f"sleep 600 & echo $! > {tmp_path}/child; wait")
    assert await why(RTF, wall_seconds=1.0) == "error-document-too-heavy"
    started = Path("/proc") / (tmp_path / "child").read_text().strip() / "stat"
    assert not started.exists() or started.read_text().split()[2] == "Z"


async def test_files_wait_for_their_turn(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    busy = f'mkdir {tmp_path}/busy || exit 1; sleep 0.2; rmdir {tmp_path}/busy; cp "$FILE" "$OUT"'
    put_program(tmp_path, monkeypatch, busy)
    assert await asyncio.gather(*(as_readable(RTF) for _ in range(3))) == [RTF] * 3


async def test_the_program_is_held_to_its_limits(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    put_program(tmp_path, monkeypatch, '{ ulimit -t; ulimit -v; ulimit -c; } > "$OUT"')
    limits = [str(CPU_SECONDS), str(MEMORY // 1024), "0"]
    assert (await as_readable(RTF)).decode().split() == limits
