"""How a task, its days and its report are put in words; the same on every screen."""

from __future__ import annotations

from datetime import date

from bot.domain.evidence import EvidenceKind
from bot.domain.reports import Report
from bot.domain.tasks import Task
from bot.screen import Text, Texts, lines, text
from bot.use_cases.tasks import local
from handlers.shared import shortened


def day_month(day: date) -> Text:
    """«15 марта»: a day of which everybody knows the year."""
    return text("day-month", day=day.day, month=day.month)


def evidence_words(kind: EvidenceKind) -> Text | None:
    """«Нужна справка»; None where nothing in particular is asked for."""
    return None if kind is EvidenceKind.NONE else text(f"evidence-needed-{kind.value}")


def task_name(number: str, title: str, limit: int) -> Text:
    """«№ 1.2. Title», or the title alone where the document has no numbers."""
    words = shortened(" ".join(title.split()), limit)
    return (
        text("task-name", number=number.rstrip("."), title=words) if number else text("literal", words=words)
    )


def task_label(number: str, title: str) -> Text:
    """The same for a button: the number, or the beginning of the title."""
    if number:
        return text("task-number", number=shortened(number.rstrip("."), 9))
    return text("literal", words=shortened(title, 12))


def window(task: Task) -> Text:
    """When a task is to be done, with the year."""
    start, end = task.window_start, task.window_end
    if end is None:
        return text("task-window-none")
    if start is None:
        return text("task-window-by", end=end)
    return (
        text("task-window-day", day=end)
        if start == end
        else text("task-window-between", start=start, end=end)
    )


def report_words(report: Report, zone: str) -> Texts:
    """A report as others read it."""
    head = None
    if report.sent_at and report.version:
        sent = local(report.sent_at, zone)
        head = text("report-head", version=report.version, at=sent, who=report.author)
    return lines(
        head,
        text(f"outcome-{report.outcome.value}") if report.outcome else None,
        text("report-words-said", words=report.words) if report.words else None,
        text("report-people-said", n=report.people_count) if report.people_count is not None else None,
        text("report-evidence-said", n=len(report.files)) if report.files else None,
        *(text("report-link-said", address=address) for address in report.links),
    )
