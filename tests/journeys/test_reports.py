"""People report: in few presses, with albums, voices and links, and nothing of it is lost."""

from __future__ import annotations

import io

import pytest
from PIL import Image

from tests.journeys.town import SCHOOLS, Town, answer_report, open_task

VOICE = b"OggS\x00\x02 a few words"
SMALL = "\n".join(
    [
        "Дорожная карта Заречного района на 2026-2027 учебный год",
        "",
        "№\tМероприятие\tСрок\tОтветственный\tОжидаемый результат",
        *(f"{n}\tДело {n}\tдо {n + 10} сентября 2026\tОО\t" for n in range(1, 6)),
        "6\tДиагностика\tдо 25 сентября 2026\tОО\tСправка",
    ]
).encode()


def photo(shade: int) -> bytes:
    """A JPEG of its own for each shade."""
    file = io.BytesIO()
    Image.new("RGB", (40, 30), (shade, 90, 120)).save(file, "JPEG")
    return file.getvalue()


# From where → what is pressed until the row's first question; at most six presses with the rest of it.
WAYS = {
    "a reminder": ("", ("1 · Отчитаться",)),
    "the list": ("/tasks", ("№ 2", "Отчитаться")),
    "the plan": ("/plan", ("Задачи с отбором", "№ 3", "Отчитаться")),
}


async def test_a_simple_row_takes_six_presses_from_wherever(town: Town) -> None:
    await town.add_schools(SCHOOLS[0])
    await town.send_plan(SMALL)
    await town.approve()
    await town.launch()
    head = await town.invite("Мария Белова", "+ Директор")
    await town.morning(8)
    for begin, pressed in WAYS.values():
        if begin:
            await head.say(begin)
        presses = (*pressed, "Сделано", "Больше ничего, к проверке", "Отправить отчёт")
        assert len(presses) <= 6
        for label in presses[:-2]:
            await head.press(label)
        await head.say("Провели")
        for label in presses[-2:]:
            await head.press(label)
        assert "Отчёт отправлен координатору" in head.last.text


async def test_an_album_is_answered_once(town: Town) -> None:
    head, deputy = await town.at_work()
    await open_task(deputy)
    await deputy.press("Отчитаться")
    await deputy.press("Сделано")
    await deputy.say("Провели")
    await deputy.say("12")
    before = len(deputy.screen)
    await deputy.send_album(*(photo(shade) for shade in range(0, 250, 50)))
    assert len(deputy.screen) - before == 5 + 1
    assert "Приложено: 5" in deputy.last.text
    await deputy.send_voice(VOICE)
    await deputy.say("Вот запись: https://zarechye.example.ru/news/15")
    assert "Приложено: 7" in deputy.last.text
    await deputy.press("Готово")
    await deputy.press("Отправить отчёт")
    await head.say("/start")
    await head.press("На подтверждении")
    await head.press("1) № 1")
    assert "Файлов: 6\nСсылка: https://zarechye.example.ru/news/15" in head.last.text
    await head.press("Документы (6)")
    sent = [seen for seen in head.screen if seen.photo]
    assert [seen.photo for seen in sent] == [photo(shade) for shade in range(0, 250, 50)]
    assert head.last.document is not None
    assert head.last.document[1] == VOICE
    albums = [e for e in town.stage.sandbox.journal.entries if e.method == "sendMediaGroup"]
    assert len(albums) == 1


@pytest.mark.parametrize(
    ("name", "data", "told"),
    [
        ("setup.exe", b"MZ\x90\x00", "Такие файлы не принимаются"),
        ("Справка.pdf", b"PK\x03\x04 not a PDF", "не соответствует его названию"),
    ],
)
async def test_what_is_no_paper_is_not_taken(town: Town, name: str, data: bytes, told: str) -> None:
    _, deputy = await town.at_work()
    await open_task(deputy)
    await deputy.press("Отчитаться")
    await deputy.press("Сделано")
    await deputy.say("Провели")
    await deputy.say("12")
    await deputy.send_file(name, data)
    assert told in deputy.last.text
    await deputy.send_file("Справка.pdf", b"%PDF-1.7")
    assert "Приложено: 1" in deputy.last.text


async def test_a_correction_a_withdrawal_and_a_pupils_name(town: Town) -> None:
    head, deputy = await town.at_work()
    await open_task(deputy)
    await answer_report(deputy, "Беседа с Ивановым Петей, 7А")
    await deputy.press("Отправить отчёт")
    assert "имя: «Ивановым Петей»" in deputy.last.text
    await deputy.press("Что сделано")
    await deputy.say("Беседа с учеником 7А")
    await deputy.press("Отправить отчёт")
    await deputy.press("К задаче")
    await deputy.press("Исправить отчёт")
    await deputy.press("Что сделано")
    await deputy.say("Две беседы")
    await deputy.press("Отправить отчёт")
    await deputy.press("К задаче")
    await deputy.press("Отозвать отчёт")
    await deputy.press("Да, отозвать")
    assert "«Беседа с учеником 7А»" in deputy.last.text  # the first version counts again
    await deputy.press("Отозвать отчёт")
    await deputy.press("Да, отозвать")
    assert "Отчёт, версия" not in deputy.last.text
    await deputy.press("История")
    await deputy.press("Все версии отчёта")
    assert "«Две беседы»" in deputy.last.text
    assert deputy.last.text.count("Отозван автором") == 2
    await head.say("/start")
    assert "На подтверждении (" not in " ".join(head.last.labels)


async def test_many_small_rows_are_reported_at_once(town: Town) -> None:
    await town.add_schools("МБОУ «Лесная СОШ»")
    await town.send_plan(SMALL)
    await town.approve()
    await town.launch()
    head = await town.invite("Мария Белова", "+ Директор", "МБОУ «Лесная СОШ»")
    await head.say("/tasks")
    await head.press("Отметить несколько")
    for label in ("1) № 1", "2) № 2", "6) № 6"):
        await head.press(label)
    assert "Отмечены 3 задачи" in head.last.text
    await head.press("2) ✓ № 2, снять")
    await head.press("Дальше (2)")
    await head.press("Сделано")
    await head.say("Всё проведено")
    assert "Документ не нужен (1):\n• № 1. Дело 1" in head.last.text
    assert "но его не будет (1):\n• № 6. Диагностика (Нужна справка)" in head.last.text
    await head.press("Только где не нужен (1)")
    assert "Отправлен 1 отчёт" in head.last.text
    assert "Остались отмеченными (1)" in head.last.text
    await head.press("Отметить несколько")
    assert "Отмечена 1 задача" in head.last.text
