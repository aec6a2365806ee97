"""Where a `{…}` block ends, by the reference's pattern and not by balancing braces."""

import re

_SPACE = "\t\n\v\f\r \u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000\ufeff"
_STOP = re.compile(rf"[\r\u2028\u2029]|\}}(?=[{_SPACE}][^,}}])")
_GOES_ON = re.compile(rf"[{_SPACE}]*[,}}]")


class DataBlocks:
    """A block ends at the last `}` before a stop that neither `,` nor `}` follows.

    A stop is a `}` with a blank behind it and anything but `,` or `}` behind that; a carriage
    return is one as well, so that no block runs over lines that end in it.
    """

    def __init__(self, text: str) -> None:
        self._text = text
        self._stop = -1  # the stop that is known, and the last closing brace up to it
        self._closing = -1

    def end(self, start: int) -> int | None:
        """Return the offset behind the block that begins at an offset, or None."""
        if self._stop <= start:
            match = _STOP.search(self._text, start + 1)
            self._stop = match.start() if match else len(self._text)
            self._closing = self._last_closing(start)
        return self._closing + 1 if self._closing > start else None

    def _last_closing(self, start: int) -> int:
        position = self._stop + 1
        while (position := self._text.rfind("}", start + 1, position)) >= 0:
            if not _GOES_ON.match(self._text, position + 1):
                return position
        return -1
