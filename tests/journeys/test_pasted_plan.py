"""A road map pasted into the chat, which the client cuts into messages, with a restart in the middle.

The Bot API hands tabs over as blanks: a table copied from Word is one line of words a row, while web pages
copy each cell as a line.
"""

from __future__ import annotations

from bot.tour.stage import Stage
from tests.journeys.town import Town

_HEADER = ["№", "Мероприятие", "Срок", "Ответственные", "Ожидаемый результат"]
_ROWS = [
    [
        f"{i}",
        f"Семинар № {i} для учителей\nматематики и физики",
        f"до {i % 28 + 1}.11.2026",
        "РМК,\nОО",
        "Справка",
    ]
    for i in range(1, 101)
]
_CELLS = [cell for row in [_HEADER, *_ROWS] for cell in row]
_TEXT = "\n".join(["Дорожная карта Заречного района на 2026-2027 учебный год", *_CELLS])


def _messages(text: str) -> list[str]:
    """As Telegram's clients cut a text: at the last break before the limit."""
    messages = []
    while len(text) > 4096:
        at = max(text[:4096].rfind(sign) for sign in "\n\t ")
        messages.append(text[:at])
        text = text[at:].strip()
    return [*messages, text]


async def test_pieces_survive_a_restart_and_become_a_plan(town: Town, stage: Stage) -> None:
    first, *others = _messages(_TEXT)
    await town.coordinator.say("/plan")
    await town.coordinator.say(first)
    assert town.coordinator.last.text.startswith("Получена 1 часть, ")
    await stage.restart_bot()
    for piece in others:
        await town.coordinator.say(piece)
    assert f"{len(others) + 1} част" in town.coordinator.last.text
    await town.coordinator.press("Это всё")
    assert "Мероприятий: 100" in town.coordinator.last.text
    assert "точная дата: 100" in town.coordinator.last.text


async def test_a_table_copied_from_word_is_read_though_its_tabs_are_blanks(town: Town, stage: Stage) -> None:
    rows = ["\t".join(row).replace("\n", " ") for row in [_HEADER, *_ROWS]]
    table = "\n".join(["Дорожная карта Заречного района на 2026-2027 учебный год", *rows])
    await town.coordinator.say("/plan")
    for piece in _messages(table.replace("\t", " ")):
        await town.coordinator.say(piece)
    await town.coordinator.press("Это всё")
    assert "Мероприятий: 100" in town.coordinator.last.text
    assert "точная дата: 100" in town.coordinator.last.text
