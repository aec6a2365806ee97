"""Text → tokens, as the reference's lexer makes them.

Which token begins at an offset depends on what came before: relations, numbers, list items,
headings and inferences are known only at the start of a line; inside an inference most tokens do
not exist; an emphasis closes only if it is the innermost open one. The lexer keeps that much and
no more. Comments and blanks give no token, but blanks at the start of a line do not end it.
"""

import re
from collections import deque

from argmap.syntax.strict.stretches import LINE_ENDS, SPACE, Stretches
from argmap.syntax.strict.tokens import Kind, Token

_EMPTY_LINE = re.compile(r"(?:[ \t]*+\r?\n){2,}+")
_NEWLINE = re.compile(r"[ \t]*+(?:\r\n|\n|\r)")
_BLANKS = re.compile(r"[ \t]++")
_LINE_START = re.compile(
    r"(?P<blanks>[ \t']*+)(?:"
    r"(?P<INFERENCE_START>--)"
    r"|(?P<RELATION>\+>|->|<?\+|<?-|_>)"
    r"|(?P<CONTRADICTION>><)"
    rf"|(?P<UNDERCUT><_|_(?=[{SPACE}]))"
    r"|(?P<NUMBER>\([0-9]++\))"
    rf"|(?P<ORDERED_ITEM>[0-9]++\.(?=[{SPACE}]))"
    rf"|(?P<UNORDERED_ITEM>\*(?=[{SPACE}])))"
)
_HEADING = re.compile("#+ ")
_ESCAPED = re.compile(rf"\\[^{LINE_ENDS}] *+")
_SHORTCODE = re.compile(rf"(?:\.[^{SPACE}][^{SPACE}.]*+\.|:[^{SPACE}][^{SPACE}:]*+:)[ \t]?")
_WORDS = re.compile(r"[^\\@#*_\[\],.:;</>\-\r\n(){}]+")
_CLOSING = {
    mark: re.compile(rf"{re.escape(mark)}(?:[ \t]|(?=[\n\r)}}_.,!?;:\-*])|\Z)")
    for mark in ("**", "__", "*", "_")
}
_OPENING = re.compile(rf"(\*\*|__|\*|_)(?![{SPACE}])")
_BARS = re.compile("-{2,}")

_LINE_STARTS = (None, Kind.NEWLINE, Kind.EMPTY_LINE)
_MARKERS = frozenset(
    (Kind.RELATION, Kind.CONTRADICTION, Kind.UNDERCUT, Kind.ORDERED_ITEM, Kind.UNORDERED_ITEM)
)
"""What its indentation places; every other token leaves the indentation alone or ends it."""


class Lexer:
    """Hands out the tokens of a text one by one, from an offset on."""

    def __init__(self, text: str, stretches: Stretches, start: int = 0) -> None:
        self._text, self._stretches, self._at = text, stretches, start
        self._ready: deque[Token] = deque()
        self._last: Kind | None = None
        self._widths = [0]
        self._open: list[str] = []  # the marks of the open emphases
        self._in_inference = False

    def peek(self, ahead: int = 0) -> Token:
        """Return a token without passing it: the next one, or one further ahead."""
        while len(self._ready) <= ahead:
            self._read()
        return self._ready[ahead]

    def kind(self, ahead: int = 0) -> Kind:
        """Return what the next token is, or one further ahead."""
        return self.peek(ahead).kind

    def option(self, kind: Kind) -> Token | None:
        """Pass the next token and return it if it is of a kind."""
        return self.next() if self.peek().kind is kind else None

    def next(self) -> Token:
        """Return the next token and pass it; END again and again behind the last one."""
        self.peek()
        return self._ready.popleft()

    def _read(self) -> None:
        """Put at least one token, or a comment's or some blanks' worth of nothing, in store."""
        if self._at >= len(self._text):
            self._dedent(0)
            self._ready.append(Token(Kind.END, len(self._text), len(self._text)))
        elif self._in_inference:
            self._read_in_inference()
        else:
            self._read_outside()

    # -- what every mode has ----------------------------------------------------------------

    def _add(self, kind: Kind, end: int) -> None:
        self._ready.append(Token(kind, self._at, end))
        self._last, self._at = kind, end

    def _take(self, kind: Kind, pattern: re.Pattern[str]) -> bool:
        match = pattern.match(self._text, self._at)
        if match is not None:
            self._add(kind, match.end())
        return match is not None

    def _take_to(self, kind: Kind, end: int | None) -> bool:
        if end is not None:
            self._add(kind, end)
        return end is not None

    def _take_data(self) -> bool:
        if self._stretches.is_endless(self._at):
            self._add(Kind.ENDLESS, self._at + 1)
            return True
        return self._take_to(Kind.DATA, self._stretches.data_end(self._at))

    def _skip_comment(self) -> bool:
        end = self._stretches.comment_end(self._at)
        if end is None:
            return False
        if self._last in (Kind.EMPTY_LINE, Kind.NEWLINE):
            below = self._last is Kind.EMPTY_LINE
            end = self._stretches.below_comment(end, after_empty_line=below)
        self._at = end
        return True

    def _skip_blanks(self) -> bool:
        match = _BLANKS.match(self._text, self._at)
        if match is not None:
            self._at = match.end()
        return match is not None

    def _read_words(self) -> None:
        """Read words, or one sign that means nothing here."""
        if self._take(Kind.TEXT, _WORDS):
            return
        if self._text[self._at] == "\\":
            self._add(Kind.UNREADABLE, self._at + 1)
            return
        blank = self._text.startswith((" ", "\t"), self._at + 1)
        self._add(Kind.TEXT, self._at + (2 if blank else 1))

    def _read_in_inference(self) -> None:
        character = self._text[self._at]
        taken = (
            (character in "/<" and self._skip_comment())
            or (character in " \t\r\n" and self._take(Kind.NEWLINE, _NEWLINE))
            or (character == "\\" and self._take(Kind.TEXT, _ESCAPED))
            or (character in ".:" and self._take(Kind.SHORTCODE, _SHORTCODE))
            or (character == "{" and self._take_data())
            or (character in " \t" and self._skip_blanks())
        )
        if taken:
            return
        if character == "-" and self._take(Kind.INFERENCE_END, _BARS):
            self._in_inference = False
        elif character == ",":
            self._add(Kind.COMMA, self._at + 1)
        else:
            self._read_words()

    # -- outside of inferences --------------------------------------------------------------

    def _read_outside(self) -> None:
        character = self._text[self._at]
        stretches, at = self._stretches, self._at
        taken = (
            (character in "/<" and self._skip_comment())
            or (
                character == "="
                and self._take_to(Kind.FRONT_MATTER, stretches.front_matter_end(at))
            )
            or (character == "{" and self._take_data())
            or (character == "\\" and self._take(Kind.TEXT, _ESCAPED))
            or (character in ".:" and self._take(Kind.SHORTCODE, _SHORTCODE))
            or (character in " \t\r\n" and self._take_empty_line())
            or (character in " \t\r\n" and self._take(Kind.NEWLINE, _NEWLINE))
            or (self._last in _LINE_STARTS and self._take_marker())
            or (character in "*_" and self._take_emphasis())
            or (character in "[<@#" and self._take_bracketed(character))
            or (character in " \t" and self._skip_blanks())
        )
        if not taken:
            self._read_words()

    def _take_empty_line(self) -> bool:
        if self._last is Kind.EMPTY_LINE:
            return False
        match = _EMPTY_LINE.match(self._text, self._at)
        if match is None:
            return False
        self._dedent(0)
        self._add(Kind.EMPTY_LINE, match.end())
        return True

    def _take_marker(self) -> bool:
        """Take what only the start of a line can hold."""
        text = self._text
        if text[self._at] == "#":
            return self._take(Kind.HEADING, _HEADING)
        match = _LINE_START.match(text, self._at)
        if match is None or match.lastgroup is None:
            return False
        kind, end = Kind[match.lastgroup], match.end()
        if kind is Kind.INFERENCE_START and self._last is Kind.EMPTY_LINE:
            kind, end = Kind.RELATION, end - 1
        width = match.end("blanks") - self._at
        if kind in _MARKERS:
            self._indent(width + 1 if "ITEM" in kind.name else width)
        else:
            self._dedent(0)
        self._at = match.end("blanks")
        self._add(kind, end)
        self._in_inference = kind is Kind.INFERENCE_START
        return True

    def _indent(self, width: int) -> None:
        if width > self._widths[-1]:
            self._widths.append(width)
            self._ready.append(Token(Kind.INDENT, self._at, self._at + width))
        else:
            self._dedent(width)

    def _dedent(self, width: int) -> None:
        while len(self._widths) > 1 and width < self._widths[-1]:
            self._widths.pop()
            self._ready.append(Token(Kind.DEDENT, self._at, self._at))

    def _take_emphasis(self) -> bool:
        """Close the innermost emphasis if that is its mark, or else open another one."""
        if self._open and self._take(Kind.CLOSING, _CLOSING[self._open[-1]]):
            self._open.pop()
            return True
        opening = _OPENING.match(self._text, self._at)
        if opening is None:
            return False
        self._open.append(opening[1])
        self._add(Kind.OPENING, opening.end())
        return True

    def _take_bracketed(self, character: str) -> bool:
        stretches, at = self._stretches, self._at
        match character:
            case "[":
                return (
                    self._take_to(Kind.INLINE, stretches.link_end(at))
                    or self._take_to(Kind.STATEMENT_DEFINITION, stretches.definition_end(at, "]"))
                    or self._take_to(Kind.STATEMENT_REFERENCE, stretches.reference_end(at, "]"))
                )
            case "<":
                return self._take_to(
                    Kind.ARGUMENT_DEFINITION, stretches.definition_end(at, ">")
                ) or self._take_to(Kind.ARGUMENT_REFERENCE, stretches.reference_end(at, ">"))
            case "@":
                closing = {"[": "]", "<": ">"}.get(self._text[at + 1 : at + 2])
                return closing is not None and self._take_to(
                    Kind.INLINE, stretches.mention_end(at, closing)
                )
            case _:
                return self._take_to(Kind.TAG, stretches.tag_end(at))
