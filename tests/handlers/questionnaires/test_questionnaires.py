"""The coordinator's questionnaires: seen before they are asked, added by a file, printed."""

from __future__ import annotations

import io
from pathlib import Path

from docx import Document
from sqlalchemy import func, select

from bot.questionnaires.packs import package_packs
from handlers.questionnaires.routes import routes
from handlers.survey.routes import routes as survey
from storage import Storage
from storage.tables import metadata
from tests.factories import NOW, Chat, show
from tests.handlers.survey.test_kinds import PACK
from tests.use_cases.district import District, make_asked_district, start

HOME = ("⌂ Меню",)


async def begin(storage: Storage, folder: Path) -> tuple[Chat, District]:
    async with storage.begin() as tx:
        district = await make_asked_district(tx, Первая=1)
    return Chat(storage, [routes, survey], lambda: NOW, folder), district


async def test_a_preview_shows_everything_and_keeps_nothing(sqlite_storage: Storage, tmp_path: Path) -> None:
    chat, district = await begin(sqlite_storage, tmp_path)
    coordinator = district.coordinator
    shown = await chat.press(coordinator, f"packs:{district.id}")
    shown = await chat.press(coordinator, shown.presses["Методическая служба"])
    assert shown.text.startswith("<b>Методическая служба</b>\n11 вопросов, примерно 2 мин.")
    before = await rows(sqlite_storage)
    shown = await chat.press(coordinator, shown.presses["Посмотреть анкету"])
    assert shown.text.startswith("Просмотр: так вопрос увидят те, кто отвечает.")
    assert shown.rows[0] == ("Ни разу",)
    shown = await chat.press(coordinator, shown.presses["Ни разу"])
    assert "Этот вопрос появится, если на вопрос «Сколько раз" in shown.text
    assert "ответят: Ни разу." in shown.text
    seen = 2
    while "Дальше →" in shown.presses:
        shown = await chat.press(coordinator, shown.presses["Дальше →"])
        seen += 1
    assert seen == 9  # eight screens, the matrix is one, and the description again
    assert shown.presses["Посмотреть анкету"] == f"preview:{district.id}:method-service:0"
    assert await rows(sqlite_storage) == before


async def rows(storage: Storage) -> dict[str, int]:
    """How many rows each table has, but for what remembers the presses themselves."""
    async with storage.read() as tx:
        return {
            table.name: (await tx.execute(select(func.count()).select_from(table))).scalar_one()
            for table in metadata.sorted_tables
            if table.name != "handled_updates"
        }


async def test_every_screen_of_every_preview_fits(sqlite_storage: Storage, tmp_path: Path) -> None:
    chat, district = await begin(sqlite_storage, tmp_path)
    for code, pack in package_packs().items():
        for place in range(len(pack.questionnaire.items)):
            screen = (await chat.press(district.coordinator, f"preview:{district.id}:{code}:{place}")).screen
            for language in ("ru", "en"):
                shown = show(screen, language)
                assert len(shown.text) <= 4000
                assert max(len(label) for row in shown.rows for label in row) <= 30
                assert len(shown.rows) <= 9


async def test_a_file_is_checked_added_and_raised(sqlite_storage: Storage, tmp_path: Path) -> None:
    chat, district = await begin(sqlite_storage, tmp_path)
    coordinator = district.coordinator

    async def send(source: str) -> str:
        await chat.press(coordinator, f"pack-send:{district.id}")
        return (await chat.send(coordinator, "анкета.yaml", source.encode())).text

    await chat.press(coordinator, f"pack-send:{district.id}")
    wrong = PACK.replace("version: 1", "version: 0").replace("kind: share", "kind: часть")
    complaints = await chat.send(coordinator, "анкета.yaml", wrong.encode())
    assert complaints.text.startswith(
        "В файле 2 ошибки. Исправьте их и пришлите файл ещё раз.\n\n"
        "Строка 2: «0»: нужно целое число от 1 до 10000\nСтрока 37: «часть»: нужно одно из: "
    )
    added = await chat.send(coordinator, "анкета.yaml", PACK.encode())  # the corrected file at once
    assert added.text.startswith("Анкета «Все виды», версия 1, добавлена.")
    assert await send(PACK) == (
        "Анкета «all-kinds» версии 1 в районе уже есть. Поднимите version в файле и пришлите его ещё раз."
    )
    taken = await send(PACK.replace("code: all-kinds", "code: risk-teachers"))
    assert taken.startswith("Имя «risk-teachers» занято")
    assert ("Все виды",) in (await chat.press(coordinator, f"packs:{district.id}")).rows
    async with sqlite_storage.begin() as tx:
        wave = await start(tx, district, code="all-kinds")
    raised = PACK.replace("version: 1", "version: 2").replace("Чего не хватает?", "Чего вам не хватает?")
    assert (await send(raised)).startswith("Анкета «Все виды», версия 2, добавлена.")
    preview = await chat.press(coordinator, f"preview:{district.id}:all-kinds:0")
    asked = await chat.press(district.teachers["Первая"][0], f"survey-go:{wave}")
    assert "<b>Чего вам не хватает?</b>" in preview.text
    assert "<b>Чего не хватает?</b>" in asked.text


async def test_a_district_has_its_own(sqlite_storage: Storage, tmp_path: Path) -> None:
    chat, district = await begin(sqlite_storage, tmp_path)
    async with sqlite_storage.begin() as tx:
        other = await make_asked_district(tx, Чужая=1)
    await chat.press(district.coordinator, f"pack-send:{district.id}")
    await chat.send(district.coordinator, "анкета.yaml", PACK.encode())
    assert ("Все виды",) not in (await chat.press(other.coordinator, f"packs:{other.id}")).rows
    absent = await chat.press(other.coordinator, f"pack:{other.id}:all-kinds")
    assert absent.text.startswith("Это меню устарело.")
    foreign = await chat.press(other.coordinator, f"packs:{district.id}")
    assert foreign.text.startswith("Вам это недоступно.")


async def test_a_paper_form_is_filled_in_and_counted(sqlite_storage: Storage, tmp_path: Path) -> None:
    chat, district = await begin(sqlite_storage, tmp_path)
    card = await chat.press(district.coordinator, f"pack:{district.id}:risk-pupils")
    shown = await chat.press(district.coordinator, card.presses["Бумажная форма (DOCX)"])
    [file] = shown.screen.files
    content = file.content()
    assert isinstance(content, bytes)
    document = Document(io.BytesIO(content))
    lines = [paragraph.text for paragraph in document.paragraphs]
    pack = package_packs()["risk-pupils"].questionnaire
    questions = [item.text["ru"] for item in pack.items if item.tallied]
    asked = [f"{number}. {words}" for number, words in enumerate(questions, 1)]
    assert [line for line in lines if line in asked] == asked * 2
    assert (file.name, len(document.tables)) == ("Десять факторов ученики.docx", len(questions))
    assert [cell.text for cell in document.tables[0].rows[0].cells] == [
        option.text["ru"] for option in pack.items[1].options
    ]
    assert lines[0] == "Десять факторов: ученики"
