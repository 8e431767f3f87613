"""The guard of pupils' data: quiet on honest reports, awake to names, phones and birth dates."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from bot.domain.personal_data import Finding, Sign, file_words, find_personal_data
from bot.reading.person_names import name_parts

PHRASES = Path(__file__).parent / "personal_data"
_FILE = re.compile(r".*\.(?:pdf|docx|xlsx|jpg|ogg)")


def look(phrase: str) -> tuple[Finding, ...]:
    return find_personal_data(file_words(phrase) if _FILE.fullmatch(phrase) else phrase, name_parts)


def test_it_is_right_about_the_set_of_phrases() -> None:
    honest, personal = (
        PHRASES.joinpath(f"{name}.txt").read_text("utf-8").splitlines() for name in ("honest", "personal")
    )
    alarms = [phrase for phrase in honest if look(phrase)]
    missed = [phrase for phrase in personal if not look(phrase)]
    assert len(honest) >= 200
    assert len(personal) >= 100
    assert len(alarms) <= 0.05 * len(honest), alarms
    assert len(missed) <= 0.1 * len(personal), missed


@pytest.mark.parametrize(
    ("phrase", "sign", "words"),
    [
        ("Пересдал Иванов Петя, 7А.", Sign.NAME, "Иванов Петя"),
        ("Звоните маме: 8 (912) 345-67-89.", Sign.PHONE, "8 (912) 345-67-89"),
        ("Дима, 12.03.2012 г.р.", Sign.BIRTH, "12.03.2012 г.р"),
        ("СНИЛС 123-456-789 01", Sign.INSURANCE, "123-456-789 01"),
        ("Характеристика_Смирнова_Маша.docx", Sign.NAME, "Смирнова Маша"),
    ],
)
def test_what_it_found_is_quoted(phrase: str, sign: Sign, words: str) -> None:
    assert look(phrase) == (Finding(sign, words),)


@pytest.mark.parametrize("phrase", ["", "И. И.", "7А", "Ё" * 5000, "а. " * 2000, "1 " * 3000])
def test_any_text_is_looked_at(phrase: str) -> None:
    assert look(phrase) == ()
