"""What a page's Content Security Policy lets through: styles and scripts, each by its hash."""

import hashlib
from base64 import b64encode


def source_hash(text: str) -> str:
    """Return the hash of a style sheet or a script as a policy names it, with its quotes."""
    digest = b64encode(hashlib.sha256(text.encode("utf-8")).digest()).decode("ascii")
    return f"'sha256-{digest}'"
