"""Templates that people send: ours work, a changed one works, and what is wrong is said by its word."""

from __future__ import annotations

import io
import zipfile

import docx
import pytest

from bot.domain.paper_kinds import PaperKind
from bot.papers.checking import Fault, check_template
from bot.papers.risk_programme import (
    ProgrammeActivity,
    ProgrammeFactor,
    ProgrammePaper,
    programme_document,
)
from bot.papers.templates import own_template
from tests.papers.big_district import big_record
from tests.papers.records import NOW, all_words, made


def changed(old: str, new: str, kind: PaperKind = PaperKind.CHECKLIST) -> bytes:
    """Our template with other words in its document."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(own_template(kind))) as ours, zipfile.ZipFile(out, "w") as copy:
        for name in ours.namelist():
            data = ours.read(name)
            if name == "word/document.xml":
                assert old.encode() in data
                data = data.replace(old.encode(), new.encode())
            copy.writestr(name, data)
    return out.getvalue()


def with_member(name: str, data: bytes = b"") -> bytes:
    out = io.BytesIO(own_template(PaperKind.LETTER))
    with zipfile.ZipFile(out, "a") as archive:
        archive.writestr(name, data)
    return out.getvalue()


@pytest.mark.parametrize("kind", PaperKind)
def test_ours_work(kind: PaperKind) -> None:
    assert check_template(kind, own_template(kind)) is None
    assert own_template(kind) == own_template(kind)


def test_a_changed_one_makes_the_paper() -> None:
    template = changed("Чек-лист дорожной карты", "Наш список дел, {{ район }}")
    assert check_template(PaperKind.CHECKLIST, template) is None
    words = all_words(made(PaperKind.CHECKLIST, big_record(2, 10), template=template))
    assert "Наш список дел, Берёзовский район" in words
    assert "Чек-лист дорожной карты" not in words


def test_a_programme_is_made_by_a_districts_own_template() -> None:
    gap = ProgrammeFactor("2. Кадры", "средний риск", ("Согласовано.",), "Нет мероприятий.", ())
    row = ProgrammeActivity("1.", "Курсы {{ школа }}", "май", "Справка", "школы")
    answered = ProgrammeFactor("1. Оснащение", "высокий риск", (), "", (row,))
    template = changed("Антирисковая программа", "Программа района {{ район }}", PaperKind.PROGRAMME)
    paper = ProgrammePaper(
        "Заречный район",
        "МБОУ «Лесная СОШ»",
        ("Учителя: 12",),
        "Самодиагностика",
        (answered, gap),
        NOW.date(),
        lambda: template,
    )
    words = [line for line in all_words(programme_document(paper)).splitlines() if line]
    assert words == [
        *("Программа района Заречный район школы", "МБОУ «Лесная СОШ»", "Учителя: 12", "Самодиагностика"),
        *("1. Оснащение", "высокий риск", "№", "Мероприятие", "Срок", "Показатель", "План"),
        *("1.", "Курсы {{ школа }}", "май", "Справка", "школы"),
        *("2. Кадры", "средний риск", "Согласовано.", "Нет мероприятий."),
    ]


@pytest.mark.parametrize(
    ("old", "new", "fault"),
    [
        ("{{ план }}", "{{ плон }}", Fault("error-template-word", "плон")),
        ("строка.мероприятие", "строка.нмероприятие", Fault("error-template-word", "нмероприятие")),
        ("{%tr endfor %}", "{%tr enfor %}", Fault("error-template-syntax", "")),
        ("{{ план }}", "{{ 1 / 0 }}", Fault("error-template-syntax", "division by zero")),
        ("{{ план }}", "{{ ''.__class__.__mro__ }}", Fault("error-template-syntax", "")),
        ("{{ план }}", "{{ cycler.__init__.__globals__ }}", Fault("error-template-syntax", "")),
        ("{{ план }}", "{{ range(10000000) }}", Fault("error-template-syntax", "")),
    ],
)
def test_a_mistake_is_named(old: str, new: str, fault: Fault) -> None:
    found = check_template(PaperKind.CHECKLIST, changed(old, new))
    assert found is not None
    assert found.key == fault.key
    assert found.word == (fault.word or found.word)


def test_what_is_no_template_is_refused() -> None:
    for data in (
        b"",
        b"PK\x03\x04",
        b"{\\rtf1 x}",
        own_template(PaperKind.LETTER)[:2000],
        with_member("a")[:-50],
    ):
        assert check_template(PaperKind.LETTER, data) == Fault("error-template-broken")
    assert check_template(PaperKind.LETTER, with_member("word/vbaProject.bin")) == Fault(
        "error-template-macros"
    )
    assert check_template(PaperKind.LETTER, with_member("word/embeddings/a.bin")) == Fault(
        "error-template-macros"
    )
    bomb = with_member("word/media/a.png", bytes(50 * 2**20))
    assert check_template(PaperKind.LETTER, bomb) == Fault("error-template-large")
    other = io.BytesIO()
    with zipfile.ZipFile(other, "w") as archive:
        archive.writestr("[Content_Types].xml", "<Types/>")
    assert check_template(PaperKind.LETTER, other.getvalue()) == Fault("error-template-broken")
    assert docx.Document(io.BytesIO(own_template(PaperKind.LETTER))).tables
