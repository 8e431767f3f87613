"""The facts of a plan under the names by which templates call them.

Official papers are Russian, whatever language the chat is in, and so are the names: people edit the
templates.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from itertools import groupby
from typing import Any, NamedTuple

from bot.domain.local_time import local_day
from bot.domain.plan import Heading, PlanColumn
from bot.domain.progress import Status
from bot.domain.record import PlanRecord, RecordRow, RecordSection, TaskDone
from bot.domain.reports import Outcome

Facts = dict[str, Any]

NO_DATA = "нет данных"
_UNDATED = "без даты"
EACH_NAMED = 3  # tasks of a row that are told one by one; more are counted


@dataclass(frozen=True, slots=True)
class OfficialWords:
    """Words of the Russian catalogue, which papers share with the chat."""

    statuses: Mapping[Status, str]
    outcomes: Mapping[Outcome, str]
    coordinator: str
    factors: Mapping[int, str] = field(default_factory=dict)  # names of the risk factors


def plan_facts(record: PlanRecord, words: OfficialWords) -> Facts:
    """The plan in its own order, columns and numbers, with marks of completion."""
    runs = groupby(record.sections, key=_year_columns)
    return head(record) | {"таблицы": [_table(record, years, list(run), words) for years, run in runs]}


def _table(
    record: PlanRecord, years: Sequence[str], sections: Sequence[RecordSection], words: OfficialWords
) -> Facts:
    """Sections that have the same columns."""
    columns = _columns(record.columns, years, [row for section in sections for row in section.rows])
    names = [column["название"] for column in columns if column["вид"] == USUAL[PlanColumn.DEADLINE].kind]
    return {
        "столбцы": columns,
        "разделы": [
            {
                "название": section.title,
                "строки": [_plan_row(row, record, words, years, names) for row in section.rows],
            }
            for section in sections
        ],
    }


class _Usual(NamedTuple):
    kind: str  # by which templates tell its columns; the name of its fact, too
    name: str


# In the order of plans whose documents have told none; each holds the field of a row of the same name.
USUAL = {
    PlanColumn.NUMBER: _Usual("номер", "№"),
    PlanColumn.PROBLEM: _Usual("проблема", "Проблема"),
    PlanColumn.TITLE: _Usual("мероприятие", "Мероприятие"),
    PlanColumn.DEADLINE: _Usual("срок", "Срок"),
    PlanColumn.RESPONSIBLE: _Usual("ответственные", "Ответственные"),
    PlanColumn.RESULT: _Usual("результат", "Ожидаемый результат"),
}
_ONLY_IF_WRITTEN = (PlanColumn.NUMBER, PlanColumn.PROBLEM)


def _columns(own: Sequence[Heading], years: Sequence[str], rows: Sequence[RecordRow]) -> list[Facts]:
    """The document's columns in its order, with others where rows have come to say more than it could."""
    named = {heading.column: heading.words for heading in own}
    before = [column for column in _ONLY_IF_WRITTEN if column not in named]
    order = dict.fromkeys([*before, *named, *USUAL])
    needed = set(named) or set(USUAL) - set(_ONLY_IF_WRITTEN)
    needed |= {column for column in USUAL if any(getattr(row, column) for row in rows)}
    return [
        {"вид": USUAL[column].kind, "название": name}
        for column in order
        if column in needed
        for name in (
            years if years and column is PlanColumn.DEADLINE else [named.get(column) or USUAL[column].name]
        )
    ]


_BY_YEAR = re.compile(r"(?:^|; )(20\d\d): ")


def _year_columns(section: RecordSection) -> tuple[str, ...]:
    """The years of rows with a column for each («2021: май; 2022: -»); none for other rows."""
    columns = {tuple(_BY_YEAR.split(row.deadline)[1::2]) for row in section.rows if row.deadline}
    return columns.pop() if len(columns) == 1 else ()


def head(record: PlanRecord) -> Facts:
    """What every paper may say of itself."""
    return {
        "район": record.district,
        "школа": record.school,
        "план": record.title,
        "период": days(record.period.start, record.period.end),
        "сегодня": day(record.today),
    }


def _plan_row(
    row: RecordRow, record: PlanRecord, words: OfficialWords, years: Sequence[str], names: Sequence[str]
) -> Facts:
    deadlines = _BY_YEAR.split(row.deadline)[2::2] if years else [row.deadline]
    return row_words(row) | {
        "номер": row.number,  # the paper is the plan itself, so it says no more than that
        "проблема": row.problem,
        "сроки": dict(zip(names, deadlines, strict=True)),
        "отметка": _mark(record.tasks_of.get(row.activity_id, ()), record, words),
    }


def row_words(row: RecordRow) -> Facts:
    """A row in the plan's own words."""
    return {
        "номер": row.reference,
        "мероприятие": row.title,
        "срок": row.deadline,
        "ответственные": row.responsible,
        "результат": row.result,
    }


def _mark(tasks: Sequence[TaskDone], record: PlanRecord, words: OfficialWords) -> str:
    """Who did it, with which document, on which day; of many, how many."""
    if len(tasks) <= EACH_NAMED:
        return "\n".join(
            _one_mark(task, record, words, named=len(tasks) > 1) for task in tasks if task.report
        )
    done = [task for task in tasks if task.is_done]
    days_of = [local_day(task.report.sent_at, record.zone) for task in done if task.report]
    documents = sum(len(task.report.evidence) for task in tasks if task.report)
    late = dict.fromkeys(who(task, words) for task in tasks if task.status(record.now) is Status.OVERDUE)
    lines = [f"выполнено {len(done)} из {len(tasks)}"]
    lines += [f"последний отчёт {day(max(days_of))}"] if days_of else []
    lines += [f"документов: {documents}"] if documents else []
    lines += [f"просрочено: {', '.join(late) if len(late) <= EACH_NAMED else len(late)}"] if late else []
    return "\n".join(lines)


def _one_mark(task: TaskDone, record: PlanRecord, words: OfficialWords, *, named: bool) -> str:
    assert task.report is not None
    sent = day(local_day(task.report.sent_at, record.zone))
    state = words.outcomes[task.report.outcome]
    return ", ".join(
        filter(None, (who(task, words) if named else "", task.label, state, *task.report.documents, sent))
    )


def or_no_data(value: str | int | None) -> str | int:
    return NO_DATA if value is None or value == "" else value


def who(task: TaskDone, words: OfficialWords) -> str:
    return task.responsible or words.coordinator


def whose(tasks: Sequence[TaskDone], among: Sequence[TaskDone], words: OfficialWords) -> str:
    """Who has ``tasks``: by name, or all who have ``among`` but the few that are named."""
    named = dict.fromkeys(who(task, words) for task in tasks)
    others = [name for name in dict.fromkeys(who(task, words) for task in among) if name not in named]
    everybody = "все школы" if all(task.school_id for task in among) else "все исполнители"
    if not others and len(named) > 1:
        return everybody
    if len(named) <= max(EACH_NAMED, len(others)):
        return ", ".join(named)
    return f"{everybody}, кроме: {', '.join(others)}"


def window(task: TaskDone) -> str:
    return days(task.window_start, task.window_end) or _UNDATED


def when(task: TaskDone) -> str:
    """Which occurrence it is, with its days: «1 этап, 01.09.2026–15.10.2026»."""
    told = (task.label, days(task.window_start, task.window_end))
    return ", ".join(filter(None, told)) or _UNDATED


def days(start: date | None, end: date | None) -> str:
    """«01.09.2026–15.10.2026», «до 15.10.2026», «с 01.09.2026»; "" where neither side is known."""
    match start, end:
        case None, None:
            return ""
        case None, date():
            return f"до {day(end)}"
        case date(), None:
            return f"с {day(start)}"
        case _ if start == end:
            return day(end)
        case _:
            return f"{day(start)}–{day(end)}"


def day(moment: date | None) -> str:
    return f"{moment:%d.%m.%Y}" if moment else ""
