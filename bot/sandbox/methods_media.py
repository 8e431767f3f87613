"""Methods that send photos, documents and albums, and replace them in place."""

from __future__ import annotations

from typing import Any

from bot.sandbox.calls import Call
from bot.sandbox.errors import bad_request
from bot.sandbox.files import Kind, StoredFile
from bot.sandbox.methods import method
from bot.sandbox.methods_messages import (
    apply_edit,
    check_caption,
    message_to_edit,
    post_details,
    read_caption,
    read_edit_markup,
)
from bot.sandbox.state import State

ALBUM_LIMIT = 10  # core.telegram.org/bots/api#sendmediagroup


def _file(state: State, call: Call, kind: Kind, reference: str, part: str) -> StoredFile:
    """An upload in ``part`` or behind attach://, or a file sent before by its id."""
    upload = call.uploads.get(part)
    if reference.startswith("attach://"):
        upload = call.uploads.get(reference.removeprefix("attach://"))
    if upload is not None:
        return state.files.add(kind, upload.data, upload.name, upload.mime)
    if not reference:
        raise bad_request(f"there is no {kind} in the request")
    return state.files.by_id(reference, kind)


def _send(state: State, call: Call, kind: Kind) -> dict[str, Any]:
    content = read_caption(call)
    chat = state.chat_for_bot(call.text("chat_id"))
    details = post_details(state, call, chat)
    check_caption(content)
    media = _file(state, call, kind, call.text(kind), kind)
    return state.post(chat, state.bot, content, media=media, **details).to_json()


@method
def send_photo(state: State, call: Call) -> dict[str, Any]:
    return _send(state, call, "photo")


@method
def send_document(state: State, call: Call) -> dict[str, Any]:
    return _send(state, call, "document")


def _input_media(item: Any, call: Call) -> tuple[Kind, Call]:
    """The kind of an InputMedia and a call that reads its own fields."""
    if not isinstance(item, dict):
        raise bad_request("can't parse InputMedia: expected an Object")
    if not item.get("media"):
        raise bad_request("can't parse InputMedia: media not found")
    match item.get("type"):
        case "photo":
            return "photo", Call(call.name, item, call.uploads)
        case "document":
            return "document", Call(call.name, item, call.uploads)
        case "video" | "audio" | "animation" | "live_photo":
            raise bad_request(f"media of type {item['type']} is not supported by the sandbox")
    raise bad_request("can't parse InputMedia: media type invalid")


@method
def send_media_group(state: State, call: Call) -> list[dict[str, Any]]:
    """All or nothing: every item is checked before the first is shown."""
    items = [_input_media(item, call) for item in call.array("media")]
    chat = state.chat_for_bot(call.text("chat_id"))
    if not items:
        raise bad_request("there are no messages to send")
    if len(items) > ALBUM_LIMIT:
        raise bad_request("too many messages to send as an album")
    if len({kind for kind, _ in items}) > 1:
        raise bad_request("document can't be mixed with other media types")
    details = post_details(state, call, chat) | {"markup": None}
    ready = [
        (check_caption(read_caption(item)), _file(state, item, kind, item.text("media"), ""))
        for kind, item in items
    ]
    album = state.next_album() if len(ready) > 1 else ""
    return [
        state.post(chat, state.bot, content, media=media, album=album, **details).to_json()
        for content, media in ready
    ]


@method
def edit_message_media(state: State, call: Call) -> dict[str, Any]:
    """Also turns a text message into one with media, as the Bot API has done since 7.9."""
    kind, item = _input_media(call.json("media", "InputMedia"), call)
    content = check_caption(read_caption(item))
    message = message_to_edit(state, call)
    markup = read_edit_markup(call)
    if message.album and message.media and message.media.kind != kind:
        raise bad_request("document can't be mixed with other media types")
    media = _file(state, item, kind, item.text("media"), "")
    return apply_edit(state, message, media=media, content=content, markup=markup)
