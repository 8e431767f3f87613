"""What the pictures looked like when somebody last looked at them: each sample, small and grey.

``python -m tests.charts.golden`` keeps them as they are drawn now; look at the pictures before.
"""

from __future__ import annotations

import io
from pathlib import Path

from PIL import Image, ImageChops, ImageStat

from bot.charts.drawing import draw_chart
from tests.charts.samples import CHARTS

FOLDER = Path(__file__).parent / "golden"
WIDTH = 90  # pixels: a moved block shows, the edge of a letter does not


def small(png: bytes) -> Image.Image:
    with Image.open(io.BytesIO(png)) as picture:
        height = max(1, round(picture.height * WIDTH / picture.width))
        return picture.convert("L").resize((WIDTH, height), Image.Resampling.BOX)


def difference(first: Image.Image, second: Image.Image) -> float:
    """The mean difference of two pictures of one size in shares of white, 0…1."""
    return float(ImageStat.Stat(ImageChops.difference(first, second)).mean[0]) / 255


def golden(name: str) -> Path:
    return FOLDER / f"{name}.png"


if __name__ == "__main__":
    FOLDER.mkdir(exist_ok=True)
    for name, chart in CHARTS.items():
        small(draw_chart(chart)).save(golden(name), optimize=True)
