"""A school's own statement: its leaders write one together, and nothing of it is anonymous."""

from __future__ import annotations

from pathlib import Path

from bot.domain.people import Membership, Person, Role
from bot.use_cases import waves
from handlers.home.routes import routes as home
from handlers.survey.routes import routes
from handlers.waves.routes import routes as wave_routes
from storage import Storage
from storage.people import add_membership
from storage.responses import get_tallies
from tests.factories import NOW, Chat, make_person
from tests.use_cases.district import District, make_asked_district, start


async def begin(storage: Storage, folder: Path, code: str) -> tuple[Chat, District, int, Person]:
    """A wave in a district of two schools, the first of them with a deputy."""
    async with storage.begin() as tx:
        district = await make_asked_district(tx, Первая=1, Вторая=1)
        deputy = await make_person(tx, Role.DEPUTY, district.id, district.schools["Первая"])
        wave = await start(tx, district, code=code)
    return Chat(storage, [routes, wave_routes, home], lambda: NOW, folder), district, wave, deputy


async def test_leaders_write_one_statement_and_correct_it(sqlite_storage: Storage, tmp_path: Path) -> None:
    chat, district, wave, deputy = await begin(sqlite_storage, tmp_path, "risk-administration")
    head = district.heads["Первая"]
    assert ("Анкета (1)",) in (await chat.press(head, "home")).rows
    card = await chat.command(head, "survey")
    assert "• Это данные школы, не ваши личные: анкета <b>не анонимная</b>." in card.text
    await chat.press(head, card.presses["Начать"])
    assert (await chat.type(head, "сто")).text.startswith("Нужен процент от 0 до 100")
    for line in ("95", "12", "24 из 30"):
        shown = await chat.type(head, line)
    shown = await chat.press(head, shown.presses["Нужен текущий ремонт"])
    for _ in range(6):
        shown = await chat.press(head, shown.presses["Пропустить"])
    await chat.press(head, shown.presses["Нет"])
    shown = await chat.type(head, "0")
    complete = (
        f"<b>Первая</b>\nПервый ответ: {head.name}. Последний: {{}}.\n{{}}Ответы готовы: 6 из 12.\n"
        "Проверьте их или отправьте. Исправить можно до 15 сентября 2026 включительно; "
        "считается то, что отправлено последним."
    )
    assert shown.text == complete.format(head.name, "")
    sent = await chat.press(head, shown.presses["Отправить"])
    assert sent.text.startswith("Спасибо! Ответы школы отправлены. Пока анкета открыта,")
    async with sqlite_storage.begin() as tx:
        late = await make_person(tx, Role.DEPUTY, district.id, district.schools["Первая"])
    told = "Ответы школы отправлены. До 15 сентября 2026 включительно их можно исправить.\n"
    for leader in (head, deputy, late):
        again = await chat.press(leader, f"survey-open:{wave}")
        assert (again.text, "Отправить" in again.presses) == (complete.format(head.name, told), False)
        assert ("Анкета (1)",) not in (await chat.press(leader, "home")).rows
    watched = await chat.press(district.coordinator, f"wave:{wave}")
    assert "Прислали ответы: 1 из 2 школ." in watched.text

    review = await chat.press(late, again.presses["Посмотреть ответы"])
    await chat.press(late, review.presses["2"])
    shown = await chat.type(late, "13")
    told = (
        "Ответы школы отправлены, но после этого их меняли. "
        "Чтобы изменения были учтены, отправьте их снова.\n"
    )
    assert shown.text == complete.format(late.name, told)
    await chat.press(late, shown.presses["Отправить"])
    async with sqlite_storage.begin() as tx:
        await waves.close_wave(tx, district.coordinator, wave, now=NOW)
        tallies, _ = await get_tallies(tx, wave)
    school = tallies[district.schools["Первая"]]
    assert (school.people, [values for values in school.answers.values() if "13" in values]) == (
        1,
        [{"13": 1}],
    )


async def test_a_head_of_two_schools_answers_for_each(sqlite_storage: Storage, tmp_path: Path) -> None:
    chat, district, wave, _ = await begin(sqlite_storage, tmp_path, "risk-pupils")
    head, second = district.heads["Первая"], district.schools["Вторая"]
    async with sqlite_storage.begin() as tx:
        await add_membership(tx, head.id, Membership(Role.HEAD, district.id, second), now=NOW)
    for opened in (await chat.command(head, "survey"), await chat.press(head, f"survey-open:{wave}")):
        assert opened.rows == (("Первая",), ("Вторая",), ("⌂ Меню",))
    assert (await chat.press(head, f"survey-go:{wave}")).text.startswith("Это меню устарело")
    for school, sheets in (("Первая", "20"), ("Вторая", "9")):
        card = await chat.press(head, opened.presses[school])
        assert f"<b>{school}</b>" in card.text
        await chat.press(head, card.presses["Начать"])
        shown = await chat.type(head, sheets)
        while "Пропустить" in shown.presses:
            shown = await chat.press(head, shown.presses["Пропустить"])
        await chat.press(head, shown.presses["Отправить"])
    foreign = district.heads["Вторая"]
    assert (await chat.press(foreign, f"survey-open:{wave}-{district.schools['Первая']}")).text.startswith(
        "Вам это недоступно."
    )
    async with sqlite_storage.begin() as tx:
        await waves.close_wave(tx, district.coordinator, wave, now=NOW)
        tallies, _ = await get_tallies(tx, wave)
    assert {school: dict(tally.answers) for school, tally in tallies.items()} == {
        district.schools["Первая"]: {"pupils-sheets": {"20": 1}},
        second: {"pupils-sheets": {"9": 1}},
    }


async def test_counts_of_pupils_are_checked_and_released(sqlite_storage: Storage, tmp_path: Path) -> None:
    chat, district, wave, deputy = await begin(sqlite_storage, tmp_path, "risk-pupils")
    card = await chat.command(deputy, "survey")
    assert "• Ученики отвечают на бумаге, без имён и по желанию." in card.text
    first = await chat.press(deputy, card.presses["Начать"])
    assert first.rows == (("⌂ Меню",),)  # the number of sheets cannot be skipped
    shown = await chat.type(deputy, "21")
    assert shown.text.endswith(
        "1. Никогда\n2. Редко\n3. Иногда\n4. Часто\n5. Почти всегда\n"
        "Напишите по порядку, сколько человек выбрали каждый ответ: 5 чисел через пробел. "
        "Кто не ответил, того не считайте."
    )
    assert (await chat.type(deputy, "2 3 5 6")).text.startswith("Нужно 5 чисел через пробел")
    assert (await chat.type(deputy, "2 3 5 6 6")).text.startswith("Получилось 22, а анкет собрано 21.")
    await chat.type(deputy, "2 3 5 6 4")
    fewer = await chat.press(deputy, f"question:{wave}:pupils-sheets")
    assert fewer.text.endswith("Ваш ответ: 21")
    refused = await chat.type(deputy, "19")
    assert refused.text.startswith("Анкет не может быть меньше, чем ответов: в вопросе 2 их 20.")
    review = await chat.press(deputy, f"survey-review:{wave}:0")
    assert "Никогда: 2; Редко: 3; Иногда: 5; Часто: 6; Почти всегда: 4; без ответа: 1" in review.text
    shown = await chat.press(deputy, f"survey-go:{wave}")
    while "Пропустить" in shown.presses:
        shown = await chat.press(deputy, shown.presses["Пропустить"])
    await chat.press(deputy, shown.presses["Отправить"])
    async with sqlite_storage.begin() as tx:
        await waves.close_wave(tx, district.coordinator, wave, now=NOW)
        tallies, asked = await get_tallies(tx, wave)
    school = district.schools["Первая"]
    assert (tallies[school].people, set(asked.values())) == (1, {1})
    assert tallies[school].answers == {"group-work": {"2,3,5,6,4": 1}, "pupils-sheets": {"21": 1}}


async def test_teachers_and_leaders_are_asked_apart(sqlite_storage: Storage, tmp_path: Path) -> None:
    chat, district, wave, _ = await begin(sqlite_storage, tmp_path, "risk-administration")
    async with sqlite_storage.begin() as tx:
        for_teachers = await start(tx, district)
    teacher, head = district.teachers["Первая"][0], district.heads["Первая"]
    for person, foreign in ((teacher, wave), (head, for_teachers)):
        assert (await chat.press(person, f"survey-open:{foreign}")).text.startswith("Вам это недоступно.")
    card = await chat.press(district.coordinator, f"wave-card:{district.id}:risk-parents")
    assert "руководителя (директора и заместители):\n• Вторая: 1\n• Первая: 2" in card.text
    stages = (("● Входная", "○ Промежуточная"), ("○ Итоговая",))
    assert card.rows == (*stages, ("Начать",), ("К списку волн",), ("⌂ Меню",))
