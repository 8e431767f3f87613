"""An English reader finds no Russian but names, and every button that is offered leads somewhere."""

from __future__ import annotations

import re

from bot.sandbox.persona import Persona
from bot.sandbox.screen import Seen
from bot.tour.stage import Stage
from tests.journeys.town import Town, answer_report, open_task

_CYRILLIC = re.compile(r"[А-Яа-яЁё]+(?:[ .№«»]+[А-Яа-яЁё]+)*")
_OF_A_KIND = 2  # buttons of one route that a person presses
# What people and their documents say.
_OWN = (
    *("Заречный район", "МБОУ «Лесная СОШ»", "МБОУ «Горная ООШ»", "РМК", "ОО"),
    *("Дорожная карта Заречного района", "на 2026-2027 учебный год", "План.txt", "Справка.txt"),
    *("Диагностика дефицитов", "Семинар для завучей", "Сводка по району", "Курсы", "Удостоверения"),
    *("Муниципальный координатор", "по графику", "до 18 сентября 2026", "до 25 сентября 2026", "Провели"),
    *("Ольга Лапина", "Анна Ильина", "Мария Белова", "Пётр Седов", "Елена Лугова", "Вера Зорина"),
    *("Русский", "Отчёт", "Протокол", "Справка", "А Алг", "Б Физ"),
)


def foreign_words(seen: Seen) -> list[str]:
    """Russian words in a bot's message that are nobody's own."""
    words = "\n".join([seen.text, *seen.labels])
    for own in sorted(_OWN, key=len, reverse=True):
        words = words.replace(own, "")
    # A label may be cut short.
    return [found for found in _CYRILLIC.findall(words) if not any(found in own for own in _OWN)]


async def look_everywhere(person: Persona) -> dict[str, list[str]]:
    """Press every button from the menu on, a few of a kind; Russian words by the press that showed them."""
    found: dict[str, list[str]] = {}
    await person.say("/start")
    tried: dict[str, int] = {}
    waiting, seen = _offered(person), set[str]()
    while waiting:
        press = waiting.pop(0)
        kind = press.partition(":")[0]
        if press in seen or tried.get(kind, 0) >= _OF_A_KIND or press == "lang:ru":
            continue
        seen.add(press)
        tried[kind] = tried.get(kind, 0) + 1
        await person.press(data=press)
        if words := [w for s in person.new() if s.author == "bot" for w in foreign_words(s)]:
            found[press] = words
        waiting += _offered(person)
    return found


def _offered(person: Persona) -> list[str]:
    return [b.data for row in person.last.buttons for b in row if b.data]


async def test_everybody_in_english(town: Town, stage: Stage) -> None:
    head, deputy = await town.at_work()
    teacher = await town.invite("Елена Лугова", "+ Учителя")
    methodist = await town.invite("Вера Зорина", "+ Методист", "РМК")
    await open_task(deputy)
    await answer_report(deputy)
    await deputy.press("Отправить отчёт")
    people = (teacher, deputy, methodist, head, town.coordinator, town.admin)
    for person in people:
        await person.say("/lang")
        await person.press("English")
        person.new()
    await town.morning(11)
    mornings = {p.name: [w for s in p.new() if s.author == "bot" for w in foreign_words(s)] for p in people}
    assert mornings == {person.name: [] for person in people}
    for command in ("/help", "/tasks", "/plan", "/survey", "/nonsense", "word"):
        for person in people:
            await person.say(command)
            assert foreign_words(person.last) == []
    assert {p.name: found for p in people if (found := await look_everywhere(p))} == {}


async def test_a_stranger_with_an_english_phone(stage: Stage) -> None:
    stranger = stage.sandbox.persona("John", language="en")
    await stranger.say("/start")
    assert foreign_words(stranger.last) == []
    assert [c["command"] for c in stranger.commands] == ["start", "help"]
    assert _CYRILLIC.findall(str(stranger.commands)) == []
