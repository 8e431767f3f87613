"""Who answers for what is asked once: the second plan asks only about those the first did not name."""

from __future__ import annotations

from tests.journeys.town import SCHOOLS, Town

_HEADER = ("№", "Мероприятие", "Срок", "Ответственный", "Ожидаемый результат")
SPRING = (
    ("1", "Обмен опытом", "до 18 сентября 2026", "Руководители ОО, районный методический кабинет", "План"),
    ("2", "Разбор ошибок", "до 25 сентября 2026", "Школы с низкими результатами", "Справка"),
    ("3", "Сверка данных", "до 25 сентября 2026", "координатор", "Отчёт"),
)


def _document(title: str, *rows: tuple[str, ...]) -> bytes:
    return "\n".join([title, "", *("\t".join(row) for row in (_HEADER, *rows))]).encode()


async def test_a_second_plan_asks_only_about_new_parties(town: Town) -> None:
    coordinator = town.coordinator
    head, _ = await town.at_work()
    await town.send_plan(_document("Дорожная карта «500+» на 2026-2027 учебный год", *SPRING), "500.txt")
    for label in ("Утвердить план", "Оставить всё и утвердить"):
        if any(shown.startswith(label) for shown in coordinator.last.labels):
            await coordinator.press(label)
    await coordinator.press("Связать ответственных (1)")
    assert coordinator.last.text.splitlines()[:3] == [
        "Ответственные плана: 4",
        "Узнал 3 из 4 по прошлым планам.",
        "Осталось связать 1. Предложение верно? Нажмите «Всё верно», а если нет, то его номер.",
    ]
    # The one new party is some of the schools: the second one.
    for label in ("1", "Часть школ…", SCHOOLS[1], "Готово: 1", "Запустить план"):
        await coordinator.press(label)
    assert coordinator.last.text.splitlines()[:2] == ["План запущен: 4 задачи", "• для 2 школ"]
    await head.say("/tasks")
    assert "Обмен опытом" in head.last.text
    assert "Разбор ошибок" not in head.last.text


async def test_a_wrong_answer_is_mended_from_the_list(town: Town) -> None:
    coordinator = town.coordinator
    head, _ = await town.at_work()
    for label in ("/start", "Школы", "Ответственные"):
        await (coordinator.say(label) if label.startswith("/") else coordinator.press(label))
    assert coordinator.last.text.splitlines()[0] == (
        "Ответственные района: 3. Вот кого я помню. Нажмите номер, чтобы изменить."
    )
    await coordinator.press("3")
    assert coordinator.last.text.splitlines()[1:4] == ["РМК", "Стоит в 1 строке: 2", "Сейчас: РМК"]
    for label in ("Каждая школа", "Ко всем ответственным", "Передать задачи"):
        await coordinator.press(label)
    assert coordinator.last.text.splitlines()[1:3] == [
        "• новые задачи: 2",
        "• снимется 1 незавершённая задача прежних ответственных",
    ]
    await coordinator.press("Да, передать")
    assert coordinator.last.text.splitlines()[-1] == "Об этом узнают 2 человека."
    await town.news()
    await head.sees("Семинар для завучей")
