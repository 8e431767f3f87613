"""The command menu is that of the person's roles, in the person's language."""

from __future__ import annotations

from bot.sandbox.persona import Persona
from tests.journeys.town import Town


def menu(persona: Persona) -> dict[str, str]:
    return {command["command"]: command["description"] for command in persona.commands}


async def test_who_joins_gets_the_commands_of_the_own_roles(town: Town) -> None:
    stranger = town.stage.sandbox.persona("Иван Прохожий")
    assert menu(stranger) == {"start": "Меню", "help": "Что умеет бот"}
    assert list(menu(town.admin)) == ["start", "help", "lang"]
    assert list(menu(town.coordinator)) == ["start", "help", "tasks", "plan", "chart", "lang"]
    await town.coordinator.say("/lang")
    await town.coordinator.press("English")
    assert menu(town.coordinator)["tasks"] == "My tasks"
