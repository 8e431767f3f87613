"""A district that people found by talking to the bot, and the ways they go again and again."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from datetime import UTC, datetime

from bot.sandbox.persona import Persona
from bot.sandbox.screen import Seen
from bot.tour.stage import Stage
from bot.use_cases.news import JOINED

DISTRICT = "Заречный район"
SCHOOLS = ("МБОУ «Лесная СОШ»", "МБОУ «Горная ООШ»")
_LINK = re.compile(r"https://t\.me/\S+")
_ROWS = (
    ("№", "Мероприятие", "Срок", "Ответственный", "Ожидаемый результат"),
    ("1", "Диагностика дефицитов", "до 18 сентября 2026", "ОО", "Справка"),
    ("2", "Семинар для завучей", "до 25 сентября 2026", "РМК", "Протокол"),
    ("3", "Сводка по району", "до 25 сентября 2026", "Муниципальный координатор", "Отчёт"),
    ("4", "Курсы", "по графику", "ОО", "Удостоверения"),
)


def document(title: str = "Дорожная карта Заречного района на 2026-2027 учебный год") -> bytes:
    """A road map of four rows: every school's, the method office's, the coordinator's, without a date."""
    return "\n".join([title, "", *("\t".join(row) for row in _ROWS)]).encode()


def link_in(seen: Seen) -> str:
    found = _LINK.search(seen.text)
    assert found, seen.text
    return found[0]


async def join(person: Persona, link: str) -> Persona:
    """In by a link: three presses, the link's own included."""
    await person.open_link(link)
    await person.press("Согласен")
    await person.press("Всё верно")
    return person


@dataclass
class Town:
    stage: Stage
    admin: Persona
    coordinator: Persona
    people: dict[str, Persona] = field(default_factory=dict)

    @classmethod
    async def found(cls, stage: Stage, name: str = DISTRICT) -> Town:
        admin = stage.sandbox.persona("Ольга Лапина")
        coordinator = stage.sandbox.persona("Анна Ильина")
        link = await stage.app.admin_link()
        assert link is not None
        await join(admin, link)
        for label in ("⌂ Меню", "Районы", "Создать район"):
            await admin.press(label)
        await admin.say(name)
        for label in ("Москва", "08:00", "Пригласить координатора"):
            await admin.press(label)
        await join(coordinator, link_in(admin.last))
        return cls(stage, admin, coordinator)

    async def add_schools(self, *names: str) -> None:
        await self.coordinator.say("/start")
        await self.coordinator.press("Школы")
        await self.coordinator.press("Добавить списком")
        await self.coordinator.say("\n".join(names))

    async def send_plan(self, data: bytes = b"", name: str = "План.txt") -> Seen:
        await self.coordinator.send_file(name, data or document())
        return self.coordinator.last

    async def approve(self) -> None:
        await self.coordinator.say("/plan")
        await self.coordinator.press("Утвердить план")
        if "Оставить всё и утвердить" in self.coordinator.last.labels:
            await self.coordinator.press("Оставить всё и утвердить")

    async def launch(self) -> None:
        """Bind every party as proposed, and go."""
        await self.coordinator.say("/plan")
        await self.coordinator.press("Связать ответственных")
        await self.coordinator.press("✓ Всё верно")
        await self.coordinator.press("Запустить план")

    async def invite(self, name: str, label: str, place: str = SCHOOLS[0], language: str = "ru") -> Persona:
        """A person comes in by a link that the coordinator makes for a place."""
        await self.coordinator.say("/start")
        await self.coordinator.press("Люди и ссылки")
        await self.coordinator.press(place)
        await self.coordinator.press(label)
        person = self.stage.sandbox.persona(name, language=language)
        self.people[name] = await join(person, link_in(self.coordinator.last))
        return person

    async def at_work(self) -> tuple[Persona, Persona]:
        """A launched plan of two schools, with a head and a deputy in the first."""
        await self.add_schools(*SCHOOLS)
        await self.send_plan()
        await self.approve()
        await self.launch()
        head = await self.invite("Мария Белова", "+ Директор")
        return head, await self.invite("Пётр Седов", "+ Заместитель")

    async def news(self) -> None:
        """Some minutes later, when what is told at once has gone out."""
        await self.stage.move_to(self.stage.clock() + JOINED)

    async def morning(self, day: int, month: int = 9) -> None:
        """Eight o'clock of a day of 2026 in Moscow."""
        await self.stage.move_to(datetime(2026, month, day, 5, tzinfo=UTC))


async def open_task(person: Persona, label: str = "№ 1") -> None:
    await person.say("/tasks")
    await person.press(label)


async def open_queue(person: Persona, label: str = "На подтверждении (1)") -> None:
    """The first report that waits for this head."""
    for press in ("/start", label, "1) "):
        await (person.say(press) if press[0] == "/" else person.press(press))


async def answer_report(person: Persona, words: str = "Провели") -> None:
    """From the card to the review, nothing left out."""
    await person.press("Отчитаться")
    await person.press("Сделано")
    await person.say(words)
    await person.say("12")
    await person.send_file("Справка.txt", b"done")
    await person.press("Готово, файлы приложены")
