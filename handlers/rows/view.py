"""Joining, splitting, adding and taking out rows, each with its way back."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from bot.domain.rows import Field, parts
from bot.screen import Button, Row, Screen, button, lines, text
from bot.use_cases.row_joins import JoinPreview
from bot.use_cases.undoing import DraftEdits, Edited
from handlers.editing.view import back
from handlers.plan.activity_view import activity_number, activity_words
from handlers.shared import HOME_ROW, LABEL, page_of, pager, shortened
from storage.edits import Edit
from storage.plans import Activity

NEW_ROW = "row-add"  # the dialog in which a new row is answered together
ADDED = (Field.NUMBER, Field.TITLE, Field.DEADLINE, Field.RESPONSIBLE)  # asked one by one
_ABOUT = 200  # characters shown of a row's title
_PARTS = 6  # places offered to cut a title at


def preview_join(found: JoinPreview) -> Screen:
    words = lines(
        text("row-join-sure", first=_name(found.first), second=_name(found.second)),
        activity_words(found.joined),
        separator="\n\n",
    )
    yes = button("button-row-join-yes", "row-join-yes", found.first.id, found.second.id)
    return Screen(words, ((yes,), back(found.first.id)))


def ask_split(activity: Activity) -> Screen:
    cuts = tuple(
        (
            button(
                text("literal", words=shortened(f"✂ {activity.title[begin:]}", LABEL)),
                "row-split-at",
                activity.id,
                begin,
            ),
        )
        for _, begin in parts(activity.title)[:_PARTS]
    )
    words = lines(
        activity_words(activity),
        text("row-split-ask-cut" if cuts else "row-split-ask"),
        separator="\n\n",
    )
    return Screen(words, (*cuts, back(activity.id)))


def confirm_remove(activity: Activity) -> Screen:
    yes = button("button-row-remove-yes", "row-remove-yes", activity.id)
    words = lines(activity_words(activity), text("row-remove-sure"), separator="\n\n")
    return Screen(words, ((yes,), back(activity.id)))


def removed(done: Edited) -> Screen:
    undo = button("button-undo-remove", "edit-undo", done.edit_id)
    rows: tuple[Row, ...] = ((undo,), (button("button-edits", "edits", done.plan.id, 0),))
    if done.activity.section_id:
        rows += ((button("button-section", "section", done.activity.section_id, 0),),)
    return Screen(text("edited-remove", row=_name(done.activity)), (*rows, HOME_ROW))


def ask_added(above: Activity, step: Field) -> Screen:
    skip: tuple[Row, ...] = ((button("button-row-add-skip", "row-add-skip", step.value),),)
    words = lines(
        text("row-add-behind", row=_name(above)),
        text(f"row-add-{step.value}", step=str(ADDED.index(step) + 1), of=str(len(ADDED))),
        separator="\n\n",
    )
    return Screen(words, (*(skip if step is not Field.TITLE else ()), back(above.id)))


def confirm_added(above: Activity, answers: Mapping[str, str]) -> Screen:
    words = lines(
        text("row-add-sure", row=_name(above)),
        lines(
            *(
                text("row-add-answer", field=text(f"field-{field.value}"), words=answers[field.value] or "—")
                for field in ADDED
            )
        ),
        separator="\n\n",
    )
    again = button("button-row-add-again", "row-add", above.id)
    return Screen(words, ((button("button-row-add-yes", "row-add-yes"),), (again,), back(above.id)))


def edits(found: DraftEdits, page: int, *, undone: bool = False) -> Screen:
    shown, page = page_of(found.edits, page)
    listed = [
        text("edits-line", kind=text(f"edit-{edit.kind.value}"), row=shortened(edit.about, _ABOUT))
        for edit, _ in shown
    ]
    rows = tuple((_undo(edit),) for edit, is_last in shown if is_last)
    title = text("edits", n=len(found.edits)) if found.edits else text("edits-none")
    turn = pager("edits", found.plan.id, page=page, total=len(found.edits))
    summary = (button("button-plan-summary", "plan", found.plan.id),)
    words = lines(title, lines(*listed) if listed else None, separator="\n\n")
    toast = text("edit-undone") if undone else None
    return Screen(words, (*rows, *turn, summary, HOME_ROW), toast=toast)


def undone(card: Screen) -> Screen:
    """The row as it was before."""
    return replace(card, text=lines(text("edit-undone"), card.text, separator="\n\n"))


def _undo(edit: Edit) -> Button:
    return button(text("button-undo", row=shortened(edit.about, LABEL - 2)), "edit-undo", edit.id)


def _name(activity: Activity) -> str:
    return f"{activity_number(activity)} {shortened(activity.title, _ABOUT)}"
