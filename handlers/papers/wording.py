"""What goes into an official paper in words: of the Russian catalogue, whatever the reader's language."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from enum import StrEnum
from functools import partial

from bot.charts.drawing import draw_chart
from bot.domain.paper_kinds import PaperFormat, PaperKind
from bot.domain.progress import Status
from bot.domain.record import PlanRecord
from bot.domain.reports import Outcome
from bot.domain.risk import FACTORS
from bot.domain.tasks import TaskState
from bot.papers.data import csv_file, json_file
from bot.papers.making import PaperOrder, make_paper
from bot.papers.official import OfficialWords
from bot.papers.package import divide, pack
from bot.screen import File, Text, Work, text
from bot.words import Words
from handlers.papers.charts import charts_of
from handlers.plan.paper import workbook
from handlers.routing import Context, Services

Template = Callable[[], bytes] | None  # fetches the district's own; None: ours


def paper_name(kind: PaperKind) -> Text:
    return text(f"paper-kind-{kind.value}")


def paper_file(
    words: Words, kind: PaperKind, form: PaperFormat, record: PlanRecord, template: Template = None
) -> File:
    """The paper as it will be made when it is sent."""
    charts = charts_of(kind, record, lambda key: words.plain(key, "ru"))
    return _file(words, PaperOrder(kind, form, template, record, _official(words), charts))


def attendance_file(
    words: Words,
    record: PlanRecord,
    activity_id: int,
    names: Sequence[str] = (),
    *,
    form: PaperFormat = PaperFormat.DOCX,
    template: Template = None,
) -> File:
    """A list to sign for a row of the plan, 0 for none; empty lines where nobody is known to take part."""
    kind = PaperKind.ATTENDANCE
    return _file(
        words,
        PaperOrder(
            kind, form, template, record, _official(words), activity_id=activity_id, names=tuple(names)
        ),
    )


def package_files(services: Services, record: PlanRecord) -> tuple[File, ...]:
    """The archives of the record's proofs, made one after another as they are sent."""
    parts = divide(record, _official(services.words))
    names = (
        text("package-file-part", part=str(part.number), parts=str(part.parts))
        if part.parts > 1
        else text("package-file")
        for part in parts
    )
    return tuple(
        File(
            file_name(services.words, name, record.today, "zip"),
            Work(partial(pack, part, services.files.get)),
        )
        for part, name in zip(parts, names, strict=True)
    )


class DataFormat(StrEnum):
    XLSX = "xlsx"
    CSV = "csv"
    JSON = "json"


_CSV_HEADERS = (
    *("number", "title", "occurrence", "window", "executor", "state"),
    *("reported-by", "reported-on", "words", "people", "documents"),
)


def data_file(ctx: Context, form: DataFormat, record: PlanRecord) -> File:
    """The tasks for a spreadsheet in the reader's language, or everything for a machine."""
    if form is DataFormat.XLSX:
        return workbook(record, ctx.plain)
    if form is DataFormat.JSON:
        make = partial(json_file, record)
    else:
        headers = [ctx.plain(text(f"paper-{name}")) for name in _CSV_HEADERS]
        states = {state: ctx.plain(text(f"state-{state.value}")) for state in TaskState}
        make = partial(csv_file, record, headers, states, ctx.plain(text("place-coordinator")))
    return File(f"{ctx.plain(text('data-file'))} {record.today:%Y-%m-%d}.{form.value}", Work(make))


def _file(words: Words, order: PaperOrder) -> File:
    name = file_name(words, paper_name(order.kind), order.record.today, order.format.value)
    return File(name, Work(partial(make_paper, order, draw_chart)))


def file_name(words: Words, name: Text, today: date, extension: str) -> str:
    return f"{words.plain(name, 'ru')} {today:%Y-%m-%d}.{extension}"


def _official(words: Words) -> OfficialWords:
    def plain(key: str) -> str:
        return words.plain(text(key), "ru")

    return OfficialWords(
        statuses={status: plain(f"status-{status.value}") for status in Status},
        outcomes={outcome: plain(f"paper-outcome-{outcome.value}") for outcome in Outcome},
        coordinator=plain("place-coordinator"),
        factors={factor: plain(f"factor-{factor}") for factor in FACTORS},
    )
