"""Anybody registered may have a file checked; nothing of it is imported."""

from __future__ import annotations

import io
from pathlib import Path

import pytest
from openpyxl import load_workbook
from sqlalchemy import func, select

from bot.domain.people import Person, Role
from handlers.conversations import CONVERSATIONS
from storage import Storage
from storage.tables import dialogs, parties, plans
from tests.factories import NOW, Chat, Shown, make_district, make_person, make_school
from tests.handlers.road_maps import road_map

CLEAN = (
    ("1", "Диагностика дефицитов", "до 15 октября 2026", "ОО", "Справка"),
    ("2", "Разбор работ учеников", "ежемесячно", "РМК, ОО", "Протокол"),
)
ODD = (
    ("1", "=Диагностика", "до 15 октября 2026", "ОО", "Справка"),
    ("1", "Разбор работ учеников", "до 8 марта 2027", "Общественные организации", ""),
    ("4", "Сверка планов", "Март 2027 - декабрь 2026", "РМК", "Акт"),
)


@pytest.fixture
async def teacher(sqlite_storage: Storage) -> Person:
    async with sqlite_storage.begin() as tx:
        district = await make_district(tx)
        school = await make_school(tx, district, "МБОУ «Лесная СОШ»")
        return await make_person(tx, Role.TEACHER, district, school)


@pytest.fixture
def chat(sqlite_storage: Storage, tmp_path: Path) -> Chat:
    return Chat(sqlite_storage, CONVERSATIONS, lambda: NOW, tmp_path)


async def checked(chat: Chat, person: Person, data: bytes, name: str = "План школы.txt") -> Shown:
    home = await chat.command(person, "start")
    await chat.press(person, home.presses["Проверить план"])
    return await chat.send(person, name, data)


async def test_a_check_is_summed_up_and_listed_by_row(chat: Chat, teacher: Person) -> None:
    shown = await checked(chat, teacher, road_map(*ODD))
    assert shown.text == (
        "<b>Проверка плана</b>\n"
        "Дорожная карта Берёзовского района на 2026-2027 учебный год\n"
        "Прочитано 3 строки.\n\n"
        "Ошибок: 4\nЗамечаний: 2\nПометок: 1\n\n"
        "Номера: 3\nСроки: 2\nРезультаты: 1\nСлова и знаки: 1\n\n"
        "Следом придёт таблица: те же строки, сомнительные ячейки раскрашены, рядом написано, "
        "что проверить. Сам план не загружен и не сохранён."
    )
    assert shown.rows == (("Список замечаний (7)",), ("Проверить другой файл",), ("⌂ Меню",))
    listed = await chat.press(teacher, shown.presses["Список замечаний (7)"])
    assert listed.text.split("\n\n")[:4] == [
        "<b>7 замечаний</b>",
        "<b>№ 1</b> · Ошибка. Такой номер стоит в плане не один раз. Дайте строке другой.",
        "<b>№ 1</b> · Ошибка. Такой номер стоит в плане не один раз. Дайте строке другой.\nМожно так: 5",
        "<b>№ 1</b> · Замечание. Результат не указан. Впишите, чем подтвердить выполнение.",
    ]


async def test_the_copy_marks_doubtful_cells_and_says_what_to_do(chat: Chat, teacher: Person) -> None:
    (copy,) = (await checked(chat, teacher, road_map(*ODD))).screen.files
    book = load_workbook(io.BytesIO(copy.content()))
    assert (copy.name, book.sheetnames) == ("Проверка План школы.xlsx", ["План", "Замечания"])
    rows = list(book["План"].iter_rows(min_row=4))
    assert [[cell.value for cell in row[:5]] for row in rows] == [
        [cell or None for cell in row] for row in ODD
    ]
    red, yellow, blue, plain = "FFF8CBC6", "FFFDE9B3", "FFDCE9F7", "00000000"
    assert [[cell.fill.fgColor.rgb for cell in row[:5]] for row in rows] == [
        [red, plain, plain, plain, plain],
        [red, plain, blue, red, yellow],
        [yellow, plain, red, plain, plain],
    ]
    assert rows[0][1].data_type == "s"  # a text, whatever it begins with
    assert str(rows[2][5].value).splitlines()[1] == (
        "Ошибка. Конец срока раньше начала. Исправьте год или месяц: иначе задача будет ждать даты. "
        "«Март 2027 - декабрь 2026»"
    )
    remarks = [[cell.value for cell in row] for row in book["Замечания"].iter_rows(min_row=2)]
    assert len(remarks) == 7
    assert remarks[1] == [
        "№ 1",
        "Ошибка",
        "Такой номер стоит в плане не один раз. Дайте строке другой.",
        None,
        "5",
    ]


async def test_a_row_without_a_number_is_known_by_its_words(chat: Chat, teacher: Person) -> None:
    row = ("", "Диагностика дефицитов учителей и учеников", "", "ОО", "Справка")
    await checked(chat, teacher, road_map(row))
    listed = await chat.press(teacher, "checkup-list:0")
    assert listed.text.split("\n\n")[1:] == [
        "<b>План в целом</b> · Пометка. У строк нет номеров. "
        "Пронумеруйте их, чтобы на строку можно было сослаться.",
        "<b>Строка 1 «Диагностика дефицитов учителе…»</b> · Ошибка. Срок не указан. "
        "Впишите его: без срока задача будет ждать даты.",
    ]


async def test_a_careful_plan_is_praised(chat: Chat, teacher: Person) -> None:
    shown = await checked(chat, teacher, road_map(*CLEAN))
    assert shown.text.startswith("<b>Замечаний нет</b> 🌿\nДорожная карта Берёзовского района")
    assert (shown.rows, shown.screen.files) == ((("Проверить другой файл",), ("⌂ Меню",)), ())


async def test_a_long_list_is_paged_and_small(chat: Chat, teacher: Person, sqlite_storage: Storage) -> None:
    rows = [(str(n), f"Совет {n}", "", "", "Рост доли детей " + "я" * 500) for n in range(1, 201)]
    shown = await checked(chat, teacher, road_map(*rows))
    async with sqlite_storage.read() as tx:
        data = (await tx.execute(select(dialogs.c.data))).scalar_one()
    assert len(str(data).encode("unicode-escape")) < 65_536
    assert (data["total"], len(data["remarks"])) == (600, 75)
    first = await chat.press(teacher, next(iter(shown.presses.values())))
    last = await chat.press(teacher, "checkup-list:999")
    assert first.rows == (("Дальше →",), ("Проверить другой файл",), ("⌂ Меню",))
    assert last.rows == (("← Назад",), ("Проверить другой файл",), ("⌂ Меню",))
    assert last.text.endswith("Ещё 525, менее важных, есть в таблице.")


async def test_the_list_outlives_a_line_and_closes_politely(chat: Chat, teacher: Person) -> None:
    shown = await checked(chat, teacher, road_map(*ODD))
    assert (await chat.type(teacher, "спасибо")).text.startswith("<b>Проверить план</b>")
    assert (await chat.press(teacher, "checkup-list:0")).text.startswith("<b>7 замечаний</b>")
    again = await chat.send(teacher, "другой.txt", road_map(*CLEAN))
    assert again.text.startswith("<b>Замечаний нет</b>")
    await chat.press(teacher, "home")
    closed = await chat.press(teacher, shown.presses["Список замечаний (7)"])
    assert closed.text == (
        "Эта проверка уже закрыта. Нажмите «Проверить план» в меню и пришлите файл ещё раз."
    )


@pytest.mark.parametrize(
    ("name", "data", "kind", "told"),
    [
        ("план.txt", b"", "document", "В файле ничего нет."),
        ("план.pdf", b"%PDF-1.7", "document", "Файл повреждён и не открывается."),
        ("план.txt", "Просто письмо".encode(), "document", "Не нашёл в файле таблицы"),
        ("план.jpg", b"x", "photo", "По фотографии план не прочитать."),
    ],
)
async def test_what_is_no_plan_is_refused_as_at_import(
    chat: Chat, teacher: Person, name: str, data: bytes, kind: str, told: str
) -> None:
    await chat.press(teacher, "checkup")
    assert (await chat.send(teacher, name, data, kind)).text.startswith(told)
    assert (await chat.send(teacher, "план.txt", road_map(*CLEAN))).text.startswith("<b>Замечаний нет</b>")


async def test_nothing_is_imported(chat: Chat, teacher: Person, sqlite_storage: Storage) -> None:
    await checked(chat, teacher, road_map(*ODD))
    async with sqlite_storage.read() as tx:
        counts = [(await tx.execute(select(func.count()).select_from(t))).scalar() for t in (plans, parties)]
    assert counts == [0, 0]


async def test_every_role_finds_the_check_at_home(sqlite_storage: Storage, chat: Chat) -> None:
    async with sqlite_storage.begin() as tx:
        district = await make_district(tx)
        people = [await make_person(tx, role, district) for role in Role]
    for person in people:
        home = await chat.command(person, "start")
        assert "Проверить план" in home.rows[-1]
        assert len(home.rows) <= 7
