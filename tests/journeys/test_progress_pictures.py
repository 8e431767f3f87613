"""Progress in pictures, over HTTP: by section, by month, by term, on light and on dark paper."""

from __future__ import annotations

import io

from PIL import Image

from bot.charts import look
from bot.sandbox.persona import Persona
from tests.journeys.town import Town


def paper(person: Persona) -> str:
    """The colour of the corner of the picture that came last."""
    data = next(seen.photo for seen in person.newest_first() if seen.photo)
    with Image.open(io.BytesIO(data)) as picture:
        return "#{:02X}{:02X}{:02X}".format(*picture.convert("RGB").crop((0, 0, 1, 1)).tobytes())


def words(person: Persona) -> list[str]:
    """The lines that stand above the picture."""
    return next(seen.text for seen in person.newest_first() if seen.text).split("\n")


async def test_a_head_looks_at_months_and_terms_on_dark_paper(town: Town) -> None:
    head, _ = await town.at_work()
    await head.say("/start")
    await head.press("Прогресс")
    assert words(head)[0] == "Прогресс. МБОУ «Лесная СОШ»"
    light = paper(head)
    await head.press("Графики на тёмном фоне")
    dark = paper(head)
    await head.press("По месяцам")
    assert words(head)[0] == "По месяцам. МБОУ «Лесная СОШ»"
    await head.press("Прогресс")
    await head.press("Сроки")
    assert (light, dark, paper(head)) == (look.LIGHT[look.PAPER], *[look.DARK[look.PAPER]] * 2)
    assert words(head) == [
        "Сроки. МБОУ «Лесная СОШ»",
        "",
        "• 1. Диагностика дефицитов: 18.09.26, впереди, 0 из 1",
        "• 4. Курсы: ждёт даты",
    ]
