"""``python -m bot doctor``: one line for each thing looked at."""

from __future__ import annotations

import asyncio
import os
import sys
from collections.abc import AsyncIterator

from bot.clock import Clock, system_clock
from bot.doctor.findings import Finding, State, broken, ok
from bot.doctor.here import (
    backup_is_fresh,
    charts_write_russian,
    database_is_well,
    disk_has_room,
    folder_is_writable,
    history_is_whole,
    old_word_files_are_read,
)
from bot.doctor.there import telegram_answers
from bot.logs import masked
from bot.screen import text
from bot.settings import Settings, SettingsError, load_settings
from bot.words import LANGUAGES, Words


def doctor() -> int:
    """Exit code: 0 when the bot can work, 1 when something is broken."""
    language = LANGUAGES[0]
    try:
        settings = load_settings(os.environ)
    except SettingsError as error:
        return _report([broken("doctor-settings-wrong", reason=str(error))], language)
    return _report(asyncio.run(_all(settings)), settings.language)


async def _all(settings: Settings) -> list[Finding]:
    return [finding async for finding in examine(settings, system_clock)]


async def examine(settings: Settings, clock: Clock) -> AsyncIterator[Finding]:
    """Each thing in turn; one that is broken does not hide the next. Nothing is changed anywhere."""
    yield ok("doctor-settings")
    yield folder_is_writable(settings.data)
    yield disk_has_room(settings.data)
    yield await database_is_well(settings.database)
    async for finding in history_is_whole(settings.database):
        yield finding
    yield backup_is_fresh(settings.backups, clock())
    async for finding in telegram_answers(settings, clock):
        yield finding
    yield charts_write_russian()
    yield old_word_files_are_read()


def _report(findings: list[Finding], language: str) -> int:
    words = Words()
    for finding in findings:
        state = words.plain(text(f"doctor-state-{finding.state}"), language)
        sys.stdout.write(masked(f"{state:<11} {words.plain(finding.what, language)}\n"))
    worst = any(finding.state is State.BROKEN for finding in findings)
    sys.stdout.write(words.plain(text("doctor-broken" if worst else "doctor-well"), language) + "\n")
    return int(worst)
