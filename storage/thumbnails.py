"""A small picture of a big one, made without trusting it."""

from __future__ import annotations

import io

SIDE = 320  # pixels (core.telegram.org/bots/api#senddocument: the side of a thumbnail)
_MOST_PIXELS = 60_000_000  # a phone's largest photos; decoded they take 180 MB


def thumbnail(data: bytes) -> bytes | None:
    """A JPEG of at most :data:`SIDE` pixels a side, upright; None of what is no picture, or a bomb."""
    from PIL import Image, ImageOps  # noqa: PLC0415 - loaded where it works, not when the bot starts

    try:
        with Image.open(io.BytesIO(data)) as picture:
            if picture.width * picture.height > _MOST_PIXELS:
                return None
            picture.draft("RGB", (SIDE * 2, SIDE * 2))  # a JPEG is decoded small from the start
            upright = ImageOps.exif_transpose(picture).convert("RGB")
            upright.thumbnail((SIDE, SIDE))
            small = io.BytesIO()
            upright.save(small, "JPEG", quality=80)
    # Hostile bytes make Pillow fail in ways of every kind; a file without a small picture is still a file.
    except (OSError, ValueError, SyntaxError, Image.DecompressionBombError, Image.DecompressionBombWarning):
        return None
    return small.getvalue()
