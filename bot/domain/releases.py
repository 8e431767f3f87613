"""A release: all that will ever be shown of a wave's answers, computed once (docs/anonymity.md).

Profiles, tables, charts and files are made of a :class:`Released` and of nothing else, so that whatever
is done with it tells no more than it does; the answers themselves are erased when it is stored.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from fractions import Fraction
from itertools import chain, repeat

from bot.domain.anonymity import (
    MIN_GROUP_NUMBERS,
    Breakdown,
    Range,
    coded_choices,
    coded_count,
    may_show,
    missing_answers,
    shown_groups,
)
from bot.domain.answers import answer_counts
from bot.domain.risk import ItemShare, answer_at_risk, newest_rule
from bot.domain.surveys import SKIPPED, Item, ItemKind, Questionnaire, chosen

AT_RISK = "at-risk"  # the one figure of an item of which one end is the worse, or that feeds an indicator


@dataclass(frozen=True, slots=True)
class Tally:
    """What a school has answered, added up: whose answers went in, and when, cannot be seen."""

    people: int = 0
    answers: Mapping[str, Mapping[str, int]] = field(default_factory=dict)  # item id → value → people

    def with_response(self, response: Mapping[str, str]) -> Tally:
        """One more person's answers by item id; what was passed over is left out."""
        given = {item: {value: 1} for item, value in response.items() if value != SKIPPED}
        return add_up((self, Tally(1, given)))


def add_up(tallies: Iterable[Tally]) -> Tally:
    """Items and values in alphabetical order, so that their order tells nothing of who came first."""
    people, answers = 0, dict[str, dict[str, int]]()
    for tally in tallies:
        people += tally.people
        for item, values in tally.answers.items():
            counts = answers.setdefault(item, {})
            for value, count in values.items():
                counts[value] = counts.get(value, 0) + count
    return Tally(people, {item: dict(sorted(answers[item].items())) for item in sorted(answers)})


@dataclass(frozen=True, slots=True)
class ReleasedItem:
    """``cells``: of AT_RISK how many speak of risk; otherwise of each option how many chose it."""

    people: int  # who answered it; 0 where AT_RISK is not told: then this is not, either
    cells: Mapping[str, Range]
    words: tuple[str, ...] = ()  # of a free text, by the alphabet

    @property
    def share(self) -> ItemShare | None:
        """The share at risk: the middle of what is told. None where AT_RISK is not told."""
        if AT_RISK not in self.cells:
            return None
        told = self.cells[AT_RISK]
        half = 2 * self.people
        return ItemShare(
            Fraction(told.low + told.high, half), self.people, Fraction(told.high - told.low, half)
        )


@dataclass(frozen=True, slots=True)
class ReleasedGroup:
    schools: tuple[int, ...]
    people: int
    items: Mapping[str, ReleasedItem]  # by id; those with too few answers are absent
    in_words: bool  # too few for percentages: only levels are shown

    def counts(self) -> dict[str, dict[str, int]]:
        """Item id → answer → people, of a school's own statement, of which all is told."""
        return {
            item: {cell: told.low for cell, told in found.cells.items()} for item, found in self.items.items()
        }

    def item_shares(self) -> dict[str, ItemShare]:
        return {item: share for item, found in self.items.items() if (share := found.share)}


@dataclass(frozen=True, slots=True)
class Turnout:
    """Of one school: that somebody answered is no answer."""

    asked: int
    sent: int
    missing: int  # answers until it is shown; 0 for a shown one


@dataclass(frozen=True, slots=True)
class Released:
    breakdown: Breakdown
    groups: tuple[ReleasedGroup, ...]
    turnout: Mapping[int, Turnout]  # by school
    rule: int = field(default_factory=lambda: newest_rule().version)  # in force when it was made

    def group_of(self, school: int) -> ReleasedGroup | None:
        """The group that shows the school's answers; None where they are hidden."""
        return next((group for group in self.groups if school in group.schools), None)


def release(
    questionnaire: Questionnaire,
    breakdown: Breakdown,
    tallies: Mapping[int, Tally],
    asked: Mapping[int, int],
    *,
    anonymous: bool = True,
) -> Released:
    """What is told of a closed wave; ``tallies`` and ``asked`` are of the same schools.

    A school's own statement, which is not anonymous, is told as it is, but for counts of a handful of sheets.
    """
    people = {school: tally.people for school, tally in tallies.items()}
    shown = shown_groups(breakdown, people) if anonymous else tuple((s,) for s, n in people.items() if n)
    tell = _anonymously if anonymous else _plainly
    return Released(
        breakdown=breakdown,
        groups=tuple(
            ReleasedGroup(
                schools=group,
                people=(together := add_up(tallies[school] for school in group)).people,
                items=tell(questionnaire, together),
                in_words=anonymous and together.people < MIN_GROUP_NUMBERS,
            )
            for group in shown
        ),
        turnout={
            school: Turnout(
                asked=asked[school],
                sent=count,
                missing=missing_answers(breakdown, people, school) if anonymous else int(not count),
            )
            for school, count in people.items()
        },
    )


def _anonymously(questionnaire: Questionnaire, tally: Tally) -> dict[str, ReleasedItem]:
    found = {item.id: _item(item, tally) for item in questionnaire.items}
    return {item: released for item, released in found.items() if released}


def _item(item: Item, tally: Tally) -> ReleasedItem | None:
    """None for too few answers, and for what is not known to be safe.

    How many were led to an item by an earlier answer would tell how many gave that answer.
    """
    counts = tally.answers.get(item.id, {})
    answered = sum(counts.values())
    if item.show_if or not may_show(answered):
        return None
    if item.direction or item.bounds:
        half = Fraction(1, 2)
        at_risk = sum(count for value, count in counts.items() if answer_at_risk(item, value) > half)
        return ReleasedItem(answered, {AT_RISK: coded_count(at_risk, answered)})
    if item.kind is ItemKind.TEXT:
        words = tuple(chain.from_iterable(repeat(value, count) for value, count in sorted(counts.items())))
        return ReleasedItem(0, {}, words) if may_show(answered, free_text=True) else None
    if item.kind in (ItemKind.SCALE, ItemKind.ONE, ItemKind.MANY):
        cells = coded_choices(_by_option(item, counts), tally.people, answered)
        return ReleasedItem(0, cells) if cells else None
    return None


def _by_option(item: Item, counts: Mapping[str, int]) -> dict[str, int]:
    return {
        option.value: sum(count for value, count in counts.items() if option.value in chosen(value))
        for option in item.options
    }


def _plainly(questionnaire: Questionnaire, tally: Tally) -> dict[str, ReleasedItem]:
    """A school's own statement; of sheets that it has counted, only what a crowd has answered."""
    answers = {item: max(values) for item, values in tally.answers.items()}
    sheets = int(answers.get(questionnaire.respondents or "", "0"))
    tallied = {item.id for item in questionnaire.items if item.tallied}
    counts = answer_counts(questionnaire, answers)
    answered = {item: sum(people.values()) for item, people in counts.items()}
    return {
        item: ReleasedItem(answered[item], {value: Range(count, count) for value, count in people.items()})
        for item, people in counts.items()
        if item not in tallied or may_show(min(answered[item], sheets))
    }
