"""A report that was accepted is offered to the bank of practices; its author says whether it may be read."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from textwrap import shorten

from bot.domain.access import Action, Place, may, require
from bot.domain.errors import DomainError, Forbidden, Outdated
from bot.domain.people import Person
from bot.domain.practices import MAX_EFFECT, Practice, PracticeState, is_offerable
from bot.domain.reports import Evidence, Report, checked_words
from bot.domain.risk import FACTORS
from bot.domain.tasks import Task
from bot.reading.lemmas import index_words, query_words
from bot.use_cases.decisions import NOTICE_TITLE
from bot.use_cases.news import tell
from bot.use_cases.tasks import load_task
from storage import Transaction, practices, reports
from storage.evidence import list_evidence
from storage.news import News
from storage.practices import NewPractice

MAX_QUERY = 100  # characters of what is looked for
PAGE = 7
_TITLE, _EFFECT = 4, 2  # how much their words weigh against those of the report


@dataclass(frozen=True, slots=True)
class Bank:
    """A page of what is published: what fits the words best first, then the newest."""

    shown: tuple[Practice, ...]
    page: int
    total: int
    by_factor: Mapping[int, int]


@dataclass(frozen=True, slots=True)
class PracticeCard:
    practice: Practice
    is_author: bool
    may_withdraw: bool


async def find_offerable(tx: Transaction, actor: Person, task_id: int) -> tuple[Task, Report]:
    """The task whose report may be offered: accepted, done, and not offered yet."""
    task = await load_task(tx, actor, task_id, Action.OFFER_PRACTICE)
    report = await reports.get_last_sent(tx, task.id)
    if report is None or not is_offerable(task, report) or await practices.is_offered(tx, report.id):
        raise Outdated
    return task, report


async def offer_practice(
    tx: Transaction, actor: Person, *, task_id: int, factor: int, effect: str, now: datetime
) -> PracticeCard:
    """Offer the report with the effect in the actor's words, and ask its author; nobody else reads it yet."""
    task, report = await find_offerable(tx, actor, task_id)
    if factor not in FACTORS:
        raise Outdated
    effect = checked_words(effect, MAX_EFFECT)
    new = NewPractice(report.id, task.district_id, factor, task.responsible, task.title, report.words, effect)
    lemmas = index_words((new.title, _TITLE), (new.effect, _EFFECT), (f"{new.words} {new.place}", 1))
    practice_id = await practices.add_practice(tx, new, lemmas, offered_by=actor.id, now=now)
    if practice_id is None:
        raise Outdated
    if report.person_id != actor.id:
        args = {"practice": practice_id, "title": shorten(task.title, NOTICE_TITLE, placeholder="…")}
        await tell(tx, [News(report.person_id, "practice-asked", args, f"practice:{practice_id}")], now=now)
    return await see_practice(tx, actor, practice_id)


async def agree(tx: Transaction, actor: Person, practice_id: int, *, with_files: bool) -> PracticeCard:
    """The author lets everybody who is registered read it, its files too where ``with_files``."""
    practice = await _own(tx, actor, practice_id)
    if not await practices.decide(
        tx, practice.id, PracticeState.PUBLISHED, with_files=with_files, seen=PracticeState.ASKED
    ):
        raise Outdated
    return await see_practice(tx, actor, practice_id)


async def decline(tx: Transaction, actor: Person, practice_id: int) -> None:
    """The author does not agree, or no more; a coordinator may take a practice out as well."""
    card = await see_practice(tx, actor, practice_id)
    if not card.may_withdraw:
        raise Forbidden
    if not await practices.decide(
        tx, practice_id, PracticeState.DECLINED, with_files=False, seen=card.practice.state
    ):
        raise Outdated


async def see_practice(tx: Transaction, actor: Person, practice_id: int) -> PracticeCard:
    """What is published is everybody's; an offer is its author's and the coordinator's."""
    require(actor, Action.SEE_PRACTICES, Place())
    practice = await practices.get_practice(tx, practice_id)
    if practice is None or practice.state is PracticeState.DECLINED:
        raise Forbidden
    is_author = practice.author_id == actor.id
    may_withdraw = is_author or may(actor, Action.OFFER_PRACTICE, Place(practice.district_id))
    if practice.state is PracticeState.ASKED and not may_withdraw:
        raise Forbidden
    return PracticeCard(practice, is_author, may_withdraw)


async def get_files(tx: Transaction, actor: Person, practice_id: int) -> tuple[Practice, list[Evidence]]:
    """The files that the author let be read."""
    practice = (await see_practice(tx, actor, practice_id)).practice
    if not practice.with_files:
        raise Outdated
    return practice, list((await list_evidence(tx, [practice.report_id])).get(practice.report_id, ()))


async def see_bank(tx: Transaction, actor: Person, *, factor: int = 0, words: str = "", page: int) -> Bank:
    """Of one factor (0: of any) or by words in any form, the best first; past the end the last page."""
    require(actor, Action.SEE_PRACTICES, Place())
    wanted = query_words(words)
    if words and (not wanted or len(words) > MAX_QUERY):
        raise DomainError("error-practice-words", max=MAX_QUERY)
    shown, total = await practices.list_published(
        tx, factor=factor, words=wanted, offset=page * PAGE, limit=PAGE
    )
    last = max(0, (total - 1) // PAGE)
    if page > last:
        return await see_bank(tx, actor, factor=factor, words=words, page=last)
    return Bank(tuple(shown), page, total, await practices.count_by_factor(tx))


async def _own(tx: Transaction, actor: Person, practice_id: int) -> Practice:
    card = await see_practice(tx, actor, practice_id)
    if not card.is_author:
        raise Forbidden
    return card.practice
