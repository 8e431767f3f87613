"""A row of a draft as people edit it: its fields, their limits, and how rows are joined and split."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping
from enum import StrEnum

from bot.domain.doubt_codes import Subject, subject_of
from bot.domain.errors import DomainError
from bot.domain.plan import Fix


class Field(StrEnum):
    NUMBER = "number"
    TITLE = "title"
    SECTION = "section"
    PROBLEM = "problem"
    RESULT = "result"
    RESPONSIBLE = "responsible"
    DEADLINE = "deadline"


class EditKind(StrEnum):
    WORDS = "words"  # one field was worded anew
    JOIN = "join"
    SPLIT = "split"
    ADD = "add"
    REMOVE = "remove"


# Characters. A number fits its column; everything else fits one message together with what is said of it.
LIMITS: Mapping[Field, int] = {
    Field.NUMBER: 40,
    Field.TITLE: 1000,
    Field.SECTION: 300,
    Field.PROBLEM: 2000,
    Field.RESULT: 2000,
    Field.RESPONSIBLE: 1000,
    Field.DEADLINE: 300,
}
# Whose lines mean nothing: they are shown in lists and on buttons.
_ONE_LINE = frozenset({Field.NUMBER, Field.TITLE, Field.SECTION, Field.DEADLINE})


def checked_words(field: Field, raw: str) -> str:
    """What was typed for ``field`` without needless spaces; raises where it is too long or missing."""
    typed = (" ".join(line.split()) for line in raw.splitlines())
    words = (" " if field in _ONE_LINE else "\n").join(line for line in typed if line)
    if len(words) > LIMITS[field]:
        raise DomainError("error-words-long", max=LIMITS[field], n=len(words))
    if not words and field is Field.TITLE:
        raise DomainError("error-words-title")
    return words


def concerns(field: Field, old: str, *, code: str, message: str, fix: Fix | None) -> bool:
    """Whether a doubt is about the ``old`` words of ``field``, so that new words settle it."""
    if fix:
        return fix.field.value == field.value
    if subject_of(code) is not Subject.WORDS:
        return subject_of(code).value == field.value
    # The reader's message ends with what it is about.
    _, _, about = message.partition(": ")
    about = " ".join(about.strip("«»… ").split())
    return len(about) > 1 and about in " ".join(old.split())


def joined_words(field: Field, first: str, second: str) -> str:
    """The words of two rows as one; what stands in one of them already is not said twice."""
    if not second or second in first:
        return first
    if not first or field is Field.NUMBER:
        return first or second
    sign = ", " if field is Field.DEADLINE else " " if field in _ONE_LINE else "\n"
    return first + sign + second


# A part begins on a new line, behind «;», behind a sentence (no abbreviation: «г. Тверь»), or at «2. О …».
_PART = re.compile(
    r"\s*\n\s*|(?<=;)\s*|(?<=\w{3}[.!?])\s+(?=[«\"(]?[А-ЯЁA-Z\d])|(?<=\S)\s+(?=\d{1,2}[.)]\s?[А-ЯЁA-Z])"
)


def parts(title: str) -> tuple[tuple[int, int], ...]:
    """Where a title can be cut in two: the end of the first part and the beginning of the second."""
    found = ((m.start(), m.end()) for m in _PART.finditer(title))
    return tuple((end, begin) for end, begin in found if title[:end].strip() and title[begin:].strip())


def is_last(edit_id: int, rows: Collection[int], edits: Mapping[int, Collection[int]]) -> bool:
    """Whether no later one of ``edits`` (id → rows) touched a row of this edit: it can be taken back."""
    return not any(other > edit_id and set(touched) & set(rows) for other, touched in edits.items())
