"""Small pictures of honest ones, and none of the others."""

from __future__ import annotations

import io
import struct
import zlib

import pytest
from PIL import Image

from storage.thumbnails import SIDE, thumbnail


def picture(width: int, height: int, kind: str = "JPEG", *, turned: bool = False) -> bytes:
    file = io.BytesIO()
    exif = Image.Exif()
    if turned:
        exif[0x0112] = 6  # the camera was held upright
    Image.new("RGB", (width, height), (10, 90, 120)).save(file, kind, exif=exif)
    return file.getvalue()


def bomb(side: int) -> bytes:
    """The header of a PNG of so many pixels a side, and hardly anything behind it."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    header = struct.pack(">IIBBBBB", side, side, 8, 2, 0, 0, 0)
    return (
        b"\x89PNG\r\n\x1a\n"
        + chunk(b"IHDR", header)
        + chunk(b"IDAT", zlib.compress(b""))
        + chunk(b"IEND", b"")
    )


@pytest.mark.parametrize(
    ("data", "size"),
    [
        (picture(1600, 1200), (SIDE, 240)),
        (picture(1600, 1200, turned=True), (240, SIDE)),
        (picture(90, 60, "PNG"), (90, 60)),
    ],
)
def test_the_longer_side_fits(data: bytes, size: tuple[int, int]) -> None:
    small = thumbnail(data)
    assert small is not None
    with Image.open(io.BytesIO(small)) as made:
        assert (made.format, made.size) == ("JPEG", size)


@pytest.mark.parametrize("data", [b"", b"%PDF-1.7", picture(400, 300)[:600], bomb(9_000), bomb(60_000)])
def test_of_what_is_no_picture_there_is_none(data: bytes) -> None:
    assert thumbnail(data) is None
