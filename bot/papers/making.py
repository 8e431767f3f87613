"""An official paper from its facts: what is run in the process for papers."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from bot.domain.paper_kinds import PaperFormat, PaperKind
from bot.domain.record import PlanRecord
from bot.papers.lists import attendance_facts, checklist_facts, consultation_facts, letter_facts
from bot.papers.official import Facts, OfficialWords, plan_facts
from bot.papers.pdf import as_pdf
from bot.papers.reports import report_facts

_FACTS: Mapping[PaperKind, Callable[[PlanRecord, OfficialWords], Facts]] = {
    PaperKind.PLAN: plan_facts,
    PaperKind.DISTRICT: report_facts,
    PaperKind.SCHOOL: report_facts,
    PaperKind.PROTOCOL: report_facts,
    PaperKind.CHECKLIST: checklist_facts,
    PaperKind.LETTER: letter_facts,
    PaperKind.CONSULTATIONS: consultation_facts,
}


@dataclass(frozen=True, slots=True)
class PaperOrder:
    """All that a paper is made of; it travels to another process."""

    kind: PaperKind
    format: PaperFormat
    template: Callable[[], bytes] | None  # fetches the district's own; None: ours
    record: PlanRecord
    words: OfficialWords
    charts: Sequence[Any] = ()  # what ``draw`` understands
    activity_id: int = 0  # of a list to sign: the row it is for
    names: Sequence[str] = ()  # … and those who are known to take part


def make_paper(order: PaperOrder, draw: Callable[[Any], bytes]) -> bytes:
    """The file; seconds of work for a long report."""
    from bot.papers.template import render  # noqa: PLC0415 - Word's libraries are loaded where they work

    template = order.template() if order.template else own_template_of(order.kind)
    document = render(template, facts_of(order), [draw(chart) for chart in order.charts])
    return as_pdf(document) if order.format is PaperFormat.PDF else document


def facts_of(order: PaperOrder) -> Facts:
    """What the order's template may speak of, beside its pictures."""
    if order.kind is PaperKind.ATTENDANCE:
        return attendance_facts(order.record, order.activity_id, order.names)
    return _FACTS[order.kind](order.record, order.words)


def own_template_of(kind: PaperKind) -> bytes:
    """The template that papers of this kind are made by where a district has none of its own."""
    from bot.papers.templates import own_template  # noqa: PLC0415

    return own_template(kind)
