"""What is an answer to which item, and how it is stored: one line of text for every kind.

======================  =====================================================
ONE, SCALE              the option's value: «3»
MANY                    the options' values in the item's order: «1,4»
NUMBER                  decimal digits: «12»
SHARE                   per cent, one digit after the point at most: «37.5»
TEXT                    the words, on one line
tallied                 people by option, in order: «3,0,12,7,1»
any of them             "": passed over
======================  =====================================================
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from decimal import ROUND_HALF_UP, Decimal

from bot.domain.errors import DomainError
from bot.domain.surveys import SKIPPED, Answers, Item, ItemKind, Questionnaire

MAX_TEXT = 300  # «short text»: what fits a phone's screen beside the question
MAX_NUMBER = 100_000
_PER_CENT = re.compile(r"(\d{1,3}(?:[.,]\d{1,6})?)\s*%?")
_PART_OF = re.compile(r"(\d{1,6})\s*(?:из|of|/)\s*(\d{1,6})")


def checked_choice(item: Item, value: str) -> str:
    """The value of a pressed option; raises DomainError for what the item does not offer."""
    if item.typed or all(option.value != value for option in item.options):
        raise DomainError("error-answer-unknown")
    return value


def with_choice(item: Item, value: str, option: str, *, picked: bool) -> str:
    """The stored value of a MANY item after one of its options was picked, or dropped.

    An option that stands alone drops the others, and they drop it.
    """
    checked_choice(item, option)
    alone = {one.value for one in item.options if one.alone}
    kept = set(value.split(",")) - {option}
    if picked:
        kept = {option} if option in alone else (kept - alone) | {option}
    return ",".join(one.value for one in item.options if one.value in kept)


def checked_line(questionnaire: Questionnaire, item: Item, line: str, answers: Answers) -> str:
    """The value of a typed line; raises DomainError, whose sentence says what to write instead."""
    line = " ".join(line.split())
    if item.tallied:
        return _tally(questionnaire, item, line, answers)
    match item.kind:
        case ItemKind.NUMBER:
            value = _number(item, line)
            if item.id == questionnaire.respondents:
                _check_fewer(questionnaire, int(value), answers)
            return value
        case ItemKind.SHARE:
            return _share(line)
        case ItemKind.TEXT:
            if not 0 < len(line) <= item.most:
                raise DomainError("error-answer-text", most=item.most)
            return line
        case _:
            raise DomainError("error-answer-press")


def tally(item: Item, value: str) -> Mapping[str, int]:
    """Option → people, of a tallied item; empty where it was passed over."""
    numbers = [int(number) for number in value.split(",")] if value else []
    return {option.value: n for option, n in zip(item.options, numbers, strict=False)}


def answer_counts(questionnaire: Questionnaire, answers: Answers) -> dict[str, dict[str, int]]:
    """One statement as counts: item id → answer → people, as anonymous answers are counted, too.

    The administration's data weighs as one person's.
    """
    counts: dict[str, dict[str, int]] = {}
    for item in questionnaire.items:
        if value := answers.get(item.id, SKIPPED):
            counts[item.id] = dict(tally(item, value)) if item.tallied else {value: 1}
    return counts


def _number(item: Item, line: str) -> str:
    digits = line.replace(" ", "")
    if not (digits.isascii() and digits.isdigit() and len(digits) < 10 and int(digits) <= item.most):
        raise DomainError("error-answer-number", most=item.most)
    return str(int(digits))


def _share(line: str) -> str:
    part = _PART_OF.fullmatch(line.lower())
    whole = _PER_CENT.fullmatch(line)
    if part and int(part[2]) > 0 and int(part[1]) <= int(part[2]):
        share = Decimal(int(part[1]) * 100) / int(part[2])
    elif whole:
        share = Decimal(whole[1].replace(",", "."))
    else:
        raise DomainError("error-answer-share")
    share = share.quantize(Decimal("0.1"), ROUND_HALF_UP)
    if share > 100:
        raise DomainError("error-answer-share")
    return f"{share.normalize():f}"


def _tally(questionnaire: Questionnaire, item: Item, line: str, answers: Answers) -> str:
    """People by option: as many numbers as options, and no more people than sheets."""
    sheets = answers.get(questionnaire.respondents or "", SKIPPED)
    if not sheets:
        raise DomainError("error-answer-sheets-first")
    numbers = line.replace(",", " ").replace(";", " ").split()
    if len(numbers) != len(item.options) or not all(
        n.isascii() and n.isdigit() and len(n) < 7 for n in numbers
    ):
        raise DomainError("error-answer-tally", n=len(item.options))
    people = [int(number) for number in numbers]
    if (counted := _people(item, people)) > int(sheets):
        raise DomainError("error-answer-tally-many", n=counted, sheets=int(sheets))
    return ",".join(map(str, people))


def _check_fewer(questionnaire: Questionnaire, sheets: int, answers: Answers) -> None:
    for number, item in enumerate(questionnaire.items, 1):
        counts = tally(item, answers.get(item.id, SKIPPED)) if item.tallied else {}
        if counts and (counted := _people(item, [*counts.values()])) > sheets:
            raise DomainError("error-answer-sheets-few", n=counted, number=number)


def _people(item: Item, counts: list[int]) -> int:
    """How many people these counts speak of at least."""
    return max(counts) if item.kind is ItemKind.MANY else sum(counts)
