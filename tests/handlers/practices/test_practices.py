"""From an accepted report to a practice that everybody finds, and out again."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from bot.clock import SimulatedClock
from bot.domain.people import Role
from storage import Storage
from tests.school_life import MONDAY, Chat, District, Office, told
from tests.use_cases.test_mornings import counted_queries

EFFECT = "Пятиклассники стали чаще отвечать на уроке"


class Bank:
    def __init__(self, district: District, office: Office) -> None:
        self.district, self.office = district, office

    async def open(self) -> Bank:
        add, chat = self.district.add, self.office.chat
        self.author = await add(Role.DEPUTY, "Пётр Седов")
        self.deputy = chat(self.author)
        self.coordinator = chat(await add(Role.COORDINATOR))
        self.head = chat(await add(Role.HEAD))
        self.teacher = chat(await add(Role.TEACHER))
        self.task = await self.district.task(date(2026, 9, 20), title="Наставничество молодых учителей")
        return self

    async def accept(self, outcome: str = "done") -> None:
        await self.deputy.press(f"report:{self.task}")
        report = next(iter(self.deputy.buttons.values())).split(":")[1]
        await self.deputy.press(f"report-outcome:{report}:{outcome}")
        await self.deputy.type("Провели десять открытых уроков")
        await self.deputy.type("12")
        await self.deputy.send("справка.txt", b"done")
        await self.deputy.press(f"report-files:{report}")
        await self.deputy.press(f"report-send:{report}:0")
        await self.head.press(f"confirm:{self.task}:1")
        await self.coordinator.press(f"accept:{self.task}:1")

    async def offer(self) -> str:
        await self.coordinator.press_label("В банк практик")
        await self.coordinator.press_label("6")
        return await self.coordinator.type(EFFECT)


@pytest.fixture
async def bank(sqlite_storage: Storage, tmp_path: Path) -> Bank:
    district = await District(sqlite_storage, SimulatedClock(MONDAY)).found()
    return await Bank(district, Office(sqlite_storage, tmp_path, district.clock)).open()


async def find(chat: Chat, words: str) -> str:
    await chat.press("practice-search")
    return await chat.type(words)


async def test_a_practice_is_read_once_its_author_agrees(bank: Bank) -> None:
    await bank.accept()
    assert (await bank.offer()).startswith("Спросил автора отчёта.")
    assert "ничего не нашлось" in await find(bank.teacher, "наставник")
    ((person, notice, args),) = await told(bank.district.storage)
    assert (person, notice, args["title"]) == (
        bank.author.id,
        "practice-asked",
        "Наставничество молодых учителей",
    )
    asked = await bank.deputy.press(f"practice:{args['practice']}")
    assert asked == (
        "<b>Наставничество молодых учителей</b>\nГде: Школа № 1, Берёзовский район\n"
        "Фактор: 6. Низкая учебная мотивация\nЧто сделали: Провели десять открытых уроков\n"
        f"Что это дало: {EFFECT}\n\n"
        "Прочитать это смогут все зарегистрированные в боте, учителя тоже. Ваше имя не показывается, "
        "передумать можно в любой момент. Согласны?"
    )
    await bank.deputy.press_label("Согласен, с документами")
    for words in ("наставничеством", "открытый урок", "пятиклассник", "школа"):
        assert "нашлась 1 практика" in await find(bank.teacher, words), words
    card = await bank.teacher.press(f"practice:{args['practice']}")
    assert "Пётр" not in card
    await bank.teacher.press_label("Документы (1)")
    assert bank.teacher.screen is not None
    assert [file.content() for file in bank.teacher.screen.files] == [b"done"]
    await bank.deputy.press(f"practice:{args['practice']}")
    await bank.deputy.press_label("Убрать из банка")
    assert "ничего не нашлось" in await find(bank.teacher, "наставник")
    assert "недоступно" in await bank.teacher.press(f"practice:{args['practice']}")


async def test_what_speaks_most_of_the_words_comes_first(bank: Bank) -> None:
    told_of = ("Наставничество", "Кружок, наставничество в нём", "Кружок", "Наставничество и наставники")
    for title, effect in zip(told_of, (EFFECT, EFFECT, "Помогло наставничество", EFFECT), strict=True):
        bank.task = await bank.district.task(date(2026, 9, 20), title=title)
        await bank.accept()
        await bank.coordinator.press_label("В банк практик")
        await bank.coordinator.press_label("6")
        await bank.coordinator.type(effect)
        _, _, args = (await told(bank.district.storage))[-1]
        await bank.deputy.press(f"practice-agree:{args['practice']}:0")
    await find(bank.teacher, "наставничество")
    assert list(bank.teacher.buttons)[:4] == [
        told_of[3],
        told_of[1],
        told_of[0],
        told_of[2],
    ]  # of equals the newest


async def test_what_is_no_practice_is_not_offered(bank: Bank) -> None:
    await bank.accept("partly")
    assert "В банк практик" not in bank.coordinator.buttons
    shown = await bank.coordinator.press(f"practice-offer:{bank.task}")
    assert shown.startswith("Пока вы смотрели, здесь что-то изменилось.")


async def test_a_second_offer_of_the_same_report_finds_it_offered(bank: Bank) -> None:
    await bank.accept()
    await bank.offer()
    again = await bank.coordinator.press(f"practice-factor:{bank.task}:2")
    assert again.startswith("Пока вы смотрели, здесь что-то изменилось.")
    assert len(await told(bank.district.storage)) == 1


async def test_the_bank_is_paged_at_the_price_of_one(bank: Bank) -> None:
    costs = set()
    for total in (1, 29):
        for _ in range(total):
            bank.task = await bank.district.task(date(2026, 9, 20), title="Кружок")
            await bank.accept()
            await bank.offer()
            _, _, args = (await told(bank.district.storage))[-1]
            await bank.deputy.press(f"practice-agree:{args['practice']}:0")
        with counted_queries(bank.district.storage) as seen:
            shown = await bank.teacher.press("practices:0:0")
        costs.add(len(seen))
    assert len(costs) == 1
    assert shown.startswith("<b>Банк практик:</b> 30, новые сверху")
    await bank.teacher.press("practices:6:99")  # of pages that are no more the last one
    assert list(bank.teacher.buttons.values())[1:3] == ["practices:6:3", "practice-search"]
