"""A place in a text that moves forward over lines, comments and links.

Nothing here reads a stretch of text more than a fixed number of times: whatever is searched for
and not found is remembered.
"""

import re

from argmap.diagnostic import Finding, Problem
from argmap.source import Span
from argmap.syntax.dialect import Dialect
from argmap.syntax.search import ForwardSearch

BLANKS = re.compile(r"[ \t]*")
LINE_END = re.compile(r"\r\n|\r|\n")
EMPTY_LINE = re.compile(r"(?>\r\n|\r|\n)[ \t]*(?:[\r\n]|\Z)")
COMMENT = re.compile(r"//|/\*|<!--")
_LONGEST_LINK = 4000


class Cursor:
    """Where reading has come to. Gathers `comments` and `problems` on the way."""

    def __init__(self, text: str, dialect: Dialect, start: int = 0) -> None:
        self.text = text
        self.position = start
        self.comments: list[Span] = []
        self.problems: list[Problem] = []
        self.find = ForwardSearch(text)
        self._unclosed: set[str] = set()
        self._comment_needs_line_end = dialect.comment_needs_line_end
        self._known_line = (0, -1)  # from where on a line was looked at, and its end
        self._plain_line_ends = "\r" not in text

    def line_end(self, position: int) -> int:
        """Return the offset at which the line that holds a position ends."""
        begin, end = self._known_line
        if not begin <= position <= end:
            if self._plain_line_ends:
                end = self.text.find("\n", position)
                end = len(self.text) if end < 0 else end
            else:
                match = LINE_END.search(self.text, position)
                end = match.start() if match else len(self.text)
            self._known_line = (position, end)
        return end

    def go_past(self, line_end: int) -> None:
        """Go on behind the end of a line."""
        match = LINE_END.match(self.text, line_end)
        self.position = match.end() if match else line_end

    def skip_blanks(self, position: int) -> int:
        """Return the offset of the first character at or after a position that is no blank."""
        match = BLANKS.match(self.text, position)
        return match.end() if match else position

    def rest_is_blank(self) -> bool:
        """Tell whether only blanks are left of the line."""
        return self.skip_blanks(self.position) == self.line_end(self.position)

    def trimmed(self, begin: int, end: int) -> tuple[Span, ...]:
        """Return a stretch of one line without blanks around it; nothing if it is all blank."""
        while end > begin and self.text[end - 1] in " \t":
            end -= 1
        while begin < end and self.text[begin] in " \t":
            begin += 1
        return (Span(begin, end),) if begin < end else ()

    def trimmed_lines(self, begin: int, end: int) -> list[Span]:
        """Return the lines of a stretch, each without blanks around it."""
        spans: list[Span] = []
        while begin < end:
            line_end = min(self.line_end(begin), end)
            spans.extend(self.trimmed(begin, line_end))
            match = LINE_END.match(self.text, line_end)
            begin = match.end() if match and line_end < end else end
        return spans

    def same_paragraph(self, begin: int, end: int) -> bool:
        """Tell whether one token may reach from one offset to another."""
        return end - begin < _LONGEST_LINK and not EMPTY_LINE.search(self.text, begin, end)

    def link_end(self, begin: int) -> int | None:
        """Return the offset behind the link `[text](address)` that begins at an offset, if any."""
        closing = self.find.next("]", begin + 1)
        if closing is None or closing == begin + 1 or self.text[closing + 1 : closing + 2] != "(":
            return None
        end = self.find.next(")", closing + 2)
        if end is None or end == closing + 2 or not self.same_paragraph(begin, end):
            return None
        return end + 1

    def take_comment(self, opens: re.Match[str]) -> bool:
        """Pass over a comment and leave `position` behind it; False if it is none."""
        start = opens.start()
        if opens[0] == "//":
            end = self.line_end(start)
            if end == len(self.text) and self._comment_needs_line_end:
                return False
            scheme = self.text[max(start - 2, 0) : start]
            if scheme.endswith(":") and scheme[:1].isalpha():
                message = "`//` begins a comment, and the rest of this address is cut off."
                help = "write a link, `[text](address)`, or keep addresses whole with `--fixed`."
                self.report("SYN001", Span(start, end), message, help)
        else:
            closing = "*/" if opens[0] == "/*" else "-->"
            found = self.find.next(closing, opens.end())
            inside_word = start > 0 and not self.text[start - 1].isspace()
            if found is None:
                if not inside_word and closing not in self._unclosed:
                    self._unclosed.add(closing)  # the first one hides that the others are open too
                    message = f"This comment is never closed: `{closing}` is missing."
                    help = f"end the comment with `{closing}`."
                    self.report("SYN001", Span(*opens.span()), message, help)
                return False
            end = found + len(closing)
            if inside_word and EMPTY_LINE.search(self.text, start, end):
                message = f"`{opens[0]}` opens a comment here, and it hides several paragraphs."
                help = f"write `\\{opens[0]}` for plain text."
                self.report("SYN001", Span(*opens.span()), message, help)
        self.comments.append(Span(start, end))
        self.position = end
        return True

    def report(self, code: str, span: Span, message: str, help: str) -> None:
        """Note a problem."""
        self.problems.append(Problem(code, Finding(span, message, help)))
