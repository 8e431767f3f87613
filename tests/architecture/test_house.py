"""What prose promises and people forget: every list of the house against what is really there."""

from __future__ import annotations

import ast
import re
from pathlib import Path

from bot.domain.access import RIGHTS, Action
from bot.incoming import Kind
from handlers.conversations import CONVERSATIONS
from handlers.news.view import WORDED
from handlers.routing import RouteTable
from storage.news import NOTICE

ROOT = Path(__file__).parents[2]
HANDLER_LINES = 25
FUNCTION_LINES = 40
FILE_LINES = 250
TOP_LEVEL = {
    *("bot", "handlers", "storage", "locales", "tests", "docs", ".ci", ".git", ".gitignore", ".env.example"),
    *("README.md", "README.en.md", "CHANGELOG.md", "LICENSE", "Makefile", "pyproject.toml"),
    *("requirements.txt", "requirements-dev.txt"),
}
UNTRACKED = {".venv", "var", ".env", ".coverage"}


def sources(*folders: str) -> list[Path]:
    return [file for folder in folders for file in (ROOT / folder).rglob("*.py")]


def functions(file: Path) -> list[ast.FunctionDef | ast.AsyncFunctionDef]:
    tree = ast.parse(file.read_text(encoding="utf-8"))
    return [n for n in ast.walk(tree) if isinstance(n, ast.FunctionDef | ast.AsyncFunctionDef)]


def test_every_conversation_is_listed() -> None:
    folders = {file.parent.name for file in (ROOT / "handlers").glob("*/routes.py")}
    spoken = {route.handler for routes in CONVERSATIONS for route in routes.found}
    written = {view for routes in CONVERSATIONS for view in routes.notices.values()}
    assert {handler.__module__.split(".")[1] for handler in spoken | written} == folders


def test_route_keys_are_unique_and_leave_room_for_arguments() -> None:
    table = RouteTable(CONVERSATIONS)
    too_long = {key for kind, key in table.routes if kind is Kind.PRESS and len(key.encode()) > 24}
    assert too_long == set()


def test_every_button_in_the_code_has_its_route() -> None:
    pressed = set()
    for file in sources("handlers"):
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            if not (isinstance(node, ast.Call) and getattr(node.func, "id", "") == "button"):
                continue
            if len(node.args) > 1 and isinstance(node.args[1], ast.Constant):
                pressed.add(node.args[1].value)
    routed = {key for kind, key in RouteTable(CONVERSATIONS).routes if kind is Kind.PRESS}
    assert pressed - routed == set()


def test_every_notice_written_has_a_view_and_every_view_is_written() -> None:
    written, news = set(), set()
    for file in sources("bot"):
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            match node:
                case ast.keyword(arg="notice", value=ast.Constant(value=name)):
                    written.add(name)
                case ast.Call(func=ast.Name(id="News"), args=[_, names, *_]):
                    news |= {c.value for c in ast.walk(names) if isinstance(c, ast.Constant)}
    assert {*written, *news, NOTICE} == set(RouteTable(CONVERSATIONS).notices)
    assert news - set(WORDED) == set()


def test_every_action_has_a_row_of_rights_and_a_route() -> None:
    assert set(RIGHTS) == set(Action)
    named = {node.attr for file in sources("handlers", "bot") for node in _action_names(file)}
    assert {action.name for action in Action} - named == set()


def _action_names(file: Path) -> list[ast.Attribute]:
    words = file.read_text(encoding="utf-8")
    if file.name == "access.py":  # the list itself, and after it what it allows, name every action
        words = words[words.index("INVITE_ACTIONS") :]
    tree = ast.parse(words)
    return [
        n
        for n in ast.walk(tree)
        if isinstance(n, ast.Attribute) and isinstance(n.value, ast.Name) and n.value.id == "Action"
    ]


def test_handlers_are_sentences() -> None:
    long = {
        f"{file.parent.name}.{f.name}"
        for file in (ROOT / "handlers").glob("*/routes.py")
        for f in functions(file)
        if (f.end_lineno or 0) - f.lineno + 1 > HANDLER_LINES
    }
    assert long == set()


def test_functions_and_files_stay_readable() -> None:
    """All but the migration, which is made from the tables; a test that tells a story is as long as it is."""
    files = [f for f in sources("bot", "handlers", "storage") if "versions" not in f.parts]
    long = {f"{file.name}:{f.name}" for file in files for f in functions(file) if _lines(f) > FUNCTION_LINES}
    big = {
        str(file.relative_to(ROOT))
        for file in (*files, *sources("tests"))
        if len(file.read_text(encoding="utf-8").splitlines()) > FILE_LINES
    }
    assert (long, big) == (set(), set())


def _lines(function: ast.FunctionDef | ast.AsyncFunctionDef) -> int:
    return (function.end_lineno or 0) - function.lineno + 1


def test_nothing_else_stands_at_the_top() -> None:
    found = {p.name for p in ROOT.iterdir() if not p.name.endswith("_cache") and p.name != "__pycache__"}
    assert found - TOP_LEVEL - UNTRACKED - {".hypothesis"} == set()


def test_commands_are_the_documented_ones() -> None:
    routed = {
        key for kind, key in RouteTable(CONVERSATIONS).routes if kind is Kind.COMMAND and " " not in key
    }
    assert routed == {"start", "help", "tasks", "plan", "chart", "survey", "lang"}


def test_documents_name_files_that_exist() -> None:
    named = {
        (document.name, path)
        for document in [*(ROOT / "docs").rglob("*.md"), ROOT / "README.md", ROOT / "README.en.md"]
        for path in re.findall(
            r"`((?:bot|handlers|storage|tests|locales|docs)/[\w./-]+)`", document.read_text()
        )
    }
    assert {(document, path) for document, path in named if not (ROOT / path).exists()} == set()
