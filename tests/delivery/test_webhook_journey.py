"""People live through the webhook as they do through polling, and a bot may change from one to the other."""

from __future__ import annotations

import shutil
from functools import partial
from pathlib import Path

import pytest

from bot.settings import Settings, WebhookSettings
from bot.tour import stage as module
from bot.tour.stage import open_stage
from tests.delivery.test_webhook import SECRET, free_port
from tests.journeys.conftest import MONDAY, failed_updates, refused_notices, wrong_calls
from tests.journeys.test_twice_and_restarted import notices, twice
from tests.journeys.town import Town, answer_report, open_task


async def test_a_report_by_webhook_then_by_polling(
    migrated_sqlite: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "data").mkdir()
    shutil.copy(migrated_sqlite, tmp_path / "data" / "vekhi.db")
    port = free_port()
    webhook = WebhookSettings(f"http://127.0.0.1:{port}/{SECRET}", SECRET, "127.0.0.1", port)
    monkeypatch.setattr(module, "Settings", partial(Settings, webhook=webhook))
    async with open_stage(tmp_path, MONDAY, "Europe/Moscow") as stage:
        stage.sandbox.state.webhook.first_pause = 0.01
        town = await Town.found(stage)
        head, deputy = await town.at_work()
        await open_task(deputy)
        await answer_report(deputy)
        await stage.restart_bot()
        await twice(deputy, "Отправить отчёт")
        await stage.calm()
        assert stage.sandbox.state.webhook.url == webhook.url
        await town.morning(8)
        assert notices(head, "Ждёт вашего подтверждения: 1 отчёт.") == 1
        await stage.stop_bot()
        await head.press("На подтверждении (1)", wait=False)
        monkeypatch.setattr(module, "Settings", Settings)
        await stage.start_bot()
        await stage.calm()
        assert stage.sandbox.state.webhook.url == ""
        await head.press("1) ")
        await head.press("Подтвердить")
        assert (wrong_calls(stage), await refused_notices(stage), await failed_updates(stage)) == ([], [], [])
