"""What a check found: one screen of counts, then remark by remark."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from bot.domain.doubt_codes import CODES, Severity, Subject, severity_of
from bot.screen import File, Screen, Text, Texts, button, lines, text
from bot.use_cases.checkup import Checkup, Remark, worst_first
from handlers.shared import HOME_ROW, page_of, pager, shortened

_TITLE = 300  # characters shown
_AGAIN = (button("button-checkup-again", "checkup"),)


def ask_file() -> Screen:
    return Screen(text("checkup-ask"), (HOME_ROW,))


def summary(checked: Checkup, copy: File) -> Screen:
    rows = len(checked.plan.activities)
    title = shortened(checked.plan.title, _TITLE)
    if not checked.remarks:
        return Screen(text("checkup-clean", title=title, rows=rows), (_AGAIN, HOME_ROW), fresh=True)
    weights, subjects = checked.by_severity, checked.by_subject
    words = lines(
        text("checkup-summary", title=title, rows=rows),
        lines(*(text(f"checkup-count-{s.value}", n=weights[s]) for s in Severity if weights[s])),
        lines(*(text(f"checkup-about-{s.value}", n=subjects[s]) for s in Subject if subjects[s])),
        text("checkup-copy"),
        separator="\n\n",
    )
    found = button(text("button-checkup-list", n=len(checked.remarks)), "checkup-list", 0)
    return Screen(words, ((found,), _AGAIN, HOME_ROW), files=(copy,), fresh=True)


def remembered(checked: Checkup) -> dict[str, Any]:
    """What the list needs of a check, as JSON; the file itself is not kept."""
    shown = worst_first(checked.remarks)
    return {
        "total": len(checked.remarks),
        "remarks": [
            [found.code, found.row, found.number, found.begins, found.about, found.fix] for found in shown
        ],
    }


def remarks(data: Mapping[str, Any], page: int) -> Screen:
    found: list[list[Any]] = data["remarks"]
    shown, page = page_of(found, page)
    left = data["total"] - len(found)
    words = lines(
        text("checkup-list", n=data["total"]),
        *(_remark(Remark(code, severity_of(code), *of_row)) for code, *of_row in shown),
        text("checkup-rest", n=left) if left and shown[-1] is found[-1] else None,
        separator="\n\n",
    )
    return Screen(words, (*pager("checkup-list", page=page, total=len(found)), _AGAIN, HOME_ROW))


def _remark(remark: Remark) -> Texts:
    head = text("checkup-remark", where=where(remark), severity=severity(remark), words=sentence(remark))
    return lines(head, *quotation(remark))


def where(remark: Remark) -> Text:
    if remark.row is None:
        return text("checkup-whole-plan")
    if remark.number:
        return text("checkup-row-number", number=remark.number)
    return text("checkup-row", n=str(remark.row + 1), title=remark.begins)


def severity(remark: Remark) -> Text:
    return text(f"checkup-severity-{remark.severity.value}")


def quotation(remark: Remark) -> Iterator[Text]:
    """The document's own words, and the right ones where they are certain."""
    if remark.about:
        yield text("literal", words=remark.about)
    if remark.fix:
        yield text("checkup-fix", words=remark.fix)


def sentence(remark: Remark) -> Text:
    """What is odd and what to do; a code that is not documented has no sentence."""
    return text(f"doubt-{remark.code.replace('_', '-')}" if remark.code in CODES else "checkup-other")
