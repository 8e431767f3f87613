"""How smooth a chat of 1,000 messages scrolls: ``make bench-page``. Frames depend on the machine."""
# ruff: noqa: T201

from __future__ import annotations

import shutil
from functools import partial

from playwright.sync_api import sync_playwright

from tests.browser.conftest import CHROMIUM, DESKTOP
from tests.browser.playing import SCROLL_UP, joined, write_many
from tests.browser.served import open_sandbox, serving

MESSAGES = 1000


def main() -> None:
    path = next(filter(None, map(shutil.which, CHROMIUM)))
    with sync_playwright() as playwright, serving(open_sandbox()) as sandbox:
        person = joined(sandbox)
        sandbox.call(partial(write_many, person=person, count=MESSAGES))
        page = playwright.chromium.launch(executable_path=path).new_page(viewport=DESKTOP)  # type: ignore[arg-type]
        page.goto(f"{sandbox.what.url}/#{person}")
        page.wait_for_function(f"document.querySelectorAll('#feed article').length > {MESSAGES}")
        for turn in range(3):
            frames = sorted(page.evaluate(SCROLL_UP))
            p50, p95 = (frames[int(len(frames) * share)] for share in (0.5, 0.95))
            print(f"turn {turn + 1}: {len(frames)} frames, p50 {p50:.1f} ms, p95 {p95:.1f} ms")
            page.locator("#down").click()


if __name__ == "__main__":
    main()
