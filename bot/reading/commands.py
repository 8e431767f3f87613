"""``read-plan``, ``check-plan``, ``read-deadline``: the reader for the shell; the JSON is a contract."""

from __future__ import annotations

import json
import sys
from collections import Counter
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from bot.domain.deadlines import Deadline, deadline_to_json
from bot.domain.doubt_codes import Severity
from bot.domain.errors import DomainError
from bot.domain.plan import Doubt, DraftPlan
from bot.domain.school_year import parse_year
from bot.reading.deadlines import DeadlineContext
from bot.reading.deadlines import read_deadline as understand

UNREADABLE = 2  # the exit code for whatever cannot be read

_REASONS = {
    "error-document-type": "такой файл не читается; нужен DOCX, DOC, XLSX, ODS, PDF, HTML, CSV или TXT",
    "error-document-scan": "это скан без текста; нужен файл, в котором текст можно выделить",
    "error-document-letters": "в этом PDF нельзя узнать буквы; нужен исходный файл (DOCX, XLSX)",
    "error-document-doc": "для .doc, RTF и ODT нужен LibreOffice Writer; сохраните файл как DOCX",
    "error-document-empty": "в файле нет текста",
    "error-document-no-table": "в файле нет таблицы с мероприятиями и сроками",
    "error-document-columns": "столбцы таблицы в этом тексте перемешаны; нужен сам файл (DOCX, XLSX, PDF)",
    "error-document-broken": "файл повреждён",
    "error-document-too-large": "файл слишком велик",
    "error-document-too-heavy": "файл слишком сложен, чтобы прочитать его безопасно",
    "error-document-password": "файл закрыт паролем",
}

_SEVERITIES = {Severity.ERROR: "ошибка   ", Severity.WARNING: "замечание", Severity.NOTE: "пометка  "}


def read_plan(path: str, *, as_json: bool) -> int:
    """Print the draft plan of a file; 0, or 2 and one line on stderr."""
    from bot.reading.plan_json import plan_to_json  # noqa: PLC0415 - read-deadline starts without documents

    try:
        plan = _plan_of(path)
    except (OSError, DomainError) as error:
        return _refuse(f"{path}: {_reason(error)}")
    _print_lines([_json(plan_to_json(plan))] if as_json else _summary(plan))
    return 0


def check_plan(path: str) -> int:
    """Print what a person should look at, one doubt a line: its severity, its row and what to do.

    0 where there is nothing but notes, 1 where there is more, 2 and one line on stderr for no plan.
    """
    try:
        plan = _plan_of(path)
    except (OSError, DomainError) as error:
        return _refuse(f"{path}: {_reason(error)}")
    _print_lines(f"{_SEVERITIES[d.severity]}  {_where(plan, d)}  {_one_line(d.message)}" for d in plan.doubts)
    return int(any(doubt.severity is not Severity.NOTE for doubt in plan.doubts))


def _plan_of(path: str) -> DraftPlan:
    """Raises OSError or DomainError."""
    import asyncio  # noqa: PLC0415 - read-deadline starts without it and without documents

    from bot.reading.office import as_readable  # noqa: PLC0415
    from bot.reading.plan_reader import read_plan as read  # noqa: PLC0415

    return read(asyncio.run(as_readable(Path(path).read_bytes())), Path(path).name)


def _reason(error: OSError | DomainError) -> str:
    if isinstance(error, DomainError):
        return _REASONS.get(error.key, error.key)
    return error.strerror or str(error)


def _where(plan: DraftPlan, doubt: Doubt) -> str:
    if doubt.activity is None:
        return "план"
    number = plan.activities[doubt.activity].number
    return f"№ {number}" if number else f"строка {doubt.activity + 1}"


def read_deadline(phrase: str, *, year: str | None, section_month: str | None, as_json: bool) -> int:
    """Print what a phrase means; with «-», one JSON answer for each JSON line of stdin."""
    if phrase == "-":
        return _read_deadline_lines()
    try:
        deadline = understand(phrase, _context(year, section_month))
    except ValueError as error:
        return _refuse(str(error))
    _print_lines([_json(deadline_to_json(deadline)) if as_json else _in_words(deadline)])
    return 0


def _read_deadline_lines() -> int:
    for number, line in enumerate(sys.stdin, 1):
        if not line.strip():
            continue
        try:
            question: dict[str, Any] = json.loads(line)
            context = _context(question.get("year"), question.get("section_month"))
            deadline = understand(str(question["phrase"]), context)
        except (ValueError, KeyError, AttributeError, TypeError) as error:
            return _refuse(f"строка {number}: {type(error).__name__}: {error}")
        _print_lines([_json(deadline_to_json(deadline))])
    return 0


def _context(year: str | None, section_month: str | None) -> DeadlineContext:
    """Raises ValueError with a sentence that says what was expected."""
    month: tuple[int, int] | None = None
    if section_month is not None:
        first, _, second = section_month.partition("-")
        if not (first.isdecimal() and second.isdecimal() and 1 <= int(second) <= 12):
            raise ValueError(f"not a month: {section_month!r}; expected 2015-10")
        month = int(first), int(second)
    return DeadlineContext(year=parse_year(year) if year is not None else None, section_month=month)


def _summary(plan: DraftPlan) -> Iterable[str]:
    yield plan.title
    for item in plan.activities:
        yield f"{item.number} {item.title} | {item.responsible_text} | {_in_words(item.deadline)}".strip()
    kinds = Counter(item.deadline.kind.value for item in plan.activities)
    yield f"Мероприятий: {len(plan.activities)}; сроки: " + ", ".join(f"{k} {n}" for k, n in kinds.items())
    for doubt in plan.doubts:
        where = (
            "" if doubt.activity is None else f"{plan.activities[doubt.activity].number or doubt.activity}: "
        )
        yield f"? {where}{doubt.message}"
    for text in plan.unread:
        yield f"Не вошло: {text}"


def _in_words(deadline: Deadline) -> str:
    windows = ", ".join(f"{w.start or '…'} – {w.end or '…'}" for w in deadline.windows)
    return " ".join(filter(None, (deadline.kind.value, windows, deadline.rule, *deadline.doubts)))


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False)


def _print_lines(lines: Iterable[str]) -> None:
    """UTF-8 whatever the terminal's own encoding is: programs read this."""
    sys.stdout.buffer.write("".join(f"{line}\n" for line in lines).encode())
    sys.stdout.flush()


def _refuse(reason: str) -> int:
    sys.stderr.write(_one_line(reason) + "\n")
    return UNREADABLE


def _one_line(text: str) -> str:
    return " ".join(text.split())
