"""Records of plans for the papers' tests, and how a finished paper looks to others."""

from __future__ import annotations

import io
import shutil
import subprocess
import zipfile
from datetime import UTC, datetime
from itertools import groupby
from pathlib import Path
from typing import Any

import docx
import pytest

from bot.charts.drawing import draw_chart
from bot.domain.evidence import EvidenceKind
from bot.domain.paper_kinds import PaperFormat, PaperKind
from bot.domain.plan import DraftPlan
from bot.domain.progress import Status
from bot.domain.record import PlanRecord, RecordRow, RecordSection
from bot.domain.reports import Outcome
from bot.papers.making import PaperOrder, make_paper
from bot.papers.official import OfficialWords

NOW = datetime(2026, 12, 1, 9, tzinfo=UTC)
WORDS = OfficialWords(
    statuses={
        Status.DONE: "выполнено",
        Status.PARTLY: "частично или нет",
        Status.REPORTED: "на проверке",
        Status.OPEN: "в работе",
        Status.OVERDUE: "просрочено",
        Status.PLANNED: "впереди",
        Status.WAITING: "ждёт даты",
    },
    outcomes={Outcome.DONE: "сделано", Outcome.PARTLY: "сделано частично", Outcome.NOT_DONE: "не сделано"},
    coordinator="координатор",
)


def record_of(plan: DraftPlan) -> PlanRecord:
    """The plan as it was read, with nothing done yet."""
    sections = []
    for title, rows in groupby(enumerate(plan.activities, start=1), key=lambda pair: pair[1].section):
        sections.append(
            RecordSection(
                title,
                tuple(
                    RecordRow(
                        activity_id=number,
                        position=number,
                        number=a.number,
                        title=a.title,
                        problem=a.problem,
                        result=a.result,
                        responsible=a.responsible_text,
                        deadline=a.deadline.phrase,
                        evidence_kind=EvidenceKind.NONE,
                    )
                    for number, a in rows
                ),
            )
        )
    return PlanRecord(
        "Заречный район", "Europe/Moscow", "", plan.title, plan.period, tuple(sections), (), NOW, plan.columns
    )


def made(kind: PaperKind, record: PlanRecord, *, template: bytes | None = None, charts: Any = ()) -> bytes:
    own = (lambda: template) if template else None
    order = PaperOrder(kind, PaperFormat.DOCX, own, record, WORDS, charts)
    return make_paper(order, draw_chart)


def all_words(paper: bytes) -> str:
    """Every word of the document's body, tables included, in its order."""
    document = docx.Document(io.BytesIO(paper))
    paragraphs = document.element.body.iter(docx.oxml.ns.qn("w:p"))
    return "\n".join("".join(_text(node) for node in p.iter()) for p in paragraphs)


def _text(node: Any) -> str:
    name = node.tag.rpartition("}")[2]
    return node.text or "" if name == "t" else {"br": "\n", "tab": "\t"}.get(name, "")


def members(paper: bytes) -> set[str]:
    with zipfile.ZipFile(io.BytesIO(paper)) as archive:
        return set(archive.namelist())


def pages(pdf: bytes, folder: Path) -> list[str]:
    """The words of each page, as poppler reads them."""
    program = shutil.which("pdftotext")
    if program is None:
        pytest.skip("NO POPPLER: nobody looks at the pages")
    file = folder / "paper.pdf"
    file.write_bytes(pdf)
    done = subprocess.run([program, "-layout", str(file), "-"], capture_output=True, check=True)
    return done.stdout.decode().split("\f")[:-1]
