from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from bot.domain.anonymity import Breakdown
from bot.domain.people import Membership, Role
from bot.domain.surveys import Audience
from bot.use_cases import waves
from bot.use_cases.news import JOINED
from handlers.routing import Routes
from handlers.survey import view
from handlers.survey.routes import routes
from storage import Storage
from storage.outbox import claim_notices
from storage.people import add_membership
from tests.factories import NOW, Chat, Shown, show
from tests.use_cases.district import PACK, District, make_asked_district, start

CONVERSATIONS: list[Routes] = [routes]
ITEMS = [item.id for item in PACK.items]
HOME = ("⌂ Меню",)
CHECK = ("Проверить мою анонимность",)
AGREEMENT = (("Совсем не так",), ("Скорее не так",), ("И так и не так",), ("Скорее так",), ("Именно так",))


async def begin(storage: Storage, folder: Path) -> tuple[Chat, District, int]:
    async with storage.begin() as tx:
        district = await make_asked_district(tx, Первая=1)
        wave = await start(tx, district)
    return Chat(storage, CONVERSATIONS, lambda: NOW, folder), district, wave


def number(shown: Shown) -> str:
    """«Вопрос 5 из 22» of a question's screen."""
    return shown.text.split(",")[0]


async def test_a_survey_is_left_resumed_and_sent(sqlite_storage: Storage, tmp_path: Path) -> None:
    chat, district, wave = await begin(sqlite_storage, tmp_path)
    teacher = district.teachers["Первая"][0]
    opened = await chat.command(teacher, "survey")
    assert opened.rows == (("Начать",), CHECK, HOME)
    first = await chat.press(teacher, opened.presses["Начать"])
    assert first.text == (
        "Вопрос 1 из 22, осталось ≈ 3 мин\n\n"
        "<b>Учебников, пособий и наглядных материалов по моему предмету хватает на каждый урок.</b>"
    )
    assert first.rows == (*AGREEMENT, ("Пропустить",), HOME)
    second = await chat.press(teacher, first.presses["Скорее так"])
    assert (number(second), second.rows) == ("Вопрос 2 из 22", (*AGREEMENT, ("← Назад", "Пропустить"), HOME))

    chat = Chat(sqlite_storage, CONVERSATIONS, lambda: NOW, tmp_path)  # the bot was started again
    resumed = await chat.press(teacher, "survey")
    assert resumed.rows == (("Продолжить с вопроса 2",), CHECK, HOME)
    assert resumed.text.endswith("\n\nВы уже начинали: 1 ответ сохранён. Продолжим с вопроса 2.")
    shown = await chat.press(teacher, resumed.presses["Продолжить с вопроса 2"])
    for place in range(2, len(ITEMS) + 1):
        assert number(shown) == f"Вопрос {place} из 22"
        answer = f"ans:{wave}:{ITEMS[place - 1]}:2"
        shown = await chat.press(teacher, shown.presses["Пропустить"] if place in (5, 9) else answer)
    assert shown.text.startswith("Ответы готовы: 20 из 22.\n")
    assert shown.rows == (("Отправить",), ("Посмотреть ответы",), CHECK, HOME)
    sent = await chat.press(teacher, shown.presses["Отправить"])
    assert sent.text.startswith("Спасибо! Ответы отправлены, ваш черновик стёрт.")
    again = await chat.press(teacher, shown.presses["Отправить"])
    assert again.text.startswith("Вы уже отправили ответы на эту анкету, спасибо.")
    opened = await chat.command(teacher, "survey")
    assert (opened.text, opened.rows) == (again.text, (CHECK, HOME))


async def test_old_buttons_and_double_presses_are_harmless(sqlite_storage: Storage, tmp_path: Path) -> None:
    chat, district, wave = await begin(sqlite_storage, tmp_path)
    teacher = district.teachers["Первая"][0]
    presses = [(0, "1", 2), (0, "1", 2), (1, "3", 3), (0, "5", 3), (3, "2", 3), (2, "2", 5)]
    for item, value, following in presses:
        shown = await chat.press(teacher, f"ans:{wave}:{ITEMS[item]}:{value}")
        assert number(shown) == f"Вопрос {following} из 22"
    back = await chat.press(teacher, f"question:{wave}:{ITEMS[0]}")
    assert back.text.endswith("\n\nВаш ответ: Именно так")
    forward = await chat.press(teacher, back.presses["Дальше →"])
    assert number(forward) == "Вопрос 5 из 22"
    for press in (f"ans:{wave}:gone:1", f"ans:{wave}:{ITEMS[0]}", f"ans:{wave}:{ITEMS[0]}:1:1", "ans:x:y:z"):
        assert (await chat.press(teacher, press)).text == "Это меню устарело. Откройте свежее: кнопка ниже."


@pytest.mark.parametrize("language", ["ru", "en"])
async def test_every_screen_fits_a_phone(sqlite_storage: Storage, tmp_path: Path, language: str) -> None:
    chat, district, wave = await begin(sqlite_storage, tmp_path)
    teacher = district.teachers["Первая"][0]
    presses = ["survey", *(f"question:{wave}:{item}" for item in ITEMS)]
    presses += [f"ans:{wave}:{item}:1" for item in ITEMS] + [
        f"survey-review:{wave}:{page}" for page in range(5)
    ]
    for press in [*presses, f"survey-send:{wave}"]:
        shown = show((await chat.press(teacher, press)).screen, language)
        assert len(shown.text) <= 4000
        assert max(len(label) for row in shown.rows for label in row) <= 30


def test_the_invitation_opens_its_own_wave() -> None:
    shown = show(view.invitation(7, "Десять факторов риска", 5, date(2026, 9, 15), Audience.TEACHERS))
    assert shown.text == (
        "Началась анкета: «Десять факторов риска».\n"
        "Она добровольная и анонимная, примерно 5 мин. "
        "Ответить можно до 15 сентября 2026 включительно."
    )
    assert shown.presses == {"Открыть анкету": "survey-open:7", "⌂ Меню": "home"}


async def test_what_is_stored_is_shown_as_it_is(sqlite_storage: Storage, tmp_path: Path) -> None:
    chat, district, wave = await begin(sqlite_storage, tmp_path)
    teacher, school = district.teachers["Первая"][0], district.schools["Первая"]
    await chat.press(teacher, f"ans:{wave}:{ITEMS[0]}:4")
    under_way = await chat.press(teacher, f"anonymity:{wave}")
    assert "В черновике 1 ответ, он связан с вами до отправки." in under_way.text
    token = f"wave_tokens: wave_id={wave} person_id={teacher.id} school_id={school} spent="
    assert f"<code>{token}False</code>" in under_way.text
    draft = f"survey_drafts: wave_id={wave} person_id={teacher.id} item_id={ITEMS[0]} value=4"
    assert f"<code>{draft}</code>" in under_way.text
    assert "outbox: " in under_way.text  # the invitation
    for item in ITEMS[1:]:
        await chat.press(teacher, f"skip:{wave}:{item}")
    sent = await chat.press(teacher, f"survey-send:{wave}")
    after = await chat.press(teacher, sent.presses["Проверить мою анонимность"])
    assert "Черновика нет: ни один ваш ответ с вами не связан." in after.text
    assert f"<code>{token}True</code>" in after.text
    assert "survey_drafts" not in after.text
    assert "Отправленные ответы всех учителей школы сложены в одну строку" in after.text
    async with sqlite_storage.begin() as tx:
        await claim_notices(tx, now=NOW + JOINED, lease=JOINED, limit=99)  # the invitations leave
        await waves.close_wave(tx, district.coordinator, wave, now=NOW)
    past = await chat.command(teacher, "survey")
    listed = await chat.press(teacher, past.presses["Проверить мою анонимность"])
    assert listed.rows == (("Десять факторов риска, 09.2026",), HOME)
    closed = await chat.press(teacher, listed.presses["Десять факторов риска, 09.2026"])
    assert "Отметки о том, отвечали ли вы, нет: анкета закрыта, и все такие отметки стёрты." in closed.text
    assert "Когда координатор выпустит результаты, сотрётся и она." in closed.text
    assert "wave_tokens" not in closed.text
    async with sqlite_storage.begin() as tx:
        await waves.release_wave(tx, district.coordinator, wave, now=NOW)
    released = await chat.press(teacher, closed.presses["Другие анкеты"])
    released = await chat.press(teacher, released.presses["Десять факторов риска, 09.2026"])
    assert "Результаты выпущены, а сложенные ответы стёрты" in released.text
    assert "Среди строк есть приглашения и напоминания" in released.text
    assert "Строк базы данных" not in released.text


async def test_the_card_says_whose_answers_stand_together(sqlite_storage: Storage, tmp_path: Path) -> None:
    told = {
        Breakdown.SCHOOLS: "увидят координатор и директор, если в ней ответили не меньше 5 человек.\n",
        Breakdown.TOGETHER: "Если меньше, ответы войдут в общий результат маленьких школ",
        Breakdown.DISTRICT: "Результатов вашей школы отдельно не увидит никто.",
    }
    chat = Chat(sqlite_storage, CONVERSATIONS, lambda: NOW, tmp_path)
    for breakdown, words in told.items():
        async with sqlite_storage.begin() as tx:
            district = await make_asked_district(tx, Первая=1, Вторая=0)
            of_two = district.teachers["Первая"][0]
            second = Membership(Role.TEACHER, district.id, district.schools["Вторая"])
            await add_membership(tx, of_two.id, second, now=NOW)
            await start(tx, district, breakdown=breakdown, code="difficulties")
        card = (await chat.command(of_two, "survey")).text
        assert [text in card for text in told.values()] == [text == words for text in told.values()]
        assert "своими словами, покажут как есть, без имени, если на вопрос ответили не меньше 10" in card
        assert "Ваши ответы войдут в результаты школы <b>Первая</b>." in card
