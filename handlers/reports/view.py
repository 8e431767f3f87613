"""The questions of a report, one a screen."""

from __future__ import annotations

from collections.abc import Sequence

from bot.domain.evidence import EvidenceKind
from bot.domain.personal_data import Finding
from bot.domain.reports import Outcome, Report, Step
from bot.domain.tasks import Task
from bot.screen import Button, Row, Screen, Text, Texts, button, lines, text
from bot.use_cases.reports import Filing
from handlers.shared import HOME_ROW
from handlers.tasks.wording import evidence_words, report_words, task_name

QUESTIONS = len(Step) - 1  # the review asks nothing
WARNED = 5  # findings shown


def question(filing: Filing, step: Step, *, targets_apart: bool = False) -> Screen:
    """The screen of one step; what was answered to it before is shown and may stay.

    ``targets_apart``: the row wants several numbers of people, and the one asked for will be none of them.
    """
    if step is Step.REVIEW:
        return _review(filing)
    one_line = filing.one_line and step is Step.WORDS
    place = None if filing.one_line else text("report-step", step=step.place + 1, of=QUESTIONS)
    words = lines(
        lines(_name(filing.task), place),
        text("report-ask-line" if one_line else f"report-ask-{step.value}"),
        text("report-targets-apart") if targets_apart and step is Step.PEOPLE else None,
        evidence_words(filing.task.evidence_kind) if step is Step.EVIDENCE else None,
        _answered(filing.draft, step),
        text("report-last-time", words=filing.last_time) if one_line and filing.last_time else None,
        separator="\n\n",
    )
    same = ((button("button-report-same", "report-same", filing.draft.id),),)
    return Screen(
        words,
        (
            *(same if one_line and filing.last_time else ()),
            *_choices(filing.draft, step),
            *_shortcut(filing, step),
            *_navigation(filing.draft, step),
            HOME_ROW,
        ),
    )


def sent(task: Task, *, with_targets: bool) -> Screen:
    """``with_targets``: the row wants something in numbers, and this person may type them in."""
    words = lines(
        _name(task),
        text(f"report-sent-{task.state.value}"),
        text("report-sent-targets") if with_targets else None,
        separator="\n\n",
    )
    targets = button("button-targets", "targets", task.plan_id, task.school_id, 0)
    card = (button("button-card", "task", task.id), *((targets,) if with_targets else ()))
    return Screen(
        words,
        (card, (button("button-my-tasks", "tasks", 0), *HOME_ROW)),
        toast=text("report-sent-toast"),
    )


def confirm_again(filing: Filing) -> Screen:
    """All answers of a draft are typed anew after one press, so that the press is asked about."""
    draft = filing.draft
    yes = button("button-begin-again-yes", "report-again-yes", draft.id)
    back = button("button-report-continue", "report-step", draft.id, draft.step.value)
    words = lines(_name(filing.task), text("report-again-sure"), separator="\n\n")
    return Screen(words, ((yes,), (back,), HOME_ROW))


def warned(filing: Filing, found: Sequence[Finding], replaced: int) -> Screen:
    """What looks like a pupil's personal data, before it leaves; the author knows best."""
    draft = filing.draft
    words = lines(
        _name(filing.task),
        text("report-personal"),
        personal_words(found),
        separator="\n\n",
    )
    change = (
        button("button-change-words", "report-step", draft.id, Step.WORDS.value),
        button("button-change-evidence", "report-step", draft.id, Step.EVIDENCE.value),
    )
    anyway = button("button-report-send-yes", "report-send-yes", draft.id, replaced)
    return Screen(words, (change, (anyway,), HOME_ROW))


def personal_words(found: Sequence[Finding]) -> Texts:
    """What was found, quoted, and what to do about it."""
    quoted = (text(f"report-personal-{each.sign.value}", words=each.words) for each in found[:WARNED])
    more = text("report-personal-more", n=len(found) - WARNED) if len(found) > WARNED else None
    return lines(*quoted, more, text("report-personal-why"))


def _review(filing: Filing) -> Screen:
    draft, replaces = filing.draft, filing.replaces
    replaced = replaces.version if replaces else 0
    words = lines(
        lines(_name(filing.task), text("report-review")),
        report_words(draft, filing.task.zone),
        text("report-replaces", version=str(replaced), who=replaces.author) if replaces else None,
        _missing(filing),
        text("report-review-hint"),
        separator="\n\n",
    )
    change = (
        (
            button("button-change-outcome", "report-step", draft.id, Step.OUTCOME.value),
            button("button-change-words", "report-step", draft.id, Step.WORDS.value),
        ),
        (
            button("button-change-people", "report-step", draft.id, Step.PEOPLE.value),
            button("button-change-evidence", "report-step", draft.id, Step.EVIDENCE.value),
        ),
    )
    again = (button("button-begin-again", "report-again", draft.id), *HOME_ROW)
    send = button("button-send-report", "report-send", draft.id, replaced)
    return Screen(words, ((send,), *change, again))


def _missing(filing: Filing) -> Text | None:
    """What the row asks for and the report lacks, and what comes of it."""
    if filing.missing is None:
        return None
    outcome = "report-unproved-refused" if filing.task.proof_required else "report-unproved"
    return text(outcome, needed=evidence_words(filing.missing))


def _answered(draft: Report, step: Step) -> Text | Texts | None:
    match step:
        case Step.OUTCOME if draft.outcome:
            return text("report-now", answer=text(f"outcome-{draft.outcome.value}"))
        case Step.WORDS if draft.words:
            return text("report-now", answer=draft.words)
        case Step.PEOPLE if draft.people_count is not None:
            return text("report-now", answer=str(draft.people_count))
        case Step.EVIDENCE if draft.evidence:
            names = (text("report-file", name=file.name) for file in draft.evidence)
            return lines(text("report-attached", n=len(draft.evidence)), *names)
        case _:
            return None


def _choices(draft: Report, step: Step) -> tuple[Row, ...]:
    match step:
        case Step.OUTCOME:
            return tuple(
                (button(f"button-outcome-{outcome.value}", "report-outcome", draft.id, outcome.value),)
                for outcome in Outcome
            )
        case Step.EVIDENCE if draft.evidence:
            return (
                (button("button-evidence-enough", "report-files", draft.id),),
                (button("button-evidence-clear", "report-skip", draft.id, step.value),),
            )
        case _:
            return ((button(f"button-skip-{step.value}", "report-skip", draft.id, step.value),),)


def _shortcut(filing: Filing, step: Step) -> tuple[Row, ...]:
    """Past the number of people and the documents, where the row asks for none."""
    simple = filing.task.evidence_kind is EvidenceKind.NONE
    if not (simple and step is filing.draft.step is Step.PEOPLE):
        return ()
    return ((button("button-skip-rest", "report-skip", filing.draft.id, Step.REVIEW.value),),)


def _navigation(draft: Report, step: Step) -> tuple[Row, ...]:
    row: list[Button] = []
    if step.preceding:
        row.append(button("button-page-back", "report-step", draft.id, step.preceding.value))
    if step.place < draft.step.place:
        row.append(button("button-page-next", "report-step", draft.id, step.following.value))
    again = ((button("button-begin-again", "report-again", draft.id),),) if step.preceding else ()
    return ((tuple(row),) if row else ()) + again


def _name(task: Task) -> Text:
    return text("report-about", task=task_name(task.number, task.title, 200))
