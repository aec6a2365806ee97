"""Text → logical lines, handed out one by one.

Argdown is a language of lines: what a line is shows at its start. The scanner recognises that
start, takes comments and data blocks out of the rest (both may run over several physical lines),
and leaves everything else to the parser, which asks for the next line and says what it expects.

Nothing here reads a stretch of text more than a fixed number of times: whatever is searched for
and not found is remembered.
"""

import re
from enum import Enum, auto
from typing import NamedTuple

from argmap.diagnostic import Finding, Problem
from argmap.source import Span
from argmap.syntax.braces import BraceMatcher
from argmap.syntax.dialect import Dialect
from argmap.syntax.search import ForwardSearch
from argmap.syntax.tree import Form


class LineKind(Enum):
    """What the start of a line makes of it."""

    BLANK = auto()
    TEXT = auto()
    HEADING = auto()
    RELATION = auto()
    NUMBER = auto()
    INFERENCE = auto()
    ITEM = auto()
    RULE = auto()  # a row of dashes, stars or equals signs with nothing else
    END = auto()


class Opener(NamedTuple):
    """A title at the start of what a line says; `span` includes brackets, not the colon."""

    is_argument: bool
    form: Form
    title: str
    span: Span
    end: int


class Line(NamedTuple):
    """A logical line.

    start:   offset of its first character, blanks included
    marker:  the symbol, number, bar, hashes or bullet at its start (empty span if there is none)
    width:   how many characters of blanks stand before the marker or the text
    opener:  the title that the content starts with, if there is one
    pieces:  the content behind marker and opener, without comments and data
    data:    `{…}` blocks behind the content
    after:   what stands behind the data (tags, as a rule)
    closed:  False for an inference whose second bar is missing
    """

    kind: LineKind
    start: int
    marker: Span
    width: int = 0
    opener: Opener | None = None
    pieces: tuple[Span, ...] = ()
    data: tuple[Span, ...] = ()
    after: tuple[Span, ...] = ()
    closed: bool = True

    @property
    def content_start(self) -> int:
        """Offset of the first character behind the marker."""
        if self.opener:
            return self.opener.span.start
        if self.pieces:
            return self.pieces[0].start
        return self.data[0].start if self.data else self.marker.end


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


_START = _line_start(r" \t")
_START_WITH_APOSTROPHE = _line_start(r" \t'")
_BLANKS = re.compile(r"[ \t]*")
_LINE_END = re.compile(r"\r\n|\r|\n")
_RULE = re.compile(r"[ \t]*(?:={3,}|\*{3,}|-{3,})[ \t]*(?=[\r\n]|\Z)")
_EMPTY_LINE = re.compile(r"(?:\r\n|\r|\n)[ \t]*(?:\r\n|\r|\n)")
_LONGEST_LINK = 4000
_COMMENT = re.compile(r"//|/\*|<!--")
_UNCOMMON = re.compile(r"//|/\*|<!--|\{")
_NUMBER_NEXT = re.compile(r"[ \t]*\([0-9]+\)")
_TAGS_ONLY = re.compile(r"(?:[ \t]*#(?:\([^)\r\n]+\)|[^\s{}]+))+[ \t]*(?=[\r\n{]|//|/\*|<!--|\Z)")
_LOOKS_LIKE_DATA = re.compile(r"\{\s*(?:\"[^\"\r\n]*\"|'[^'\r\n]*'|[\w./-]+)\s*:(?=[\s\"'\[{])")
_TITLE = (
    (False, Form.DEFINITION, re.compile(r"\[(.+?)\]:")),
    (False, Form.REFERENCE, re.compile(r"\[([^-].*?)\]")),
    (True, Form.DEFINITION, re.compile(r"<(.+?)>:")),
    (True, Form.REFERENCE, re.compile(r"<([^-].*?)>")),
)
_BAR_OR_STOP = re.compile(
    r"(?P<bar>-{2,})(?=[ \t]*(?:[\r\n]|//|/\*|<!--|\Z))"
    r"|(?P<comment>//|/\*|<!--)|(?P<brace>\{)|\\."
    r"|(?P<stop>(?:\r\n|\r|\n)(?=[ \t]*(?:[\r\n]|\([0-9]+\)|-{2,}[ \t]*\S|\Z)))"
)


def _skipper(*, keep_addresses: bool) -> re.Pattern[str]:
    """Find the next comment or brace, or a token that hides one, such as a link's address."""
    address = r"(?P<skip>[A-Za-z][A-Za-z0-9+.-]*://\S*)|" if keep_addresses else ""
    return re.compile(
        address + r"(?P<comment>//|/\*|<!--)|(?P<brace>\{)|(?P<bracket>\[)|(?P<tag>\#\()"
        r"|\\.|:[^\s]+?:|\.[^\s]+?\."
    )


_SKIP = _skipper(keep_addresses=False)
_SKIP_ADDRESSES = _skipper(keep_addresses=True)


class Scanner:
    """Hands out the logical lines of a text. Gathers `comments` and `problems` on the way."""

    def __init__(self, text: str, dialect: Dialect, start: int = 0) -> None:
        self.text = text
        self.position = start
        self.comments: list[Span] = []
        self.problems: list[Problem] = []
        self._dialect = dialect
        self._start = _START_WITH_APOSTROPHE if dialect.apostrophe_indents else _START
        self._skip = _SKIP if dialect.slashes_cut_addresses else _SKIP_ADDRESSES
        self._plain_line_ends = "\r" not in text
        self._braces = BraceMatcher(text)
        self._find = ForwardSearch(text)

    def next(self, *, expect_inference: bool) -> Line:
        """Return the next line; END again and again when there is none.

        expect_inference: whether a line that starts with `--` is read as an inference. Otherwise
        it is one only if a numbered line follows.
        """
        text, length = self.text, len(self.text)
        while True:
            start = self.position
            if start >= length:
                return Line(LineKind.END, length, Span(length, length))
            match = self._start.match(text, start)
            assert match is not None
            kind, content = match.lastgroup, match.end()
            line_end = self._line_end(content)
            if kind is None:
                if content >= line_end:
                    self._go_past(line_end)
                    return Line(LineKind.BLANK, start, Span(content, content))
                if rule := _RULE.match(text, start):
                    self._go_past(rule.end())
                    return Line(LineKind.RULE, start, Span(content, rule.end()))
                if (opens := _COMMENT.match(text, content)) and self._take_comment(opens):
                    if self._rest_is_blank():
                        self._go_past(self._line_end(self.position))
                    continue
                marker = Span(content, content)
                return self._line(LineKind.TEXT, start, marker, content - start, line_end)
            marker = Span(*match.span(kind))
            width = marker.start - start
            if kind == "INFERENCE":
                if expect_inference or self._number_follows(line_end):
                    return self._inference(start, marker, width)
                if rule := _RULE.match(text, start):
                    self._go_past(rule.end())
                    return Line(LineKind.RULE, start, marker)
                marker = Span(marker.start, marker.start)
                return self._line(LineKind.TEXT, start, marker, width, line_end)
            if kind == "HEADING" and width:
                marker = Span(marker.start, marker.start)
                return self._line(LineKind.TEXT, start, marker, width, line_end)
            return self._line(LineKind[kind], start, marker, width, line_end)

    def _line_end(self, position: int) -> int:
        if self._plain_line_ends:
            end = self.text.find("\n", position)
            return len(self.text) if end < 0 else end
        match = _LINE_END.search(self.text, position)
        return match.start() if match else len(self.text)

    def _go_past(self, line_end: int) -> None:
        match = _LINE_END.match(self.text, line_end)
        self.position = match.end() if match else line_end

    def _rest_is_blank(self) -> bool:
        blanks = _BLANKS.match(self.text, self.position)
        return blanks is not None and blanks.end() == self._line_end(self.position)

    def _number_follows(self, line_end: int) -> bool:
        match = _LINE_END.match(self.text, line_end)
        return match is not None and _NUMBER_NEXT.match(self.text, match.end()) is not None

    def _line(
        self, kind: LineKind, start: int, marker: Span, width: int, line_end: int
    ) -> Line:
        blanks = _BLANKS.match(self.text, marker.end)
        begin = blanks.end() if blanks else marker.end
        opener = None if kind is LineKind.HEADING else self.opener_at(begin, line_end)
        if opener:
            begin = opener.end
        if not _UNCOMMON.search(self.text, begin, line_end):
            self._go_past(line_end)
            pieces = self._trimmed(begin, line_end)
            return Line(kind, start, marker, width, opener, pieces)
        pieces, data, after = self._content(begin, line_end)
        return Line(kind, start, marker, width, opener, pieces, data, after)

    def opener_at(self, begin: int, line_end: int) -> Opener | None:
        """Return the title that starts at an offset, if one does."""
        first = self.text[begin : begin + 1]
        if first not in ("[", "<") or not first:
            return None
        if first == "[" and self._link_end(begin) is not None:
            return None
        for is_argument, form, pattern in _TITLE[2:] if first == "<" else _TITLE[:2]:
            if match := pattern.match(self.text, begin, line_end):
                bracketed = Span(begin, match.end() - (form is Form.DEFINITION))
                return Opener(is_argument, form, match[1], bracketed, match.end())
        return None

    def _trimmed(self, begin: int, end: int) -> tuple[Span, ...]:
        while end > begin and self.text[end - 1] in " \t":
            end -= 1
        while begin < end and self.text[begin] in " \t":
            begin += 1
        return (Span(begin, end),) if begin < end else ()

    def _content(
        self, begin: int, line_end: int
    ) -> tuple[tuple[Span, ...], tuple[Span, ...], tuple[Span, ...]]:
        """Read the rest of a line that may hold comments and data; leave `position` behind it."""
        pieces: list[Span] = []
        data: list[Span] = []
        after: list[Span] = []
        piece = position = begin
        while position < line_end and (match := self._skip.search(self.text, position, line_end)):
            position = match.end()
            if match.lastgroup == "comment":
                if self._take_comment(match):
                    (after if data else pieces).extend(self._trimmed(piece, match.start()))
                    piece = position = self.position
                    line_end = self._line_end(position)
            elif match.lastgroup == "brace":
                end = self._braces.end(match.start())
                if end is None:
                    continue
                if self._is_data(match.start(), end):
                    (after if data else pieces).extend(self._trimmed(piece, match.start()))
                    data.append(Span(match.start(), end))
                    piece = end
                elif _LOOKS_LIKE_DATA.match(self.text, match.start()):
                    self._report_data_inside_text(Span(match.start(), end))
                position = end
                line_end = self._line_end(position)
            elif match.lastgroup == "bracket":
                position = self._link_end(match.start()) or position
            elif match.lastgroup == "tag":
                closing = self._find.next(")", position)
                if closing is not None and self._same_paragraph(position, closing):
                    position = closing + 1
            if position > line_end:
                line_end = self._line_end(position)
        (after if data else pieces).extend(self._trimmed(piece, line_end))
        self._go_past(line_end)
        return tuple(pieces), tuple(data), tuple(after)

    def _link_end(self, begin: int) -> int | None:
        closing = self._find.next("]", begin + 1)
        if closing is None or closing == begin + 1 or self.text[closing + 1 : closing + 2] != "(":
            return None
        end = self._find.next(")", closing + 2)
        if end is None or end == closing + 2 or not self._same_paragraph(begin, end):
            return None
        return end + 1

    def _same_paragraph(self, begin: int, end: int) -> bool:
        return end - begin < _LONGEST_LINK and not _EMPTY_LINE.search(self.text, begin, end)

    def _take_comment(self, opens: re.Match[str]) -> bool:
        """Pass over a comment and leave `position` behind it; False if it is none."""
        start = opens.start()
        if opens[0] == "//":
            end = self._line_end(start)
            if end == len(self.text) and self._dialect.comment_needs_line_end:
                return False
        else:
            closing = "*/" if opens[0] == "/*" else "-->"
            found = self._find.next(closing, opens.end())
            inside_word = start > 0 and not self.text[start - 1].isspace()
            if found is None:
                if not inside_word:
                    message = f"This comment is never closed: `{closing}` is missing."
                    self._report(Span(*opens.span()), message, f"end the comment with `{closing}`.")
                return False
            end = found + len(closing)
            if inside_word and "\n\n" in self.text[start:end]:
                message = f"`{opens[0]}` opens a comment here, and it hides several paragraphs."
                self._report(Span(*opens.span()), message, f"write `\\{opens[0]}` for plain text.")
        self.comments.append(Span(start, end))
        self.position = end
        return True

    def _is_data(self, start: int, end: int) -> bool:
        """Tell whether braces hold data: nothing but tags or more data may follow."""
        blanks = _BLANKS.match(self.text, end)
        rest = blanks.end() if blanks else end
        line_end = self._line_end(rest)
        if tags := _TAGS_ONLY.match(self.text, rest):
            rest = tags.end()
        if rest < line_end and not _UNCOMMON.match(self.text, rest):
            return False
        if _LOOKS_LIKE_DATA.match(self.text, start):
            return True
        following = _LINE_END.match(self.text, line_end)
        if following is None:
            return True
        begins = self._start.match(self.text, following.end())
        assert begins is not None
        next_end = self._line_end(begins.end())
        return (
            begins.lastgroup is not None
            or begins.end() >= next_end
            or _UNCOMMON.match(self.text, begins.end()) is not None
            or self.opener_at(begins.end(), next_end) is not None
        )

    def _inference(self, start: int, marker: Span, width: int) -> Line:
        """Read `----` or `-- rules {data} --`, which may run over several lines."""
        text = self.text
        pieces: list[Span] = []
        data: list[Span] = []
        rest = _BLANKS.match(text, marker.end)
        at = rest.end() if rest else marker.end
        line_end = self._line_end(at)
        opens = _COMMENT.match(text, at)
        if (at >= line_end or opens) and marker.end - marker.start >= 3:
            if opens:
                pieces, data, _ = map(list, self._content(at, line_end))  # type: ignore[assignment]
            else:
                self._go_past(line_end)
            closed = marker.end - marker.start >= 4
            return Line(LineKind.INFERENCE, start, marker, width, closed=closed)
        piece = position = marker.end
        while match := _BAR_OR_STOP.search(text, position):
            position = match.end()
            if match.lastgroup == "bar":
                pieces.extend(self._trimmed_lines(piece, match.start()))
                bar_end = match.end()
                self._content(bar_end, self._line_end(bar_end))
                span = Span(marker.start, bar_end)
                return Line(
                    LineKind.INFERENCE, start, span, width, None, tuple(pieces), tuple(data)
                )
            if match.lastgroup == "comment":
                if self._take_comment(match):
                    pieces.extend(self._trimmed_lines(piece, match.start()))
                    piece = position = self.position
            elif match.lastgroup == "brace":
                end = self._braces.end(match.start())
                if end is not None:
                    pieces.extend(self._trimmed_lines(piece, match.start()))
                    data.append(Span(match.start(), end))
                    piece = position = end
            elif match.lastgroup == "stop":
                break
        span = Span(marker.start, self._line_end(marker.end))
        pieces, data, _ = map(list, self._content(marker.end, span.end))  # type: ignore[assignment]
        return Line(
            LineKind.INFERENCE, start, span, width, None, tuple(pieces), tuple(data), closed=False
        )

    def _trimmed_lines(self, begin: int, end: int) -> list[Span]:
        spans: list[Span] = []
        while begin < end:
            line_end = min(self._line_end(begin), end)
            spans.extend(self._trimmed(begin, line_end))
            match = _LINE_END.match(self.text, line_end)
            begin = match.end() if match and line_end < end else end
        return spans

    def _report(self, span: Span, message: str, help: str) -> None:
        self.problems.append(Problem("SYN001", Finding(span, message, help)))

    def _report_data_inside_text(self, span: Span) -> None:
        message = "Data stands in the middle of a text and is read as part of it."
        help = "move `{…}` to the end of the text, or write `\\{` for a plain brace."
        self.problems.append(Problem("SYN004", Finding(span, message, help)))
