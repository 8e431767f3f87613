"""The matrix of proofs: rows of the plan × those who owe a paper, and where one is still lacking."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from bot.domain.evidence import EvidenceKind, missing_evidence
from bot.domain.record import PlanRecord, RecordRow, TaskDone
from bot.domain.reports import Outcome


@dataclass(frozen=True, slots=True)
class Cell:
    """Of one row and one who owes: how many of its occurrences are proved."""

    there: int
    asked: int

    @property
    def is_whole(self) -> bool:
        return self.there == self.asked


@dataclass(frozen=True, slots=True)
class MatrixRow:
    section: str
    row: RecordRow
    cells: dict[str, Cell]  # by the name of who owes, "" for the coordinator, in the order of names

    @property
    def there(self) -> int:
        """How many have proved all of it."""
        return sum(cell.is_whole for cell in self.cells.values())

    @property
    def lacking(self) -> tuple[str, ...]:
        return tuple(name for name, cell in self.cells.items() if not cell.is_whole)


def matrix_of(record: PlanRecord) -> tuple[MatrixRow, ...]:
    """The rows that ask for a paper, in the plan's order; what was reported as not done asks for none."""
    found = (
        MatrixRow(section.title, row, _cells(row.evidence_kind, record.tasks_of.get(row.activity_id, ())))
        for section in record.sections
        for row in section.rows
        if row.evidence_kind is not EvidenceKind.NONE
    )
    return tuple(row for row in found if row.cells)


def _cells(asked: EvidenceKind, tasks: Sequence[TaskDone]) -> dict[str, Cell]:
    owed: dict[str, list[bool]] = {}
    for task in sorted(tasks, key=lambda task: (task.school_id is None, task.responsible)):
        report = task.report
        if report and report.outcome is Outcome.NOT_DONE:
            continue
        proved = report is not None and missing_evidence(asked, report.outcome, report.evidence) is None
        owed.setdefault(task.responsible, []).append(proved)
    return {name: Cell(sum(proofs), len(proofs)) for name, proofs in owed.items()}


def owers(rows: Sequence[MatrixRow]) -> tuple[str, ...]:
    """Everybody who owes a paper of some row, each once: schools by name, then the others."""
    return tuple(dict.fromkeys(name for row in rows for name in row.cells))
