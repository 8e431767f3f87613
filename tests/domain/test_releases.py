"""What a release tells, and what it does not."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from fractions import Fraction
from typing import Any

import pytest

from bot.domain.anonymity import Breakdown, Range
from bot.domain.releases import AT_RISK, ReleasedItem, Tally, Turnout, add_up, release
from bot.domain.risk import ItemShare
from bot.domain.surveys import Audience, Bounds, Condition, Direction, Item, ItemKind, Option, Questionnaire

OPTIONS = tuple(Option(str(step), {"ru": str(step)}) for step in range(1, 6))
ITEM = Item("a", ItemKind.SCALE, {"ru": "?"}, OPTIONS, 1, "digital", Direction.POSITIVE)
PACK = Questionnaire("pack", 1, Audience.TEACHERS, {"ru": "Анкета"}, (ITEM,))


def tally(at_risk: int, others: int) -> Tally:
    return Tally(at_risk + others, {"a": {"1": at_risk, "5": others}})


def test_a_tally_does_not_remember_who_came_first() -> None:
    responses = [{"a": "5"}, {"a": "1", "b": "2"}, {"a": "", "b": "1"}]
    there, back = Tally(), Tally()
    for response in responses:
        there = there.with_response(response)
    for response in reversed(responses):
        back = back.with_response(response)
    assert repr(there) == repr(back)
    assert there == Tally(3, {"a": {"1": 1, "5": 1}, "b": {"1": 1, "2": 1}})
    assert add_up([there, there]).answers["b"] == {"1": 2, "2": 2}


def test_a_school_is_shown_by_itself_or_hidden_with_what_it_lacks() -> None:
    released = release(
        PACK, Breakdown.SCHOOLS, {1: tally(6, 6), 2: tally(1, 3), 3: Tally()}, {1: 20, 2: 5, 3: 4}
    )
    [group] = released.groups
    assert (group.schools, group.people, group.in_words) == ((1,), 12, False)
    assert group.items == {"a": ReleasedItem(12, {AT_RISK: Range(6, 6)})}
    assert group.item_shares() == {"a": ItemShare(Fraction(1, 2), 12)}
    assert released.turnout == {1: Turnout(20, 12, 0), 2: Turnout(5, 4, 1), 3: Turnout(4, 0, 5)}
    assert (released.group_of(1), released.group_of(2)) == (group, None)


def test_small_schools_are_shown_together() -> None:
    tallies = {1: tally(6, 6), 2: tally(1, 3), 3: tally(0, 2)}
    released = release(PACK, Breakdown.TOGETHER, tallies, {1: 20, 2: 5, 3: 4})
    assert [(group.schools, group.people, group.in_words) for group in released.groups] == [
        ((1,), 12, False),
        ((2, 3), 6, True),
    ]
    assert released.group_of(3) == released.group_of(2)


def test_a_district_is_one_group() -> None:
    released = release(PACK, Breakdown.DISTRICT, {1: tally(2, 2), 2: tally(1, 3)}, {1: 4, 2: 5})
    assert [(group.schools, group.people) for group in released.groups] == [((1, 2), 8)]


def test_an_item_that_most_passed_over_is_not_told() -> None:
    school = Tally(12, {"a": {"1": 4}})
    assert release(PACK, Breakdown.SCHOOLS, {1: school}, {1: 12}).groups[0].items == {}


def one_item(kind: ItemKind, **more: Any) -> Questionnaire:
    feeds_nothing = {"factor": None, "indicator": None, "direction": None}
    item = replace(ITEM, kind=kind, **(feeds_nothing | more))
    return Questionnaire("pack", 1, Audience.TEACHERS, {"ru": "Анкета"}, (item,))


def told(pack: Questionnaire, values: dict[str, int]) -> Mapping[str, ReleasedItem]:
    people = sum(values.values())
    tallies = {1: Tally(people, {"a": values})}
    return release(pack, Breakdown.SCHOOLS, tallies, {1: people}).groups[0].items


def test_choices_are_told_in_steps_and_not_of_few() -> None:
    few, handful, many = Range(0, 4), Range(5, 9), Range(6, 10)
    one = dict(zip("12345", (handful, few, few, few, handful), strict=True))
    assert told(one_item(ItemKind.ONE), {"1": 5, "5": 6}) == {"a": ReleasedItem(0, one)}
    several = dict(zip("12345", (many, few, few, few, many), strict=True))
    assert told(one_item(ItemKind.MANY), {"1,5": 10}) == {"a": ReleasedItem(0, several)}
    assert told(one_item(ItemKind.ONE), {"1": 9}) == {}


def test_words_are_told_of_ten_and_by_the_alphabet() -> None:
    text = one_item(ItemKind.TEXT, options=())
    words = {"да": 6, "а": 3}
    assert told(text, words) == {}
    assert told(text, words | {"нет": 1}) == {"a": ReleasedItem(0, {}, ("а",) * 3 + ("да",) * 6 + ("нет",))}


def test_a_number_is_told_by_the_half_in_which_it_lies() -> None:
    feeds = {"factor": 8, "indicator": "risk_group"}
    pack = one_item(ItemKind.NUMBER, options=(), bounds=Bounds(Fraction(0), Fraction(10)), **feeds)
    assert told(pack, {"0": 4, "6": 1, "99": 5})["a"].cells == {AT_RISK: Range(6, 10)}


def test_what_is_not_known_to_be_safe_is_not_told() -> None:
    assert told(one_item(ItemKind.NUMBER, options=()), {"7": 20}) == {}
    condition = Condition("b", frozenset("1"))
    assert told(one_item(ItemKind.ONE, show_if=condition), {"1": 20}) == {}


def test_a_schools_own_statement_is_told_as_it_is() -> None:
    statement = Tally(1, {"a": {"5": 1}})
    released = release(PACK, Breakdown.SCHOOLS, {1: statement, 2: Tally()}, {1: 2, 2: 2}, anonymous=False)
    assert released.groups[0].items == {"a": ReleasedItem(1, {"5": Range(1, 1)})}
    assert released.turnout == {1: Turnout(2, 1, 0), 2: Turnout(2, 0, 1)}


@pytest.mark.parametrize(
    ("sheets", "counts", "shown"),
    [
        ("5", "1,1,1,1,1", True),
        ("5", "1,1,1,1,0", False),
        ("4", "0,0,0,0,4", False),
        ("", "5,0,0,0,0", False),
    ],
)
def test_of_a_handful_of_sheets_nothing_is_told(sheets: str, counts: str, shown: bool) -> None:
    """The school knows its pupils; whoever else reads of it does not learn what three of them said."""
    asked = Item("sheets", ItemKind.NUMBER, {"ru": "?"}, most=1000)
    pack = replace(
        PACK, audience=Audience.PUPILS, respondents="sheets", items=(asked, replace(ITEM, tallied=True))
    )
    given = {"a": {counts: 1}} | ({"sheets": {sheets: 1}} if sheets else {})
    released = release(pack, Breakdown.SCHOOLS, {1: Tally(1, given)}, {1: 1}, anonymous=False)
    assert ("a" in released.groups[0].items) is shown
