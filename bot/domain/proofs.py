"""Whether a report may count without the proof that its row asks for."""

from __future__ import annotations

from bot.domain.errors import DomainError
from bot.domain.evidence import missing_evidence
from bot.domain.reports import Report
from bot.domain.tasks import Move, Task, TaskState, steps_of


def lacks_proof(task: Task, report: Report) -> bool:
    """The plan accepts nothing unproved, and this report is."""
    return task.proof_required and bool(missing_evidence(task.evidence_kind, report.outcome, report.evidence))


def check_proven(task: Task, report: Report, move: Move) -> None:
    """Raise when ``move``, with the levels that the plan leaves out, would accept an unproved report."""
    if steps_of(task, move)[-1].after is TaskState.ACCEPTED and lacks_proof(task, report):
        raise DomainError("error-proof-missing")
