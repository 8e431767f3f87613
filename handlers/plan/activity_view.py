"""The rows of a plan: a section's list, and one row with everything that is known of it."""

from __future__ import annotations

from collections.abc import Sequence

from bot.domain.binding import Target
from bot.domain.names import brief
from bot.domain.rows import Field
from bot.domain.tasks import TaskState
from bot.screen import Row, Screen, Text, Texts, button, lines, text
from bot.use_cases.drafts import document_words, words_of
from bot.use_cases.plans import ActivityCard, SectionCard
from bot.use_cases.row_card import RowCard
from handlers.plan.deadline_view import deadline_words
from handlers.plan.view import section_title
from handlers.shared import HOME_ROW, LABEL, page_of, pager, shortened
from handlers.tasks.wording import evidence_words
from storage.parties import StoredParty
from storage.plan_tasks import RowTask
from storage.plans import Activity

# Characters shown of each field: all of them fit one message whatever the document holds.
_TITLE, _FIELD, _WRITTEN, _PLACE = 500, 300, 100, 60
_PARTIES_SHOWN = 5
_CHANGED_SHOWN = 3  # fields whose words in the document are shown, too


def section(card: SectionCard, page: int) -> Screen:
    shown, page = page_of(card.activities, page)
    turn = pager("section", card.section.id, page=page, total=len(card.activities))
    title = text("section", title=section_title(card.section.title), n=len(card.activities))
    back = (button("button-sections", "sections", card.plan.id, 0),)
    words = lines(title, *row_lines(shown), separator="\n\n")
    return Screen(words, (*row_buttons(shown), *turn, back, HOME_ROW))


def row_lines(rows: Sequence[Activity]) -> list[Text]:
    """Rows in a list, each in a line."""
    return [
        text(
            "activity-line",
            number=activity_number(a),
            title=shortened(a.title, 150),
            deadline=deadline_words(a.deadline, most=2),
        )
        for a in rows
    ]


def row_buttons(rows: Sequence[Activity]) -> tuple[Row, ...]:
    """The same rows to be opened."""

    def label(a: Activity) -> Text:
        number = shortened(activity_number(a), 9)
        return text("activity-label", number=number, title=shortened(a.title, 20))

    return tuple((button(label(a), "activity", a.id),) for a in rows)


def activity(row: RowCard, page: int = 0) -> Screen:
    card = row.card
    shown, page = page_of(card.tasks, page)
    rows: list[Row] = [(button(_task_label(task), "task", task.id),) for task in shown]
    rows += pager("activity-tasks", card.activity.id, page=page, total=len(card.tasks))
    rows += _edit_rows(row)
    if card.activity.section_id:
        rows.append((button("button-section", "section", card.activity.section_id, 0),))
    if row.searched:
        rows.append((button("button-found", "found-by", card.activity.id),))
    return Screen(
        lines(activity_words(card.activity), _parties(card), _states(card), separator="\n\n"),
        (*rows, HOME_ROW),
    )


def _edit_rows(row: RowCard) -> list[Row]:
    activity = row.card.activity
    if not row.card.editable:
        return [(button("button-evidence-change", "evidence", activity.id),)] if row.may_choose else []
    rows: list[Row] = [(button("button-row-edit", "row-edit", activity.id),)]
    if row.undo:
        edit_id, kind = row.undo
        rows.append((button(f"button-undo-{kind.value}", "edit-undo", edit_id),))
    if row.open_doubts:
        rows.append((button(text("button-row-doubts", n=row.open_doubts), "row-doubts", activity.id),))
    return rows


def activity_words(activity: Activity) -> Texts:
    """All fields of a row as they stand, its deadline as understood, and what the document says else."""
    fields = (
        ("activity-problem", activity.problem),
        ("activity-result", activity.result),
        ("activity-responsible", activity.responsible_text),
        ("activity-phrase", activity.deadline.phrase),
    )
    return lines(
        text("activity-section", title=section_title(activity.section)),
        text("activity-title", number=activity_number(activity), title=shortened(activity.title, _TITLE)),
        *(text(key, words=shortened(words, _FIELD)) for key, words in fields if words.strip()),
        text("activity-deadline", words=deadline_words(activity.deadline))
        if activity.deadline.phrase or activity.deadline.windows
        else text("activity-no-deadline"),
        evidence_words(activity.evidence_kind),
        *_written(activity),
    )


def _written(activity: Activity) -> list[Text]:
    """The document's own words of what a person has worded anew."""
    if activity.by_hand:
        return [text("activity-by-hand")]
    found = [
        (field, words)
        for field in Field
        if (words := document_words(activity, field)) is not None and words != words_of(activity, field)
    ]
    shown = [
        text("activity-was", field=text(f"field-{field.value}"), words=shortened(words or "—", _WRITTEN))
        for field, words in found[:_CHANGED_SHOWN]
    ]
    more = len(found) - len(shown)
    return [*shown, text("activity-was-more", n=more)] if more else shown


def activity_number(activity: Activity) -> str:
    """As written; a row without a number is known by its place in the plan."""
    return activity.number or f"[{activity.position + 1}]"


def binding_words(party: StoredParty) -> Text:
    """What a party is bound to, in words."""
    binding = party.binding
    if binding is None:
        return text("binding-none")
    if binding.target in (Target.SCHOOL, Target.ORGANISATION):
        return text("literal", words=brief(party.place, _PLACE))
    if binding.target is Target.CLUSTER:
        return text("binding-cluster", n=len(binding.cluster))
    return text(f"binding-{binding.target.value}")


def _parties(card: ActivityCard) -> Texts | None:
    if not card.parties or card.editable:
        return None
    listed = [
        text("activity-party", party=shortened(party.text, 80), binding=binding_words(party))
        for party in card.parties[:_PARTIES_SHOWN]
    ]
    return lines(text("activity-parties"), *listed)


def _states(card: ActivityCard) -> Texts | None:
    if not card.states:
        return None
    states = [
        text("plan-state", state=text(f"state-{state.value}"), n=card.states[state])
        for state in TaskState
        if card.states.get(state)
    ]
    return lines(text("plan-tasks", n=sum(card.states.values())), *states)


def _task_label(task: RowTask) -> Text:
    day = f"{task.window_end:%d.%m.%y}" if task.window_end else "—"
    when = shortened(task.label or day, 11)
    room = LABEL - len(" · ") - len(when)
    place = (
        text("literal", words=brief(task.responsible, room))
        if task.responsible
        else text("place-coordinator")
    )
    return text("task-label", place=place, when=when)
