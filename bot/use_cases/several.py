"""Many small rows reported at once: ticked one by one, one outcome and one sentence for all of them."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from datetime import datetime

from bot.domain.access import Action, may_somewhere
from bot.domain.errors import DomainError, Forbidden
from bot.domain.evidence import missing_evidence
from bot.domain.people import Person
from bot.domain.personal_data import Finding, find_personal_data
from bot.domain.proofs import would_be_unproved
from bot.domain.reports import MAX_WORDS, Outcome, checked_words
from bot.domain.tasks import Duties, Move, Task, TaskState, filing_move, possible_moves
from bot.reading import person_names
from bot.use_cases.tasks import load_task
from storage import Transaction, reports, tasks, ticks


@dataclass(frozen=True, slots=True)
class Several:
    """The person's tasks of which nothing is reported or begun, and which of them are ticked."""

    tasks: tuple[Task, ...]
    ticked: frozenset[int]

    @property
    def chosen(self) -> tuple[Task, ...]:
        return tuple(task for task in self.tasks if task.id in self.ticked)


@dataclass(frozen=True, slots=True)
class Draft:
    """What is to be sent of the ticked tasks."""

    outcome: Outcome
    words: str
    simple: tuple[Task, ...]  # ask for no proof
    asking: tuple[Task, ...]  # ask for one, and go without it
    kept: tuple[Task, ...]  # may not go without it at all
    found: tuple[Finding, ...] = ()  # what in the words looks like a pupil's personal data


@dataclass(frozen=True, slots=True)
class Sent:
    sent: tuple[Task, ...]  # as they are now
    left: tuple[Task, ...]


async def open_list(tx: Transaction, actor: Person) -> Several:
    if not may_somewhere(actor, Action.FILE_REPORT):
        raise Forbidden
    due = await tasks.list_duties(tx, Duties.of(actor), {TaskState.PLANNED, TaskState.OPEN})
    begun = await reports.list_begun(tx, actor.id)
    free = (t for t in due if t.id not in begun and filing_move(actor, t) in possible_moves(actor, t))
    return Several(tuple(free), await ticks.list_ticks(tx, actor.id))


async def tick(tx: Transaction, actor: Person, *, task_id: int) -> Several:
    """Tick a task, or take the tick off it."""
    await load_task(tx, actor, task_id, Action.FILE_REPORT)
    await ticks.toggle(tx, person_id=actor.id, task_id=task_id)
    return await open_list(tx, actor)


async def clear(tx: Transaction, actor: Person) -> Several:
    several = await open_list(tx, actor)
    await ticks.clear(tx, person_id=actor.id, task_ids=several.ticked)
    return Several(several.tasks, frozenset())


async def compose(tx: Transaction, actor: Person, *, outcome: Outcome, words: str) -> Draft:
    """What would be sent with this outcome and these words, which may be none."""
    if words:
        words = checked_words(words, MAX_WORDS)
    chosen = (await open_list(tx, actor)).chosen
    if not chosen:
        raise DomainError("error-several-empty")
    simple, asking, kept = [], [], []
    for task in chosen:
        if not missing_evidence(task.evidence_kind, outcome, ()):
            simple.append(task)
        elif would_be_unproved(task, filing_move(actor, task), outcome):
            kept.append(task)
        else:
            asking.append(task)
    found = find_personal_data(words, person_names)
    return Draft(outcome, words, tuple(simple), tuple(asking), tuple(kept), found)


async def send(
    tx: Transaction, actor: Person, *, outcome: Outcome, words: str, simple_only: bool, now: datetime
) -> Sent:
    """File a report of each ticked task; those that are left out stay ticked."""
    several = await compose(tx, actor, outcome=outcome, words=words)
    by_move: dict[Move, list[Task]] = defaultdict(list)
    for task in several.simple if simple_only else (*several.simple, *several.asking):
        by_move[filing_move(actor, task)].append(task)
    sent: list[Task] = []
    for move, group in by_move.items():
        sent += await tasks.move_tasks(tx, group, move, actor=actor, now=now)
    ids = [task.id for task in sent]
    await reports.add_sent(tx, ids, person_id=actor.id, outcome=outcome, words=several.words, now=now)
    await ticks.clear(tx, person_id=actor.id, task_ids=ids)
    left = (task for task in (*several.simple, *several.asking, *several.kept) if task.id not in ids)
    return Sent(tuple(sent), tuple(left))
