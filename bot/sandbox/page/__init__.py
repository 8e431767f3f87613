"""The chat page: every persona's messenger in a browser, fed by server-sent events."""
