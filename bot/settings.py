"""Settings: the environment and a ``.env`` file → one frozen object, or every mistake named at once."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import urlsplit

from bot.domain.reports import MAX_EVIDENCE_MB, SCHOOL_QUOTA
from bot.words import LANGUAGES
from storage import sqlite_url

TELEGRAM = "https://api.telegram.org"
SECRET_LENGTH = 32
_SECRET_LETTERS = 10  # different ones; 43 chosen by chance have 30 or so
_LOOPBACK = ("127.0.0.1", "localhost", "::1")
_LEVELS = ("DEBUG", "INFO", "WARNING", "ERROR")
# Hosting services hand out the short schemes; the storage needs the asynchronous driver named.
_DRIVERS = {
    "postgres": "postgresql+asyncpg",
    "postgresql": "postgresql+asyncpg",
    "postgresql+asyncpg": "postgresql+asyncpg",
    "sqlite": "sqlite+aiosqlite",
    "sqlite+aiosqlite": "sqlite+aiosqlite",
}


class SettingsError(Exception):
    """One line that names every missing or malformed variable and says what to do."""


@dataclass(frozen=True, slots=True)
class WebhookSettings:
    url: str  # under which Telegram reaches us
    secret: str = field(repr=False)  # by which we know Telegram
    host: str  # on which we listen
    port: int


@dataclass(frozen=True, slots=True)
class CalendarSettings:
    url: str  # under which calendar programs reach us
    host: str  # on which we listen
    port: int


@dataclass(frozen=True, slots=True)
class Settings:
    token: str
    data: Path  # the database and people's files live here
    database_url: str  # names its asynchronous driver; "" is SQLite under ``data``
    api_url: str
    language: str  # of people whose client speaks none of ours
    log_level: str
    webhook: WebhookSettings | None = None  # None: the bot asks for updates itself
    calendar: CalendarSettings | None = None  # None: nobody subscribes to a calendar
    backups: Path | None = None  # where backups are made and looked for
    school_quota: int = SCHOOL_QUOTA  # bytes of proofs that a school may keep

    @property
    def database(self) -> str:
        """The database's URL with its asynchronous driver, whichever it is."""
        return self.database_url or sqlite_url(self.data / "vekhi.db")

    def __repr__(self) -> str:
        return f"Settings(data={self.data}, api_url={self.api_url})"  # no token, no password


def load_settings(environ: Mapping[str, str], env_file: Path = Path(".env")) -> Settings:
    """Read the variables that ``.env.example`` documents; the environment outweighs the file."""
    values = {**_file_values(env_file), **environ}
    faults: list[str] = []

    def read(name: str, parse: Callable[[str], str], advice: str, default: str = "") -> str:
        raw = values.get(name, "").strip() or default
        try:
            return parse(raw)
        except (ValueError, KeyError):
            faults.append(f"{name} is {'malformed' if raw else 'missing'}: {advice}")
            return raw

    settings = Settings(
        token=read("BOT_TOKEN", _token, "put the token from @BotFather (123456:ABC-…) into .env"),
        data=Path(values.get("VEKHI_DATA") or "var"),
        database_url=read(
            "DATABASE_URL", _database, "write postgresql://user:password@host/name, or nothing"
        ),
        api_url=read("BOT_API_URL", _address, "write http://host:port, or nothing", TELEGRAM),
        language=read("VEKHI_LANGUAGE", _one_of(LANGUAGES), f"choose from {', '.join(LANGUAGES)}", "ru"),
        log_level=read("LOG_LEVEL", _one_of(_LEVELS), f"choose from {', '.join(_LEVELS)}", "INFO"),
        webhook=_webhook(read),
        calendar=_calendar(read),
        backups=Path(values["VEKHI_BACKUPS"]) if values.get("VEKHI_BACKUPS") else None,
        school_quota=_megabytes(
            read(
                "VEKHI_SCHOOL_QUOTA_MB",
                _quota,
                f"write a number of megabytes from {MAX_EVIDENCE_MB} on, or nothing",
                str(SCHOOL_QUOTA // 2**20),
            )
        ),
    )
    if faults:
        raise SettingsError("; ".join(faults))
    return settings


def _webhook(read: Callable[..., str]) -> WebhookSettings | None:
    url = read("WEBHOOK_URL", _webhook_address, "write https://host/path, or nothing")
    port = read("WEBHOOK_PORT", _port, "write a number from 1 to 65535", "8080")
    host = read("WEBHOOK_HOST", str, "write an address of this computer", "127.0.0.1")
    secret = read(
        "WEBHOOK_SECRET",
        _secret if url else str,  # without one, anybody could speak as anybody
        f"write {SECRET_LENGTH} or more letters, digits, - and _ chosen by chance, "
        'as python3 -c "import secrets; print(secrets.token_urlsafe(32))" does',
    )
    return WebhookSettings(url, secret, host, int(port)) if url and port.isdecimal() else None


def _calendar(read: Callable[..., str]) -> CalendarSettings | None:
    url = read("CALENDAR_URL", _webhook_address, "write https://host/path, or nothing")
    port = read("CALENDAR_PORT", _port, "write a number from 1 to 65535", "8081")
    host = read("CALENDAR_HOST", str, "write an address of this computer", "127.0.0.1")
    return CalendarSettings(url.rstrip("/"), host, int(port)) if url and port.isdecimal() else None


def _token(raw: str) -> str:
    if not re.fullmatch(r"\d+:[\w-]{30,}", raw, re.ASCII):
        raise ValueError
    return raw


def _database(raw: str) -> str:
    if not raw:
        return ""
    scheme, _, rest = raw.partition("://")
    if not rest or scheme not in _DRIVERS:
        raise ValueError
    return f"{_DRIVERS[scheme]}://{rest}"


def _quota(raw: str) -> str:
    """One file of the largest size fits at least."""
    if not (raw.isascii() and raw.isdigit() and int(raw) >= MAX_EVIDENCE_MB):
        raise ValueError
    return raw


def _megabytes(raw: str) -> int:
    """Bytes; a malformed number is named among the faults, and nothing is built on it."""
    return int(raw) * 2**20 if raw.isdigit() else SCHOOL_QUOTA


def _address(raw: str) -> str:
    parts = urlsplit(raw)
    if parts.scheme not in ("http", "https") or not parts.hostname:
        raise ValueError
    return raw.rstrip("/")


def _webhook_address(raw: str) -> str:
    """Telegram speaks https only; the sandbox reaches this computer without it."""
    if not raw:
        return ""
    parts = urlsplit(raw)
    secure = parts.scheme == "https" or (parts.scheme == "http" and parts.hostname in _LOOPBACK)
    if not secure or not parts.hostname or parts.query or parts.fragment:
        raise ValueError
    return raw


def _port(raw: str) -> str:
    if not raw.isascii() or not 1 <= int(raw) <= 65535:
        raise ValueError
    return raw


def _secret(raw: str) -> str:
    """Telegram's alphabet (core.telegram.org/bots/api#setwebhook), and neither short nor monotonous."""
    if not re.fullmatch(rf"[A-Za-z0-9_-]{{{SECRET_LENGTH},256}}", raw) or len(set(raw)) < _SECRET_LETTERS:
        raise ValueError
    return raw


def _one_of(choices: tuple[str, ...]) -> Callable[[str], str]:
    def parse(raw: str) -> str:
        return {choice.lower(): choice for choice in choices}[raw.lower()]

    return parse


def _file_values(path: Path) -> dict[str, str]:
    """``KEY=VALUE`` lines; blank ones and comments are skipped, quotes around a value are dropped."""
    if not path.exists():
        return {}
    lines = (line.strip() for line in path.read_text(encoding="utf-8-sig").splitlines())
    pairs = (line.partition("=") for line in lines if line and not line.startswith("#"))
    return {key.removeprefix("export ").strip(): _unquoted(value.strip()) for key, _, value in pairs}


def _unquoted(value: str) -> str:
    quoted = len(value) >= 2 and value[0] == value[-1] and value[0] in "'\""
    return value[1:-1] if quoted else value
