"""The process for slow work: what hangs there ends with it, and the next work has a new one."""

from __future__ import annotations

import time
from functools import partial
from operator import truediv

import pytest

from bot.worker import Worker


async def test_work_that_hangs_is_ended_and_the_next_is_done() -> None:
    worker = Worker(seconds=5.0)
    try:
        assert await worker.run(partial(truediv, 3, 2)) == 1.5
        worker._seconds = 0.1
        with pytest.raises(TimeoutError):
            await worker.run(partial(time.sleep, 60))
        worker._seconds = 30.0
        assert await worker.run(partial(truediv, 3, 2)) == 1.5
        with pytest.raises(ZeroDivisionError):
            await worker.run(partial(truediv, 3, 0))
    finally:
        worker.close()
