"""Doubts that bring their correction: slips, numbers, words of the other rows."""

from __future__ import annotations

import pytest

from bot.domain.plan import Fix, FixField
from bot.reading.plan_reader import read_plan
from tests.reading.doubted import HEADER, doubts

SLIPS = {
    "Повышение качетва уроков": "Повышение качества уроков",  # a letter lost
    "Повышение каечства уроков": "Повышение качества уроков",  # two exchanged
    "Повышение качествва уроков": "Повышение качества уроков",  # one twice
    "Собрание родителейшколы": "Собрание родителей школы",  # a space lost
    "Программыа дресной помощи": "Программы адресной помощи",  # … and moved
    "Семинары,вебинары для завучей": "Семинары, вебинары для завучей",
    "Итоги 2026учебного года": "Итоги 2026 учебного года",
    "Мониторинг логопедичекой помощи": "Мониторинг логопедической помощи",  # a word that the field has not
    # Known words that cannot stand together.
    "Отчёты общеобразовательное организаций": "",  # which of several forms it should be is not sure
    "Общеобразовательное организации района": "Общеобразовательные организации района",
    "Освоение учебной программ": "Освоение учебной программы",
    "Беседа по вопросам, связанных с аттестацией": "Беседа по вопросам, связанным с аттестацией",
    "Семинар для учителей предметников": "Семинар для учителей-предметников",
    "Посещение уроков в течении учебного года": "Посещение уроков в течение учебного года",
    "Развитие форм школьной поддержки детей, испытывающие трудности": (
        "Развитие форм школьной поддержки детей, испытывающих трудности"
    ),
    "Публикация сведений о информационном центре": "Публикация сведений об информационном центре",
    "Доклад консультациях района": "Доклад о консультациях района",
    "Развитие во неурочной деятельности": "Развитие во внеурочной деятельности",
    "Приведение школ в соответствие современным требованиям": (
        "Приведение школ в соответствие с современными требованиями"
    ),
    # … and those that can, though not with the next word.
    "Закупка необходимого школам оборудования": "",
    "Начальная и основная школы района": "",
    "Открытие двух новых классов и три учебных кабинета": "",
    "Обучение педагогов школ, показавших низкие результаты": "",
    "Отчёт ОО, показавших рост": "",
    "Контроль за работой педагогов, учащиеся которых показали рост": "",
    "Приведение школ в соответствие с нормами, решение о их ремонте, урок во втором классе": "",
    "Профилактика коронавирусной инфекции": "",
    # New words, names, abbreviations and links are no slips.
    "Хакатоны и коворкинги тьюторов": "",
    "Метапредметные интенсивы, видеосерверы, взаимопосещение уроков": "",
    "Выезд в Мшинскую, Ям-Тесовскую и Торошковскую школы": "",
    "ШНОРы и МиРЦ на сайте http://vc.example.ru/informatsia": "",
}


@pytest.mark.parametrize("title", SLIPS)
def test_a_slip_is_mended_and_a_new_word_is_not(title: str) -> None:
    plan = read_plan("\n".join(["План на 2026 год", "", HEADER, f"1\t{title}\tмай\tРМК\tАкт"]).encode(), "")
    fixes = [doubt.fix for doubt in plan.doubts]
    assert fixes == ([Fix(FixField.TITLE, SLIPS[title])] if SLIPS[title] else [])


def test_a_word_that_stands_once_where_its_like_stands_often_is_doubted() -> None:
    words = ["Проведение"] * 3 + ["Приведение"]
    rows = [f"{n}\t{word} семинара {n} уровня\tмай 2027 г.\tОО\tПриказ" for n, word in enumerate(words, 1)]
    assert doubts(*rows) == [("wrong_word", 3)]
    assert doubts(*rows[:3], rows[3].replace("семинара", "в порядок")) == []


FIXES = {
    ("1.1\tСеминар\tмай 2027 г.\tРМК\tПриказ", "1.1\tСовет\tмай 2027 г.\tОО\tАкт"): ("number", "1.2"),
    (  # the number that is left out is the one
        "1.1\tСеминар\tмай 2027 г.\tРМК\tПриказ",
        "1.1\tСовет\tмай 2027 г.\tОО\tАкт",
        "1.3\tКлуб\tмай 2027 г.\tОО\tАкт",
    ): ("number", "1.2"),
    (
        "1.1\tСеминар\tмай 2027 г.\tРМК\tПриказ",
        "\tСовет\tмай 2027 г.\tОО\tАкт",
        "1.3\tКлуб\tмай 2027 г.\tОО\tАкт",
    ): ("number", "1.2"),
    ("1\tСеминар\tиюнь 2027 г. - май 2026 г.\tРМК\tПриказ",): None,  # neither year may be told
    ("1\tСеминар\tоктябрь 2026 г. - март 2026 г.\tРМК\tПриказ",): (
        "deadline",
        "октябрь 2026 г. - март 2027 г.",
    ),
    ("1\tСеминар\tмай 2025 г.\tРМК\tПриказ",): ("deadline", "май 2027 г."),
    ("1\tСеминар\tавгуст 2026 г.\tРМК\tПриказ",): None,
    ("1\tСеминар\tмай 2027 г.\tОбщественные организации, РМК\tПриказ",): (
        "responsible",
        "Общеобразовательные организации, РМК",
    ),
}


@pytest.mark.parametrize("rows", FIXES)
def test_a_fix_is_offered_where_it_is_certain(rows: tuple[str, ...]) -> None:
    text = "\n".join(["План на 2026-2027 учебный год", "", HEADER, *rows])
    fixes = [(d.fix.field.value, d.fix.value) for d in read_plan(text.encode(), "").doubts if d.fix]
    assert fixes == ([FIXES[rows]] if FIXES[rows] else [])


def test_rows_numbered_after_another_section_get_their_own_numbers() -> None:
    rows = (
        "1. Первый\t\t\t\t",
        *(f"1.{n}\tСеминар {n} уровня\tмай 2027 г.\tОО\tПриказ" for n in (1, 2)),
        "2. Второй\t\t\t\t",
        *(f"1.{n}\tСовет {n} уровня\tмай 2027 г.\tОО\tПриказ" for n in (1, 3)),
    )
    text = "\n".join(["План на 2026-2027 учебный год", "", HEADER, *rows])
    found = [(d.code, d.activity, d.fix and d.fix.value) for d in read_plan(text.encode(), "").doubts]
    assert found == [
        ("duplicate_number", 2, "2.1"),
        ("foreign_number", 3, "2.3"),
        ("number_gap", 3, None),
    ]
