"""One row a screen: what is written, how it was understood, and all that is odd about it."""

from __future__ import annotations

from datetime import date

from bot.domain.doubt_codes import CODES
from bot.domain.school_year import PlanYear, SchoolYear
from bot.screen import Button, Row, Screen, Text, Texts, button, lines, text
from bot.use_cases.plan_year import NO_YEAR, likely_years
from bot.use_cases.review import Doubted, field_of
from handlers.plan.activity_view import activity_words
from handlers.shared import LABEL, shortened
from storage.doubts import StoredDoubt

_MESSAGE = 80  # characters shown of what a doubt is about, so that all fits one message
_MOST = 4  # doubts of one row that are shown
_FIXES = 3  # … of which so many can be settled by one tap


def doubted(card: Doubted, today: date, *, fixed: bool = False) -> Screen:
    shown = [_doubt(card, found) for found in card.doubts[:_MOST]]
    more = len(card.doubts) - len(shown)
    words = lines(
        text("review-number", n=str(card.number), total=str(card.total)),
        activity_words(card.activity) if card.activity else text(_whole_plan(card)),
        lines(*shown, text("review-more", n=more) if more else None),
        separator="\n\n",
    )
    return Screen(words, _rows(card, today), toast=text("review-fixed") if fixed else None)


def confirm_approval(plan_id: int, open_doubts: int) -> Screen:
    return Screen(
        text("approve-with-doubts", n=open_doubts),
        (
            (button(text("button-doubts", n=open_doubts), "doubts", plan_id),),
            (button("button-approve-keeping", "plan-approve-all", plan_id),),
            (button("button-plan-summary", "plan", plan_id),),
        ),
    )


def _doubt(card: Doubted, found: StoredDoubt) -> Text:
    """How grave it is, what is odd, where, and how it was answered."""
    answer = text(f"doubt-{found.answer.value}") if found.answer else None
    words = lines(_sentence(card, found), answer, separator=" ")
    return text(f"doubt-{found.severity.value}", words=words)


def _sentence(card: Doubted, found: StoredDoubt) -> Texts:
    """A code without a sentence of ours is shown in the reader's own words."""
    if found.code not in CODES:
        return lines(text("doubt-other", message=shortened(found.message or found.code, _MESSAGE)))
    # The reader's own message ends with what it is about; the phrase stands above anyway.
    _, _, about = found.message.partition(": ")
    shown = about and not (card.activity and card.activity.deadline.phrase in about)
    where = text("doubt-about", words=shortened(about, _MESSAGE)) if shown else None
    return lines(text(f"doubt-{found.code.replace('_', '-')}"), where, separator=" ")


def _rows(card: Doubted, today: date) -> tuple[Row, ...]:
    rows: list[Row] = [(_fix_button(found),) for found in _fixable(card)]
    if _asks_year(card):
        rows += [tuple(_year_button(card.plan.id, year) for year in years) for years in likely_years(today)]
    if card.waits:
        rows.append((button("button-doubt-ok", "doubt-ok", card.doubts[0].id),))
    else:
        rows.append((button("button-doubts-next", "doubts", card.plan.id),))
    rows += _edit_rows(card)
    turn: list[Button] = []
    if card.previous_id:
        turn.append(button("button-page-back", "doubt", card.previous_id))
    if card.next_id:
        turn.append(button("button-page-next", "doubt", card.next_id))
    if turn:
        rows.append(tuple(turn))
    if card.open_notes:
        rows.append((button(text("button-notes-ok", n=card.open_notes), "notes-ok", card.plan.id),))
    return (*rows, (button("button-plan-summary", "plan", card.plan.id),))


def _asks_year(card: Doubted) -> bool:
    return any(found.code == NO_YEAR for found in card.doubts)


def _whole_plan(card: Doubted) -> str:
    return "review-choose-year" if _asks_year(card) else "review-whole-plan"


def _year_button(plan_id: int, year: PlanYear) -> Button:
    school = isinstance(year, SchoolYear)
    days = {"first": str(year.start.year), "last": f"{year.end:%y}"}
    label = text("button-plan-year-school", **days) if school else text("button-plan-year", year=str(year))
    return button(label, "plan-year", plan_id, str(year))


def _fixable(card: Doubted) -> list[StoredDoubt]:
    return [d for d in card.doubts if d.fix and d.answer is None and card.activity][:_FIXES]


def _fix_button(found: StoredDoubt) -> Button:
    assert found.fix is not None
    room = LABEL - len("Исправить: ")
    return button(text("button-doubt-fix", words=shortened(found.fix.value, room)), "doubt-fix", found.id)


def _edit_rows(card: Doubted) -> list[Row]:
    """The fields that are doubted at one press; the whole row behind another."""
    if card.activity is None:
        return [(button("button-plan-rows", "sections", card.plan.id, 0),)]
    asked: dict[str, Button] = {}
    for found in card.doubts:
        field = field_of(found, card.activity)
        if field and found.answer is None:
            label = text("button-edit-field", field=text(f"field-{field.value}"))
            asked.setdefault(field.value, button(label, "doubt-edit", found.id, field.value))
    row = (button("button-row-edit", "row-edit", card.activity.id),)
    return [*((b,) for b in asked.values()), row]
