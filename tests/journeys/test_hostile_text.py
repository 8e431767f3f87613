"""Whatever people type is only text: it is shown as it was written, and nothing that is sent fails."""

from __future__ import annotations

import pytest

from bot.sandbox.persona import Persona
from bot.tour.stage import Stage
from tests.journeys.town import SCHOOLS, Town, answer_report, document, link_in, open_queue, open_task

MARKUP = "<b>жирный</b> & <a href='x'>y</a> &lt;i&gt; { $name } {-term} %s {0} `код` _курсив_ *"
DIRECTIONS = "\u202eсправа налево\u202c \u200f\u2068изолят\u2069 👩‍👩‍👧‍👦🏳️‍🌈 Ёжик"
HOSTILE = (MARKUP, DIRECTIONS)
LONG = ("<&>😀" * 800, "x" * 4096)  # as long as a client sends
# A text document may hold tags, as the sample does: they are its formatting, not its words.
IN_PLAN = f"{DIRECTIONS} a < b & c > d {{ $name }} %s {{0}} `код` _курсив_ *"


@pytest.mark.parametrize("words", HOSTILE, ids=["markup", "directions"])
async def test_every_name(stage: Stage, words: str) -> None:
    """A district's, a school's and a person's."""
    shown = " ".join(words.split())
    town = await Town.found(stage, name=words)
    assert shown in said(town.admin)
    await town.add_schools(words)
    coordinator = town.coordinator
    await coordinator.say("/start")
    await coordinator.press("Люди и ссылки")
    await coordinator.press(shown[:10])
    await coordinator.press("+ Заместитель")
    assert shown in coordinator.last.text
    deputy = stage.sandbox.persona("Пётр Седов")
    await deputy.open_link(link_in(coordinator.last))
    await deputy.press("Согласен")
    await deputy.press("Изменить имя")
    await deputy.say(words)
    assert deputy.last.text.startswith(f"Готово, {shown}!")
    await deputy.say("/start")
    assert shown in deputy.last.text
    await coordinator.press("⌂ Меню")
    await coordinator.press("Люди и ссылки")
    await coordinator.press(shown[:10])
    assert f"• {shown}, заместитель директора" in coordinator.last.text


@pytest.mark.parametrize("words", HOSTILE, ids=["markup", "directions"])
async def test_a_report_and_its_return(town: Town, words: str) -> None:
    head, deputy = await town.at_work()
    await open_task(deputy)
    await answer_report(deputy, words)
    assert words.strip() in deputy.last.text
    await deputy.press("Отправить отчёт")
    await open_queue(head)
    assert words.strip() in head.last.text
    await head.press("Вернуть")
    await head.say(words)
    await town.news()
    assert words.strip() in deputy.last.text
    await deputy.press("К задаче")
    await deputy.press("История")
    assert words.strip() in deputy.last.text


async def test_what_is_not_understood(town: Town) -> None:
    """A line out of the blue, a day, a number, a list that is no list, a deadline, a name."""
    _, deputy = await town.at_work()
    coordinator = town.coordinator
    await open_task(deputy)
    await deputy.press("Отложить")
    await deputy.press("Выбрать день")
    await refused(deputy, *HOSTILE, *LONG)
    await open_task(deputy)
    await deputy.press("Отчитаться")
    await deputy.press("Сделано")
    await refused(deputy, *LONG)
    await deputy.say("Провели")
    await refused(deputy, *HOSTILE, *LONG)
    await deputy.say("/start")
    await refused(deputy, *HOSTILE, *LONG)
    await coordinator.say("/start")
    await coordinator.press("Школы")
    await coordinator.press("Добавить списком")
    await refused(coordinator, *LONG)
    await coordinator.say("/plan")
    await coordinator.press("Строки плана")
    await coordinator.press(data="activity:4")  # the row without a date
    await coordinator.press(SCHOOLS[0][:10])
    await coordinator.press("Назначить срок")
    await refused(coordinator, *HOSTILE, *LONG)
    await town.admin.say("/start")
    await town.admin.press("Районы")
    await town.admin.press("Создать район")
    await refused(town.admin, *LONG)


async def test_names_and_deadlines_that_are_none(town: Town) -> None:
    await town.send_plan()
    coordinator = town.coordinator
    await coordinator.press("Строки плана")
    await coordinator.press(data="field:1:deadline")
    await refused(coordinator, *HOSTILE, *LONG)
    await coordinator.say("до 30 сентября 2026")
    assert coordinator.last.text.startswith("Изменено.")
    await town.add_schools(*SCHOOLS)
    await coordinator.say("/start")
    await coordinator.press("Люди и ссылки")
    await coordinator.press(SCHOOLS[0])
    await coordinator.press("+ Заместитель")
    newcomer = town.stage.sandbox.persona("<i>Пётр</i> & Ко")
    await newcomer.open_link(link_in(coordinator.last))
    await newcomer.press("Согласен")
    assert "<i>Пётр</i> & Ко" in newcomer.last.text
    await newcomer.press("Изменить имя")
    await refused(newcomer, *LONG)
    await newcomer.say("Пётр Седов")
    assert newcomer.last.text.startswith("Готово, Пётр Седов!")


async def refused(person: Persona, *attempts: str) -> None:
    """A short answer, whatever was typed."""
    for words in attempts:
        await person.say(words)
        assert len(person.last.text) < 250
        assert "⌂ Меню" in person.last.labels


async def test_a_plan_full_of_it(town: Town) -> None:
    """The document's own words come back in summaries, cards, mornings and digests."""
    line = IN_PLAN
    data = document(f"Дорожная карта {line} на 2026-2027 учебный год").decode()
    data = data.replace("Диагностика дефицитов", line).replace("Справка", line).replace("РМК", f"РМК {line}")
    await town.add_schools(*SCHOOLS)
    summary = await town.send_plan(data.encode())
    assert line in summary.text
    await town.approve()
    await town.launch()
    deputy = await town.invite("Пётр Седов", "+ Заместитель")
    await town.morning(11)
    assert line in deputy.last.text
    await open_task(deputy)
    assert line in deputy.last.text


def said(person: Persona) -> str:
    return "\n".join(seen.text for seen in person.screen if seen.author == "bot")
