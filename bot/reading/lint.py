"""What a person should look at before the plan goes live. Codes and meanings: docs/reading.md."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from bot.domain.deadlines import Deadline, MonthDay
from bot.domain.plan import Doubt, DraftActivity
from bot.reading.columns import Role
from bot.reading.looks import is_cut
from bot.reading.party_words import PUBLIC_BODIES
from bot.reading.rows import RawActivity
from bot.reading.tables import Extract

MESSAGES = {
    "approximate": "Срок назван приблизительно: «{about}»",
    "cell_slid": "Начало результата похоже на конец результата строки выше и перенесено туда: «{about}»",
    "days_dropped": "Не все дни срока поняты: «{about}»",
    "duplicate_number": "Номер {about} стоит в разделе не один раз",
    "end_before_start": "Конец срока раньше начала: «{about}»",
    "event_and_date": "В сроке и дата, и событие; взята дата: «{about}»",
    "false_number": "Строка с номером {about} продолжала эту и соединена с ней",
    "frequency_dropped": "Частота в сроке не учтена: «{about}»",
    "header_lost": "У таблицы нет шапки, столбцы определены по содержанию",
    "impossible_date": "Такого дня нет в календаре: «{about}»",
    "list_or_range": "Неясно, перечень это или промежуток: «{about}»",
    "misspelt": "В сроке опечатка: «{about}»",
    "missing_number": "Нет номера",
    "mixed_years": "В разные годы сказано по-разному: «{about}»",
    "month_unknown": "Месяц не распознан: «{about}»",
    "no_deadline": "Срок не указан",
    "no_party": "Ответственный не указан",
    "no_result": "Результат не указан",
    "no_title": "Название мероприятия не указано",
    "not_understood": "Срок не понят: «{about}»",
    "outside_plan": "Срок вне периода плана: «{about}»",
    "rows_joined": "Следующая строка без номера принята за продолжение этой: «{about}»",
    "several_frequencies": "В сроке несколько частот: «{about}»",
    "text_cut": "Текст обрывается: «…{about}»",
    "times_unclear": "Неясно, сколько раз и когда: «{about}»",
    "torn_row": "От строки остался обрывок, он не вошёл в план: {about}",
    "until_unclear": "Неясно, входит ли названный год в срок: «{about}»",
    "wrong_word": "Похоже на ошибку или опечатку: «{about}»",
    "year_and_dates": "В сроке и год, и даты; взяты даты: «{about}»",
    "year_assumed": "Год определён предположительно: «{about}»",
    "year_unknown": "Не хватает года, чтобы определить день: «{about}»",
    "years_spread": "Один год отнесён ко всем датам: «{about}»",
}
_OTHER_DOUBT = "Срок прочитан с сомнением ({code}): «{about}»"
_YEAR = re.compile(r"(?:19|20)\d\d|\d{1,2}\.\d{1,2}\.\d\d\b")
Found = tuple[str, str]  # a code, and what the message is about


def find_doubts(
    activities: Sequence[DraftActivity], extract: Extract, *, year_guessed: bool
) -> tuple[Doubt, ...]:
    """Doubts about the whole plan first, then by activity; no code twice for one activity."""
    doubts = [_doubt(code, None, about) for code, about in extract.notes]
    numbers = Counter((item.section, _plain(item.number)) for item in activities if item.number)
    schools = any(PUBLIC_BODIES.search(party.text) is None for item in activities for party in item.parties)
    for index, (item, raw) in enumerate(zip(activities, extract.activities, strict=True)):
        found: dict[str, str] = {}
        for code, about in (
            *raw.notes,
            *_row_doubts(item, raw, numbers, extract.has_result),
            *(_word_doubts(item) if schools else ()),
            *_deadline_doubts(item.deadline, year_guessed),
        ):
            found.setdefault(code, about)
        doubts += [_doubt(code, index, about) for code, about in found.items()]
    return tuple(doubts)


def _doubt(code: str, activity: int | None, about: str) -> Doubt:
    return Doubt(code, activity, MESSAGES.get(code, _OTHER_DOUBT).format(about=about, code=code))


def _plain(number: str) -> str:
    return number.rstrip(".) ")


def _row_doubts(
    item: DraftActivity, raw: RawActivity, numbers: Counter[tuple[str, str]], has_result: bool
) -> Iterator[Found]:
    if not item.number and raw.numbered:
        yield "missing_number", ""
    if item.number and numbers[item.section, _plain(item.number)] > 1:
        yield "duplicate_number", item.number
    if not item.title:
        yield "no_title", ""
    if not raw.has_deadline:
        yield "no_deadline", ""
    if not item.parties:
        yield "no_party", ""
    if has_result and not item.result:
        yield "no_result", ""
    for role in (Role.TITLE, Role.RESPONSIBLE, Role.RESULT, Role.PROBLEM):
        text = " ".join(raw.text(role).split())
        if role is Role.RESPONSIBLE:
            text = text.rstrip(" ,;")  # a list of names may end so
        if is_cut(text):
            yield "text_cut", text[-40:]
            return


def _word_doubts(item: DraftActivity) -> Iterator[Found]:
    """«Общественные организации» among schools is «Общеобразовательные», misread in a scan."""
    for party in item.parties:
        if PUBLIC_BODIES.search(party.text):
            yield "wrong_word", party.text


def _deadline_doubts(deadline: Deadline, year_guessed: bool) -> Iterator[Found]:
    for code in deadline.doubts:
        yield code, deadline.phrase
    if year_guessed and deadline.windows and not _YEAR.search(deadline.phrase):
        yield "year_assumed", deadline.phrase
    sides = [day for window in deadline.windows for day in (window.start, window.end)]
    if "year_assumed" not in deadline.doubts and any(isinstance(day, MonthDay) for day in sides):
        yield "year_unknown", deadline.phrase
