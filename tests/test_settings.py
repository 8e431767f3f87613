"""Settings: every mistake is named at once, in one line, with what to do."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from bot.settings import Settings, SettingsError, WebhookSettings, load_settings

TOKEN = "123456:" + "A" * 35
EXAMPLE = Path(__file__).parents[1] / ".env.example"
NO_FILE = Path("/nonexistent/.env")
SECRET = "kJ3v_Q8x-Zt5LmN0pRw7Yb2CdFgHsA4e"  # invented
HOOK = {"WEBHOOK_URL": "https://bot.example.org/telegram", "WEBHOOK_SECRET": SECRET}


def _error(environ: dict[str, str]) -> str:
    with pytest.raises(SettingsError) as caught:
        load_settings(environ, NO_FILE)
    return str(caught.value)


def test_a_token_is_enough() -> None:
    assert load_settings({"BOT_TOKEN": TOKEN}, NO_FILE) == Settings(
        TOKEN, Path("var"), "", "https://api.telegram.org", "ru", "INFO"
    )


def test_everything_may_be_set() -> None:
    environ = {
        "BOT_TOKEN": f" {TOKEN} ",
        "VEKHI_DATA": "/srv/vekhi",
        "DATABASE_URL": "postgres://vekhi:secret@db/vekhi",
        "BOT_API_URL": "http://127.0.0.1:8081/",
        "VEKHI_LANGUAGE": "EN",
        "LOG_LEVEL": "debug",
        **HOOK,
        "WEBHOOK_HOST": "0.0.0.0",
        "WEBHOOK_PORT": "9000",
    }
    settings = load_settings(environ, NO_FILE)
    assert settings == Settings(
        TOKEN,
        Path("/srv/vekhi"),
        "postgresql+asyncpg://vekhi:secret@db/vekhi",
        "http://127.0.0.1:8081",
        "en",
        "DEBUG",
        WebhookSettings("https://bot.example.org/telegram", SECRET, "0.0.0.0", 9000),
    )
    assert SECRET not in repr(settings) + repr(settings.webhook)
    assert TOKEN not in repr(settings)
    assert "secret" not in repr(settings)


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("BOT_TOKEN", "654321"),
        ("BOT_TOKEN", "123456:short"),
        ("BOT_TOKEN", f"bot{TOKEN}"),
        ("DATABASE_URL", "mysql://host/db"),
        ("DATABASE_URL", "db.example.org"),
        ("BOT_API_URL", "127.0.0.1:8081"),
        ("BOT_API_URL", "ftp://host"),
        ("VEKHI_LANGUAGE", "de"),
        ("LOG_LEVEL", "LOUD"),
        ("WEBHOOK_URL", "http://bot.example.org/"),
        ("WEBHOOK_URL", "https://?x"),
        ("WEBHOOK_PORT", "http"),
        ("WEBHOOK_PORT", "65536"),
        ("WEBHOOK_SECRET", "too-short"),
        ("WEBHOOK_SECRET", "ab" * 20),
        ("WEBHOOK_SECRET", f"{SECRET}!"),
    ],
)
def test_a_malformed_variable_is_named_but_not_repeated(name: str, value: str) -> None:
    error = _error({"BOT_TOKEN": TOKEN, **HOOK, name: value})
    assert error.startswith(f"{name} is malformed: ")
    assert (value in error, "\n" in error) == (False, False)


def test_every_mistake_is_named_at_once() -> None:
    error = _error({"LOG_LEVEL": "LOUD", "BOT_API_URL": "x"})
    assert re.findall(r"(\w+) is (\w+):", error) == [
        ("BOT_TOKEN", "missing"),
        ("BOT_API_URL", "malformed"),
        ("LOG_LEVEL", "malformed"),
    ]


def test_a_webhook_without_a_secret_is_refused() -> None:
    error = _error({"BOT_TOKEN": TOKEN, "WEBHOOK_URL": HOOK["WEBHOOK_URL"]})
    assert error.startswith("WEBHOOK_SECRET is missing: write 32 or more letters")


def test_the_file_is_read_and_the_environment_outweighs_it(tmp_path: Path) -> None:
    file = tmp_path / ".env"
    file.write_text(
        f'\ufeff# a comment\n\nexport BOT_TOKEN="{TOKEN}"\nVEKHI_DATA = data=1 \nLOG_LEVEL=ERROR\n',
        encoding="utf-8",
    )
    settings = load_settings({"LOG_LEVEL": "WARNING"}, file)
    assert (settings.token, settings.data, settings.log_level) == (TOKEN, Path("data=1"), "WARNING")


def test_the_example_documents_every_variable_and_lacks_only_the_token() -> None:
    source = (Path(__file__).parents[1] / "bot" / "settings.py").read_text(encoding="utf-8")
    read = set(re.findall(r'(?:read|values\.get)\(\s*"([A-Z_]+)"', source))
    documented = set(re.findall(r"^([A-Z_]+)=", EXAMPLE.read_text(encoding="utf-8"), re.MULTILINE))
    assert documented == read
    assert load_settings({"BOT_TOKEN": TOKEN}, EXAMPLE) == load_settings({"BOT_TOKEN": TOKEN}, NO_FILE)
