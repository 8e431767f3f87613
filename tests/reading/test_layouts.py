"""Layouts that road maps have in the wild, each with the rows that a careful reader sees in it."""

from __future__ import annotations

from collections import Counter

import pytest

from bot.reading.blocks import Block, Cell, Paragraph, Row, Table, row_of
from bot.reading.columns import Role
from bot.reading.plan_json import plan_to_json
from bot.reading.plan_reader import read_plan
from bot.reading.tables import read_tables
from tests.reading.words import read_words, table_words

HEADER = ["№ п/п", "Мероприятие", "Срок", "Ответственные", "Ожидаемый результат"]


def wide(*cells: str | tuple[str, int]) -> Row:
    """Cells, some of them over several columns."""
    return Row(tuple(Cell(cell) if isinstance(cell, str) else Cell(*cell) for cell in cells))


def carried(text: str, *others: str) -> Row:
    """The first cell goes on from the row above."""
    return Row((Cell(text, continues=True), *map(Cell, others)))


def table(*rows: list[str] | Row) -> Table:
    return Table(tuple(row if isinstance(row, Row) else row_of(row) for row in rows))


LAYOUTS: dict[str, tuple[list[Block], list[str]]] = {
    "columns in another order": (
        [
            table(
                ["Ответственный", "Срок проведения", "№", "Наименование мероприятия"],
                ["РМК", "май", "1", "Совет"],
            )
        ],
        ["1 | Совет | май | РМК | | "],
    ),
    "a column for each quarter": (
        [
            table(
                wide("№", "Мероприятие", ("2027 год", 4), "Ответственные"),
                ["", "", "1 кв.", "2 кв.", "III кв.", "4 квартал", ""],
                ["1", "Семинар", "+", "", "х", "", "РМК"],
                ["2", "Совет", "", "до 10.05.2027", "", "", "ОО"],
            )
        ],
        ["1 | Семинар | 1 квартал 2027, III квартал 2027 | РМК | | ", "2 | Совет | до 10.05.2027 | ОО | | "],
    ),
    "a column for each month": (
        [table(["№", "Мероприятие", "сентябрь", "октябрь", "Кто"], ["1", "Совет", "V", "10-15", "РМК"])],
        ["1 | Совет | сентябрь, октябрь: 10-15 | РМК | | "],
    ),
    "a column for each year": (
        [table(["№", "Мероприятие", "2026 год", "2027 год", "Кто"], ["1", "Совет", "май", "июнь", "РМК"])],
        ["1 | Совет | 2026 май, 2027 июнь | РМК | | "],
    ),
    "years of money are no deadlines": (
        [
            table(
                ["Мероприятие", "Срок", "Кто", "2026 год", "2027 год"], ["Совет", "май", "РМК", "100", "200"]
            )
        ],
        [" | Совет | май | РМК | | "],
    ),
    "start and end under one header": (
        [
            table(
                wide("№", "Мероприятие", ("Срок", 2), "Кто"),
                ["", "", "начало", "окончание", ""],
                ["1", "Совет", "01.09.2026", "31.05.2027", "РМК"],
            )
        ],
        ["1 | Совет | 01.09.2026 – 31.05.2027 | РМК | | "],
    ),
    "start and end under a header merged with the row below": (
        [
            table(
                wide("№", "Мероприятие", ("Срок", 2), "Кто"),
                Row(
                    (
                        Cell("№", continues=True),
                        Cell("Мероприятие", continues=True),
                        *map(Cell, ("начало", "конец")),
                        Cell("Кто", continues=True),
                    )
                ),
                ["1", "Совет", "01.09.2026", "31.05.2027", "РМК"],
                ["2", "Клуб", "сентябрь", "-", "РМК"],
                ["3", "Смотр", "", "до 15.12", "РМК"],
                ["4", "Обход", "постоянно", "", "РМК"],
            )
        ],
        [
            "1 | Совет | 01.09.2026 – 31.05.2027 | РМК | | ",
            "2 | Клуб | с сентябрь | РМК | | ",
            "3 | Смотр | до 15.12 | РМК | | ",
            "4 | Обход | постоянно | РМК | | ",
        ],
    ),
    "quarters of two years in three levels": (
        [
            table(
                wide("№", "Меры", ("Срок", 4), "Кто", "Вид документа"),
                wide("", "", ("2026 год", 2), ("2027 год", 2), "", ""),
                ["", "", "III кв.", "IV кв.", "I кв.", "II кв.", "", ""],
                ["1", "Совет", "+", "", "+", "", "РМК", "Акт"],
            )
        ],
        ["1 | Совет | III квартал 2026, I квартал 2027 | РМК | Акт | "],
    ),
    "a column for each month, by its first letters": (
        [table(["№", "Мероприятие", "Сент.", "окт", "Май", "Кто"], ["1", "Совет", "V", "10-15", "+", "РМК"])],
        ["1 | Совет | сентябрь, октябрь: 10-15, Май | РМК | | "],
    ),
    "parts of a section whose rows are counted otherwise": (
        [
            Paragraph("3.1. Подготовка", heading=True),
            table(HEADER, ["1.1", "Совет", "май", "РМК", "Акт"], ["1.2", "Клуб", "май", "РМК", "Акт"]),
            Paragraph("3.2. Работа", heading=True),
            table(HEADER, ["1", "Смотр", "май", "РМК", "Акт"], ["2", "Обход", "май", "РМК", "Акт"]),
        ],
        [
            "1.1 | Совет | май | РМК | Акт | 3.1. Подготовка",
            "1.2 | Клуб | май | РМК | Акт | 3.1. Подготовка",
            "1 | Смотр | май | РМК | Акт | 3.2. Работа",
            "2 | Обход | май | РМК | Акт | 3.2. Работа",
        ],
    ),
    "months above their tables": (
        [
            Paragraph("Сентябрь 2026"),
            table(HEADER, ["1", "Совет", "15", "РМК", "Акт"]),
            Paragraph("ОКТЯБРЬ"),
            table(HEADER, ["1", "Клуб", "20", "РМК", "Акт"]),
        ],
        ["1 | Совет | 15 | РМК | Акт | Сентябрь 2026", "1 | Клуб | 20 | РМК | Акт | ОКТЯБРЬ"],
    ),
    "the plan's title in the table, and what was done beside what is planned": (
        [
            table(
                wide(("План на 2026-2027 учебный год", 7)),
                wide("№", "Мероприятие", ("Срок", 2), "Кто", ("Результат", 2)),
                ["", "", "план", "факт", "", "ожидаемый", "фактический"],
                ["1", "Совет", "май", "12 мая", "РМК", "Акт", "Протокол"],
            )
        ],
        ["1 | Совет | май | РМК | Акт | "],
    ),
    "sides of a stretch under cells that moved together": (
        [
            table(
                ["№", "Мероприятие", "Срок", "Кто"],
                ["", "", "начало", "окончание", ""],
                ["1", "Совет", "май", "июнь", "РМК"],
            )
        ],
        ["1 | Совет | май – июнь | РМК | | "],
    ),
    "questions for names": (
        [
            table(
                ["Код", "Что делаем", "Когда", "Кто отвечает", "Что получим"],
                ["А1", "Совет", "май", "РМК", "Акт"],
                ["А2", "Клуб", "май", "РМК", "План"],
            )
        ],
        ["А1 | Совет | май | РМК | Акт | ", "А2 | Клуб | май | РМК | План | "],
    ),
    "a note below the last row": (
        [table(HEADER, ["1", "Совет", "май", "РМК", "Акт"], ["Исполнитель: Иванова И. И.", "", "", "", ""])],
        ["1 | Совет | май | РМК | Акт | "],
    ),
    "with and by": (
        [table(["№", "Мероприятие", "с", "по", "Кто"], ["1", "Совет", "01.09.2026", "31.05.2027", "РМК"])],
        ["1 | Совет | 01.09.2026 – 31.05.2027 | РМК | | "],
    ),
    "quarters go on in a table without a header": (
        [
            table(
                ["Мероприятие", "1 квартал", "2 квартал", "Кто", "Примечание"],
                ["Семинар для молодых учителей", "+", "", "РМК", ""],
            ),
            Paragraph("II. Анализ"),
            table(
                ["Совет директоров школ", "", "+", "ОО", ""], ["Клуб молодых учителей", "х", "+", "РМК", ""]
            ),
        ],
        [
            " | Семинар для молодых учителей | 1 квартал | РМК | | ",
            " | Совет директоров школ | 2 квартал | ОО | | II. Анализ",
            " | Клуб молодых учителей | 1 квартал, 2 квартал | РМК | | II. Анализ",
        ],
    ),
    "a column for one month": (
        [table(["№", "Мероприятие", "Сентябрь", "Кто"], ["1", "Совет", "10-15", "РМК"])],
        ["1 | Совет | Сентябрь: 10-15 | РМК | | "],
    ),
    "a month alone makes no header of a row with a plan and a schedule": (
        [
            table(
                ["Направление", "Срок", "Действия", "Ответственный", "Показатель"],
                ["Дефицит ресурсов", "март", "Корректировка графика", "ОО", "План работы"],
            )
        ],
        [" | Корректировка графика | март | ОО | План работы | "],
    ),
    "deadlines and parties in one column": (
        [
            table(
                ["№", "Мероприятие", "Сроки и ответственные", "Результат"],
                ["1", "Совет", "до 15 мая 2027\nРуководители ОО", "Акт"],
                ["2", "Клуб", "Методист РМК, Иванова И. И. – сентябрь и март", "План"],
                ["3", "Смотр", "Постоянно; администрация школы, тьюторы", "Отчёт"],
                ["4", "Школа", "до 1 мая – РМК, до 1 июня – школы", "Отчёт"],
                ["5", "Отбор", "РМК", ""],
            )
        ],
        [
            "1 | Совет | до 15 мая 2027 | Руководители ОО | Акт | ",
            "2 | Клуб | сентябрь и март | Методист РМК, Иванова И. И. | План | ",
            "3 | Смотр | Постоянно | администрация школы, тьюторы | Отчёт | ",
            "4 | Школа | до 1 мая – РМК, до 1 июня – школы | | Отчёт | ",
            "5 | Отбор | | РМК | | ",
        ],
    ),
    "the place beside the day": (
        [
            table(
                ["Мероприятие", "Дата и место проведения", "Исполнитель, срок отчёта"],
                ["Совет", "15.05.2027, школа № 3", "РМК"],
            )
        ],
        [" | Совет | 15.05.2027, школа № 3 | РМК | | "],
    ),
    "months above their rows": (
        [table(HEADER, ["СЕНТЯБРЬ", "", "", "", ""], ["1", "Совет", "до 15", "РМК", "Акт"])],
        ["1 | Совет | до 15 | РМК | Акт | СЕНТЯБРЬ"],
    ),
    "months beside their rows": (
        [table(["Месяц", "Мероприятие", "Кто"], ["Май", "Совет", "РМК"], carried("Май", "Клуб", "ОО"))],
        [" | Совет | Май | РМК | | ", " | Клуб | Май | ОО | | "],
    ),
    "numbers in the titles, beside those of their tasks": (
        [
            table(
                ["№", "Задача", "Мероприятие", "Срок", "Кто"],
                ["1", "Кадры", "1.1. Курсы", "май", "РМК"],
                Row(
                    (
                        Cell("1", continues=True),
                        Cell("Кадры", continues=True),
                        *map(Cell, ("1.2. Клуб", "май", "ОО")),
                    )
                ),
                ["2", "Сайт", "2 выпуска", "май", "РМК"],
            )
        ],
        ["1.1. | Курсы | май | РМК | | ", "1.2. | Клуб | май | ОО | | ", "2 | 2 выпуска | май | РМК | | "],
    ),
    "numbers in the titles": (
        [
            table(
                ["Мероприятие", "Срок", "Кто"], ["1. Провести совет", "май", "РМК"], ["2. Клуб", "июнь", "ОО"]
            )
        ],
        ["1. | Провести совет | май | РМК | | ", "2. | Клуб | июнь | ОО | | "],
    ),
    "numbers in the titles, their own column left empty": (
        [
            table(
                HEADER, ["", "1. Провести совет", "май", "РМК", "Акт"], ["", "2. Клуб", "июнь", "ОО", "План"]
            )
        ],
        ["1. | Провести совет | май | РМК | Акт | ", "2. | Клуб | июнь | ОО | План | "],
    ),
    "a part of a section ends with its rows": (
        [
            table(
                HEADER,
                ["1. Кадры", "", "", "", ""],
                ["1.8", "Комплекс мер:", "", "", ""],
                ["1.8.1", "Совет", "май", "РМК", "Акт"],
                ["1.9", "Клуб", "июнь", "ОО", "План"],
            )
        ],
        ["1.8.1 | Совет | май | РМК | Акт | 1.8 Комплекс мер:", "1.9 | Клуб | июнь | ОО | План | 1. Кадры"],
    ),
    "two tables of different form": (
        [
            table(HEADER, ["1", "Совет", "май", "РМК", "Акт"]),
            Paragraph("Раздел 2. Контроль"),
            table(["Содержание работы", "Исполнитель", "Дата"], ["Проверка", "ОО", "июнь"]),
        ],
        ["1 | Совет | май | РМК | Акт | ", " | Проверка | июнь | ОО | | Раздел 2. Контроль"],
    ),
    "names of columns that a spreadsheet made up": (
        [table([f"Столбец{i}" for i in range(1, 6)], HEADER, ["1", "Совет", "май", "РМК", "Акт"])],
        ["1 | Совет | май | РМК | Акт | "],
    ),
    "tables of approval and of signatures": (
        [
            table(["СОГЛАСОВАНО", "УТВЕРЖДАЮ"], ["Начальник отдела образования", "Директор РМК"]),
            table(HEADER, ["1", "Совет", "май", "РМК", "Акт"]),
            table(["Начальник отдела", "И.И. Иванов"]),
        ],
        ["1 | Совет | май | РМК | Акт | "],
    ),
    "a section over all columns but the first": (
        [table(HEADER, wide("1", ("Кадры", 4)), ["1.1", "Совет", "май", "РМК", "Акт"])],
        ["1.1 | Совет | май | РМК | Акт | 1 Кадры"],
    ),
    "forms of work are no activities": (
        [
            table(
                ["№", "Содержание", "Формы и методы работы", "Срок", "Кто"],
                ["1", "Совет", "Круглый стол", "май", "РМК"],
            )
        ],
        ["1 | Совет | май | РМК | | "],
    ),
}


@pytest.mark.parametrize("name", LAYOUTS)
def test_layout(name: str) -> None:
    blocks, rows = LAYOUTS[name]
    extract = read_tables(blocks)
    read = []
    for item in extract.activities:
        deadline = item.text(Role.DEADLINE) or ", ".join(f"{year} {text}" for year, text in item.by_year)
        texts = [item.text(role) for role in (Role.NUMBER, Role.TITLE)]
        texts += [deadline, item.text(Role.RESPONSIBLE), item.text(Role.RESULT), item.section]
        read.append(" | ".join(texts).replace("|  ", "| "))
    assert read == rows
    assert table_words(blocks) - read_words(extract) == Counter()


def test_a_word_cut_by_a_page_is_one_word() -> None:
    tail = Row(tuple(map(Cell, ("", "лей и социально-", "", "", ""))), page_start=True)
    more = Row(tuple(map(Cell, ("", "психологических служб", "", "и школ", ""))), page_start=True)
    head = ["1", "Семинар для учите-", "май", "Руководител", "Акт"]
    (item,) = read_tables([table(HEADER, head, tail, more, ["2", "", "", "", ""])]).activities[:1]
    assert item.text(Role.TITLE) == "Семинар для учителей и социально-психологических служб"
    assert item.text(Role.RESPONSIBLE) == "Руководители школ"


def test_parts_of_an_activity_keep_their_parent() -> None:
    rows = [
        "№\tМероприятие\tСрок\tКто",
        "1. Кадры",
        *(f"{n}\tСовет {n}\tмай\tРМК" for n in ("1.8.", "1.8.1", "1.9")),
    ]
    rows += ["2. Ресурсы", "2.8.1\tЗакупка\tмай\tРМК"]
    plan = plan_to_json(read_plan("\n".join(rows).encode(), "план"))
    assert [(item["number"], item["parent"]) for item in plan["activities"]] == [
        ("1.8.", None), ("1.8.1", 0), ("1.9", None), ("2.8.1", None),
    ]  # fmt: skip
