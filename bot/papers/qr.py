"""A link as a square that a phone's camera reads from a screen or a wall."""

from __future__ import annotations

import io

_SCALE = 12  # pixels a module: read from the last row of a hall on a projector


def qr_png(link: str) -> bytes:
    """A PNG with the quiet margin that the standard wants (ISO/IEC 18004)."""
    import segno  # noqa: PLC0415 - loaded where it draws

    out = io.BytesIO()
    segno.make(link, micro=False, error="m").save(out, kind="png", scale=_SCALE, border=4)
    return out.getvalue()
