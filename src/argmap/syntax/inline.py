"""Inline text: emphasis, links, tags, mentions, special characters and escapes.

Ordinary prose is never an error: a marker that closes nothing, or is never closed, is text.
"""

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass

from argmap.source import Span
from argmap.syntax.dialect import Dialect
from argmap.syntax.search import ForwardSearch
from argmap.syntax.shortcodes import SHORTCODES
from argmap.syntax.tree import Mark, MarkKind, Text

_SPECIAL = re.compile(r"[\\*_#@\[\r\n]|\.\S+?\.|:\S+?:")
_TOKEN = re.compile(
    r"(?P<escape>\\[^\r\n])"
    r"|(?P<shortcode>\.\S+?\.|:\S+?:)"
    r"|(?P<newline>[ \t]*(?:\r\n|\r|\n)[ \t]*)"
    r"|(?P<marker>\*\*|__|\*|_)"
    r"|(?P<bracket>\[)"
    r"|(?P<tag>\#(?:\([^)]+\)|[a-zA-z0-9\-\u00A0-\uD7FF\uF900-\uFDCF\uFDF0-\uFFEF]+))"
    r"|(?P<mention>@[\[<])"
)
_REFERENCE_END = frozenset(")}_.,!?;:-*")
_BLANK_OR_END = frozenset("\0 \t\r\n")


@dataclass(slots=True)
class _Marker:
    """An emphasis marker that has been met: where in the output, and what it has become."""

    image: str
    piece: int
    span: Span
    partner: int | None = None


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
    if len(pieces) == 1 and not _SPECIAL.search(text, span.start, span.end):
        return Text(span, text[span.start : span.end])
    return _Inline(text, dialect, shortcodes, keep_tags).read(span, pieces)


class _Inline:
    def __init__(
        self, text: str, dialect: Dialect, shortcodes: Mapping[str, str], keep_tags: bool
    ) -> None:
        self._text, self._dialect = text, dialect
        self._shortcodes, self._keep_tags = shortcodes, keep_tags
        self._find = ForwardSearch(text)
        self._out: list[str] = []  # pieces of plain text
        self._marks: list[tuple[MarkKind, int, int, str | None, Span]] = []  # by piece index
        self._markers: list[_Marker] = []

    def read(self, span: Span, pieces: tuple[Span, ...]) -> Text:
        for index, piece in enumerate(pieces):
            if index:
                self._out.append(" ")
            self._read_piece(piece)
        self._pair_emphasis()
        return self._finish(span)

    def _read_piece(self, piece: Span) -> None:
        text, out = self._text, self._out
        position = piece.start
        while match := _TOKEN.search(text, position, piece.end):
            if match.start() > position:
                out.append(text[position : match.start()])
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
                    self._markers.append(_Marker(token, len(out), Span(*match.span())))
                    out.append(token)
                case "tag":
                    if self._keep_tags:
                        out.append(token)
                    else:
                        out.append("")
                    name = token[2:-1] if token[1] == "(" else token[1:]
                    self._mark(MarkKind.TAG, name, Span(*match.span()))
                case "bracket":
                    position = self._link(match.start(), piece.end)
                case _:
                    position = self._mention(match.start(), piece.end)
        if position < piece.end:
            out.append(text[position : piece.end])

    def _mark(self, kind: MarkKind, target: str, span: Span) -> None:
        """Mark the piece that was put out last."""
        last = len(self._out) - 1
        self._marks.append((kind, last, last + 1, target, span))

    def _link(self, start: int, end: int) -> int:
        text = self._text
        closing = self._find.next("]", start + 1)
        if closing is not None and start + 1 < closing < end and text[closing + 1 : closing + 2] == "(":
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

    def _pair_emphasis(self) -> None:
        """Find out which markers open and close emphasis, and take those out of the text.

        First as the reference does it; if that leaves a marker unclosed (the reference rejects
        the document then), so that whatever can be paired sensibly is.
        """
        if not self._markers:
            return
        if not self._pair(strictly=True):
            for marker in self._markers:
                marker.partner = None
            self._pair(strictly=False)
        for index, marker in enumerate(self._markers):
            if marker.partner is None:
                continue
            self._out[marker.piece] = ""
            if marker.partner > index:
                kind = MarkKind.BOLD if len(marker.image) == 2 else MarkKind.ITALIC
                other = self._markers[marker.partner]
                span = Span(marker.span.start, other.span.end)
                self._marks.append((kind, marker.piece, other.piece, None, span))

    def _pair(self, *, strictly: bool) -> bool:
        """Pair the markers; return whether none was left open."""
        open_: list[int] = []
        last_open: dict[str, list[int]] = {}
        for index, marker in enumerate(self._markers):
            image, before, after = marker.image, *self._around(marker.span)
            candidates = last_open.get(image, [])
            if self._may_close(before, after, image) and candidates:
                top = candidates[-1]
                if top == open_[-1] or not strictly:
                    marker.partner, self._markers[top].partner = top, index
                    while open_[-1] != top:
                        last_open[self._markers[open_.pop()].image].pop()
                    open_.pop()
                    candidates.pop()
                    continue
            if after in _BLANK_OR_END or (not strictly and not _may_open(before, after, image)):
                continue
            open_.append(index)
            last_open.setdefault(image, []).append(index)
        return not open_

    def _around(self, span: Span) -> tuple[str, str]:
        before = self._text[span.start - 1] if span.start else "\0"
        after = self._text[span.end] if span.end < len(self._text) else "\0"
        return before, after

    def _may_close(self, before: str, after: str, image: str) -> bool:
        if after in _BLANK_OR_END or after in _REFERENCE_END:
            return True
        if self._dialect.narrow_emphasis_end:
            return False
        category = unicodedata.category(after)
        if category[0] in "PS":
            return True
        return category == "Lo" and unicodedata.east_asian_width(after) in "WF"

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


def _may_open(before: str, after: str, image: str) -> bool:
    """Tell whether a marker can open emphasis where the reference's reading has failed."""
    if image[0] == "_" and before.isalnum():
        return False
    return not (before.isalnum() and after.isalnum())


def tag_names(marks: tuple[Mark, ...]) -> tuple[str, ...]:
    """Return the names of the tags among marks, each once, in order."""
    return tuple(dict.fromkeys(m.target for m in marks if m.kind is MarkKind.TAG and m.target))
