"""The rest of a line behind its marker: its title, its words, its data, without comments.

Comments and data blocks may run over several physical lines; the cursor is left behind the line
in which the content ends.
"""

import re
from functools import cache

from argmap.source import Span
from argmap.syntax.braces import BraceMatcher
from argmap.syntax.cursor import LINE_END, Cursor
from argmap.syntax.dialect import Dialect
from argmap.syntax.lines import Content, Opener
from argmap.syntax.tree import Form

_UNCOMMON = re.compile(r"//|/\*|<!--|\{")
_TAGS_ONLY = re.compile(
    r"(?>[ \t]*#(?:\([^)\r\n]{1,1000}\)|[^\s{}]+))+[ \t]*(?=[\r\n{]|//|/\*|<!--|\Z)"
)
_LOOKS_LIKE_DATA = re.compile(r"\{\s*(?:\"[^\"\r\n]*\"|'[^'\r\n]*'|[\w./-]+)\s*:(?=[\s\"'\[{])")
_SET = re.compile(
    r"\{(?:[^:{}\"'\[\]\r\n,]++,)++[^:{}\"'\[\]\r\n,]++\}"
)  # `{3, 5, 7}` has no keys
_TITLE = (
    (False, Form.DEFINITION, re.compile(r"\[(.+?)\]:")),
    (False, Form.REFERENCE, re.compile(r"\[([^-].*?)\]")),
    (True, Form.DEFINITION, re.compile(r"<(.+?)>:")),
    (True, Form.REFERENCE, re.compile(r"<([^-].*?)>")),
)


@cache
def _skipper(*, keep_addresses: bool) -> re.Pattern[str]:
    """Find the next comment or brace, or a token that hides one, such as a link's address."""
    address = r"(?P<skip>[A-Za-z][A-Za-z0-9+.-]{0,30}://\S*)|" if keep_addresses else ""
    return re.compile(
        address + r"(?P<comment>//|/\*|<!--)|(?P<brace>\{)|(?P<bracket>\[)|(?P<tag>\#\()"
        r"|\\.|:[^\s]+?:|\.[^\s]+?\."
    )


class ContentReader:
    """Reads what lines say. `line_start` recognises what can begin a line."""

    def __init__(self, cursor: Cursor, dialect: Dialect, line_start: re.Pattern[str]) -> None:
        self._cursor, self._text, self._line_start = cursor, cursor.text, line_start
        self._skip = _skipper(keep_addresses=not dialect.slashes_cut_addresses)
        self.braces = BraceMatcher(cursor.text)

    def opener_at(self, begin: int, line_end: int) -> Opener | None:
        """Return the title that starts at an offset, if one does."""
        first = self._text[begin : begin + 1]
        if first not in ("[", "<") or not first:
            return None
        if first == "[" and self._cursor.link_end(begin) is not None:
            return None
        for is_argument, form, pattern in _TITLE[2:] if first == "<" else _TITLE[:2]:
            if match := pattern.match(self._text, begin, line_end):
                bracketed = Span(begin, match.end() - (form is Form.DEFINITION))
                return Opener(is_argument, form, match[1], bracketed, match.end())
        return None

    def read(self, begin: int, line_end: int) -> Content:
        """Read from an offset to the end of its line, or of the comment or data it runs into."""
        cursor = self._cursor
        if not _UNCOMMON.search(self._text, begin, line_end):
            cursor.go_past(line_end)
            return Content(cursor.trimmed(begin, line_end))
        pieces: list[Span] = []
        data: list[Span] = []
        after: list[Span] = []
        piece = position = begin
        while position < line_end and (match := self._skip.search(self._text, position, line_end)):
            position = match.end()
            if match.lastgroup == "comment":
                if cursor.take_comment(match):
                    (after if data else pieces).extend(cursor.trimmed(piece, match.start()))
                    piece = position = cursor.position
                    line_end = cursor.line_end(position)
            elif match.lastgroup == "brace":
                end = self.braces.end(match.start())
                if end is None:
                    if _LOOKS_LIKE_DATA.match(self._text, match.start()):
                        self._report_unclosed_data(match.start())
                    continue
                if self._is_data(match.start(), end):
                    (after if data else pieces).extend(cursor.trimmed(piece, match.start()))
                    data.append(Span(match.start(), end))
                    piece = end
                elif _LOOKS_LIKE_DATA.match(self._text, match.start()):
                    self._report_data_inside_text(Span(match.start(), end))
                position = end
                line_end = cursor.line_end(position)
            elif match.lastgroup == "bracket":
                position = cursor.link_end(match.start()) or position
            elif match.lastgroup == "tag":
                position = self._tag_end(position)
            if position > line_end:
                line_end = cursor.line_end(position)
        (after if data else pieces).extend(cursor.trimmed(piece, line_end))
        cursor.go_past(line_end)
        return Content(tuple(pieces), tuple(data), tuple(after))

    def _tag_end(self, begin: int) -> int:
        """Return the offset behind `#(…)`, or where its text begins if it is none."""
        closing = self._cursor.find.next(")", begin)
        is_tag = closing is not None and self._cursor.same_paragraph(begin, closing)
        return closing + 1 if closing is not None and is_tag else begin

    def _is_data(self, start: int, end: int) -> bool:
        """Tell whether braces hold data: nothing but tags or more data may follow."""
        rest = self._cursor.skip_blanks(end)
        line_end = self._cursor.line_end(rest)
        if tags := _TAGS_ONLY.match(self._text, rest):
            rest = tags.end()
        if rest < line_end and not _UNCOMMON.match(self._text, rest):
            return False
        if _LOOKS_LIKE_DATA.match(self._text, start):
            return True
        if _SET.fullmatch(self._text, start, end):
            return False
        following = LINE_END.match(self._text, line_end)
        if following is None:
            return True
        begins = self._line_start.match(self._text, following.end())
        assert begins is not None
        next_end = self._cursor.line_end(begins.end())
        return (
            begins.lastgroup is not None
            or begins.end() >= next_end
            or _UNCOMMON.match(self._text, begins.end()) is not None
            or self.opener_at(begins.end(), next_end) is not None
        )

    def _report_unclosed_data(self, start: int) -> None:
        message = "This data is never closed, and is read as text: `}` is missing."
        help = "end the data with `}`, or write `\\{` for a plain brace."
        self._cursor.report("SYN004", Span(start, start + 1), message, help)

    def _report_data_inside_text(self, span: Span) -> None:
        message = "Data stands in the middle of a text and is read as part of it."
        help = "move `{…}` to the end of the text, or write `\\{` for a plain brace."
        self._cursor.report("SYN004", span, message, help)
