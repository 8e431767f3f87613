"""«Шаблоны»: downloaded, changed, sent back, used, and given up again."""

from __future__ import annotations

import io
from pathlib import Path

import docx

from bot.domain.paper_kinds import PaperKind
from storage import Storage
from tests.handlers.road_maps import SCHOOLS, launched, make_town

ROWS = (("1.1", "Диагностика дефицитов", "до 15 октября 2026", "ОО", "Справка"),)


def words(data: bytes) -> list[str]:
    return [paragraph.text for paragraph in docx.Document(io.BytesIO(data)).paragraphs]


async def test_a_districts_own_template_makes_its_papers(sqlite_storage: Storage, tmp_path: Path) -> None:
    town = await make_town(sqlite_storage, tmp_path, *SCHOOLS)
    plan = await launched(sqlite_storage, town, *ROWS)
    chat, who = town.chat, town.coordinator
    shelf = await chat.press(who, f"papers-of:{plan}:0")
    listed = await chat.press(who, shelf.presses["Шаблоны"])
    card = await chat.press(who, listed.presses["Чек-лист"])
    assert card.text == "Чек-лист: документы составляются по нашему шаблону."
    (ours,) = (await chat.press(who, card.presses["Скачать шаблон"])).screen.files
    document = docx.Document(io.BytesIO(ours.content()))
    document.paragraphs[0].runs[0].text = "Список дел района {{ район }}"
    mine = io.BytesIO()
    document.save(mine)

    await chat.press(who, card.presses["Прислать свой"])
    document.paragraphs[0].runs[0].text = "{{ раён }}"
    wrong = io.BytesIO()
    document.save(wrong)
    refused = await chat.send(who, "Чек-лист.docx", wrong.getvalue())
    assert refused.text.startswith("В шаблоне есть слово «раён», которого бот не знает.")
    taken = await chat.send(who, "Чек-лист.docx", mine.getvalue())
    assert taken.text == "Готово: Чек-лист теперь составляется по вашему шаблону."
    checklist = f"paper:checklist:{plan}:0:-:docx"
    (paper,) = (await chat.press(who, checklist)).screen.files
    assert words(paper.content())[0] == "Список дел района Заречный район"
    (again,) = (await chat.press(who, f"template-get:{town.district}:checklist")).screen.files
    assert again.content() == mine.getvalue()

    await chat.press(who, taken.presses["Вернуть наш шаблон"])
    (paper,) = (await chat.press(who, checklist)).screen.files
    assert words(paper.content())[0] == "Чек-лист дорожной карты"


async def test_every_paper_s_form_may_be_changed(sqlite_storage: Storage, tmp_path: Path) -> None:
    town = await make_town(sqlite_storage, tmp_path)
    chat, who = town.chat, town.coordinator
    for kind in PaperKind:
        (ours,) = (await chat.press(who, f"template-get:{town.district}:{kind}")).screen.files
        document = docx.Document(io.BytesIO(ours.content()))
        document.paragraphs[0].insert_paragraph_before("{{ район }}, {{ школа }}, {{ сегодня }}")
        mine, broken = io.BytesIO(), io.BytesIO()
        document.save(mine)
        document.paragraphs[0].text = "{% if %}"
        document.save(broken)
        await chat.press(who, f"template-send:{town.district}:{kind}")
        refused = await chat.send(who, ours.name, broken.getvalue())
        assert refused.text.startswith("В шаблоне ошибка в скобках"), kind
        assert (await chat.send(who, ours.name, mine.getvalue())).text.startswith("Готово: "), kind
    shown = await chat.press(who, f"templates:{town.district}")
    assert shown.text.count("ваш шаблон") == len(PaperKind)
