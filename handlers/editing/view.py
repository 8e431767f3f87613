"""The fields of a draft's row, one question a screen, and what came of it."""

from __future__ import annotations

from collections.abc import Sequence

from bot.domain.evidence import EvidenceKind
from bot.domain.rows import EditKind, Field
from bot.screen import Button, Row, Screen, button, lines, text
from bot.use_cases.drafts import document_words, words_of
from bot.use_cases.undoing import Edited
from handlers.plan.activity_view import activity_number, activity_words
from handlers.plan.view import section_title
from handlers.shared import HOME_ROW, page_of, pager, shortened
from storage.plans import Activity, Section

_WORDS = 1800  # characters shown of a field, twice in one message
_MAY_BE_EMPTY = frozenset(Field) - {Field.TITLE, Field.SECTION}


def fields(activity: Activity) -> Screen:
    def one(field: Field) -> Button:
        if field is Field.SECTION:
            return button(f"button-field-{field.value}", "row-sections", activity.id, 0)
        return button(f"button-field-{field.value}", "field", activity.id, field.value)

    rows: tuple[Row, ...] = (
        (one(Field.NUMBER), one(Field.TITLE)),
        (one(Field.SECTION), one(Field.PROBLEM)),
        (one(Field.RESULT), one(Field.RESPONSIBLE)),
        (one(Field.DEADLINE), button("button-evidence", "evidence", activity.id)),
        (button("button-row-split", "row-split", activity.id), _remove(activity)),
        (button("button-row-join", "row-join", activity.id),),
        (button("button-row-add", "row-add", activity.id),),
        (button("button-edits", "edits", activity.plan_id, 0),),
    )
    words = lines(activity_words(activity), text("row-edit-which"), separator="\n\n")
    return Screen(words, (*rows, back(activity.id)))


def ask(activity: Activity, field: Field, *, doubt: int | None = None) -> Screen:
    """One field: what stands there now, to be copied, and what the document says."""
    now, written = words_of(activity, field), document_words(activity, field)
    changed = written is not None and written != now
    rows: list[Row] = []
    if changed:
        rows.append((button("button-field-back", "field-back", activity.id, field.value),))
    if now and field in _MAY_BE_EMPTY:
        rows.append((button("button-field-clear", "field-clear", activity.id, field.value),))
    if doubt:
        rows.append((button("button-review-back", "doubt", doubt),))
    label = text("literal", words=f"{activity_number(activity)} {shortened(activity.title, 80)}")
    words = lines(
        text("field-ask-name", field=text(f"field-{field.value}"), row=label),
        text("field-now", words=shortened(now, _WORDS)) if now else text("field-empty"),
        text("field-written", words=shortened(written or "—", _WORDS)) if changed else None,
        text("deadline-ask" if field is Field.DEADLINE else "field-ask"),
        separator="\n\n",
    )
    return Screen(words, (*rows, back(activity.id)))


def sections(activity: Activity, found: Sequence[Section], page: int) -> Screen:
    shown, page = page_of(found, page)
    rows = tuple((button(section_title(s.title, 28), "row-section", activity.id, s.id),) for s in shown)
    turn = pager("row-sections", activity.id, page=page, total=len(found))
    words = lines(
        text("field-now", words=activity.section) if activity.section else text("field-empty"),
        text("section-ask"),
        separator="\n\n",
    )
    return Screen(words, (*rows, *turn, back(activity.id)))


def evidence(activity: Activity) -> Screen:
    kinds = list(EvidenceKind)
    rows = [
        tuple(
            button(f"button-evidence-{k.value}", "evidence-set", activity.id, k.value)
            for k in kinds[i : i + 2]
        )
        for i in range(0, len(kinds), 2)
    ]
    words = lines(activity_words(activity), text("evidence-ask"), separator="\n\n")
    return Screen(words, (*rows, back(activity.id)))


def edited(found: Edited, kind: EditKind = EditKind.WORDS) -> Screen:
    """The row as it is now, and the way back."""
    words = lines(text(f"edited-{kind.value}"), activity_words(found.activity), separator="\n\n")
    undo = button(f"button-undo-{kind.value}", "edit-undo", found.edit_id)
    more = button("button-row-edit", "row-edit", found.activity.id)
    second = ((button("button-row-second", "activity", found.made),),) if found.made else ()
    return Screen(words, ((undo,), (more,), *second, back(found.activity.id), HOME_ROW))


def back(activity_id: int) -> Row:
    return (button("button-activity", "activity", activity_id),)


def _remove(activity: Activity) -> Button:
    return button("button-row-remove", "row-remove", activity.id)
