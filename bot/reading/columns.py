"""Which column of a table holds what, told by the words of its header."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import combinations

from bot.reading.blocks import Cell, Row
from bot.reading.looks import is_number, looks_like_deadline


class Role(StrEnum):
    NUMBER = "number"
    TITLE = "title"
    DEADLINE = "deadline"
    RESPONSIBLE = "responsible"
    RESULT = "result"
    PROBLEM = "problem"
    OTHER = "other"  # a column of the document's own that the plan has no field for


@dataclass(frozen=True, slots=True)
class Column:
    role: Role
    start: int  # grid columns that it covers: [start, end)
    end: int
    year: int | None = None  # a column for one year of several
    edge: str = ""  # "start" or "end": a column for one side of the deadline
    slot: str = (
        ""  # «III квартал», «октябрь 2026»: a column for this part of the year, marked where it applies
    )


@dataclass(frozen=True, slots=True)
class Header:
    columns: tuple[Column, ...]
    height: int  # rows that it takes
    by_words: bool = True  # False: told by content, so a person should look

    @property
    def width(self) -> int:
        return self.columns[-1].end

    def has(self, role: Role) -> bool:
        return any(column.role is role for column in self.columns)


# In this order: «Результат выполнения мероприятия» speaks of a result, «Срок исполнения» of a deadline.
_WORDS = (
    (
        Role.OTHER,
        r"отметк|примечани|финансир|место\b|сумма|бюджет|источник|^форм[аы]\s+(?:и\s+метод|работ|провед|организ)",
    ),
    (Role.RESPONSIBLE, r"ответств|исполнител|\bотв\b|кто\b"),
    (
        Role.DEADLINE,
        r"срок|\bдат[аы]|\bпериод|\bкогда|время|график|месяц|^(?:начало|окончание|завершение|с|по)$",
    ),
    (
        Role.RESULT,
        r"результат|индикатор|показател|продукт|\bитог|подтвержда|форма\s+(?:от|предст)|эффект|выход",
    ),
    (Role.PROBLEM, r"проблем|дефицит|риск|направлени[ея]\s*(?:работы|$)|\bцел[ьи]|^задач"),
    (Role.TITLE, r"мероприят|действи|наименован|содержани|деятельност|\bзадач|\bработ|\bтема|^что\b"),
    (Role.NUMBER, r"^№|^n\b|п\s?[/.]\s?п|^номер"),
)
_HEADER_WORDS = tuple((role, re.compile(words, re.IGNORECASE)) for role, words in _WORDS)
_LONGEST_HEADER_CELL = 110
_WIDEST = 16  # columns; more ways than can be tried lie beyond
_WORDS_THAT_NAME = 5  # a header names its column in its first words; a body cell may mention it later
_EDGES = (
    ("start", re.compile(r"\bначал|(?:^|\s)с$", re.IGNORECASE)),
    ("end", re.compile(r"оконч|заверш|(?:^|\s)по$", re.IGNORECASE)),
)
_STRONG_TITLE = re.compile(r"мероприят|действи|содержани|наименован", re.IGNORECASE)
_TERM = r"(квартал|четверть|полугодие|триместр)"
_SLOT = re.compile(
    rf"(?:(?P<month>январь|февраль|март|апрель|май|июнь|июль|август|сентябрь|октябрь|ноябрь|декабрь)"
    rf"|(?P<number>[1-4]|I{{1,3}}|IV)(?:\s*-?\s*(?:й|я|ый|ая|ое|е))?(?:\s*(?:{_TERM}|кв\.?))?)"
    r"\s*(?P<year>20\d\d)?\s*(?:г\.?|год[а]?)?",
    re.IGNORECASE,
)
_YEAR = re.compile(r"\b(20\d\d)\b\s*(?:г\.?|год)?$")


def header_role(text: str) -> Role | None:
    """The role that a header cell names, or None."""
    if len(text) > _LONGEST_HEADER_CELL:
        return None
    start = " ".join(text.split()[:_WORDS_THAT_NAME])
    return next((role for role, words in _HEADER_WORDS if words.search(start)), None)


def find_header(rows: Sequence[Row], at: int) -> Header | None:
    """The header whose first row is ``rows[at]``: one row, or two where the second divides the first."""
    top = rows[at]
    if not _is_header(top):
        return None
    under = rows[at + 1] if at + 1 < len(rows) else None
    if under is not None and _divides(top, under):
        return Header(_two_levels(_spread(top, under), under), 2)
    columns = tuple(_column(cell.line, start, end) for start, end, cell in top.ranges())
    return Header(_distinct(columns, [cell.line for cell in top.cells]), 1)


def is_numbering(row: Row) -> bool:
    """«1 2 3 4 …», the row that numbers the columns; its first figure may be lost."""
    figures = [(i + 1, cell.line) for i, cell in enumerate(row.cells) if cell.line]
    return len(figures) > 1 and all(text.rstrip(".") == str(i) for i, text in figures)


def _is_header(row: Row) -> bool:
    texts = [cell.line for cell in row.written if not _names_time(cell.line)]
    roles = [role for text in texts if (role := header_role(text)) is not None]
    return (
        len(set(roles)) >= 2
        and Role.TITLE in roles
        and bool({Role.DEADLINE, Role.RESPONSIBLE} & set(roles))
        and len(roles) >= 0.6 * len(texts)
        and not any(is_number(text) or looks_like_deadline(text) for text in texts)
    )


def _names_time(text: str) -> bool:
    """A month, a quarter or a year: the name of a column to be marked, or of one with dates."""
    return not is_number(text) and (_SLOT.fullmatch(text) or _YEAR.fullmatch(text)) is not None


def _divides(top: Row, under: Row) -> bool:
    """The row names parts of the columns above it and leaves the undivided ones empty."""
    if len(top.written) + (not top.cells[0].line) == len(under.cells):
        return False  # nothing above is left to divide; the column of numbers may have no name
    texts = [cell.line for cell in under.written]
    if len(texts) < 2 or is_numbering(under) or any(len(text) > 60 for text in texts):
        return False
    names = any(_YEAR.search(text) or header_role(text) or _SLOT.fullmatch(text) for text in texts)
    wide = top.cells[0].span > 1 or not top.cells[1].line
    return (
        names
        and (wide or not under.cells[0].line)
        and not _is_header(under)
        and len(under.cells) >= len(top.cells)
    )


def _spread(top: Row, under: Row) -> Row:
    """Give the upper cells the spans that a text export lost.

    An export leaves blanks where a wide cell stood, or moves the cells together: of all ways to lay them
    over the lower row the one wins where years lie under the deadline and no column is covered idly.
    """
    width = len(under.cells)
    if any(cell.span > 1 for cell in top.cells) or width > _WIDEST:
        return top
    ways = [_over_blanks(top, under)] if len(top.cells) == width else []
    texts = [cell.text for cell in top.written]
    for cut in combinations(range(1, width), len(texts) - 1):
        spans = [end - start for start, end in zip((0, *cut), (*cut, width), strict=True)]
        ways.append(Row(tuple(Cell(text, span) for text, span in zip(texts, spans, strict=True))))
    return max(ways, key=lambda way: _fit(way, under), default=top)


def _over_blanks(top: Row, under: Row) -> Row:
    """Each cell with the blanks to its right that something lies under."""
    wide: list[Cell] = []
    for cell, below in zip(top.cells, under.cells, strict=True):
        if wide and not cell.line and below.line:
            wide[-1] = Cell(wide[-1].text, wide[-1].span + 1)
        else:
            wide.append(cell)
    return Row(tuple(wide))


def _fit(top: Row, under: Row) -> int:
    score = 0
    for start, end, cell in top.ranges():
        below = [lower.line for lower in under.cells[start:end]]
        dated = sum(bool(_YEAR.search(text)) for text in below)
        if header_role(cell.line) is Role.DEADLINE:
            score += dated - (len(below) - dated if len(below) > 1 else 0)
        else:
            score -= dated
        score -= 2 * below.count("") if len(below) > 1 else 0
    return score


def _two_levels(top: Row, under: Row) -> tuple[Column, ...]:
    columns: list[Column] = []
    labels: list[str] = []
    for start, end, cell in under.ranges():
        above = next((c.line for s, e, c in top.ranges() if s <= start < e), "")
        labels.append(above or cell.line)
        columns.append(_column(labels[-1], start, end, cell.line))
    return _distinct(tuple(columns), labels)


def _column(label: str, start: int, end: int, part: str = "") -> Column:
    year = _YEAR.search(part or label)
    slot = _slot(label, part)
    role = (
        header_role(label) or header_role(part) or (Role.NUMBER if start == 0 and not label else Role.OTHER)
    )
    if slot or (year and role is Role.OTHER):
        role = Role.DEADLINE
    if role is not Role.DEADLINE:
        return Column(role, start, end)
    edge = next((name for name, words in _EDGES if words.search(f"{label} {part}".strip())), "")
    return Column(role, start, end, int(year[1]) if year and not slot else None, edge, slot)


def _slot(label: str, part: str) -> str:
    """The part of the year that a column stands for, in words; empty for all others."""
    found = _SLOT.fullmatch(part or label)
    if found is None or (not part and header_role(label)):
        return ""
    name = str(found["month"] or "")
    if not name:
        term = re.search(_TERM[:-1] + "|кв)", f"{part} {label}".casefold())
        if term is None:
            return ""
        name = f"{found['number']} {'квартал' if term[0] == 'кв' else term[0]}"
    year = found["year"] or next(iter(re.findall(r"20\d\d", label)), "")
    return f"{name} {year}".strip()


def _distinct(columns: tuple[Column, ...], labels: Sequence[str]) -> tuple[Column, ...]:
    """One title only: of several, the last that names activities; the others say what it belongs to.

    Columns for years and their parts are deadlines only where no other column is.
    """
    titles = [i for i, column in enumerate(columns) if column.role is Role.TITLE]
    own = ([i for i in titles if _STRONG_TITLE.search(labels[i])] or titles)[-1:]
    plain = any(c.role is Role.DEADLINE and not (c.slot or c.year) for c in columns)
    return tuple(
        Column(Role.PROBLEM, c.start, c.end)
        if i in titles and i not in own
        else Column(Role.OTHER, c.start, c.end)
        if plain and (c.slot or c.year)
        else c
        for i, c in enumerate(columns)
    )
