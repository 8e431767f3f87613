"""One item of a survey as a screen, by its kind; a matrix shows several items at once."""

from __future__ import annotations

from collections.abc import Sequence

from bot.domain.pace import minutes_left
from bot.domain.surveys import Form, Item, ItemKind, chosen, same_screen, wording
from bot.screen import Button, Row, Screen, Text, Texts, button, lines, text
from bot.use_cases.sheets import Sheet
from handlers.shared import HOME_ROW
from handlers.survey.answer import answer_words

_LETTERS = {"ru": "абвг", "en": "abcd"}  # rows of a matrix


def question(sheet: Sheet, item: Item, language: str) -> Screen:
    """The item, and whatever else stands on its screen."""
    together = same_screen(sheet.shown, item)
    words = question_words(sheet, together, language)
    rows = answer_rows(sheet, together, str(sheet.key), language)
    return Screen(words, (*rows, *_navigation(sheet, together), HOME_ROW))


def question_words(form: Form, together: Sequence[Item], language: str) -> Texts:
    """How far one has come, and what is asked on this screen."""
    first = together[0]
    asked = _matrix(form, together, language) if first.matrix else _single(form, first, language)
    return lines(_progress(form, together, language), asked, separator="\n\n")


def answer_rows(form: Form, together: Sequence[Item], key: str, language: str) -> tuple[Row, ...]:
    """The buttons that answer; none where a line is typed."""
    if together[0].matrix:
        return tuple(_matrix_row(form, place, row, key, language) for place, row in enumerate(together))
    return _option_rows(form, together[0], key, language)


def _progress(form: Form, together: Sequence[Item], language: str) -> Text:
    shown = form.shown
    first = shown.index(together[0]) + 1
    minutes = minutes_left(form.questionnaire, form.answers, language)
    if len(together) == 1:
        return text("survey-progress", number=first, total=len(shown), minutes=minutes)
    last = first + len(together) - 1
    return text("survey-progress-several", first=first, last=last, total=len(shown), minutes=minutes)


def _single(form: Form, item: Item, language: str) -> Texts:
    return lines(
        text("survey-question", question=wording(item.text, language)),
        _hint(item, language),
        answer_words(form, item, language) if item.id in form.answers else None,
        separator="\n\n",
    )


def _hint(item: Item, language: str) -> Text | Texts | None:
    """What to do, where a press of one button is not all."""
    if item.tallied:
        options = [
            text("survey-tally-option", number=place, option=wording(option.text, language))
            for place, option in enumerate(item.options, 1)
        ]
        key = "survey-hint-tally-many" if item.kind is ItemKind.MANY else "survey-hint-tally"
        return lines(*options, text(key, n=len(options)))
    match item.kind:
        case ItemKind.MANY:
            return text("survey-hint-many")
        case ItemKind.NUMBER:
            return text("survey-hint-number")
        case ItemKind.SHARE:
            return text("survey-hint-share")
        case ItemKind.TEXT:
            return text("survey-hint-text", most=item.most)
        case _:
            return None


def _option_rows(form: Form, item: Item, key: str, language: str) -> tuple[Row, ...]:
    if item.typed:
        return ()
    picked = chosen(form.answers.get(item.id, ""))
    rows: list[Row] = []
    for option in item.options:
        label = text("literal", words=wording(option.text, language))
        route = "ans"
        if item.kind is ItemKind.MANY:
            route = "unpick" if option.value in picked else "pick"
            label = text("survey-picked", option=label) if option.value in picked else label
        rows.append((button(label, route, key, item.id, option.value),))
    return tuple(rows)


def _matrix(form: Form, together: Sequence[Item], language: str) -> Texts:
    """The heading, what the numbers mean, and the rows with their answers."""
    first = together[0]
    assert first.matrix is not None
    scale = [
        text("survey-scale-step", number=option.value, option=wording(option.text, language))
        for option in first.options
    ]
    rows = [
        lines(
            text("survey-matrix-row", letter=letter, row=wording(item.text, language)),
            answer_words(form, item, language) if item.id in form.answers else None,
        )
        for letter, item in zip(_LETTERS[language], together, strict=False)
    ]
    heading = text("survey-question", question=wording(first.matrix.text, language))
    return lines(heading, lines(*scale), *rows, separator="\n\n")


def _matrix_row(form: Form, place: int, item: Item, key: str, language: str) -> Row:
    given = form.answers.get(item.id)
    letter = _LETTERS[language][place]
    return tuple(
        button(
            text(
                "survey-matrix-picked" if option.value == given else "survey-matrix-step",
                letter=letter,
                number=option.value,
            ),
            "ans",
            key,
            item.id,
            option.value,
        )
        for option in item.options
    )


def _navigation(sheet: Sheet, together: Sequence[Item]) -> tuple[Row, ...]:
    """Back, skip and on, as far as there is where to go."""
    key, shown, item = sheet.key, sheet.shown, together[0]
    row: list[Button] = []
    if place := shown.index(item):
        row.append(button("button-page-back", "question", key, shown[place - 1].id))
    unanswered = [one for one in together if one.id not in sheet.answers]
    required = item.id == sheet.questionnaire.respondents
    if not required and (unanswered or len(together) == 1):
        row.append(button("button-survey-skip", "skip", key, item.id))
    if not unanswered:
        row.append(button("button-page-next", "survey-go", key))
    return (tuple(row),) if row else ()
