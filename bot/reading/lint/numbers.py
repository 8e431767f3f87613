"""Numbers that rows are told apart by: given twice, left out, begun anew, borrowed from another section."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from bot.domain.plan import Fix, FixField
from bot.reading.lint.facts import Facts, Found, Line

Number = tuple[int, ...]
Where = int | tuple[str, ...]

_NUMBER = re.compile(r"\d{1,4}(?:\.\d{1,4})*")
_OF_SECTION = re.compile(r"(?:раздел|направление|блок|этап)?\s*№?\s*(\d{1,2})\b(?!\.\d)", re.IGNORECASE)


def check_numbers(facts: Facts) -> Iterator[Found]:
    if not any(line.item.number for line in facts.lines):
        yield Found(None, "no_numbers")
        return
    runs = [_Run(run) for run in facts.runs]
    yield from _sections(runs)
    _correct(runs)
    yield from _duplicates(runs)
    yield from _gaps(runs)
    for run in runs:
        yield from _missing(run)


@dataclass(slots=True)
class _Row:
    line: Line
    number: Number | None  # as written; None where it is no row of integers
    right: Number | None  # with the number of its own section before it

    @property
    def index(self) -> int:
        return self.line.index

    def fix(self, number: Number) -> Fix:
        stop = "." if self.line.item.number.strip().endswith(".") else ""
        return Fix(FixField.NUMBER, ".".join(map(str, number)) + stop)


class _Run:
    """The rows of one section, one below the other."""

    def __init__(self, lines: Sequence[Line]) -> None:
        self.section = lines[0].item.section
        self.times = lines[0].raw.times
        match = _OF_SECTION.match(self.section)
        self.written = int(match[1]) if match else None
        self.own = self.written
        self.rows = [_Row(line, number, number) for line in lines for number in [_parsed(line.item.number)]]

    @property
    def prefix(self) -> int | None:
        """The first part of most of the rows' numbers, where these have several parts."""
        first = Counter(row.number[0] for row in self.rows if row.number and len(row.number) > 1)
        return first.most_common(1)[0][0] if first else None


def _parsed(text: str) -> Number | None:
    plain = text.strip().rstrip(".) ")
    return tuple(map(int, plain.split("."))) if _NUMBER.fullmatch(plain) else None


def _sections(runs: Sequence[_Run]) -> Iterator[Found]:
    """A section that bears the number of one above it gets the next. Counting from 1 anew is a new part."""
    seen: set[int] = set()
    for run in runs:
        if run.written is None:
            continue
        if run.written == 1:
            seen.clear()
        if run.written in seen:
            run.own = max(seen) + 1
            title = re.sub(r"\d+", str(run.own), run.section, count=1)
            yield Found(run.rows[0].index, "duplicate_section", run.section, Fix(FixField.SECTION, title))
        seen.add(run.own or 0)


def _correct(runs: Sequence[_Run]) -> None:
    """Where rows are numbered after their section («2.1» in «2. …»), another section's number is wrong."""
    if not any(run.prefix is not None and run.prefix == run.written for run in runs):
        return
    for run in runs:
        if run.own is None or run.prefix in (None, run.own):
            continue
        for row in run.rows:
            if row.number and len(row.number) > 1 and row.number[0] == run.prefix:
                row.right = (run.own, *row.number[1:])


def _duplicates(runs: Sequence[_Run]) -> Iterator[Found]:
    """Twice in a section, or a number of several parts twice in the plan; both rows are named.

    Where one of the two stands in the place of a number that no row has, it alone is wrong.
    """
    first: dict[tuple[Where, Number], _Row] = {}
    youngest = _youngest(runs)
    left_out = _left_out(runs)
    for place, run in enumerate(runs):
        for row in run.rows:
            if row.number is None or row.right is None:
                continue
            between = left_out.get(row.index, ())
            if (
                row.right == row.number
                and len(between) == len(row.number)
                and between[:-1] != row.number[:-1]
            ):
                row.right = between  # «2.3» between «3.2» and «3.4»
            where = _counted_in(place, run, row.number)
            above = first.setdefault((where, row.number), row)
            if row.right != row.number:
                code = "duplicate_number" if above is not row else "foreign_number"
                yield Found(row.index, code, row.line.item.number, row.fix(row.right))
            elif above is not row:
                wrong = next((each for each in (row, above) if each.index in left_out), None)
                if wrong is not None:
                    wrong.right = left_out[wrong.index]
                    first[where, row.number] = above if wrong is row else row
                    yield Found(wrong.index, "duplicate_number", row.line.item.number, wrong.fix(wrong.right))
                    continue
                parent = row.number[:-1]
                youngest[where, parent] += 1
                free = (*parent, youngest[where, parent])
                yield Found(above.index, "duplicate_number", above.line.item.number)
                yield Found(row.index, "duplicate_number", row.line.item.number, row.fix(free))
    if any(row.number == (1,) for run in runs[1:] for row in run.rows):
        yield Found(None, "numbering_restarts")


def _left_out(runs: Sequence[_Run]) -> dict[int, Number]:
    """By a row's index: the number between those of the rows above and below it, where no row has it."""
    found: dict[int, tuple[Where, Number]] = {}
    taken: set[tuple[Where, Number]] = set()
    for place, run in enumerate(runs):
        taken |= {(_counted_in(place, run, row.right), row.right) for row in run.rows if row.right}
        for above, row, below in zip(run.rows, run.rows[1:], run.rows[2:], strict=False):
            if above.right and below.right == (*above.right[:-1], above.right[-1] + 2):
                number = (*above.right[:-1], above.right[-1] + 1)
                found[row.index] = _counted_in(place, run, number), number
    return {index: number for index, (where, number) in found.items() if (where, number) not in taken}


def _counted_in(place: int, run: _Run, number: Number) -> Where:
    """Which rows a number tells apart: those of its section, or (by several parts) those of the plan, and
    of the year and the month where it is cut into these.
    """
    return run.times if len(number) > 1 else place


def _youngest(runs: Sequence[_Run]) -> dict[tuple[Where, Number], int]:
    """The highest number below each parent."""
    found: dict[tuple[Where, Number], int] = {}
    for place, run in enumerate(runs):
        for number in (row.right for row in run.rows if row.right):
            key = _counted_in(place, run, number), number[:-1]
            found[key] = max(number[-1], found.get(key, 0))
    return found


def _gaps(runs: Sequence[_Run]) -> Iterator[Found]:
    """A number whose older sibling is nowhere, neither in a row without a number nor in a joined one."""
    last: dict[Number, int] = {}
    for run in runs:
        spare = 0  # rows without a number since the last one that has it
        for row in run.rows:
            if row.right is None:
                spare += 1
                continue
            *parents, own = row.right
            parent = tuple(parents)
            if not parent and own == 1:
                last.clear()
            before = last.get(parent, 0)
            lost = own - before - 1
            if lost > spare:
                missing = ".".join(map(str, (*parent, before + 1)))
                until = ".".join(map(str, (*parent, own - 1)))
                yield Found(row.index, "number_gap", missing if missing == until else f"{missing} – {until}")
            last[parent] = max(before, own, _joined(row, parent))
            spare = 0


def _joined(row: _Row, parent: Number) -> int:
    """The last sibling whose row was joined to this one as its tail."""
    numbers = [_parsed(about) for code, about in row.line.raw.notes if code == "false_number"]
    return max((n[-1] for n in numbers if n and n[:-1] == parent), default=0)


def _missing(run: _Run) -> Iterator[Found]:
    """A row without a number, and which one it is where the rows around it leave exactly one."""
    rows = run.rows
    for place, row in enumerate(rows):
        if row.line.item.number or not row.line.raw.numbered:
            continue
        above = rows[place - 1].right if place else None
        below = rows[place + 1].right if place + 1 < len(rows) else None
        fix = None
        if above and below and above[:-1] == below[:-1] and below[-1] == above[-1] + 2:
            fix = row.fix((*above[:-1], above[-1] + 1))
        yield Found(row.index, "missing_number", fix=fix)
