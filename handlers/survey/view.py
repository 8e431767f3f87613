"""A survey as screens: who will see what, one item at a time, the sheet before sending, the receipt."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from bot.domain.anonymity import MIN_GROUP
from bot.domain.surveys import Item, minutes_left, wording
from bot.screen import Row, Screen, Text, button, lines, text
from bot.use_cases.questionnaires import get_questionnaire
from bot.use_cases.surveys import Sheet
from handlers.shared import HOME_ROW, page_of, pager
from storage.waves import Wave


def invitation(wave: int, title: str, minutes: int, last_day: date) -> Screen:
    words = text("survey-invitation", title=title, minutes=minutes, day=last_day)
    return Screen(words, ((button("button-survey-open", "survey-open", wave),), HOME_ROW))


def surveys(found: Sequence[Wave], language: str) -> Screen:
    rows: tuple[Row, ...] = tuple(
        (button(text("literal", words=_title(wave, language)), "survey-open", wave.id),) for wave in found
    )
    return Screen(text("surveys", n=len(found)), (*rows, HOME_ROW))


def introduction(sheet: Sheet, language: str) -> Screen:
    """Everything a teacher should know before the first item; a complete sheet only waits to be sent."""
    if sheet.gap is None:
        return summary(sheet)
    questionnaire = sheet.questionnaire
    words = text(
        "survey-introduction",
        title=wording(questionnaire.title, language),
        n=len(questionnaire.items),
        minutes=minutes_left(questionnaire, sheet.answers),
        day=sheet.wave.last_day,
        group=MIN_GROUP,
    )
    return Screen(words, ((button(_go_label(sheet), "survey-go", sheet.wave.id),), HOME_ROW))


def next_step(sheet: Sheet, language: str) -> Screen:
    """The first item without an answer, or the sheet where there is none."""
    return question(sheet, sheet.gap, language) if sheet.gap else summary(sheet)


def question(sheet: Sheet, item: Item, language: str) -> Screen:
    items = sheet.questionnaire.items
    place = items.index(item)
    words = lines(
        text(
            "survey-progress",
            number=place + 1,
            total=len(items),
            minutes=minutes_left(sheet.questionnaire, sheet.answers),
        ),
        text("survey-question", question=wording(item.text, language)),
        _answer(sheet, item, language) if item.id in sheet.answers else None,
        separator="\n\n",
    )
    wave = sheet.wave.id
    rows: list[Row] = [
        (button(text("literal", words=wording(option.text, language)), "ans", wave, item.id, option.value),)
        for option in item.options
    ]
    rows.append((button("button-survey-skip", "skip", wave, item.id),))
    back = (button("button-page-back", "question", wave, items[place - 1].id),) if place else ()
    on = (button("button-page-next", "survey-go", wave),) if item.id in sheet.answers else ()
    return Screen(words, (*rows, *filter(None, [back + on]), HOME_ROW))


def summary(sheet: Sheet) -> Screen:
    wave = sheet.wave.id
    words = text("survey-summary", given=len(sheet.given), total=len(sheet.questionnaire.items))
    send = (button("button-survey-send", "survey-send", wave),)
    return Screen(words, (send, (button("button-survey-review", "survey-review", wave, 0),), HOME_ROW))


def review(sheet: Sheet, page: int, language: str) -> Screen:
    """The answers so far; a number leads back to its item."""
    wave, items = sheet.wave.id, sheet.questionnaire.items
    numbered, page = page_of(list(enumerate(items, start=1)), page)
    words = [
        lines(
            text("survey-review-question", number=number, question=wording(item.text, language)),
            _answer(sheet, item, language),
        )
        for number, item in numbered
    ]
    numbers = tuple(
        button(text("survey-number", n=number), "question", wave, item.id) for number, item in numbered
    )
    rows = (
        numbers,
        *pager("survey-review", wave, page=page, total=len(items)),
        (button(_go_label(sheet), "survey-go", wave),),
        HOME_ROW,
    )
    return Screen(lines(text("survey-review"), *words, separator="\n\n"), rows)


def receipt(wave: Wave) -> Screen:
    return Screen(text("survey-receipt", day=wave.last_day, group=MIN_GROUP), (HOME_ROW,))


def _answer(sheet: Sheet, item: Item, language: str) -> Text:
    """The answer in words, also where it was passed over or not given yet."""
    value = sheet.answers.get(item.id)
    if value is None:
        return text("survey-unanswered")
    chosen = [wording(option.text, language) for option in item.options if option.value == value]
    return text("survey-answer", answer=chosen[0]) if chosen else text("survey-skipped")


def _go_label(sheet: Sheet) -> Text:
    if sheet.gap is None:
        return text("button-survey-finish")
    if not sheet.answers:
        return text("button-survey-begin")
    return text("button-survey-resume", n=sheet.questionnaire.items.index(sheet.gap) + 1)


def _title(wave: Wave, language: str) -> str:
    return wording(get_questionnaire(wave.questionnaire).title, language)
