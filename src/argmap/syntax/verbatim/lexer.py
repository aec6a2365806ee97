"""Text → tokens, as the reference's lexer cuts them.

At each place the kinds of tokens are tried in a fixed order, and the first that fits is taken.
What can begin a line depends on the token before, what closes emphasis on what is open.
"""

import re

from argmap.syntax.search import ForwardSearch
from argmap.syntax.verbatim.data_blocks import DataBlocks
from argmap.syntax.verbatim.tokens import Kind, NotAcceptedError, Token

# White space and line ends as JavaScript has them: its `.` matches no line end, none of four.
_SPACE = "\t\n\v\f\r \u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000\ufeff"
_LINE_END = re.compile("[\n\r\u2028\u2029]")

_PLAIN = re.compile(r"[^\\@#*_\[\],.:;</>\-\r\n(){}]+")
_CONTROL = re.compile(r"[@#*_\[\],.:;</>\-(){}][ \t]?")
_ESCAPE = re.compile("\\\\[^\n\r\u2028\u2029] *")
_SPECIAL = re.compile(rf"\.[^{_SPACE}]+?\.[ \t]?|:[^{_SPACE}]+?:[ \t]?")
_TAG = re.compile(r"#[a-zA-z0-9\-\u00A0-\uD7FF\uF900-\uFDCF\uFDF0-\uFFEF]+[ \t]?")
_NEWLINE = re.compile(r"[ \t]*(?:\r\n|\n|\r)")
_EMPTY_LINE = re.compile(r"(?:[ \t]*(?:\r\n|\n)){2,}")
_BLANKS = re.compile(r"[ \t]+")
_CLOSES = re.compile(r"[ \t]|(?=[\n\r)}_.,!?;:\-*]|\Z)")
_FRONT_MATTER = re.compile(r"={3,}")
_BAR_END = re.compile(r"-{2,}")
_BELOW_EMPTY_LINE = re.compile(r"(?:[ \t]*\r\n|\n|\r)*+")
_BELOW_LINE = re.compile(r"[ \t]*(?>\r\n|\n|\r)(?![ \t]*[\r\n])")
_LINE_START = re.compile(
    rf"(?P<indent>[' \t]*)(?:(?P<BAR>--)|(?P<RELATION>\+>|->|<\+|\+|<-|-|><|_>|<_|_(?=[{_SPACE}]))"
    rf"|(?P<NUMBER>\([0-9]+\))|(?P<ORDERED_ITEM>[0-9]+\.(?=[{_SPACE}]))"
    rf"|(?P<UNORDERED_ITEM>\*(?=[{_SPACE}])))"
)
_RELATION_BELOW_EMPTY_LINE = re.compile(r"[' \t]*(?P<RELATION>-)-")
_HEADING = re.compile(r"#+ ")


class Lexer:
    """Cuts one text into tokens; `comments` has the ranges of its comments."""

    def __init__(self, text: str) -> None:
        self.comments: list[tuple[int, int]] = []
        self._text = text
        self._tokens: list[Token] = []
        self._last: Kind | None = None  # the kind of the last token
        self._indents = [0]
        self._open: list[str] = []  # emphasis that is to be closed
        self._in_inference = False
        self._find = ForwardSearch(text)
        self._data = DataBlocks(text)
        self._line = (0, -1)

    def tokens(self, start: int = 0) -> list[Token]:
        """Return the tokens of the text, the last of which is END.

        start:  offset behind a byte order mark
        raises: NotAcceptedError where no token fits
        """
        position, end = start, len(self._text)
        while position < end:
            position = self._inference(position) if self._in_inference else self._next(position)
        if self._last is Kind.EMPTY_LINE:
            self._tokens.pop()
        self._dedent(end)
        self._add(Kind.END, end, end)
        return self._tokens

    def _add(self, kind: Kind, start: int, end: int) -> int:
        self._tokens.append(Token(kind, start, end))
        self._last = kind
        return end

    # -- one token --------------------------------------------------------------------------

    def _next(self, at: int) -> int:
        text, last = self._text, self._last
        if end := self._anywhere(at, text[at]):
            return end
        if text[at] == "=" and (end := self._front_matter(at)):
            return self._add(Kind.FRONT_MATTER, at, end)
        if text[at] in " \t\r\n" and (end := self._line_break(at)):
            return end
        if last is None or last is Kind.NEWLINE or last is Kind.EMPTY_LINE:
            return self._line_start(at) or self._word(at, text[at])
        return self._word(at, text[at])

    def _anywhere(self, at: int, character: str) -> int | None:
        """Take a token that may stand inside an inference as well."""
        text = self._text
        if character in "/<":
            return self._comment(at)
        if character == "{":
            end = self._data.end(at)
            return self._add(Kind.DATA, at, end) if end else None
        if character == "\\":
            return self._add_match(Kind.ESCAPE, _ESCAPE.match(text, at))
        if character in ".:" and (match := _SPECIAL.match(text, at)):
            return self._add_match(Kind.SPECIAL, match)
        return None

    def _line_break(self, at: int) -> int | None:
        text = self._text
        if self._last is not Kind.EMPTY_LINE and (match := _EMPTY_LINE.match(text, at)):
            if match.end() < len(text):
                self._dedent(at)
            return self._add_match(Kind.EMPTY_LINE, match)
        newline = _NEWLINE.match(text, at)
        return self._add_match(Kind.NEWLINE, newline) if newline else None

    def _add_match(self, kind: Kind, match: re.Match[str] | None) -> int:
        if match is None:
            raise NotAcceptedError
        return self._add(kind, match.start(), match.end())

    def _word(self, at: int, character: str) -> int:
        text = self._text
        if character in " \t":
            match = _BLANKS.match(text, at)
            return match.end() if match else at + 1
        if match := _PLAIN.match(text, at):
            return self._add_match(Kind.PLAIN, match)
        kind, end = None, 0
        match character:
            case "*" | "_":
                return self._emphasis(at, character)
            case "[":
                kind, end = self._bracketed(at)
            case "<":
                kind, end = self._angled(at)
            case "#":
                kind, end = Kind.TAG, self._tag(at)
            case "@":
                kind, end = self._mention(at)
            case _:
                pass
        if kind and end:
            return self._add(kind, at, end)
        return self._add_match(Kind.PLAIN, _CONTROL.match(text, at))

    def _inference(self, at: int) -> int:
        """Take a token between the two bars of an inference."""
        text = self._text
        if end := self._anywhere(at, text[at]):
            return end
        if match := _NEWLINE.match(text, at):
            return self._add_match(Kind.NEWLINE, match)
        if match := _BAR_END.match(text, at):
            self._in_inference = False
            return self._add_match(Kind.BAR_END, match)
        if text[at] == ",":
            return self._add(Kind.COMMA, at, at + 1)
        if match := _BLANKS.match(text, at):
            return match.end()
        return self._add_match(Kind.PLAIN, _PLAIN.match(text, at) or _CONTROL.match(text, at))

    # -- starts of lines --------------------------------------------------------------------

    def _line_start(self, at: int) -> int | None:
        text = self._text
        if text[at] == "#":
            heading = _HEADING.match(text, at)
            return self._add_match(Kind.HEADING, heading) if heading else None
        match = _LINE_START.match(text, at)
        if match and match.lastgroup == "BAR" and self._last is Kind.EMPTY_LINE:
            match = _RELATION_BELOW_EMPTY_LINE.match(text, at)
        if match is None:
            return None
        kind = Kind[match.lastgroup or ""]
        start, end = match.span(kind.name)
        width = start - at
        if kind is Kind.RELATION:
            self._indent(width, start)
        elif kind in (Kind.BAR, Kind.NUMBER):
            self._dedent(start)
            self._in_inference = kind is Kind.BAR
        else:
            self._indent(width + 1, start)
        return self._add(kind, start, end)

    def _indent(self, width: int, at: int) -> None:
        if width > self._indents[-1]:
            self._indents.append(width)
            self._add(Kind.INDENT, at, at)
        while width < self._indents[-1]:
            self._indents.pop()
            self._add(Kind.DEDENT, at, at)

    def _dedent(self, at: int) -> None:
        while len(self._indents) > 1:
            self._indents.pop()
            self._add(Kind.DEDENT, at, at)

    # -- tokens with an end to be searched for ----------------------------------------------

    def _line_end(self, at: int) -> int:
        begin, end = self._line
        if not begin <= at <= end:
            match = _LINE_END.search(self._text, at)
            end = match.start() if match else len(self._text)
            self._line = (at, end)
        return end

    def _comment(self, at: int) -> int | None:
        text = self._text
        if text.startswith("//", at):
            line_end = self._line_end(at)
            end = line_end if text[line_end : line_end + 1] in ("\n", "\r") else None
        elif text.startswith("/*", at):
            end = self._closed(at + 2, "*/")
        elif text.startswith("<!--", at):
            end = self._closed(at + 4, "-->")
        else:
            return None
        if end is None:
            return None
        self.comments.append((at, end))
        if self._last is Kind.EMPTY_LINE:
            below = _BELOW_EMPTY_LINE.match(text, end)
            return below.end() if below else end
        if self._last is Kind.NEWLINE:
            below = _BELOW_LINE.match(text, end)
            return below.end() if below else end
        return end

    def _closed(self, at: int, mark: str) -> int | None:
        """Return the end of a comment, which holds no Unicode line separators."""
        found = self._find.next(mark, at)
        if found is None:
            return None
        for separator in "\u2028\u2029":
            hit = self._find.next(separator, at)
            if hit is not None and hit < found:
                return None
        return found + len(mark)

    def _front_matter(self, at: int) -> int | None:
        opening = _FRONT_MATTER.match(self._text, at)
        if opening is None:
            return None
        end = opening.end()
        closing = self._find.next("===", end)
        if closing is None:
            # A long row is opening and closing in one.
            return end if end - at >= 6 else None
        match = _FRONT_MATTER.match(self._text, closing)
        return match.end() if match else None

    def _bracketed(self, at: int) -> tuple[Kind | None, int]:
        closing = self._find.next("]", at + 1)
        if closing is None:
            return None, 0
        if closing > at + 1 and self._text[closing + 1 : closing + 2] == "(":
            end = self._find.next(")", closing + 2)
            if end is not None and end > closing + 2:
                return Kind.LINK, self._with_blank(end + 1)
        return self._titled(at, "]:", Kind.STATEMENT_DEFINITION, Kind.STATEMENT_REFERENCE)

    def _angled(self, at: int) -> tuple[Kind | None, int]:
        return self._titled(at, ">:", Kind.ARGUMENT_DEFINITION, Kind.ARGUMENT_REFERENCE)

    def _titled(
        self, at: int, colon: str, definition: Kind, reference: Kind
    ) -> tuple[Kind | None, int]:
        line_end = self._line_end(at + 1)
        closing = self._find.next(colon, at + 2)
        if closing is not None and closing < line_end:
            return definition, closing + 2
        # The first character of a reference may be anything but a dash, even a line end.
        if self._text[at + 1 : at + 2] in ("-", ""):
            return None, 0
        closing = self._find.next(colon[0], at + 2)
        if closing is not None and closing < self._line_end(at + 2):
            return reference, closing + 1
        return None, 0

    def _mention(self, at: int) -> tuple[Kind | None, int]:
        opening = self._text[at + 1 : at + 2]
        if opening not in ("[", "<") or not opening:
            return None, 0
        closing = self._find.next("]" if opening == "[" else ">", at + 3)
        if closing is None or closing >= self._line_end(at + 2):
            return None, 0
        kind = Kind.STATEMENT_MENTION if opening == "[" else Kind.ARGUMENT_MENTION
        return kind, self._with_blank(closing + 1)

    def _tag(self, at: int) -> int:
        if self._text.startswith("#(", at):
            closing = self._find.next(")", at + 2)
            return self._with_blank(closing + 1) if closing and closing > at + 2 else 0
        match = _TAG.match(self._text, at)
        return match.end() if match else 0

    def _with_blank(self, end: int) -> int:
        return end + 1 if self._text[end : end + 1] in (" ", "\t") else end

    def _emphasis(self, at: int, character: str) -> int:
        text, double = self._text, character * 2
        is_double = text.startswith(double, at)
        top = self._open[-1] if self._open else ""
        for marker in (double, character) if is_double else (character,):
            if top == marker and (closes := _CLOSES.match(text, at + len(marker))):
                self._open.pop()
                return self._add(Kind.CLOSE, at, closes.end())
        for marker in (double, character) if is_double else (character,):
            after = text[at + len(marker) : at + len(marker) + 1]
            if not after or not _IS_SPACE.match(after):
                self._open.append(marker)
                return self._add(Kind.OPEN, at, at + len(marker))
        return self._add_match(Kind.PLAIN, _CONTROL.match(text, at))


_IS_SPACE = re.compile(f"[{_SPACE}]")
