"""How far the longer tokens reach: comments, front matter, links, titles and tags.

The reference finds them with regular expressions of JavaScript; what those take for a blank or a
line end is spelt out here. Nothing is searched for twice over the same stretch of text, so that no
text takes quadratic time.
"""

import re

from argmap.syntax.reference.data_blocks import DataBlocks
from argmap.syntax.reference.javascript import LINE_ENDS
from argmap.syntax.search import ForwardSearch

_LINE_END = re.compile(f"[{LINE_ENDS}]")
_EQUALS = re.compile("={3,}")
_BELOW_EMPTY_LINE = re.compile(r"(?:[ \t]*+\r\n|\n|\r)*+")
_BELOW_LINE_END = re.compile(r"(?:[ \t]*+(?:\r\n|\n|\r)(?![ \t]*+[\r\n]))?")
_TAG = re.compile("#[a-zA-z0-9\\-\u00a0-\ud7ff\uf900-\ufdcf\ufdf0-\uffef]+[ \\t]?")


class Stretches:
    """Tells for one text where a token that begins at an offset ends; None if there is none."""

    def __init__(self, text: str) -> None:
        self.data = DataBlocks(text)
        self._text = text
        self._find = ForwardSearch(text).next
        self._line = (0, -1)  # a stretch without line ends, and the line end behind it

    def _line_end(self, start: int) -> int:
        """Return the first line end at or after an offset, or the text's length."""
        begin, end = self._line
        if not begin <= start <= end:
            match = _LINE_END.search(self._text, start)
            end = match.start() if match else len(self._text)
            self._line = (start, end)
        return end

    # -- comments ---------------------------------------------------------------------------

    def comment_end(self, start: int) -> int | None:
        """Return the end of a comment; what comes below it is not included."""
        text = self._text
        if text.startswith("//", start):
            end = self._line_end(start)
            return end if end < len(text) and text[end] in "\r\n" else None
        for opening, closing in (("/*", "*/"), ("<!--", "-->")):
            if text.startswith(opening, start):
                found = self._find(closing, start + len(opening))
                if found is None or self._has_separator(start, found):
                    return None
                return found + len(closing)
        return None

    def _has_separator(self, start: int, end: int) -> bool:
        """Tell whether one of Unicode's line ends, which stop comments, is in a range."""
        found = (self._find(separator, start) for separator in "\u2028\u2029")
        return any(at is not None and at < end for at in found)

    def below_comment(self, end: int, *, after_empty_line: bool) -> int:
        """Return how far a comment that stands at the start of a line swallows line ends."""
        pattern = _BELOW_EMPTY_LINE if after_empty_line else _BELOW_LINE_END
        match = pattern.match(self._text, end)
        return match.end() if match else end

    # -- front matter -----------------------------------------------------------------------

    def front_matter_end(self, start: int) -> int | None:
        """Return the end of the second row of equals signs behind the one at an offset."""
        row = _EQUALS.match(self._text, start)
        if row is None:
            return None
        closing = self._find("===", row.end())
        if closing is None:
            # A long row is opening and closing in one.
            return row.end() if row.end() - start >= 6 else None
        second = _EQUALS.match(self._text, closing)
        return second.end() if second else None

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
        if found is None or self._line_end(start + 2) < found:
            return None
        return found + 1

    def mention_end(self, start: int, closing: str) -> int | None:
        """Return the end of `@[Title]` or `@<Title>`, with one blank behind it."""
        end = self._on_one_line(start + 2, closing)
        return None if end is None else self._with_blank(end)

    def _on_one_line(self, start: int, closing: str) -> int | None:
        """Return the end of a closing mark with something of the same line in front of it."""
        found = self._find(closing, start + 1)
        if found is None or self._line_end(start) < found:
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
