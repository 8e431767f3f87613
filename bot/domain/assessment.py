"""How well classes know subjects, half of the year by half; below the threshold a subject is a problem."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from statistics import median

from bot.domain.school_year import SchoolYear

PROBLEM = 60  # percent: below it the subject is a problem of the class
ENOUGH_SCHOOLS = 3  # a median of fewer would tell one school what another has
_FIRST_GRADE, _LAST_GRADE = 1, 11
_JANUARY, _AUGUST = 1, 8


@dataclass(frozen=True, slots=True, order=True)
class Half:
    """A half of a school year: the first ends with December, the second takes the rest."""

    year: int  # in which the school year begins
    number: int  # 1 or 2

    @classmethod
    def of(cls, day: date) -> Half:
        return cls(SchoolYear.of(day).first, 2 if _JANUARY <= day.month <= _AUGUST else 1)

    @property
    def before(self) -> Half:
        return Half(self.year, 1) if self.number == 2 else Half(self.year - 1, 2)

    @property
    def after(self) -> Half:
        return Half(self.year, 2) if self.number == 1 else Half(self.year + 1, 1)


@dataclass(frozen=True, slots=True)
class Score:
    """One work of one class in one subject."""

    form: str  # «7А»
    subject: str
    percent: int


@dataclass(frozen=True, slots=True)
class Mastery:
    """A class and a subject in a half and in the half before; several works count by their mean."""

    form: str
    subject: str
    before: int | None
    now: int | None

    @property
    def is_problem(self) -> bool:
        return self.now is not None and self.now < PROBLEM

    @property
    def was_problem(self) -> bool:
        return self.before is not None and self.before < PROBLEM


def compare(now: Iterable[Score], before: Iterable[Score], *, new_year: bool) -> tuple[Mastery, ...]:
    """Class by class and subject by subject; over the summer («new_year») a class becomes the next one."""
    old = _means((next_form(s.form) if new_year else s.form, s.subject, s.percent) for s in before)
    new = _means((s.form, s.subject, s.percent) for s in now)
    return tuple(
        Mastery(form, subject, old.get((form, subject)), new.get((form, subject)))
        for form, subject in sorted(old.keys() | new.keys(), key=lambda key: (_place(key[0]), key[1]))
        if _grade(form) <= _LAST_GRADE
    )


def next_form(form: str) -> str:
    """What the class is called a year later: «7А» becomes «8А»."""
    return f"{_grade(form) + 1}{form.lstrip('0123456789')}"


def means_by_subject(scores: Iterable[Score]) -> dict[str, int]:
    """Of one school."""
    return {subject: mean for (subject,), mean in _means((s.subject, s.percent) for s in scores).items()}


def medians(schools: Iterable[Mapping[str, int]]) -> dict[str, int]:
    """Subject → the median of the schools' means; subjects of too few schools are absent."""
    found: dict[str, list[int]] = defaultdict(list)
    for means in schools:
        for subject, mean in means.items():
            found[subject].append(mean)
    return {
        subject: _whole(median(means)) for subject, means in found.items() if len(means) >= ENOUGH_SCHOOLS
    }


def checked_form(grade: str, letter: str) -> str | None:
    """«7» and «а» are the class «7А»; None where there is no such class."""
    if not _FIRST_GRADE <= int(grade) <= _LAST_GRADE:
        return None
    return f"{int(grade)}{letter.upper()}"


def _means(values: Iterable[tuple[*tuple[str, ...], int]]) -> dict[tuple[str, ...], int]:
    found: dict[tuple[str, ...], list[int]] = defaultdict(list)
    for *key, percent in values:
        found[tuple(str(part) for part in key)].append(percent)
    return {key: _whole(sum(percents) / len(percents)) for key, percents in found.items()}


def _whole(value: float) -> int:
    """Without what is behind the point: 59.6 is still below 60."""
    return int(value)


def _grade(form: str) -> int:
    found = re.match(r"\d+", form)
    return int(found[0]) if found else 0


def _place(form: str) -> tuple[int, str]:
    return _grade(form), form
