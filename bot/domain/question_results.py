"""Results by question: what a release tells of each question, whether or not it feeds a profile.

Everything here is a function of released groups, so that it tells no more than they do. Several groups are
added up by adding the ends of what is told of each; what one of them hides stays out of the sum.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from bot.domain.anonymity import MIN_GROUP, MIN_GROUP_FREE_TEXT, MIN_GROUP_NUMBERS, Range
from bot.domain.releases import AT_RISK, ReleasedGroup
from bot.domain.risk import option_at_risk
from bot.domain.surveys import Answers, Item, ItemKind, Questionnaire


class Hidden(StrEnum):
    """Why nothing is told of a question."""

    BRANCH = "branch"  # who was led to it would tell what they had answered before
    SMALL = "small"  # too few people took part; how many are missing is told
    FEW = "few"  # too few answered it; how many did is not told
    BARE = "bare"  # a number of which neither end is the worse


@dataclass(frozen=True, slots=True)
class QuestionResult:
    item: Item
    people: int = 0  # of whom the shares are: who took part; of AT_RISK only who answered the question
    cells: Mapping[str, Range] | None = None  # as of a ReleasedItem
    words: tuple[str, ...] = ()  # of a free text, by the alphabet: in no order of arrival
    hidden: Hidden | None = None
    missing: int = 0  # people whom a SMALL group lacks

    @property
    def worse(self) -> Range | None:
        """How many are at risk, that is, chose the worse half; None where no end is the worse."""
        return (self.cells or {}).get(AT_RISK)


def question_results(
    questionnaire: Questionnaire, groups: Sequence[ReleasedGroup]
) -> tuple[QuestionResult, ...]:
    """Of each item in order, over all ``groups``; they share nobody."""
    return tuple(question_result(item, groups) for item in questionnaire.items)


def worse_options(item: Item) -> tuple[str, ...]:
    """Of ordered options with a worse end: those that AT_RISK counts."""
    return tuple(
        option.value for option in item.options if item.direction and option_at_risk(item, option.value)
    )


def most_chosen(result: QuestionResult) -> tuple[str, ...]:
    """The options of which the most people are told; several where the steps do not tell them apart."""
    cells = result.cells or {}
    most = max((told.low for told in cells.values()), default=0)
    return tuple(value for value, told in cells.items() if told.low == most and most)


def percents(told: Range, people: int) -> tuple[int, int]:
    """Whole percents between which the share lies; rounded outwards unless it is exact."""
    if told.exact:
        exact = (200 * told.low + people) // (2 * people)
        return exact, exact
    return 100 * told.low // people, -(-100 * told.high // people)


def statement_answers(questionnaire: Questionnaire, group: ReleasedGroup) -> Answers:
    """A school's own statement, as it was sent: of what is not anonymous a release tells everything."""
    found: dict[str, str] = {}
    for item in questionnaire.items:
        if counts := group.counts().get(item.id):
            places = [str(counts.get(option.value, 0)) for option in item.options]
            found[item.id] = ",".join(places) if item.tallied else next(iter(counts))
    return found


def same_groups(
    before: Sequence[ReleasedGroup], now: Sequence[ReleasedGroup]
) -> tuple[tuple[ReleasedGroup, ...], tuple[ReleasedGroup, ...]]:
    """Of two releases the groups that are the same schools: others are not compared."""
    both = {frozenset(group.schools) for group in before} & {frozenset(group.schools) for group in now}
    then, since = (
        tuple(group for group in groups if frozenset(group.schools) in both) for groups in (before, now)
    )
    return then, since


def question_result(item: Item, groups: Sequence[ReleasedGroup]) -> QuestionResult:
    """Of one item, over those of ``groups`` that tell it."""
    telling = [(group, found) for group in groups if (found := group.items.get(item.id))]
    if not telling:
        return _hidden(item, max((group.people for group in groups), default=0))
    if item.kind is ItemKind.TEXT:
        words = sorted(word for _, found in telling for word in found.words)
        return QuestionResult(item, sum(group.people for group, _ in telling), words=tuple(words))
    cells = {
        value: Range(
            sum(found.cells[value].low for _, found in telling),
            sum(found.cells[value].high for _, found in telling),
        )
        for value in telling[0][1].cells
    }
    people = sum(found.people if AT_RISK in cells else group.people for group, found in telling)
    return QuestionResult(item, people, cells)


def _hidden(item: Item, people: int) -> QuestionResult:
    """``people``: in the largest group that is shown."""
    if item.show_if:
        return QuestionResult(item, hidden=Hidden.BRANCH)
    if item.direction or item.bounds:
        needed = MIN_GROUP
    elif item.kind is ItemKind.TEXT:
        needed = MIN_GROUP_FREE_TEXT
    elif item.options:
        needed = MIN_GROUP_NUMBERS
    else:
        return QuestionResult(item, hidden=Hidden.BARE)
    if people < needed:
        return QuestionResult(item, hidden=Hidden.SMALL, missing=needed - people)
    return QuestionResult(item, hidden=Hidden.FEW)
