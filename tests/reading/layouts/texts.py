"""Texts whose tables other copyists left without rows, and the rows that a careful reader sees in them."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import zip_longest

HEAD = ("№", "Мероприятие", "Срок исполнения", "Ответственный")
NOTED = (*HEAD, "Отметка о выполнении")
COUNTED = (*HEAD, "Результат")
ROWS = (
    ("1.", "Сбор анкет", "Август", "И. П. Лунина"),
    ("2.", "Клуб наставников", "1-15 ноября 2026 г.", "Куратор"),
    ("3.", "Смотр кабинетов", "20 – 25 декабря", "И. П. Лунина"),
)
READ = ["1. | Сбор анкет | Август | И. П. Лунина | | ",
        "2. | Клуб наставников | 1-15 ноября 2026 г. | Куратор | | ",
        "3. | Смотр кабинетов | 20 – 25 декабря | И. П. Лунина | | "]  # fmt: skip
ACTS = tuple((*row, "Акт") for row in ROWS)
READ_ACTS = [row.replace("| | ", "| Акт | ") for row in READ]
PLAN = "План на 2026-2027 учебный год\n\n"
SCHEDULE = "План-график\nмероприятий\nна 2026 год\n\n"

Rows = Sequence[Sequence[str]]


def lined(head: Sequence[str], rows: Rows, between: str = "\n", after: str = "") -> str:
    """Each cell on a line of its own; ``after``: one more sign at the end of each row."""
    return after.join(between.join(row) + between for row in (head, *rows))


def barred(head: Sequence[str], rows: Rows, bar: str = " |\n", merged: str = " | |||\n") -> str:
    """A bar after each cell, as the archives of laws save a table; a merged row has one or all of them."""
    made = [row[0] + merged if len(row) == 1 else "".join(f"{cell}{bar}" for cell in row) for row in rows]
    return "".join(f"{cell}{bar}" for cell in head) + "".join(made)


def aligned(head: Sequence[str], rows: Rows, widths: Sequence[int] = (7, 22, 24, 0)) -> str:
    """The cells one below another, wrapped where they have several lines."""
    lines = (
        line for row in (head, *rows) for line in zip_longest(*(c.split("\n") for c in row), fillvalue="")
    )
    return "\n".join("".join(map(str.ljust, line, widths)).rstrip() for line in lines)


def in_lines(head: Sequence[str], rows: Rows, begin: str = "", end: str = "") -> str:
    return "\n".join(f"{begin}{' | '.join(row)}{end}" for row in (head, *rows))


def with_cell(rows: Rows, at: int, text: str) -> Rows:
    return [[*row[:at], text, *row[at:]] for row in rows]


def split(*rows: str) -> Rows:
    return [row.split("/") for row in rows]


def without_numbers(read: Sequence[str]) -> list[str]:
    return [row[row.index("|") :] for row in read]


SECTIONS = split(
    "1./Кадры", "1.1./Курсы/15.09/ИМЦ", "1.2./Клуб/май/ИМЦ", "2./Пары/", "2.1./Смотр/1-5 мая/ИМЦ"
)
READ_SECTIONS = ["1.1. | Курсы | 15.09 | ИМЦ | | 1. Кадры", "1.2. | Клуб | май | ИМЦ | | 1. Кадры",
                 "2.1. | Смотр | 1-5 мая | ИМЦ | | 2. Пары"]  # fmt: skip
PLAIN = split("Кадры", "1/Курсы/май/ИМЦ", "2/Клуб/июнь/ИМЦ", "Работа с семьёй", "1/Смотр/май/ИМЦ")
READ_PLAIN = ["1 | Курсы | май | ИМЦ | | Кадры", "2 | Клуб | июнь | ИМЦ | | Кадры",
              "1 | Смотр | май | ИМЦ | | Работа с семьёй"]  # fmt: skip
MONTHS = split("Сентябрь", "1/Курсы/10.09/ИМЦ", "2/Клуб/15.09/ИМЦ", "Октябрь", "3/Смотр/5 октября/ИМЦ")
READ_MONTHS = ["1 | Курсы | 10.09 | ИМЦ | | Сентябрь", "2 | Клуб | 15.09 | ИМЦ | | Сентябрь",
               "3 | Смотр | 5 октября | ИМЦ | | Октябрь"]  # fmt: skip
DAYS = split("1/Общий сбор/25.09\n24.10/Завуч", "2/Линейка/01.09/Завуч", "3/Смотр/12.12/Завуч")
READ_DAYS = ["1 | Общий сбор | 25.09\n24.10 | Завуч | | ", "2 | Линейка | 01.09 | Завуч | | ",
             "3 | Смотр | 12.12 | Завуч | | "]  # fmt: skip
LONG = split("1/Беседа о пути\nЧас чтения\nВечер «Дом»\nОбход села/25.09/Завуч", "2/Клуб\nи сбор/май/Школы")
READ_LONG = ["1 | Беседа о пути\nЧас чтения\nВечер «Дом»\nОбход села | 25.09 | Завуч | | ",
             "2 | Клуб\nи сбор | май | Школы | | "]  # fmt: skip
CLASSES = split("1/Курсы/9/май/ИМЦ", "2/Клуб/5-11/июнь/ИМЦ", "3/Смотр/11/июль/ИМЦ")
READ_CLASSES = ["1 | Курсы | май | ИМЦ | | ", "2 | Клуб | июнь | ИМЦ | | ", "3 | Смотр | июль | ИМЦ | | "]
GAPS = [ROWS[0], (*ROWS[1][:2], "", "Куратор"), (*ROWS[2][:3], "")]
READ_GAPS = [
    READ[0],
    "2. | Клуб наставников | | Куратор | | ",
    "3. | Смотр кабинетов | 20 – 25 декабря | | | ",
]
QUARTERS = split("№/Мероприятие/Срок//Кто", "//1 кв./2 кв./", "1/Курсы/+//ИМЦ", "2/Клуб/+/+/ИМЦ")
READ_QUARTERS = ["1 | Курсы | 1 квартал | ИМЦ | | ", "2 | Клуб | 1 квартал, 2 квартал | ИМЦ | | "]
MARKED = ("№", "Мероприятие", "I кв.", "II кв.", "Кто")
MARKS = split("1/Курсы/+//ИМЦ", "2/Клуб/+/+/ИМЦ", "3/Смотр//+/ИМЦ")
READ_MARKS = ["1 | Курсы | I квартал | ИМЦ | | ", "2 | Клуб | I квартал, II квартал | ИМЦ | | ",
              "3 | Смотр | II квартал | ИМЦ | | "]  # fmt: skip
SPACED = [(f"{row[0][:1]} {row[1]}", *row[2:]) for row in ROWS]
BEFORE = [(f"{row[0]} {row[1]}", *row[2:]) for row in ROWS]
WITHOUT_STOPS = [f"{row[0]} {row[3:]}" for row in READ]
WRAPPED = split(
    "1/Беседа о доме и\nо пути в школу/10.09/Завуч", "2/Клуб и сбор\nвсех отрядов/в течение\nгода/Школы"
)
READ_WRAPPED = ["1 | Беседа о доме и о пути в школу | 10.09 | Завуч | | ",
                "2 | Клуб и сбор всех отрядов | в течение\nгода | Школы | | "]  # fmt: skip
TORN = split(
    "Модуль «Школьный урок»\n(по планам учителей)", "Неделя чтения (для учеников и/5-9/01.09/их родителей)",
    "Урок мира (посвящённый Дню/5-9/08.09/знаний)", "Вечер сказок/5-9/в течение учебного\nгода",
)  # fmt: skip
READ_TORN = [
    f"| {row} | | | Модуль «Школьный урок» (по планам учителей)"
    for row in ("Неделя чтения (для учеников и\nих родителей) | 01.09",
                "Урок мира (посвящённый Дню\nзнаний) | 08.09", "Вечер сказок | в течение учебного\nгода")
]  # fmt: skip
DAYS_FIRST = split(
    "Дата/Тема дня/Классы/Ответственные", "ПН. 23 апреля/День смеха/5/Учителя",
    "ВТ. 24 апреля/День игр/6/Учителя",
    "Всю неделю/Выставка книг/7/Завуч",
)  # fmt: skip
READ_DAYS_FIRST = ["| День смеха | ПН. 23 апреля | Учителя | | ", "| День игр | ВТ. 24 апреля | Учителя | | ",
                   "| Выставка книг | Всю неделю | Завуч | | "]  # fmt: skip
READ_CUT = [*READ[:2], "3. | Смотр кабинетов | | | | "]
SOME = [*with_cell(ROWS[:2], 4, ""), (*ROWS[2], "вып.")]
CLASS = (*HEAD[:2], "Классы", *HEAD[2:])
FOOT = "Похожие материалы\nДорожная карта школы\nСкачать"
SIGNED = "Директор школы ____________ И. П. Лунина"
SMALL = ("№\nп/п", "наименование\nмероприятия", "срок\nисполнения", "ответственный")
UNKNOWN = (*HEAD[:3], "Корректировка плана", HEAD[3])
FIGURES = ("1", "2", "3", "4")

TEXTS: dict[str, tuple[str, list[str], list[str]]] = {  # text, rows, unread
    "a schedule is a title": (SCHEDULE + lined(HEAD, ROWS), READ, []),
    "a schedule without a blank line": (SCHEDULE.strip() + "\n" + lined(HEAD, ROWS), READ, []),
    "a schedule above a table without numbers": (
        "График работы\n" + lined(HEAD[1:], [row[1:] for row in ROWS]),
        without_numbers(READ),
        [],
    ),
    "Windows ends of lines": ((SCHEDULE + lined(HEAD, ROWS)).replace("\n", "\r\n"), READ, []),
    "blank lines between cells": (PLAN + lined(HEAD, ROWS, "\n\n"), READ, []),
    "blank lines between rows": (PLAN + lined(HEAD, ROWS, after="\n"), READ, []),
    "a header over several lines, in small letters": (PLAN + lined(SMALL, ROWS), READ, []),
    "a column that is always empty": (PLAN + lined(NOTED, with_cell(ROWS, 4, "")), READ, []),
    "it is filled now and then": (PLAN + lined(NOTED, SOME), READ, ["вып."]),
    "it has a name of its own, in the middle": (PLAN + lined(UNKNOWN, with_cell(ROWS, 3, "")), READ, []),
    "it stands among blank lines": (PLAN + lined(UNKNOWN, with_cell(ROWS, 3, ""), "\n\n"), READ, []),
    "numbers of the columns": (PLAN + lined(HEAD, [FIGURES, *ROWS]), READ, []),
    "numbers of the columns but the first": (PLAN + lined(HEAD, [FIGURES[1:], *ROWS]), READ, []),
    "numbers of the columns, blank lines": (PLAN + lined(HEAD, [FIGURES, *ROWS], "\n\n"), READ, []),
    "sections with numbers": (PLAN + lined(HEAD, SECTIONS), READ_SECTIONS, []),
    "sections with numbers, no results": (PLAN + lined(COUNTED, SECTIONS, "\n\n"), READ_SECTIONS, []),
    "sections without numbers": (PLAN + lined(HEAD, PLAIN), READ_PLAIN, []),
    "months as sections": (PLAN + lined(HEAD, MONTHS), READ_MONTHS, []),
    "days that are no numbers": (PLAN + lined(HEAD, DAYS), READ_DAYS, []),
    "titles of several lines": (PLAN + lined(HEAD, LONG), READ_LONG, []),
    "classes that are no numbers": (PLAN + lined(CLASS, CLASSES), READ_CLASSES, ["9", "5-11", "11"]),
    "numbers before titles": (PLAN + lined(HEAD, BEFORE), READ, []),
    "numbers without stops before titles": (PLAN + lined(HEAD, SPACED), WITHOUT_STOPS, []),
    "numbers lost": (PLAN + lined(HEAD, [row[1:] for row in ROWS]), without_numbers(READ), []),
    "tabs at the ends of lines": (PLAN + lined(HEAD, ROWS, "\t\n"), READ, []),
    "tabs before cells, rows not parted": (PLAN + "\t" + lined(HEAD, ROWS, "\n\t").rstrip(), READ, []),
    "titles that go on below their deadlines": (PLAN + lined(CLASS[1:4], TORN), READ_TORN, ["5-9"] * 3),
    "a header in bold": (PLAN + lined([f"**{name}**" for name in HEAD], ROWS), READ, []),
    "tables with headings": (
        f"{PLAN}Кадры\n\n{lined(HEAD, PLAIN[1:3])}\nРабота с семьёй\n\n{lined(HEAD, PLAIN[4:])}",
        READ_PLAIN,
        [],
    ),
    "the page goes on below": (PLAN + lined(COUNTED, ACTS, "\n\n") + FOOT, READ_ACTS, [FOOT]),
    "a signature below": (PLAN + lined(COUNTED, ACTS) + SIGNED, READ_ACTS, [SIGNED]),
    "blanks that align columns": (PLAN + aligned(HEAD, ROWS), READ, []),
    "blanks that align cells of several lines": (PLAN + aligned(HEAD, WRAPPED), READ_WRAPPED, []),
    "blanks that align columns, empty cells": (PLAN + aligned(HEAD, GAPS), READ_GAPS, []),
    "blanks that align columns, sections": (PLAN + aligned(HEAD, PLAIN), READ_PLAIN, []),
    "blanks between cells": (PLAN + "\n".join("   ".join(row) for row in (HEAD, *ROWS)), READ, []),
    "bars after cells": (PLAN + barred(HEAD, ROWS), READ, []),
    "bars on lines of their own": (PLAN + barred(HEAD, ROWS, "\n|\n", "\n|\n"), READ, []),
    "bars before cells": (PLAN + "|" + barred(HEAD, ROWS, "\n|").rstrip("|"), READ, []),
    "bars and merged rows": (PLAN + barred(HEAD, PLAIN), READ_PLAIN, []),
    "bars and merged rows of one cell": (PLAN + barred(HEAD, PLAIN, "\n|\n", "\n|\n"), READ_PLAIN, []),
    "bars and empty cells": (PLAN + barred(HEAD, GAPS), READ_GAPS, []),
    "bars and cells of several lines": (PLAN + barred(SMALL, LONG), READ_LONG, []),
    "bars and an empty column": (PLAN + barred(UNKNOWN, with_cell(ROWS, 3, "")), READ, []),
    "bars and the columns' numbers": (PLAN + barred(HEAD, [FIGURES, *ROWS]), READ, []),
    "bars and a header of two rows": (PLAN + barred(QUARTERS[0], QUARTERS[1:]), READ_QUARTERS, []),
    "marks in lines": (PLAN + lined(MARKED, MARKS), READ_MARKS, []),
    "bars without numbers": (PLAN + barred(HEAD[1:], [row[1:] for row in PLAIN if len(row) > 1]),
                             [f"{row.rpartition('|')[0]}| " for row in without_numbers(READ_PLAIN)], []),
    "bars, cut off in a row": (PLAN + barred(HEAD, ROWS).rpartition("20")[0], READ_CUT, []),
    "bars and days first": (PLAN + barred(DAYS_FIRST[0], DAYS_FIRST[1:]), READ_DAYS_FIRST, ["5", "6", "7"]),
    "bars in lines, cells of several lines": (PLAN + in_lines(HEAD, LONG), READ_LONG, []),
    "bars at the ends of such lines": (PLAN + in_lines(HEAD, LONG, end=" |"), READ_LONG, []),
    "bars around such lines": (PLAN + in_lines(HEAD, LONG, "| ", " |"), READ_LONG, []),
    "bars in lines and merged rows": (PLAN + in_lines(HEAD, PLAIN, end=" |"), READ_PLAIN, []),
    "bars around lines and merged rows": (PLAN + in_lines(HEAD, PLAIN, "| ", " |"), READ_PLAIN, []),
    "bars around each line": (PLAN + in_lines(HEAD, ROWS, "| ", " |"), READ, []),
}  # fmt: skip

NUMBERS_IN_SENTENCES = [
    "Утверждение состава рабочей группы по", "1.1 запуску проекта на 2026 год",
    "Назначение кураторов проекта в школах", "1.2. района на учебный год",
    "Разработка положений о наставничестве", "1.3. педагогов и учеников", "И. П. Лунина",
]  # fmt: skip
PARTIES_IN_DEADLINES = [
    "1. Изучение методических писем о", "Сентябрь 2026 Лунина И. П., наставничестве и его видах для",
    "заведующий", "молодых педагогов, работающих", "школами,", "педагоги",
    "2. Встреча наставников и их подопечных", "Октябрь 2026 Зорин А. А., в школах района с показом",
    "методист", "открытых уроков",
]  # fmt: skip
CLASSES_IN_TITLES = [
    "Линейка", "5-9", "1 сентября", "Смотр строя", "5-9", "каждый", "Турнир по лапте", "7-8", "завуч",
    "Учителя труда", "5-6", "12-15", "декабря",
]  # fmt: skip
MIXED = {  # the lines of neighbouring cells, as a PDF gives them
    "numbers in mid-sentence": PLAN + lined(COUNTED, [NUMBERS_IN_SENTENCES]),
    "parties in deadlines": PLAN + lined(HEAD, [PARTIES_IN_DEADLINES]),
    "classes in titles": PLAN + lined(("Дела", "Классы", "Дата", "Кто"), [CLASSES_IN_TITLES]),
}
