"""An answer in words, whatever its kind."""

from __future__ import annotations

from decimal import Decimal

from bot.domain.answers import tally
from bot.domain.surveys import SKIPPED, Item, ItemKind, chosen, wording
from bot.screen import Text, Texts, text
from bot.use_cases.surveys import Sheet


def answer_words(sheet: Sheet, item: Item, language: str) -> Text:
    """The answer, also where it was passed over or not given yet."""
    value = sheet.answers.get(item.id)
    if value is None:
        return text("survey-unanswered")
    if value == SKIPPED:
        return text("survey-skipped")
    return text("survey-answer", answer=_worded(sheet, item, value, language))


def _worded(sheet: Sheet, item: Item, value: str, language: str) -> Text | Texts:
    if item.tallied:
        return _tally(sheet, item, value, language)
    if item.options:
        options = [option for option in item.options if option.value in chosen(value)]
        return _joined([text("literal", words=wording(option.text, language)) for option in options])
    if item.kind is ItemKind.SHARE:
        return text("survey-per-cent", n=float(Decimal(value)))
    return text("literal", words=value)


def _tally(sheet: Sheet, item: Item, value: str, language: str) -> Texts:
    counts = tally(item, value)
    parts = [
        text("survey-tally", option=wording(option.text, language), n=counts[option.value])
        for option in item.options
    ]
    sheets = int(sheet.answers.get(sheet.questionnaire.respondents or "", "") or 0)
    silent = sheets - sum(counts.values())
    if silent > 0 and item.kind is not ItemKind.MANY:
        parts.append(text("survey-tally-silent", n=silent))
    return _joined(parts)


def _joined(parts: list[Text]) -> Texts:
    return Texts(tuple(parts), "; ")
