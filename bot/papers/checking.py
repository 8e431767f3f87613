"""Whether a template that somebody sent can be used: found out by filling it with a sample."""

from __future__ import annotations

import io
import re
import zipfile
from dataclasses import dataclass

from bot.domain.paper_kinds import PaperKind

MOST_BYTES = 2 * 2**20  # of a template; ours are 40 KB
_MOST_UNPACKED = 40 * 2**20
_QUOTED = re.compile(r"'([^']+)'(?!.*')", re.DOTALL)
# Of what a program would run or fetch.
_ACTIVE = re.compile(r"vbaProject|vbaData|activeX|embeddings/", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Fault:
    """Why not: a key of the catalogue and the word it is about."""

    key: str
    word: str = ""


def check_template(kind: PaperKind, data: bytes) -> Fault | None:
    """None for a template that works with much and with nothing; run it where an endless loop is ended."""
    from docx.opc.exceptions import PackageNotFoundError  # noqa: PLC0415 - heavy, and seldom needed
    from jinja2 import TemplateError, TemplateSyntaxError, UndefinedError  # noqa: PLC0415
    from lxml.etree import XMLSyntaxError  # noqa: PLC0415

    if fault := _outside(data):
        return fault
    try:
        _fill(kind, data)
    except UndefinedError as error:
        named = _QUOTED.search(str(error.message))
        return Fault("error-template-word", named[1] if named else str(error.message))
    except TemplateSyntaxError as error:
        return Fault("error-template-syntax", str(error.message))
    except (TemplateError, TypeError, ArithmeticError) as error:
        return Fault("error-template-syntax", str(error))
    except (PackageNotFoundError, XMLSyntaxError, KeyError, ValueError, AttributeError):
        return Fault("error-template-broken")  # Word would not open it either, or what it would make of it
    return None


def _outside(data: bytes) -> Fault | None:
    """What can be told without opening it as a document."""
    if len(data) > MOST_BYTES:
        return Fault("error-template-large")
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            members = archive.infolist()
            if sum(member.file_size for member in members) > _MOST_UNPACKED:
                return Fault("error-template-large")
            if any(_ACTIVE.search(member.filename) for member in members):
                return Fault("error-template-macros")
            types = archive.read("[Content_Types].xml")
            relations = [archive.read(m) for m in members if m.filename.endswith("document.xml.rels")]
    except (zipfile.BadZipFile, KeyError, RuntimeError, NotImplementedError):
        return Fault("error-template-broken")
    if b"macroEnabled" in types or any(b"attachedTemplate" in found for found in relations):
        return Fault("error-template-macros")
    return None if b"wordprocessingml.document.main" in types else Fault("error-template-broken")


def _fill(kind: PaperKind, data: bytes) -> None:
    from bot.papers.sample import sample_facts  # noqa: PLC0415
    from bot.papers.template import render  # noqa: PLC0415

    for empty in (False, True):
        document = render(data, sample_facts(kind, empty=empty))
        with zipfile.ZipFile(io.BytesIO(document)) as archive:
            archive.testzip()
