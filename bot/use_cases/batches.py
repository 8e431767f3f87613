"""A whole queue decided on in one press, after its reports were shown; and the usual words of a return."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from datetime import datetime
from hashlib import blake2s

from bot.domain.errors import Outdated
from bot.domain.people import Person
from bot.domain.reports import Outcome
from bot.domain.tasks import Move, Task, possible_moves
from bot.use_cases.decisions import Queue, list_queue
from bot.use_cases.proving import part_unproved
from storage import Transaction, tasks
from storage.waiting import WaitingReport, list_reports_of

EVERY_PLACE = "all"


@dataclass(frozen=True, slots=True)
class Batch:
    queue: Queue
    place: str  # whose reports: EVERY_PLACE, or as in place_word
    reports: tuple[WaitingReport, ...]  # what was not done first: it wants looking at

    @property
    def outcomes(self) -> Counter[Outcome]:
        return Counter(report.outcome for report in self.reports)

    @property
    def stamp(self) -> str:
        """Another one for whatever other reports, so that nobody decides on what was not shown."""
        shown = ",".join(sorted(f"{report.task.id}.{report.version}" for report in self.reports))
        return blake2s(shown.encode(), digest_size=5).hexdigest()


def place_word(task: Task) -> str:
    """Whose task it is, short enough for a button."""
    if task.school_id:
        return f"s{task.school_id}"
    return f"o{task.organisation_id}" if task.organisation_id else f"d{task.district_id}"


async def count_places(tx: Transaction, actor: Person, queue: Queue) -> list[tuple[str, str, int]]:
    """(place, its name or "", how many reports wait), the most first."""
    waiting = await list_queue(tx, actor, queue)
    names = {place_word(task): task.responsible for task in waiting}
    counts = Counter(place_word(task) for task in waiting)
    return [(place, names[place], n) for place, n in counts.most_common()]


async def see_batch(tx: Transaction, actor: Person, queue: Queue, place: str) -> Batch:
    waiting = await list_queue(tx, actor, queue)
    chosen = [task for task in waiting if place in (EVERY_PLACE, place_word(task))]
    order = list(reversed(Outcome))
    found = sorted(await list_reports_of(tx, chosen), key=lambda report: order.index(report.outcome))
    return Batch(queue, place, tuple(found))


async def decide_batch(
    tx: Transaction, actor: Person, queue: Queue, place: str, *, stamp: str, now: datetime
) -> tuple[int, list[Task]]:
    """Confirm or accept exactly the reports that were shown.

    How many it was, and those that were left because their plan asks for a document that they lack.
    """
    batch = await see_batch(tx, actor, queue, place)
    if not batch.reports or stamp != batch.stamp:
        raise Outdated
    move = Move(queue)
    allowed = [report for report in batch.reports if move in possible_moves(actor, report.task)]
    proved, unproved = await part_unproved(tx, allowed, move)
    return len(await tasks.move_tasks(tx, proved, move, actor=actor, now=now)), unproved
