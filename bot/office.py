"""LibreOffice, where it is installed: one file becomes another, in a process group of its own with limits.

It needs more memory than a reader's child may have. It has an empty profile (no macros, nothing fetched from
outside) and a folder that is thrown away.
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
from dataclasses import dataclass
from pathlib import Path

PROGRAMS = ("soffice", "libreoffice")  # the names under which LibreOffice is installed
MEMORY = 1024 * 1024 * 1024  # of address space; an honest plan is converted in half of it
FILE_SIZE = 64 * 1024 * 1024  # of anything that it writes

_PROFILE = """<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">
<item oor:path="/org.openoffice.Office.Common/Security/Scripting">
<prop oor:name="DisableMacrosExecution" oor:op="fuse"><value>true</value></prop>
<prop oor:name="BlockUntrustedRefererLinks" oor:op="fuse"><value>true</value></prop></item>
<item oor:path="/org.openoffice.Office.Writer/Content/Update">
<prop oor:name="Link" oor:op="fuse"><value>2</value></prop></item>
</oor:items>
"""


@dataclass(frozen=True, slots=True)
class Conversion:
    """From one format to another: file extensions and LibreOffice's names of the filters."""

    source: str
    infilter: str
    target: str
    outfilter: str
    cpu_seconds: int


def office_program() -> str | None:
    """Where LibreOffice is; None where it is not installed."""
    return next(filter(None, map(shutil.which, PROGRAMS)), None)


async def convert(program: str, data: bytes, conversion: Conversion) -> bytes | None:
    """The other file; None where the program made nothing of this one."""
    folder = Path(await asyncio.to_thread(tempfile.mkdtemp, prefix="vekhi-office-"))
    try:
        await asyncio.to_thread(_lay_out, folder, data, conversion.source)
        await _run(program, folder, conversion)
        return await asyncio.to_thread(_take, folder / f"plan.{conversion.target}")
    finally:
        await asyncio.to_thread(shutil.rmtree, folder, ignore_errors=True)


def _lay_out(folder: Path, data: bytes, kind: str) -> None:
    (folder / f"plan.{kind}").write_bytes(data)
    (folder / "profile/user").mkdir(parents=True)
    (folder / "profile/user/registrymodifications.xcu").write_text(_PROFILE, encoding="utf-8")


async def _run(program: str, folder: Path, conversion: Conversion) -> None:
    converter = await asyncio.create_subprocess_exec(
        *(sys.executable, "-m", "bot.office", str(conversion.cpu_seconds), program),
        *("--headless", "--norestore", "--nolockcheck", "--nodefault", "--nologo"),
        f"-env:UserInstallation={(folder / 'profile').as_uri()}",
        f"--infilter={conversion.infilter}",
        *("--convert-to", f"{conversion.target}:{conversion.outfilter}", "--outdir", str(folder)),
        str(folder / f"plan.{conversion.source}"),
        stdin=asyncio.subprocess.DEVNULL,
        stdout=asyncio.subprocess.DEVNULL,
        stderr=asyncio.subprocess.DEVNULL,
        cwd=Path(__file__).parents[1],
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


def main(seconds: int, command: list[str]) -> None:
    """Limits first, then the program in this process's place."""
    for limit, most in (
        (resource.RLIMIT_CPU, seconds),
        (resource.RLIMIT_AS, MEMORY),
        (resource.RLIMIT_FSIZE, FILE_SIZE),
        (resource.RLIMIT_CORE, 0),
    ):
        resource.setrlimit(limit, (most, most))
    os.execv(command[0], command)  # noqa: S606 - the program is the one found by its name


if __name__ == "__main__":
    main(int(sys.argv[1]), sys.argv[2:])
