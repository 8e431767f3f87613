"""A YAML document whose every piece knows its line, so that a complaint can point at it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from enum import StrEnum
from pathlib import Path
from typing import TypeVar

import yaml

E = TypeVar("E", bound=StrEnum)
V = TypeVar("V")


class PackError(Exception):
    """A questionnaire's file is wrong: «file:line: reason», one reason at a time."""

    def __init__(self, path: Path, line: int, reason: str) -> None:
        super().__init__(f"{path}:{line}: {reason}")


def compose(path: Path) -> Mark:
    """The file's root. Raises PackError for what is no YAML, and OSError."""
    try:
        node = yaml.compose(path.read_text(encoding="utf-8"), Loader=yaml.SafeLoader)
    except yaml.MarkedYAMLError as error:
        line = error.problem_mark.line + 1 if error.problem_mark else 1
        raise PackError(path, line, error.problem or "not YAML") from error
    except (yaml.YAMLError, UnicodeDecodeError) as error:
        raise PackError(path, 1, "not YAML in UTF-8") from error
    if node is None:
        raise PackError(path, 1, "the file is empty")
    return Mark(path, node)


class Mark:
    """One YAML node; every reading method returns a checked value or raises PackError with its line."""

    def __init__(self, path: Path, node: yaml.Node) -> None:
        self._path = path
        self._node = node

    def error(self, reason: str) -> PackError:
        return PackError(self._path, self._node.start_mark.line + 1, reason)

    def names(self) -> tuple[str, ...]:
        """The keys of a mapping, in order, each once."""
        if not isinstance(self._node, yaml.MappingNode):
            raise self.error("a mapping is expected")
        names: list[str] = []
        for key, _ in self._node.value:
            name = Mark(self._path, key)
            if name.text() in names:
                raise name.error(f"{name.text()!r} is written twice")
            names.append(name.text())
        return tuple(names)

    def keys(self, known: Iterable[str], optional: Iterable[str] = ()) -> None:
        """Checks that a mapping has all known keys but the optional ones, and no other."""
        names = set(self.names())
        if missing := sorted(set(known) - set(optional) - names):
            raise self.error(f"missing: {', '.join(missing)}")
        if unknown := sorted(names - set(known)):
            raise self.error(f"unknown: {', '.join(unknown)}")

    def get(self, name: str) -> Mark | None:
        assert isinstance(self._node, yaml.MappingNode), "names() or keys() comes first"
        return next((Mark(self._path, value) for key, value in self._node.value if key.value == name), None)

    def __getitem__(self, name: str) -> Mark:
        mark = self.get(name)
        if mark is None:
            raise self.error(f"missing: {name}")
        return mark

    def sequence(self) -> tuple[Mark, ...]:
        if not isinstance(self._node, yaml.SequenceNode) or not self._node.value:
            raise self.error("a list is expected")
        return tuple(Mark(self._path, node) for node in self._node.value)

    def text(self, longest: int | None = None) -> str:
        """A scalar's text: one line, not empty, at most ``longest`` characters."""
        if not isinstance(self._node, yaml.ScalarNode):
            raise self.error("a text is expected")
        text = " ".join(self._node.value.split())
        if not text:
            raise self.error("the text is empty")
        if longest and len(text) > longest:
            raise self.error(f"{len(text)} characters, at most {longest} fit: {text!r}")
        return text

    def words(self, languages: tuple[str, ...], longest: int) -> Mapping[str, str]:
        """A wording in each of the languages."""
        self.keys(languages)
        return {language: self[language].text(longest) for language in languages}

    def identifier(self, longest: int) -> str:
        text = self.text(longest)
        if not re.fullmatch(r"[a-z][a-z0-9-]*", text):
            raise self.error(f"{text!r}: an id is made of a-z, 0-9 and hyphens")
        return text

    def number(self, first: int, last: int) -> int:
        text = self.text()
        if not re.fullmatch(r"[0-9]{1,9}", text) or not first <= int(text) <= last:
            raise self.error(f"{text!r}: a number from {first} to {last} is expected")
        return int(text)

    def one_of(self, values: type[E]) -> E:
        return self.key_of({value.value: value for value in values})

    def key_of(self, values: Mapping[str, V]) -> V:
        text = self.text()
        if text not in values:
            raise self.error(f"{text!r}: one of these is expected: {', '.join(values)}")
        return values[text]
