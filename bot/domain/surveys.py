"""Questionnaires as data: what is asked, of whom, in which order, and where a person stopped."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction

from bot.domain.errors import Outdated
from bot.domain.people import Role

SKIPPED = ""  # the stored value of an item that was passed over; counts as answered, not as an answer

Text = Mapping[str, str]  # language code → wording
Answers = Mapping[str, str]  # item id → stored value, as ``bot.domain.answers`` writes it


class Audience(StrEnum):
    """Who answers; the letters of the method's table of indicators stand beside."""

    ADMINISTRATION = "administration"  # A: the school's own data, one statement a school
    TEACHERS = "teachers"  # T
    PUPILS = "pupils"  # S: aggregate counts typed in by the school
    PARENTS = "parents"  # P: likewise

    @property
    def anonymous(self) -> bool:
        """Each person answers for themselves, and nobody learns who said what."""
        return self is Audience.TEACHERS

    @property
    def counted(self) -> bool:
        """They answer on paper, and the school types in how many chose what."""
        return self in (Audience.PUPILS, Audience.PARENTS)


def answering_roles(*, anonymous: bool) -> tuple[Role, ...]:
    """Who is asked: teachers for themselves, or heads and deputies for their school."""
    return (Role.TEACHER,) if anonymous else (Role.HEAD, Role.DEPUTY)


class ItemKind(StrEnum):
    SCALE = "scale"  # five ordered steps in words
    ONE = "one"  # one of several ordered options
    MANY = "many"  # any of several options
    NUMBER = "number"  # a whole number
    SHARE = "share"  # per cent
    TEXT = "text"  # a few words of one's own


class Direction(StrEnum):
    POSITIVE = "positive"  # the last option, or the greater number, is the better state
    NEGATIVE = "negative"  # … is the worse state


@dataclass(frozen=True, slots=True)
class Option:
    value: str  # what is stored: its place from «1» on
    text: Text
    alone: bool = False  # of a MANY item: excludes the others, as «nothing of this» does


@dataclass(frozen=True, slots=True)
class Condition:
    """An item is shown only if an earlier one was answered by one of ``values``."""

    item: str
    values: frozenset[str]


@dataclass(frozen=True, slots=True)
class Matrix:
    """What several items that stand on one screen have in common."""

    id: str
    text: Text


@dataclass(frozen=True, slots=True)
class Bounds:
    """How a number speaks of risk: not at all at ``calm``, fully at ``risk``, evenly between."""

    calm: Fraction
    risk: Fraction


@dataclass(frozen=True, slots=True)
class Item:
    id: str  # stable across versions while the meaning stays: waves are compared by it
    kind: ItemKind
    text: Text
    options: tuple[Option, ...] = ()  # of SCALE and ONE ordered from one end to the other
    factor: int | None = None  # 1…10; None: feeds no risk profile
    indicator: str | None = None  # a key of ``bot.domain.risk.INDICATORS``
    direction: Direction | None = None  # of options of which one end is the better
    bounds: Bounds | None = None  # of a number that feeds an indicator
    most: int = 0  # the greatest NUMBER, or characters of a TEXT
    matrix: Matrix | None = None
    show_if: Condition | None = None
    tallied: bool = False  # how many people chose each option is typed in

    @property
    def typed(self) -> bool:
        """Answered by a line of text rather than by a press."""
        return self.tallied or not self.options


@dataclass(frozen=True, slots=True)
class Questionnaire:
    code: str
    version: int
    audience: Audience
    title: Text
    items: tuple[Item, ...]
    respondents: str | None = None  # of counted audiences: the item that says how many sheets came back

    @property
    def anonymous(self) -> bool:
        return self.audience.anonymous

    @property
    def feeds_profile(self) -> bool:
        """Its answers say something of the ten risk factors."""
        return any(item.indicator for item in self.items)


def wording(text: Text, language: str) -> str:
    """The text in ``language``, or in the questionnaire's first language where it lacks that one."""
    return text.get(language) or next(iter(text.values()))


def full_wording(item: Item, language: str) -> str:
    """What is asked, for where a row of a matrix stands without its heading."""
    words = wording(item.text, language)
    return f"{wording(item.matrix.text, language)} {words}" if item.matrix else words


def find_item(questionnaire: Questionnaire, item_id: str) -> Item:
    """Raises Outdated: a button may outlive the version of the questionnaire that it was made from."""
    for item in questionnaire.items:
        if item.id == item_id:
            return item
    raise Outdated


def shown_items(questionnaire: Questionnaire, answers: Answers) -> tuple[Item, ...]:
    """The items that these answers lead to, in order. An answer to a hidden item opens nothing."""
    shown: dict[str, Item] = {}
    for item in questionnaire.items:
        condition = item.show_if
        if condition is None or (
            condition.item in shown and condition.values & chosen(answers.get(condition.item, SKIPPED))
        ):
            shown[item.id] = item
    return tuple(shown.values())


def chosen(value: str) -> frozenset[str]:
    """The options behind a stored value of ONE, SCALE or MANY; of a NUMBER itself."""
    return frozenset(value.split(",")) - {SKIPPED}


def reachable(questionnaire: Questionnaire, answers: Answers) -> dict[str, str]:
    """``answers`` without those to items that the others hide, in the questionnaire's order."""
    return {item.id: answers[item.id] for item in shown_items(questionnaire, answers) if item.id in answers}


def first_gap(questionnaire: Questionnaire, answers: Answers) -> Item | None:
    """The first shown item without an answer; None when all are answered.

    ``answers`` holds what was passed over, too.
    """
    return next((item for item in shown_items(questionnaire, answers) if item.id not in answers), None)


def same_screen(items: Collection[Item], item: Item) -> tuple[Item, ...]:
    """Those of ``items`` that are shown together with ``item``, itself among them."""
    if item.matrix is None:
        return (item,)
    return tuple(other for other in items if other.matrix == item.matrix)


@dataclass(frozen=True, slots=True)
class Form:
    """A questionnaire as far as it was filled."""

    questionnaire: Questionnaire
    answers: Answers  # to items that are shown

    @property
    def shown(self) -> tuple[Item, ...]:
        """The items that are asked, given the answers so far."""
        return shown_items(self.questionnaire, self.answers)

    @property
    def gap(self) -> Item | None:
        """The item to go on with; None when the form is complete."""
        return first_gap(self.questionnaire, self.answers)

    @property
    def given(self) -> Answers:
        """The answers that are answers, without what was passed over."""
        return {item_id: value for item_id, value in self.answers.items() if value != SKIPPED}

    def find(self, item_id: str) -> Item:
        """An item that is asked. Raises Outdated: another answer may have hidden it since."""
        item = find_item(self.questionnaire, item_id)
        if item not in self.shown:
            raise Outdated
        return item
