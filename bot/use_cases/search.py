"""Rows of a plan by number or by words in any form."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from bot.domain.access import Action
from bot.domain.errors import DomainError, Forbidden, Outdated
from bot.domain.people import Person
from bot.domain.plan import PlanStatus
from bot.reading.morphology import parses
from bot.use_cases.plans import get_plan
from storage import Transaction, plans, searches
from storage.plans import Activity, Plan

MAX_WORDS = 100  # characters of what is looked for
LASTS = timedelta(hours=12)  # how long a way back to what was found is offered
_NUMBER = re.compile(r"\d{1,3}(?:\.\d{1,3})*\.?")
_WORD = re.compile(r"\w+")
_STEM = 3  # letters that must be typed for the beginning of a word to count


@dataclass(frozen=True, slots=True)
class Found:
    plan: Plan
    words: str  # what was looked for
    rows: tuple[Activity, ...]  # in the plan's order


async def open_search(tx: Transaction, actor: Person, plan_id: int) -> tuple[Plan, bool]:
    """The plan to be searched, and whether the person may still change its rows."""
    plan = await get_plan(tx, actor, plan_id, Action.SEE_PLAN)
    return plan, plan.status is PlanStatus.DRAFT


async def search(tx: Transaction, actor: Person, plan_id: int, words: str, *, now: datetime) -> Found:
    """Look for rows, and remember what was looked for."""
    plan = await get_plan(tx, actor, plan_id, Action.SEE_PLAN)
    words = " ".join(words.split())
    if not _WORD.search(words) or len(words) > MAX_WORDS:
        raise DomainError("error-search-words", max=MAX_WORDS)
    await searches.remember_search(tx, actor.id, plan_id, words, now=now)
    return await _find(tx, plan, words)


async def search_again(tx: Transaction, actor: Person, plan_id: int) -> Found:
    """What the person last looked for in this plan, among the rows as they are now."""
    plan = await get_plan(tx, actor, plan_id, Action.SEE_PLAN)
    last = await searches.get_search(tx, actor.id)
    if last is None or last.plan_id != plan_id:
        raise Outdated
    return await _find(tx, plan, last.words)


async def search_around(tx: Transaction, actor: Person, activity_id: int) -> Found:
    """The same, by a row of the plan."""
    activity = await plans.get_activity(tx, activity_id)
    if activity is None:
        raise Forbidden
    return await search_again(tx, actor, activity.plan_id)


async def has_searched(tx: Transaction, actor: Person, plan_id: int, *, now: datetime) -> bool:
    """Whether there is a search to go back to."""
    last = await searches.get_search(tx, actor.id)
    return last is not None and last.plan_id == plan_id and now - last.at < LASTS


async def _find(tx: Transaction, plan: Plan, words: str) -> Found:
    rows = await plans.list_activities(tx, plan.id)
    return Found(plan, words, tuple(matching(rows, words)))


def matching(rows: Sequence[Activity], words: str) -> list[Activity]:
    """The rows that have every one of ``words``, as a number («2.3» finds 2.3 and 2.3.1) or in any form."""
    tests = [_test(word) for word in re.split(r"[\s,;]+", folded(words)) if _WORD.search(word)]
    return [row for row in rows if all(test(row, _words_of(row)) for test in tests)]


def _test(word: str) -> Callable[[Activity, frozenset[str]], bool]:
    number = word.strip("№(").rstrip(".)")
    tokens = _WORD.findall(word)
    forms = [_forms(token) for token in tokens]

    def has_number(row: Activity) -> bool:
        return f"{row.number.rstrip('.) ')}.".startswith(f"{number}.")

    def has_words(words: frozenset[str]) -> bool:
        return all(
            not own.isdisjoint(words)
            or (len(token) >= _STEM and any(other.startswith(token) for other in words))
            for token, own in zip(tokens, forms, strict=True)
        )

    if _NUMBER.fullmatch(number):
        return lambda row, words: has_number(row) or ("." not in number and has_words(words))
    return lambda row, words: has_words(words)


def _words_of(row: Activity) -> frozenset[str]:
    fields = (row.title, row.result, row.responsible_text, row.problem, row.deadline.phrase, row.section)
    return frozenset(_WORD.findall(folded(" ".join(fields))))


def _forms(word: str) -> frozenset[str]:
    """Every form of every word that this may be a form of: «мониторинга» finds «мониторингом».

    A word that no dictionary has is only itself: its guessed forms would find anything.
    """
    known = (parse for parse in parses(word) if parse.is_known)
    return frozenset({word, *(folded(form.word) for parse in known for form in parse.lexeme)})


def folded(words: str) -> str:
    """Lower case with ё as е, which documents write at will."""
    return words.casefold().replace("ё", "е")
