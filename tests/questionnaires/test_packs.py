"""The packs of the package, and what is said of a wrong one."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.domain.risk import INDICATORS, Level, risk_profile, shares_at_risk
from bot.domain.surveys import Audience, Direction, Questionnaire
from bot.questionnaires.nodes import PackError
from bot.questionnaires.packs import load_pack, load_packs

PACK = """\
code: sample
version: 2
audience: teachers
languages: [ru, en]
title: {ru: Проба, en: Sample}
scales:
  yes-no:
    - {ru: Нет, en: "No"}
    - {ru: Скорее нет, en: Rather not}
    - {ru: И так и так, en: Both}
    - {ru: Скорее да, en: Rather yes}
    - {ru: Да, en: "Yes"}
items:
  - id: first
    factor: 1
    indicator: digital
    direction: positive
    scale: yes-no
    text: {ru: Техника есть, en: There is equipment}
  - id: second
    factor: 9
    indicator: extra-lessons
    direction: negative
    text: {ru: Ученики, en: Pupils}
    options:
      - {ru: Никто, en: Nobody}
      - {ru: Все, en: Everybody}
"""


def pack_of(folder: Path, text: str) -> Questionnaire:
    path = folder / "pack.yaml"
    path.write_text(text, encoding="utf-8")
    return load_pack(path)


def risk_teachers() -> Questionnaire:
    return load_packs()["risk-teachers"]


def test_a_pack_is_read(tmp_path: Path) -> None:
    pack = pack_of(tmp_path, PACK)
    first, second = pack.items
    assert (pack.code, pack.version, pack.audience, pack.title["en"]) == ("sample", 2, "teachers", "Sample")
    assert (first.id, first.kind, first.direction) == ("first", "scale", "positive")
    assert [option.value for option in first.options] == ["1", "2", "3", "4", "5"]
    assert (second.id, second.kind, second.factor) == ("second", "one", 9)
    assert [option.text["ru"] for option in second.options] == ["Никто", "Все"]


@pytest.mark.parametrize(
    ("old", "new", "complaint"),
    [
        ("version: 2", "version: two", "2: 'two': a number from 1 to 10000 is expected"),
        ("code: sample\n", "", "1: missing: code"),
        ("version: 2", "version: 2\ncolour: red", "1: unknown: colour"),
        ("version: 2", "version: 2\nversion: 3", "3: 'version' is written twice"),
        ("ru: Проба, ", "", "5: missing: ru"),
        ("audience: teachers", "audience: cats", "3: 'cats': one of these is expected: "),
        ('    - {ru: Да, en: "Yes"}\n', "", "8: a scale has 5 steps, not 4"),
        ("factor: 1", "factor: 2", "16: 'digital' is an indicator of factor 1"),
        ("indicator: extra-lessons", "indicator: bullying", "22: 'bullying' is an indicator of factor 7"),
        ("indicator: digital", "indicator: luck", "16: 'luck': one of these is expected: "),
        ("audience: teachers", "audience: parents", "16: 'digital' cannot be known to parents"),
        ("scale: yes-no", "scale: none", "18: 'none': one of these is expected: yes-no"),
        ("    scale: yes-no\n", "", "14: an item has either a scale or options"),
        ("id: second", "id: first", "20: id 'first' is used above"),
        ("id: second", "id: Второй", "20: 'Второй': an id is made of a-z, 0-9 and hyphens"),
        ("      - {ru: Все, en: Everybody}\n", "", "26: a choice needs two options or more"),
        ("ru: Все", "ru: Почти все ученики моего класса 5А", "27: 33 characters, at most 30 fit: "),
        ("ru: Ученики", f"ru: {'о' * 161}", "24: 161 characters, at most 160 fit: "),
        ("items:", "items: [", "14: "),
    ],
)
def test_a_complaint_names_the_line(tmp_path: Path, old: str, new: str, complaint: str) -> None:
    assert old in PACK
    with pytest.raises(PackError) as caught:
        pack_of(tmp_path, PACK.replace(old, new))
    assert str(caught.value).startswith(f"{tmp_path / 'pack.yaml'}:{complaint}")


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"", "the file is empty"),
        (b"- a", "a mapping is expected"),
        (b"\xff\xfe\x00", "not YAML in UTF-8"),
        (b"a: \x00", "not YAML in UTF-8"),
    ],
)
def test_what_is_no_pack(tmp_path: Path, content: bytes, reason: str) -> None:
    path = tmp_path / "pack.yaml"
    path.write_bytes(content)
    with pytest.raises(PackError) as caught:
        load_pack(path)
    assert str(caught.value) == f"{path}:1: {reason}"


def test_two_packs_of_one_code(tmp_path: Path) -> None:
    for name in ("a.yaml", "b.yaml"):
        (tmp_path / name).write_text(PACK, encoding="utf-8")
    with pytest.raises(PackError, match=r"b\.yaml:1: code 'sample' belongs to another pack"):
        load_packs(tmp_path)


def test_teachers_are_asked_all_that_they_can_know() -> None:
    pack = risk_teachers()
    assert {item.indicator for item in pack.items} == {
        indicator.id for indicator in INDICATORS.values() if Audience.TEACHERS in indicator.known_to
    }
    assert {language for item in pack.items for language in item.text} == {"ru", "en"}


@pytest.mark.parametrize(("worst", "level"), [(True, Level.HIGH), (False, Level.LOW)])
def test_the_ends_of_the_scales_lead_to_the_ends_of_the_levels(worst: bool, level: Level) -> None:
    pack = risk_teachers()
    counts = {
        item.id: {item.options[0 if worst is (item.direction is Direction.POSITIVE) else -1].value: 5}
        for item in pack.items
    }
    profile = risk_profile(shares_at_risk(pack, counts))
    unknown = Level.INSUFFICIENT  # what teachers alone cannot tell
    assert [factor.level for factor in profile.factors] == [
        level, unknown, level, level, unknown, level, unknown, level, level, level,
    ]  # fmt: skip
    assert [factor.known for factor in profile.factors] == [3, 0, 4, 1, 0, 2, 1, 2, 1, 2]
