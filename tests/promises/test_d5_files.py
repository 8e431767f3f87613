"""Promise D5: a file can hurt nobody. ``make promise N=D5 LONG=1`` reads all files, else each ninth."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from bot.reading.child import CPU_SECONDS, MEMORY
from tests.promises.hostile_files import hostile_files
from tests.promises.options import LONG, report

ROOT = Path(__file__).parents[2]


def test_d5_a_file_can_hurt_nobody(capsys: pytest.CaptureFixture[str]) -> None:
    every = 1 if LONG else 9
    ran = subprocess.run(
        [sys.executable, "-m", "tests.promises.d5", str(every)],
        capture_output=True,
        text=True,
        cwd=ROOT,
        check=False,
    )
    assert ran.returncode == 0, ran.stderr
    figures = json.loads(ran.stdout)
    reasons = figures.pop("reasons")
    report(capsys, "D5", figures)
    catalogues = [
        (ROOT / f"locales/{language}/plan.ftl").read_text(encoding="utf-8") for language in ("ru", "en")
    ]
    unclear = {
        name: reason
        for name, reason in reasons.items()
        if not reason.startswith("read ") and not all(f"\n{reason} =" in text for text in catalogues)
    }
    assert unclear == {}
    assert figures["whole"] == figures["honest"]
    assert figures["peak_mib"] <= MEMORY // 2**20
    assert figures["cpu_s"] <= CPU_SECONDS + 1
    assert figures["late_p99_s"] <= 2.0
    assert len(hostile_files()) >= 60
