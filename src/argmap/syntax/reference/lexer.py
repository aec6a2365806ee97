"""Text → tokens, as the reference's lexer cuts them.

At each place the kinds of tokens are tried in a fixed order, and the first that fits is taken.
What can begin a line depends on the token before, what closes emphasis on what is open, and inside
an inference most tokens do not exist. Comments and blanks give no token, but blanks at the start
of a line do not end it.
"""

import re

from argmap.syntax.reference.javascript import LINE_ENDS, SPACE
from argmap.syntax.reference.stretches import Stretches
from argmap.syntax.reference.tokens import RELATIONS, Kind, Token

_PLAIN = re.compile(r"[^\\@#*_\[\],.:;</>\-\r\n(){}]+")
_CONTROL = re.compile(r"[@#*_\[\],.:;</>\-(){}][ \t]?")
_ESCAPE = re.compile(rf"\\[^{LINE_ENDS}] *+")
_SHORTCODE = re.compile(rf"(?:\.[^{SPACE}][^{SPACE}.]*+\.|:[^{SPACE}][^{SPACE}:]*+:)[ \t]?")
_NEWLINE = re.compile(r"[ \t]*+(?:\r\n|\n|\r)")
_EMPTY_LINE = re.compile(r"(?:[ \t]*+\r?\n){2,}+")
_BLANKS = re.compile(r"[ \t]++")
_CLOSES = re.compile(r"[ \t]|(?=[\n\r)}_.,!?;:\-*]|\Z)")
_OPENING = re.compile(rf"(\*\*|__|\*|_)(?![{SPACE}])")
_BARS = re.compile(r"-{2,}")
_LINE_START = re.compile(
    r"[ \t']*+(?:"
    r"(?P<INFERENCE_START>--)"
    r"|(?P<RELATION>\+>|->|<?\+|<?-|_>)"
    r"|(?P<CONTRADICTION>><)"
    rf"|(?P<UNDERCUT><_|_(?=[{SPACE}]))"
    r"|(?P<NUMBER>\([0-9]++\))"
    rf"|(?P<ORDERED_ITEM>[0-9]++\.(?=[{SPACE}]))"
    rf"|(?P<UNORDERED_ITEM>\*(?=[{SPACE}])))"
)
_HEADING = re.compile("#+ ")


class Lexer:
    """Cuts one text into `tokens`, bit by bit or at once.

    start:     offset at which reading begins
    stretches: those of the text, if other lexers look at the text as well
    """

    def __init__(self, text: str, start: int = 0, stretches: Stretches | None = None) -> None:
        self.tokens: list[Token] = []
        self._text, self._at = text, start
        self._stretches = stretches or Stretches(text)
        self._last: Kind | None = None  # the kind of the last token
        self._indents = [0]
        self._open: list[str] = []  # the marks of the open emphases
        self._in_inference = False

    def read_all(self) -> list[Token]:
        """Return all tokens, the last of which is END."""
        at, end = self._at, len(self._text)
        while at < end:
            at = self._inference(at) if self._in_inference else self._outside(at)
        self._at = at
        self.read_some()
        return self.tokens

    def read_some(self) -> None:
        """Add a token or more, or a comment's or some blanks' worth of none; END is the last."""
        at = self._at
        if at < len(self._text):
            self._at = self._inference(at) if self._in_inference else self._outside(at)
        elif self._last is not Kind.END:
            self._dedent(at)
            self._add(Kind.END, at, at)

    def _add(self, kind: Kind, start: int, end: int) -> int:
        self.tokens.append(Token(kind, start, end))
        self._last = kind
        return end

    def _match(self, kind: Kind, pattern: re.Pattern[str], at: int) -> int | None:
        match = pattern.match(self._text, at)
        return self._add(kind, at, match.end()) if match else None

    # -- one token, or blanks, from an offset on; its end is returned -------------------------

    def _outside(self, at: int) -> int:
        """Take a token outside of inferences."""
        character, last = self._text[at], self._last
        if end := self._anywhere(at, character):
            return end
        if character == "=" and (end := self._stretches.front_matter_end(at)):
            return self._add(Kind.FRONT_MATTER, at, end)
        if character in " \t\r\n" and (end := self._line_break(at)):
            return end
        if (last is None or last is Kind.NEWLINE or last is Kind.EMPTY_LINE) and (
            end := self._line_start(at, character)
        ):
            return end
        end = None
        if character in "*_":
            end = self._emphasis(at)
        elif character in "[<@#":
            end = self._bracketed(at, character)
        return end or self._word(at)

    def _inference(self, at: int) -> int:
        """Take a token between the two bars of an inference."""
        character = self._text[at]
        if end := self._anywhere(at, character):
            return end
        if character in " \t\r\n" and (end := self._match(Kind.NEWLINE, _NEWLINE, at)):
            return end
        if character == "-" and (end := self._match(Kind.INFERENCE_END, _BARS, at)):
            self._in_inference = False
            return end
        return self._add(Kind.COMMA, at, at + 1) if character == "," else self._word(at)

    def _anywhere(self, at: int, character: str) -> int | None:
        """Take a token that may stand inside an inference as well."""
        if character in "/<":
            return self._comment(at)
        if character == "{":
            return self._data(at)
        if character == "\\":
            return self._match(Kind.ESCAPE, _ESCAPE, at) or self._add(Kind.UNREADABLE, at, at + 1)
        return self._match(Kind.SHORTCODE, _SHORTCODE, at) if character in ".:" else None

    def _comment(self, at: int) -> int | None:
        end = self._stretches.comment_end(at)
        if end and self._last in (Kind.EMPTY_LINE, Kind.NEWLINE):
            below = self._last is Kind.EMPTY_LINE
            end = self._stretches.below_comment(end, after_empty_line=below)
        return end

    def _data(self, at: int) -> int | None:
        data = self._stretches.data
        if data.is_endless(at):
            return self._add(Kind.ENDLESS, at, at + 1)
        end = data.end(at)
        return self._add(Kind.DATA, at, end) if end else None

    def _line_break(self, at: int) -> int | None:
        if self._last is not Kind.EMPTY_LINE and (match := _EMPTY_LINE.match(self._text, at)):
            self._dedent(at)
            return self._add(Kind.EMPTY_LINE, at, match.end())
        return self._match(Kind.NEWLINE, _NEWLINE, at)

    def _word(self, at: int) -> int:
        """Take words, or one sign that means nothing here; or skip blanks."""
        if match := _BLANKS.match(self._text, at):
            return match.end()
        end = self._match(Kind.PLAIN, _PLAIN, at) or self._match(Kind.PLAIN, _CONTROL, at)
        return end or self._add(Kind.UNREADABLE, at, at + 1)

    def _emphasis(self, at: int) -> int | None:
        """Close the innermost emphasis if that is its mark, or else open another one."""
        text = self._text
        if self._open and text.startswith(self._open[-1], at):
            closes = _CLOSES.match(text, at + len(self._open[-1]))
            if closes:
                self._open.pop()
                return self._add(Kind.CLOSING, at, closes.end())
        opening = _OPENING.match(text, at)
        if opening is None:
            return None
        self._open.append(opening[1])
        return self._add(Kind.OPENING, at, opening.end())

    def _bracketed(self, at: int, character: str) -> int | None:
        stretches = self._stretches
        match character:
            case "[":
                kind, end = Kind.LINK, stretches.link_end(at)
                if end is None:
                    kind, end = Kind.STATEMENT_DEFINITION, stretches.definition_end(at, "]")
                if end is None:
                    kind, end = Kind.STATEMENT_REFERENCE, stretches.reference_end(at, "]")
            case "<":
                kind, end = Kind.ARGUMENT_DEFINITION, stretches.definition_end(at, ">")
                if end is None:
                    kind, end = Kind.ARGUMENT_REFERENCE, stretches.reference_end(at, ">")
            case "#":
                kind, end = Kind.TAG, stretches.tag_end(at)
            case _ if self._text.startswith("[", at + 1):
                kind, end = Kind.STATEMENT_MENTION, stretches.mention_end(at, "]")
            case _ if self._text.startswith("<", at + 1):
                kind, end = Kind.ARGUMENT_MENTION, stretches.mention_end(at, ">")
            case _:
                return None
        return self._add(kind, at, end) if end else None

    # -- starts of lines --------------------------------------------------------------------

    def _line_start(self, at: int, character: str) -> int | None:
        """Take what only the start of a line can hold."""
        if character == "#":
            return self._match(Kind.HEADING, _HEADING, at)
        match = _LINE_START.match(self._text, at)
        if match is None or match.lastgroup is None:
            return None
        kind = Kind[match.lastgroup]
        start, end = match.span(match.lastgroup)
        if kind is Kind.INFERENCE_START and self._last is Kind.EMPTY_LINE:
            kind, end = Kind.RELATION, end - 1
        if kind in RELATIONS:
            self._indent(start - at, start)
        elif kind in (Kind.NUMBER, Kind.INFERENCE_START):
            self._dedent(start)
            self._in_inference = kind is Kind.INFERENCE_START
        else:
            self._indent(start - at + 1, start)
        return self._add(kind, start, end)

    def _indent(self, width: int, at: int) -> None:
        if width > self._indents[-1]:
            self._indents.append(width)
            self._add(Kind.INDENT, at, at)
        else:
            self._dedent(at, width)

    def _dedent(self, at: int, width: int = 0) -> None:
        while width < self._indents[-1]:
            self._indents.pop()
            self._add(Kind.DEDENT, at, at)
