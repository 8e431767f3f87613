"""The pictures inside a report: the same bars as in the chat, by section, by school, by body and by month."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from bot.charts.progress import ProgressChart, ProgressGroup, ProgressRow, pages
from bot.domain.paper_kinds import PaperKind
from bot.domain.progress import Status, Tally, TaskFact, count_progress
from bot.domain.record import PlanRecord
from bot.screen import Text, text

Say = Callable[[Text], str]

_BARS = 10  # of one picture: it is to stand on one upright page
_WITH_CHARTS = (PaperKind.DISTRICT, PaperKind.SCHOOL)


def charts_of(kind: PaperKind, record: PlanRecord, say: Say) -> tuple[ProgressChart, ...]:
    if kind not in _WITH_CHARTS or not record.tasks:
        return ()
    found = count_progress(task.fact(record.now) for task in record.tasks)
    groups = [("progress-sections", "progress-no-section", found.by_section)]
    if kind is PaperKind.DISTRICT:
        groups.append(("progress-schools", "", found.by_school))
        groups.append(("progress-organisations", "progress-coordinator", found.by_organisation))
    groups.append(("papers-by-month", "papers-no-month", _by_month(record)))
    return tuple(
        page
        for heading, nameless, tallies in groups
        if tallies
        for page in pages(_chart(heading, nameless, tallies, record, say), _BARS)
    )


def _by_month(record: PlanRecord) -> Mapping[str, Tally]:
    """By the month of the last day; what has no date stands last, under no name."""
    months: dict[str, list[TaskFact]] = {}
    dated = [task for task in record.tasks if task.window_end]
    for task in sorted(dated, key=lambda task: str(task.window_end)):
        months.setdefault(f"{task.window_end:%m.%Y}", []).append(task.fact(record.now))
    undated = [task.fact(record.now) for task in record.tasks if not task.window_end]
    named = {**months, **({"": undated} if undated else {})}
    return {month: count_progress(facts).total for month, facts in named.items()}


def _chart(
    heading: str, nameless: str, tallies: Mapping[str, Tally], record: PlanRecord, say: Say
) -> ProgressChart:
    rows = tuple(
        ProgressRow(
            name=name or say(text(nameless)),
            note=say(text("progress-note", done=tally.done, total=tally.total)),
            tally=tally,
        )
        for name, tally in tallies.items()
    )
    return ProgressChart(
        title=say(text(heading)),
        summary=record.school or record.district,
        legend=tuple((status, say(text(f"status-{status.value}"))) for status in Status),
        groups=(ProgressGroup("", rows),),
    )
