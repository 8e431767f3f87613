"""What may be shown of answers that were promised to be anonymous (docs/anonymity.md).

Two rules. Answers are shown of groups that share nobody, each a crowd, and of nothing else: there is no
total beside the groups, so nothing is left to subtract. And of a crowd's answers only so much is said
that neither a handful who answered alike nor everybody's agreement can be read from it.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import TypeVar

MIN_GROUP = 5  # people behind any shown figure
MIN_GROUP_NUMBERS = 10  # smaller groups learn of a share only in which third it lies
MIN_GROUP_FREE_TEXT = 10  # a person's own words can be recognised by style
STEP = 5  # of the figures of a choice among three options or more

K = TypeVar("K")


class Breakdown(StrEnum):
    """Whose answers stand together. Chosen when a wave is made, before anybody has answered."""

    SCHOOLS = "schools"  # each school by itself; one with too few answers is hidden
    TOGETHER = "together"  # likewise, but the schools with too few answers are shown as one group
    DISTRICT = "district"  # the whole district as one group, no school by itself


@dataclass(frozen=True, slots=True)
class Range:
    """How many people, as far as it is told: ``low`` … ``high``, both possible."""

    low: int
    high: int

    @property
    def exact(self) -> bool:
        return self.low == self.high


def may_show(people: int, *, free_text: bool = False) -> bool:
    """Whether the result of ``people`` respondents may be shown."""
    return people >= (MIN_GROUP_FREE_TEXT if free_text else MIN_GROUP)


def steps_of(people: int) -> int:
    """How many have answered while others still answer: in steps, so that no one arrival is seen."""
    return people - people % MIN_GROUP


def shown_groups(breakdown: Breakdown, people: Mapping[int, int]) -> tuple[tuple[int, ...], ...]:
    """The groups of schools whose answers are shown, from the number of answers by school.

    No school is in two groups and every group is a crowd; schools in none of them are hidden.
    """
    if breakdown is Breakdown.DISTRICT:
        proposed = [tuple(people)]
    else:
        proposed = [(school,) for school, count in people.items() if may_show(count)]
        if breakdown is Breakdown.TOGETHER:
            proposed.append(tuple(school for school, count in people.items() if not may_show(count)))
    return tuple(group for group in proposed if may_show(sum(people[school] for school in group)))


def missing_answers(breakdown: Breakdown, people: Mapping[int, int], school: int) -> int:
    """How many answers a hidden school lacks, with those it would be shown beside; 0 for a shown one."""
    match breakdown:
        case Breakdown.DISTRICT:
            together = sum(people.values())
        case Breakdown.TOGETHER if not may_show(people[school]):
            together = sum(count for count in people.values() if not may_show(count))
        case _:
            together = people[school]
    return max(MIN_GROUP - together, 0)


def coded_count(count: int, people: int) -> Range:
    """What is told of ``count`` people of ``people`` having answered one of two ways.

    A handful on either side is told as «at most four» or «all but four at most», which nobody and
    everybody are too. A group below MIN_GROUP_NUMBERS learns only the third. It is the rule of the
    technical brief NCES 2011-603, which codes the ends of a distribution the wider the fewer people
    there are, in terms of people. Raises ValueError for a group that may not be shown.
    """
    if not may_show(people) or not 0 <= count <= people:
        raise ValueError("no such group is shown")
    end = MIN_GROUP - 1 if people >= MIN_GROUP_NUMBERS else (people - 1) // 3
    if count <= end:
        return Range(0, end)
    if count >= people - end:
        return Range(people - end, people)
    return Range(count, count) if people >= MIN_GROUP_NUMBERS else Range(end + 1, people - end - 1)


def coded_choices(counts: Mapping[K, int], people: int, answered: int) -> Mapping[K, Range]:
    """What is told of a choice, of one or of several options, by the ``answered`` of ``people``.

    In steps, the ends coded as above; empty for a group below MIN_GROUP_NUMBERS. How many made the
    choice is not told beside it: with the sum the steps could be narrowed down.
    """
    if people < MIN_GROUP_NUMBERS or not may_show(answered):
        return {}
    return {option: _step(count, people) for option, count in counts.items()}


def _step(count: int, people: int) -> Range:
    if count > people - MIN_GROUP:
        return Range(people - MIN_GROUP + 1, people)
    low = count - count % STEP
    return Range(low, min(low + STEP - 1, people))
