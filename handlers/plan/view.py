"""A plan at one look: before it is live a summary with the next step, then its sections."""

from __future__ import annotations

from bot.domain.deadlines import DeadlineKind
from bot.domain.doubt_codes import Severity
from bot.domain.names import brief
from bot.domain.plan import PlanStatus
from bot.domain.plan_filter import NOTHING
from bot.domain.tasks import TaskState
from bot.screen import Button, File, Row, Screen, Text, Texts, button, lines, text
from bot.use_cases.launch import Launched
from bot.use_cases.plans import PlanCard
from handlers.plan.deadline_view import window_words
from handlers.shared import HOME_ROW, LABEL, page_of, pager, shortened
from storage.plans import Plan

_PARTIES_SHOWN = 7
_TITLE = 500  # characters shown of a plan's title, and of a piece of unread text
_UNREAD = 300
_SCHOOL = 150  # … of a school's name

# The summary counts kinds as a reader thinks of them.
_GROUPS = (
    ("dates", (DeadlineKind.DATE, DeadlineKind.BY)),
    ("windows", (DeadlineKind.PERIOD, DeadlineKind.PERIODS)),
    ("recurring", (DeadlineKind.RECURRING,)),
    ("continuous", (DeadlineKind.CONTINUOUS,)),
    ("unscheduled", (DeadlineKind.UNSCHEDULED,)),
    ("unknown", (DeadlineKind.UNKNOWN,)),
)


def plan(card: PlanCard) -> Screen:
    match card.plan.status:
        case PlanStatus.DRAFT:
            return _correction(card) if card.plan.corrects_id else _draft(card)
        case PlanStatus.APPROVED:
            return _approved(card)
        case PlanStatus.LIVE | PlanStatus.ARCHIVED:
            return _live(card)


def _siblings(card: PlanCard) -> tuple[Row, ...]:
    if not card.siblings:
        return ()
    return ((button("button-plans", "plans-list", card.plan.district_id, 0),),)


def _correction(card: PlanCard) -> Screen:
    """The draft that corrects a live plan; what it would change stands on a screen of its own."""
    rows: list[Row] = [(button("button-correction", "correction", card.plan.corrects_id),)]
    if card.doubts:
        rows.append((button(text("button-doubts", n=card.doubts), "doubts", card.plan.id),))
    rows.append((button("button-correction-rows", "sections", card.plan.id, 0), *_unread_button(card)))
    rows.append((button("button-correction-discard", "draft-discard", card.plan.id),))
    corrects = text("correction", title=shortened(card.corrects, _TITLE))
    return Screen(lines(corrects, _summary(card), separator="\n\n"), (*rows, HOME_ROW))


def _draft(card: PlanCard) -> Screen:
    rows: list[Row] = []
    if card.doubts:
        rows.append((button(text("button-doubts", n=card.doubts), "doubts", card.plan.id),))
    rows.append((button("button-plan-approve", "plan-approve", card.plan.id),))
    rows.append((button("button-plan-rows", "sections", card.plan.id, 0), *_unread_button(card)))
    rows += [
        (button(_corrects_label(plan), "correct-by", card.plan.id, plan.id),) for plan in card.correctable
    ]
    rows.append((button("button-draft-discard", "draft-discard", card.plan.id),))
    words = lines(_summary(card), _open_doubts(card), separator="\n\n")
    return Screen(words, (*rows, *_siblings(card), HOME_ROW))


def _open_doubts(card: PlanCard) -> Text | Texts:
    """What is left to be looked at, by what it weighs."""
    if not card.doubts:
        return text("plan-next-approve")
    weights = [
        text(f"plan-doubts-{severity.value}", n=card.open_doubts[severity])
        for severity in Severity
        if card.open_doubts.get(severity)
    ]
    return lines(text("plan-next-doubts", n=card.doubts), *weights)


def _approved(card: PlanCard) -> Screen:
    rows: list[Row] = []
    rows_button = button("button-plan-rows", "sections", card.plan.id, 0)
    schools = button("button-schools", "schools", card.plan.district_id)
    if card.plan.school_id:
        step = text("plan-next-launch-school")
        rows.append((button("button-plan-launch", "plan-launch", card.plan.id),))
    elif not card.schools:
        step = text("plan-next-schools")
    elif card.unbound:
        step = text("plan-next-binding", n=card.unbound)
        rows.append((button(text("button-binding", n=card.unbound), "binding", card.plan.id),))
    else:
        step = text("plan-next-launch")
        rows.append((button("button-plan-launch", "plan-launch", card.plan.id),))
        rows.append((button("button-binding-see", "binding", card.plan.id),))
    rows.append((rows_button,) if card.plan.school_id else (schools, rows_button))
    rows.append((button("button-plan-reopen", "plan-reopen", card.plan.id),))
    return Screen(lines(_summary(card), step, separator="\n\n"), (*rows, *_siblings(card), HOME_ROW))


def _live(card: PlanCard) -> Screen:
    states = [
        text("plan-state", state=text(f"state-{state.value}"), n=card.tasks[state])
        for state in TaskState
        if card.tasks.get(state)
    ]
    words = lines(
        _title(card.plan), lines(text("plan-tasks", n=sum(card.tasks.values())), *states), separator="\n\n"
    )
    filtered = button("button-filter", "filter", card.plan.id, NOTHING, 0)
    rows: list[Row] = [(button("button-plan-rows", "sections", card.plan.id, 0), filtered)]
    if card.editable and not card.plan.school_id and (undated := card.tasks.get(TaskState.WAITING)):
        rows.append((button(text("button-undated", n=undated), "undated", 0),))
    if card.exportable:
        rows.append((button("button-plan-export", "plan-export", card.plan.id),))
    rows.append(_steward(card))
    return Screen(words, (*rows, *_siblings(card), HOME_ROW))


def _steward(card: PlanCard) -> Row:
    """What is done with the whole plan, for those who run it; the others may read its history."""
    if not card.editable:
        return (button("button-versions", "versions", card.plan.id, 0),)
    return (button("button-steward", "steward", card.plan.id),)


def _corrects_label(plan: Plan) -> Text:
    return text("plan-corrects", title=shortened(plan.title, LABEL - 13))


def sections(card: PlanCard, page: int) -> Screen:
    shown, page = page_of(card.sections, page)
    names = [text("plan-section", title=section_title(section.title), n=count) for section, count in shown]
    rows: tuple[Row, ...] = tuple(
        (button(_section_label(section.title, count), "section", section.id, 0),) for section, count in shown
    )
    turn = pager("sections", card.plan.id, page=page, total=len(card.sections))
    back = (
        button("button-search", "search", card.plan.id),
        button("button-plan-summary", "plan", card.plan.id),
    )
    words = lines(text("plan-sections", n=card.activities), lines(*names), separator="\n\n")
    return Screen(words, (*rows, *turn, back, HOME_ROW))


def unread(plan: Plan, page: int) -> Screen:
    shown, page = page_of(plan.unread, page)
    pieces = [text("plan-unread-piece", words=shortened(piece, _UNREAD)) for piece in shown]
    turn = pager("plan-unread", plan.id, page=page, total=len(plan.unread))
    back = (button("button-plan-summary", "plan", plan.id),)
    words = lines(text("plan-unread", n=len(plan.unread)), *pieces, separator="\n\n")
    return Screen(words, (*turn, back, HOME_ROW))


def confirm_discard(plan: Plan) -> Screen:
    yes = button("button-draft-discard-yes", "draft-discard-yes", plan.id)
    back = button("button-plan-summary", "plan", plan.id)
    return Screen(text("plan-discard-sure"), ((yes,), (back,)))


def launched(result: Launched) -> Screen:
    parts = [text("launched", tasks=result.tasks)]
    for key, count in (
        ("launched-schools", result.schools),
        ("launched-checkpoints", result.checkpoints),
        ("launched-waiting", result.waiting),
        ("launched-past", result.past),
    ):
        if count:
            parts.append(text(key, n=count))
    plan = result.plan
    rows: list[Row] = []
    if plan.school_id is None:
        rows.append((button("button-people", "people", plan.district_id),))
    if result.past:
        rows.append((button("button-plan-past", "plan-past", plan.id),))
    if plan.follows_id:
        rows.append((button("button-plan-last-year", "steward", plan.follows_id),))
    rows.append((button("button-plan", "plan", plan.id),))
    return Screen(lines(lines(*parts), _after_launch(plan), separator="\n\n"), (*rows, HOME_ROW))


def _after_launch(plan: Plan) -> Text | None:
    if plan.follows_id:
        return text("launched-last-year")
    return text("launched-next") if plan.school_id is None else None


def exported(plan_id: int, file: File) -> Screen:
    back = (button("button-plan-summary", "plan", plan_id),)
    return Screen(text("plan-exported"), (back, HOME_ROW), files=(file,), fresh=True)


def section_title(title: str, limit: int = 200) -> Text:
    return text("literal", words=shortened(title, limit)) if title else text("section-none")


def _section_label(title: str, count: int) -> Text:
    return text("section-label", title=section_title(title, 24), n=str(count))


def _unread_button(card: PlanCard) -> tuple[Button, ...]:
    if not card.plan.unread:
        return ()
    label = text("button-plan-unread", n=len(card.plan.unread))
    return (button(label, "plan-unread", card.plan.id, 0),)


def _title(plan: Plan) -> Texts:
    return lines(
        text("plan-title", title=shortened(plan.title, _TITLE)),
        text("plan-of-school", school=brief(plan.school, _SCHOOL)) if plan.school else None,
        period_words(plan),
    )


def period_words(plan: Plan) -> Text:
    period = plan.period
    words = window_words(period.start, period.end) if period.start or period.end else text("plan-no-period")
    return text("plan-period", period=words)


def _summary(card: PlanCard) -> Texts:
    kinds = [(key, sum(card.deadlines.get(kind, 0) for kind in group)) for key, group in _GROUPS]
    deadlines = [text(f"plan-deadlines-{key}", n=count) for key, count in kinds if count]
    by_rows = sorted(card.parties, key=lambda use: -use.rows)
    parties = [
        text("plan-party", party=shortened(use.party.text, 80), n=use.rows)
        for use in by_rows[:_PARTIES_SHOWN]
    ]
    if len(by_rows) > _PARTIES_SHOWN:
        parties.append(text("plan-parties-more", n=len(by_rows) - _PARTIES_SHOWN))
    return lines(
        lines(
            _title(card.plan),
            text("plan-sections-count", n=len(card.sections)),
            text("plan-activities-count", n=card.activities),
        ),
        lines(text("plan-deadlines"), *deadlines),
        lines(text("plan-parties", n=len(by_rows)), *parties),
        text("plan-unread-count", n=len(card.plan.unread)) if card.plan.unread else None,
        separator="\n\n",
    )
