"""People report: in few presses, with albums, voices and links, and nothing of it is lost."""

from __future__ import annotations

import io

import pytest
from PIL import Image

from tests.journeys.town import Town, open_task

VOICE = b"OggS\x00\x02 a few words"


def photo(shade: int) -> bytes:
    """A JPEG of its own for each shade."""
    file = io.BytesIO()
    Image.new("RGB", (40, 30), (shade, 90, 120)).save(file, "JPEG")
    return file.getvalue()


async def test_a_simple_row_takes_six_presses(town: Town) -> None:
    _, deputy = await town.at_work()
    await deputy.say("/tasks")
    for label in ("№ 1", "Отчитаться", "Сделано"):
        await deputy.press(label)
    await deputy.say("Провели")
    for label in ("Пропустить", "Без документа", "Отправить отчёт"):
        await deputy.press(label)
    assert "Отчёт отправлен" in deputy.last.text


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
