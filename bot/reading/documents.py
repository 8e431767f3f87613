"""Which kind of document this is, told by its bytes: a file's name lies more often than its head."""

from __future__ import annotations

from collections.abc import Callable

from bot.reading.archives import part_names
from bot.reading.bars import barred_blocks
from bot.reading.binary_sheets import binary_sheet_blocks
from bot.reading.blocks import Block, Table
from bot.reading.delimited import delimited_blocks
from bot.reading.frames import framed_blocks
from bot.reading.headers import has_header
from bot.reading.open_sheets import open_sheet_blocks
from bot.reading.pages import pdf_blocks
from bot.reading.plain_text import joined_blocks, text_blocks
from bot.reading.refusals import UnreadableDocument
from bot.reading.spreadsheets import workbook_blocks
from bot.reading.web import is_page, page_blocks
from bot.reading.word import word_blocks

__all__ = ["MAX_BYTES", "OLE", "RTF", "WORD_STREAM", "UnreadableDocument", "is_unlike", "read_document"]

MAX_BYTES = 20 * 1024 * 1024  # what Telegram lets a bot download: core.telegram.org/bots/api#getfile

_ZIP = b"PK\x03\x04"
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"  # .doc, .xls, and any office file under a password
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")  # MS-OFFCRYPTO 1.3.3: the stream of such a file
_XLS = tuple(f"{name}\0".encode("utf-16-le") for name in ("Workbook", "Book"))  # streams of .xls
_SECTOR = 512
_PDF = b"%PDF-"
WORD_STREAM = "WordDocument\0".encode("utf-16-le")
RTF = b"{\\rtf"
_NEVER_TEXT = (".docx", ".xlsx", ".xlsb", ".ods", ".odt", ".pdf", ".doc")
_OTHER = (b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"Rar!", b"7z\xbc\xaf")


def read_document(data: bytes) -> list[Block]:
    """The document's paragraphs and tables in order; raises :class:`UnreadableDocument`."""
    if len(data) > MAX_BYTES:
        raise UnreadableDocument("error-document-too-large")
    if not data.strip():
        raise UnreadableDocument("error-document-empty")
    read = _reader(data)
    try:
        return read(data)
    except UnreadableDocument:
        raise
    except (MemoryError, RecursionError) as error:
        raise UnreadableDocument("error-document-too-heavy") from error
    except Exception as error:  # the libraries that parse formats fail in many ways on a broken file
        raise UnreadableDocument("error-document-broken") from error


def is_unlike(data: bytes, suffix: str) -> bool:
    """Does the name promise an office file or a PDF, and the bytes are none that is known? It is damaged."""
    if suffix.lower() not in _NEVER_TEXT or not data.strip() or data.startswith((OLE, _ZIP, RTF, *_OTHER)):
        return False
    return _PDF not in data[:1024] and not is_page(data[:5000].decode("utf-8", "replace"))


def _reader(data: bytes) -> Callable[[bytes], list[Block]]:
    if data.startswith(OLE):
        return _reader_of_ole(data)
    if data.startswith(_ZIP):
        return _reader_of_archive(data)
    if _PDF in data[:1024]:  # some programs write a line of their own above it
        return pdf_blocks
    if data.startswith(RTF):
        raise UnreadableDocument("error-document-doc")
    if data.startswith(_OTHER):
        raise UnreadableDocument("error-document-type")
    return _text


def _reader_of_archive(data: bytes) -> Callable[[bytes], list[Block]]:
    names = part_names(data)
    heads = {name.partition("/")[0] for name in names}
    if "[Content_Types].xml" in names and "word" in heads:
        return word_blocks
    if "xl/workbook.xml" in names:
        return workbook_blocks
    if "xl/workbook.bin" in names:
        return binary_sheet_blocks
    if names >= {"mimetype", "content.xml", "META-INF/manifest.xml"}:
        return open_sheet_blocks
    raise UnreadableDocument("error-document-type")


def _reader_of_ole(data: bytes) -> Callable[[bytes], list[Block]]:
    if _ENCRYPTED in data:
        raise UnreadableDocument("error-document-password")
    if any(name in data for name in _XLS):
        return binary_sheet_blocks
    if WORD_STREAM in data:
        raise UnreadableDocument("error-document-doc")
    names = (int.from_bytes(data[48:52], "little") + 1) * _SECTOR  # [MS-CFB] 2.2: the list of its streams
    raise UnreadableDocument("error-document-broken" if names >= len(data) else "error-document-type")


def _text(data: bytes) -> list[Block]:
    text = _decode(data)
    if not text.strip():
        raise UnreadableDocument("error-document-empty")
    return _from_text(text)


def _from_text(text: str) -> list[Block]:
    if is_page(text):
        return page_blocks(text)
    if (drawn := framed_blocks(text)) is not None:
        return drawn
    if (barred := barred_blocks(text)) is not None:
        return barred
    sheet = delimited_blocks(text)
    if sheet is None:
        return barred_blocks(text, in_lines=True) or text_blocks(text)
    headed = any(isinstance(block, Table) and has_header(block.rows) for block in sheet)
    return sheet if headed else joined_blocks(text) or sheet


def _decode(data: bytes) -> str:
    """UTF-8 or UTF-16 by their marks and their rules, else Windows-1251, the only other one in use."""
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return _strict(data, "utf-16")
    if b"\x00" in data:
        raise UnreadableDocument("error-document-type")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return _strict(data, "cp1251")


def _strict(data: bytes, encoding: str) -> str:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        raise UnreadableDocument("error-document-broken") from error
