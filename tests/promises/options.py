"""How a promise is to be tried: ``make promise N=D1 [SEED=7] [LONG=1] [SABOTAGE=1]``."""

from __future__ import annotations

import os
import sys

import pytest

SEED = int(os.environ.get("SEED") or "1")
LONG = bool(os.environ.get("LONG"))
SABOTAGE = bool(os.environ.get("SABOTAGE"))  # breaks what keeps the promise: the test must turn red


def report(capsys: pytest.CaptureFixture[str], promise: str, figures: object) -> None:
    """The promise's one line."""
    with capsys.disabled():
        sys.stdout.write(f"\n{promise}, seed {SEED}: {figures}\n")
