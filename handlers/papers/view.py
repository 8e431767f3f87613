"""The shelf of a plan's papers, and a paper on its way."""

from __future__ import annotations

from collections.abc import Sequence

from bot.domain.paper_kinds import PaperFormat, PaperKind
from bot.screen import Button, File, Row, Screen, Text, button, lines, text
from bot.use_cases.papers import Shelf
from handlers.papers.wording import paper_name
from handlers.shared import HOME_ROW, LABEL, page_of, pager, shortened
from storage.plans import Plan

_TITLE = 300  # characters of a plan's title
NO_PERIOD = "-"


def subjects(plans: Sequence[Plan], district_id: int, school_id: int, page: int) -> Screen:
    if not plans:
        return Screen(text("papers-none"), (HOME_ROW,))
    shown, page = page_of(plans, page)
    rows: tuple[Row, ...] = tuple(
        (button(text("literal", words=shortened(p.title, LABEL)), "papers-of", p.id, school_id),)
        for p in shown
    )
    turn = pager("papers", district_id, school_id, page=page, total=len(plans))
    names = [text("papers-subject", title=shortened(p.title, _TITLE)) for p in shown]
    return Screen(lines(text("papers-choose"), *names, separator="\n\n"), (*rows, *turn, HOME_ROW))


def shelf(found: Shelf) -> Screen:
    title = text("papers", place=found.place, title=shortened(found.plan.title, _TITLE))
    rows: list[Row] = [(_paper(found, PaperKind.PLAN),)]
    return Screen(title, (*rows, *_others(found), HOME_ROW))


def _paper(found: Shelf, kind: PaperKind) -> Button:
    return button(
        paper_name(kind), "paper", kind, found.plan.id, found.school_id, NO_PERIOD, PaperFormat.DOCX
    )


def _others(found: Shelf) -> tuple[Row, ...]:
    if not found.others:
        return ()
    return ((button("button-papers-others", "papers", found.plan.district_id, found.school_id, 0),),)


def made(words: Text, file: File, again: Sequence[Button], back: Button) -> Screen:
    """One sentence and the file; ``again``: the same paper in another form."""
    return Screen(words, ((*again, back), HOME_ROW), files=(file,), fresh=True)
