"""The message of the day, worded from what was stored when it was composed."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from bot.domain.reminders import Part
from bot.screen import Button, Row, Screen, Text, Texts, button, lines, text
from handlers.consultations.view import reminders as consultation_reminders
from handlers.digests.words import digest_rows, district_words, weeks_words
from handlers.examinations.view import reminders as examination_reminders
from handlers.news.view import news_rows, news_words
from handlers.not_mine.view import refusal_row, said
from handlers.partners.view import reminders as contract_reminders
from handlers.rising.view import risen_words
from handlers.shared import HOME_ROW
from handlers.tasks.wording import day_month, task_label, task_name

TITLE = 120

Json = Mapping[str, Any]


def morning(
    tasks: Sequence[Json],
    more: int,
    to_confirm: int,
    digest: Json | None,
    weeks: Json | None = None,
    confirm_waits: int = 0,
    risen: Sequence[Json] = (),
    risen_more: int = 0,
    refusals: Sequence[Json] = (),
    refusals_more: int = 0,
    news: Sequence[Json] = (),
    surveys: Sequence[Json] = (),
    consultations: Sequence[Json] = (),
    contracts: Sequence[Json] = (),
    examinations: Sequence[Json] = (),
) -> Screen:
    about_tasks = tasks or to_confirm or digest or risen or refusals or weeks
    words = lines(
        text("morning"),
        news_words(news) if news else None,
        _tasks(tasks, more) if tasks else None,
        _to_confirm(to_confirm, confirm_waits) if to_confirm else None,
        risen_words(risen, risen_more) if risen else None,
        _refusals(refusals) if refusals else None,
        district_words(digest) if digest else None,
        weeks_words(weeks) if weeks else None,
        _ahead(consultations, contracts, examinations),
        _surveys(surveys) if surveys else None,
        separator="\n\n",
    )
    rows = (
        *news_rows(news),
        *_task_rows(tasks, to_confirm),
        *_refusal_rows(refusals, refusals_more),
        *_digest_rows(digest, weeks),
        *_ahead_rows(consultations, examinations, surveys),
        (button("button-all-my-tasks", "due-tasks"),) if about_tasks else HOME_ROW,
    )
    return Screen(words, rows, fresh=True)


def _ahead(
    consultations: Sequence[Json], contracts: Sequence[Json], examinations: Sequence[Json]
) -> Texts | None:
    """Days that are no task's: where to come, what ends, and which schools are still to be examined."""
    parts = (
        consultation_reminders(consultations) if consultations else None,
        contract_reminders(contracts) if contracts else None,
        examination_reminders(examinations) if examinations else None,
    )
    return lines(*parts) if any(parts) else None


def _ahead_rows(
    consultations: Sequence[Json], examinations: Sequence[Json], surveys: Sequence[Json]
) -> tuple[Row, ...]:
    looks = [("button-consultation-look", "due-consultation", one["id"]) for one in consultations]
    districts = dict.fromkeys(one["district"] for one in examinations)
    looks += [("button-exams", "due-exams", district) for district in districts]
    looks += [("button-survey-open", "due-survey", one["wave"]) for one in surveys]
    return tuple((button(*look),) for look in looks)


def _surveys(surveys: Sequence[Json]) -> Texts:
    """Voluntary, and so without a word of delay."""
    return lines(
        *(
            text(
                "morning-survey",
                title=survey["title"],
                day=day_month(date.fromisoformat(survey["last_day"])),
                n=survey["days_left"],
            )
            for survey in surveys
        )
    )


def _to_confirm(reports: int, waits: int) -> Texts:
    longest = text("digest-accept-waits", days=text("digest-days", n=waits)) if waits else None
    return lines(text("morning-to-confirm", n=reports), longest)


def _tasks(tasks: Sequence[Json], more: int) -> Texts:
    shown = (_task(index, task) for index, task in enumerate(tasks, 1))
    rest = text("morning-more", n=more) if more else None
    return lines(text("morning-tasks"), *shown, rest)


def _task(index: int, task: Json) -> Text:
    details: list[Text] = [text("literal", words=words) for words in (task["label"], task["place"]) if words]
    details.append(_deadline(task))
    if task["returned"]:
        details.append(text("morning-returned"))
    if task["part"] == Part.WATCH.value:
        details.append(text("morning-watched"))
    return text(
        "morning-task",
        index=index,
        task=task_name(task["number"], task["title"], TITLE),
        details=Texts(tuple(details), " · "),
    )


def _deadline(task: Json) -> Text:
    left: int = task["days_left"]
    if not task["last_day"]:
        return text("task-window-none")
    if left < 0:
        return text("morning-overdue", n=-left)
    if left == 0:
        return text("morning-today")
    return text("morning-left", n=left, day=day_month(date.fromisoformat(task["last_day"])))


def _refusals(refusals: Sequence[Json]) -> Texts:
    listed = (
        said(index, one["number"], one["title"], one["who"], one["place"], one["why"])
        for index, one in enumerate(refusals, 1)
    )
    return lines(text("morning-refusals"), *listed)


def _refusal_rows(refusals: Sequence[Json], more: int) -> tuple[Row, ...]:
    rows = tuple(refusal_row(index, one["task"], one["person"]) for index, one in enumerate(refusals, 1))
    every = button(text("button-refusals", n=len(refusals) + more), "due-refusals")
    return (*rows, (every,)) if more else rows


def _task_rows(tasks: Sequence[Json], to_confirm: int) -> tuple[Row, ...]:
    """Buttons that open below, so that the list stays in sight."""
    rows: list[tuple[Button, ...]] = []
    for index, task in enumerate(tasks, 1):
        if task["part"] == Part.WATCH.value:
            label = text("button-morning-look", index=index, task=task_label(task["number"], task["title"]))
            rows.append((button(label, "due-task", task["task"]),))
        else:
            report = button(text("button-morning-report", index=index), "due-report", task["task"])
            put_off = button("button-put-off", "due-put-off", task["task"])
            not_mine = (button("button-not-mine", "due-not-mine", task["task"]),)
            rows.append((report, put_off, *(not_mine if task["refusable"] else ())))
    if to_confirm:
        rows.append((button(text("button-confirming-counted", n=to_confirm), "due-confirming"),))
    return tuple(rows)


def _digest_rows(digest: Json | None, weeks: Json | None) -> tuple[Row, ...]:
    more: tuple[Row, ...] = ((button("button-digest-more", "due-digest"),),) if digest or weeks else ()
    return (*(digest_rows(digest) if digest else ()), *more)
