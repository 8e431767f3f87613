"""Both catalogues against each other, against the code, and against what a phone can show."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest
from fluent.syntax import FluentParser
from fluent.syntax import ast as ftl
from fluent.syntax.visitor import Visitor

from bot.words import LANGUAGES, LOCALES

ROOT = Path(__file__).parents[2]
# Callables whose first argument is a catalogue key.
KEYED = {"text", "button", "Text", "DomainError", "UnreadableDocument"}
PLURALS = {"ru": {"one", "few", "many"}, "en": {"one", "other"}}
MESSAGE_LIMIT = 4000
LABEL_LIMIT = 30


@cache
def messages(language: str) -> dict[str, ftl.Message]:
    found: dict[str, ftl.Message] = {}
    for file in sorted((LOCALES / language).glob("*.ftl")):
        for entry in FluentParser().parse(file.read_text(encoding="utf-8")).body:
            assert not isinstance(entry, ftl.Junk), f"{file.name}: {entry.content}"
            if isinstance(entry, ftl.Message):
                assert entry.id.name not in found, f"{file.name}: {entry.id.name} stands twice"
                found[entry.id.name] = entry
    return found


class _Found(Visitor):
    def __init__(self) -> None:
        self.variables: set[str] = set()
        self.variants: list[set[str]] = []
        self.words: list[str] = []

    def visit_VariableReference(self, node: ftl.VariableReference) -> None:
        self.variables.add(node.id.name)

    def visit_SelectExpression(self, node: ftl.SelectExpression) -> None:
        self.variants.append({v.key.name for v in node.variants if isinstance(v.key, ftl.Identifier)})
        self.generic_visit(node)

    def visit_TextElement(self, node: ftl.TextElement) -> None:
        self.words.append(node.value)


def look(message: ftl.Message) -> _Found:
    found = _Found()
    found.visit(message)
    return found


@cache
def strings() -> tuple[frozenset[str], frozenset[str], frozenset[str]]:
    """Keys that the code names outright, all its string literals, and the beginnings of f-strings."""
    keys: set[str] = set()
    literals: set[str] = set()
    beginnings: set[str] = set()
    for node, keyed in _nodes():
        if isinstance(node, ast.Call) and _name(node.func) in keyed and node.args:
            first = node.args[0]
            if isinstance(first, ast.Constant) and isinstance(first.value, str):
                keys.add(first.value)
        if isinstance(node, ast.Constant) and isinstance(node.value, str):
            literals.add(node.value)
        if isinstance(node, ast.JoinedStr) and isinstance(node.values[0], ast.Constant):
            beginnings.add(str(node.values[0].value))
        if isinstance(node, ast.BinOp) and isinstance(node.left, ast.Constant):
            beginnings.add(str(node.left.value))
    return frozenset(keys), frozenset(literals), frozenset(b for b in beginnings if b.endswith("-"))


def _nodes() -> Iterator[tuple[ast.AST, set[str]]]:
    # In the storage «text» is a statement of SQL.
    for folder, keyed in (("bot", KEYED), ("handlers", KEYED), ("storage", KEYED - {"text"})):
        for file in (ROOT / folder).rglob("*.py"):
            if "sandbox" not in file.parts:  # a messenger's words are not ours
                yield from ((n, keyed) for n in ast.walk(ast.parse(file.read_text(encoding="utf-8"))))


def _name(function: ast.expr) -> str:
    return function.id if isinstance(function, ast.Name) else ""


def test_both_languages_have_the_same_keys() -> None:
    assert set(messages("ru")) == set(messages("en"))


def test_both_languages_take_the_same_arguments() -> None:
    differing = {
        key: (look(ru).variables, look(messages("en")[key]).variables)
        for key, ru in messages("ru").items()
        if key in messages("en") and look(ru).variables != look(messages("en")[key]).variables
    }
    assert differing == {}


def test_every_key_in_the_code_is_in_the_catalogue() -> None:
    keys, _, _ = strings()
    counted = {f"{key}-counted" for key in keys if f"{key}-counted" in messages("ru")}
    assert (keys | counted) - set(messages("ru")) == set()


def test_every_key_in_the_catalogue_is_used() -> None:
    keys, literals, beginnings = strings()
    unused = {
        key
        for key in messages("ru")
        if key not in literals
        and not any(key.startswith(b) for b in beginnings)
        and key.removesuffix("-counted") not in keys | literals
    }
    assert unused == set()


@pytest.mark.parametrize("language", LANGUAGES)
def test_plural_forms_are_those_of_the_language(language: str) -> None:
    wrong = {
        key: forms
        for key, message in messages(language).items()
        for forms in look(message).variants
        if forms & {"one", "few", "many", "two", "zero"} and forms != PLURALS[language]
    }
    assert wrong == {}


@pytest.mark.parametrize("language", LANGUAGES)
def test_texts_fit_a_phone(language: str) -> None:
    too_long = {
        key
        for key, message in messages(language).items()
        if len(" ".join(look(message).words)) > (LABEL_LIMIT if key.startswith("button-") else MESSAGE_LIMIT)
    }
    assert too_long == set()


# Names that Russian readers write in Latin letters.
LATIN = {"Telegram", "English", "Language", "Choose", "a", "language", "XLSX", "DOCX", "TXT", "PDF"}
LATIN |= {"QR", "Excel", "CSV", "JSON", "HTML", "ODS", "ODT", "RTF", "Word", "doc"}
# The words of a questionnaire's file.
LATIN |= {"YAML", "UTF", "code", "version", "calm", "risk", "respondents", "number", "a", "z"}
LATIN_WORD = re.compile(r"(?<![/&<\w])[A-Za-z]+(?![\w>])")


def test_russian_is_written_in_russian() -> None:
    found = {key: set(LATIN_WORD.findall(" ".join(look(m).words))) for key, m in messages("ru").items()}
    assert {key: words - LATIN for key, words in found.items() if words - LATIN} == {}


# Signs that a program which reads the screen aloud names at length or leaves out: arrows, boxes, pictures.
_SIGN = re.compile("[\u2190-\u2bff\U0001f000-\U0001faff]")


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_sign_carries_a_meaning_alone(language: str) -> None:
    """A message or a label with a sign says the same in words, its own or those it is given."""
    alone = {
        key
        for key, message in messages(language).items()
        if _SIGN.search("".join(look(message).words))
        and not look(message).variables
        and not re.search(r"\w", _SIGN.sub("", "".join(look(message).words)))
    }
    assert alone == set()


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_message_has_one_emoji_at_most(language: str) -> None:
    many = {
        key
        for key, message in messages(language).items()
        if len(re.findall("[\U0001f000-\U0001faff]", "".join(look(message).words))) > 1
    }
    assert many == set()
