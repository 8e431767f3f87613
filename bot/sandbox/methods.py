"""The Bot API methods by name. Each takes the state and a call and returns the `result` of the answer."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any, TypeVar

from bot.sandbox.calls import Call
from bot.sandbox.errors import bad_request
from bot.sandbox.state import State

Method = Callable[[State, Call], Any]
METHODS: dict[str, Method] = {}
_M = TypeVar("_M", bound=Method)

_ACTIONS = {
    "typing",
    "upload_photo",
    "record_video",
    "upload_video",
    "record_voice",
    "upload_voice",
    "upload_document",
    "choose_sticker",
    "find_location",
    "record_video_note",
    "upload_video_note",
}
COMMANDS_LIMIT = 100
COMMAND_LIMIT = 32
DESCRIPTION_LIMIT = 256


def method(function: _M) -> _M:
    """Registers a function under its camel-case name; method names ignore case."""
    METHODS[function.__name__.replace("_", "")] = function
    return function


@method
def get_me(state: State, call: Call) -> dict[str, Any]:
    return {
        **state.bot.to_json(),
        "can_join_groups": True,
        "can_read_all_group_messages": False,
        "supports_inline_queries": False,
        "can_connect_to_business": False,
        "has_main_web_app": False,
    }


@method
def get_chat(state: State, call: Call) -> dict[str, Any]:
    chat = state.chat_for_bot(call.text("chat_id"))
    return {
        **chat.to_json(),
        "accent_color_id": chat.id % 7,
        "max_reaction_count": 11,
        "accepted_gift_types": dict.fromkeys(
            (
                "unlimited_gifts",
                "limited_gifts",
                "unique_gifts",
                "premium_subscription",
                "gifts_from_channels",
            ),
            False,
        ),
    }


@method
def send_chat_action(state: State, call: Call) -> bool:
    chat = state.chat_for_bot(call.text("chat_id"))
    action = call.text("action").lower()
    if action not in _ACTIONS:
        raise bad_request("wrong parameter action in request")
    chat.typing = action
    state.changes.announce()
    return True


@method
def get_file(state: State, call: Call) -> dict[str, Any]:
    file = state.files.for_download(call.text("file_id"))
    return {**file.identity(), "file_path": file.path}


@method
def set_my_commands(state: State, call: Call) -> bool:
    key = _command_key(state, call)
    commands = [_command(item) for item in call.array("commands")]
    if len(commands) > COMMANDS_LIMIT:
        raise bad_request("BOT_COMMANDS_TOO_MUCH")
    state.commands[key] = commands
    state.changes.announce()
    return True


@method
def get_my_commands(state: State, call: Call) -> list[dict[str, str]]:
    return state.commands.get(_command_key(state, call), [])


@method
def delete_my_commands(state: State, call: Call) -> bool:
    state.commands.pop(_command_key(state, call), None)
    state.changes.announce()
    return True


def _command_key(state: State, call: Call) -> tuple[str, str]:
    """Scope and language; a chat's scope carries its id."""
    scope = call.object("scope", "BotCommandScope")
    kind = scope.text("type", "default")
    language = call.text("language_code")
    if language and not re.fullmatch(r"[a-z]{2}", language):
        raise bad_request("invalid language code specified")
    match kind:
        case "default" | "all_private_chats" | "all_group_chats" | "all_chat_administrators":
            return kind, language
        case "chat":
            chat_id = scope.integer("chat_id")
            if chat_id not in state.chats:
                raise bad_request("chat not found")
            return f"chat {chat_id}", language
        case "chat_administrators" | "chat_member":
            raise bad_request("can't use specified scope in private chats")
    raise bad_request("can't parse BotCommandScope: unsupported type specified")


def _command(item: Any) -> dict[str, str]:
    if not isinstance(item, dict):
        raise bad_request("can't parse BotCommand: expected an Object")
    command = str(item.get("command", "")).strip().removeprefix("/")
    description = str(item.get("description", "")).strip()
    if not command:
        raise bad_request("command must be non-empty")
    if len(command) > COMMAND_LIMIT:
        raise bad_request(f"command length must not exceed {COMMAND_LIMIT}")
    if not description:
        raise bad_request("command description must be non-empty")
    if len(description) > DESCRIPTION_LIMIT:
        raise bad_request(f"command description length must not exceed {DESCRIPTION_LIMIT}")
    if not re.fullmatch(r"[a-z0-9_]+", command):
        raise bad_request("BOT_COMMAND_INVALID")
    return {"command": command, "description": description}
