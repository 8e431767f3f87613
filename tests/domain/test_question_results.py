from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

import pytest

from bot.domain.anonymity import Range
from bot.domain.question_change import Left, question_changes
from bot.domain.question_results import (
    Hidden,
    QuestionResult,
    most_chosen,
    percents,
    question_results,
    same_groups,
    statement_answers,
)
from bot.domain.releases import AT_RISK, ReleasedGroup, ReleasedItem
from bot.domain.surveys import Audience, Condition, Direction, Item, ItemKind, Option, Questionnaire

OPTIONS = tuple(Option(str(step), {"ru": str(step)}) for step in range(1, 6))
TOPICS = Item("topics", ItemKind.MANY, {"ru": "?"}, OPTIONS[:2])
HARD = Item("hard", ItemKind.SCALE, {"ru": "?"}, OPTIONS, direction=Direction.POSITIVE)
WISH = Item("wish", ItemKind.TEXT, {"ru": "?"}, most=100)
YEARS = Item("years", ItemKind.NUMBER, {"ru": "?"}, most=60)
LED = replace(TOPICS, id="led", show_if=Condition("hard", frozenset("1")))
PACK = Questionnaire("pack", 1, Audience.TEACHERS, {"ru": "?"}, (TOPICS, HARD, WISH, YEARS, LED))


def group(school: int, people: int, items: Mapping[str, ReleasedItem]) -> ReleasedGroup:
    return ReleasedGroup((school,), people, items, people < 10)


def test_groups_are_added_up_by_the_ends_of_what_each_tells() -> None:
    large = {
        "topics": ReleasedItem(0, {"1": Range(5, 9), "2": Range(0, 4)}),
        "hard": ReleasedItem(11, {AT_RISK: Range(6, 6)}),
        "wish": ReleasedItem(0, {}, ("Курсы", "Время")),
    }
    small = {"hard": ReleasedItem(6, {AT_RISK: Range(2, 3)})}
    found = question_results(PACK, [group(1, 12, large), group(2, 7, small)])
    assert found == (
        QuestionResult(TOPICS, 12, {"1": Range(5, 9), "2": Range(0, 4)}),
        QuestionResult(HARD, 17, {AT_RISK: Range(8, 9)}),
        QuestionResult(WISH, 12, words=("Время", "Курсы")),
        QuestionResult(YEARS, hidden=Hidden.BARE),
        QuestionResult(LED, hidden=Hidden.BRANCH),
    )
    assert (found[0].worse, found[1].worse) == (None, Range(8, 9))
    assert most_chosen(found[0]) == ("1",)


@pytest.mark.parametrize(
    ("item", "people", "hidden", "missing"),
    [
        (TOPICS, 7, Hidden.SMALL, 3),
        (WISH, 9, Hidden.SMALL, 1),
        (HARD, 12, Hidden.FEW, 0),
        (WISH, 12, Hidden.FEW, 0),
    ],
)
def test_what_is_hidden_says_why_and_how_many_are_missing(
    item: Item, people: int, hidden: Hidden, missing: int
) -> None:
    pack = replace(PACK, items=(item,))
    assert question_results(pack, [group(1, people, {})]) == (
        QuestionResult(item, hidden=hidden, missing=missing),
    )


@pytest.mark.parametrize(
    ("told", "people", "between"),
    [
        (Range(6, 6), 12, (50, 50)),
        (Range(1, 1), 8, (13, 13)),
        (Range(5, 9), 12, (41, 75)),
        (Range(0, 4), 12, (0, 34)),
    ],
)
def test_percents_are_rounded_outwards(told: Range, people: int, between: tuple[int, int]) -> None:
    assert percents(told, people) == between


def test_only_groups_of_the_same_schools_are_compared() -> None:
    alone, both = group(1, 12, {}), ReleasedGroup((2, 3), 12, {}, in_words=False)
    assert same_groups([alone, group(2, 5, {})], [both, alone]) == ((alone,), (alone,))


def test_a_question_is_compared_by_the_schools_that_tell_it_in_both_waves() -> None:
    def tells(people: int, at_risk: int) -> dict[str, ReleasedItem]:
        return {"hard": ReleasedItem(people, {AT_RISK: Range(at_risk, at_risk)})}

    before = [group(1, 20, tells(20, 10)), group(2, 30, tells(30, 25))]
    now = [group(1, 20, tells(20, 10)), group(2, 30, {})]
    found = question_changes((PACK, before), (PACK, now))
    [change] = found.questions
    assert (change.number, change.before.people, change.now.people) == (2, 20, 20)
    assert change.worse is not None
    assert change.worse.change == 0
    assert found.left_out == {Left.HIDDEN: 3, Left.OWN_WORDS: 1}


def test_a_schools_own_statement_is_read_back() -> None:
    counted = replace(TOPICS, id="counted", tallied=True)
    pack = replace(PACK, audience=Audience.PUPILS, items=(YEARS, counted, WISH))
    told = {
        "years": ReleasedItem(1, {"20": Range(1, 1)}),
        "counted": ReleasedItem(7, {"1": Range(3, 3), "2": Range(4, 4)}),
    }
    assert statement_answers(pack, group(1, 1, told)) == {"years": "20", "counted": "3,4"}
