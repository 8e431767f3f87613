"""The menu, and how people come in."""

from __future__ import annotations

from tests.architecture.rights.row import Row

ROWS: tuple[Row, ...] = (
    # The menu: strangers learn how to get a link.
    Row("command start", "", "everyone"),
    Row("press home", "home", "everyone"),
    Row("command help", "", "everyone"),
    Row("command lang", "", "everyone"),
    Row("press lang", "lang:en", "everyone"),
    Row("text ", "Покажите план", "everyone"),
    # Coming in: a link serves whoever opens it, what was opened is theirs alone.
    Row("command start inv", "{token}", "anyone", says="error-invite-used"),
    *(
        Row(f"press {key}", f"{key}:{{claim}}", "=stranger", stale="anyone")
        for key in ("join-yes", "join-name", "join")
    ),
    Row("press join-no", "join-no:{claim}", "anyone", says="join-declined"),
    Row("text join-name", "Иван Петров", "=stranger", stale="anyone", data={"invite": "{claim}"}),
)
