"""Which column of a table holds what, told by the words of its header."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from enum import StrEnum

from bot.reading.time_columns import edge_of, slot_of, year_of


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
    label: str = ""  # «ГИА-9», «1–4 классы»: a column for one of several occasions
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

    @property
    def begins_with_time(self) -> bool:
        """Its rows are told apart by when they are: the deadline stands before the title."""
        roles = [column.role for column in self.columns]
        return Role.DEADLINE in roles[: roles.index(Role.TITLE)] if Role.TITLE in roles else False

    def has(self, role: Role) -> bool:
        return any(column.role is role for column in self.columns)


# In this order: «Результат выполнения мероприятия» speaks of a result, «Срок исполнения» of a deadline.
_WORDS = (
    (
        Role.OTHER,
        r"отметк|примечани|финансир|место\b(?!\s+подвед)|сумма|бюджет|стоимост|источник|\bфакт(?:ич|\b)"
        r"|последстви|^связь\b|\bриск\w*\s+не(?:реал|вып|исп)"
        r"|^форм[аы]\s+(?:и\s+метод|работ|провед|организ)|^(?:виды?|методы?|тип)\s+контрол"
        r"|^(?:участник|категори|целевая\s+аудит|контингент|уровень|статус|класс|возраст)",
    ),
    (
        Role.RESPONSIBLE,
        r"ответств|исполнител|\bотв\b|кто\b|^(?:организатор|координатор|куратор|проводящ)|^ф\.?\s?и\.?\s?о\b",
    ),
    (
        Role.DEADLINE,
        r"срок|\bдат[аы]|\bпериод|\bкогда|время|график|месяц|дедлайн|^(?:начало|окончание|конец|завершение|с|по)$"
        r"|временн|^(?:день|дни|число|недел[яи]|четверть|квартал|полугодие|триместр)(?:$|\s+(?:недел|провед|месяц))",
    ),
    (
        Role.RESULT,
        r"результат|индикатор|показател|продукт|\bитог|подтвержда|форм[аы]\s+(?:от|предст|контрол|заверш|подвед|фикс)"
        r"|эффект|выход|документ|получ|заслуш|рассматр|критери|отч[её]т",
    ),
    (Role.PROBLEM, r"проблем|дефицит|риск|направлени[ея]\s*(?:работы|$)|\bцел[ьи]|^задач"),
    (
        Role.TITLE,
        r"мероприят|действи|наименован|содержани|деятельност|^мер[ыа]\b|\bзадач|\bработ|\bтема|^что\b"
        r"|^(?:дел[ао]|событи[ея]|шаги?|вопросы?)\b|^пути\s+реш|^механизм|^(?:объект|предмет)\w*\s+контрол",
    ),
    (Role.NUMBER, r"^№|^n\b|п\s?[/.]\s?п|^номер|^код\b|^шифр"),
)
_HEADER_WORDS = tuple((role, re.compile(words, re.IGNORECASE)) for role, words in _WORDS)
_LONGEST_HEADER_CELL = 110
_WORDS_THAT_NAME = 5  # a header names its column in its first words; a body cell may mention it later
_PARTS = re.compile(r"[,;/]|\s(?:и\s|(?=[А-ЯЁ][а-яё]))")  # «Сроки, ответственные», «Дата и место»
_PLACE = re.compile(r"\bместо\b", re.IGNORECASE)
_DONE = re.compile(r"факт", re.IGNORECASE)  # beside «план»: what is written down afterwards
_SHARING = frozenset((Role.DEADLINE, Role.RESPONSIBLE, None))


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


def column_named(label: str, start: int, end: int, part: str = "") -> Column:
    """The column under these words of a header; ``part``: of its lower row, where it has one."""
    year = year_of(part or label)
    slot = "" if not part and header_role(label) else slot_of(label, part)
    role = (
        Role.OTHER
        if _DONE.match(part)
        else (
            header_role(label)
            or header_role(part)
            or (Role.NUMBER if start == 0 and not label else Role.OTHER)
        )
    )
    if slot or (year and role is Role.OTHER):
        role = Role.DEADLINE
    if role is not Role.DEADLINE:
        return Column(role, start, end, words=label)
    edge = edge_of(f"{label} {part}".strip())
    shared = not part and _is_shared(label)
    return Column(role, start, end, None if slot else year, edge, "", slot, shared, label)
