"""An official paper from its facts: what is run in the process for papers."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from bot.domain.paper_kinds import PaperFormat, PaperKind
from bot.domain.record import PlanRecord
from bot.papers.official import Facts, OfficialWords, plan_facts
from bot.papers.pdf import as_pdf

_FACTS: Mapping[PaperKind, Callable[[PlanRecord, OfficialWords], Facts]] = {PaperKind.PLAN: plan_facts}


@dataclass(frozen=True, slots=True)
class PaperOrder:
    """All that a paper is made of; it travels to another process."""

    kind: PaperKind
    format: PaperFormat
    template: bytes | None  # the district's own; None: ours
    record: PlanRecord
    words: OfficialWords
    charts: Sequence[Any] = ()  # what ``draw`` understands


def make_paper(order: PaperOrder, draw: Callable[[Any], bytes]) -> bytes:
    """The file; seconds of work for a long report."""
    from bot.papers.template import render  # noqa: PLC0415 - Word's libraries are loaded where they work
    from bot.papers.templates import own_template  # noqa: PLC0415

    template = order.template or own_template(order.kind)
    facts = _FACTS[order.kind](order.record, order.words)
    document = render(template, facts, [draw(chart) for chart in order.charts])
    return as_pdf(document) if order.format is PaperFormat.PDF else document
