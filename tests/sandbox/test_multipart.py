"""Forms with files, in the shapes that libraries write."""

from __future__ import annotations

import pytest

from bot.sandbox.errors import ApiError
from bot.sandbox.multipart import Part, read_multipart

TYPE = "multipart/form-data; boundary=XX"


def form(*parts: tuple[str, bytes]) -> bytes:
    written = (
        b"--XX\r\nContent-Disposition: form-data; " + head.encode() + b"\r\n\r\n" + data
        for head, data in parts
    )
    return b"\r\n".join([*written, b"--XX--\r\n"])


@pytest.mark.parametrize(
    ("written", "name"),
    [
        ('filename="план.txt"', "план.txt"),
        ('filename="план;2.txt"', "план;2.txt"),
        (r'filename="a \"b\" \\ c.txt"', r'a "b" \ c.txt'),
        ("filename=мой план.txt", "мой план.txt"),
        ('filename=""', ""),
        ("filename*=utf-8''%D0%BF%D0%BB%D0%B0%D0%BD.txt", "план.txt"),
        ("filename=\"plan.txt\"; filename*=utf-8''%D0%BF%D0%BB%D0%B0%D0%BD.txt", "план.txt"),
    ],
)
def test_names_of_files(written: str, name: str) -> None:
    body = form((f'name="document"; {written}', b"x"))
    assert list(read_multipart(body, TYPE)) == [Part("document", name, "", b"x")]


def test_fields_files_and_types_in_order() -> None:
    body = form(
        ('name="chat_id"', b"7"),
        ('name=photo; filename="a.png"\r\nContent-Type: image/png', b"\r\n--X\r\n\r\n\0"),
        ("filename=nameless", b"skipped"),
    )
    quoted = 'multipart/form-data; charset=utf-8; boundary="XX"'
    assert list(read_multipart(body, quoted)) == [
        Part("chat_id", None, "", b"7"),
        Part("photo", "a.png", "image/png", b"\r\n--X\r\n\r\n\0"),
    ]


@pytest.mark.parametrize(
    ("body", "content_type"),
    [
        (b"", TYPE),
        (b"nonsense", TYPE),
        (form(('name="a"', b"1"))[:-6], TYPE),
        (form(('name="a"', b"1")), "multipart/form-data"),
    ],
)
def test_what_keeps_to_no_boundary(body: bytes, content_type: str) -> None:
    with pytest.raises(ApiError, match="can't parse multipart/form-data"):
        list(read_multipart(body, content_type))
