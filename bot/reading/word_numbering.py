"""The numbers that Word writes itself: they are nowhere in the text, so lists are counted as Word does.

ECMA-376 part 1, 17.9: a paragraph names a list and a level; the list's pattern («%1.%2.») shows the counters.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Any

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_NUMBERING = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/numbering"
_LEVELS = 9
_ROMAN = ((1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"), (50, "L"), (40, "XL"),
          (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"))  # fmt: skip
_RUSSIAN = "абвгдежзиклмнопрстуфхцчшщэюя"
_LATIN = "abcdefghijklmnopqrstuvwxyz"


@dataclass(slots=True)
class _Level:
    start: int
    form: str
    pattern: str


@dataclass(slots=True)
class _List:
    levels: dict[int, _Level]
    counters: dict[int, int] = field(default_factory=dict)

    def next(self, level: int) -> str:
        """Count one paragraph; its number as Word shows it, empty for a bullet."""
        own = self.levels.get(level)
        if own is None:
            return ""
        self.counters[level] = self.counters.get(level, own.start - 1) + 1
        for deeper in [at for at in self.counters if at > level]:
            del self.counters[deeper]
        if own.form in ("bullet", "none"):
            return ""
        return re.sub(r"%([1-9])", lambda match: self._shown(int(match[1]) - 1), own.pattern)

    def _shown(self, level: int) -> str:
        known = self.levels.get(level, _Level(1, "decimal", ""))
        return _written(self.counters.get(level, known.start), known.form)


class Numbering:
    """The lists of one document; each call of :meth:`of` counts on, so ask in the text's order."""

    def __init__(self, document: Any) -> None:
        root = next((r.target_part for r in document.part.rels.values() if r.reltype == _NUMBERING), None)
        self._lists: dict[str, _List] = {}
        if root is not None:
            self._read(root.element)
        self._styles = {
            style.get(_W + "styleId"): found
            for style in document.styles.element.iter(_W + "style")
            if (found := style.find(f"{_W}pPr/{_W}numPr")) is not None
        }

    def _read(self, root: Any) -> None:
        kinds = {
            kind.get(_W + "abstractNumId"): _List(_levels(kind)) for kind in root.iter(_W + "abstractNum")
        }
        for number in root.iter(_W + "num"):
            kind = kinds.get(_value(number.find(_W + "abstractNumId")))
            if kind is None:
                continue
            overrides = number.findall(_W + "lvlOverride")
            starts = {_int(o.get(_W + "ilvl")): _start(o.find(_W + "startOverride")) for o in overrides}
            if any(starts.values()):  # the same pattern, counted anew
                levels = {
                    at: _Level(starts.get(at) or level.start, level.form, level.pattern)
                    for at, level in kind.levels.items()
                }
                kind = _List(levels)
            self._lists[number.get(_W + "numId")] = kind

    def of(self, paragraph: Any) -> str:
        """The paragraph's number as Word shows it; empty for a paragraph without one."""
        mark = paragraph.find(f"{_W}pPr/{_W}numPr")
        if mark is None:
            style = paragraph.find(f"{_W}pPr/{_W}pStyle")
            mark = self._styles.get(style.get(_W + "val")) if style is not None else None
        if mark is None:
            return ""
        found = self._lists.get(_value(mark.find(_W + "numId")))
        level = _int(_value(mark.find(_W + "ilvl")))
        return found.next(level) if found is not None and level < _LEVELS else ""


def _levels(kind: Any) -> dict[int, _Level]:
    return {
        _int(level.get(_W + "ilvl")): _Level(
            start=_start(level.find(_W + "start")) or 1,
            form=_value(level.find(_W + "numFmt")) or "decimal",
            pattern=_value(level.find(_W + "lvlText")),
        )
        for level in kind.iter(_W + "lvl")
    }


def _value(element: Any) -> str:
    return str(element.get(_W + "val", "")) if element is not None else ""


def _start(element: Any) -> int:
    return _int(_value(element))


def _int(text: str | None) -> int:
    return int(text) if text and text.isdecimal() and len(text) < 6 else 0


def _written(number: int, form: str) -> str:
    if form in ("upperRoman", "lowerRoman") and 0 < number < 4000:
        return _roman(number) if form == "upperRoman" else _roman(number).lower()
    letters = {"russianLower": _RUSSIAN, "russianUpper": _RUSSIAN.upper(), "lowerLetter": _LATIN,
               "upperLetter": _LATIN.upper()}.get(form)  # fmt: skip
    if letters and number > 0:
        return letters[(number - 1) % len(letters)] * ((number - 1) // len(letters) + 1)
    return str(number)


def _roman(number: int) -> str:
    text = ""
    for value, sign in _ROMAN:
        text += sign * (number // value)
        number %= value
    return text
