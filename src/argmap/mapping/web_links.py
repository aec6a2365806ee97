"""Where a node leads on the web: its `url:`, else that of its source, if it is safe to follow.

A map may come from anybody. What is no plain address of the web or of mail stays words.
"""

from collections.abc import Mapping
from urllib.parse import urlsplit

from argmap.model.graph import Argument, Statement

SCHEMES = frozenset({"http", "https", "mailto"})
_LONGEST = 2000
_NOT_IN_ADDRESS = frozenset("\"'<>\\^`{|}")


def safe_link(value: object) -> str | None:
    """Return an address that a reader can be led to, or None.

    It has one of the schemes above, a host (or a mailbox), and no character that would have to be
    quoted: no space, no control character, no mark that turns the direction of writing.
    """
    if not isinstance(value, str) or not value or len(value) > _LONGEST:
        return None
    if any(not sign.isprintable() or sign.isspace() or sign in _NOT_IN_ADDRESS for sign in value):
        return None
    try:
        address = urlsplit(value)
        host = address.hostname
    except ValueError:
        return None
    if address.scheme.casefold() not in SCHEMES:
        return None
    if address.scheme.casefold() == "mailto":
        return value if "@" in address.path and not address.netloc else None
    # What stands before an @ looks like the host and is none.
    return value if host and "@" not in address.netloc else None


def link_of(node: Statement | Argument, sources: Mapping[str, object]) -> str | None:
    """Return where a node leads; `sources` is the table of the front matter."""
    own = safe_link(node.data.get("url"))
    if own is not None:
        return own
    key = node.data.get("source")
    entry = sources.get(key) if isinstance(key, str) else None
    if isinstance(entry, Mapping):
        return safe_link(entry.get("url"))
    return safe_link(entry if entry is not None else key)
