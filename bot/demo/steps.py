"""The eight steps of the tour on the page: a district's whole circle in five minutes."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from bot.demo.cast import NEIGHBOUR
from bot.sandbox.page.guide import Event, Step
from bot.screen import text
from bot.tour.cast import COORDINATOR, DEPUTIES, HEADS, TEACHERS
from bot.words import LANGUAGES, Words

_DEPUTY, _HEAD, _TEACHER = DEPUTIES[0], HEADS[0], TEACHERS[0]
Happened = Callable[[Event], bool]


def steps() -> Sequence[Step]:
    words = Words()
    return (*_plan(), *_task(words), *_survey_and_papers(words))


def _plan() -> Iterator[Step]:
    yield _step(
        "read",
        NEIGHBOUR,
        ("Прислать план", "Send a plan"),
        "Степан Аркадьевич — координатор района без плана: отправьте от него наш образец или свою"
        " дорожную карту.",
        "Stepan coordinates a district without a plan: send our sample or your own road map for him.",
        ["sample"],
        _offers("plan-approve"),
    )
    yield _step(
        "approve",
        NEIGHBOUR,
        ("Утвердить план", "Approve it"),
        "Бот прочитал документ: пройдите сомнения или сразу нажмите «Утвердить план».",
        "The bot has read the document: settle its doubts, or approve the plan at once.",
        ["press:doubts-keep", "press:plan-approve-all", "press:plan-approve", "press:plan", "sample"],
        _offers("plan-reopen"),
    )


def _task(words: Words) -> Iterator[Step]:
    yield _step(
        "remind",
        _DEPUTY,
        ("Получить напоминание", "Get a reminder"),
        "Пётр Алексеевич — завуч: нажимайте «К следующему событию», пока утром ему не придёт сообщение"
        " со всеми сроками.",
        "Pyotr is a deputy head: press “To the next event” until a morning message brings his deadlines.",
        ["control:next"],
        lambda event: event.person == _DEPUTY and "due-report" in event.presses,
    )
    yield _step(
        "report",
        _DEPUTY,
        ("Отчитаться", "File a report"),
        "Нажмите «Отчитаться» под напоминанием, ответьте на четыре вопроса и отправьте отчёт.",
        "Press “Report” below the reminder, answer four questions and send the report.",
        ["press:report-send", "press:report-outcome", "press:report-skip", "press:due-report"],
        _says(words, "report-sent-reported", "report-sent-confirmed", "report-sent-accepted"),
    )
    yield _step(
        "confirm",
        _HEAD,
        ("Подтвердить отчёт", "Confirm it"),
        "Мария Ивановна — директор этой школы: откройте пришедший отчёт и нажмите «Подтвердить».",
        "Maria heads this school: open the report that has come and press “Confirm”.",
        ["press:confirm", "press:task", "press:due-confirming", "press:confirming"],
        _says(words, "confirmed-toast", "accepted-toast"),
    )


def _survey_and_papers(words: Words) -> Iterator[Step]:
    yield _step(
        "survey",
        _TEACHER,
        ("Ответить на анкету", "Answer a survey"),
        "Елена Викторовна — учитель: откройте анкету и отвечайте, одно нажатие на вопрос; ответы анонимны.",
        "Elena teaches: open the survey and answer, one press a question; the answers are anonymous.",
        ["press:survey-send", "press:ans", "press:survey-go", "press:survey-open"],
        _says(words, "survey-receipt", day="\0", group="\0"),
    )
    yield _step(
        "chart",
        COORDINATOR,
        ("Увидеть прогресс", "See the progress"),
        "Анна Петровна — координатор: выберите «Меню» (☰ → /start), потом «Прогресс», и бот нарисует"
        " картинку.",
        "Anna coordinates the district: choose the menu (☰ → /start), then “Progress”; the bot draws.",
        ["press:progress", "press:home", "menu"],
        lambda event: event.photo,
    )
    yield _step(
        "paper",
        COORDINATOR,
        ("Скачать документ", "Download a paper"),
        "Там же: «Меню» → «План» → «Выгрузить план», и бот пришлёт таблицу с отметками о выполнении.",
        "Same place: menu → “Plan” → “Export the plan”, and the bot sends the table with its marks.",
        ["press:plan-export", "press:plans", "press:plan", "press:home", "menu"],
        lambda event: event.document,
    )


def _step(
    step_id: str,
    person: str,
    title: tuple[str, str],
    russian: str,
    english: str,
    lights: Sequence[str],
    happened: Happened,
) -> Step:
    titles = dict(zip(("ru", "en"), title, strict=True))
    return Step(step_id, person, titles, {"ru": russian, "en": english}, lights, happened)


def _offers(route: str) -> Happened:
    return lambda event: route in event.presses


def _says(words: Words, *keys: str, **args: object) -> Happened:
    """Whether a message or toast holds one of these texts, up to its first argument."""
    texts = (words.plain(text(key, **args), language) for key in keys for language in LANGUAGES)
    sought = [words.partition("\0")[0] for words in texts]
    return lambda event: any(words in event.text for words in sought)
