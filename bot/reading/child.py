"""Read a document in a process of its own: a hostile file can kill the child, never the bot.

The parent sends what to read, the file's name and its bytes on stdin; the child answers one JSON object
on stdout: a plan, the rows of its tables, or a reason. It inherits no environment, so no secret either.
"""

from __future__ import annotations

import asyncio
import json
import resource
import sys
from pathlib import Path
from typing import Any

from bot.domain.plan import DraftPlan
from bot.reading.blocks import Table
from bot.reading.documents import MAX_BYTES, UnreadableDocument, read_document
from bot.reading.office import as_readable
from bot.reading.plan_json import plan_from_json, plan_to_json

MEMORY = 256 * 1024 * 1024  # above what the interpreter and the reader themselves take
CPU_SECONDS = 10
WALL_SECONDS = 60.0
COMMAND: tuple[str, ...] = ("-m", "bot.reading.child")  # what the interpreter is to run

_TOO_HEAVY = "error-document-too-heavy"
_REFUSED = 3  # the child's exit code when its answer is a reason


async def read_plan_in_child(data: bytes, filename: str, *, wall_seconds: float = WALL_SECONDS) -> DraftPlan:
    """As :func:`bot.reading.plan_reader.read_plan`, within limits of memory and time.

    Raises :class:`UnreadableDocument`; a child that breaks a limit or dies is ``error-document-too-heavy``.
    """
    return _plan(*await _ask("plan", data, filename, wall_seconds))


async def read_rows_in_child(data: bytes, *, wall_seconds: float = WALL_SECONDS) -> list[list[str]]:
    """The rows of every table of a document, cell by cell; raises as :func:`read_plan_in_child`."""
    rows: list[list[str]] = _value(*await _ask("rows", data, "", wall_seconds))["rows"]
    return rows


async def _ask(task: str, data: bytes, filename: str, wall_seconds: float) -> tuple[int | None, bytes]:
    """The child's exit code and what it answered."""
    if len(data) > MAX_BYTES:
        raise UnreadableDocument("error-document-too-large")
    data = await as_readable(data)
    child = await asyncio.create_subprocess_exec(
        sys.executable,
        *COMMAND,
        stdin=asyncio.subprocess.PIPE,
        stdout=asyncio.subprocess.PIPE,
        stderr=asyncio.subprocess.DEVNULL,
        cwd=Path(__file__).parents[2],
        env={"PYTHONDONTWRITEBYTECODE": "1"},
    )
    try:
        async with asyncio.timeout(wall_seconds):
            answer, _ = await child.communicate(json.dumps([task, filename]).encode() + b"\n" + data)
    except TimeoutError as error:
        raise UnreadableDocument(_TOO_HEAVY) from error
    finally:
        if child.returncode is None:
            child.kill()
            await child.wait()
    return child.returncode, answer


def _plan(code: int | None, answer: bytes) -> DraftPlan:
    value = _value(code, answer)
    try:
        return plan_from_json(value)
    except (ValueError, KeyError, TypeError) as error:  # it died while it answered
        raise UnreadableDocument(_TOO_HEAVY) from error


def _value(code: int | None, answer: bytes) -> dict[str, Any]:
    try:
        value: dict[str, Any] = json.loads(answer) if code in (0, _REFUSED) else {}
        key = str(value.get("error", _TOO_HEAVY))
    except (ValueError, AttributeError) as error:
        raise UnreadableDocument(_TOO_HEAVY) from error
    if code != 0:
        raise UnreadableDocument(key)
    return value


def main() -> int:
    """The child: limits first, then the reading."""
    from bot.reading.plan_reader import read_plan  # noqa: PLC0415 - only the child needs the whole reader

    limit_self()
    order, _, data = sys.stdin.buffer.read().partition(b"\n")
    try:
        task, name = json.loads(order)
        value = plan_to_json(read_plan(data, name)) if task == "plan" else {"rows": _rows(data)}
        code = 0
    except UnreadableDocument as error:
        value, code = {"error": error.key}, _REFUSED
    except (MemoryError, RecursionError):
        value, code = {"error": _TOO_HEAVY}, _REFUSED
    sys.stdout.buffer.write(json.dumps(value).encode())
    sys.stdout.flush()
    return code


def _rows(data: bytes) -> list[list[str]]:
    tables = (block for block in read_document(data) if isinstance(block, Table))
    return [[cell.line for cell in row.cells] for table in tables for row in table.rows]


def limit_self() -> None:
    """No more memory than allowed above what is loaded, ten seconds of CPU, no file written."""
    resource.setrlimit(resource.RLIMIT_CPU, (CPU_SECONDS, CPU_SECONDS + 1))
    resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    pages = Path("/proc/self/statm")  # Linux only: elsewhere the address space cannot be limited soundly
    if pages.exists():
        used = int(pages.read_text().split()[0]) * resource.getpagesize()
        resource.setrlimit(resource.RLIMIT_AS, (used + MEMORY, used + MEMORY))


if __name__ == "__main__":
    sys.exit(main())
