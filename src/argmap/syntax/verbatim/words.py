"""Tokens → what a statement, argument or heading says.

Blanks behind a token belong to it, and what of them reaches the text differs by its kind; blanks
behind comments, and tabs behind markup, are lost.
"""

import re
from collections.abc import Mapping, Sequence

from argmap.source import Span
from argmap.syntax.reference.tokens import WORDS, Kind, Token
from argmap.syntax.tree import Mark, MarkKind, Text
from argmap.syntax.verbatim.not_accepted import NotAcceptedError

_LINE = re.compile("[^\n\r\u2028\u2029]*")


class _Stretch:
    """Emphasis, or a special character: where it begins and, as far as that is known, ends.

    [start, stop) in what is said, [begin, end) in the source.
    """

    def __init__(self, kind: MarkKind, start: int, begin: int, end: int) -> None:
        self.kind, self.start, self.stop = kind, start, start + 1
        self.begin, self.end = begin, end

    def mark(self, length: int) -> Mark:
        """Return it as a mark of a text of some length."""
        stop = min(max(self.start, self.stop), length)
        return Mark(self.kind, self.start, stop, None, Span(self.begin, self.end))


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
        self._emphasis: list[_Stretch] = []
        self._open: list[_Stretch] = []  # the emphasis that is to be closed
        self._closable: list[_Stretch] = []  # what the reference takes for that, the last first

    def read(self, tokens: Sequence[Token], index: int) -> int:
        """Read tokens from an index on, and return the index of the first that is no word."""
        while (token := tokens[index]).kind in WORDS:
            following = tokens[index + 1].kind
            match token.kind:
                case Kind.PLAIN:
                    self._say(self._text[token.start : token.end])
                case Kind.NEWLINE:
                    if (
                        following in WORDS
                        and following is not Kind.CLOSING
                        and not self._is_spaced()
                    ):
                        self._say(" ")
                case Kind.OPENING:
                    self._begin(token)
                case Kind.CLOSING:
                    self._finish(token)
                case _:
                    self._add(token)
            index += 1
        if self._open:
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
            case Kind.SHORTCODE:
                sign = self._shortcodes.get(image.strip())
                if sign is not None:
                    place = (self._length, token.start, token.end)
                    self._closable.append(_Stretch(MarkKind.BOLD, *place))
                    image = sign + (" " if image.endswith(" ") else "")
                self._say(image)
            case Kind.LINK:
                words, address = _link(image)
                self._mark(MarkKind.LINK, words, address, token)
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
        end = token.start + len(self._text[token.start : token.end].rstrip(" \t"))
        self._marks.append(Mark(kind, start, self._length, target, Span(token.start, end)))

    def _begin(self, token: Token) -> None:
        kind = MarkKind.BOLD if token.end - token.start == 2 else MarkKind.ITALIC
        stretch = _Stretch(kind, self._length, token.start, token.end)
        for stretches in (self._emphasis, self._open, self._closable):
            stretches.append(stretch)

    def _finish(self, token: Token) -> None:
        """Close emphasis. A special character in it is what gets closed; then it stays short."""
        emphasis = self._open.pop()
        emphasis.end = token.end - (self._text[token.end - 1] in " \t")
        self._closable.pop().stop = self._length or 1
        if self._text[token.end - 1] == " ":
            self._say("undefined " if self._is_void else " ")

    def text(self, span: Span) -> Text | None:
        """Return what was said, or None if nothing was."""
        plain = "".join(self._out)
        marks = [stretch.mark(len(plain)) for stretch in self._emphasis] + self._marks
        marks.sort(key=lambda mark: (mark.span.start, -mark.span.end))
        return Text(span, plain, tuple(marks)) if plain or marks else None


def _link(image: str) -> tuple[str, str]:
    """Return words and address of `[…](…)`, which reach as far as they can on one line."""
    line = _LINE.match(image)
    end = image.rfind(")", 0, line.end() if line else 0)
    middle = image.rfind("](", 2, max(end - 1, 0))
    if middle < 0:
        raise NotAcceptedError
    return image[1:middle], image[middle + 2 : end]
