"""A correction: all its changes by kind, then one a screen, what was beside what is to be."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from datetime import date
from typing import Any

from bot.domain.corrections import Aspect, Change, ChangeKind, Difference
from bot.domain.deadlines import Deadline
from bot.domain.evidence import EvidenceKind
from bot.screen import Button, Row, Screen, Text, Texts, button, lines, text
from bot.use_cases.applying import Applied
from bot.use_cases.corrections import ChangeCard, Correction
from handlers.plan.activity_view import activity_words
from handlers.plan.deadline_view import deadline_words, window_words
from handlers.shared import HOME_ROW, shortened
from storage.plans import Plan

_TITLE, _SIDE = 300, 170  # characters shown of a title, and of one side of a difference


def begin(plan: Plan) -> Screen:
    rows = (
        (button("button-correct-file", "correct-file", plan.id),),
        (button("button-correct-rows", "correct-rows", plan.id),),
        _to_plan(plan),
    )
    return Screen(text("correct-how", title=shortened(plan.title, _TITLE)), (*rows, HOME_ROW))


def send_file(plan: Plan) -> Screen:
    return Screen(text("correct-send-file"), (_to_plan(plan), HOME_ROW))


def summary(found: Correction) -> Screen:
    plan, draft = found.plan, found.draft
    counts = Counter(change.kind for change in found.changes)
    kinds = [text(f"correction-{kind.value}", n=counts[kind]) for kind in ChangeKind if counts[kind]]
    words = lines(
        text("correction", title=shortened(plan.title, _TITLE)),
        lines(text("correction-count", n=len(found.changes)), *kinds) if kinds else text("correction-empty"),
        _next_step(found),
        separator="\n\n",
    )
    rows: list[Row] = []
    if found.changes:
        rows.append((button("button-changes", "change", plan.id, found.changes[0].key),))
    if found.doubts:
        rows.append((button(text("button-doubts", n=found.doubts), "doubts", draft.id),))
    if found.unbound:
        rows.append((button(text("button-binding", n=found.unbound), "binding", draft.id),))
    elif found.changes:
        rows.append((button("button-correction-apply", "correction-apply", plan.id),))
    rows.append((button("button-correction-rows", "sections", draft.id, 0),))
    rows.append((button("button-correction-discard", "draft-discard", draft.id),))
    return Screen(words, (*rows, _to_plan(plan), HOME_ROW))


def _next_step(found: Correction) -> Text:
    if not found.changes:
        return text("correction-next-edit")
    if found.unbound:
        return text("correction-next-bind", n=found.unbound)
    if found.doubts:
        return text("correction-next-doubts", n=found.doubts)
    return text("correction-next-apply")


def change(card: ChangeCard) -> Screen:
    plan, found = card.correction.plan, card.change
    number = text("change-number", n=str(card.number), total=str(len(card.correction.changes)))
    kind = text(f"change-{found.kind.value}")
    words = lines(lines(number, kind, separator=". "), _what(card), _effect(found), separator="\n\n")
    answer: tuple[Button, ...] = (button("button-change-refuse", "change-refuse", plan.id, found.key),)
    accept = ("change", plan.id, card.following) if card.following else ("correction", plan.id)
    answer = (button("button-change-accept", *accept), *answer)
    back = (button("button-correction", "correction", plan.id),)
    turn = (button("button-page-back", "change", plan.id, card.previous),) if card.previous else ()
    return Screen(words, tuple(row for row in (answer, turn, back) if row))


def _what(card: ChangeCard) -> Texts:
    if card.row and not card.change.differences:
        return activity_words(card.row)
    name = (
        text("change-of-plan")
        if card.change.is_of_plan
        else text("activity-title", number=card.change.number, title=shortened(card.change.title, _TITLE))
    )
    return lines(name, *(difference_words(d) for d in card.change.differences), separator="\n\n")


def difference_words(difference: Difference, limit: int = _SIDE) -> Texts:
    """An aspect with what was and what is to be, one under the other, each in ``limit`` characters."""
    before, after = difference.before, difference.after
    if isinstance(before, Deadline) and isinstance(after, Deadline):
        # The same phrase may be meant otherwise than before; then its meaning is what is told.
        told = before.phrase.split() != after.phrase.split()
        sides = tuple(_deadline(side, limit, by_phrase=told) for side in (before, after))
    else:
        sides = tuple(_side(difference.aspect, str(side), limit) for side in (before, after))
    return lines(
        text("difference-aspect", aspect=text(f"field-{difference.aspect.value}")),
        text("difference-before", words=sides[0]),
        text("difference-after", words=sides[1]),
    )


def _deadline(deadline: Deadline, limit: int, *, by_phrase: bool) -> Text | Texts:
    if by_phrase and deadline.phrase.strip():
        return text("literal", words=shortened(deadline.phrase, limit))
    return deadline_words(deadline, most=2)


def _side(aspect: Aspect, side: str, limit: int) -> Text:
    match aspect:
        case Aspect.EVIDENCE if side != EvidenceKind.NONE:
            return text(f"evidence-needed-{side}")
        case Aspect.PERIOD:
            start, end = (date.fromisoformat(day) if day else None for day in side.split("/"))
            return window_words(start, end) if start or end else text("plan-no-period")
        case Aspect.PLACE:
            behind = text("difference-behind", title=shortened(side, limit))
            return behind if side else text("difference-top")
        case _ if side.strip() and aspect is not Aspect.EVIDENCE:
            return text("literal", words=shortened(side, limit))
        case _:
            return text("difference-nothing")


def _effect(found: Change) -> Text | None:
    match found.kind:
        case ChangeKind.REMOVED:
            return text("change-effect-removed")
        case ChangeKind.NEW:
            return text("change-effect-new")
        case _ if any(d.aspect is Aspect.DEADLINE for d in found.differences):
            return text("change-effect-deadline")
        case _:
            return None


def ask_reason(found: Correction) -> Screen:
    yes = (button("button-correction-yes", "correction-apply-yes", found.plan.id),)
    back = (button("button-correction", "correction", found.plan.id),)
    return Screen(text("correction-sure", n=len(found.changes)), (yes, back))


def applied(result: Applied) -> Screen:
    counts = (
        ("correction-added", result.added),
        ("correction-tasks-moved", result.moved),
        ("correction-withdrawn", result.withdrawn),
        ("correction-told", result.told),
    )
    words = lines(
        text("correction-applied", n=result.changes, version=str(result.version)),
        *(text(key, n=n) for key, n in counts if n),
    )
    history = (button("button-versions", "versions", result.plan.id, 0),)
    return Screen(words, (history, _to_plan(result.plan), HOME_ROW))


def told(plan: str, changes: Sequence[tuple[dict[str, Any], date | None, date | None]], more: int) -> Screen:
    """The message to one whose tasks a correction changed."""
    listed = [_told(tiding, was, now) for tiding, was, now in changes]
    rest = text("correction-more", n=more) if more else None
    words = lines(text("plan-corrected", plan=plan), lines(*listed, rest), separator="\n\n")
    return Screen(words, ((button("button-my-tasks", "tasks", 0),), HOME_ROW))


def _told(tiding: dict[str, Any], was: date | None, now: date | None) -> Text:
    row = text("activity-label", number=tiding["number"], title=tiding["title"])
    if was and now:
        return text("told-moved-day", row=row, was=was, now=now)
    return text(f"told-{tiding['kind']}", row=row, n=tiding["tasks"])


def _to_plan(plan: Plan) -> Row:
    return (button("button-plan-back", "plan", plan.id),)
