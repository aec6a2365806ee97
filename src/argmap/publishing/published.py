"""What a writer makes of pages."""

from typing import NamedTuple


class Published(NamedTuple):
    """A document, and lines for the user about it."""

    content: str | bytes
    notices: tuple[str, ...] = ()
