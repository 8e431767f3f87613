"""Methods that write, edit and delete messages, and answer presses."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from bot.sandbox.calls import Call
from bot.sandbox.chats import Chat, Message, Toast
from bot.sandbox.entities import FormattedText
from bot.sandbox.errors import bad_request
from bot.sandbox.formatting import CAPTION_LIMIT, TEXT_LIMIT, formatted
from bot.sandbox.markup import Markup, read_markup
from bot.sandbox.methods import method
from bot.sandbox.state import State

ANSWER_LIMIT = 200  # core.telegram.org/bots/api#answercallbackquery
DELETE_WITHIN = timedelta(hours=48)  # core.telegram.org/bots/api#deletemessage


def read_text(call: Call) -> FormattedText:
    if not call.has("text"):
        raise bad_request("message text is empty")
    return formatted(
        call.text("text"),
        parse_mode=call.text("parse_mode"),
        entities=call.array("entities"),
    )


def read_caption(source: Call) -> FormattedText:
    return formatted(
        source.text("caption"),
        parse_mode=source.text("parse_mode"),
        entities=source.array("caption_entities"),
    )


def check_text(content: FormattedText) -> FormattedText:
    if not content.text:
        raise bad_request("text must be non-empty")
    if len(content.text) > TEXT_LIMIT:
        raise bad_request("message is too long")
    return content


def check_caption(content: FormattedText) -> FormattedText:
    if len(content.text) > CAPTION_LIMIT:
        raise bad_request("message caption is too long")
    return content


def post_details(state: State, call: Call, chat: Chat) -> dict[str, Any]:
    """Keyboard, reply and protection, common to everything that is sent."""
    reply = call.object("reply_parameters", "ReplyParameters")
    reply_to = reply.integer("message_id") or call.integer("reply_to_message_id")
    if reply_to and reply_to not in chat.messages:
        if not reply.flag("allow_sending_without_reply"):
            raise bad_request("message to be replied not found")
        reply_to = 0
    return {"markup": read_markup(call), "reply_to": reply_to, "protected": call.flag("protect_content")}


@method
def send_message(state: State, call: Call) -> dict[str, Any]:
    content = read_text(call)
    chat = state.chat_for_bot(call.text("chat_id"))
    details = post_details(state, call, chat)
    return state.post(chat, state.bot, check_text(content), **details).to_json()


def message_to_edit(state: State, call: Call) -> Message:
    chat = state.chat_for_bot(call.text("chat_id"))
    if not call.has("message_id"):
        raise bad_request("message identifier is not specified")
    message = chat.messages.get(call.integer("message_id"))
    if message is None:
        raise bad_request("message to edit not found")
    if message.sender is not state.bot:
        raise bad_request("message can't be edited")
    return message


def apply_edit(state: State, message: Message, **changed: Any) -> dict[str, Any]:
    """Writes the named fields, or refuses an edit that would change nothing."""
    if all(getattr(message, name) == value for name, value in changed.items()):
        raise bad_request(
            "message is not modified: specified new message content and reply markup are exactly the same "
            "as a current content and reply markup of the message"
        )
    for name, value in changed.items():
        setattr(message, name, value)
    message.edited = state.now()
    state.touch(message)
    return message.to_json()


def read_edit_markup(call: Call) -> Markup | None:
    markup = read_markup(call)
    if markup is not None and "inline_keyboard" not in markup:
        raise bad_request("inline keyboard expected")
    return markup


@method
def edit_message_text(state: State, call: Call) -> dict[str, Any]:
    content = read_text(call)
    message = message_to_edit(state, call)
    markup = read_edit_markup(call)
    if message.media is not None:
        raise bad_request("there is no text in the message to edit")
    return apply_edit(state, message, content=check_text(content), markup=markup)


@method
def edit_message_caption(state: State, call: Call) -> dict[str, Any]:
    content = read_caption(call)
    message = message_to_edit(state, call)
    markup = read_edit_markup(call)
    if message.media is None:
        raise bad_request("there is no caption in the message to edit")
    return apply_edit(state, message, content=check_caption(content), markup=markup)


@method
def edit_message_reply_markup(state: State, call: Call) -> dict[str, Any]:
    message = message_to_edit(state, call)
    return apply_edit(state, message, markup=read_edit_markup(call))


@method
def delete_message(state: State, call: Call) -> bool:
    chat = state.chat_for_bot(call.text("chat_id"))
    message = chat.messages.get(call.integer("message_id"))
    if message is None:
        raise bad_request("message to delete not found")
    if chat.kind != "private" and message.sender is not state.bot:
        raise bad_request("message can't be deleted")  # the bot is no administrator of the group
    if state.now() - message.date > DELETE_WITHIN:
        raise bad_request("message can't be deleted for everyone")
    state.remove(message)
    return True


@method
def delete_messages(state: State, call: Call) -> bool:
    """Skips what it does not find, as the real method does."""
    chat = state.chat_for_bot(call.text("chat_id"))
    ids = call.array("message_ids")
    if not ids:
        raise bad_request("message identifiers are not specified")
    for message_id in ids:
        if not isinstance(message_id, int):
            raise bad_request("invalid message identifier specified")
        message = chat.messages.get(message_id)
        if message is not None and state.now() - message.date <= DELETE_WITHIN:
            state.remove(message)
    return True


@method
def answer_callback_query(state: State, call: Call) -> bool:
    press = state.open_press(call.text("callback_query_id"))
    text = call.text("text")
    if len(text) > ANSWER_LIMIT:
        raise bad_request("MESSAGE_TOO_LONG")
    if not press.answered and text:
        press.person.toasts.append(Toast(text, call.flag("show_alert")))
    press.answered = True
    state.changes.announce()
    return True
