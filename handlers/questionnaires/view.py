"""Questionnaires as the coordinator sees them: a list, a card, the questions as they will be asked."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from bot.domain.pace import minutes_left
from bot.domain.surveys import (
    Form,
    Item,
    ItemKind,
    Questionnaire,
    find_item,
    full_wording,
    same_screen,
    wording,
)
from bot.questionnaires.nodes import Complaint
from bot.screen import Button, File, Row, Screen, Text, Texts, button, lines, text
from bot.use_cases.packs import PackList
from handlers.shared import HOME_ROW, page_of, pager
from handlers.survey.question import answer_rows, question_words

_COMPLAINTS = 12  # shown at once; each may be two lines


def packs(found: PackList, page: int, language: str) -> Screen:
    shown, page = page_of(found.questionnaires, page)
    rows: tuple[Row, ...] = tuple(
        (button(text("literal", words=wording(pack.title, language)), "pack", found.district_id, pack.code),)
        for pack in shown
    )
    turn = pager("packs-page", found.district_id, page=page, total=len(found.questionnaires))
    send = (button("button-pack-send", "pack-send", found.district_id),)
    back = (button("button-waves-back", "waves", found.district_id),)
    return Screen(text("packs"), (*rows, *turn, send, back, HOME_ROW))


def card(district: int, pack: Questionnaire, language: str) -> Screen:
    words = lines(
        text(
            "pack-card",
            title=wording(pack.title, language),
            code=pack.code,
            version=str(pack.version),
            n=len(pack.items),
            minutes=minutes_left(pack, language=language),
        ),
        text("pack-audience", audience=pack.audience.value),
        separator="\n\n",
    )
    rows: list[Row] = [(button("button-pack-preview", "preview", district, pack.code, 0),)]
    if pack.audience.counted:
        rows.append((button("button-pack-paper", "pack-paper", district, pack.code),))
    return Screen(words, (*rows, _back(district), HOME_ROW))


def preview(district: int, pack: Questionnaire, place: int, language: str) -> Screen:
    """A question as it will be asked. Every item is shown, and each answer leads on; nothing is kept."""
    always = replace(pack, items=tuple(replace(item, show_if=None) for item in pack.items))
    form, item = Form(always, {}), always.items[place]
    together = same_screen(always.items, item)
    first = always.items.index(together[0])
    after = ("preview", district, pack.code, first + len(together))
    words = lines(
        text("pack-preview"),
        _condition(pack, pack.items[first], language),
        question_words(form, together, language),
        separator="\n\n",
    )
    rows = tuple(
        tuple(replace(one, press=":".join(map(str, after))) for one in row)
        for row in answer_rows(form, together, "", language)
    )
    return Screen(words, (*rows, _turn(district, pack.code, first, after), _card_row(district, pack.code)))


def paper(district: int, pack: Questionnaire, file: File) -> Screen:
    return Screen(text("pack-paper"), (_card_row(district, pack.code), HOME_ROW), files=(file,), fresh=True)


def ask_file(district: int, sample: File) -> Screen:
    return Screen(text("pack-ask-file"), (_back(district), HOME_ROW), files=(sample,), fresh=True)


def complaints(district: int, found: Sequence[Complaint]) -> Screen:
    shown = [
        text("pack-complaint", line=str(one.line), words=Text(one.key, one.args))
        for one in found[:_COMPLAINTS]
    ]
    more = len(found) - len(shown)
    words = lines(
        text("pack-wrong", n=len(found)),
        lines(*shown, text("pack-complaints-more", n=more) if more else None),
        separator="\n\n",
    )
    return Screen(words, (_back(district), HOME_ROW))


def added(district: int, pack: Questionnaire, language: str) -> Screen:
    words = text("pack-added", title=wording(pack.title, language), version=str(pack.version))
    return Screen(words, (_card_row(district, pack.code), _back(district), HOME_ROW))


def _condition(pack: Questionnaire, item: Item, language: str) -> Text | None:
    if item.show_if is None:
        return None
    source = find_item(pack, item.show_if.item)
    options = [
        wording(option.text, language) for option in source.options if option.value in item.show_if.values
    ]
    answers: list[str] = options if source.kind is not ItemKind.NUMBER else sorted(item.show_if.values)
    shown = Texts(tuple(text("literal", words=words) for words in answers), "; ")
    return text("pack-preview-condition", question=full_wording(source, language), answers=shown)


def _turn(district: int, code: str, first: int, after: tuple[object, ...]) -> Row:
    back: tuple[Button, ...] = (
        (button("button-page-back", "preview", district, code, first - 1),) if first else ()
    )
    return (*back, Button(text("button-page-next"), ":".join(map(str, after))))


def _card_row(district: int, code: str) -> Row:
    return (button("button-pack-card", "pack", district, code),)


def _back(district: int) -> Row:
    return (button("button-packs-back", "packs", district),)
