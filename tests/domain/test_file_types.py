"""A file is what its first bytes say; its name may promise no other."""

from __future__ import annotations

import pytest

from bot.domain.errors import DomainError
from bot.domain.file_types import check_file_type, file_type
from bot.domain.reports import Form

PDF, JPEG, ZIP, OLE = b"%PDF-1.7", b"\xff\xd8\xff\xe0", b"PK\x03\x04", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        (PDF, "pdf"),
        (b"\r\n" + PDF, "pdf"),
        (JPEG, "jpeg"),
        (b"RIFF\x10\0\0\0WEBPVP8 ", "webp"),
        (b"\0\0\0\x18ftypheic", "heic"),
        (b"\0\0\0\x18ftypisom", "mp4"),
        (OLE, "ole"),
        ("Справка".encode(), "text"),
        ("Справка".encode("cp1251"), "text"),
        ("Справка".encode("utf-16"), "text"),
        (b"MZ\x90\x00\x03", ""),
        (b"\x7fELF\x02\x01\x01\0", ""),
    ],
)
def test_the_first_bytes_tell(data: bytes, kind: str) -> None:
    assert file_type(data) == kind


@pytest.mark.parametrize(
    ("name", "data", "form"),
    [
        ("Справка.PDF", PDF, Form.DOCUMENT),
        ("Приказ.docx", ZIP, Form.DOCUMENT),
        ("Приказ.doc", OLE, Form.DOCUMENT),
        ("Приказ.doc", b"{\\rtf1", Form.DOCUMENT),
        ("Приказ № 5. Копия", PDF, Form.DOCUMENT),
        ("Приказ.pdf.sig", b"\x30\x82\x01", Form.DOCUMENT),
        ("photo-1.jpg", b"\x89PNG\r\n\x1a\n", Form.PHOTO),
        ("voice-1.ogg", b"OggS\0", Form.VOICE),
    ],
)
def test_papers_are_taken(name: str, data: bytes, form: Form) -> None:
    check_file_type(name, data, form)


@pytest.mark.parametrize(
    ("name", "data", "form", "key"),
    [
        ("setup.exe", b"MZ\x90\x00", Form.DOCUMENT, "error-evidence-type"),
        ("Справка.pdf", b"MZ\x90\x00", Form.DOCUMENT, "error-evidence-type"),
        ("page.html", b"<script>", Form.DOCUMENT, "error-evidence-type"),
        ("Приказ.docm", ZIP, Form.DOCUMENT, "error-evidence-type"),
        ("Справка.pdf", ZIP, Form.DOCUMENT, "error-evidence-disguised"),
        ("Справка.txt", PDF, Form.DOCUMENT, "error-evidence-disguised"),
        ("photo-1.jpg", PDF, Form.PHOTO, "error-evidence-disguised"),
    ],
)
def test_others_are_not(name: str, data: bytes, form: Form, key: str) -> None:
    with pytest.raises(DomainError, match=key):
        check_file_type(name, data, form)
