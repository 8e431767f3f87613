"""What was found, seven rows a page."""

from __future__ import annotations

from bot.screen import Row, Screen, button, lines, text
from bot.use_cases.search import Found
from handlers.plan.activity_view import row_buttons, row_lines
from handlers.shared import HOME_ROW, PAGE, page_of, pager
from storage.plans import Plan


def ask(plan: Plan, *, editable: bool) -> Screen:
    edits: tuple[Row, ...] = ((button("button-edits", "edits", plan.id, 0),),) if editable else ()
    return Screen(text("search-ask"), (*edits, _summary(plan), HOME_ROW))


def found(result: Found, page: int) -> Screen:
    shown, page = page_of(result.rows, page)
    counted = text("search-found", words=result.words, n=len(result.rows))
    title = counted if result.rows else text("search-nothing", words=result.words)
    turn = pager("found", result.plan.id, page=page, total=len(result.rows))
    words = lines(title, *row_lines(shown), separator="\n\n")
    return Screen(words, (*row_buttons(shown), *turn, _summary(result.plan), HOME_ROW))


def found_around(result: Found, activity_id: int) -> Screen:
    """The page on which that row stands; the first where it is not among them any more."""
    place = next((i for i, row in enumerate(result.rows) if row.id == activity_id), 0)
    return found(result, place // PAGE)


def _summary(plan: Plan) -> Row:
    return (button("button-plan-summary", "plan", plan.id),)
