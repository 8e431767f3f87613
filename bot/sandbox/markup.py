"""reply_markup: what the Bot API refuses, and the keyboards as they are stored."""

from __future__ import annotations

from typing import Any

from bot.sandbox.calls import Call
from bot.sandbox.errors import bad_request
from bot.sandbox.links import checked_link

BUTTONS_LIMIT = 100
DATA_LIMIT = 64  # bytes; core.telegram.org/bots/api#inlinekeyboardbutton

Markup = dict[str, Any]
_KINDS = ("inline_keyboard", "keyboard", "remove_keyboard", "force_reply")
_ACTIONS = {
    "url",
    "callback_data",
    "web_app",
    "login_url",
    "switch_inline_query",
    "switch_inline_query_current_chat",
    "switch_inline_query_chosen_chat",
    "copy_text",
    "callback_game",
    "pay",
}


def read_markup(call: Call) -> Markup | None:
    """The call's reply_markup, checked; None when absent or without buttons."""
    source = call.json("reply_markup", "reply keyboard markup")
    if source is None or source == {}:
        return None
    if not isinstance(source, dict):
        raise bad_request("object expected as reply markup")
    kind = next((kind for kind in _KINDS if source.get(kind)), None)
    if kind == "inline_keyboard":
        return _inline(source[kind])
    if kind == "keyboard":
        return {**source, "keyboard": _reply_rows(source[kind])}
    return dict(source) if kind else None


def _rows(source: Any, what: str) -> list[list[Any]]:
    if not isinstance(source, list) or not all(isinstance(row, list) for row in source):
        raise bad_request(f"can't parse {what}: expected an Array of Arrays")
    if sum(len(row) for row in source) > BUTTONS_LIMIT:
        raise bad_request("reply markup is too long")
    return source


def _inline(source: Any) -> Markup | None:
    rows = [[_button(button) for button in row] for row in _rows(source, "inline keyboard") if row]
    return {"inline_keyboard": rows} if rows else None


def _button(button: Any) -> Markup:
    what = "can't parse inline keyboard button"
    if not isinstance(button, dict):
        raise bad_request(f"{what}: InlineKeyboardButton must be an Object")
    text = button.get("text")
    if not isinstance(text, str):
        raise bad_request(f'{what}: Can\'t find field "text"')
    if not text.strip():
        raise bad_request("inline keyboard button text must be non-empty")
    actions = _ACTIONS & button.keys()
    if not actions:
        raise bad_request(f"{what}: Text buttons are unallowed in the inline keyboard")
    if "callback_data" in actions and not 1 <= len(str(button["callback_data"]).encode()) <= DATA_LIMIT:
        raise bad_request("BUTTON_DATA_INVALID")
    if "url" in actions:
        url = checked_link(str(button["url"]))
        if not url:
            raise bad_request(f"inline keyboard button URL '{button['url']}' is invalid: Wrong HTTP URL")
        return {**button, "url": url}
    return dict(button)


def _reply_rows(source: Any) -> list[list[Markup]]:
    rows = []
    for row in _rows(source, "keyboard"):
        buttons = [{"text": button} if isinstance(button, str) else button for button in row]
        for button in buttons:
            if not isinstance(button, dict) or not isinstance(button.get("text"), str):
                raise bad_request("can't parse keyboard button: Can't find field \"text\"")
            if not button["text"].strip():
                raise bad_request("keyboard button text must be non-empty")
        rows.append(buttons)
    return rows
