"""Plans comments that silence findings: where they can stand, and what they say.

Nothing is written here. Where a comment would change what the text says is seen only when the new
text is read; so each comment comes with several places, the best one first.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from argmap.checks.elements import Elements
from argmap.checks.rule import Rule
from argmap.checks.suppression_comments import Directive, Kind, read_directives
from argmap.diagnostic import Diagnostic
from argmap.source import Piece, Source, Span
from argmap.syntax import Document

_LINE_ENDS = "\r\n"


class Insertion(NamedTuple):
    """A text to put at an offset of a file; `is_new` unless it goes into a comment there is."""

    at: int
    text: str
    is_new: bool


@dataclass(frozen=True, slots=True)
class PlannedComment:
    """A comment for some findings, and the ways to write it: the first one that works counts."""

    diagnostics: tuple[Diagnostic, ...]
    ways: tuple[tuple[Insertion, ...], ...]


@dataclass(slots=True)
class _Wanted:
    """What one comment has to silence."""

    codes: dict[str, None] = field(default_factory=dict)
    diagnostics: list[Diagnostic] = field(default_factory=list)


def plan_comments(
    document: Document, diagnostics: Iterable[Diagnostic], rules: Iterable[Rule], reason: str = ""
) -> list[PlannedComment]:
    """Return a comment for each element that something is found in, and one for the file.

    Only findings in the file that was asked for, not in what it includes, get one. Places are
    offsets in that file. A comment that stands there already is extended.

    reason: why the findings do not matter; written behind ` -- `
    """
    return _Planner(document, tuple(rules), " ".join(reason.split())).plan(diagnostics)


class _Planner:
    def __init__(self, document: Document, rules: tuple[Rule, ...], reason: str) -> None:
        self._document, self._reason = document, reason
        self._source = document.source
        self._path = self._source.path
        self._elements = Elements(document)
        self._of_element: dict[int, Directive] = {}
        self._of_file: Directive | None = None
        for directive in read_directives(document, rules)[0]:
            if self._source.piece_at(directive.comment.span.start).path != self._path:
                continue
            if directive.kind is Kind.IGNORE_FILE:
                self._of_file = self._of_file or directive
            elif directive.kind is Kind.IGNORE:
                element = self._elements.of_comment(directive.comment)
                if element is not None:
                    self._of_element[element] = directive

    def plan(self, diagnostics: Iterable[Diagnostic]) -> list[PlannedComment]:
        wanted: dict[int | None, _Wanted] = {}
        for diagnostic in diagnostics:
            start = diagnostic.span.start
            if self._source.piece_at(start).path != self._path:
                continue
            element = self._elements.at(start)
            if element is not None:
                begin = self._elements.start(element)
                if self._source.piece_at(begin).path != self._path:
                    element = None
            entry = wanted.setdefault(element, _Wanted())
            entry.codes[diagnostic.code] = None
            entry.diagnostics.append(diagnostic)
        return [
            PlannedComment(tuple(entry.diagnostics), tuple(self._ways(element, entry.codes)))
            for element, entry in sorted(wanted.items(), key=_order)
        ]

    def _ways(self, element: int | None, codes: Iterable[str]) -> list[tuple[Insertion, ...]]:
        directive = self._of_file if element is None else self._of_element.get(element)
        named = directive.selectors if directive is not None else ()
        there = frozenset[str]().union(*(selector.codes for selector in named))
        names = ", ".join(sorted(code for code in codes if code not in there))
        ways: list[tuple[Insertion, ...]] = []
        if not names:
            return ways  # what does not help once does not help twice
        if directive is not None and (extended := self._extended(directive, names)):
            ways.append(extended)
        if element is None:
            ways.append((self._at_top(names),))
        else:
            ways += self._at_element(element, names)
        return ways

    def _at_element(self, element: int, names: str) -> list[tuple[Insertion, ...]]:
        """Return a line above an element, and else the end of its line."""
        piece, line = self._source.line_span_at(self._elements.start(element))
        words = f"argmap: ignore {names}{self._because}"
        said = piece.text[line.start : line.end]
        indent = said[: len(said) - len(said.lstrip(" \t"))]
        above = f"{indent}// {words}{_line_end(piece.text)}"
        is_last = line.end == len(piece.text)
        behind = f" {_block(words)}" if is_last else f" // {words}"
        return [
            (Insertion(line.start, above, True),),
            (Insertion(line.end, behind, True),),
        ]

    def _at_top(self, names: str) -> Insertion:
        """Return a comment at the top of the file, below the front matter, by itself."""
        piece = self._source.typed.pieces[0]
        text, end = piece.text, _line_end(piece.text)
        words = f"argmap: ignore-file {names}{self._because}"
        place = _below_front_matter(self._source, self._document, piece)
        is_first = place == 0 or text[:place] == "\ufeff"
        if place == len(text):
            gap = "" if is_first else end if text.endswith(tuple(_LINE_ENDS)) else end + end
            return Insertion(place, f"{gap}{_block(words)}", True)
        if is_first:
            return Insertion(place, f"// {words}{end}{end}", True)
        return Insertion(place, f"{end}// {words}{end}", True)

    def _extended(self, directive: Directive, names: str) -> tuple[Insertion, ...]:
        """Return what puts codes into a comment; nothing if that cannot be."""
        offset, begin = directive.code_end, directive.comment.span.start
        typed = self._source.typed_span(Span(begin, directive.comment.span.end))
        if typed is None:
            return ()
        _, start = self._source.typed.in_file(typed.start)
        text = f", {names}" if directive.selectors else f" {names}"
        into = Insertion(start + offset - begin, text, False)
        if not self._reason or directive.has_reason:
            return (into,)
        return (into._replace(text=text + self._because + ("" if self._is_line(begin) else " ")),)

    def _is_line(self, start: int) -> bool:
        return self._source.text.startswith("//", start)

    @property
    def _because(self) -> str:
        return f" -- {self._reason}" if self._reason else ""


def _order(wanted: tuple[int | None, _Wanted]) -> int:
    return -1 if wanted[0] is None else wanted[0]  # the file's comment stands above all others


def _below_front_matter(source: Source, document: Document, piece: Piece) -> int:
    """Return the offset in the file behind the line in which its front matter ends."""
    front = document.front_matter
    text = piece.text
    if front is None:
        return 1 if text.startswith("\ufeff") else 0
    _, within = source.in_file(max(front.span.end - 1, front.span.start))
    place = within + 1
    while place < len(text) and text[place] not in _LINE_ENDS:
        place += 1
    if text.startswith("\r\n", place):
        return place + 2
    return min(place + 1, len(text))


def _line_end(text: str) -> str:
    """Return the line end of a file: the first one in it."""
    place = next((i for i, character in enumerate(text) if character in _LINE_ENDS), None)
    if place is None:
        return "\n"
    return "\r\n" if text.startswith("\r\n", place) else text[place]


def _block(words: str) -> str:
    """Return a comment for a last line, where the reference takes `//` for text."""
    return f"/* {words.replace('*/', '* /')} */"


def insert(text: str, insertions: Sequence[Insertion]) -> str:
    """Return a text with insertions; those at one place in the order given."""
    parts: list[str] = []
    read = 0
    for insertion in sorted(insertions, key=lambda insertion: insertion.at):
        parts += text[read : insertion.at], insertion.text
        read = insertion.at
    return "".join([*parts, text[read:]])
