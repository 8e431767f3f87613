"""What is not a plan is refused in one sentence; what is one takes the place of a discarded draft."""

from __future__ import annotations

import io

import docx
import pytest
from PIL import Image

from tests.journeys.town import Town, document

NO_TABLE = (
    "Не нашёл в файле таблицы с мероприятиями. Нужна таблица, где есть мероприятие, срок и ответственный."
)
BROKEN = "Файл повреждён и не открывается. Сохраните его заново и пришлите ещё раз."
TOO_LARGE = (
    "Файл слишком большой: я читаю до 20 МБ, 150 страниц и 2000 мероприятий. "
    "Оставьте в нём только таблицу плана, без картинок, и пришлите ещё раз."
)
_HUGE = 21 * 1024 * 1024


def _empty_docx() -> bytes:
    buffer = io.BytesIO()
    docx.Document().save(buffer)
    return buffer.getvalue()


@pytest.mark.parametrize(
    ("name", "data", "told"),
    [
        (
            "plan.pdf",
            b"%PDF-1.7",
            BROKEN,
        ),
        ("plan.docx", _empty_docx(), NO_TABLE),
        ("plan.docx", b"not a zip", BROKEN),
        ("plan.txt", b" \n", "В файле ничего нет. Проверьте его и пришлите ещё раз."),
        ("plan.docx", bytes(_HUGE), TOO_LARGE),
    ],
    ids=["pdf", "empty docx", "broken docx", "empty txt", "too large"],
)
async def test_refused(town: Town, name: str, data: bytes, told: str) -> None:
    await town.coordinator.say("/plan")
    await town.coordinator.send_file(name, data)
    assert town.coordinator.last.text == told


async def test_a_photo_of_a_plan(town: Town) -> None:
    page = io.BytesIO()
    Image.new("RGB", (60, 80)).save(page, "JPEG")
    await town.coordinator.send_photo(page.getvalue())
    assert town.coordinator.last.text == (
        "По фотографии план не прочитать. Пришлите документ файлом: DOCX, XLSX, PDF или TXT. "
        "Чтобы приложить фото к отчёту, откройте задачу."
    )


async def test_the_same_file_twice_is_one_draft_and_another_stands_beside_it(town: Town) -> None:
    await town.send_plan()
    refused = await town.send_plan()
    assert refused.text.startswith("Этот же файл уже ждёт утверждения")
    other = await town.send_plan(document("Дорожная карта другая на 2026-2027 учебный год"))
    assert other.text.startswith("Дорожная карта другая")
    coordinator = town.coordinator
    await coordinator.say("/plan")
    await coordinator.press("Дорожная карта другая на 2026…")
    await coordinator.press("Удалить черновик")
    await coordinator.press("Да, удалить")
    assert coordinator.last.text.startswith("Дорожная карта Заречного района")


async def test_a_live_plan_is_not_replaced(town: Town) -> None:
    head, _ = await town.at_work()
    draft = await town.send_plan()
    assert "Исправление: Дорожная карта З…" in draft.labels
    await head.say("/plan")
    assert "в работе" not in head.last.text  # she sees the only plan that is live, not the draft
    assert head.last.text.startswith("Дорожная карта Заречного района")
    await head.send_file("Справка.txt", b"a paper out of the blue")
    assert head.last.text == (
        "Сейчас файл не ожидается. Чтобы приложить его к отчёту, откройте задачу и нажмите «Отчитаться»."
    )
