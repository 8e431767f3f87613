"""Every word that a person reads: keys and arguments → text in the person's language."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime
from functools import cache
from html import escape
from pathlib import Path
from typing import Any

from babel.dates import format_date, format_datetime
from fluent.runtime import FluentBundle, FluentResource, resolver

from bot.screen import Text, Texts

# Fluent's guard against hostile catalogues. Ours are our own, and what a person typed may be longer.
resolver.MAX_PART_LENGTH = 1_000_000

LANGUAGES = ("ru", "en")
LOCALES = Path(__file__).parent.parent / "locales"

# Parsing takes most of a start, and the tour and the tests start many a bot in one program.
_parsed = cache(FluentResource)

_DAY = {"ru": "d MMMM y", "en": "d MMMM y"}
_MOMENT = {"ru": "d MMMM y, HH:mm", "en": "d MMMM y, HH:mm"}


class Words:
    """The catalogues. What a person typed is escaped here and nowhere else."""

    def __init__(self, folder: Path = LOCALES) -> None:
        self._bundles = {language: _bundle(folder / language, language) for language in LANGUAGES}

    def html(self, text: Text | Texts, language: str) -> str:
        """Message text: markup comes from the catalogue only, arguments are shown literally."""
        return self._render(text, language, escaped=True)

    def plain(self, text: Text | Texts, language: str) -> str:
        """For button labels, toasts, pictures and files, which know no markup."""
        return self._render(text, language, escaped=False)

    def _render(self, text: Text | Texts, language: str, *, escaped: bool) -> str:
        if isinstance(text, Texts):
            return text.separator.join(self._render(part, language, escaped=escaped) for part in text.parts)
        bundle = self._bundles[language]
        message = bundle.get_message(text.key)
        if message.value is None:
            raise LookupError(f"{text.key} has no text")
        result, errors = bundle.format_pattern(message.value, self._arguments(text.args, language, escaped))
        if errors:
            raise LookupError(f"{text.key}: {errors[0]}")
        return str(result)

    def _arguments(self, args: Mapping[str, Any], language: str, escaped: bool) -> dict[str, Any]:
        return {name: self._argument(value, language, escaped) for name, value in args.items()}

    def _argument(self, value: Any, language: str, escaped: bool) -> Any:
        match value:
            case Text() | Texts():
                return self._render(value, language, escaped=escaped)
            case str():
                return escape(str(value), quote=False) if escaped else str(value)
            case datetime():
                return format_datetime(value, _MOMENT[language], locale=language)
            case date():
                return format_date(value, _DAY[language], locale=language)
            case bool():
                return "yes" if value else "no"
            case _:
                return value


def _bundle(folder: Path, language: str) -> FluentBundle:
    bundle = FluentBundle([language], use_isolating=False)
    for file in sorted(folder.glob("*.ftl")):
        bundle.add_resource(_parsed(file.read_text(encoding="utf-8")))
    return bundle
