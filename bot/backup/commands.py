"""``python -m bot backup FOLDER`` and ``python -m bot restore FILE``."""

from __future__ import annotations

import asyncio
import os
import sys
from pathlib import Path

from bot.backup.keeping import back_up, forget_old, restore, sweep
from bot.clock import system_clock
from bot.domain.errors import DomainError
from bot.screen import Text, text
from bot.settings import Settings, SettingsError, load_settings
from bot.words import Words


def backup(folder: str | None, *, keep: int | None) -> int:
    """Exit code: 0 with the archive's name on standard output, 1 when there is none, 2 for wrong settings."""
    settings = _settings()
    if settings is None:
        return 2
    place = Path(folder) if folder else settings.backups
    try:
        if place is None:
            raise DomainError("backup-where", variable="VEKHI_BACKUPS")
        made = back_up(settings.database, settings.data, place, now=system_clock())
        if keep is not None:
            forget_old(place, keep=keep)
        swept = asyncio.run(sweep(settings.database, settings.data, now=system_clock()))
    except (DomainError, OSError) as error:
        return _refuse(error, settings.language)
    _say(
        text("backup-made", file=str(made), size=f"{max(made.stat().st_size / 2**20, 0.1):.1f}"),
        settings.language,
    )
    if swept:
        _say(text("backup-swept", n=swept), settings.language)
    return 0


def put_back(file: str) -> int:
    """Exit code: 0 when all is back, 1 when nothing was written and why, 2 for wrong settings."""
    settings = _settings()
    if settings is None:
        return 2
    try:
        manifest = asyncio.run(restore(Path(file), settings.database, settings.data))
    except (DomainError, OSError) as error:
        return _refuse(error, settings.language)
    files = len(manifest.files) - 1
    _say(text("restore-done", made=manifest.made_at[:16], files=files), settings.language)
    return 0


def _settings() -> Settings | None:
    try:
        return load_settings(os.environ)
    except SettingsError as error:
        sys.stderr.write(f"{error}\n")
        return None


def _say(words: Text, language: str) -> None:
    sys.stdout.write(f"{Words().plain(words, language)}\n")


def _refuse(error: DomainError | OSError, language: str) -> int:
    if isinstance(error, DomainError):
        words = text(error.key, **error.args_for_words)
    else:
        words = text("backup-file", file=str(error.filename), reason=str(error.strerror))
    sys.stderr.write(f"{Words().plain(words, language)}\n")
    return 1
