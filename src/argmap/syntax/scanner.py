"""Text → logical lines, handed out one by one.

Argdown is a language of lines: what a line is shows at its start. The scanner recognises that
start, takes comments and data blocks out of the rest (both may run over several physical lines),
and leaves everything else to the parser, which asks for the next line and says what it expects.
"""

import re
from functools import cache

from argmap.diagnostic import Problem
from argmap.source import Span
from argmap.syntax.common_lines import common_line, read_common_line
from argmap.syntax.content import ContentReader
from argmap.syntax.cursor import COMMENT, LINE_END, Cursor
from argmap.syntax.dialect import Dialect
from argmap.syntax.inference_line import read_inference
from argmap.syntax.lines import Line, LineKind, Opener


@cache
def _line_start(blanks: str) -> re.Pattern[str]:
    return re.compile(
        rf"[{blanks}]*(?:"
        r"(?P<RELATION>\+>|->|<\+|\+|<-|-(?!-)|><|_>|<_|_(?=\s|[<\[]))"
        r"|(?P<NUMBER>\([0-9]+\))"
        r"|(?P<INFERENCE>-{2,})"
        r"|(?P<ITEM>\*(?=\s)|[0-9]+\.(?=\s))"
        r"|(?P<HEADING>\#+(?=\ ))"
        r")?"
    )


_BLANKS = r" \t"
_BLANKS_AND_APOSTROPHE = r" \t'"
_RULE = re.compile(r"[ \t]*(?:={3,}|\*{3,}|-{3,})[ \t]*(?=[\r\n]|\Z)")
_SIGNED_NUMBER = re.compile(r"[+-][0-9]")  # `-5 degrees`: relations at column 0 have a blank
_BLANK_LINES = re.compile(r"(?:[ \t]*+(?>\r\n|\r|\n))*+")
_BLANK_STARTS = ("\n", "\r", " ", "\t")
_NUMBER_NEXT = re.compile(r"[ \t]*\([0-9]+\)")


class Scanner:
    """Hands out the logical lines of a text. Gathers `comments` and `problems` on the way."""

    def __init__(self, text: str, dialect: Dialect, start: int = 0) -> None:
        self._text = text
        self._cursor = Cursor(text, dialect, start)
        blanks = _BLANKS_AND_APOSTROPHE if dialect.apostrophe_indents else _BLANKS
        self._start, self._common = _line_start(blanks), common_line(blanks)
        self._content = ContentReader(self._cursor, dialect, self._start)

    @property
    def comments(self) -> list[Span]:
        """The comments that were passed over."""
        return self._cursor.comments

    @property
    def problems(self) -> list[Problem]:
        """What was wrong with comments and data."""
        return self._cursor.problems

    @property
    def position(self) -> int:
        """The offset at which the next line begins."""
        return self._cursor.position

    def jump(self, position: int) -> None:
        """Go on at another offset."""
        self._cursor.position = position

    def pass_blank_lines(self) -> None:
        """Go on behind blank lines, of which a text may have millions."""
        cursor = self._cursor
        if self._text.startswith(_BLANK_STARTS, cursor.position):
            match = _BLANK_LINES.match(self._text, cursor.position)
            cursor.position = match.end() if match else cursor.position

    def opener_at(self, begin: int, line_end: int) -> Opener | None:
        """Return the title that starts at an offset, if one does."""
        return self._content.opener_at(begin, line_end)

    def next(self, *, expect_inference: bool) -> Line:
        """Return the next line; END again and again when there is none.

        expect_inference: whether a line that starts with `--` is read as an inference. Otherwise
        it is one only if a numbered line follows.
        """
        cursor, text = self._cursor, self._text
        while cursor.position < len(text):
            start = cursor.position
            if text[start] in "+-" and _SIGNED_NUMBER.match(text, start):
                return self._line(LineKind.TEXT, start, Span(start, start), 0)
            if common := self._common.match(text, start):
                cursor.position = common.end()
                return read_common_line(common, start)
            match = self._start.match(text, start)
            assert match is not None
            if match.lastgroup is not None:
                kind = LineKind[match.lastgroup]
                marker = Span(*match.span(match.lastgroup))
                return self._marked_line(kind, start, marker, expect_inference)
            if line := self._unmarked_line(start, match.end()):
                return line
        return Line(LineKind.END, len(text), Span(len(text), len(text)))

    def _unmarked_line(self, start: int, begin: int) -> Line | None:
        """Read a line that starts with no marker; None if it was a comment."""
        cursor, text = self._cursor, self._text
        line_end = cursor.line_end(begin)
        if begin >= line_end:
            cursor.go_past(line_end)
            return Line(LineKind.BLANK, start, Span(begin, begin))
        if rule := _RULE.match(text, start):
            cursor.go_past(rule.end())
            return Line(LineKind.RULE, start, Span(begin, rule.end()))
        if (opens := COMMENT.match(text, begin)) and cursor.take_comment(opens):
            if cursor.rest_is_blank():
                cursor.go_past(cursor.line_end(cursor.position))
            return None
        return self._line(LineKind.TEXT, start, Span(begin, begin), begin - start)

    def _marked_line(
        self, kind: LineKind, start: int, marker: Span, expect_inference: bool
    ) -> Line:
        width = marker.start - start
        if kind is LineKind.INFERENCE:
            if expect_inference or self._number_follows(marker.end):
                return read_inference(self._cursor, self._content, start, marker, width)
            if rule := _RULE.match(self._text, start):
                self._cursor.go_past(rule.end())
                return Line(LineKind.RULE, start, marker)
        if kind is LineKind.INFERENCE or (kind is LineKind.HEADING and width):
            kind, marker = LineKind.TEXT, Span(marker.start, marker.start)
        return self._line(kind, start, marker, width)

    def _number_follows(self, position: int) -> bool:
        match = LINE_END.match(self._text, self._cursor.line_end(position))
        return match is not None and _NUMBER_NEXT.match(self._text, match.end()) is not None

    def _line(self, kind: LineKind, start: int, marker: Span, width: int) -> Line:
        begin = self._cursor.skip_blanks(marker.end)
        line_end = self._cursor.line_end(marker.end)
        opener = None if kind is LineKind.HEADING else self.opener_at(begin, line_end)
        content = self._content.read(opener.end if opener else begin, line_end)
        return Line(kind, start, marker, width, opener, content)
