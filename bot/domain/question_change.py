"""How the answers to the same questions changed between two released waves of one questionnaire.

Only what both waves ask under one id and tell of the same schools: of a question with a worse end the share
of those who chose the worse half, of another one the share of each option. The interval is that of profiles
(docs/risk-profile.md): Newcombe's, of shares as the releases tell them.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction

from bot.domain.anonymity import Range
from bot.domain.question_results import QuestionResult, question_result, same_groups
from bot.domain.releases import AT_RISK, ReleasedGroup
from bot.domain.risk import ItemShare
from bot.domain.risk_change import Span, share_change
from bot.domain.surveys import Item, ItemKind, Questionnaire

Side = tuple[Questionnaire, Sequence[ReleasedGroup]]


class Left(StrEnum):
    """Why a question of the later wave is not compared."""

    NEW = "new"  # the earlier wave did not ask it, or asked it otherwise
    HIDDEN = "hidden"  # in one of the waves too few answered it
    OWN_WORDS = "own-words"


@dataclass(frozen=True, slots=True)
class QuestionChange:
    number: int  # of the question in the later wave
    before: QuestionResult
    now: QuestionResult
    spans: Mapping[str, Span]  # by AT_RISK, a minus: fewer chose the worse half; or by option

    @property
    def worse(self) -> Span | None:
        """None where no end is the worse."""
        return self.spans.get(AT_RISK)


@dataclass(frozen=True, slots=True)
class QuestionChanges:
    questions: tuple[QuestionChange, ...]
    left_out: Mapping[Left, int]  # how many questions of the later wave are not compared, and why
    schools: tuple[int, ...]  # those that both waves show, in the same groups
    in_words: bool  # their one group is too small for percentages in one of the waves


def question_changes(before: Side, now: Side) -> QuestionChanges:
    then, since = same_groups(before[1], now[1])
    of_schools = {frozenset(group.schools): group for group in then}
    pairs = [(of_schools[frozenset(group.schools)], group) for group in since]
    earlier = {item.id: item for item in before[0].items}
    found = [
        _compared(number, earlier.get(item.id), item, pairs)
        for number, item in enumerate(now[0].items, start=1)
    ]
    left = [one for one in found if isinstance(one, Left)]
    return QuestionChanges(
        questions=tuple(one for one in found if isinstance(one, QuestionChange)),
        left_out={why: left.count(why) for why in Left if why in left},
        schools=tuple(school for group in since for school in group.schools),
        in_words=len(since) == 1 and any(group.in_words for group in (*then, *since)),
    )


def _compared(
    number: int, earlier: Item | None, item: Item, pairs: Sequence[tuple[ReleasedGroup, ReleasedGroup]]
) -> QuestionChange | Left:
    if earlier is None:
        return Left.NEW
    if item.kind is ItemKind.TEXT:
        return Left.OWN_WORDS
    # Only schools that tell it in both waves: others would change the share by coming or going.
    telling = [(then, now) for then, now in pairs if item.id in then.items and item.id in now.items]
    if not telling:
        return Left.HIDDEN
    before = question_result(earlier, [then for then, _ in telling])
    now = question_result(item, [now for _, now in telling])
    spans = {
        cell: share_change(_share(told, before.people), _share((now.cells or {})[cell], now.people))
        for cell, told in (before.cells or {}).items()
        if cell in (now.cells or {})
    }
    return QuestionChange(number, before, now, spans) if spans else Left.NEW


def _share(told: Range, people: int) -> ItemShare:
    """The middle of what is told, and how far it may be off."""
    twice = 2 * people
    return ItemShare(Fraction(told.low + told.high, twice), people, Fraction(told.high - told.low, twice))
