"""The list of meetings, one of them, and its protocol on its way."""

from __future__ import annotations

from functools import partial

from bot.domain.meetings import MAX_DECISION, Question
from bot.papers.meeting import meeting_protocol
from bot.screen import File, Row, Screen, Text, button, lines, text
from bot.use_cases.meetings import PAGE, MeetingCard, Meetings, Standing
from bot.words import Words
from handlers.shared import HOME_ROW, pager, shortened
from handlers.tasks.wording import task_name

_TITLE, _DECISION = 120, 200


def listed(found: Meetings) -> Screen:
    rows: list[Row] = [
        (button(text("meeting-label", day=meeting.held_on), "meeting", meeting.id),)
        for meeting in found.shown
    ]
    rows += pager("meetings", found.district_id, page=found.page, total=found.total, size=PAGE)
    rows.append((button("button-meeting-new", "meeting-new", found.district_id),))
    return Screen(text("meetings", n=found.total), (*rows, HOME_ROW))


def card(found: MeetingCard, *, above: Text | None = None) -> Screen:
    meeting = found.meeting
    agenda = [text("meeting-question", index=i, **_question(q)) for i, q in enumerate(meeting.agenda, 1)]
    decided = [
        text(
            "meeting-decision",
            index=i,
            words=shortened(decision.words, _DECISION),
            deadline=shortened(decision.deadline, _TITLE),
            who=shortened(decision.responsible, _TITLE),
            standing=text(f"meeting-{standing.value}"),
        )
        for i, (decision, standing) in list(enumerate(found.decisions, 1))[-PAGE:]
    ]
    words = lines(
        above,
        text("meeting", day=meeting.held_on),
        lines(text("meeting-agenda" if agenda else "meeting-no-agenda"), *agenda),
        lines(text("meeting-decided", n=len(found.decisions)), *decided) if decided else None,
        separator="\n\n",
    )
    rows: list[Row] = [(button("button-meeting-decision", "meeting-decision", meeting.id),)]
    if found.plan and any(standing is Standing.NOT_YET for _, standing in found.decisions):
        rows.append((button("button-meeting-to-plan", "meeting-to-plan", meeting.id),))
    if found.plan and any(standing is Standing.CORRECTION for _, standing in found.decisions):
        rows.append((button("button-correction", "correction", found.plan.id),))
    rows.append((button("button-meeting-protocol", "meeting-protocol", meeting.id),))
    return Screen(words, (*rows, _back(meeting.district_id)))


def ask_day(district_id: int) -> Screen:
    return Screen(text("meeting-ask-day"), (_back(district_id),))


def ask_decision(meeting_id: int) -> Screen:
    back = button("button-meeting", "meeting", meeting_id)
    return Screen(text("meeting-ask-decision", max=MAX_DECISION), ((back, *HOME_ROW),))


def protocol(found: MeetingCard, words: Words) -> Screen:
    """An official paper, so in Russian whatever the reader's language."""
    meeting = found.meeting
    decisions = [decision for decision, _ in found.decisions]
    name = words.plain(text("meeting-file", day=f"{meeting.held_on:%Y-%m-%d}"), "ru")
    file = File(f"{name}.docx", partial(meeting_protocol, meeting, decisions))
    back = button("button-meeting", "meeting", meeting.id)
    return Screen(text("meeting-protocol"), ((back, *HOME_ROW),), files=(file,), fresh=True)


def _question(question: Question) -> dict[str, object]:
    return {
        "task": task_name(question.number, question.title, _TITLE),
        "late": question.late,
        "returned": question.returned,
    }


def _back(district_id: int) -> Row:
    return (button("button-meetings", "meetings", district_id, 0), *HOME_ROW)
