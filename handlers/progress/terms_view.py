"""The plan month by month, and the windows of its activities: in words, and the same as a picture."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from bot.charts.burn_up import BurnUpChart, BurnUpMonth
from bot.charts.gantt import ROWS, GanttBar, GanttChart, GanttRow, gantt_pages
from bot.domain.progress import Status
from bot.domain.terms import (
    ActivityTerms,
    MonthCount,
    Term,
    activity_terms,
    month_counts,
    months_between,
    period,
)
from bot.screen import Chart, Row, Screen, Text, Texts, button, lines, text
from bot.use_cases.progress import TermsReport
from handlers.progress.view import Say
from handlers.shared import HOME_ROW, pager, shortened

NAME = 40  # characters of an activity in words: thirty of them, two windows each, fit one message
PICTURED_NAME = 60  # … and in a picture, which shortens it to its room
TERMS = 2  # of an activity are named, the others counted


def months(report: TermsReport, say: Say) -> Screen:
    counts = month_counts(report.tasks, report.today)
    if not counts:
        return _without_days(report)
    total = len(report.tasks)
    words = lines(
        lines(text("progress-months-title", place=report.sight.place), text("progress-months-lead", n=total)),
        lines(*map(_month, counts)),
        separator="\n\n",
    )
    chart = BurnUpChart(
        title=say(text("progress-months-chart", place=report.sight.place)),
        summary=say(text("progress-months-total", n=total)),
        wanted=say(text("progress-months-wanted")),
        done=say(text("status-done")),
        months=tuple(BurnUpMonth(_short(count.first, say), count.wanted, count.done) for count in counts),
        total=total,
    )
    return Screen(words, (_back(report), HOME_ROW), chart=Chart(chart))


def terms(report: TermsReport, page: int, say: Say) -> Screen:
    activities = activity_terms(report.tasks)
    days = period(activities)
    if days is None:
        return _without_days(report)
    charts = gantt_pages(_gantt(report, activities, days, say))
    page = min(max(page, 0), len(charts) - 1)
    first = sum(len(chart.rows) for chart in charts[:page])
    shown = activities[first : first + len(charts[page].rows)]
    words = lines(
        text("progress-terms-title", place=report.sight.place),
        lines(*map(_activity, shown)),
        separator="\n\n",
    )
    turn = pager("progress-terms", report.sight.district.id, page=page, total=len(activities), size=ROWS)
    return Screen(words, (*turn, _back(report), HOME_ROW), chart=Chart(charts[page]))


def _without_days(report: TermsReport) -> Screen:
    return Screen(text("progress-no-days", place=report.sight.place), (_back(report), HOME_ROW))


def _back(report: TermsReport) -> Row:
    return (button("button-progress", "progress", report.sight.district.id),)


def _month(count: MonthCount) -> Text:
    month = text(f"month-{count.first.month}")
    year = str(count.first.year)
    if count.done is None:
        return text("progress-month-ahead", month=month, year=year, wanted=count.wanted)
    return text("progress-month", month=month, year=year, wanted=count.wanted, done=count.done)


def _activity(activity: ActivityTerms) -> Texts:
    named = activity.terms[:TERMS]
    more = len(activity.terms) - len(named)
    windows = (
        lines(
            *map(_term, named),
            text("deadline-more", n=more) if more else None,
            separator="; ",
        )
        if named
        else text("status-waiting")
    )
    return lines(text("progress-term-row", name=shortened(_name(activity), NAME)), windows, separator=": ")


def _term(term: Term) -> Text:
    key = "progress-term-day" if term.start == term.end else "progress-term"
    return text(
        key,
        start=f"{term.start:%d.%m.%y}",
        end=f"{term.end:%d.%m.%y}",
        status=text(f"status-{term.status.value}"),
        done=term.done,
        total=term.total,
    )


def _gantt(
    report: TermsReport, activities: Sequence[ActivityTerms], days: tuple[date, date], say: Say
) -> GanttChart:
    first, last = days
    length = (last - first).days + 1

    def share(day: date) -> float:
        return (day - first).days / length

    rows = tuple(
        GanttRow(
            shortened(_name(activity), PICTURED_NAME),
            tuple(
                GanttBar(share(term.start), share(term.end) + 1 / length, term.status)
                for term in activity.terms
            ),
        )
        for activity in activities
    )
    seen = {bar.status for row in rows for bar in row.bars}
    return GanttChart(
        title=say(text("progress-terms-chart", place=report.sight.place)),
        summary=say(text("progress-terms-total", n=len(activities))),
        legend=tuple((status, say(text(f"status-{status.value}"))) for status in Status if status in seen),
        months=tuple((_short(month, say), share(month)) for month in months_between(first, last)),
        today=share(report.today) if first <= report.today <= last else None,
        today_words=say(text("progress-today")),
        rows=rows,
    )


def _name(activity: ActivityTerms) -> str:
    number = activity.number.rstrip(".")
    title = " ".join(activity.title.split())
    return f"{number}. {title}" if number else title


def _short(month: date, say: Say) -> str:
    return say(text(f"month-short-{month.month}"))
