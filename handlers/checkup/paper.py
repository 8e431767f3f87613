"""The checked plan in the reader's words, as the workbook takes them."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from itertools import groupby
from pathlib import PurePath

from bot.domain.plan import DraftActivity
from bot.papers.checkup_xlsx import (
    CheckedRow,
    CheckedSection,
    CheckupHeaders,
    CheckupPaper,
    RemarkRow,
    checkup_workbook,
)
from bot.screen import File, Text, Texts, lines, text
from bot.use_cases.checkup import Checkup, Remark, doubted_cells
from handlers.checkup.view import quotation, sentence, severity, where
from handlers.shared import shortened

Plain = Callable[[Text | Texts], str]

_HEADERS = {
    "plan_sheet": "paper-plan-sheet",
    "number": "paper-number",
    "title": "paper-title",
    "deadline": "paper-deadline",
    "responsible": "paper-responsible",
    "result": "paper-result",
    "remarks": "checkup-paper-remarks",
    "remarks_sheet": "checkup-paper-sheet",
    "where": "checkup-paper-where",
    "severity": "checkup-paper-severity",
    "words": "checkup-paper-words",
    "about": "checkup-paper-about",
    "fix": "checkup-paper-fix",
}
_NAME = 80  # characters of a file's name


def marked_copy(checked: Checkup, file_name: str, plain: Plain, *, now: datetime) -> File:
    """The file to be sent. Thousands of rows take a second, so it is made after the commit."""
    stem = shortened(PurePath(file_name).stem, _NAME)
    name = plain(text("checkup-file-name", name=stem))
    return File(f"{name}.xlsx", lambda: checkup_workbook(_paper(checked, plain, now)))


def _paper(checked: Checkup, plain: Plain, now: datetime) -> CheckupPaper:
    def section(activity: tuple[int, DraftActivity]) -> str:
        return activity[1].section

    whole = [_words(remark, plain) for remark in checked.of_row(None)]
    return CheckupPaper(
        title=checked.plan.title,
        summary="\n".join([plain(text("checkup-paper-legend")), *whole]),
        made_at=now,
        headers=CheckupHeaders(**{field: plain(Text(key)) for field, key in _HEADERS.items()}),
        sections=tuple(
            CheckedSection(title, tuple(_row(checked, index, activity, plain) for index, activity in rows))
            for title, rows in groupby(enumerate(checked.plan.activities), section)
        ),
        remarks=tuple(_remark(remark, plain) for remark in checked.remarks),
    )


def _row(checked: Checkup, index: int, activity: DraftActivity, plain: Plain) -> CheckedRow:
    return CheckedRow(
        number=activity.number,
        title=activity.title,
        deadline=activity.deadline.phrase,
        responsible=activity.responsible_text,
        result=activity.result,
        remarks="\n".join(_words(remark, plain) for remark in checked.of_row(index)),
        doubted=doubted_cells(checked.plan, index),
    )


def _words(remark: Remark, plain: Plain) -> str:
    head = text("checkup-paper-remark", severity=severity(remark), words=sentence(remark))
    return plain(lines(head, *quotation(remark), separator=" "))


def _remark(remark: Remark, plain: Plain) -> RemarkRow:
    return RemarkRow(
        weight=remark.severity,
        where=plain(where(remark)),
        severity=plain(severity(remark)),
        words=plain(sentence(remark)),
        about=remark.about,
        fix=remark.fix,
    )
