"""Deadline phrases of Russian road maps, as people write them → ``Deadline``.

What is not understood is ``unknown`` and is asked; a date that had to be guessed carries a doubt.
The codes of doubts and the grammar: docs/reading-deadlines.md.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache

from bot.domain.deadlines import Deadline, DeadlineKind, Window
from bot.domain.school_year import CalendarYear
from bot.reading.deadline_grammar.asides import read_asides
from bot.reading.deadline_grammar.cascade import Cascade, of_kind
from bot.reading.deadline_grammar.context import DeadlineContext
from bot.reading.deadline_grammar.flattening import flatten
from bot.reading.deadline_grammar.meaning import meaning
from bot.reading.deadline_grammar.parts import read_parts
from bot.reading.deadline_grammar.rhythms import read_rhythms
from bot.reading.deadline_grammar.roles import read_roles
from bot.reading.deadline_grammar.spans import read_bare_days, read_spans
from bot.reading.deadline_grammar.tokens import tokens_of
from bot.reading.deadline_grammar.years import read_year_headings, read_years

__all__ = ["DeadlineContext", "merge_deadlines", "read_deadline"]

_NOTHING = DeadlineContext()
_read = Cascade(
    read_years,
    read_asides,
    read_year_headings,
    read_rhythms,
    read_spans,
    read_bare_days,
    read_parts,
    read_roles,
)


@lru_cache(maxsize=4096)
def read_deadline(phrase: str, context: DeadlineContext = _NOTHING) -> Deadline:
    """One cell's words. Never raises; windows hold real days, or days without a year where none is known."""
    tokens = tokens_of(flatten(phrase))
    weekdays = of_kind(tokens, "WEEKDAY")
    return meaning(phrase, _read(tokens), context, weekdays)


def _same(deadlines: Sequence[Deadline]) -> bool:
    return len({(deadline.kind, deadline.rule) for deadline in deadlines}) == 1


def merge_deadlines(phrases: Sequence[tuple[int, str]], context: DeadlineContext = _NOTHING) -> Deadline:
    """A row's year columns as one deadline: a year that says «постоянно» or «-» does not cancel the others.

    Where every year repeats one rhythm the row has that rhythm. Otherwise each year brings its
    windows; a year without dates of its own is a window as a whole, labelled with its words.
    """
    phrase = "; ".join(f"{year}: {' '.join(text.split()) or '-'}" for year, text in phrases)
    cells = [(year, read_deadline(text, replace(context, column_year=year))) for year, text in phrases]
    told = [(year, cell) for year, cell in cells if "no_deadline" not in cell.doubts]
    if not told:
        return Deadline(phrase, DeadlineKind.UNKNOWN, doubts=("no_deadline",))
    doubts = dict.fromkeys(code for _, cell in told for code in cell.doubts)
    first = told[0][1]
    undated = not any(cell.windows for _, cell in told)
    if undated and _same([cell for _, cell in told]):
        partial = len(told) < len(cells)
        windows = tuple(_whole_year(year) for year, _ in told) if partial else ()
        return Deadline(phrase, first.kind, windows, first.rule, tuple(doubts))
    windows = tuple(
        window
        for year, cell in told
        for window in cell.windows or (_whole_year(year, " ".join(cell.phrase.split())),)
    )
    if any(cell.kind is DeadlineKind.UNSCHEDULED for _, cell in told):  # it stands as a window all the same
        doubts["mixed_years"] = None
    return Deadline(phrase, _kind_of([cell for _, cell in told], windows), windows, None, tuple(doubts))


def _whole_year(year: int, label: str = "") -> Window:
    column = CalendarYear(year)
    return Window(column.start, column.end, label)


def _kind_of(cells: Sequence[Deadline], windows: Sequence[Window]) -> DeadlineKind:
    if len(windows) > 1:
        return DeadlineKind.PERIODS
    return cells[0].kind
