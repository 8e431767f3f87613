"""A task's card, its history and its documents."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from functools import partial

from bot.domain.reports import Evidence, Form
from bot.domain.tasks import FILING, Move, Task, TaskState
from bot.screen import Button, File, Row, Screen, Text, Texts, button, lines, text
from bot.use_cases.tasks import Card, local
from handlers.shared import HOME_ROW, page_of, pager, shortened
from handlers.tasks.list_view import place_words
from handlers.tasks.wording import day_month, evidence_words, report_words, task_name, window
from storage.history import HistoryLine
from storage.thumbnails import thumbnail

# Characters, so that a card fits one message.
TITLE, SECTION, RESULT, PARTIES, LABEL = 600, 200, 600, 300, 100


def card(found: Card, *, above: Text | None = None, toast: Text | None = None) -> Screen:
    return Screen(lines(above, card_words(found), separator="\n\n"), _card_rows(found), toast=toast)


def card_words(found: Card) -> Texts:
    """All that a card says, whatever may be done about it."""
    task = found.task
    facts = lines(
        text("card-section", section=shortened(task.section, SECTION)) if task.section else None,
        text("card-responsible", place=place_words(task.responsible)),
        text("card-parties", parties=shortened(task.responsible_text, PARTIES))
        if task.responsible_text
        else None,
        text("card-result", result=shortened(task.result, RESULT)) if task.result else None,
        evidence_words(task.evidence_kind),
        text("card-label", label=shortened(task.label, LABEL)) if task.label else None,
        text("card-window", window=window(task)),
        text("card-checkpoint") if task.checkpoint else None,
        text("card-state", state=text(f"state-{task.state.value}")),
        text("card-returned-why", why=found.returned_why) if found.returned_why else None,
        text("card-overdue", n=found.overdue_days) if found.overdue_days else None,
        text("card-held-down") if found.may_hold_down and task.held_down else None,
    )
    return lines(
        text("card-title", task=task_name(task.number, task.title, TITLE)),
        facts,
        report_words(found.report, task.zone) if found.report else None,
        separator="\n\n",
    )


def history(task: Task, changes: Sequence[HistoryLine], page: int) -> Screen:
    """The latest change first."""
    shown, page = page_of(tuple(reversed(changes)), page)
    words = lines(
        text("history", task=task_name(task.number, task.title, 120)),
        *(_change(change, task.zone) for change in shown),
        separator="\n\n",
    )
    more = pager("task-history", task.id, page=page, total=len(changes))
    versions = ((button("button-report-versions", "report-versions", task.id, 0),),)
    reported = any(change.move in FILING for change in changes)
    return Screen(words, (*more, *(versions if reported else ()), _back(task.id), HOME_ROW))


def documents(task: Task, evidence: Sequence[Evidence], read: Callable[[str], bytes]) -> Screen:
    """``read`` gives the stored bytes of a file by the hash of its content."""
    files = tuple(
        File(
            e.name, partial(read, e.content_hash), "photo" if e.kind is Form.PHOTO else "document", thumbnail
        )
        for e in evidence
    )
    name = task_name(task.number, task.title, 120)
    return Screen(
        text("documents", task=name, n=len(files)), (_back(task.id), HOME_ROW), files=files, fresh=True
    )


def ask_date(task: Task) -> Screen:
    return Screen(text("task-ask-date", task=task_name(task.number, task.title, 300)), (_back(task.id),))


def ask_put_off(task_id: int) -> Screen:
    days = (
        button("button-put-off-1", "put-off-days", task_id, 1),
        button("button-put-off-7", "put-off-days", task_id, 7),
    )
    return Screen(
        text("put-off"), (days, (button("button-put-off-date", "put-off-date", task_id),), _back(task_id))
    )


def ask_put_off_date(task_id: int) -> Screen:
    return Screen(text("put-off-ask-date"), (_back(task_id),))


def put_off(task_id: int, until: date) -> Screen:
    return Screen(text("put-off-done", day=day_month(until)), (_back(task_id), HOME_ROW))


def _card_rows(found: Card) -> tuple[Row, ...]:
    task, moves = found.task, found.moves
    version = (found.report.version if found.report else 0) or 0
    rows: list[tuple[Button, ...]] = [
        (button(f"button-{move.value}", move.value, task.id, version),)
        for move in (Move.CONFIRM, Move.ACCEPT, Move.RETURN)
        if move in moves
    ]
    if moves & {Move.REPORT, Move.REPORT_CONFIRMED, Move.REPORT_ACCEPTED}:
        rows.append((button(_report_label(found), "report", task.id),))
    if found.may_take_back:
        rows.append((button("button-take-back", "take-back", task.id, version),))
    if Move.SCHEDULE in moves:
        rows.append((button("button-set-date", "task-date", task.id),))
    held = [button("button-put-off", "put-off", task.id)] if found.may_put_off else []
    if found.may_refuse:
        held.append(button("button-not-mine", "not-mine", task.id))
    if found.refused:
        held.append(button("button-mine-again", "mine-again", task.id))
    if held:
        rows.append(tuple(held))
    if found.may_hold_down:
        turn = "let-rise" if task.held_down else "hold-down"
        rows.append((button(f"button-card-{turn}", f"card-{turn}", task.id),))
    papers = [button("button-history", "task-history", task.id, 0)]
    if found.report and found.report.files:
        count = len(found.report.files)
        papers.append(button(text("button-documents", n=count), "task-documents", task.id))
    rows.append(tuple(papers))
    if version > 1:
        rows.append((button("button-report-versions", "report-versions", task.id, 0),))
    return (*rows, *_beside_rows(found), (button("button-my-tasks", "tasks", 0), *HOME_ROW))


def _beside_rows(found: Card) -> list[Row]:
    """What is done about the report beside deciding on it, and the ways on to the next one."""
    rows: list[Row] = []
    if found.remarks or found.may_remark:
        rows.append((button(text("button-remarks", n=found.remarks), "remarks", found.task.id, 0),))
    if found.may_offer:
        rows.append((button("button-practice-offer", "practice-offer", found.task.id),))
    if found.confirms:
        rows.append((button("button-confirming", "confirming", 0),))
    if found.accepts:
        rows.append((button("button-accepting", "accepting", 0),))
    if place := found.filtered:
        rows.append((button("button-filtered", "filter", place.plan_id, place.code, place.first),))
    return rows


def _report_label(found: Card) -> Text:
    if found.has_draft:
        return text("button-report-continue")
    if found.task.state in (TaskState.REPORTED, TaskState.CONFIRMED, TaskState.RETURNED):
        return text("button-report-correct")
    return text("button-report")


def _change(change: HistoryLine, zone: str) -> Text:
    to_state = text(f"state-{change.to_state.value}")
    steps = (
        text("history-steps", before=text(f"state-{change.from_state.value}"), after=to_state)
        if change.from_state and change.from_state is not change.to_state
        else to_state
    )
    return text(
        "history-reasoned" if change.why else "history-line",
        at=local(change.at, zone),
        who=_who(change),
        move=text(f"move-{change.move.value}"),
        steps=steps,
        **({"why": change.why} if change.why else {}),
    )


def _who(change: HistoryLine) -> Text:
    if not change.who:
        return text("history-calendar")
    return text("history-acting" if change.acting else "literal", words=change.who)


def _back(task_id: int) -> Row:
    return (button("button-card", "task", task_id),)
