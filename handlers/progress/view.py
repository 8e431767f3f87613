"""Progress in words, and the same rows as a picture; a long plan has several pages of both."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from bot.charts.progress import ProgressChart, ProgressGroup, ProgressRow, pages
from bot.domain.progress import Status, Tally
from bot.screen import Chart, Screen, Text, Texts, button, lines, text
from bot.use_cases.progress import ProgressReport
from handlers.shared import HOME_ROW, pager, shortened

Say = Callable[[Text | Texts], str]  # words for the picture, in the reader's language

ROWS = 12  # bars of one picture
NAME = 100  # characters; twelve longer names would not fit one message


def progress(report: ProgressReport, page: int, say: Say, *, dark: bool) -> Screen:
    district = report.sight.district.id
    if not report.progress.total.total:
        key = "progress-none" if report.sight.schools is None else "progress-none-school"
        return Screen(text(key, place=report.sight.place), (HOME_ROW,))
    chart = _chart(report, say)
    charts = pages(chart, ROWS)
    page = min(max(page, 0), len(charts) - 1)
    bars = sum(len(group.rows) for group in chart.groups)
    turn = pager("progress-page", district, page=page, total=bars, size=ROWS)
    others = (
        button("button-progress-months", "progress-months", district),
        button("button-progress-terms", "progress-terms", district, 0),
    )
    paper = button(
        "button-charts-light" if dark else "button-charts-dark", "progress-paper", district, int(not dark)
    )
    words = lines(_total(report), *map(_group, charts[page].groups), separator="\n\n")
    return Screen(words, (*turn, others, (paper,), HOME_ROW), chart=Chart(charts[page], dark))


def _total(report: ProgressReport) -> Texts:
    total = report.progress.total
    counts = _rest(total)
    return lines(
        text("progress-title", place=report.sight.place),
        text("progress-total", done=_done(total)),
        text("progress-rest", counts=lines(*counts, separator=", ")) if counts else None,
    )


def _group(group: ProgressGroup) -> Texts:
    rows = (_row(row.name, row.tally) for row in group.rows)
    return lines(text("progress-heading", heading=group.heading), *rows)


def _row(name: str, tally: Tally) -> Text | Texts:
    return lines(
        text("progress-row", name=shortened(name, NAME), done=_done(tally)), *_rest(tally), separator=", "
    )


def _rest(tally: Tally) -> list[Text]:
    """What is not done, by its status, as the bar has it."""
    rest = (status for status in Status if status is not Status.DONE and tally[status])
    return [text(f"progress-count-{status.value}", n=tally[status]) for status in rest]


def _done(tally: Tally) -> Text:
    return text("progress-done", done=tally.done, total=tally.total, percent=tally.percent)


def _chart(report: ProgressReport, say: Say) -> ProgressChart:
    found = report.progress
    groups = [_bars("progress-sections", found.by_section, "progress-no-section", say)]
    schools = report.sight.schools
    if schools is None or len(schools) > 1:
        groups.append(_bars("progress-schools", found.by_school, "", say))
        groups.append(_bars("progress-organisations", found.by_organisation, "progress-coordinator", say))
    return ProgressChart(
        title=say(text("progress-chart-title", place=report.sight.place)),
        summary=say(text("progress-total", done=_done(found.total))),
        legend=tuple((status, say(text(f"status-{status.value}"))) for status in Status),
        groups=tuple(group for group in groups if group.rows),
    )


def _bars(heading: str, tallies: Mapping[str, Tally], nameless: str, say: Say) -> ProgressGroup:
    """One bar a name; ``nameless`` is the key of what stands for no name."""
    rows = (
        ProgressRow(
            name=name or say(text(nameless)),
            note=say(text("progress-note", done=tally.done, total=tally.total)),
            tally=tally,
        )
        for name, tally in tallies.items()
    )
    return ProgressGroup(say(text(heading)), tuple(rows))
