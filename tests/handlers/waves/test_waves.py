from __future__ import annotations

from pathlib import Path

from handlers.profile.routes import routes as profile
from handlers.waves.routes import routes as waves
from storage import Storage
from tests.factories import NOW, Chat
from tests.use_cases.district import PACK, fill_and_send, make_asked_district

TITLE = "<b>Десять факторов риска</b>"
HOME = ("⌂ Меню",)
BACK = ("К списку волн",)


async def test_a_wave_is_started_watched_and_closed(sqlite_storage: Storage, tmp_path: Path) -> None:
    async with sqlite_storage.begin() as tx:
        district = await make_asked_district(tx, Вторая=6, Первая=2)
    chat, coordinator = Chat(sqlite_storage, [waves, profile], lambda: NOW, tmp_path), district.coordinator

    shown = await chat.press(coordinator, f"waves:{district.id}")
    assert shown.rows == (("Начать самодиагностику",), HOME)
    shown = await chat.press(coordinator, shown.presses["Начать самодиагностику"])
    assert shown.text == (
        f"{TITLE}\n22 вопроса, примерно 3 мин.\n"
        "Продлится 14 дней, до 15 сентября 2026 включительно. Закрыть можно и раньше.\n\n"
        "Анкету получат 8 учителей:\n• Вторая: 6\n• Первая: 2\n\n"
        "Анкета анонимная и добровольная. Пока волна идёт, результатов не видит никто. После закрытия "
        "профиль школы увидят вы и её директор, если ответили не меньше 5 человек."
    )
    shown = await chat.press(coordinator, shown.presses["Начать"])
    watched = (
        f"{TITLE}\nИдёт до 15 сентября 2026 включительно.\n\nОтправили ответы: {{}}.\n\n"
        "Пока волна открыта, ответы по школам не показываются никому."
    )
    assert (shown.text, shown.rows) == (
        watched.format("меньше 5. Приглашено учителей: 8"),
        (("Закрыть волну",), BACK, HOME),
    )
    asked = await chat.press(coordinator, f"waves:{district.id}")
    assert asked.rows == (("Идёт с 1 сентября 2026",), HOME)
    wave = int(asked.presses["Идёт с 1 сентября 2026"].removeprefix("wave:"))
    assert (await chat.press(coordinator, f"wave-start:{district.id}:{PACK.code}")).text == (
        "Эта анкета в районе уже идёт. Откройте её в списке волн."
    )
    async with sqlite_storage.begin() as tx:
        for teacher in (*district.teachers["Вторая"][:5], *district.teachers["Первая"][:1]):
            await fill_and_send(tx, teacher, wave)
    assert (await chat.press(coordinator, f"wave:{wave}")).text == watched.format("6 из 8")

    shown = await chat.press(coordinator, shown.presses["Закрыть волну"])
    assert shown.rows == (("Да, закрыть",), ("Нет, вернуться",), HOME)
    for _ in range(2):
        closed = await chat.press(coordinator, shown.presses["Да, закрыть"])
        assert closed.rows == (("Вторая (скрыт)",), ("Первая (скрыт)",), BACK, HOME)
    shown = await chat.press(coordinator, closed.presses["Первая (скрыт)"])
    assert shown.text.startswith(
        "<b>Рисковый профиль. Первая</b>\n\nПрофиль скрыт: ответил 1 человек, не хватает ещё 4 ответов."
    )
    assert shown.presses["К списку школ"] == f"wave:{wave}"


async def test_a_district_of_many_schools_still_fits(sqlite_storage: Storage, tmp_path: Path) -> None:
    async with sqlite_storage.begin() as tx:
        names = {f"{number} {'школа ' * 19}".strip()[:120]: 0 for number in range(1, 41)}
        district = await make_asked_district(tx, **{**names, "Последняя": 1})
    chat = Chat(sqlite_storage, [waves], lambda: NOW, tmp_path)
    shown = await chat.press(district.coordinator, f"wave-new:{district.id}")
    assert "\nи ещё 21 школа\n" in shown.text
    assert len(shown.text) <= 4000
