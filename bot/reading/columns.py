"""Which column of a table holds what, told by the words of its header."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from enum import StrEnum
from itertools import combinations

from bot.reading.blocks import Cell, Row
from bot.reading.looks import is_number, looks_like_deadline
from bot.reading.time_columns import edge_of, names_time, slot_of, year_of


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
    slot: str = ""  # «III квартал», «октябрь 2026»: a part of the year, marked in rows to which it applies
    shared: bool = False  # «Сроки, ответственные»: the parties stand in its cells too
    words: str = field(default="", compare=False)  # of its header


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
_PARTS = re.compile(r"[,;/]|\s(?:и\s|(?=[А-ЯЁ][а-яё]))")  # «Сроки, ответственные», «Дата и место»
_PLACE = re.compile(r"\bместо\b", re.IGNORECASE)
_SHARING = frozenset((Role.DEADLINE, Role.RESPONSIBLE, None))
_STRONG_TITLE = re.compile(r"мероприят|действи|содержани|наименован", re.IGNORECASE)


def header_role(text: str) -> Role | None:
    """The role that a header cell names, or None."""
    if len(text) > _LONGEST_HEADER_CELL:
        return None
    role = _role(" ".join(text.split()[:_WORDS_THAT_NAME]))
    if role not in (Role.RESPONSIBLE, Role.OTHER):
        return role
    parts = [part for part in _PARTS.split(text) if not _PLACE.search(part)]
    roles = set(map(_role, parts))
    return Role.DEADLINE if Role.DEADLINE in roles <= _SHARING else role


def _is_shared(label: str) -> bool:
    return header_role(label) is Role.DEADLINE and Role.RESPONSIBLE in map(_role, _PARTS.split(label))


def _role(text: str) -> Role | None:
    return next((role for role, words in _HEADER_WORDS if words.search(text)), None)


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
    times = [cell.line for cell in row.written if names_time(cell.line)]
    texts = [cell.line for cell in row.written if cell.line not in times]
    roles = [role for text in texts if (role := header_role(text)) is not None]
    if len(times) == 1 and year_of(times[0]) is None and Role.NUMBER not in roles:
        return False  # one month alone is a deadline: columns for parts of a year are several
    return (
        len(set(roles)) >= 2
        and Role.TITLE in roles
        and bool({Role.DEADLINE, Role.RESPONSIBLE} & set(roles))
        and len(roles) >= 0.6 * len(texts)
        and not any(is_number(text) or looks_like_deadline(text) for text in texts)
    )


def _divides(top: Row, under: Row) -> bool:
    """The row names parts of the columns above it and leaves the undivided ones empty."""
    if len(top.written) + (not top.cells[0].line) == len(under.cells):
        return False  # nothing above is left to divide; the column of numbers may have no name
    texts = [cell.line for cell in under.written]
    if len(texts) < 2 or is_numbering(under) or any(len(text) > 60 for text in texts):
        return False
    names = any(year_of(text) or header_role(text) or names_time(text) for text in texts)
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
        dated = sum(year_of(text) is not None for text in below)
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
    year = year_of(part or label)
    slot = "" if not part and header_role(label) else slot_of(label, part)
    role = (
        header_role(label) or header_role(part) or (Role.NUMBER if start == 0 and not label else Role.OTHER)
    )
    if slot or (year and role is Role.OTHER):
        role = Role.DEADLINE
    if role is not Role.DEADLINE:
        return Column(role, start, end, words=label)
    edge = edge_of(f"{label} {part}".strip())
    return Column(role, start, end, None if slot else year, edge, slot, _is_shared(label), label)


def _distinct(columns: tuple[Column, ...], labels: Sequence[str]) -> tuple[Column, ...]:
    """One title only: of several, the last that names activities; the others say what it belongs to.

    Columns for years and their parts are deadlines only where no other column is.
    """
    titles = [i for i, column in enumerate(columns) if column.role is Role.TITLE]
    own = ([i for i in titles if _STRONG_TITLE.search(labels[i])] or titles)[-1:]
    plain = any(c.role is Role.DEADLINE and not (c.slot or c.year) for c in columns)
    return tuple(
        replace(c, role=Role.PROBLEM)
        if i in titles and i not in own
        else Column(Role.OTHER, c.start, c.end)
        if plain and (c.slot or c.year)
        else c
        for i, c in enumerate(columns)
    )
