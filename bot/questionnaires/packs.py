"""Questionnaires as YAML files: the whole of one, checked; all complaints at once, each with its line.

The format is docs/questionnaires.md.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, lru_cache, partial
from hashlib import sha256
from pathlib import Path

from bot.domain.surveys import Audience, ItemKind, Option, Questionnaire
from bot.questionnaires.items import MAX_ID, ItemReader, Scales, read_options
from bot.questionnaires.nodes import Complaint, Complaints, Mark, PackError, compose

FOLDER = Path(__file__).parent / "files"

MAX_BYTES = 64 * 1024  # five times the longest of ours; parsing takes half a second at most
MAX_TITLE = 30  # one button
MAX_ITEMS = 60
SCALE_STEPS = 5
_LANGUAGE = "ru", "en"
_FIELDS = ("code", "version", "audience", "languages", "title", "items")
_OPTIONAL = ("scales", "respondents")


@dataclass(frozen=True, slots=True)
class Pack:
    """A questionnaire beside the text that it was read from."""

    source: str
    questionnaire: Questionnaire

    @property
    def hash(self) -> str:
        return sha256(self.source.encode()).hexdigest()


@cache
def package_packs() -> Mapping[str, Pack]:
    """The questionnaires of this package by their codes."""
    packs: dict[str, Pack] = {}
    for path in sorted(FOLDER.glob("*.yaml")):
        source = path.read_text(encoding="utf-8")
        questionnaire = parse_pack(source)
        assert path.stem == questionnaire.code, f"{path.name} holds {questionnaire.code!r}"
        packs[questionnaire.code] = Pack(source, questionnaire)
    return packs


def decode_pack(data: bytes) -> Pack:
    """A file that somebody sent. Raises PackError."""
    if len(data) > MAX_BYTES:
        raise PackError([Complaint(1, "pack-too-large", {"most": MAX_BYTES // 1024})])
    try:
        source = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise PackError([Complaint(1, "pack-not-yaml")]) from error
    return Pack(source, parse_pack(source))


@lru_cache(maxsize=64)
def parse_pack(source: str) -> Questionnaire:
    """Raises PackError."""
    root, complaints = compose(source), Complaints()
    root.names()
    complaints.attempt(lambda: root.keys(_FIELDS, _OPTIONAL), None)
    languages = complaints.field(root, "languages", _languages, None)
    if languages is None:  # nothing can be said of the words
        raise PackError(complaints.found)
    audience = complaints.field(root, "audience", lambda mark: mark.one_of(Audience), Audience.TEACHERS)
    scales: Scales = complaints.field(root, "scales", lambda mark: _scales(mark, languages, complaints), {})
    reader = ItemReader(audience, languages, scales, complaints)
    items = complaints.field(root, "items", lambda mark: reader.read(mark, MAX_ITEMS), ())
    pack = Questionnaire(
        code=complaints.field(root, "code", lambda mark: mark.identifier(MAX_ID), ""),
        version=complaints.field(root, "version", lambda mark: mark.number(1, 10_000), 1),
        audience=audience,
        title=complaints.field(root, "title", lambda mark: mark.words(languages, MAX_TITLE), {}),
        items=items,
        respondents=complaints.field(root, "respondents", lambda mark: mark.text(), None),
    )
    complaints.attempt(lambda: _check_respondents(root, pack), None)
    if complaints.found:
        raise PackError(complaints.found)
    return pack


def _languages(mark: Mark) -> tuple[str, ...]:
    return tuple(dict.fromkeys(one.key_of({code: code for code in _LANGUAGE}) for one in mark.sequence(1, 2)))


def _scales(
    mark: Mark, languages: tuple[str, ...], complaints: Complaints
) -> Mapping[str, tuple[Option, ...]]:
    """Scales by name. A wrong one is complained of once, not wherever it is named."""
    return {name: complaints.attempt(partial(_scale, mark[name], languages), ()) for name in mark.names()}


def _scale(mark: Mark, languages: tuple[str, ...]) -> tuple[Option, ...]:
    mark.sequence(SCALE_STEPS, SCALE_STEPS)
    return read_options(mark, ItemKind.SCALE, languages)


def _check_respondents(root: Mark, pack: Questionnaire) -> None:
    """Sums of counts are checked against the number of sheets, so it is asked for first of all."""
    mark = root.get("respondents")
    if not pack.audience.counted:
        if mark:
            raise mark.error("pack-respondents-needless")
        return
    if mark is None:
        raise root.error("pack-missing", names="respondents")
    first = pack.items[0] if pack.items else None
    if first and (first.id != pack.respondents or first.kind is not ItemKind.NUMBER):
        raise mark.error("pack-respondents")
