"""What a failed call to Telegram means for the message: the classes of ``Failure`` decide what follows."""

from __future__ import annotations

from enum import StrEnum

from aiogram.exceptions import (
    ClientDecodeError,
    TelegramAPIError,
    TelegramEntityTooLarge,
    TelegramMigrateToChat,
    TelegramNetworkError,
    TelegramRetryAfter,
    TelegramServerError,
)


class Failure(StrEnum):
    RETRY_AFTER = "retry_after"  # 429: all senders wait as long as Telegram says
    LATER = "later"  # 5xx, network, time-out, garbage: it may have been delivered
    GONE = "gone"  # the person blocked the bot or left Telegram
    MOVED = "moved"  # a group became a supergroup with a new id
    REFUSED = "refused"  # our fault: trying again would be refused again


# Any other 403 speaks of this one message, not of the person.
_GONE = frozenset(
    {
        "Forbidden: bot was blocked by the user",
        "Forbidden: user is deactivated",
        "Bad Request: chat not found",
    }
)


class CallFailed(Exception):
    """A Bot API call without a result; ``description`` is Telegram's own or a network error's class."""

    def __init__(self, failure: Failure, description: str, *, wait: float = 0, moved_to: int = 0) -> None:
        super().__init__(failure.value, description)
        self.failure = failure
        self.description = description
        self.wait = wait  # seconds, of RETRY_AFTER
        self.moved_to = moved_to  # chat id, of MOVED

    @property
    def advice(self) -> str:
        """What whoever runs the bot can do about it."""
        if self.description.startswith("Conflict"):
            return "another copy of the bot is running with this token, or a webhook is set: stop it"
        if self.description == "Unauthorized":
            return "BOT_TOKEN is not valid (any more): put the current one from @BotFather into .env"
        return "check the network and BOT_API_URL, and wait for Telegram to answer"


def call_failed(error: Exception) -> CallFailed | None:
    """The class of an error that aiogram raised; None for an error that is none of Telegram's."""
    match error:
        case TelegramRetryAfter():
            return CallFailed(Failure.RETRY_AFTER, error.message, wait=error.retry_after)
        case TelegramMigrateToChat():
            return CallFailed(Failure.MOVED, error.message, moved_to=error.migrate_to_chat_id)
        case TelegramServerError():
            return CallFailed(Failure.LATER, error.message)
        case TelegramEntityTooLarge():
            return CallFailed(Failure.REFUSED, error.message)
        case ClientDecodeError() if isinstance(error.data, dict) and error.data.get("ok"):
            # The call was carried out, but its result has a shape that aiogram does not know.
            return CallFailed(Failure.REFUSED, error.message)
        case TelegramNetworkError() | ClientDecodeError():
            return CallFailed(Failure.LATER, type(error.__cause__ or error).__name__)
        case TelegramAPIError() if error.message in _GONE:
            return CallFailed(Failure.GONE, error.message)
        case TelegramAPIError():
            return CallFailed(Failure.REFUSED, error.message)
    return None
