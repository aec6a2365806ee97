"""Tokens → what a statement, argument or heading says.

Blanks behind a token belong to it, and what of them reaches the text differs by its kind; blanks
behind comments, and tabs behind markup, are lost.
"""

import re
from collections.abc import Mapping, Sequence

from argmap.source import Span
from argmap.syntax.tree import Mark, MarkKind, Text
from argmap.syntax.verbatim.tokens import WORDS, Kind, NotAcceptedError, Token

_LINK = re.compile("\\[([^\n\r\u2028\u2029]+)\\]\\(([^\n\r\u2028\u2029]+)\\)")


class _Stretch:
    """A marked stretch that may still grow: its place in the text and in the source."""

    def __init__(self, kind: MarkKind | None, start: int, begin: int) -> None:
        self.kind, self.start, self.stop = kind, start, start + 1
        self.begin, self.end = begin, begin


class Words:
    """Collects what one item says. `tags` are those named in it, each once.

    text:       the source text
    shortcodes: `.name.` and `:name:` → character
    keep_tags:  False if tags are left out of the text
    is_void:    nothing has been said yet, and not even that nothing is said: a statement before
                its first word, which the reference then calls "undefined"
    """

    def __init__(
        self, text: str, shortcodes: Mapping[str, str], *, keep_tags: bool, is_void: bool
    ) -> None:
        self.tags: dict[str, None] = {}
        self._text, self._shortcodes, self._keep_tags = text, shortcodes, keep_tags
        self._out: list[str] = []
        self._length = 0
        self._is_void = is_void
        self._marks: list[Mark] = []
        self._emphasis: list[_Stretch] = []  # what was opened, to be marked
        self._open: list[_Stretch] = []  # the stack on which the reference looks for it

    def read(self, tokens: Sequence[Token], index: int) -> int:
        """Read tokens from an index on, and return the index of the first that is no word."""
        depth = 0
        while (token := tokens[index]).kind in WORDS:
            following = tokens[index + 1].kind
            match token.kind:
                case Kind.PLAIN:
                    self._say(self._text[token.start : token.end])
                case Kind.NEWLINE:
                    if following in WORDS and following is not Kind.CLOSE and not self._is_spaced():
                        self._say(" ")
                case Kind.OPEN:
                    depth += 1
                    self._begin(token)
                case Kind.CLOSE:
                    depth -= 1
                    self._finish(token)
                case _:
                    self._add(token)
            index += 1
        if depth:
            raise NotAcceptedError
        return index

    def _is_spaced(self) -> bool:
        return bool(self._out) and self._out[-1].endswith(" ")

    def _say(self, words: str) -> None:
        self._is_void = False
        if words:
            self._out.append(words)
            self._length += len(words)

    def _add(self, token: Token) -> None:
        image = self._text[token.start : token.end]
        match token.kind:
            case Kind.ESCAPE:
                self._say(image[1:])
            case Kind.SPECIAL:
                sign = self._shortcodes.get(image.strip())
                if sign is not None:
                    self._open.append(_Stretch(None, self._length, token.start))
                    image = sign + (" " if image.endswith(" ") else "")
                self._say(image)
            case Kind.LINK:
                link = _LINK.match(image)
                if link is None:
                    raise NotAcceptedError
                self._mark(MarkKind.LINK, link[1], link[2], token)
                if image.endswith(" "):
                    self._say(" ")
            case Kind.TAG:
                name = image[2:].rstrip(" \t")[:-1] if image[1] == "(" else image[1:].rstrip(" \t")
                self.tags[name] = None
                if self._keep_tags:
                    self._mark(MarkKind.TAG, image, name, token)
            case Kind.STATEMENT_MENTION:
                self._mark(MarkKind.STATEMENT_MENTION, image, image.rstrip(" \t")[2:-1], token)
            case _:
                self._mark(MarkKind.ARGUMENT_MENTION, image, image.rstrip(" \t")[2:-1], token)

    def _mark(self, kind: MarkKind, words: str, target: str, token: Token) -> None:
        start = self._length
        self._say(words)
        self._marks.append(Mark(kind, start, self._length, target, Span(token.start, token.end)))

    def _begin(self, token: Token) -> None:
        kind = MarkKind.BOLD if token.end - token.start == 2 else MarkKind.ITALIC  # noqa: PLR2004
        stretch = _Stretch(kind, self._length, token.start)
        self._emphasis.append(stretch)
        self._open.append(stretch)

    def _finish(self, token: Token) -> None:
        """Close what was opened last, be it a special character (then the emphasis stays short)."""
        last = self._open.pop()
        last.stop = self._length or 1
        last.end = token.end
        if self._text[token.end - 1] == " ":
            self._say("undefined " if self._is_void else " ")

    def text(self, span: Span) -> Text | None:
        """Return what was said, or None if nothing was."""
        marks = [
            Mark(stretch.kind, stretch.start, max(stretch.start, stretch.stop), None, place)
            for stretch in self._emphasis
            if stretch.kind
            for place in (Span(stretch.begin, max(stretch.begin, stretch.end)),)
        ]
        marks += self._marks
        marks.sort(key=lambda mark: (mark.span.start, -mark.span.end))
        plain = "".join(self._out)
        return Text(span, plain, tuple(marks)) if plain or marks else None
