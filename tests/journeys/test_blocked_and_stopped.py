"""One who blocked the bot does not stop the others; a bot that stood still does not flood anybody."""

from __future__ import annotations

from datetime import timedelta

from bot.sandbox.persona import Persona
from bot.tour.stage import Stage
from tests.journeys.town import Town


def mornings(person: Persona) -> list[str]:
    return [s.text for s in person.screen if s.author == "bot" and s.text.startswith("Доброе утро!")]


async def test_a_blocked_bot(town: Town) -> None:
    head, deputy = await town.at_work()
    await deputy.block_bot()
    await town.morning(11)  # a week is left
    await town.morning(15)  # three days are left
    assert mornings(deputy) == []
    assert "Сообщения не доходят:\n• Пётр Седов" in mornings(town.coordinator)[-1]
    await deputy.unblock()
    await town.morning(17)
    assert len(mornings(deputy)) == 1
    await town.morning(22)
    assert "Пётр Седов" not in mornings(town.coordinator)[-1]
    # The head did the blocked deputy's part twice; from the third day of delay on a head hears, too.
    assert len(mornings(head)) == 3


async def test_a_stop_of_five_days_is_one_message(town: Town, stage: Stage) -> None:
    _, deputy = await town.at_work()
    await town.morning(10)
    before = len(mornings(deputy))
    await stage.stop_bot()
    stage.clock.move_to(stage.clock() + timedelta(days=5, hours=3))
    await stage.start_bot()
    await stage.calm()
    assert len(mornings(deputy)) == before + 1
    assert "осталось 3 дня" in mornings(deputy)[-1]
    await stage.calm()
    assert len(mornings(deputy)) == before + 1
