"""Where a `{…}` block ends, by the reference's pattern and not by balancing braces."""

import re
from bisect import bisect_left, bisect_right
from functools import cached_property

from argmap.syntax.reference.javascript import SPACE

LONGEST_DATA = 2_097_143
"""Characters behind a brace up to where data must end at the latest, whether they are data or not.

The pattern for data keeps a place to return to for each of them. Measured like the limits of the
strict reader: it is the last number with which the reference still goes on.
"""

_STOP = re.compile(rf"\}}(?=[{SPACE}][^,}}])|[\r\u2028\u2029]")
_END = re.compile(rf"\}}(?![{SPACE}]*+[,}}])")


class DataBlocks:
    """A block ends at the last `}` up to a stop that neither `,` nor `}` follows.

    A stop is a `}` with a blank behind it and anything but `,` or `}` behind that; a carriage
    return is one as well, so that no block runs over lines that end in it.
    """

    def __init__(self, text: str) -> None:
        self._text = text

    @cached_property
    def _stops(self) -> list[int]:
        return [match.start() for match in _STOP.finditer(self._text)]

    @cached_property
    def _ends(self) -> list[int]:
        return [match.start() for match in _END.finditer(self._text)]

    def _limit(self, start: int) -> int:
        stop = bisect_right(self._stops, start)
        return self._stops[stop] if stop < len(self._stops) else len(self._text)

    def is_endless(self, start: int) -> bool:
        """Tell whether the reference gives up in looking for the end of the block at an offset."""
        return self._limit(start) - start - 1 > LONGEST_DATA

    def end(self, start: int) -> int | None:
        """Return the offset behind the block that begins at an offset, or None."""
        last = bisect_right(self._ends, self._limit(start)) - 1
        if last < bisect_left(self._ends, start + 1):
            return None
        return self._ends[last] + 1
