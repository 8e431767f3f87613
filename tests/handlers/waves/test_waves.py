from __future__ import annotations

from pathlib import Path

from handlers.profile.routes import routes as profile
from handlers.waves.routes import routes as waves
from storage import Storage
from tests.factories import NOW, Chat
from tests.use_cases.district import PACK, close_and_release, fill_and_send, make_asked_district, start

TITLE = "<b>Десять факторов риска</b>"
HOME = ("⌂ Меню",)
PACKS = ("Анкеты", "Карта факторов района")
BACK = ("К списку волн",)


async def test_a_wave_is_started_watched_and_closed(sqlite_storage: Storage, tmp_path: Path) -> None:
    async with sqlite_storage.begin() as tx:
        district = await make_asked_district(tx, Вторая=6, Первая=2)
    chat, coordinator = Chat(sqlite_storage, [waves, profile], lambda: NOW, tmp_path), district.coordinator

    shown = await chat.press(coordinator, f"waves:{district.id}")
    assert shown.rows == (("Начать самодиагностику",), PACKS, HOME)
    shown = await chat.press(coordinator, shown.presses["Начать самодиагностику"])
    assert shown.rows == (
        ("Профессиональные трудности",),
        ("Методическая служба",),
        ("Десять факторов: данные школы",),
        ("Десять факторов: родители",),
        ("Десять факторов: ученики",),
        ("Десять факторов риска",),
        HOME,
    )
    shown = await chat.press(coordinator, shown.presses["Десять факторов риска"])
    card = (
        f"{TITLE}\n22 вопроса, примерно 3 мин.\n"
        "Продлится 14 дней, до 15 сентября 2026 включительно. Закрыть можно и раньше.\n\n"
        "Анкету получат 8 учителей:\n• Вторая: 6\n• Первая: 2\n\n"
        "<b>Входная волна.</b> Показывает, с чего начали, с ней сравнивают остальные. После начала этого не "
        "изменить.\n\n"
        "Анкета анонимная и добровольная; изменить это после начала нельзя. Пока вы не закроете волну и не "
        "выпустите результаты, их не видит никто. Результат виден, если ответили не меньше 5 человек.\n\n"
    )
    assert shown.text.startswith(f"{card}<b>Каждая школа сама по себе.</b>")
    assert shown.text.endswith(
        "\n\nВ 1 школе учителей меньше 5: одна она останется скрытой, даже если ответят все. Для неё "
        "выберите «Маленькие школы вместе»."
    )
    shown = await chat.press(coordinator, shown.presses["○ Маленькие школы вместе"])
    together = (
        "<b>Маленькие школы вместе.</b> Результаты школы видят вы и её директор. "
        "Школы, где ответили меньше 5, будут показаны вместе."
    )
    assert shown.text == card + together
    assert shown.rows == (
        ("○ Школы по отдельности",),
        ("● Маленькие школы вместе",),
        ("○ Район целиком",),
        ("● Входная", "○ Промежуточная"),
        ("○ Итоговая",),
        ("Начать",),
        BACK,
        HOME,
    )
    shown = await chat.press(coordinator, shown.presses["Начать"])
    watched = (
        f"{TITLE}\nВходная волна, идёт до 15 сентября 2026 включительно.\n\n"
        f"Отправили ответы: {{}}.\n\n{together}\n\n"
        "Пока волна открыта, ответы по школам не показываются никому."
    )
    assert (shown.text, shown.rows) == (
        watched.format("меньше 5. Приглашено учителей: 8"),
        (("Закрыть волну",), BACK, HOME),
    )
    asked = await chat.press(coordinator, f"waves:{district.id}")
    assert asked.rows == (("Начать самодиагностику",), ("Идёт с 1 сентября 2026",), PACKS, HOME)
    assert asked.text.endswith("\n\n• Десять факторов риска: входная волна, с 1 сентября 2026")
    wave = int(asked.presses["Идёт с 1 сентября 2026"].removeprefix("wave:"))
    assert (await chat.press(coordinator, f"wave-start:{district.id}:{PACK.code}:schools:entry")).text == (
        "Эта анкета в районе уже идёт. Откройте её в списке волн."
    )
    async with sqlite_storage.begin() as tx:
        for teacher in (*district.teachers["Вторая"], *district.teachers["Первая"][:1]):
            await fill_and_send(tx, teacher, wave)
    assert (await chat.press(coordinator, f"wave:{wave}")).text == watched.format("не меньше 5 из 8")

    shown = await chat.press(coordinator, shown.presses["Закрыть волну"])
    assert shown.rows == (("Да, закрыть",), ("Нет, вернуться",), HOME)
    for _ in range(2):
        closed = await chat.press(coordinator, shown.presses["Да, закрыть"])
        assert closed.rows == (("Выпустить результаты",), ("Участие по школам",), BACK, HOME)
    assert "\n\nОтветили: 7 из 8.\n\nПоказано школ, отдельно или вместе: 1 из 2.\n\n" in closed.text
    asked = await chat.press(coordinator, f"waves:{district.id}")
    assert asked.rows == (("Начать самодиагностику",), ("Не выпущена, с 1 сентября 2026",), PACKS, HOME)

    shown = await chat.press(coordinator, closed.presses["Выпустить результаты"])
    assert shown.rows == (("Да, выпустить",), ("Нет, вернуться",), HOME)
    for _ in range(2):
        released = await chat.press(coordinator, shown.presses["Да, выпустить"])
        assert released.rows == (
            ("Вторая",),
            ("Первая (скрыт)",),
            ("Ответы по вопросам",),
            ("Участие по школам",),
            BACK,
            HOME,
        )
    shown = await chat.press(coordinator, released.presses["Первая (скрыт)"])
    assert shown.text.startswith(
        "<b>Рисковый профиль. Первая</b>\n\nПрофиль скрыт: в школе ответил 1 человек, и вместе со школами, с "
        "которыми она показывается, не хватает ещё 4 ответов."
    )
    assert shown.text.endswith(
        "\nВ следующей волне пригласите больше учителей. "
        "Координатор может показать и весь район одной группой."
        "\nДанные самой школы, ответы учеников и родителей войдут в профиль и без учителей."
    )
    assert shown.presses["К списку школ"] == f"wave:{wave}"


async def test_the_coordinator_says_which_wave_of_the_year_it_is(
    sqlite_storage: Storage, tmp_path: Path
) -> None:
    """Of a questionnaire that feeds no profile too; what else was chosen stays."""
    async with sqlite_storage.begin() as tx:
        district = await make_asked_district(tx, Первая=1)
        wave = await start(tx, district, code="difficulties")
        await close_and_release(tx, district, wave)
    chat, coordinator = Chat(sqlite_storage, [waves], lambda: NOW, tmp_path), district.coordinator
    shown = await chat.press(coordinator, f"wave-card:{district.id}:difficulties")
    assert "<b>Промежуточная волна.</b>" in shown.text
    for label in ("○ Район целиком", "○ Итоговая"):
        shown = await chat.press(coordinator, shown.presses[label])
    assert shown.rows[2:5] == (("● Район целиком",), ("○ Входная", "○ Промежуточная"), ("● Итоговая",))
    begun = await chat.press(coordinator, shown.presses["Начать"])
    assert begun.text.startswith(
        "<b>Профессиональные трудности</b>\nИтоговая волна, идёт до 15 сентября 2026 включительно."
    )
    listed = await chat.press(coordinator, f"waves:{district.id}")
    assert listed.text.split("\n\n")[1].splitlines() == [
        "• Профессиональные трудности: итоговая волна, с 1 сентября 2026",
        "• Профессиональные трудности: входная волна, с 1 сентября 2026",
    ]


async def test_a_district_of_many_schools_still_fits(sqlite_storage: Storage, tmp_path: Path) -> None:
    async with sqlite_storage.begin() as tx:
        names = {f"{number} {'школа ' * 19}".strip()[:120]: 0 for number in range(1, 41)}
        district = await make_asked_district(tx, **{**names, "Последняя": 1})
    chat = Chat(sqlite_storage, [waves], lambda: NOW, tmp_path)
    shown = await chat.press(district.coordinator, f"wave-card:{district.id}:{PACK.code}")
    assert "\nи ещё 21 школа\n" in shown.text
    assert len(shown.text) <= 4000
