"""A report from the first question to the coordinator's «принято»."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from bot.clock import SimulatedClock
from bot.domain.people import Role
from storage import Storage
from tests.school_life import MONDAY, Chat, District, Office, queued, told

PDF, JPEG = b"%PDF-1.7 done", b"\xff\xd8\xff\xe0 done"


class Stage:
    def __init__(self, district: District, office: Office, task: int, chats: dict[Role, Chat]) -> None:
        self.district, self.office, self.task, self.chats = district, office, task, chats
        self.deputy, self.head = chats[Role.DEPUTY], chats[Role.HEAD]
        self.coordinator = chats[Role.COORDINATOR]


@pytest.fixture
async def stage(sqlite_storage: Storage, tmp_path: Path) -> Stage:
    clock = SimulatedClock(MONDAY)
    district = await District(sqlite_storage, clock).found()
    office = Office(sqlite_storage, tmp_path, clock)
    people = {
        role: await district.add(role) for role in (Role.DEPUTY, Role.HEAD, Role.COORDINATOR, Role.METHODIST)
    }
    task = await district.task(date(2026, 9, 20))
    return Stage(district, office, task, {role: office.chat(person) for role, person in people.items()})


async def file_report(stage: Stage) -> str:
    await stage.deputy.press(f"report:{stage.task}")
    await stage.deputy.press_label("Частично")
    await stage.deputy.type("Провели в 5 классах из 7 & ждём <итоги>")
    await stage.deputy.type("25 человек")
    await stage.deputy.send("спра/вка.pdf", PDF)
    await stage.deputy.press_label("Готово, файлы приложены")
    return await stage.deputy.press_label("Отправить отчёт")


async def test_questions_come_one_by_one_and_each_answer_is_kept(stage: Stage) -> None:
    deputy = stage.deputy
    assert "Вопрос 1 из 4" in await deputy.press(f"report:{stage.task}")
    assert "Вопрос 2 из 4" in await deputy.press_label("Сделано")
    assert "Вопрос 3 из 4" in await deputy.type("Готово")
    # The bot was restarted and days have passed: the draft goes on at its first gap.
    assert "Вопрос 3 из 4" in await deputy.press(f"report:{stage.task}")
    assert await deputy.type("много") == "Нужно число, например: 25. Если не считали, нажмите «Пропустить»."
    assert "Вопрос 4 из 4" in await deputy.type(" 12 ")
    assert await deputy.send("big.zip", b"x" * (20 * 1024 * 1024 + 1)) == (
        "Файл больше 20 МБ. Сожмите его или пришлите фото страницы."
    )
    assert "ждём фото" in await deputy.type("вот он")
    assert "Приложено: 1\n• спра вка.pdf" in await deputy.send("спра/вка.pdf", PDF)
    for _ in range(2):
        assert "Приложено: 2" in await deputy.send("фото.jpg", JPEG, kind="photo")
    assert await deputy.press_label("Готово, файлы приложены") == (
        "<b>Отчёт.</b> № 1.2. Провести мониторинг\nПроверьте перед отправкой:\n\n"
        "Сделано\n«Готово»\nУчастников: 12\nФайлов: 2\n\n"
        "Ответы сохранены. Отправить можно и позже."
    )


async def test_an_answer_is_changed_without_going_through_the_rest_again(stage: Stage) -> None:
    deputy = stage.deputy
    await deputy.press(f"report:{stage.task}")
    await deputy.press_label("Сделано")
    await deputy.press_label("Без пояснений")
    await deputy.press_label("Пропустить")
    await deputy.press_label("Без документа")
    assert "Сейчас записано: Сделано" in await deputy.press_label("Итог")
    assert "Не сделано\n\nОтветы сохранены" in await deputy.press_label("Не сделано")
    await deputy.press_label("Что сделано")
    assert "«Заболел эксперт»" in await deputy.type("Заболел эксперт")
    assert "Стереть все ответы" in await deputy.press_label("Начать заново")
    assert "«Заболел эксперт»" in await deputy.press_label("Продолжить отчёт")
    await deputy.press_label("Начать заново")
    assert "Вопрос 1 из 4" in await deputy.press_label("Да, стереть ответы")
    assert "Вопрос 1 из 4" in await deputy.press("report-step:1:review")


async def test_a_report_goes_from_the_deputy_to_the_head_to_the_coordinator(stage: Stage) -> None:
    assert "Теперь его посмотрит директор" in await file_report(stage)
    assert await queued(stage.district.storage) == []  # the head's next morning tells of it
    assert await stage.head.press("confirming:0") == (
        "<b>На подтверждении:</b> 1 отчёт.\n1) № 1.2. Провести мониторинг (Школа № 1 · до 20 сентября)"
    )
    assert await stage.head.press_label("1) № 1.2") == (
        "<b>№ 1.2. Провести мониторинг</b>\n\n"
        "Отвечает: Школа № 1\nВ плане записано: Школа, РМК\nЧто должно получиться: Справка\n"
        "Срок: до 20 сентября 2026\nСейчас: отчёт на подтверждении\n\n"
        "<b>Отчёт, версия 1.</b> 7 сентября 2026, 11:00, deputy\nСделано частично\n"
        "«Провели в 5 классах из 7 &amp; ждём &lt;итоги&gt;»\nУчастников: 25\nФайлов: 1"
    )
    await stage.head.press_label("Документы (1)")
    assert stage.head.screen is not None
    assert [(f.name, f.content()) for f in stage.head.screen.files] == [("спра вка.pdf", PDF)]
    await stage.head.press(f"task:{stage.task}")
    stale = stage.head.buttons
    await stage.head.press_label("Подтвердить")
    assert "Пока вы смотрели" in await stage.head.press(stale["Подтвердить"])
    assert "Пока вы смотрели" in await stage.head.press(stale["Вернуть"])
    await stage.coordinator.press("accepting:0")
    await stage.coordinator.press_label("1) № 1.2")
    assert "Сейчас: принято" in await stage.coordinator.press_label("Принять")
    assert "Пока вы смотрели" in await stage.deputy.press(f"report:{stage.task}")
    history = await stage.deputy.press(f"task-history:{stage.task}:0")
    assert [line for line in history.split("\n") if ": " in line and "·" not in line] == [
        "Отчёт принят: подтверждено, ждёт приёмки → принято",
        "Отчёт подтверждён: отчёт на подтверждении → подтверждено, ждёт приёмки",
        "Отправлен отчёт: в работе → отчёт на подтверждении",
    ]


async def test_a_report_returned_comes_back_as_a_new_version(stage: Stage) -> None:
    await file_report(stage)
    await stage.head.press(f"return:{stage.task}:1")
    assert "Нужен текст" in await stage.head.type("   ")
    assert "Отчёт возвращён" in await stage.head.type("Нет подписи на справке")
    _, name, args = (await told(stage.district.storage))[-1]
    assert (name, args["reason"]) == ("report-returned", "Нет подписи на справке")
    card = await stage.deputy.press(f"task:{stage.task}")
    assert "Сейчас: возвращено на доработку\nПочему вернули: «Нет подписи на справке»" in card
    # The correction begins with all that was said, and only what is wrong is said anew.
    assert "Проверьте перед отправкой" in await stage.deputy.press_label("Исправить отчёт")
    await stage.deputy.press_label("Файлы")
    await stage.deputy.press_label("Убрать файлы")
    await stage.deputy.press_label("Отправить отчёт")
    card = await stage.head.press(f"confirm:{stage.task}:1")
    assert "Пока вы смотрели" in card  # the button spoke of the first version
    assert "<b>Отчёт, версия 2.</b>" in card
    assert "подтверждено" in await stage.head.press(f"confirm:{stage.task}:2")


async def test_nobody_replaces_a_colleagues_report_unawares(stage: Stage) -> None:
    colleague = stage.office.chat(await stage.district.add(Role.DEPUTY))
    await colleague.press(f"report:{stage.task}")
    await colleague.press_label("Сделано")
    await colleague.type("Сделал я")
    await colleague.press_label("Пропустить")
    await colleague.press_label("Без документа")
    await file_report(stage)
    card = await colleague.press_label("Отправить отчёт")
    assert "Пока вы смотрели" in card
    assert "<b>Отчёт, версия 1.</b>" in card
    review = await colleague.press_label("Продолжить отчёт")
    assert "«Сделал я»" in review
    assert "уже отправлен отчёт: версия 1, deputy. Ваш займёт его место." in review
    assert "Отчёт отправлен" in await colleague.press_label("Отправить отчёт")
    assert "<b>Отчёт, версия 2.</b>" in await stage.head.press(f"task:{stage.task}")


async def test_who_stands_highest_waits_for_nobody(stage: Stage) -> None:
    own = await stage.district.task(date(2026, 9, 30), place="c")
    body = await stage.district.task(date(2026, 9, 30), place=f"o{stage.district.body}")
    for chat, task, ending in (
        (stage.head, stage.task, "Отчёт отправлен координатору."),
        (stage.chats[Role.METHODIST], body, "Отчёт отправлен координатору."),
        (stage.coordinator, own, "Отчёт записан и принят. Если что-то не так"),
    ):
        await chat.press(f"report:{task}")
        await chat.press_label("Сделано")
        await chat.press_label("Без пояснений")
        await chat.press_label("Пропустить")
        await chat.press_label("Без документа")
        assert ending in await chat.press_label("Отправить отчёт")


async def test_two_people_of_a_school_write_in_drafts_of_their_own(stage: Stage) -> None:
    for chat in (stage.deputy, stage.head):
        await chat.press(f"report:{stage.task}")
        await chat.press_label("Сделано")
        await chat.press_label("Без пояснений")
        await chat.press_label("Пропустить")
        await chat.press_label("Без документа")
    sending = stage.deputy.buttons["Отправить отчёт"]
    await stage.deputy.press(sending)
    assert "Пока вы смотрели" in await stage.head.press_label("Отправить отчёт")
    await stage.head.press_label("Продолжить отчёт")
    await stage.head.press_label("Отправить отчёт")
    assert "Пока вы смотрели" in await stage.deputy.press(sending)
    assert "версия 2.</b> 7 сентября 2026, 11:00, head" in await stage.deputy.press(f"task:{stage.task}")


async def test_a_stranger_to_the_school_is_shown_nothing(stage: Stage) -> None:
    other = await stage.district.add_school("Школа № 2")
    stranger = stage.office.chat(await stage.district.add(Role.HEAD, school=other))
    await file_report(stage)
    draft_of_another = await stage.district.task(date(2026, 9, 21))
    await stage.deputy.press(f"report:{draft_of_another}")
    refused = "Вам это недоступно. Всё, что вы можете открыть, есть в меню."
    for press in (
        *(f"{key}:{stage.task}" for key in ("task", "report", "task-documents", "put-off", "due-report")),
        f"task-history:{stage.task}:0",
        f"confirm:{stage.task}:1",
        f"return:{stage.task}:1",
        "report-send:2:0",
        "report-outcome:2:done",
        "task:999",
    ):
        assert await stranger.press(press) == refused, press
    # Nothing was moved: the deputy's draft still stands at its first question.
    assert "Вопрос 1 из 4" in await stage.deputy.press(f"report:{draft_of_another}")
