"""Words as they may stand in Markdown: the author's markup is kept, and nothing else is any.

Written for CommonMark 0.31, and so that the usual extensions (struck out text, tables) find
nothing in a text that its author did not mean.
"""

import re
import unicodedata
from collections.abc import Callable, Iterator
from typing import NamedTuple

from argmap.rendering.display_text import printable
from argmap.syntax import Mark, MarkKind, Text

_MARKUP = re.compile(r"[\\`*_\[\]<~]|&(?=#?\w+;)")
_LINE_START = re.compile(r"(?P<number>\d+)(?=[.)](?:\s|$))|(?=[#>=+|-])")
_BLANKS = re.compile(r"\s+")
_SAFE_SCHEME = re.compile(r"(?:https?|ftp|mailto):|[^:]*(?:[/?#]|$)", re.IGNORECASE)
_DELIMITERS = {MarkKind.BOLD: "**", MarkKind.ITALIC: "*"}
_MENTIONS = (MarkKind.STATEMENT_MENTION, MarkKind.ARGUMENT_MENTION)

Mention = Callable[[Mark], str]
"""The mark of a mention → what is to be written for it, Markdown already."""


def plain_markdown(words: str) -> str:
    """Return words on one line, such that Markdown shows them as they are.

    They must not begin a line; see `at_line_start`.
    """
    return _escaped(printable(words))


def at_line_start(markdown: str) -> str:
    """Return one line of Markdown so that its beginning makes no list, heading or quote of it."""
    match = _LINE_START.match(markdown)
    if match is None:
        return markdown
    if match["number"]:
        return f"{match['number']}\\{markdown[match.end() :]}"
    return "\\" + markdown


def in_heading(markdown: str) -> str:
    """Return one line of Markdown so that a heading keeps the hashes at its end."""
    words = markdown.rstrip("#")
    if words.endswith("\\"):
        words = markdown[: len(words) + 1]  # the first of them is escaped already
    hashes = markdown[len(words) :]
    return f"{words}\\{hashes}" if hashes else markdown


def without_last_tags(text: Text) -> tuple[Text, tuple[str, ...]]:
    """Return a text without the tags at its end, and the names of the tags that are left in it."""
    end = len(text.plain.rstrip())
    tags = [mark for mark in text.marks if mark.kind is MarkKind.TAG and mark.stop > mark.start]
    while tags and tags[-1].stop == end:
        end = len(text.plain[: tags.pop().start].rstrip())
    marks = tuple(
        Mark(mark.kind, mark.start, min(mark.stop, end), mark.target, mark.span)
        for mark in text.marks
        if mark.start < end
    )
    return Text(text.span, text.plain[:end], marks), tuple(mark.target or "" for mark in tags)


def markdown_of(text: Text, mention: Mention) -> str:
    """Return a text as Markdown on one line, with its emphasis, links and mentions.

    Emphasis that Markdown cannot express where it stands, such as a part of a word that begins
    with a quotation mark, is left out, and so is a link to anything but a web page, a file or a
    mail address; the words stay.
    """
    return _Inline(text, mention).write()


class _Piece(NamedTuple):
    """A stretch [start, stop) of the words that is written as something else."""

    start: int
    stop: int
    markdown: str


class _Inline:
    def __init__(self, text: Text, mention: Mention) -> None:
        self._words, self._places = _on_one_line(text.plain)
        self._marks = [
            (mark, self._places[mark.start], self._places[mark.stop]) for mark in text.marks
        ]
        self._pieces = {piece.start: piece for piece in self._replaced(mention)}
        self._piece_ends = {piece.stop for piece in self._pieces.values()}

    def _replaced(self, mention: Mention) -> Iterator[_Piece]:
        for mark, start, stop in self._marks:
            words = self._words[start:stop]
            if mark.kind in _MENTIONS:
                yield _Piece(start, stop, mention(mark))
            elif mark.kind is MarkKind.LINK and words.strip():
                address = _address(mark.target or "")
                if address:
                    yield _Piece(start, stop, f"[{_escaped(words)}]({address})")

    def write(self) -> str:
        opening, closing = self._emphasis()
        stops = sorted({*opening, *closing, *self._pieces, len(self._words)})
        written: list[str] = []
        position = 0
        for stop in stops:
            if stop > position:
                written.append(_escaped(self._words[position:stop]))
                position = stop
            written += closing.get(stop, ())
            written += opening.get(stop, ())
            if piece := self._pieces.get(stop):
                written.append(piece.markdown)
                position = piece.stop
        return "".join(written).strip()

    def _emphasis(self) -> tuple[dict[int, list[str]], dict[int, list[str]]]:
        """Return the delimiters that stand before each offset: those that open, and close."""
        opening: dict[int, list[str]] = {}
        closing: dict[int, list[str]] = {}
        around: list[tuple[MarkKind, int]] = []  # what is open: kind, and where it ends
        for mark, *ends in self._marks:
            if mark.kind not in _DELIMITERS:
                continue
            start, stop = self._trimmed(*ends)
            while around and around[-1][1] <= start:
                around.pop()
            is_inside = any(kind is mark.kind for kind, _ in around)
            if start >= stop or is_inside or start in closing or not self._can_stand(start, stop):
                continue
            around.append((mark.kind, stop))
            delimiter = _DELIMITERS[mark.kind]
            opening.setdefault(start, []).append(delimiter)
            closing.setdefault(stop, []).insert(0, delimiter)
        return opening, closing

    def _trimmed(self, start: int, stop: int) -> tuple[int, int]:
        """Leave out the blanks at the ends of a stretch."""
        inside = self._words[start:stop]
        words = inside.strip(" ")
        start += len(inside) - len(inside.lstrip(" "))
        return start, start + len(words)

    def _can_stand(self, start: int, stop: int) -> bool:
        """Tell whether delimiters at these offsets open and close (left- and right-flanking)."""
        first, last = self._words[start], self._words[stop - 1]
        if start in self._pieces:
            first = "["
        if stop in self._piece_ends:
            last = ")"
        before = self._words[start - 1] if start else " "
        behind = self._words[stop] if stop < len(self._words) else " "
        return (first.isalnum() or _parts_words(before)) and (
            last.isalnum() or _parts_words(behind)
        )


def _parts_words(character: str) -> bool:
    return character == " " or unicodedata.category(character)[0] in "PS"


def _on_one_line(plain: str) -> tuple[str, list[int]]:
    """Return a text as `printable` has it, and for each of its offsets the one in the result."""
    result: list[str] = []
    places: list[int] = []
    size = 0
    for character in plain:
        places.append(size)
        if character.isspace():
            shown = "" if not result or result[-1] == " " else " "
        else:
            shown = printable(character)
        if shown:
            result.append(shown)
            size += 1
    places.append(size)
    return "".join(result), places


def _escaped(words: str) -> str:
    return _MARKUP.sub(lambda match: "\\" + match[0], words)


def _address(target: str) -> str:
    """Return the address of a link as Markdown wants it; empty if it should not be followed."""
    address = _BLANKS.sub("%20", printable(target))
    if not _SAFE_SCHEME.match(address):
        return ""
    for character, code in (
        ("<", "%3C"),
        (">", "%3E"),
        ("\\", "%5C"),
        ("(", "%28"),
        (")", "%29"),
        ("`", "%60"),
    ):
        address = address.replace(character, code)
    return re.sub(r"&(?=#?\w+;)", "&amp;", address)
