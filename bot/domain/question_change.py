"""How the answers to the same questions changed between two released waves of one questionnaire.

Only questions with a worse end that both waves ask under one id and tell of the same schools. The interval
is that of profiles (docs/risk-profile.md): Newcombe's, of shares as the releases tell them.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction

from bot.domain.question_results import QuestionResult, question_results, same_groups
from bot.domain.releases import ReleasedGroup
from bot.domain.risk import ItemShare
from bot.domain.risk_change import Span, share_change
from bot.domain.surveys import Questionnaire

Side = tuple[Questionnaire, Sequence[ReleasedGroup]]


@dataclass(frozen=True, slots=True)
class QuestionChange:
    number: int  # of the question in the later wave
    before: QuestionResult
    now: QuestionResult
    span: Span  # a minus: fewer chose the worse half


@dataclass(frozen=True, slots=True)
class QuestionChanges:
    questions: tuple[QuestionChange, ...]
    left_out: int  # questions of the later wave that cannot be compared
    schools: tuple[int, ...]  # those that both waves show, in the same groups
    in_words: bool  # their one group is too small for percentages in one of the waves


def question_changes(before: Side, now: Side) -> QuestionChanges:
    then, since = same_groups(before[1], now[1])
    earlier = {result.item.id: result for result in question_results(before[0], then)}
    later = question_results(now[0], since)
    compared = tuple(
        QuestionChange(number, earlier[result.item.id], result, share_change(was, share))
        for number, result in enumerate(later, start=1)
        if result.item.id in earlier
        and (was := _worse_share(earlier[result.item.id]))
        and (share := _worse_share(result))
    )
    return QuestionChanges(
        questions=compared,
        left_out=len(later) - len(compared),
        schools=tuple(school for group in since for school in group.schools),
        in_words=len(since) == 1 and any(group.in_words for group in (*then, *since)),
    )


def _worse_share(result: QuestionResult) -> ItemShare | None:
    """The middle of what is told of those who chose the worse half, and how far it may be off."""
    told, twice = result.worse, 2 * result.people
    if told is None:
        return None
    return ItemShare(
        Fraction(told.low + told.high, twice), result.people, Fraction(told.high - told.low, twice)
    )
