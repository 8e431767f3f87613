"""One doubt a card: what is written, how it was understood, what is odd."""

from __future__ import annotations

from bot.screen import Button, Row, Screen, Texts, button, lines, text
from bot.use_cases.review import DoubtCard
from handlers.plan.activity_view import activity_words
from handlers.shared import HOME_ROW, shortened
from storage.plans import Activity

# What the readers of tables and deadlines doubt (docs/reading.md, docs/reading-deadlines.md).
KNOWN = frozenset(
    {
        *("cell_slid", "duplicate_number", "false_number", "header_lost", "missing_number", "no_deadline"),
        *("no_party", "no_result", "no_title", "rows_joined", "text_cut", "torn_row", "wrong_word"),
        *("approximate", "days_dropped", "end_before_start", "event_and_date", "frequency_dropped"),
        *("impossible_date", "list_or_range", "misspelt", "mixed_years", "month_unknown", "not_understood"),
        *("outside_plan", "several_frequencies", "times_unclear", "until_unclear", "year_and_dates"),
        *("year_assumed", "year_unknown", "years_spread"),
    }
)
_MESSAGE = 300  # characters shown


def doubt(card: DoubtCard) -> Screen:
    number = text("doubt-number", n=str(card.number), total=str(card.total))
    answer = card.doubt.answer
    words = lines(
        lines(number, _doubt(card)),
        activity_words(card.activity) if card.activity else None,
        text(f"doubt-{answer.value}") if answer else None,
        separator="\n\n",
    )
    return Screen(words, _rows(card))


def _doubt(card: DoubtCard) -> Texts:
    """What is odd, and where; a code without a sentence is shown in the reader's own words."""
    found = card.doubt
    if found.code not in KNOWN:
        return lines(text("doubt-other", message=shortened(found.message or found.code, _MESSAGE)))
    # The reader's own message ends with what it is about; the phrase stands below anyway.
    _, _, about = found.message.partition(": ")
    shown = about and not (card.activity and card.activity.deadline.phrase in about)
    where = text("doubt-about", words=shortened(about, _MESSAGE)) if shown else None
    return lines(text(f"doubt-{found.code.replace('_', '-')}"), where)


def ask_deadline(activity: Activity) -> Screen:
    words = lines(activity_words(activity), text("deadline-ask"), separator="\n\n")
    back = button("button-activity", "activity", activity.id)
    return Screen(words, ((back,), HOME_ROW))


def deadline_changed(activity: Activity) -> Screen:
    words = lines(text("deadline-changed"), activity_words(activity), separator="\n\n")
    section = button("button-section", "section", activity.section_id, 0)
    return Screen(words, ((button("button-activity", "activity", activity.id),), (section,), HOME_ROW))


def confirm_approval(plan_id: int, open_doubts: int) -> Screen:
    return Screen(
        text("approve-with-doubts", n=open_doubts),
        (
            (button(text("button-doubts", n=open_doubts), "doubts", plan_id),),
            (button("button-approve-keeping", "plan-approve-all", plan_id),),
            (button("button-plan-summary", "plan", plan_id),),
        ),
    )


def _rows(card: DoubtCard) -> tuple[Row, ...]:
    rows: list[Row] = []
    act: list[Button] = []
    if card.doubt.answer is None:
        act.append(button("button-doubt-keep", "doubt-keep", card.doubt.id))
    if card.activity:
        act.append(button("button-doubt-type", "doubt-type", card.doubt.id))
    if act:
        rows.append(tuple(act))
    turn: list[Button] = []
    if card.previous_id:
        turn.append(button("button-page-back", "doubt", card.previous_id))
    if card.next_id:
        turn.append(button("button-page-next", "doubt", card.next_id))
    if turn:
        rows.append(tuple(turn))
    if card.open:
        rows.append((button(text("button-doubts-keep", n=card.open), "doubts-keep", card.doubt.plan_id),))
    rows.append((button("button-plan-summary", "plan", card.doubt.plan_id),))
    return tuple(rows)
