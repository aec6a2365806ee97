"""Inline text: emphasis, links, tags, mentions, special characters and escapes.

Ordinary prose is never an error: a marker that closes nothing, or is never closed, is text.
"""

import re
from collections.abc import Mapping

from argmap.source import Span
from argmap.syntax.dialect import Dialect
from argmap.syntax.emphasis import marked_span, pair_emphasis
from argmap.syntax.search import ForwardSearch
from argmap.syntax.shortcodes import SHORTCODES
from argmap.syntax.tree import Mark, MarkKind, Text

_MARKUP = re.compile(r"[\\*_#@\[\r\n.:]")
_SPECIAL = re.compile(r"[\\*_#@\[\r\n]|\.\S+?\.|:\S+?:")
_TOKEN = re.compile(
    r"(?P<escape>\\[^\r\n])"
    r"|(?P<shortcode>\.\S+?\.|:\S+?:)"
    r"|(?P<newline>(?:\r\n|\r|\n)[ \t]*)"
    r"|(?P<marker>[*_])"
    r"|(?P<bracket>\[)"
    r"|(?P<tag>\#[^\x00-,./:-@{-\x9f]+)"
    r"|(?P<long_tag>\#\()"
    r"|(?P<mention>@[\[<])"
)


def read_inline(
    text: str,
    pieces: tuple[Span, ...],
    dialect: Dialect,
    shortcodes: Mapping[str, str] = SHORTCODES,
    *,
    keep_tags: bool = True,
) -> Text:
    """Read what a statement, argument or heading says.

    text:       the whole source text; pieces: the stretches of it that belong together
    shortcodes: `.name.` and `:name:` → character
    keep_tags:  False if tags are left out of the plain text
    """
    span = Span(pieces[0].start, pieces[-1].end) if pieces else Span(0, 0)
    if len(pieces) == 1 and _is_plain(text, span):
        return Text(span, text[span.start : span.end])
    return _Inline(text, dialect, shortcodes, keep_tags).read(span, pieces)


def _is_plain(text: str, span: Span) -> bool:
    """Tell whether a stretch of text says what it says, without markup."""
    first = _MARKUP.search(text, span.start, span.end)  # the quicker one: a set of characters
    if first is None or (first.end() == span.end and first[0] in ".:"):
        return True  # as a sentence ends
    return _SPECIAL.search(text, first.start(), span.end) is None


def _ends_tag(character: str) -> bool:
    return (
        "\ud7ff" < character < "\uf900" or "\ufdcf" < character < "\ufdf0" or character > "\uffef"
    )


class _Inline:
    def __init__(
        self, text: str, dialect: Dialect, shortcodes: Mapping[str, str], keep_tags: bool
    ) -> None:
        self._text, self._dialect = text, dialect
        self._shortcodes, self._keep_tags = shortcodes, keep_tags
        self._find = ForwardSearch(text)
        self._out: list[str] = []  # pieces of plain text
        self._marks: list[tuple[MarkKind, int, int, str | None, Span]] = []  # by piece index
        self._markers: list[int] = []  # offsets of `*` and `_`
        self._marker_pieces: list[int] = []

    def read(self, span: Span, pieces: tuple[Span, ...]) -> Text:
        for index, piece in enumerate(pieces):
            if index:
                self._out.append(" ")
            self._read_piece(piece)
        if self._markers:
            self._mark_emphasis()
        return self._finish(span)

    def _read_piece(self, piece: Span) -> None:
        text, out = self._text, self._out
        position = search_from = piece.start
        while found := _MARKUP.search(text, search_from, piece.end):
            match = _TOKEN.match(text, found.start(), piece.end)
            if match is None:  # a full stop, as a rule
                search_from = found.end()
                continue
            before = text[position : match.start()]
            if before:
                out.append(before if match.lastgroup != "newline" else before.rstrip(" \t"))
            position = match.end()
            token = match[0]
            match match.lastgroup:
                case "escape":
                    out.append(token[1])
                case "shortcode":
                    out.append(self._shortcodes.get(token, token))
                case "newline":
                    out.append(" ")
                case "marker":
                    self._markers.append(match.start())
                    self._marker_pieces.append(len(out))
                    out.append(token)
                case "tag":
                    position = self._short_tag(token, match.start())
                case "long_tag":
                    position = self._long_tag(match.start(), piece.end)
                case "bracket":
                    position = self._link(match.start(), piece.end)
                case _:
                    position = self._mention(match.start(), piece.end)
            search_from = position
        if position < piece.end:
            out.append(text[position : piece.end])

    def _mark(self, kind: MarkKind, target: str, span: Span) -> None:
        """Mark the piece that was put out last."""
        last = len(self._out) - 1
        self._marks.append((kind, last, last + 1, target, span))

    def _tag(self, name: str, span: Span) -> None:
        self._out.append(self._text[span.start : span.end] if self._keep_tags else "")
        self._mark(MarkKind.TAG, name, span)

    def _short_tag(self, token: str, start: int) -> int:
        """Read `#tag`, which ends before private and unassigned characters and those past 65,519.

        The expression that finds it leaves them to be looked at here: with them it would take
        longer to make than an ordinary text to read.
        """
        if not token.isascii():
            foreign = (at for at, character in enumerate(token) if _ends_tag(character))
            token = token[: next(foreign, None)]
        if token == "#":
            self._out.append(token)
        else:
            self._tag(token[1:], Span(start, start + len(token)))
        return start + len(token)

    def _long_tag(self, start: int, end: int) -> int:
        closing = self._find.next(")", start + 2)
        if closing is None or not start + 2 < closing < end:
            self._out.append("#(")
            return start + 2
        self._tag(self._text[start + 2 : closing], Span(start, closing + 1))
        return closing + 1

    def _link(self, start: int, end: int) -> int:
        text = self._text
        closing = self._find.next("]", start + 1)
        if (
            closing is not None
            and start + 1 < closing < end
            and text[closing + 1 : closing + 2] == "("
        ):
            address_end = self._find.next(")", closing + 2)
            if address_end is not None and closing + 2 < address_end < end:
                self._out.append(" ".join(text[start + 1 : closing].split("\n")))
                address = text[closing + 2 : address_end]
                self._mark(MarkKind.LINK, address, Span(start, address_end + 1))
                return address_end + 1
        self._out.append("[")
        return start + 1

    def _mention(self, start: int, end: int) -> int:
        text = self._text
        statement = text[start + 1] == "["
        closing = self._find.next("]" if statement else ">", start + 3)
        if closing is None or closing >= end or "\n" in text[start:closing]:
            self._out.append(text[start : start + 2])
            return start + 2
        self._out.append(text[start : closing + 1])
        kind = MarkKind.STATEMENT_MENTION if statement else MarkKind.ARGUMENT_MENTION
        self._mark(kind, text[start + 2 : closing], Span(start, closing + 1))
        return closing + 1

    def _mark_emphasis(self) -> None:
        """Find out which markers open and close emphasis, and take those out of the text."""
        for pair in pair_emphasis(self._text, self._markers, self._dialect):
            first, last = self._marker_pieces[pair.opening], self._marker_pieces[pair.closing]
            for index in range(pair.length):
                self._out[self._marker_pieces[pair.opening + index]] = ""
                self._out[self._marker_pieces[pair.closing + index]] = ""
            kind = MarkKind.BOLD if pair.length == 2 else MarkKind.ITALIC
            span = marked_span(self._text, self._markers, pair)
            self._marks.append((kind, first, last, None, span))

    def _finish(self, span: Span) -> Text:
        offsets = [0]
        for part in self._out:
            offsets.append(offsets[-1] + len(part))
        plain = "".join(self._out)
        marks = [
            Mark(kind, offsets[first], offsets[last], target, where)
            for kind, first, last, target, where in self._marks
        ]
        marks.sort(key=lambda mark: (mark.span.start, -mark.span.end))
        return Text(span, plain, tuple(marks))


def tag_names(marks: tuple[Mark, ...]) -> tuple[str, ...]:
    """Return the names of the tags among marks, each once, in order."""
    return tuple(dict.fromkeys(m.target for m in marks if m.kind is MarkKind.TAG and m.target))
