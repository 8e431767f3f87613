"""A survey as screens: who will see what, the sheet before sending, the receipt."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from bot.domain.anonymity import MIN_GROUP, MIN_GROUP_FREE_TEXT
from bot.domain.names import brief
from bot.domain.pace import minutes_left
from bot.domain.surveys import Audience, ItemKind, full_wording, wording
from bot.screen import Row, Screen, Text, Texts, button, lines, text
from bot.use_cases.sheets import Sheet
from bot.use_cases.surveys import Asked
from handlers.shared import HOME_ROW, LABEL, page_of, pager
from handlers.survey.answer import answer_words
from storage.waves import Wave


def invitation(
    wave: int, title: str, minutes: float, last_day: date, audience: Audience, *, again: bool = False
) -> Screen:
    words = text(
        f"survey-invitation-{_manner(audience)}",
        title=title,
        minutes=minutes,
        day=last_day,
        audience=audience.value,
    )
    lost = text("survey-again", title=title) if again else None
    whole = lines(lost, words, separator="\n\n")
    return Screen(whole, ((button("button-survey-open", "survey-open", wave),), HOME_ROW))


def surveys(found: Sequence[Asked], language: str) -> Screen:
    """One button a survey, however many schools one answers for."""
    titles = {asked.wave.id: wording(asked.questionnaire.title, language) for asked in found}
    rows: tuple[Row, ...] = tuple(
        (button(text("literal", words=title), "survey-open", wave),) for wave, title in titles.items()
    )
    stored = (button("button-anonymity", "anonymity-waves", 0),)
    return Screen(text("surveys", n=len(rows)), (*rows, stored, HOME_ROW))


def sent(wave: Wave) -> Screen:
    """A teacher's answers are sent: there is only to see what is left of them."""
    return Screen(text("error-survey-sent", day=wave.last_day), (*_check_row(wave), HOME_ROW))


def schools(asked: Sequence[Asked], language: str) -> Screen:
    """For which of one's schools a survey is to be answered."""
    rows: tuple[Row, ...] = tuple(
        (button(text("literal", words=brief(one.school.name, LABEL)), "survey-open", one.key),)
        for one in asked
        if one.school
    )
    title = wording(asked[0].questionnaire.title, language)
    return Screen(text("survey-schools", title=title, n=len(rows)), (*rows, HOME_ROW))


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
        _who_sees(sheet),
        text("survey-counted-in", school=sheet.counted_in) if sheet.counted_in else None,
        _shared(sheet),
        text("survey-pause"),
        text("survey-resumed", n=len(sheet.answers), number=_gap_number(sheet)) if sheet.answers else None,
        separator="\n\n",
    )
    go = (button(_go_label(sheet), "survey-go", sheet.key),)
    return Screen(words, (go, *_check_row(sheet.wave), HOME_ROW))


def summary(sheet: Sheet) -> Screen:
    key, shared = sheet.key, sheet.shared
    words = lines(
        _shared(sheet),
        text("survey-summary", given=len(sheet.given), total=len(sheet.shown)),
        text("survey-last-word-school" if shared else "survey-last-word", day=sheet.wave.last_day),
    )
    send = (button("button-survey-send", "survey-send", key),)
    review = (button("button-survey-review", "survey-review", key, 0),)
    rows = (review,) if shared and shared.as_sent else (send, review)
    return Screen(words, (*rows, *_check_row(sheet.wave), HOME_ROW))


def review(sheet: Sheet, page: int, language: str) -> Screen:
    """The answers so far; a number leads back to its item."""
    key, items = sheet.key, sheet.shown
    numbered, page = page_of(list(enumerate(items, start=1)), page)
    words = [
        lines(
            text("survey-review-question", number=number, question=full_wording(item, language)),
            answer_words(sheet, item, language),
        )
        for number, item in numbered
    ]
    numbers = tuple(
        button(text("survey-number", n=number), "question", key, item.id) for number, item in numbered
    )
    rows = (
        numbers,
        *pager("survey-review", key, page=page, total=len(items)),
        (button(_go_label(sheet), "survey-go", key),),
        HOME_ROW,
    )
    return Screen(lines(text("survey-review"), *words, separator="\n\n"), rows)


def receipt(wave: Wave) -> Screen:
    key = "survey-receipt" if wave.anonymous else "survey-receipt-school"
    return Screen(text(key, day=wave.last_day, group=MIN_GROUP), (*_check_row(wave), HOME_ROW))


def _who_sees(sheet: Sheet) -> Texts:
    """Who will see what: of an anonymous wave also whose answers stand together, as was settled for it."""
    questionnaire, wave = sheet.questionnaire, sheet.wave
    words = text(
        f"survey-who-sees-{_manner(questionnaire.audience)}",
        day=wave.last_day,
        group=MIN_GROUP,
        audience=questionnaire.audience.value,
    )
    if not wave.anonymous:
        return lines(words)
    told = any(item.kind is ItemKind.TEXT for item in questionnaire.items)
    return lines(
        words,
        text(f"survey-shown-{wave.breakdown.value}", group=MIN_GROUP),
        text("survey-shown-words", group=MIN_GROUP_FREE_TEXT) if told else None,
    )


def _check_row(wave: Wave) -> tuple[Row, ...]:
    """A school's own statement is not anonymous, and its card says so."""
    return ((button("button-anonymity", "anonymity", wave.id),),) if wave.anonymous else ()


def _shared(sheet: Sheet) -> Texts | None:
    """Of a school's own statement: which school, who has worked on it, whether it was sent."""
    shared = sheet.shared
    if shared is None:
        return None
    sent = "survey-shared-sent" if shared.as_sent else "survey-shared-changed"
    return lines(
        text("survey-shared", school=shared.school),
        text("survey-shared-authors", begun=shared.begun_by, changed=shared.changed_by)
        if shared.begun_by
        else None,
        text(sent, day=sheet.wave.last_day) if shared.sent else None,
    )


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
