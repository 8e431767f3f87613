"""Filing a report: a draft answer by answer, then one sending."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from bot.domain.access import Action
from bot.domain.deadlines import DeadlineKind
from bot.domain.errors import Forbidden, Outdated
from bot.domain.evidence import EvidenceKind, missing_evidence
from bot.domain.people import Person
from bot.domain.personal_data import Finding, file_words, find_personal_data
from bot.domain.proofs import check_proven
from bot.domain.reports import (
    MAX_WORDS,
    Evidence,
    Outcome,
    Report,
    Step,
    check_attachable,
    check_quota,
    checked_words,
    read_people_count,
)
from bot.domain.tasks import Task, filing_move, moved, possible_moves
from bot.reading import person_names
from bot.use_cases.tasks import load_task
from storage import Transaction, evidence, reports, tasks


@dataclass(frozen=True, slots=True)
class Filing:
    """A draft under way and the task it is about."""

    task: Task
    draft: Report
    replaces: Report | None = None  # of a draft ready to be sent: the report that stands until then
    one_line: bool = False  # of what goes on all the time one line is asked
    last_time: str = ""  # the words of the row's report before this one

    @property
    def missing(self) -> EvidenceKind | None:
        """The proof that the row asks for and the draft lacks."""
        return missing_evidence(self.task.evidence_kind, self.draft.outcome, self.draft.evidence)


async def begin(tx: Transaction, actor: Person, *, task_id: int, now: datetime) -> Filing:
    """The person's draft: the one under way, or a new one, which begins with what was sent before."""
    task = await load_task(tx, actor, task_id, Action.FILE_REPORT)
    if filing_move(actor, task) not in possible_moves(actor, task):
        raise Outdated
    draft = await reports.get_draft(tx, task_id=task.id, person_id=actor.id)
    if draft is None:
        draft = await reports.add_draft(tx, task_id=task.id, person_id=actor.id, now=now)
        if sent := await reports.get_last_sent(tx, task.id):
            await reports.copy_answers(tx, sent, draft, now=now)
        elif _asks_one_line(task):
            await reports.save_answer(tx, draft.id, step=Step.WORDS, now=now, outcome=Outcome.DONE.value)
    return await get_filing(tx, actor, report_id=draft.id)


async def get_filing(tx: Transaction, actor: Person, *, report_id: int) -> Filing:
    """The person's own unsent draft; anybody else's is as if it were not there."""
    draft = await reports.get_report(tx, report_id)
    if draft is None or draft.person_id != actor.id:
        raise Forbidden
    if draft.sent_at is not None:
        raise Outdated
    task = await load_task(tx, actor, draft.task_id, Action.FILE_REPORT)
    replaces = await reports.get_last_sent(tx, task.id) if draft.step is Step.REVIEW else None
    if not _asks_one_line(task):
        return Filing(task, draft, replaces)
    last_time = await reports.get_words_before(tx, task_id=task.id)
    return Filing(task, draft, replaces, one_line=True, last_time=last_time)


def _asks_one_line(task: Task) -> bool:
    """What is checked every quarter, or comes back every month, needs no four questions."""
    return task.checkpoint or task.deadline_kind is DeadlineKind.RECURRING


async def answer_outcome(
    tx: Transaction, actor: Person, *, report_id: int, outcome: Outcome, now: datetime
) -> Filing:
    return await _answer(tx, actor, report_id, Step.OUTCOME, now=now, outcome=outcome.value)


async def answer_words(tx: Transaction, actor: Person, *, report_id: int, raw: str, now: datetime) -> Filing:
    words = checked_words(raw, MAX_WORDS)
    return await _answer(tx, actor, report_id, Step.WORDS, now=now, words=words)


async def answer_as_last_time(tx: Transaction, actor: Person, *, report_id: int, now: datetime) -> Filing:
    """Say what was said of the row the last time."""
    filing = await _stand_at(tx, actor, report_id, Step.WORDS)
    if not filing.last_time:
        raise Outdated
    return await answer_words(tx, actor, report_id=report_id, raw=filing.last_time, now=now)


async def answer_people(tx: Transaction, actor: Person, *, report_id: int, raw: str, now: datetime) -> Filing:
    count = read_people_count(raw)
    return await _answer(tx, actor, report_id, Step.PEOPLE, now=now, people_count=count)


async def skip(tx: Transaction, actor: Person, *, report_id: int, step: Step, now: datetime) -> Filing:
    """Leave a question empty; what was answered to it before is taken back.

    ``Step.REVIEW``: leave everything that is asked behind the words.
    """
    match step:
        case Step.WORDS:
            return await _answer(tx, actor, report_id, step, now=now, words="")
        case Step.PEOPLE:
            return await _answer(tx, actor, report_id, step, now=now, people_count=None)
        case Step.EVIDENCE:
            await evidence.remove_evidence(tx, (await _stand_at(tx, actor, report_id, step)).draft.id)
            return await _answer(tx, actor, report_id, step, now=now)
        case Step.REVIEW:
            await _stand_at(tx, actor, report_id, Step.PEOPLE)
            await reports.save_answer(tx, report_id, step=step, now=now)
            return await get_filing(tx, actor, report_id=report_id)
        case _:
            raise Outdated


async def attach(
    tx: Transaction, actor: Person, *, report_id: int, added: Sequence[Evidence], quota: int, now: datetime
) -> Filing:
    """Add files or links; the question stays open for more of them until it is finished.

    ``quota``: bytes that the proofs of one school may take.
    """
    filing = await _stand_at(tx, actor, report_id, Step.EVIDENCE)
    check_attachable(added, filing.draft.evidence)
    school = filing.task.school_id
    for proof in added:
        if school and proof.size:
            check_quota(proof, await evidence.sum_school_bytes(tx, school), quota)
        await evidence.add_evidence(tx, report_id, proof)
    await reports.touch(tx, report_id, now=now)
    return await get_filing(tx, actor, report_id=report_id)


async def finish_evidence(tx: Transaction, actor: Person, *, report_id: int, now: datetime) -> Filing:
    return await _answer(tx, actor, report_id, Step.EVIDENCE, now=now)


async def begin_again(tx: Transaction, actor: Person, *, report_id: int, now: datetime) -> Filing:
    """Forget all answers of the draft."""
    await get_filing(tx, actor, report_id=report_id)
    await reports.clear_answers(tx, report_id, now=now)
    return await get_filing(tx, actor, report_id=report_id)


async def task_of(tx: Transaction, actor: Person, *, report_id: int) -> int:
    """The task of the person's own report, sent or not."""
    report = await reports.get_report(tx, report_id)
    if report is None or report.person_id != actor.id:
        raise Forbidden
    return report.task_id


async def look_over(tx: Transaction, actor: Person, *, report_id: int) -> tuple[Filing, tuple[Finding, ...]]:
    """The draft that is to be sent, and what in it looks like a pupil's personal data."""
    filing = await _stand_at(tx, actor, report_id, Step.REVIEW)
    names = (file_words(file.name) for file in filing.draft.files)
    return filing, find_personal_data("\n".join((filing.draft.words, *names)), person_names)


async def send(tx: Transaction, actor: Person, *, report_id: int, replaced: int, now: datetime) -> Task:
    """Send the draft as the task's next version; whoever is to confirm it reads of it next morning.

    ``replaced`` is the version that the person knows of, 0 for none: nobody replaces a colleague's report
    unawares. Returns the task in the state that the report brought it to.
    """
    filing = await _stand_at(tx, actor, report_id, Step.REVIEW)
    if replaced != (filing.replaces.version if filing.replaces else 0):
        raise Outdated
    task, move = filing.task, filing_move(actor, filing.task)
    if moved(task.state, move) is None:
        raise Outdated
    check_proven(task, filing.draft, move)
    done = await tasks.move_tasks(tx, [task], move, actor=actor, now=now)
    if not done:
        raise Outdated
    if await reports.mark_sent(tx, filing.draft, now=now) is None:
        raise Outdated
    return done[0]


async def _stand_at(tx: Transaction, actor: Person, report_id: int, step: Step) -> Filing:
    """The draft, when it has come as far as ``step``; an old button cannot jump ahead."""
    filing = await get_filing(tx, actor, report_id=report_id)
    if step.place > filing.draft.step.place:
        raise Outdated
    return filing


async def _answer(
    tx: Transaction, actor: Person, report_id: int, step: Step, *, now: datetime, **answer: object
) -> Filing:
    """Keep an answer; whoever went back to change one returns to where they were."""
    filing = await _stand_at(tx, actor, report_id, step)
    following = Step.REVIEW if filing.one_line and step is Step.WORDS else step.following
    reached = max(filing.draft.step, following, key=lambda s: s.place)
    await reports.save_answer(tx, report_id, step=reached, now=now, **answer)
    return await get_filing(tx, actor, report_id=report_id)
