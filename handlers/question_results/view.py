"""Results by question: the list of questions, one question with its picture, the waves that were released."""

from __future__ import annotations

from collections.abc import Callable

from bot.charts.shares import ShareChart, ShareRow
from bot.domain.anonymity import MIN_GROUP, MIN_GROUP_NUMBERS, Breakdown
from bot.domain.question_results import QuestionResult, percents
from bot.domain.surveys import full_wording, wording
from bot.screen import Chart, File, Row, Screen, Text, Texts, button, lines, text
from bot.use_cases.question_results import ReleasedWaves, WaveResults
from handlers.profile.wording import what_to_do
from handlers.question_results import figures
from handlers.shared import HOME_ROW, PAGE, page_of, pager, shortened
from storage.waves import Wave

Say = Callable[[Text | Texts], str]  # words for the picture, in the reader's language

_WORDS = 8  # free texts of up to 300 characters on one screen
_TITLE = 22  # characters of a questionnaire's title beside a date


def ready(wave: int, school: int, title: str) -> Screen:
    see = (button("button-by-question-see", "by-question", wave, school, 0),)
    return Screen(text("by-question-ready", title=title), (see, HOME_ROW))


def released(found: ReleasedWaves, page: int, language: str) -> Screen:
    """What a school can look at, the latest first."""
    shown, page = page_of(found.waves, page)
    rows: tuple[Row, ...] = tuple(
        (
            button(
                text(
                    "button-by-question-wave",
                    title=shortened(wording(questionnaire.title, language), _TITLE),
                    day=f"{wave.first_day:%m.%Y}",
                ),
                "by-question",
                wave.id,
                found.school.id,
                0,
            ),
        )
        for wave, questionnaire in shown
    )
    turn = pager("by-question-waves", found.school.id, page=page, total=len(found.waves))
    words = text("by-question-waves", school=found.school.name, n=len(found.waves))
    return Screen(words, (*rows, *turn, HOME_ROW))


def results(found: WaveResults, page: int, language: str) -> Screen:
    """Every question with its result in one line; a number opens it."""
    if not found.groups:
        return Screen(
            lines(heading(found, language), _hidden(found), separator="\n\n"), (_back(found), HOME_ROW)
        )
    numbered, page = page_of(list(enumerate(found.questions, start=1)), page)
    words = [
        lines(
            text("by-question-item", number=number, question=full_wording(result.item, language)),
            _headline(found, result, language),
        )
        for number, result in numbered
    ]
    of = (found.wave.id, found.school_id)
    numbers = tuple(
        button(text("survey-number", n=number), "by-question-one", *of, number - 1, 0)
        for number, _ in numbered
    )
    rows = (
        numbers,
        *pager("by-question", *of, page=page, total=len(found.questionnaire.items)),
        *_change_row(found),
        (button("button-by-question-file", "by-question-file", *of),),
        _back(found),
        HOME_ROW,
    )
    return Screen(lines(heading(found, language), *words, separator="\n\n"), rows)


def question(found: WaveResults, place: int, page: int, language: str, say: Say) -> Screen:
    """One question: all that is told of it, in words and as bars."""
    result = found.questions[place]
    shown, page = page_of(result.words, page, _WORDS)
    body = [text("by-question-word", words=words) for words in shown] or _lines(found, result, language)
    words = lines(
        text("by-question-question", number=place + 1, question=full_wording(result.item, language)),
        lines(*body),
        *_notes(found, result),
        separator="\n\n",
    )
    of = (found.wave.id, found.school_id)
    last = len(found.questionnaire.items) - 1
    turn = tuple(
        button(label, "by-question-one", *of, other, 0)
        for label, other in (("button-by-question-before", place - 1), ("button-by-question-next", place + 1))
        if 0 <= other <= last
    )
    rows = (
        *pager("by-question-one", *of, place, page=page, total=len(result.words), size=_WORDS),
        turn,
        (button("button-by-question-list", "by-question", *of, place // PAGE),),
        HOME_ROW,
    )
    picture = _chart(found, result, language, say)
    return Screen(words, tuple(row for row in rows if row), chart=Chart(picture) if picture else None)


def file(found: WaveResults, made: File) -> Screen:
    back = (button("button-by-question-list", "by-question", found.wave.id, found.school_id, 0),)
    return Screen(text("by-question-file"), (back, HOME_ROW), files=(made,), fresh=True)


def heading(found: WaveResults, language: str) -> Texts:
    """Which wave, whose answers, how many."""
    wave = found.wave
    return lines(
        text("by-question-title", title=wording(found.questionnaire.title, language)),
        text("by-question-dates", first=wave.first_day, last=wave.last_day),
        whose(found) if found.groups else None,
        text("by-question-answered", n=found.people) if found.groups and wave.anonymous else None,
        text("by-question-few-people", few=MIN_GROUP_NUMBERS) if found.in_words else None,
    )


def whose(found: WaveResults) -> Texts:
    """Of which schools the answers are."""
    if found.wave.breakdown is Breakdown.DISTRICT and found.wave.anonymous:
        return lines(text("by-question-district"))
    if found.school is None:
        hidden = text("by-question-schools-hidden", n=found.hidden) if found.hidden else None
        return lines(text("by-question-schools", n=len(found.shown)), hidden)
    beside = ", ".join(found.school.beside)
    return lines(
        text("by-question-school", school=found.school.school.name),
        text("by-question-beside", schools=beside) if beside else None,
    )


def _hidden(found: WaveResults) -> Text | Texts:
    """Why a school, or the whole wave, shows nothing, and how many answers it lacks."""
    if found.school is None:
        return text("by-question-nobody", group=MIN_GROUP)
    turnout, school, breakdown = found.school.turnout, found.school.school.name, found.wave.breakdown
    if not found.wave.anonymous:
        return text("by-question-not-stated", school=school)
    key = "by-question-hidden" if breakdown is Breakdown.SCHOOLS else "by-question-hidden-together"
    counts = text(key, school=school, n=turnout.sent, missing=turnout.missing, group=MIN_GROUP)
    return lines(counts, what_to_do(turnout, breakdown))


def _headline(found: WaveResults, result: QuestionResult, language: str) -> Text | Texts:
    if form := found.statement:
        return figures.stated(form, result.item, language)
    return figures.headline(result, language, in_words=found.in_words)


def _lines(found: WaveResults, result: QuestionResult, language: str) -> list[Text | Texts]:
    if found.statement or result.hidden or (found.in_words and result.cells):
        return [_headline(found, result, language)]
    return [
        text("by-question-line", options=options, share=figures.share_words(told, result.people))
        for options, told in figures.parts(result, language)
    ]


def _notes(found: WaveResults, result: QuestionResult) -> list[Text]:
    """How the figures are meant, and who is not in them."""
    if found.statement or not result.cells:
        return []
    notes: list[Text] = []
    if any(not told.exact for told in result.cells.values()):
        notes.append(text("by-question-coded"))
    if result.worse is None and result.people < found.people:
        without = found.people - result.people
        notes.append(text("by-question-left-out", n=without, few=MIN_GROUP_NUMBERS))
    return notes


def _chart(found: WaveResults, result: QuestionResult, language: str, say: Say) -> ShareChart | None:
    if found.statement or found.in_words or not result.cells:
        return None
    people = result.people
    rows = [
        ShareRow(say(options), say(figures.percent_words(told, people)), *percents(told, people))
        for options, told in figures.parts(result, language)
    ]
    vague = any(row.low < row.high for row in rows)
    return ShareChart(
        title=full_wording(result.item, language),
        summary=_summary(found, people, language, say),
        certain=say(text("by-question-certain")),
        possible=say(text("by-question-possible")) if vague else "",
        rows=tuple(rows),
    )


def _summary(found: WaveResults, people: int, language: str, say: Say) -> str:
    title = wording(found.questionnaire.title, language)
    place = found.school.school.name if found.school else found.wave.district
    return say(text("by-question-summary", title=title, place=place, n=people))


def _change_row(found: WaveResults) -> tuple[Row, ...]:
    return (against(found, found.earlier[0]),) if found.earlier and found.wave.anonymous else ()


def against(found: WaveResults, before: Wave) -> Row:
    """To what changed since an earlier wave."""
    label = text("button-by-question-change", day=f"{before.first_day:%d.%m.%Y}")
    return (button(label, "by-question-change", found.wave.id, found.school_id, before.id, 0),)


def _back(found: WaveResults) -> Row:
    if found.runs_waves:
        return (button("button-by-question-wave-back", "wave", found.wave.id),)
    return (button("button-by-question-waves", "by-question-waves", found.school_id, 0),)
