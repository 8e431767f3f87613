"""The bank's lists, a practice's card, and what is asked on its way there."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from bot.domain.names import brief
from bot.domain.practices import MAX_EFFECT, Practice, PracticeState
from bot.domain.reports import Evidence, Form
from bot.domain.risk import FACTORS
from bot.domain.tasks import Task
from bot.screen import File, Row, Screen, Text, Texts, button, lines, text
from bot.use_cases.practices import PAGE, Bank, PracticeCard
from handlers.shared import HOME_ROW, LABEL, pager, shortened
from handlers.tasks.wording import task_name
from storage.thumbnails import thumbnail

_TITLE, _PLACE, _EFFECT, _WORDS = 150, 80, 150, 1500

_TO_BANK = button("button-practices", "practices", 0, 0)
_LAST: Row = (_TO_BANK, *HOME_ROW)


def bank(found: Bank, factor: int) -> Screen:
    """All practices or those of a factor."""
    heading = (
        text("practices-of-factor", factor=factor_name(factor), n=found.total)
        if factor
        else text("practices", n=found.total)
    )
    turn = pager("practices", factor, page=found.page, total=found.total, size=PAGE)
    ways = (
        button("button-practice-search", "practice-search"),
        button("button-by-factor", "practice-factors"),
    )
    return _listed(heading, found, (*turn, ways))


def found(result: Bank, words: str) -> Screen:
    key = "practices-found" if result.total else "practices-not-found"
    turn = pager("practices-found", page=result.page, total=result.total, size=PAGE)
    return _listed(text(key, words=words, n=result.total), result, (*turn, (_TO_BANK,)))


def factors(all_of_them: Bank) -> Screen:
    """Factors that have practices, each with how many."""
    counts = all_of_them.by_factor
    rows: tuple[Row, ...] = tuple(
        (button(text("practice-factor-label", number=str(f), n=str(counts[f])), "practices", f, 0),)
        for f in FACTORS
        if counts.get(f)
    )
    names = [numbered_factor(f) for f in FACTORS if counts.get(f)]
    return Screen(lines(text("practice-factors"), lines(*names), separator="\n\n"), (*rows, _LAST))


def ask_words() -> Screen:
    return Screen(text("practice-ask-words"), (_LAST,))


def ask_factor(task: Task) -> Screen:
    buttons = [button(text("literal", words=str(f)), "practice-factor", task.id, f) for f in FACTORS]
    name = task_name(task.number, task.title, _TITLE)
    words = lines(
        text("practice-ask-factor", task=name), lines(*map(numbered_factor, FACTORS)), separator="\n\n"
    )
    return Screen(words, (tuple(buttons[:5]), tuple(buttons[5:]), _back_to(task.id)))


def ask_effect(task_id: int) -> Screen:
    return Screen(text("practice-ask-effect", max=MAX_EFFECT), (_back_to(task_id),))


def card(found: PracticeCard, *, above: Text | None = None) -> Screen:
    practice = found.practice
    files = text("practice-files", n=practice.files) if practice.with_files and practice.files else None
    consent = text("practice-consent") if _is_asked(found) else None
    words = lines(above, practice_words(practice), files, consent, separator="\n\n")
    return Screen(words, _card_rows(found))


def practice_words(practice: Practice) -> Texts:
    place = text("literal", words=practice.place) if practice.place else text("role-coordinator")
    return lines(
        text("practice-title", title=shortened(practice.title, 300)),
        text("practice-where", place=place, district=practice.district),
        text("practice-factor", factor=numbered_factor(practice.factor)),
        text("practice-did", words=shortened(practice.words, _WORDS)) if practice.words else None,
        text("practice-effect", words=practice.effect),
    )


def files(practice: Practice, proofs: Sequence[Evidence], read: Callable[[str], bytes]) -> Screen:
    """The files themselves, links as words."""
    sent = tuple(
        File(
            e.name, partial(read, e.content_hash), "photo" if e.kind is Form.PHOTO else "document", thumbnail
        )
        for e in proofs
        if e.kind is not Form.LINK
    )
    links = [text("report-link-said", address=e.name) for e in proofs if e.kind is Form.LINK]
    words = lines(text("practice-files-of", title=shortened(practice.title, _TITLE)), *links)
    back = (button("button-practice", "practice", practice.id), *HOME_ROW)
    return Screen(words, (back,), files=sent, fresh=True)


def declined() -> Screen:
    return Screen(text("practice-declined"), (_LAST,))


def asked(practice: int, title: str) -> Screen:
    """To the author of a report that somebody would like others to read."""
    look = button("button-practice-look", "practice", practice)
    return Screen(text("practice-asked", title=title), ((look,), HOME_ROW))


def factor_name(factor: int) -> Text:
    return text(f"factor-{factor}")


def _listed(heading: Text, found: Bank, below: tuple[Row, ...]) -> Screen:
    words = [
        text(
            "practice-line",
            title=shortened(practice.title, _TITLE),
            place=brief(practice.place, _PLACE) or practice.district,
            effect=shortened(practice.effect, _EFFECT),
        )
        for practice in found.shown
    ]
    rows: list[Row] = [
        (button(text("literal", words=shortened(practice.title, LABEL)), "practice", practice.id),)
        for practice in found.shown
    ]
    return Screen(lines(heading, *words, separator="\n\n"), (*rows, *below, HOME_ROW))


def _card_rows(found: PracticeCard) -> tuple[Row, ...]:
    practice = found.practice
    rows: list[Row] = []
    if _is_asked(found):
        if practice.files:
            rows.append((button("button-practice-agree-files", "practice-agree", practice.id, 1),))
        rows.append((button("button-practice-agree", "practice-agree", practice.id, 0),))
        rows.append((button("button-practice-decline", "practice-decline", practice.id),))
    elif found.may_withdraw:
        rows.append((button("button-practice-withdraw", "practice-decline", practice.id),))
    if practice.with_files and practice.files:
        rows.insert(0, (button(text("button-documents", n=practice.files), "practice-files", practice.id),))
    return (*rows, _LAST)


def _is_asked(found: PracticeCard) -> bool:
    return found.is_author and found.practice.state is PracticeState.ASKED


def numbered_factor(factor: int) -> Text:
    return text("practice-factor-line", number=str(factor), factor=factor_name(factor))


def _back_to(task_id: int) -> Row:
    return (button("button-card", "task", task_id),)
