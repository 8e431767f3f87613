"""Presses that no button carries, numbers that no column holds: refused, and nothing breaks."""

from __future__ import annotations

from tests.journeys.town import Town, open_task

_FORGED = (
    "task:99999999999999999999999999",
    "task:-1",
    "task:١٢",
    "task:",
    "task",
    "task:1:2:3",
    "tasks:99999999999999999999999999",
    "tasks:-9999999999",
    "nonsense:1",
    ":",
    "",
    "put-off-days:1:99999999999999",
    "put-off-days:1:-5",
    "report-step:1:nowhere",
    "invite:emperor:1",
    "district:9223372036854775808",
    "wave-card:1:../../etc",
    "confirm:1:99999999999999999999",
    "lang:xx",
)


async def test_forged_presses(town: Town) -> None:
    head, deputy = await town.at_work()
    for person in (town.coordinator, head, deputy, town.admin):
        for press in _FORGED:
            await person.press(data=press)
            assert len(person.last.text) < 500


async def test_numbers_of_people(town: Town) -> None:
    _, deputy = await town.at_work()
    await open_task(deputy)
    await deputy.press("Отчитаться")
    await deputy.press("Сделано")
    await deputy.say("Провели")
    for words in ("9" * 4096, "99999999999999999999", "²", "-5", "1e9", "12 человек и ещё 3", "½"):
        await deputy.say(words)
        assert "Вопрос 4 из 4" not in deputy.last.text, words
    await deputy.say("12")
    assert "Вопрос 4 из 4" in deputy.last.text
