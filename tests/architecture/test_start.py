"""What is heavy is loaded where it works, not when the bot starts."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).parents[2]
OURS = ("bot", "handlers", "storage")
# Libraries that serve single files: each costs a tenth of a second and some megabytes.
HEAVY = {
    *("PIL", "python_calamine", "docx", "docxtpl", "icalendar", "jinja2", "lxml"),
    *("matplotlib", "numpy", "pdfplumber", "segno", "xlsxwriter"),
}


def at_once(name: str) -> set[str]:
    """What a module of ours loads when it is imported, by whole names; nothing of another's module."""
    file = ROOT / f"{name.replace('.', '/')}.py"
    file = file if file.exists() else file.with_suffix("") / "__init__.py"
    if not name.startswith(OURS) or not file.exists():
        return set()
    found: set[str] = set()
    for node in ast.parse(file.read_text(encoding="utf-8")).body:
        match node:
            case ast.Import(names):
                found |= {alias.name for alias in names}
            case ast.ImportFrom(module=str(module), names=names):
                found |= {module, *(f"{module}.{alias.name}" for alias in names)}
    return {part for full in found for part in _with_packages(full)}


def _with_packages(name: str) -> Iterator[str]:
    parts = name.split(".")
    yield from (".".join(parts[:length]) for length in range(1, len(parts) + 1))


def loaded_with(name: str) -> set[str]:
    found, waiting = {name}, [name]
    while waiting:
        fresh = at_once(waiting.pop()) - found
        found |= fresh
        waiting += fresh
    return found


def test_no_heavy_library_is_loaded_when_the_bot_starts() -> None:
    loaded = loaded_with("bot.app")
    assert {"handlers.conversations", "storage.tables.plan", "aiogram"} <= loaded  # it looks far enough
    assert loaded & HEAVY == set()
