"""Whether a report may count without the proof that its row asks for."""

from __future__ import annotations

from collections.abc import Collection

from bot.domain.errors import DomainError
from bot.domain.evidence import missing_evidence
from bot.domain.reports import Evidence, Outcome, Report
from bot.domain.tasks import Move, Task, TaskState, steps_of


def would_be_unproved(
    task: Task, move: Move, outcome: Outcome | None, attached: Collection[Evidence] = ()
) -> bool:
    """Whether ``move``, with the levels that the plan leaves out, would accept against the plan's rule."""
    accepts = task.proof_required and steps_of(task, move)[-1].after is TaskState.ACCEPTED
    return accepts and missing_evidence(task.evidence_kind, outcome, attached) is not None


def check_proven(task: Task, report: Report, move: Move) -> None:
    """Raise when ``move`` would accept a report without the proof that the plan insists on."""
    if would_be_unproved(task, move, report.outcome, report.evidence):
        raise DomainError("error-proof-missing")
