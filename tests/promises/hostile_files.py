"""Files made to hurt a reader: bombs, lies, loops, depths; each a function, for some are large."""

from __future__ import annotations

import io
import random
import struct
import zipfile
from collections.abc import Callable, Iterator

from tests.reading.forms import as_html, as_ods, as_xls, as_xlsx, ods_of
from tests.reading.pdf_writer import as_pdf, pdf_of, stream
from tests.reading.sample_documents import SAMPLE, as_docx, sample_blocks
from tests.reading.xls_writer import compound_file

Made = Callable[[], bytes]
_W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
_LAUGHS = "<!DOCTYPE x [<!ENTITY a0 'ha'>{}]>".format(
    "".join(f"<!ENTITY a{i} '{f'&a{i - 1};' * 10}'>" for i in range(1, 12))
)
_OUTSIDE = "<!DOCTYPE x [<!ENTITY e SYSTEM 'file:///etc/passwd'><!ENTITY n SYSTEM 'http://127.0.0.1/'>]>"
_MIB = 1024 * 1024


def replaced(archive: bytes, part: str, data: bytes) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(archive)) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            if name != part:
                new.writestr(name, old.read(name))
        new.writestr(part, data)
    return out.getvalue()


def lying(archive: bytes, size: int) -> bytes:
    """The archive's own list says that every part unpacks to this size."""
    data = bytearray(archive)
    at = data.find(b"PK\x01\x02")
    while at >= 0:
        data[at + 24 : at + 28] = struct.pack("<I", size)
        at = data.find(b"PK\x01\x02", at + 4)
    return bytes(data)


_OFFICE: dict[str, tuple[Callable[[], bytes], str, str, str]] = {
    # the honest file, its main part, how that part begins, and how it ends
    "docx": (
        lambda: as_docx(sample_blocks()), "word/document.xml", f"<w:document {_W}><w:body>",
        "</w:body></w:document>",
    ),
    "xlsx": (
        lambda: as_xlsx(sample_blocks()), "xl/worksheets/sheet1.xml",
        '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>',
        "</sheetData></worksheet>",
    ),
    "ods": (lambda: as_ods(sample_blocks()), "content.xml", "<office:x xmlns:office='u:o'>", "</office:x>"),
}  # fmt: skip


def _office(kind: str) -> Iterator[tuple[str, Made]]:
    honest, part, head, tail = _OFFICE[kind]

    def body(inner: str, before: str = "") -> bytes:
        return replaced(honest(), part, f"{before}{head}{inner}{tail}".encode())

    yield "a bomb", lambda: replaced(honest(), part, bytes(200 * _MIB))
    yield "a bomb of blanks below the limit", lambda: replaced(honest(), part, b" " * (23 * _MIB))
    yield "a bomb beside the text", lambda: replaced(honest(), "media/picture.png", bytes(100 * _MIB))
    yield "two million empty elements", lambda: body("<a/>" * 2_000_000)
    yield "the billion laughs", lambda: body("<a>&a11;</a>", _LAUGHS)
    yield "entities from outside", lambda: body("<a>&e;&n;</a>", _OUTSIDE)
    yield "100,000 levels", lambda: body("<a>" * 100_000)
    yield "200 levels", lambda: body("<a>" * 200 + "</a>" * 200)
    yield "a text of 20 MB", lambda: body(f"<a>{'х' * 10 * _MIB}</a>")
    yield "10,000 attributes", lambda: body("<a " + " ".join(f"b{i}='1'" for i in range(10_000)) + "/>")
    yield "no XML", lambda: replaced(honest(), part, b"\x00\xff" * 5000)
    yield "sizes that lie down", lambda: lying(replaced(honest(), part, b" " * (60 * _MIB)), 10)
    yield "sizes that lie up", lambda: lying(honest(), 0xFFFFFFF0)
    yield "a half of the file", lambda: honest()[: len(honest()) // 2]
    yield "only the last part", lambda: b"PK\x03\x04" + honest()[-300:]
    yield "5,000 parts", lambda: _parts(honest(), 5000)
    yield "damaged bytes", lambda: _damaged(honest(), 7)


def _parts(archive: bytes, count: int) -> bytes:
    out = io.BytesIO(archive)
    with zipfile.ZipFile(out, "a") as more:
        for number in range(count):
            more.writestr(f"x/{number}", b"")
    return out.getvalue()


def _damaged(data: bytes, seed: int) -> bytes:
    chance = random.Random(seed)
    damaged = bytearray(data)
    for _ in range(200):
        damaged[chance.randrange(8, len(damaged))] = chance.randrange(256)
    return bytes(damaged)


def _sheets() -> Iterator[tuple[str, Made]]:
    _, part, head, tail = _OFFICE["xlsx"]

    def rows(inner: str) -> bytes:
        return replaced(as_xlsx(sample_blocks()), part, f"{head}{inner}{tail}".encode())

    million = "<table:table-row table:number-rows-repeated='1048576'><table:table-cell "
    million += "table:number-columns-repeated='16384'><text:p>х</text:p></table:table-cell></table:table-row>"
    cell = "<c t='inlineStr'><is><t>х</t></is></c>"
    yield (
        "a cell in the last row and column",
        lambda: rows('<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>'),
    )
    yield (
        "a place beyond the sheet",
        lambda: rows('<row><c r="ZZZ9999999"><v>1</v></c><c r="A0"><v>1</v></c></row>'),
    )
    yield "300,000 cells", lambda: rows(f"<row>{cell * 300}</row>" * 1000)
    yield "a string that is not there", lambda: rows('<row><c t="s"><v>999999999</v></c></row>')
    yield "numbers beyond numbers", lambda: rows('<row><c s="1"><v>1e999</v></c><c><v>nan</v></c></row>')
    yield "an open sheet repeated a million times", lambda: ods_of(f"<table:table>{million}</table:table>")
    yield "an old sheet of noise", lambda: compound_file("Workbook", random.Random(5).randbytes(200_000))
    yield "an old sheet damaged", lambda: _damaged(as_xls(sample_blocks()), 3)
    yield "an old sheet cut", lambda: as_xls(sample_blocks())[:3000]


def _pages() -> Iterator[tuple[str, Made]]:
    catalogue = "<< /Type /Catalog /Pages 2 0 R >>"
    page = "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 600 800] /Contents 4 0 R >>"
    kids = "<< /Type /Pages /Count 1 /Kids [3 0 R] >>"
    rules = "\n".join(f"{i} 0 m {i} 700 l S 0 {i} m 700 {i} l S" for i in range(600))
    yield (
        "pages that are their own parents",
        lambda: pdf_of([catalogue, "<< /Type /Pages /Kids [2 0 R] /Count 9 >>"]),
    )
    yield "an object that refers to itself", lambda: pdf_of(["1 0 R", "2 0 R"])
    yield (
        "a million pages",
        lambda: pdf_of([catalogue, f"<< /Type /Pages /Count 1 /Kids [{'3 0 R ' * 10**6}] >>", page]),
    )
    yield "360,000 crossing rules", lambda: pdf_of([catalogue, kids, page, stream(rules)])
    yield "200,000 saved states", lambda: pdf_of([catalogue, kids, page, stream("q " * 200_000)])
    yield "arrays 50,000 deep", lambda: pdf_of([catalogue, kids, page, stream("[" * 50_000)])
    yield "a form that draws itself", lambda: pdf_of(
        [catalogue, kids, page.replace(">>", "/Resources << /XObject << /F 5 0 R >> >> >>"), stream("/F Do"),
         "<< /Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources << /XObject << /F 5 0 R >> >> "
         "/Length 5 >>\nstream\n/F Do\nendstream"]
    )  # fmt: skip
    yield "a half of the file", lambda: as_pdf(sample_blocks())[:9000]
    yield "only its mark", lambda: b"%PDF-1.7\n" + b"0 obj << " * 1000
    yield "damaged bytes", lambda: _damaged(as_pdf(sample_blocks()), 11)


def _texts() -> Iterator[tuple[str, Made]]:
    yield "1,500,000 rows", lambda: "№\tМероприятие\tСрок\n".encode() + "1\tа\tмай\n".encode() * 1_500_000
    yield "nothing", lambda: b""
    yield "zeros", lambda: bytes(_MIB)
    yield "noise", lambda: random.Random(1).randbytes(300_000)
    yield "a cell of 20 MB", lambda: b'a;"' + b"x" * (19 * _MIB)
    yield "a million signs in a row", lambda: b"a" + b";" * 1_000_000 + b"\nb" + b";" * 1_000_000
    yield "a million quotation marks", lambda: b"a;b;c\n" + b'"' * 1_000_001
    yield (
        "a number of a million figures",
        lambda: "№\tМероприятие\tСрок\n".encode() + b"1" * 10**6 + b"\ta\tb\n",
    )
    yield (
        "a deadline of a million brackets",
        lambda: "№\tМероприятие\tСрок\n1\tа\t".encode() + b"(1.1." * 200_000,
    )
    yield "a page 100,000 deep", lambda: b"<html>" + b"<table><tr><td>" * 100_000
    yield "a page of wide cells", lambda: b"<table>" + b"<tr><td rowspan=65534 colspan=1000>x</td>" * 5000
    yield "laughing XML", f"{_LAUGHS}<x>&a11;</x>".encode
    yield "a picture", lambda: b"\x89PNG\r\n\x1a\n" + bytes(1000)
    yield "an old letter", lambda: compound_file("WordDocument", b"Plan" * 5000)
    yield "an old letter 200,000 deep", lambda: b"{\\rtf1 " + b"{\\b " * 200_000
    yield "an old letter cut", lambda: compound_file("WordDocument", b"\xec\xa5" + bytes(9000))[:3000]
    yield "a page cut", lambda: as_html(sample_blocks())[:3000] + b"\x00<"
    yield "a text cut inside a letter", lambda: SAMPLE.read_bytes()[:501] + b"\xff\xfe\x00"


def hostile_files() -> dict[str, Made]:
    """By name; the first needs more memory than a child may have, so any share of them tries the limit."""
    groups = {
        "text": _texts(),
        **{kind: _office(kind) for kind in _OFFICE},
        "sheet": _sheets(),
        "pdf": _pages(),
    }
    return {f"{group}: {name}": made for group, files in groups.items() for name, made in files}
