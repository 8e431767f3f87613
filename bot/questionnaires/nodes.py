"""A YAML document whose every piece knows its line, so that a complaint can point at it."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any, TypeVar

import yaml

E = TypeVar("E", bound=StrEnum)
V = TypeVar("V")
W = TypeVar("W")

_QUOTED = 60  # characters


@dataclass(frozen=True, slots=True)
class Complaint:
    """What is wrong at a line: a key of the catalogue and its arguments."""

    line: int
    key: str
    args: Mapping[str, Any] = field(default_factory=dict)


class PackError(Exception):
    """A questionnaire's file is wrong in one way or several."""

    def __init__(self, complaints: Iterable[Complaint]) -> None:
        found: list[Complaint] = []
        for complaint in complaints:  # a mistake may be met on several ways
            if complaint not in found:
                found.append(complaint)
        self.complaints = tuple(sorted(found, key=lambda complaint: complaint.line))
        super().__init__("; ".join(f"{c.line}: {c.key} {dict(c.args)}" for c in self.complaints))


def _short(words: str) -> str:
    """As much of the file's own words as a complaint needs."""
    return words if len(words) <= _QUOTED else f"{words[: _QUOTED - 1]}…"


class Complaints:
    """What was found wrong so far; reading goes on, so that all is said at once."""

    def __init__(self) -> None:
        self.found: list[Complaint] = []

    def attempt(self, read: Callable[[], V], otherwise: W) -> V | W:
        try:
            return read()
        except PackError as error:
            self.found += error.complaints
            return otherwise

    def field(self, mark: Mark, name: str, read: Callable[[Mark], V], otherwise: W) -> V | W:
        """What ``read`` makes of a mapping's value; ``otherwise`` where it is absent or wrong."""
        value = mark.get(name)
        return otherwise if value is None else self.attempt(lambda: read(value), otherwise)


def compose(source: str) -> Mark:
    """The document's root. Raises PackError for what is no YAML."""
    try:
        node = yaml.compose(source, Loader=yaml.SafeLoader)
    except yaml.MarkedYAMLError as error:
        line = error.problem_mark.line + 1 if error.problem_mark else 1
        raise PackError([Complaint(line, "pack-not-yaml")]) from error
    except (yaml.YAMLError, RecursionError) as error:
        raise PackError([Complaint(1, "pack-not-yaml")]) from error
    if node is None:
        raise PackError([Complaint(1, "pack-empty")])
    return Mark(node)


class Mark:
    """One YAML node; every reading method returns a checked value or raises PackError with its line."""

    def __init__(self, node: yaml.Node) -> None:
        self._node = node

    def error(self, key: str, **args: Any) -> PackError:
        return PackError([Complaint(self._node.start_mark.line + 1, key, args)])

    def names(self) -> tuple[str, ...]:
        """The keys of a mapping, in order, each once."""
        if not isinstance(self._node, yaml.MappingNode):
            raise self.error("pack-mapping")
        names: list[str] = []
        for key, _ in self._node.value:
            name = Mark(key)
            if name.text() in names:
                raise name.error("pack-twice", name=_short(name.text()))
            names.append(name.text())
        return tuple(names)

    def keys(self, known: Iterable[str], optional: Iterable[str] = ()) -> None:
        """Checks that a mapping has all known keys, and beside them none but the optional ones."""
        names, known = set(self.names()), set(known)
        errors = [self.error("pack-missing", names=", ".join(m))] if (m := sorted(known - names)) else []
        for name in sorted(names - known - set(optional)):
            errors.append(self._key(name).error("pack-unknown", name=_short(name)))
        if errors:
            raise PackError(complaint for error in errors for complaint in error.complaints)

    def get(self, name: str) -> Mark | None:
        """The value of a key; None where it, or any mapping at all, is absent."""
        pairs = self._node.value if isinstance(self._node, yaml.MappingNode) else ()
        return next((Mark(value) for key, value in pairs if key.value == name), None)

    def _key(self, name: str) -> Mark:
        return next(Mark(key) for key, _ in self._node.value if key.value == name)

    def sequence(self, fewest: int, most: int) -> tuple[Mark, ...]:
        if not isinstance(self._node, yaml.SequenceNode):
            raise self.error("pack-list")
        if not fewest <= len(self._node.value) <= most:
            found = len(self._node.value)
            if fewest == most:
                raise self.error("pack-list-exactly", n=found, most=most)
            raise self.error("pack-list-length", n=found, fewest=fewest, most=most)
        return tuple(Mark(node) for node in self._node.value)

    def text(self, longest: int | None = None) -> str:
        """A scalar's text: one line, not empty, at most ``longest`` characters."""
        if not isinstance(self._node, yaml.ScalarNode):
            raise self.error("pack-text")
        text = " ".join(self._node.value.split())
        if not text:
            raise self.error("pack-text-empty")
        if longest and len(text) > longest:
            raise self.error("pack-text-long", n=len(text), most=longest, words=_short(text))
        return text

    def words(
        self, languages: tuple[str, ...], longest: int, optional: Iterable[str] = ()
    ) -> Mapping[str, str]:
        """A wording in each of the languages; the mapping may hold the ``optional`` keys, too."""
        self.keys(languages, optional)
        return {language: self[language].text(longest) for language in languages}

    def __getitem__(self, name: str) -> Mark:
        mark = self.get(name)
        assert mark is not None, "keys() comes first"
        return mark

    def identifier(self, longest: int) -> str:
        text = self.text(longest)
        if not re.fullmatch(r"[a-z][a-z0-9-]*", text):
            raise self.error("pack-id", words=_short(text))
        return text

    def number(self, first: int, last: int) -> int:
        text = self.text()
        if not re.fullmatch(r"[0-9]{1,9}", text) or not first <= int(text) <= last:
            raise self.error("pack-number", words=_short(text), first=str(first), last=str(last))
        return int(text)

    def truth(self) -> bool:
        return self.key_of({"true": True, "false": False})

    def one_of(self, values: type[E]) -> E:
        return self.key_of({value.value: value for value in values})

    def key_of(self, values: Mapping[str, V]) -> V:
        text = self.text()
        if text not in values:
            raise self.error("pack-choice", words=_short(text), choices=", ".join(values))
        return values[text]
