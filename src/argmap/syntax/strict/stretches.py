"""How far the longer tokens reach: comments, data, front matter, links, titles and tags.

The reference finds them with regular expressions of JavaScript, whose `.` stops at four line ends
and whose blanks include the byte order mark; both are spelt out here. Nothing is searched for
twice over the same stretch of text, so that no text takes quadratic time.
"""

import re
from bisect import bisect_left, bisect_right
from functools import cached_property

from argmap.syntax.strict.limits import LONGEST_DATA

SPACE = "\t\n\v\f\r \u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000\ufeff"
"""What JavaScript takes for blanks, for use in a character class."""

LINE_ENDS = "\n\r\u2028\u2029"
"""What `.` does not match."""

_LINE_END = re.compile(f"[{LINE_ENDS}]")
_SEPARATOR = re.compile("[\u2028\u2029]")
_EQUALS = re.compile("={3,}")
_DATA_STOP = re.compile(rf"\}}(?=[{SPACE}][^,}}])|[\r\u2028\u2029]")
_DATA_END = re.compile(rf"\}}(?![{SPACE}]*+[,}}])")
_BELOW_EMPTY_LINE = re.compile(r"(?:[ \t]*+\r\n|\n|\r)*+")
_BELOW_LINE_END = re.compile(r"(?:[ \t]*+(?:\r\n|\n|\r)(?![ \t]*+[\r\n]))?")
_TAG = re.compile("#[a-zA-z0-9\\-\u00a0-\ud7ff\uf900-\ufdcf\ufdf0-\uffef]+[ \\t]?")


class _Search:
    """Finds the next place of a pattern; remembers it until reading has gone past."""

    def __init__(self, text: str, pattern: re.Pattern[str]) -> None:
        self._text, self._pattern = text, pattern
        self._from, self._found = 0, -1

    def next(self, start: int) -> int:
        """Return the first offset of the pattern at or after `start`, or the text's length."""
        if not self._from <= start <= self._found:
            match = self._pattern.search(self._text, start)
            self._from, self._found = start, match.start() if match else len(self._text)
        return self._found


class Stretches:
    """Tells for one text where a token that begins at an offset ends; None if there is none."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._line_end = _Search(text, _LINE_END)
        self._separator = _Search(text, _SEPARATOR)
        self._equals = _Search(text, _EQUALS)
        self._marks: dict[str, _Search] = {}

    def _find(self, mark: str, start: int) -> int | None:
        search = self._marks.get(mark)
        if search is None:
            search = self._marks[mark] = _Search(self._text, re.compile(re.escape(mark)))
        found = search.next(start)
        return found if found < len(self._text) else None

    # -- comments ---------------------------------------------------------------------------

    def comment_end(self, start: int) -> int | None:
        """Return the end of a comment; what comes below it is not included."""
        text = self._text
        if text.startswith("//", start):
            end = self._line_end.next(start)
            return end if end < len(text) and text[end] in "\r\n" else None
        for opening, closing in (("/*", "*/"), ("<!--", "-->")):
            if text.startswith(opening, start):
                found = self._find(closing, start + len(opening))
                if found is None or self._separator.next(start) < found:
                    return None
                return found + len(closing)
        return None

    def below_comment(self, end: int, *, after_empty_line: bool) -> int:
        """Return how far a comment that stands at the start of a line swallows line ends."""
        pattern = _BELOW_EMPTY_LINE if after_empty_line else _BELOW_LINE_END
        match = pattern.match(self._text, end)
        return match.end() if match else end

    # -- data and front matter --------------------------------------------------------------

    @cached_property
    def _data_stops(self) -> list[int]:
        return [match.start() for match in _DATA_STOP.finditer(self._text)]

    @cached_property
    def _data_ends(self) -> list[int]:
        return [match.start() for match in _DATA_END.finditer(self._text)]

    def _data_limit(self, start: int) -> int:
        stop = bisect_right(self._data_stops, start)
        return self._data_stops[stop] if stop < len(self._data_stops) else len(self._text)

    def is_endless(self, start: int) -> bool:
        """Tell whether the reference gives up in looking for the end of the data at an offset."""
        return self._data_limit(start) - start - 1 > LONGEST_DATA

    def data_end(self, start: int) -> int | None:
        """Return the end of the data that begins with the brace at an offset.

        It ends at the last brace that neither `,` nor `}` follows, and does not reach beyond a
        brace with a blank and something else behind it, nor beyond a carriage return.
        """
        limit = self._data_limit(start)
        last = bisect_right(self._data_ends, limit) - 1
        if last < bisect_left(self._data_ends, start + 1):
            return None
        return self._data_ends[last] + 1

    def front_matter_end(self, start: int) -> int | None:
        """Return the end of the second row of equals signs behind the one at an offset."""
        row = _EQUALS.match(self._text, start)
        if row is None:
            return None
        second = _EQUALS.match(self._text, self._equals.next(row.end()))
        if second is not None:
            return second.end()
        return row.end() if row.end() - start >= 6 else None

    # -- titles, links and tags -------------------------------------------------------------

    def definition_end(self, start: int, closing: str) -> int | None:
        """Return the end of `[Title]:` or `<Title>:`."""
        return self._on_one_line(start + 1, closing + ":")

    def reference_end(self, start: int, closing: str) -> int | None:
        """Return the end of `[Title]` or `<Title>`, whose first character may be a line end."""
        text = self._text
        if start + 1 >= len(text) or text[start + 1] == "-":
            return None
        found = self._find(closing, start + 2)
        if found is None or self._line_end.next(start + 2) < found:
            return None
        return found + 1

    def mention_end(self, start: int, closing: str) -> int | None:
        """Return the end of `@[Title]` or `@<Title>`, with one blank behind it."""
        end = self._on_one_line(start + 2, closing)
        return None if end is None else self._with_blank(end)

    def _on_one_line(self, start: int, closing: str) -> int | None:
        """Return the end of a closing mark with something of the same line in front of it."""
        found = self._find(closing, start + 1)
        if found is None or self._line_end.next(start) < found:
            return None
        return found + len(closing)

    def link_end(self, start: int) -> int | None:
        """Return the end of `[text](address)`, with one blank behind it."""
        closing = self._find("]", start + 1)
        if closing is None or closing == start + 1:
            return None
        if not self._text.startswith("(", closing + 1):
            return None
        return self._bracket_end(closing + 1)

    def tag_end(self, start: int) -> int | None:
        """Return the end of `#tag` or `#(tag text)`, with one blank behind it."""
        if self._text.startswith("(", start + 1):
            return self._bracket_end(start + 1)
        match = _TAG.match(self._text, start)
        return match.end() if match else None

    def _bracket_end(self, opening: int) -> int | None:
        found = self._find(")", opening + 1)
        return None if found is None or found == opening + 1 else self._with_blank(found + 1)

    def _with_blank(self, end: int) -> int:
        return end + 1 if self._text.startswith((" ", "\t"), end) else end
