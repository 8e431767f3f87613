"""A survey as screens: who will see what, the sheet before sending, the receipt."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from bot.domain.anonymity import MIN_GROUP
from bot.domain.pace import minutes_left
from bot.domain.surveys import Audience, full_wording, wording
from bot.screen import Row, Screen, Text, button, lines, text
from bot.use_cases.surveys import Asked, Sheet
from handlers.shared import HOME_ROW, page_of, pager
from handlers.survey.answer import answer_words
from storage.waves import Wave


def invitation(wave: int, title: str, minutes: float, last_day: date, audience: Audience) -> Screen:
    words = text(
        f"survey-invitation-{_manner(audience)}",
        title=title,
        minutes=minutes,
        day=last_day,
        audience=audience.value,
    )
    return Screen(words, ((button("button-survey-open", "survey-open", wave),), HOME_ROW))


def surveys(found: Sequence[Asked], language: str) -> Screen:
    rows: tuple[Row, ...] = tuple(
        (
            button(
                text("literal", words=wording(asked.questionnaire.title, language)),
                "survey-open",
                asked.wave.id,
            ),
        )
        for asked in found
    )
    return Screen(text("surveys", n=len(found)), (*rows, HOME_ROW))


def introduction(sheet: Sheet, language: str) -> Screen:
    """Everything one should know before the first item; a complete sheet only waits to be sent."""
    if sheet.gap is None:
        return summary(sheet)
    questionnaire = sheet.questionnaire
    words = lines(
        text(
            "survey-introduction",
            title=wording(questionnaire.title, language),
            n=len(sheet.shown),
            minutes=minutes_left(questionnaire, sheet.answers, language),
        ),
        text(
            f"survey-who-sees-{_manner(questionnaire.audience)}",
            day=sheet.wave.last_day,
            group=MIN_GROUP,
            audience=questionnaire.audience.value,
        ),
        text("survey-pause"),
        text("survey-resumed", n=len(sheet.answers), number=_gap_number(sheet)) if sheet.answers else None,
        separator="\n\n",
    )
    return Screen(words, ((button(_go_label(sheet), "survey-go", sheet.wave.id),), HOME_ROW))


def summary(sheet: Sheet) -> Screen:
    wave = sheet.wave.id
    words = lines(
        text("survey-summary", given=len(sheet.given), total=len(sheet.shown)),
        text("survey-last-word" if sheet.wave.anonymous else "survey-last-word-school"),
    )
    send = (button("button-survey-send", "survey-send", wave),)
    return Screen(words, (send, (button("button-survey-review", "survey-review", wave, 0),), HOME_ROW))


def review(sheet: Sheet, page: int, language: str) -> Screen:
    """The answers so far; a number leads back to its item."""
    wave, items = sheet.wave.id, sheet.shown
    numbered, page = page_of(list(enumerate(items, start=1)), page)
    words = [
        lines(
            text("survey-review-question", number=number, question=full_wording(item, language)),
            answer_words(sheet, item, language),
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
    key = "survey-receipt" if wave.anonymous else "survey-receipt-school"
    return Screen(text(key, day=wave.last_day, group=MIN_GROUP), (HOME_ROW,))


def _manner(audience: Audience) -> str:
    """Pupils and parents answer in the same way, by counts."""
    return "counted" if audience.counted else audience.value


def _go_label(sheet: Sheet) -> Text:
    if sheet.gap is None:
        return text("button-survey-finish")
    if not sheet.answers:
        return text("button-survey-begin")
    return text("button-survey-resume", n=_gap_number(sheet))


def _gap_number(sheet: Sheet) -> int:
    assert sheet.gap is not None
    return sheet.shown.index(sheet.gap) + 1
