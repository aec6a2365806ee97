"""Words as they may stand in a picture: nothing in them can break a file or disturb its layout."""

import re
from functools import lru_cache

_SPACES = re.compile(r"[\s\u2028\u2029\u0085]+")
# Characters that XML forbids, half surrogate pairs, and non-characters.
_FORBIDDEN = re.compile(
    r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]"
    r"|[\U0001fffe\U0001ffff\U0002fffe\U0002ffff\U0010fffe\U0010ffff]"
)
# Marks that turn the direction of what follows: a claim could change the look of its neighbours.
_DIRECTION = re.compile(r"[\u202a-\u202e\u2066-\u2069\ufeff]")


@lru_cache(maxsize=4096)
def printable(text: str) -> str:
    """Return a text in one line, with what cannot be printed replaced by U+FFFD or left out."""
    spaced = _SPACES.sub(" ", text)
    return _SPACES.sub(" ", _DIRECTION.sub("", without_forbidden(spaced))).strip()


def without_forbidden(text: str) -> str:
    """Replace by U+FFFD what XML forbids or advises against; blanks and line ends stay."""
    return _FORBIDDEN.sub("\ufffd", text)


def escape(text: str) -> str:
    """Escape a printable text for XML and HTML, for contents and for attributes alike."""
    return (
        text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace('"', "&quot;")
        .replace("'", "&#39;")
    )
