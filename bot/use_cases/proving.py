"""Which of many reports may go on, where a plan accepts none without its proof."""

from __future__ import annotations

from collections.abc import Sequence

from bot.domain.proofs import would_be_unproved
from bot.domain.tasks import Move, Task
from storage import Transaction
from storage.evidence import list_tasks_evidence
from storage.waiting import WaitingReport


async def part_unproved(
    tx: Transaction, waiting: Sequence[WaitingReport], move: Move
) -> tuple[list[Task], list[Task]]:
    """Those that ``move`` may take, and those that it would accept without the proof that is asked for."""
    proofs = await list_tasks_evidence(tx, [report.task.id for report in waiting])
    proved: list[Task] = []
    unproved: list[Task] = []
    for report in waiting:
        lacks = would_be_unproved(report.task, move, report.outcome, proofs.get(report.task.id, ()))
        (unproved if lacks else proved).append(report.task)
    return proved, unproved
