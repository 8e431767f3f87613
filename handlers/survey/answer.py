"""An answer in words, whatever its kind."""

from __future__ import annotations

from decimal import Decimal

from bot.domain.answers import tally
from bot.domain.surveys import SKIPPED, Form, Item, ItemKind, chosen, wording
from bot.screen import Text, Texts, text


def answer_words(form: Form, item: Item, language: str) -> Text:
    """The answer, also where it was passed over or not given yet."""
    value = form.answers.get(item.id)
    if value is None:
        return text("survey-unanswered")
    if value == SKIPPED:
        return text("survey-skipped")
    return text("survey-answer", answer=given_words(form, item, value, language))


def given_words(form: Form, item: Item, value: str, language: str) -> Text | Texts:
    """A stored answer as its own words, options or counts."""
    if item.tallied:
        return _tally(form, item, value, language)
    if item.options:
        options = [option for option in item.options if option.value in chosen(value)]
        return _joined([text("literal", words=wording(option.text, language)) for option in options])
    if item.kind is ItemKind.SHARE:
        return text("survey-per-cent", n=float(Decimal(value)))
    return text("literal", words=value)


def _tally(form: Form, item: Item, value: str, language: str) -> Texts:
    counts = tally(item, value)
    parts = [
        text("survey-tally", option=wording(option.text, language), n=counts[option.value])
        for option in item.options
    ]
    sheets = int(form.answers.get(form.questionnaire.respondents or "", "") or 0)
    silent = sheets - sum(counts.values())
    if silent > 0 and item.kind is not ItemKind.MANY:
        parts.append(text("survey-tally-silent", n=silent))
    return _joined(parts)


def _joined(parts: list[Text]) -> Texts:
    return Texts(tuple(parts), "; ")
