"""«Документы»: from the menu to a file, by who may have it, and read by another program."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

import docx

from bot.domain.people import Person, Role
from bot.screen import Screen
from storage import Storage
from tests.factories import make_person
from tests.handlers.road_maps import SCHOOLS, Town, launched, make_town, reported

ROWS = (
    ("1.1", "Диагностика дефицитов", "до 15 октября 2026", "ОО", "Справка"),
    ("1.2", "Консультации учителей", "ноябрь 2026", "Муниципальный координатор", "График консультаций"),
)


async def staffed(storage: Storage, folder: Path) -> tuple[Town, int, Person]:
    """A launched plan, and the head of the first school, who has reported."""
    town = await make_town(storage, folder, *SCHOOLS)
    plan = await launched(storage, town, *ROWS)
    async with storage.begin() as tx:
        head = await make_person(tx, Role.HEAD, town.district, 1)
    await reported(town, head, 1)
    return town, plan, head


def tables(screen: Screen) -> list[list[list[str]]]:
    (file,) = screen.files
    document = docx.Document(io.BytesIO(file.content()))
    return [[[cell.text for cell in row.cells] for row in table.rows] for table in document.tables]


async def test_the_coordinator_has_the_whole_plan_with_marks(sqlite_storage: Storage, tmp_path: Path) -> None:
    town, plan, _ = await staffed(sqlite_storage, tmp_path)
    menu = await town.chat.press(town.coordinator, "home")
    shelf = await town.chat.press(town.coordinator, menu.presses["Документы"])
    assert shelf.text.startswith("<b>Документы. Заречный район</b>")
    shown = await town.chat.press(town.coordinator, shelf.presses["План с отметками"])
    assert shown.text == "План с отметками: Заречный район. Файл придёт через несколько секунд."
    assert shown.screen.files[0].name == "План с отметками 2026-09-01.docx"
    assert [row[5] for row in tables(shown.screen)[0]] == [
        "Отметка о выполнении, документ, дата",
        "МБОУ «Лесная СОШ», сделано, справка.txt, 01.09.2026",
        "",
    ]
    assert plan == 1


async def test_a_head_has_the_own_schools_part(sqlite_storage: Storage, tmp_path: Path) -> None:
    town, plan, head = await staffed(sqlite_storage, tmp_path)
    menu = await town.chat.press(head, "home")
    shelf = await town.chat.press(head, menu.presses["Документы"])
    shown = await town.chat.press(head, shelf.presses["План с отметками"])
    assert [row[1] for row in tables(shown.screen)[0]] == ["Мероприятие", "Диагностика дефицитов"]
    refused = await town.chat.press(head, f"paper:plan:{plan}:0:-:docx")
    assert refused.text == "Вам это недоступно. Всё, что вы можете открыть, есть в меню."
    assert (await town.chat.press(head, f"paper:plan:{plan}:1:x-y:docx")).text.startswith("Это меню устарело")


async def test_a_report_is_for_the_days_that_are_chosen_or_typed(
    sqlite_storage: Storage, tmp_path: Path
) -> None:
    town, plan, _ = await staffed(sqlite_storage, tmp_path)
    chat, who = town.chat, town.coordinator
    asked = await chat.press(who, f"paper-period:district:{plan}:0")
    assert asked.rows[:5] == (
        ("Первое полугодие",),
        ("Второе полугодие",),
        ("Учебный год",),
        ("Весь план",),
        ("Другие даты",),
    )
    shown = await chat.press(who, asked.presses["Первое полугодие"])
    assert shown.text == (
        "Отчёт района: Заречный район, 1 сентября 2026 – 31 декабря 2026. Файл придёт через несколько секунд."
    )
    totals, rows, reports = tables(shown.screen)
    assert totals[1] == ["выполнено", "1", "1.1"]
    assert totals[3] == ["на проверке", "0", ""]
    assert [row[0] for row in rows[1:]] == ["1.1", "1.2"]
    assert reports[1:] == [
        ["1.1 Диагностика дефицитов"] * 7,
        [
            "МБОУ «Лесная СОШ»",
            "до 15.10.2026",
            "сделано",
            "Провели",
            "12",
            "справка.txt",
            "01.09.2026",
        ],
    ]
    await chat.press(who, asked.presses["Другие даты"])
    refused = await chat.type(who, "когда-нибудь")
    assert refused.text.startswith("Не понял период.")
    shown = await chat.type(who, "ноябрь 2026")
    assert [row[0] for row in tables(shown.screen)[1][1:]] == ["1.2"]


async def test_a_letter_and_a_schedule_come_of_the_rows(sqlite_storage: Storage, tmp_path: Path) -> None:
    town, plan, head = await staffed(sqlite_storage, tmp_path)
    asked = await town.chat.press(town.coordinator, f"paper-period:letter:{plan}:0")
    assert asked.rows[:2] == (("Этот месяц",), ("Следующий месяц",))
    october = f"paper:letter:{plan}:0:20261001-20261031:docx"
    (due,) = tables((await town.chat.press(town.coordinator, october)).screen)
    assert due[1:] == [["1.1", "Диагностика дефицитов", "15.10.2026", "Справка", "МБОУ «Горная ООШ»"]]
    shown = await town.chat.press(town.coordinator, f"paper:consultations:{plan}:0:-:docx")
    (schedule,) = tables(shown.screen)
    assert [row[0:3] for row in schedule[1:]] == [["01.11.2026–30.11.2026", "1.2", "Консультации учителей"]]
    foreign = await town.chat.press(head, f"paper:letter:{plan}:1:20261001-20261031:docx")
    assert foreign.text.startswith("Это меню устарело")


async def test_a_list_to_sign_is_for_a_row(sqlite_storage: Storage, tmp_path: Path) -> None:
    town, plan, head = await staffed(sqlite_storage, tmp_path)
    rows = await town.chat.press(head, f"papers-rows:{plan}:1:0")
    assert [label for (label, *_) in rows.rows[:2]] == ["Без мероприятия", "1.1 Диагностика дефицитов"]
    shown = await town.chat.press(head, rows.presses["1.1 Диагностика дефицитов"])
    assert shown.screen.files[0].name == "Лист регистрации 2026-09-01.docx"
    (lines,) = tables(shown.screen)
    assert [line[0] for line in lines] == ["№", *map(str, range(1, 26))]


async def test_the_package_has_the_proofs_of_the_reports(sqlite_storage: Storage, tmp_path: Path) -> None:
    town, plan, head = await staffed(sqlite_storage, tmp_path)
    shown = await town.chat.press(head, f"papers-package:{plan}:1")
    assert shown.text.startswith("Подтверждения по строкам плана одним архивом")
    (file,) = shown.screen.files
    assert file.name == "Пакет подтверждений 2026-09-01.zip"
    with zipfile.ZipFile(io.BytesIO(file.content())) as archive:
        assert archive.namelist() == ["1.1 МБОУ «Лесная СОШ» справка.txt", "Оглавление.xlsx"]
        assert archive.read(archive.namelist()[0]) == b"done"
    async with sqlite_storage.begin() as tx:
        other = await make_person(tx, Role.HEAD, town.district, 2)
    nothing = await town.chat.press(other, f"papers-package:{plan}:2")
    assert nothing.text.startswith("МБОУ «Горная ООШ»: подтверждающих файлов пока нет.")
