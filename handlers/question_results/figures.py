"""A question's released figures in words: of the list, of one question, of the picture, of the file."""

from __future__ import annotations

from bot.domain.anonymity import MIN_GROUP, Range
from bot.domain.question_results import QuestionResult, most_chosen, percents, worse_options
from bot.domain.surveys import Form, Item, wording
from bot.screen import Text, Texts, text
from handlers.survey.answer import given_words

_OFTEN = 2  # options that are named as chosen most often


def headline(result: QuestionResult, language: str, *, in_words: bool) -> Text | Texts:
    """The question's result in one line."""
    if result.hidden:
        return why_hidden(result)
    if result.words:
        return text("by-question-own-words", n=len(result.words))
    worse = result.worse
    if worse:
        share = worse_words(result, in_words=in_words)
        return text("by-question-worse", options=worse_names(result.item, language), share=share)
    often = most_chosen(result)
    if not often or len(often) > _OFTEN:
        return text("by-question-evenly")
    told = (result.cells or {})[often[0]]
    options = [option_name(result.item, value, language) for value in often]
    return text("by-question-often", options=_joined(options), share=percent_words(told, result.people))


def parts(result: QuestionResult, language: str) -> list[tuple[Text | Texts, Range]]:
    """Every option, or the worse ones together and the others together, and how many chose them."""
    worse = result.worse
    if worse is None:
        return [
            (option_name(result.item, value, language), told) for value, told in (result.cells or {}).items()
        ]
    others = Range(result.people - worse.high, result.people - worse.low)
    return [(worse_names(result.item, language), worse), (text("by-question-others"), others)]


def worse_words(result: QuestionResult, *, in_words: bool) -> Text:
    """Which share chose the worse half."""
    worse = result.worse
    assert worse is not None
    return _third(worse, result.people) if in_words else percent_words(worse, result.people)


def share_words(told: Range, people: int) -> Text:
    """«5–9 из 20, 25–45 %»."""
    return text("by-question-share", people=_people(told), of=people, percent=percent_words(told, people))


def percent_words(told: Range, people: int) -> Text:
    low, high = percents(told, people)
    return text("by-question-percent", low=low, high=high, exact=low == high)


def _third(told: Range, people: int) -> Text:
    """In which third of a small group the number lies."""
    place = "low" if told.low == 0 else "high" if told.high == people else "middle"
    return text(f"by-question-third-{place}")


def stated(form: Form, item: Item, language: str) -> Text | Texts:
    """What a school has said itself; of counted sheets nothing where only a handful answered."""
    if value := form.answers.get(item.id):
        return given_words(form, item, value, language)
    return text("by-question-few-sheets", few=MIN_GROUP) if item.tallied else text("by-question-no-answer")


def why_hidden(result: QuestionResult) -> Text:
    assert result.hidden is not None
    return text(f"by-question-{result.hidden.value}", missing=result.missing)


def _people(told: Range) -> Text:
    return text("by-question-people", low=told.low, high=told.high, exact=told.exact)


def worse_names(item: Item, language: str) -> Text | Texts:
    """The options of the worse half."""
    options = [option_name(item, value, language) for value in worse_options(item)]
    return _joined(options) if options else text("by-question-risk")


def option_name(item: Item, value: str, language: str) -> Text:
    [option] = [option for option in item.options if option.value == value]
    return text("by-question-option", option=wording(option.text, language))


def _joined(options: list[Text]) -> Texts:
    return Texts(tuple(options), ", ")
