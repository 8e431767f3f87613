"""Tables whose tabs became blanks: the cells are told by what they hold, and each row says so."""

from __future__ import annotations

from collections import Counter

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.domain.plan import DraftActivity, DraftPlan
from bot.reading.blocks import Paragraph
from bot.reading.cell_borders import split_row
from bot.reading.columns import Role
from bot.reading.joined_cells import joined_cell_blocks
from bot.reading.pasted import join_pieces
from bot.reading.plain_text import joined_blocks
from bot.reading.plan_reader import read_plan
from tests.reading.sample_documents import SAMPLE
from tests.reading.test_pasted import cut
from tests.reading.words import table_words, words

TITLE = "План на 2026-2027 учебный год"
HEADER = {
    "number": "№ п/п",
    "title": "Мероприятие",
    "deadline": "Срок исполнения",
    "party": "Ответственные",
    "result": "Ожидаемый результат",
}
NAMES = (
    "Провести мониторинг образовательных дефицитов",
    "Семинар «Чтение на каждом уроке» для учителей 5-9 классов",
    "Совещание с руководителями школ по итогам 2025-2026 учебного года",
    "Анализ результатов ВПР и ОГЭ по русскому языку и математике",
    "Разработка планов по подготовке к экзаменам, в том числе для выпускников 9 классов",
    "Консультации молодых педагогов (по запросу)",
    "Проверка сайтов образовательных организаций",
)
DEADLINES = (
    "до 15.09.2026",
    "Октябрь 2026 г.",
    "в течение учебного года",
    "12.11.2026",
    "сентябрь - октябрь 2026 г.",
    "1 раз в четверть",
    "по мере необходимости",
    "Ежемесячно",
    "II полугодие",
    "с 01.02.2027 по 12.03.2027",
    "не позднее 25 мая 2027 года",
)
PARTIES = (
    "ОО, РМК",
    "Отдел образования",
    "Руководители ОО",
    'РМК, МБОУ "Ключевская СОШ № 2"',
    "Муниципальный координатор",
    "Руководители образовательных организаций",
    "МКУ «Управление образования Лесного района»",
    "Отдел образования РМК",
)
RESULTS = (
    "Справка",
    "Протокол совещания, решения по каждой школе",
    "Методические рекомендации",
    "Лист регистрации, не менее 3 педагогов от каждой школы",
    "Приказ об итогах",
    "Аналитическая справка",
)
ROWS = [
    {
        "number": f"{1 + i // 20}.{1 + i % 20}",
        "title": NAMES[i % len(NAMES)],
        "deadline": DEADLINES[i % len(DEADLINES)],
        "party": PARTIES[i % len(PARTIES)],
        "result": RESULTS[i % len(RESULTS)],
    }
    for i in range(60)
]
ORDERS = [
    ("number", "title", "deadline", "party", "result"),
    ("number", "title", "party", "deadline", "result"),
    ("number", "title", "deadline", "result", "party"),
    ("number", "deadline", "title", "party"),
    ("number", "title", "result", "deadline", "party"),
    ("number", "title", "deadline", "party"),
    ("title", "deadline", "party", "result"),
]


def table(order: tuple[str, ...]) -> str:
    return "\n".join([TITLE, *("\t".join(row[name] for name in order) for row in [HEADER, *ROWS])])


def joined(text: str) -> str:
    return text.replace("\t", " ")


def read(text: str) -> DraftPlan:
    return read_plan(text.encode(), "")


def key(item: DraftActivity) -> tuple[object, ...]:
    return item.number, item.title, item.deadline, item.parties


def guessed(plan: DraftPlan, code: str) -> set[int | None]:
    return {doubt.activity for doubt in plan.doubts if doubt.code == code}


def check(tabbed: DraftPlan, blank: DraftPlan) -> tuple[int, int]:
    """How many rows are read alike, and how many otherwise without a warning."""
    known = Counter(map(key, tabbed.activities))
    other = {i for i, item in enumerate(blank.activities) if not known[key(item)]}
    return len(blank.activities) - len(other), len(other - guessed(blank, "cells_unsure"))


@pytest.mark.parametrize("order", ORDERS, ids="-".join)
def test_cells_come_back_in_any_order_of_columns(order: tuple[str, ...]) -> None:
    tabbed, blank = read(table(order)), read(joined(table(order)))
    alike, silent = check(tabbed, blank)
    assert (len(blank.activities), silent) == (60, 0)
    assert alike >= 57
    assert guessed(blank, "cells_unsure") | guessed(blank, "cells_guessed") == set(range(60))


def test_the_sample_reads_as_with_tabs_but_for_rows_torn_by_pages() -> None:
    text = SAMPLE.read_text(encoding="utf-8").replace("**", "")
    tabbed, blank = read(text), read(joined(text))
    assert (blank.title, blank.sections, len(blank.activities)) == (tabbed.title, tabbed.sections, 29)
    alike, silent = check(tabbed, blank)
    assert (alike >= 27, silent) == (True, 0)


@pytest.mark.parametrize("size", [700, 1500, 4096])
def test_several_messages_are_one_table(size: int) -> None:
    text = table(ORDERS[0])
    tabbed, blank = read(text), read(join_pieces(cut(joined(text), size)))
    alike, silent = check(tabbed, blank)
    assert (len(blank.activities), alike >= 57, silent) == (60, True, 0)


def test_line_breaks_in_cells_and_sections_do_not_disturb() -> None:
    lines = [
        TITLE,
        "№ п/п Мероприятие Срок",
        "исполнения Ответственные Ожидаемый результат",
        "1 2 3 4 5",
        "1. Кадры",
        "1.1 Семинар для учителей",
        "9 классов до 15.09.2026 ОО,",
        "РМК Справка",
        "1.2 Провести совет Ежемесячно Отдел образования Протокол",
        "2. Ресурсы",
        "2.1 Закупка книг май 2027 РМК Акт",
        "Начальник отдела ____________",
    ]
    plan = read("\n".join(lines))
    assert (plan.sections, plan.unread) == (("1. Кадры", "2. Ресурсы"), ())
    found = [(i.number, i.title, i.deadline.phrase, i.responsible_text, i.result) for i in plan.activities]
    assert found == [
        ("1.1", "Семинар для учителей 9 классов", "до 15.09.2026", "ОО, РМК", "Справка"),
        ("1.2", "Провести совет", "Ежемесячно", "Отдел образования", "Протокол"),
        ("2.1", "Закупка книг", "май 2027", "РМК", "Акт"),
    ]


@pytest.mark.parametrize(
    "text",
    [
        joined(table(ORDERS[0]).replace(HEADER["deadline"], "Примечание")),  # no column of deadlines
        "№ Мероприятие Срок Ответственные\nбез дат\nи без номеров",
        "Мероприятие, срок и ответственные названы ниже.\nСеминар пройдёт до 15.09.2026 в РМК.",
        table(ORDERS[0]),
    ],
)
def test_other_texts_are_left_alone(text: str) -> None:
    assert joined_blocks(text) is None


_PIECES = [*NAMES, *DEADLINES, *PARTIES, *RESULTS, "1.1", "2.", "IV.", "«", "(", "\n", "\n\n", "  ", "____"]


@settings(deadline=None, max_examples=30)
@given(st.lists(st.sampled_from(_PIECES), max_size=40))
def test_every_word_of_any_lines_is_kept(pieces: list[str]) -> None:
    text = "\n".join([" ".join(HEADER.values()), " ".join(pieces)])
    blocks = joined_cell_blocks(text.split("\n"))
    if blocks is not None:
        prose = words(block.text for block in blocks if isinstance(block, Paragraph))
        assert table_words(blocks) + prose == words([text])


def test_a_row_beyond_bounds_is_a_title_and_doubted() -> None:
    long = "до 15.09.2026 РМК " * 200
    row = split_row(long, (Role.TITLE, Role.DEADLINE, Role.RESPONSIBLE))
    assert (row.cells, row.sure) == ((long.strip(), "", ""), False)
