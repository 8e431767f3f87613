"""How long a questionnaire takes: words that are read, and a decision for each item.

The constants are of an adult who reads silently: Russian 184 ± 32 words a minute, English 228 ± 30 (IReST,
Trauzettel-Klosinski et al. 2012, doi:10.1167/iovs.11-8284); the slower of the two serves both languages.
They are the same for everybody: a pace learned from people's own answers would be a trace of them.
"""

from __future__ import annotations

from collections.abc import Iterable

from bot.domain.surveys import Answers, Item, ItemKind, Questionnaire, shown_items, wording

WORDS_A_SECOND = 184 / 60
DECISION = 4.0  # seconds to make up one's mind and press
MARK = 1.5  # … to judge one more option of several
TYPED = {ItemKind.NUMBER: 12.0, ItemKind.SHARE: 12.0, ItemKind.TEXT: 40.0}  # to recall and type
TALLY = 20.0  # to copy a row of numbers from the sheet of counts


def seconds_left(questionnaire: Questionnaire, answers: Answers, language: str = "ru") -> float:
    """Of the items that are not answered yet; one that an answer to come may open weighs half."""
    shown = {item.id for item in shown_items(questionnaire, answers)}
    left = {item.id: 1.0 for item in questionnaire.items if item.id in shown and item.id not in answers}
    for item in questionnaire.items:
        if item.show_if and item.id not in shown and item.show_if.item in left:
            left[item.id] = 0.5
    items = [item for item in questionnaire.items if item.id in left]
    return sum(
        left[item.id] * seconds for item, seconds in zip(items, _seconds(items, language), strict=True)
    )


def minutes_left(questionnaire: Questionnaire, answers: Answers | None = None, language: str = "ru") -> float:
    """In halves of a minute, rounded to the nearest; 0.5 also for less, 0 only when nothing is left."""
    seconds = seconds_left(questionnaire, answers or {}, language)
    halves = max(1, int(seconds / 30 + 0.5)) if seconds else 0
    return halves // 2 if halves % 2 == 0 else halves / 2


def _seconds(items: Iterable[Item], language: str) -> Iterable[float]:
    """Item by item: a scale or a matrix's heading that was just read is not read again."""
    seen: set[tuple[str, ...]] = set()
    for item in items:
        words = _words(wording(item.text, language))
        for shared in ([item.matrix.text] if item.matrix else [], [option.text for option in item.options]):
            texts = tuple(wording(text, language) for text in shared)
            if texts not in seen:
                words += sum(map(_words, texts))
                seen.add(texts)
        yield words / WORDS_A_SECOND + _action(item)


def _action(item: Item) -> float:
    if item.tallied:
        return TALLY
    if item.kind is ItemKind.MANY:
        return DECISION + MARK * len(item.options)
    return TYPED.get(item.kind, DECISION)


def _words(text: str) -> int:
    return len(text.split())
