"""Percents by class and subject as sheets hold them: one to a row, or classes across subjects either way."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from bot.reading.scores import ReadScores, is_subject, read_pieces

_CLASS = re.compile(r"\d{1,2}\s*-?\s*[«\"']?[А-ЯЁа-яёA-Za-z][»\"']?(?:\s*кл\w*\.?)?")
_NUMBER = re.compile(r"(\d{1,3}(?:[.,]\d+)?)\s*%?")
_WORD = re.compile(r"[А-Яа-яЁё]{2}")
_HEADS = {
    "class": re.compile(r"класс", re.IGNORECASE),
    "letter": re.compile(r"литер|букв", re.IGNORECASE),
    "subject": re.compile(r"предмет|дисциплин", re.IGNORECASE),
    "percent": re.compile(r"%|процент|освоени|выполнени|успеваемост|качество", re.IGNORECASE),
}
# What stands among subjects and classes and is none.
_ASIDE = re.compile(r"№|класс|предмет|литер|итог|всего|средн|кол-во|колич|писал|учител|%", re.IGNORECASE)
_NO_FIGURE = frozenset({"", "-", "–", "—"})


@dataclass(frozen=True, slots=True)
class _Across:
    """A table whose columns are subjects or classes; its rows are the others."""

    columns: Mapping[int, str]
    of_subjects: bool

    def pieces(self, cells: Sequence[str]) -> Iterator[str]:
        others = (cell for place, cell in enumerate(cells) if place not in self.columns)
        rows = (cell for cell in others if (_CLASS.fullmatch if self.of_subjects else _WORD.search)(cell))
        row = next(rows, "")
        if not row and not any(_ASIDE.search(cell) for cell in cells):
            yield " ".join(cell for cell in cells if cell)
        if not row or _ASIDE.search(row):
            return
        for place, column in self.columns.items():
            figure = cells[place] if place < len(cells) else ""
            form, subject = (row, column) if self.of_subjects else (column, row)
            if figure not in _NO_FIGURE:
                yield _piece(form, subject, figure)


def read_score_rows(rows: Sequence[Sequence[str]]) -> ReadScores:
    """The rows of a sheet. Its header tells the columns; without one they are told by what they hold."""
    columns: dict[str, int] = {}
    across: _Across | None = None
    pieces: list[str] = []
    for row in rows:
        cells = [" ".join(cell.split()) for cell in row]
        if header := _header(cells):
            columns, across = header, None
        elif crossed := _crossed(cells):
            across = crossed
        elif across and any(cells):
            pieces += across.pieces(cells)
        elif any(cells):
            pieces.append(_line(cells, columns))
    return read_pieces(pieces)


def _crossed(cells: Sequence[str]) -> _Across | None:
    if any(_NUMBER.fullmatch(cell) for cell in cells):
        return None
    forms = {place: cell for place, cell in enumerate(cells) if _CLASS.fullmatch(cell)}
    if len(forms) > 1:
        return _Across(forms, of_subjects=False)
    named = {
        place: cell for place, cell in enumerate(cells) if _WORD.search(cell) and not _ASIDE.search(cell)
    }
    known = sum(map(is_subject, named.values()))
    headed = any(_HEADS["class"].search(cell) for cell in cells)
    if forms or known < (1 if headed else 2):
        return None
    return _Across(named, of_subjects=True)


def _header(cells: Sequence[str]) -> dict[str, int] | None:
    if any(_CLASS.fullmatch(cell) for cell in cells):
        return None
    found = {
        what: place
        for what, words in _HEADS.items()
        for place, cell in reversed(list(enumerate(cells)))
        if words.search(cell)
    }
    return found if len(found) > 1 else None


def _line(cells: Sequence[str], columns: dict[str, int]) -> str:
    """A row as a person would type it."""

    def at(what: str) -> str:
        return cells[columns[what]] if columns.get(what, len(cells)) < len(cells) else ""

    def look(what: str, candidates: Iterable[str]) -> str:
        # Where a column is known, an empty cell of it is empty: no other cell says the same.
        return at(what) if what in columns else next(iter(candidates), "")

    form = look("class", (cell for cell in cells if _CLASS.fullmatch(cell)))
    if form.isdecimal():
        form += at("letter")
    others = [cell for cell in cells if cell and cell != form]
    percent = look("percent", (cell for cell in reversed(others) if _NUMBER.fullmatch(cell)))
    subject = look("subject", (cell for cell in others if re.search(r"[А-Яа-яЁё]{2}", cell)))
    if form and subject and percent:
        return _piece(form, subject, percent)
    return " ".join(cell for cell in cells if cell)


def _piece(form: str, subject: str, percent: str) -> str:
    short = re.sub(r"\s*кл\w*\.?$", "", form)
    return f"{short} {subject} {_percent(percent)}"


def _percent(cell: str) -> str:
    """A sheet may keep 58 % as 0.58."""
    found = re.fullmatch(r"0[.,]\d+|1[.,]0+", cell)
    return f"{float(cell.replace(',', '.')) * 100:.1f}" if found else cell
