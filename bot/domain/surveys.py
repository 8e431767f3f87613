"""Questionnaires as data: their items, where a person stopped, and which answers are answers."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from enum import StrEnum
from math import ceil

from bot.domain.errors import DomainError, Outdated

SKIPPED = ""  # the stored value of an item that was passed over; counts as answered, not as an answer
SECONDS_PER_ITEM = 12  # read two lines, choose one of five buttons

Text = Mapping[str, str]  # language code → wording


class Audience(StrEnum):
    """Who answers; the letters of the method's table of indicators stand beside."""

    ADMINISTRATION = "administration"  # A: the school's own data, one statement a school
    TEACHERS = "teachers"  # T
    PUPILS = "pupils"  # S: aggregate counts typed in by the school
    PARENTS = "parents"  # P: likewise


class ItemKind(StrEnum):
    SCALE = "scale"  # five ordered steps in words
    ONE = "one"  # one of several ordered options


class Direction(StrEnum):
    POSITIVE = "positive"  # the last option describes the better state
    NEGATIVE = "negative"  # the last option describes the worse state


@dataclass(frozen=True, slots=True)
class Option:
    value: str  # what is stored
    text: Text


@dataclass(frozen=True, slots=True)
class Item:
    id: str  # stable across versions while the meaning stays: waves are compared by it
    kind: ItemKind
    text: Text
    options: tuple[Option, ...]  # ordered from one end to the other
    factor: int  # 1…10
    indicator: str  # a key of ``bot.domain.risk.INDICATORS``
    direction: Direction


@dataclass(frozen=True, slots=True)
class Questionnaire:
    code: str
    version: int
    audience: Audience
    title: Text
    items: tuple[Item, ...]


def wording(text: Text, language: str) -> str:
    """The text in ``language``, or in the questionnaire's first language where it lacks that one."""
    return text.get(language) or next(iter(text.values()))


def find_item(questionnaire: Questionnaire, item_id: str) -> Item:
    """Raises Outdated: a button may outlive the version of the questionnaire that it was made from."""
    for item in questionnaire.items:
        if item.id == item_id:
            return item
    raise Outdated


def first_gap(questionnaire: Questionnaire, answered: Collection[str]) -> Item | None:
    """The first item, in the questionnaire's order, without an answer; None when all are answered.

    ``answered`` holds item ids, the skipped ones among them.
    """
    return next((item for item in questionnaire.items if item.id not in answered), None)


def validate_answer(item: Item, value: str) -> str:
    """The value to store. Answering is voluntary, so any item may be passed over.

    Raises DomainError for what the item does not offer.
    """
    if value != SKIPPED and all(option.value != value for option in item.options):
        raise DomainError("error-answer-unknown")
    return value


def minutes_left(questionnaire: Questionnaire, answered: Collection[str] = ()) -> int:
    """Whole minutes that the unanswered items will take; 0 only when none is left."""
    left = sum(item.id not in answered for item in questionnaire.items)
    return ceil(left * SECONDS_PER_ITEM / 60)
