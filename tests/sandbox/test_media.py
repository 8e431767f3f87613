"""Files both ways, photos, albums, and their limits."""

from __future__ import annotations

import json
import struct

import pytest

from bot.sandbox.files import DOWNLOAD_LIMIT, PHOTO_LIMIT, UPLOAD_LIMIT, FileStore, picture_size
from bot.sandbox.persona import Persona
from tests.sandbox.conftest import Api, png


async def test_a_photo_has_its_real_size(api: Api, anna: Persona) -> None:
    data = png(64, 48)
    body = await api.upload(
        "sendPhoto", {"photo": ("chart.png", data)}, chat_id=anna.id, caption="<b>Ход</b>", parse_mode="HTML"
    )
    size = body["result"]["photo"][-1]
    assert (size["width"], size["height"], size["file_size"]) == (64, 48, len(data))
    assert body["result"]["caption_entities"] == [{"type": "bold", "offset": 0, "length": 3}]
    assert (anna.last.photo, anna.last.html) == (data, "<b>Ход</b>")
    again = await api.ok("sendPhoto", chat_id=anna.id, photo=size["file_id"])
    assert again["photo"][-1] == size
    assert await api.refusal("sendDocument", chat_id=anna.id, document=size["file_id"]) == (
        400,
        "Bad Request: can't use file of type Photo as Document",
    )


async def test_a_document_goes_both_ways(api: Api, anna: Persona) -> None:
    data = "район;школа\n".encode() * 1000
    await anna.send_file("план 2026.csv", data, caption="вот", wait=False)
    message = (await api.ok("getUpdates"))[-1]["message"]
    document = message["document"]
    assert (message["caption"], document["file_name"], document["mime_type"]) == (
        "вот",
        "план 2026.csv",
        "text/csv",
    )
    file = await api.ok("getFile", file_id=document["file_id"])
    url = f"{api.sandbox.url}/file/bot{api.sandbox.token}/{file['file_path']}"
    async with api.http.get(url) as answer:
        assert await answer.read() == data
    sent = await api.upload("sendDocument", {"document": ("план.csv", data)}, chat_id=anna.id)
    assert sent["result"]["document"]["file_unique_id"] == document["file_unique_id"]
    assert anna.last.document == ("план.csv", data)


async def test_the_largest_files(api: Api, anna: Persona) -> None:
    body = await api.upload("sendDocument", {"document": ("a", bytes(DOWNLOAD_LIMIT + 1))}, chat_id=anna.id)
    document = body["result"]["document"]
    assert await api.refusal("getFile", file_id=document["file_id"]) == (400, "Bad Request: file is too big")
    body = await api.upload("sendDocument", {"document": ("a", bytes(UPLOAD_LIMIT + 2**20))}, chat_id=anna.id)
    assert (body["error_code"], body["description"]) == (413, "Request Entity Too Large")


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"", "file must be non-empty"),
        (b"GIF?", "IMAGE_PROCESS_FAILED"),
        (png(1, 21), "PHOTO_INVALID_DIMENSIONS"),
        (png(9990, 11), "PHOTO_INVALID_DIMENSIONS"),
        (
            bytes(PHOTO_LIMIT + 1),
            "file of size 10485761 bytes is too big for a photo; the maximum size is 10485760 bytes",
        ),
    ],
)
async def test_refused_photos(api: Api, anna: Persona, data: bytes, reason: str) -> None:
    body = await api.upload("sendPhoto", {"photo": ("a.png", data)}, chat_id=anna.id)
    assert body["description"] == f"Bad Request: {reason}"


async def test_refused_references(api: Api, anna: Persona) -> None:
    for photo, reason in (
        ("", "there is no photo in the request"),
        ("nonsense", "wrong file identifier/HTTP URL specified"),
        ("https://example.org/a.png", "failed to get HTTP URL content"),
    ):
        assert await api.refusal("sendPhoto", chat_id=anna.id, photo=photo) == (
            400,
            f"Bad Request: {reason}",
        )
    long = await api.upload("sendPhoto", {"photo": ("a.png", png(2, 2))}, chat_id=anna.id, caption="а" * 1025)
    assert long["description"] == "Bad Request: message caption is too long"


def item(kind: str, part: str, **more: str) -> dict[str, str]:
    return {"type": kind, "media": f"attach://{part}", **more}


async def test_an_album_is_all_or_nothing(api: Api, anna: Persona) -> None:
    pictures = {"a": ("a.png", png(2, 2)), "b": ("b.png", png(3, 3)), "bad": ("bad.png", b"no picture")}
    album = [item("photo", "a", caption="<i>первая</i>", parse_mode="HTML"), item("photo", "b")]
    body = await api.upload("sendMediaGroup", pictures, chat_id=anna.id, media=json.dumps(album))
    assert len({message["media_group_id"] for message in body["result"]}) == 1
    assert [(m.photo, m.html) for m in anna.screen[1:]] == [
        (pictures["a"][1], "<i>первая</i>"),
        (pictures["b"][1], ""),
    ]
    for media, reason in (
        ([*album, item("photo", "bad")], "IMAGE_PROCESS_FAILED"),
        ([*album, item("document", "a")], "document can't be mixed with other media types"),
        ([*album, item("photo", "missing")], "wrong file identifier/HTTP URL specified"),
        (album * 6, "too many messages to send as an album"),
        ([], "there are no messages to send"),
    ):
        body = await api.upload("sendMediaGroup", pictures, chat_id=anna.id, media=json.dumps(media))
        assert body["description"] == f"Bad Request: {reason}"
    assert len(anna.screen) == 3


async def test_media_are_replaced_in_place(api: Api, anna: Persona) -> None:
    await api.upload("sendPhoto", {"photo": ("a.png", png(2, 2))}, chat_id=anna.id, caption="было")
    here = {"chat_id": anna.id, "message_id": anna.last.message_id}
    await api.ok("editMessageCaption", **here, caption="стало")
    assert (anna.last.text, anna.last.photo) == ("стало", png(2, 2))
    media = json.dumps(item("document", "new", caption="файл"))
    await api.upload("editMessageMedia", {"new": ("b.txt", b"b")}, **here, media=media)
    assert (anna.last.text, anna.last.photo, anna.last.document) == ("файл", None, ("b.txt", b"b"))
    assert await api.refusal("editMessageText", **here, text="а") == (
        400,
        "Bad Request: there is no text in the message to edit",
    )
    await api.ok("sendMessage", chat_id=anna.id, text="текст")
    here["message_id"] = anna.last.message_id
    await api.upload("editMessageMedia", {"new": ("c.txt", b"c")}, **here, media=media)
    assert anna.last.document == ("c.txt", b"c")


def test_sizes_are_read_from_headers() -> None:
    frame = b"\xff\xc0" + struct.pack(">HBHH", 17, 8, 480, 640) + bytes(12)
    jpeg = b"\xff\xd8" + b"\xff\xe0" + struct.pack(">H", 16) + bytes(14) + frame
    assert picture_size(jpeg) == (640, 480)
    assert picture_size(b"GIF89a" + struct.pack("<HH", 7, 9)) == (7, 9)
    assert picture_size(png(5, 6)) == (5, 6)
    assert picture_size(b"\xff\xd8\xff") is None


def test_names_carry_no_folders() -> None:
    stored = FileStore().add("document", b"x", "..\\..\\etc/passwd.docx")
    assert (stored.name, stored.path) == ("passwd.docx", "documents/file_0.docx")
