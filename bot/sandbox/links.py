"""Which addresses Telegram takes for a link."""

from __future__ import annotations

import re
from urllib.parse import urlsplit


def checked_link(url: str) -> str:
    """The URL as Telegram keeps it (scheme added, host lowered, «/» after a bare host), "" if it is none."""
    url = url.strip()
    if re.match(r"(?:tg|ton|tonsite):", url, re.IGNORECASE):
        return url
    try:
        parts = urlsplit(url if "://" in url else f"http://{url}")
        host = parts.hostname or ""
    except ValueError:
        return ""
    if parts.scheme.lower() not in {"http", "https", "ftp"} or re.search(r"\s", url):
        return ""
    if "." not in host.strip(".") and host != "localhost":
        return ""
    netloc = parts.netloc.replace(parts.netloc.rpartition("@")[2], parts.netloc.rpartition("@")[2].lower())
    return parts._replace(scheme=parts.scheme.lower(), netloc=netloc, path=parts.path or "/").geturl()
