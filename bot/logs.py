"""Logs: one JSON object a line on standard error, with neither the bot's token nor people's words."""

from __future__ import annotations

import json
import logging
import re
import sys
import traceback
from datetime import UTC, datetime
from typing import TextIO

# The Bot API's addresses carry the token, and so do the errors of a failed download.
_TOKEN = re.compile(r"\d{5,}:[\w-]{30,}")
_OWN = frozenset(vars(logging.makeLogRecord({}))) | {"message", "asctime", "taskName"}


def masked(text: str) -> str:
    """``text`` with every bot token replaced."""
    return _TOKEN.sub("***", text)


class JsonLines(logging.Formatter):
    """``extra`` fields become fields of the line. Of an exception the class and the places are kept.

    The message of an exception may quote what a person typed (a ValueError does), so it stays out.
    """

    def format(self, record: logging.LogRecord) -> str:
        line: dict[str, object] = {
            "at": datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds"),
            "level": record.levelname,
            "logger": record.name,
            "message": record.getMessage(),
        }
        line |= {key: value for key, value in vars(record).items() if key not in _OWN}
        if record.exc_info and (error := record.exc_info[1]):
            line["error"] = error_name(error)
            line["places"] = [
                f"{frame.filename}:{frame.lineno} {frame.name}"
                for frame in traceback.extract_tb(error.__traceback__)[-6:]
            ]
        return masked(json.dumps(line, ensure_ascii=False, default=str))


def error_name(error: BaseException) -> str:
    """The class of an error and of its cause: what may be logged and stored of it."""
    cause = error.__cause__
    return f"{type(error).__name__} from {type(cause).__name__}" if cause else type(error).__name__


def set_up_logs(level: str, stream: TextIO = sys.stderr) -> None:
    """Send every logger's lines through :class:`JsonLines`."""
    handler = logging.StreamHandler(stream)
    handler.setFormatter(JsonLines())
    # Below INFO libraries quote what they carry, people's words and the token among it.
    libraries = max(logging.getLevelNamesMapping()[level], logging.INFO)
    logging.basicConfig(level=libraries, handlers=[handler], force=True)
    for name in ("bot", "handlers", "storage"):
        logging.getLogger(name).setLevel(level)
    # A line for each beat and each start is no news.
    for name in ("apscheduler", "alembic"):
        logging.getLogger(name).setLevel(logging.WARNING)
