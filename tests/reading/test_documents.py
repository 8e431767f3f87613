"""Bytes become blocks, or one clear reason why not."""

from __future__ import annotations

import io
import zipfile

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.reading.archives import MAX_XML
from bot.reading.blocks import Paragraph, Table
from bot.reading.documents import MAX_BYTES, UnreadableDocument, read_document
from bot.reading.plan_reader import read_plan
from tests.reading.sample_documents import CELL_PER_LINE, SAMPLE, SAMPLE_DOCX, as_cell_per_line, sample_blocks
from tests.reading.xls_writer import compound_file

TEXT = "План на 2026 год\n\n№\tМероприятие\tСрок\n1\tСеминар\tмай\n"


def grid(data: bytes) -> list[list[list[str]]]:
    return [
        [[cell.text for cell in row.cells] for row in block.rows]
        for block in read_document(data)
        if isinstance(block, Table)
    ]


def why(data: bytes, filename: str = "план") -> str:
    with pytest.raises(UnreadableDocument) as refusal:
        read_plan(data, filename)
    return refusal.value.key


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1251", "utf-16"])
@pytest.mark.parametrize("newline", ["\n", "\r\n"])
def test_a_text_is_read_in_every_usual_encoding(encoding: str, newline: str) -> None:
    data = TEXT.replace("\n", newline).encode(encoding)
    assert read_document(data)[0] == Paragraph("План на 2026 год")
    assert grid(data) == [[["№", "Мероприятие", "Срок"], ["1", "Семинар", "май"]]]


def test_a_cell_per_line_may_hold_blank_lines() -> None:
    text = (
        "Утверждаю\t01.09.2026\n\n"
        "\t№\n\tМероприятие\n\tСрок\n\tОтветственные\n\n"
        "\t1. Раздел\n\n"
        "\t1.\n\tСеминар\n\nдля учителей\n\tмай\n\n\n\tРМК,\n\nОО\n\n"
        "\t2.\n\tСовет\n\t\n\tОО\n\n\n"
        "Снова проза\n"
    )
    assert read_document(text.encode())[0] == Paragraph("Утверждаю\t01.09.2026")
    assert read_document(text.encode())[-1] == Paragraph("Снова проза")
    assert grid(text.encode()) == [
        [
            ["№", "Мероприятие", "Срок", "Ответственные"],
            ["1. Раздел"],
            ["1.", "Семинар\n\nдля учителей", "май", "РМК,\n\nОО"],
            ["2.", "Совет", "", "ОО"],
        ]
    ]


def test_a_cell_of_a_row_per_line_may_hold_a_line_break() -> None:
    text = "1\tСеминар\tмай\tРМК\n2\tСовет\tиюнь\tРМК\n3\tКлуб\nдля учителей\tиюль\tРМК\n"
    assert grid(text.encode())[0][2] == ["3", "Клуб\nдля учителей", "июль", "РМК"]


def test_tags_of_an_export_are_dropped_and_words_kept() -> None:
    row = '1\t<b>Сайт</b> <a href="http://x.ru">школы</a> &amp; блог, 5 < 7\tмай<br>июнь\n'
    assert grid(row.encode()) == [[["1", "Сайт школы & блог, 5 < 7", "май\nиюнь"]]]


def test_the_three_forms_of_one_plan_read_alike() -> None:
    plans = [read_plan(path.read_bytes(), "план") for path in (SAMPLE, SAMPLE_DOCX, CELL_PER_LINE)]
    assert [(p.title, p.activities, p.sections, p.doubts, p.unread) for p in plans[1:]] == [
        (plans[0].title, plans[0].activities, plans[0].sections, plans[0].doubts, plans[0].unread)
    ] * 2


def test_the_sample_in_other_forms_is_up_to_date() -> None:
    assert CELL_PER_LINE.read_text(encoding="utf-8") == as_cell_per_line(sample_blocks())
    assert grid(SAMPLE_DOCX.read_bytes())[0][1] == grid(SAMPLE.read_bytes())[0][1]


REFUSED = {
    b"": "error-document-empty",
    b" \n\t ": "error-document-empty",
    b"\xef\xbb\xbf  ": "error-document-empty",
    b"%PDF-1.7 ...": "error-document-broken",
    b"\x89PNG\r\n": "error-document-type",
    b"text\x00binary": "error-document-type",
    b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(512): "error-document-type",
    b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le"): "error-document-password",
    compound_file("WordDocument", b"Plan" * 1000): "error-document-doc",
    b"{\\rtf1 Plan}": "error-document-doc",
    b"PK\x03\x04 not really": "error-document-broken",
    b"\x98\x98": "error-document-broken",
    "Просто текст без таблицы".encode(): "error-document-no-table",
    "Имя\tТелефон\nАнна\t12-34\n".encode(): "error-document-no-table",
}


@pytest.mark.parametrize("data", REFUSED)
def test_what_cannot_be_read_is_refused_with_its_reason(data: bytes) -> None:
    assert why(data) == REFUSED[data]


def test_a_plan_of_thousands_of_activities_is_refused() -> None:
    assert why(("№\tМероприятие\tСрок\n" + "1\tа\tмай\n" * 2001).encode()) == "error-document-too-large"


def test_a_file_beyond_telegrams_limit_is_refused() -> None:
    assert why(b"x" * (MAX_BYTES + 1)) == "error-document-too-large"


def archive(parts: dict[str, bytes]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as made:
        for name, data in parts.items():
            made.writestr(name, data)
    return out.getvalue()


def test_an_archive_of_another_kind_is_refused() -> None:
    assert (
        why(archive({"ppt/presentation.xml": b"<x/>", "[Content_Types].xml": b"<x/>"}))
        == "error-document-type"
    )


def test_a_bomb_is_refused_before_it_is_unpacked(monkeypatch: pytest.MonkeyPatch) -> None:
    def unpack(*_: object) -> bytes:
        raise AssertionError("unpacked")

    bomb = archive({"[Content_Types].xml": b"<x/>", "word/document.xml": bytes(MAX_XML + 1)})
    assert len(bomb) < 100_000
    monkeypatch.setattr(zipfile.ZipFile, "read", unpack)
    assert why(bomb) == "error-document-too-large"


DAMAGED = {
    b"not a zip": "error-document-broken",
    b"\x00\x01 nothing": "error-document-broken",
    "мусор".encode("cp1251"): "error-document-broken",
    b"\x89PNG\r\n": "error-document-type",
    b"": "error-document-empty",
    b"<html><body>x</body></html>": "error-document-no-table",
}


@pytest.mark.parametrize("data", DAMAGED)
def test_bytes_that_are_not_what_the_name_says_are_a_damaged_file(data: bytes) -> None:
    assert why(data, "План.DOCX") == DAMAGED[data]


def test_a_text_under_the_name_of_an_office_file_is_still_read() -> None:
    assert len(read_plan((TEXT + "2\tСовет\tиюнь\n").encode(), "план.doc").activities) == 2


@given(st.binary(max_size=200) | st.text(alphabet="аб1.\t\n №срокмепит«»", max_size=200).map(str.encode))
def test_no_bytes_break_the_reader(data: bytes) -> None:
    try:
        read_plan(data, "план")
    except UnreadableDocument:
        return
