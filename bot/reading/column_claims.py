"""Which column has a field that several columns of a header claim, and which one that none does?"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from itertools import takewhile

from bot.reading.blocks import Row
from bot.reading.columns import Column, Role, header_role
from bot.reading.looks import is_number, looks_like_deadline, looks_like_party
from bot.reading.party_words import PERSON_NAME

_NAMES_ACTIVITIES = re.compile(
    r"(?:(?:№|номер)\s+и\s+)?(?:наименовани\w+\s+)?(?:\w+(?:ые|ое|ая|ие)\s+)?(?:мероприят|действи|дел[ао]\b)",
    re.IGNORECASE,
)
_SPEAKS_OF_ACTIVITIES = re.compile(r"мероприят|действи|содержани|наименован", re.IGNORECASE)
_HOURS = re.compile(r"время\b", re.IGNORECASE)
_WAY = re.compile(r"форм[аы]\s", re.IGNORECASE)  # «Форма контроля» beside «Итог»: how, and what comes of it
_FRAMING = " ()–—-:,."
_LONGEST_NAME = 60
_SENTENCE = 2  # words of a title, on the average
_MOST_UNKNOWN = 2
_MOSTLY = 0.75  # of the cells below an unknown name


def settled(
    columns: Sequence[Column], labels: Sequence[str], parts: Sequence[str] = (), *, title: str = ""
) -> tuple[Column, ...]:
    """Each field once. ``labels``: the words above the columns; ``parts``: those of a lower row, if any.

    Of several titles the others say what it belongs to; ``title`` is the label of one told by its cells.
    Columns for years and their parts are deadlines only where no other column is, hours only where no day
    is. Deadlines of several occasions are named.
    """
    own = labels.index(title) if title in labels and title else _title(columns, labels)
    numbers = [i for i, column in enumerate(columns) if column.role is Role.NUMBER]
    plain = [
        column for column in columns if column.role is Role.DEADLINE and not (column.slot or column.year)
    ]
    days = [column for column in plain if not _HOURS.match(column.words)]
    results = [column for column in columns if column.role is Role.RESULT and not _WAY.match(column.words)]

    def settle(i: int, column: Column) -> Column:
        idle = (
            i in numbers[1:]  # «№» and «Код»: the first counts the rows
            or (bool(plain) and bool(column.slot or column.year))
            or (bool(days) and column in plain and column not in days)
            or (bool(results) and column.role is Role.RESULT and column not in results)
        )
        if idle:
            return Column(Role.OTHER, column.start, column.end, words=column.words)
        if i == own:
            return replace(column, role=Role.TITLE)
        return replace(column, role=Role.PROBLEM) if column.role is Role.TITLE else column

    found = [settle(i, column) for i, column in enumerate(columns)]
    names = _names_below(found, labels, parts) if parts else _names_beside(found, labels)
    return tuple(replace(c, label=names[i]) if i in names else c for i, c in enumerate(found))


def _title(columns: Sequence[Column], labels: Sequence[str]) -> int | None:
    """The column that is named after activities; else one that mentions them; of several alike the last."""
    titles = [i for i, column in enumerate(columns) if column.role is Role.TITLE]

    def claim(i: int) -> tuple[bool, bool, int]:
        label = labels[i]
        return bool(_NAMES_ACTIVITIES.match(label)), bool(_SPEAKS_OF_ACTIVITIES.search(label)), i

    return max(titles, key=claim, default=None)


def _occasions(columns: Sequence[Column]) -> list[int]:
    """The columns of deadlines of which nothing is known but that they are several."""
    return [
        i
        for i, column in enumerate(columns)
        if column.role is Role.DEADLINE and not (column.year or column.edge or column.slot or column.shared)
    ]


def _names_below(columns: Sequence[Column], labels: Sequence[str], parts: Sequence[str]) -> dict[int, str]:
    """«Срок» over «ГИА-9 | ГИА-11»."""
    named = [i for i in _occasions(columns) if parts[i] and header_role(parts[i]) is not Role.DEADLINE]
    groups = Counter(labels[i] for i in named)
    return {i: parts[i] for i in named if groups[labels[i]] > 1 and parts[i] != labels[i]}


def _names_beside(columns: Sequence[Column], labels: Sequence[str]) -> dict[int, str]:
    """«Срок для 1–4 классов | Срок для 5–9 классов»."""
    places = _occasions(columns)
    texts = [labels[i].split() for i in places]
    same = len(list(takewhile(lambda words: len(set(words)) == 1, zip(*texts, strict=False))))
    names = [" ".join(text[same:]).strip(_FRAMING) for text in texts]
    if len(names) < 2 or not same or not all(names) or any(map(header_role, names)):
        return {}
    return dict(zip(places, names, strict=True))


def told_by_cells(columns: Sequence[Column], body: Sequence[Row]) -> tuple[Column, ...]:
    """Where no word names the deadlines or the parties, columns of an unknown name that hold them do.

    Several such columns of deadlines are for an occasion each: «5 класс | 6 класс».
    """
    rows = [row for row in body if len(row.cells) == len(columns) and len(row.written) > 1]
    found = list(columns)
    for role, looks in _LOOKS.items():
        if any(column.role is role for column in columns):
            continue
        told = [
            i
            for i, column in enumerate(found)
            if column.role is Role.OTHER and column.words and header_role(column.words) is None
            if _mostly(looks, [row.cells[i].line for row in rows])
        ]
        if role is Role.DEADLINE:
            label = len(told) > 1
            for i in told:
                found[i] = replace(found[i], role=role, label=found[i].words if label else "")
        elif len(told) == 1:
            found[told[0]] = replace(found[told[0]], role=role)
    return tuple(found)


def _names_party(text: str) -> bool:
    return PERSON_NAME.match(text) is not None or looks_like_party(text)


_LOOKS: Mapping[Role, Callable[[str], bool]] = {
    Role.DEADLINE: looks_like_deadline,
    Role.RESPONSIBLE: _names_party,
}


def _mostly(looks: Callable[[str], bool], texts: Sequence[str]) -> bool:
    written = [text for text in texts if text]
    return len(written) > 0 and sum(map(looks, written)) >= _MOSTLY * len(written)


def untold_title(head: Row, body: Sequence[Row]) -> str | None:
    """The cell of the row that names activities by no known word, if the others make it a header.

    It stands beside a deadline and a party; below it are sentences. The aims of the rows are their titles
    where nothing else is.
    """
    if any(len(t) > _LONGEST_NAME or is_number(t) or looks_like_deadline(t) for t in head.texts):
        return None
    roles = [header_role(cell.line) for cell in head.cells]
    named = {
        role for cell, role in zip(head.cells, roles, strict=True) if role and _begins_with(cell.line, role)
    }
    unknown = [i for i, cell in enumerate(head.cells) if cell.is_written and roles[i] is None]
    if not {Role.DEADLINE, Role.RESPONSIBLE} <= named or Role.TITLE in roles or len(unknown) > _MOST_UNKNOWN:
        return None
    aims = [i for i, role in enumerate(roles) if role is Role.PROBLEM]
    rows = [row for row in body if len(row.cells) == len(head.cells) and len(row.written) > 2]
    sizes = {i: _words_of_sentences([row.cells[i].line for row in rows]) for i in (*unknown, *aims)}
    best = max(unknown, key=lambda i: sizes[i], default=None)
    if best is None or sizes[best] < _SENTENCE:
        best = max(aims, key=lambda i: sizes[i], default=None)
    return head.cells[best].line if best is not None and sizes[best] >= _SENTENCE else None


def _begins_with(text: str, role: Role) -> bool:
    return header_role(" ".join(text.split()[:2])) is role


def _words_of_sentences(texts: Sequence[str]) -> float:
    """On the average; 0 where most are deadlines."""
    strange = sum(map(looks_like_deadline, texts))
    return sum(len(text.split()) for text in texts) / len(texts) if 2 * strange < len(texts) else 0.0
