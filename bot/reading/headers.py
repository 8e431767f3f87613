"""The header of a plan's table: one row that names its columns, or more where the lower divide the upper."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import combinations

from bot.reading.blocks import Cell, Row
from bot.reading.column_claims import settled, told_by_cells, untold_title
from bot.reading.columns import Column, Header, Role, column_named, header_role
from bot.reading.looks import is_number, looks_like_deadline
from bot.reading.time_columns import edge_of, months_spelled, names_time, year_of

_MOST_LEVELS = 3  # «Срок» over years over quarters
_LONGEST_NAME = 40
_WIDEST = 16  # columns; more ways than can be tried lie beyond
_SAMPLE = 7  # rows below a header that show what its columns hold


def find_header(rows: Sequence[Row], at: int) -> Header | None:
    """The header whose first row is ``rows[at]``: one row, or more where the next divides the one above."""
    top, *below = rows[at : at + _MOST_LEVELS]
    months = any("месяц" in text.casefold() for text in top.texts)
    top, below = _with_months(top, counted=False), [_with_months(row, counted=months) for row in below]
    # «Организация исполнения» says what it holds in the row below it alone
    told_below = bool(below) and _lies_under_spans(top, below[0]) and _is_header(_both_levels(top, below[0]))
    title = "" if told_below or _is_header(top) else untold_title(top, rows[at + 1 : at + 1 + _SAMPLE])
    if title is None:
        return None
    if below and _divides(top, below[0]):
        top, under = _spread(top, below[0]), below[0]
        both = _both_levels(top, under)
        for third in below[1:]:
            if all(map(names_time, third.texts)) and _divides(both, third):
                return Header(_two_levels(both, third, title), 3)
        return Header(_two_levels(top, under, title), 2)
    columns = tuple(column_named(cell.line, start, end) for start, end, cell in top.ranges())
    own = settled(columns, [cell.line for cell in top.cells], title=title)
    return Header(told_by_cells(own, rows[at + 1 : at + 1 + _SAMPLE]), 1)


def _with_months(row: Row, *, counted: bool) -> Row:
    texts = [cell.line for cell in row.cells]
    spelled = months_spelled(texts, counted=counted)
    if spelled == texts:
        return row
    cells = zip(row.cells, spelled, strict=True)
    return replace(row, cells=tuple(replace(cell, text=text) for cell, text in cells))


def has_header(rows: Sequence[Row]) -> bool:
    """Does any of the rows name a plan's columns?"""
    return any(find_header(rows, at) for at in range(len(rows)))


def is_numbering(row: Row) -> bool:
    """«1 2 3 4 …», the row that numbers the columns; its first figure may be lost."""
    figures = [(i + 1, cell.line) for i, cell in enumerate(row.cells) if cell.line]
    return len(figures) > 1 and all(text.rstrip(".") == str(i) for i, text in figures)


def names_columns(row: Row) -> bool:
    """Nothing but names of columns, though they make no header: no activity either."""
    if not _may_name(row):
        return False
    roles = [header_role(text) if len(text) <= _LONGEST_NAME else None for text in row.texts]
    return len(set(roles) - {None}) > 2 and len(roles) - roles.count(None) >= 0.75 * len(roles)


def _is_header(row: Row) -> bool:
    if not _may_name(row):
        return False
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
    )


def _may_name(row: Row) -> bool:
    """No number and no deadline stands in it, but months and years, which columns may be named after."""
    return not any((is_number(t) or looks_like_deadline(t)) and not names_time(t) for t in row.texts)


def _divides(top: Row, under: Row) -> bool:
    """The row names parts of the columns above it and leaves the undivided ones empty."""
    if len(top.written) + (not top.cells[0].line) == len(under.cells):
        return False  # nothing above is left to divide; the column of numbers may have no name
    texts = [cell.line for cell in under.written]
    if len(texts) < 2 or is_numbering(under) or any(len(text) > 60 for text in texts):
        return False
    names = any(year_of(text) or header_role(text) or names_time(text) for text in texts)
    names = names or _lies_under_spans(top, under) or _over_run(top, under) is not None
    wide = top.cells[0].span > 1 or not top.cells[1].line
    return (
        names
        and (wide or not under.cells[0].is_written)
        and not _is_header(under)
        and len(under.cells) >= len(top.cells)
    )


def _lies_under_spans(top: Row, under: Row) -> bool:
    """Whatever its words are: does it fill what lies under wide cells, and nothing else?"""
    narrow = {start for start, end, _ in top.ranges() if end - start == 1}
    return len(narrow) < top.width and all(
        cell.is_written != (start in narrow) for start, _, cell in under.ranges()
    )


def _spread(top: Row, under: Row) -> Row:
    """Give the upper cells the spans that a text export lost.

    An export leaves blanks where a wide cell stood, or moves the cells together: of all ways to lay them
    over the lower row the one wins where years lie under the deadline and no column is covered idly.
    """
    width = len(under.cells)
    if any(cell.span > 1 for cell in top.cells) or width > _WIDEST:
        return top
    if laid := _over_run(top, under):
        return laid
    ways = [_over_blanks(top, under)] if len(top.cells) == width else []
    texts = [cell.text for cell in top.written]
    for cut in combinations(range(1, width), len(texts) - 1):
        spans = [end - start for start, end in zip((0, *cut), (*cut, width), strict=True)]
        ways.append(Row(tuple(Cell(text, span) for text, span in zip(texts, spans, strict=True))))
    return max(ways, key=lambda way: _fit(way, under), default=top)


def _over_run(top: Row, under: Row) -> Row | None:
    """The upper row laid so that its deadline covers the only cells that are written in the lower one."""
    run = [i for i, cell in enumerate(under.cells) if cell.is_written]
    if len(run) < 2 or run[-1] - run[0] >= len(run) or run[0] >= len(top.cells):
        return None
    rest = [cell for cell in top.cells[run[0] + 1 :] if cell.line]
    spans = [cell.span for cell in top.cells]
    wide = Cell(top.cells[run[0]].text, len(run))
    laid = Row((*top.cells[: run[0]], wide, *rest))
    fits = max(spans) == 1 and laid.width == len(under.cells)
    return laid if fits and header_role(wide.line) is Role.DEADLINE else None


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
        dated = sum(bool(year_of(text) or names_time(text) or edge_of(text)) for text in below)
        if header_role(cell.line) is Role.DEADLINE:
            score += dated - (len(below) - dated if len(below) > 1 else 0)
        else:
            score -= dated
        score -= 2 * below.count("") if len(below) > 1 else 0
    return score


def _both_levels(top: Row, under: Row) -> Row:
    """The lower cells with the words above them: «Срок» over «2027 год» is «Срок 2027 год»."""
    ranges = list(top.ranges())
    above = [next((c.line for s, e, c in ranges if s <= start < e), "") for start, _, _ in under.ranges()]
    own = [cell.line if cell.is_written else "" for cell in under.cells]
    texts = [f"{one} {two}".strip() for one, two in zip(above, own, strict=True)]
    return Row(tuple(Cell(text, cell.span) for cell, text in zip(under.cells, texts, strict=True)))


def _two_levels(top: Row, under: Row, title: str) -> tuple[Column, ...]:
    columns: list[Column] = []
    labels: list[str] = []
    for start, end, cell in under.ranges():
        above = next((c.line for s, e, c in top.ranges() if s <= start < e), "")
        labels.append(above or cell.line)
        columns.append(column_named(labels[-1], start, end, cell.line))
    return settled(columns, labels, [cell.line for cell in under.cells], title=title)
