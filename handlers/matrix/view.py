"""The matrix of proofs, section by section, and who lacks a row's paper."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby

from bot.domain.evidence import EvidenceKind
from bot.domain.matrix import Cell, MatrixRow
from bot.domain.names import brief
from bot.screen import Button, File, Row, Screen, Text, button, lines, text
from bot.use_cases.matrix import Matrix
from handlers.shared import HOME_ROW, PAGE, page_of, shortened

_TITLE, _CARD, _NAME = 110, 300, 90  # characters of a row in a list, on its card, and of a name
_NAMES = 25  # that a message holds


def matrix(found: Matrix, page: int) -> Screen:
    """A section a page; a long one takes several."""
    if not found.rows:
        return Screen(text("matrix-none", place=found.place), (_results(found),))
    pages = _pages(found.rows)
    page = min(page, len(pages) - 1)
    shown = pages[page]
    whole = sum(row.there == len(row.cells) for row in found.rows)
    words = lines(
        text("matrix", place=found.place, whole=whole, total=len(found.rows)),
        text("matrix-section", section=shortened(shown[0].section, _TITLE)) if shown[0].section else None,
        *(lines(_heading(row, _TITLE), _count(found, row)) for row in shown),
        separator="\n\n",
    )
    rows: list[Row] = []
    if not found.school_id:
        rows += [(_open(row),) for row in shown if row.lacking]
    turn = []
    if page:
        turn.append(button("button-page-back", "matrix", found.plan.id, found.school_id, page - 1))
    if page < len(pages) - 1:
        turn.append(button("button-page-next", "matrix", found.plan.id, found.school_id, page + 1))
    file = (button("button-matrix-sheet", "matrix-sheet", found.plan.id, found.school_id),)
    return Screen(words, (*rows, *((tuple(turn),) if turn else ()), file, _results(found)))


def holes(found: Matrix, row: MatrixRow, page: int) -> Screen:
    """Those who have not proved a row, by name."""
    names, page = page_of(row.lacking, page, _NAMES)
    told = (_lack(name, row.cells[name]) for name in names)
    words = lines(
        lines(_heading(row, _CARD), _count(found, row)),
        lines(text("matrix-lacking"), *told) if names else None,
        separator="\n\n",
    )
    more = tuple(
        (button(label, "matrix-row", row.row.activity_id, page + step),)
        for label, step, there in (
            ("button-page-back", -1, page > 0),
            ("button-page-next", 1, (page + 1) * _NAMES < len(row.lacking)),
        )
        if there
    )
    return Screen(words, (*more, _back(found)))


def sheet(found: Matrix, file: File) -> Screen:
    return Screen(text("matrix-sheet", place=found.place), (_back(found),), files=(file,), fresh=True)


def kind_name(kind: EvidenceKind) -> Text:
    return text(f"button-evidence-{kind.value}")


def name_of(name: str) -> Text:
    """Of who owes: a school, a body, or the coordinator."""
    return text("literal", words=brief(name, _NAME)) if name else text("place-coordinator")


def _pages(rows: Sequence[MatrixRow]) -> list[Sequence[MatrixRow]]:
    sections = [list(of_one) for _, of_one in groupby(rows, lambda row: row.section)]
    return [section[start : start + PAGE] for section in sections for start in range(0, len(section), PAGE)]


def _heading(row: MatrixRow, limit: int) -> Text:
    title = shortened(" ".join(row.row.title.split()), limit)
    return text("matrix-row", number=row.row.reference, title=title, paper=kind_name(row.row.evidence_kind))


def _count(found: Matrix, row: MatrixRow) -> Text:
    if found.school_id:
        (cell,) = row.cells.values()
        return _cell(cell)
    return text("matrix-count", there=row.there, total=len(row.cells))


def _cell(cell: Cell) -> Text:
    if cell.asked > 1 and not cell.is_whole and cell.there:
        return text("matrix-some", there=cell.there, asked=cell.asked)
    return text("matrix-there" if cell.is_whole else "matrix-missing")


def _lack(name: str, cell: Cell) -> Text:
    return text("matrix-lack", name=name_of(name), cell=_cell(cell))


def _open(row: MatrixRow) -> Button:
    words = shortened(f"{row.row.reference} {row.row.title}")
    return button(text("literal", words=words), "matrix-row", row.row.activity_id, 0)


def _results(found: Matrix) -> Row:
    return (button("button-results", "results", found.plan.district_id, found.school_id), *HOME_ROW)


def _back(found: Matrix) -> Row:
    return (button("button-matrix-back", "matrix", found.plan.id, found.school_id, 0), *HOME_ROW)
