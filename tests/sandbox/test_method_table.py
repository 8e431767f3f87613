"""The table of docs/sandbox.md against the methods that are there, and the list of those that are not."""

from __future__ import annotations

import re
from pathlib import Path

import aiogram.methods
from aiogram.methods import TelegramMethod

import bot.sandbox.api  # noqa: F401 — registers the methods
from bot.sandbox.methods import METHODS

ROOT = Path(__file__).parents[2]
PAGE = (ROOT / "docs" / "sandbox.md").read_text(encoding="utf-8")
SECTION = PAGE.partition("## Methods")[2].partition("\n## ")[0]
ROWS: dict[str, str] = dict(
    re.findall(r"^\| (\w+) \| ([a-z ]+) \|", SECTION.partition("|---|")[2], re.MULTILINE)
)


def bot_api() -> set[str]:
    """Every method of the Bot API, as a library of today knows them."""
    known = (getattr(aiogram.methods, name) for name in aiogram.methods.__all__)
    return {
        method.__api_method__
        for method in known
        if isinstance(method, type) and issubclass(method, TelegramMethod) and method is not TelegramMethod
    }


def test_every_method_has_its_row_and_every_row_its_method() -> None:
    rows = ROWS.keys()
    assert {name.lower() for name in rows} == set(METHODS)
    assert rows <= bot_api()


def test_the_rest_of_the_bot_api_is_named_as_missing() -> None:
    listed = SECTION.partition("answers 404")[2].partition("\n\nFiles by URL")[0]
    missing = {word for line in re.findall(r": ([\w,\s]+)", listed) for word in re.findall(r"\w+", line)}
    assert missing == bot_api() - ROWS.keys()


def test_what_is_said_to_have_a_table_of_answers_has_one() -> None:
    tests = "".join(file.read_text(encoding="utf-8") for file in Path(__file__).parent.glob("test_*.py"))
    without = {name for name, checked in ROWS.items() if "t" in checked.split() and f'"{name}"' not in tests}
    assert without == set()
