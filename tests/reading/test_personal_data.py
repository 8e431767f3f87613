"""The guard of pupils' data: quiet on honest reports, awake to names, phones and birth dates."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from bot.domain.personal_data import Finding, Sign, file_words, find_personal_data
from bot.reading import person_names

PHRASES = Path(__file__).parent / "personal_data"
_FILE = re.compile(r".*\.(?:pdf|docx|xlsx|jpg|ogg)")


def look(phrase: str) -> tuple[Finding, ...]:
    return find_personal_data(file_words(phrase) if _FILE.fullmatch(phrase) else phrase, person_names)


@pytest.mark.parametrize(
    ("name", "honest", "personal"), [("first", 217, 104), ("held_out", 239, 121), ("fresh", 93, 50)]
)
def test_it_is_right_about_the_set_of_phrases(name: str, honest: int, personal: int) -> None:
    fine, pointed = (
        PHRASES.joinpath(f"{name}_{kind}.txt").read_text("utf-8").splitlines()
        for kind in ("honest", "personal")
    )
    assert (len(fine), len(pointed)) == (honest, personal)
    alarms = [phrase for phrase in fine if look(phrase)]
    missed = [phrase for phrase in pointed if not look(phrase)]
    assert len(alarms) <= 0.05 * honest, alarms
    assert len(missed) <= 0.1 * personal, missed


@pytest.mark.parametrize(
    ("phrase", "sign", "words"),
    [
        ("Пересдал Иванов Петя, 7А.", Sign.NAME, "Иванов Петя"),
        ("Звоните маме: 8 (912) 345-67-89.", Sign.PHONE, "8 (912) 345-67-89"),
        ("Дима, 12.03.2012 г.р.", Sign.BIRTH, "12.03.2012 г.р"),
        ("СНИЛС 123-456-789 01", Sign.INSURANCE, "123-456-789 01"),
        ("Характеристика_Смирнова_Маша.docx", Sign.NAME, "Смирнова Маша"),
        ("ivanov-petr_8b.docx", Sign.NAME, "Иванов Петр"),
        ("ИВАНОВ ПЕТР 8Б НЕ АТТЕСТОВАН", Sign.NAME, "ИВАНОВ ПЕТР"),
        ("контакт мамы: 9058512233", Sign.PHONE, "9058512233"),
        ("д/р 12/03/2012", Sign.BIRTH, "д/р 12/03/2012"),
        ("паспорт 3712 456789", Sign.DOCUMENT, "3712 456789"),
        ("Психолог работает с Кирой Лапшиной", Sign.NAME, "Кирой Лапшиной"),
    ],
)
def test_what_it_found_is_quoted(phrase: str, sign: Sign, words: str) -> None:
    assert look(phrase) == (Finding(sign, words),)


@pytest.mark.parametrize("phrase", ["", "И. И.", "7А", "Ё" * 5000, "а. " * 2000, "1 " * 3000])
def test_any_text_is_looked_at(phrase: str) -> None:
    assert look(phrase) == ()
