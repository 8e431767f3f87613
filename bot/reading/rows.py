"""One activity's cells, and how what a page tore apart becomes whole again."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import TypeVar

from bot.reading.blocks import Cell, one_line
from bot.reading.columns import Column, Role
from bot.reading.deadline_cells import DeadlineCells, is_mark
from bot.reading.hyphens import keeps_hyphen
from bot.reading.looks import (
    is_cut,
    is_finished,
    is_number,
    looks_like_deadline,
    starts_as_tail,
)
from bot.reading.morphology import is_known, is_word

_Part = TypeVar("_Part", int, str)
_TORN = re.compile(r"(?:.*\W)?(\w+)-\n(\w+).*")


@dataclass(slots=True)
class RawActivity:
    """One activity's cells as they stand, before dates and parties are understood."""

    section: str
    table: int
    rows: list[int]
    texts: dict[Role, str]  # line breaks kept, because they part parties and dates
    by_year: list[tuple[int, str]]  # what each year column says
    by_label: list[tuple[str, str]] = field(default_factory=list)  # «ГИА-9», «ГИА-11»: what each says
    numbered: bool = True  # the rows of its table have numbers
    by_looks: bool = False  # which cells these are was told by their looks alone
    opens: bool = False  # it is the first below a header, or of its table
    goes_on: bool = False  # its title cell is merged with the one above: the same activity
    spare: list[str] = field(default_factory=list)  # words of its cells that no field takes
    times: tuple[str, ...] = ()  # titles of the sections around it that name a time, the widest first
    notes: list[tuple[str, str]] = field(default_factory=list)  # doubts: code and what it is about

    def text(self, role: Role) -> str:
        return self.texts.get(role, "")

    @property
    def has_deadline(self) -> bool:
        return any(self.deadlines)

    @property
    def deadlines(self) -> list[str]:
        """What is said of its time, in whatever columns."""
        return [self.text(Role.DEADLINE), *(text for _, text in (*self.by_year, *self.by_label))]

    @property
    def first_words(self) -> str:
        """Its title, or whatever else of it is written first."""
        return one_line(self.text(Role.TITLE) or next(filter(None, self.texts.values()), ""))

    @property
    def stands_alone(self) -> bool:
        """It has a party and words that are a deadline by themselves: «май», not «учебного года»."""
        return bool(self.text(Role.RESPONSIBLE)) and any(map(looks_like_deadline, self.deadlines))


def raw_activity(
    cells: Sequence[Cell], columns: Sequence[Column], section: str, table: int, at: int, note: str = ""
) -> RawActivity:
    """A row's cells by what they hold; ``note`` is the code of a doubt about them.

    A cell merged over several rows speaks for each of them, unless it is the title that is merged: then
    the rows are one activity and each cell is counted once.
    """
    texts: dict[Role, str] = {}
    when = DeadlineCells()
    pairs = list(zip(cells, columns, strict=True))
    goes_on = any(cell.continues and column.role is Role.TITLE for cell, column in pairs)
    for cell, column in pairs:
        if cell.continues and (goes_on or column.role is Role.NUMBER):
            continue
        if column.role is Role.DEADLINE:
            texts.setdefault(Role.DEADLINE, "")  # the fields stand in the order of their columns
            _add(texts, Role.RESPONSIBLE, when.add(cell, column, _under(cell, column, columns)))
        elif column.role is not Role.OTHER:
            _add(texts, column.role, cell.text)
    texts |= {Role.DEADLINE: when.phrase} if Role.DEADLINE in texts else {}
    texts = {role: text for role, text in texts.items() if text}
    number = texts.get(Role.NUMBER, "")
    if len(number) > 12 and not is_number(number):
        texts[Role.TITLE] = "\n".join(filter(None, (texts.pop(Role.NUMBER), texts.get(Role.TITLE))))
    notes = [(note, "")] if note else []
    notes += [("list_or_range", one_line(when.phrase))] if when.is_list else []
    deadlines = [cell for cell, column in pairs if column.role is Role.DEADLINE]
    notes += [(cell.note, cell.line) for cell in deadlines if cell.note]
    return RawActivity(
        section,
        table,
        [at],
        texts,
        when.by_year,
        when.by_label,
        goes_on=goes_on,
        spare=when.spare,
        notes=notes,
    )


def _under(cell: Cell, column: Column, columns: Sequence[Column]) -> list[Column]:
    """The column, and those to its right over which the cell lies too."""
    end = max(column.start + cell.span, column.end)
    return [other for other in columns if column.start <= other.start < end]


def _add(texts: dict[Role, str], role: Role, text: str) -> None:
    if text.strip():
        before = texts.get(role)
        texts[role] = f"{before}; {text}" if before else text


def set_aside(cells: Sequence[Cell], columns: Sequence[Column]) -> tuple[list[str], list[str]]:
    """The words for which a plan has no field, and the marks in columns for parts of a year."""
    pairs = list(zip(cells, columns, strict=True))
    others = [cell for cell, column in pairs if column.role is Role.OTHER and not cell.continues]
    marks = [cell for cell, column in pairs if column.slot and is_mark(cell.line)]
    return [cell.line for cell in others if cell.line], [cell.line for cell in marks]


def have_like_columns(above: RawActivity, item: RawActivity) -> bool:
    parts = [[part for part, _ in (*row.by_year, *row.by_label)] for row in (above, item)]
    return parts[0] == parts[1]


def goes_on_with(above: RawActivity, item: RawActivity, *, page_start: bool, numbered: bool) -> bool:
    """A tail has no number (or a false one that the export gave it) and goes on in mid-sentence, or lacks
    what an activity of its own would have.
    """
    title = item.text(Role.TITLE)
    if item.text(Role.NUMBER):
        cut = starts_as_tail(title) and not is_finished(above.text(Role.TITLE))
        styled = not starts_as_tail(above.text(Role.TITLE))
        return cut and styled and (page_start or not item.stands_alone)
    if not title or starts_as_tail(title):
        return not item.stands_alone or (page_start and _goes_on_in_each(above, item))
    return numbered and not item.has_deadline and page_start


def _goes_on_in_each(above: RawActivity, item: RawActivity) -> bool:
    """Title and parties both go on in small letters, where those of the row above begin with a capital."""
    heads, rests = ([row.text(role) for role in (Role.TITLE, Role.RESPONSIBLE)] for row in (above, item))
    return all(map(starts_as_tail, rests)) and all(heads) and not any(map(starts_as_tail, heads))


def join_lonely_tail(above: RawActivity, text: str, table: int, at: int) -> bool:
    """Give the only text on a page to the one cell above that cannot end so; False where none or more can."""
    cut = [role for role, head in above.texts.items() if is_cut(one_line(head))]
    if len(cut) == 1:
        years = [(year, "") for year, _ in above.by_year]
        labels = [(label, "") for label, _ in above.by_label]
        rest = dict.fromkeys(cut, text)
        join_tail(above, RawActivity(above.section, table, [at], rest, years, labels, by_looks=True))
    return len(cut) == 1


def join_tail(above: RawActivity, tail: RawActivity) -> list[str]:
    """Give each cell its rest back; returns the words that the export repeated or made up."""
    spare: list[str] = []
    above.notes += tail.notes
    if number := tail.texts.pop(Role.NUMBER, ""):
        spare.append(number)
        above.notes.append(("false_number", number))
    elif tail.by_looks or (tail.has_deadline and tail.text(Role.RESPONSIBLE) and not tail.goes_on):
        above.notes.append(("rows_joined", tail.first_words))
    for role, rest in tail.texts.items():
        head = above.text(role)
        if len(head) < 2 * len(rest) + 9 and one_line(head).casefold() == one_line(rest).casefold():
            spare.append(one_line(rest))
        else:
            above.texts[role] = _joined(head, rest)
    above.by_year = _each_joined(above.by_year, tail.by_year)
    above.by_label = _each_joined(above.by_label, tail.by_label)
    above.rows += tail.rows
    return spare


def _each_joined(
    heads: Sequence[tuple[_Part, str]], rests: Sequence[tuple[_Part, str]]
) -> list[tuple[_Part, str]]:
    pairs = zip(heads, rests, strict=True)
    return [(part, f"{head} {rest}".strip()) for (part, head), (_, rest) in pairs]


def _joined(head: str, rest: str) -> str:
    """A word or an address that the page cut, at its hyphen or anywhere, is one again."""
    if not head:
        return rest
    last, first = head.rsplit(maxsplit=1)[-1], rest.split(maxsplit=1)[0]
    if torn := _TORN.fullmatch(f"{head.splitlines()[-1]}\n{rest.splitlines()[0]}"):
        return head + rest if keeps_hyphen(torn[1], torn[2]) else head[:-1] + rest
    cut = starts_as_tail(rest) and last.isalpha() and first.isalpha() and is_known(last + first)
    return f"{head}{rest}" if cut and not (is_word(last) and is_word(first)) else f"{head}\n{rest}"


_OWN_WORDS = re.compile(r"(?<=\s)[А-ЯЁA-Z«\"]")


def move_slid_result(above: RawActivity, item: RawActivity) -> None:
    """A result cut by a page slides into the row below: its rest goes back up, with a doubt."""
    head, slid = above.text(Role.RESULT), item.text(Role.RESULT)
    if not head or is_finished(head) or not slid[:1].islower():
        return
    own = _OWN_WORDS.search(slid)
    rest = slid[: own.start()] if own else slid
    if looks_like_deadline(rest):
        return
    above.texts[Role.RESULT] = _joined(head, rest.strip())
    item.texts[Role.RESULT] = slid[len(rest) :]
    item.notes.append(("cell_slid", one_line(rest)))
