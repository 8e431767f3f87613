"""Files that only an office program reads (.doc, .rtf, .odt) become DOCX, where such a program is installed.

LibreOffice needs more memory than the reader's child may have, so it runs beside it: one file at a time, in a
process group of its own with limits, an empty profile (no macros, nothing fetched from outside) and a
folder that is thrown away. What it writes is then read in the child like any other file.
"""

from __future__ import annotations

import asyncio
import os
import resource
import shutil
import signal
import sys
import tempfile
from contextlib import suppress
from pathlib import Path
from weakref import WeakKeyDictionary

from bot.reading.documents import OLE, RTF, WORD_STREAM, UnreadableDocument

PROGRAMS = ("soffice", "libreoffice")  # the names under which LibreOffice is installed
MEMORY = 1024 * 1024 * 1024  # of address space; an honest plan is converted in half of it
CPU_SECONDS = 8  # what the promise D5 leaves beside the reading itself
FILE_SIZE = 64 * 1024 * 1024  # of anything that it writes
WALL_SECONDS = 45.0  # for its turn and its work: an honest plan takes two

_ODT = b"mimetypeapplication/vnd.oasis.opendocument.text"  # ODF 1.2 part 3, 3.3: at byte 30, as it is
_FIB = b"\xec\xa5"  # [MS-DOC] 2.5.2: how the Word document's own stream begins; a sector holds 512 bytes
_ENCRYPTED = 0x0100  # among the flags ten bytes after it
_FILTERS = {"doc": "MS Word 97", "rtf": "Rich Text Format", "odt": "writer8"}
_LEAST = b"{\\rtf1 x}"  # what every LibreOffice with its Writer converts

_PROFILE = """<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">
<item oor:path="/org.openoffice.Office.Common/Security/Scripting">
<prop oor:name="DisableMacrosExecution" oor:op="fuse"><value>true</value></prop>
<prop oor:name="BlockUntrustedRefererLinks" oor:op="fuse"><value>true</value></prop></item>
<item oor:path="/org.openoffice.Office.Writer/Content/Update">
<prop oor:name="Link" oor:op="fuse"><value>2</value></prop></item>
</oor:items>
"""
_turns: WeakKeyDictionary[asyncio.AbstractEventLoop, asyncio.Lock] = WeakKeyDictionary()


def office_kind(data: bytes) -> str | None:
    """The format that needs an office program, told by the bytes; None for all others."""
    if data.startswith(RTF):
        return "rtf"
    if data.startswith(OLE) and WORD_STREAM in data:
        return "doc"
    return "odt" if data[30:].startswith(_ODT) and data[30 + len(_ODT) :].startswith(b"PK") else None


async def as_readable(data: bytes, *, wall_seconds: float = WALL_SECONDS) -> bytes:
    """The same bytes, or a DOCX where only an office program can read them.

    Raises :class:`UnreadableDocument`: without such a program, under a password, when the file is broken or
    breaks the limits.
    """
    kind = office_kind(data)
    if kind is None:
        return data
    if kind == "doc" and _is_locked(data):
        raise UnreadableDocument("error-document-password")
    program = next(filter(None, map(shutil.which, PROGRAMS)), None)
    if program is None:
        raise UnreadableDocument("error-document-doc")
    turn = _turns.setdefault(asyncio.get_running_loop(), asyncio.Lock())
    try:
        async with asyncio.timeout(wall_seconds), turn:
            made = await _convert(program, data, kind)
            if made is None:
                works = await _convert(program, _LEAST, "rtf") is not None
                raise UnreadableDocument("error-document-broken" if works else "error-document-doc")
            return made
    except TimeoutError as error:
        raise UnreadableDocument("error-document-too-heavy") from error


def _is_locked(data: bytes) -> bool:
    """Does the document say of itself that its text is encrypted?"""
    at = next((at for at in range(512, len(data), 512) if data[at : at + 2] == _FIB), len(data))
    return bool(int.from_bytes(data[at + 10 : at + 12], "little") & _ENCRYPTED)


async def _convert(program: str, data: bytes, kind: str) -> bytes | None:
    """The file as DOCX; None where the program made nothing of it."""
    folder = Path(await asyncio.to_thread(tempfile.mkdtemp, prefix="vekhi-office-"))
    try:
        await asyncio.to_thread(_lay_out, folder, data, kind)
        await _run(program, folder, kind)
        return await asyncio.to_thread(_take, folder / "plan.docx")
    finally:
        await asyncio.to_thread(shutil.rmtree, folder, ignore_errors=True)


def _lay_out(folder: Path, data: bytes, kind: str) -> None:
    (folder / f"plan.{kind}").write_bytes(data)
    (folder / "profile/user").mkdir(parents=True)
    (folder / "profile/user/registrymodifications.xcu").write_text(_PROFILE, encoding="utf-8")


async def _run(program: str, folder: Path, kind: str) -> None:
    converter = await asyncio.create_subprocess_exec(
        *(sys.executable, "-m", "bot.reading.office", program),
        *("--headless", "--norestore", "--nolockcheck", "--nodefault", "--nologo"),
        f"-env:UserInstallation={(folder / 'profile').as_uri()}",
        f"--infilter={_FILTERS[kind]}",
        *("--convert-to", "docx:MS Word 2007 XML", "--outdir", str(folder), str(folder / f"plan.{kind}")),
        stdin=asyncio.subprocess.DEVNULL,
        stdout=asyncio.subprocess.DEVNULL,
        stderr=asyncio.subprocess.DEVNULL,
        cwd=Path(__file__).parents[2],
        env={"HOME": str(folder), "TMPDIR": str(folder), "PATH": os.environ.get("PATH", os.defpath)},
        start_new_session=True,
    )
    try:
        await converter.wait()
    finally:
        with suppress(ProcessLookupError):  # it ended, and so did all that it started
            os.killpg(converter.pid, signal.SIGKILL)
        await converter.wait()


def _take(made: Path) -> bytes | None:
    return made.read_bytes() if made.exists() else None


def main(command: list[str]) -> None:
    """Limits first, then the program in this process's place."""
    for limit, most in (
        (resource.RLIMIT_CPU, CPU_SECONDS),
        (resource.RLIMIT_AS, MEMORY),
        (resource.RLIMIT_FSIZE, FILE_SIZE),
        (resource.RLIMIT_CORE, 0),
    ):
        resource.setrlimit(limit, (most, most))
    os.execv(command[0], command)  # noqa: S606 - the program is the one found by its name


if __name__ == "__main__":
    main(sys.argv[1:])
