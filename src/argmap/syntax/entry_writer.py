"""Numbered lines, written as Argdown: a statement, and the supports that it names."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from argmap.source import Span
from argmap.syntax.braces import BraceMatcher
from argmap.syntax.numbered_lists import Entry
from argmap.syntax.rewriting import Rewriter

_LINKED = re.compile(r"[{,\n][ \t]*[\"']?linked[\"']?[ \t]*:")
_BLOCK_DATA = re.compile(
    r"\{[ \t]*(?P<line_end>\r\n|\r|\n)(?:[ \t]*(?:\r\n|\r|\n))*+(?P<indent>[ \t]*)"
)
_EMPTY_DATA = re.compile(r"\{\s*\}")
_STOPS = ".。．!！?？;；:：…}"
_INDENT = "  "


class _Edit(NamedTuple):
    span: Span
    text: str
    origin: int | None = None


class EntryWriter:
    """Writes entries with a rewriter; they have to come in the order of the text."""

    def __init__(self, text: str, rewriter: Rewriter, line_end: str) -> None:
        self._text, self._rewriter, self._line_end = text, rewriter, line_end
        self._braces = BraceMatcher(text)

    def write(self, entry: Entry) -> None:
        """Write one entry in place of its lines."""
        data = next((span for line in entry.words for span in line.data), None)
        data = data or self._data_before_source(entry)
        is_linked = len(entry.premises) > 1 and not (data and _LINKED.search(self._text, *data))
        edits = [*self._title(entry), *self._source(entry)]
        if is_linked:
            edits.append(self._data(entry, data))
        edits += self._premises(entry, is_linked=is_linked)
        edits += self._relations(entry)
        for edit in sorted(edits, key=lambda edit: edit.span):
            self._rewriter.replace(*edit)

    def _title(self, entry: Entry) -> Iterator[_Edit]:
        first = entry.words[0]
        place, behind = Span(first.start, first.begin), Span(first.begin, first.begin)
        if entry.is_titled:
            yield _Edit(place, "")
            return
        yield _Edit(place, entry.name, first.marker.start)
        said = next((line.words.start for line in entry.words if line.words), None)
        reference = entry.source.span.start if entry.source else None
        mark = "" if said is None or reference == said else ":"
        if first.begin < first.end and not first.begin == said == reference:
            mark += " "
        yield _Edit(behind, mark, first.marker.end)

    def _source(self, entry: Entry) -> Iterator[_Edit]:
        """Take out the parenthesis; a full stop behind it goes to the words before it."""
        if entry.source is None:
            return
        span, _, stop, _ = entry.source
        start = self._alone_from(entry)
        if start is not None:
            yield _Edit(Span(start, span.end), "")
            return
        has_words = span.start > entry.words[0].begin
        keeps_stop = has_words and self._text[span.start - 1] not in _STOPS
        yield _Edit(span, self._text[slice(*stop)] if keeps_stop else "", stop.start)

    def _alone_from(self, entry: Entry) -> int | None:
        """Return the end of the line above a parenthesis that has lines of its own, else None."""
        assert entry.source is not None
        start = entry.source.span.start
        line = next(line for line in entry.words[1:] or entry.words if line.end >= start)
        if line is entry.words[0] or line.words is None or line.words.start != start:
            return None
        if entry.words[-1].words and entry.words[-1].words.end > entry.source.span.end:
            return None  # tags stay on the line
        above = line.start
        if self._text[above - 2 : above] == "\r\n":
            return above - 2
        return above - 1 if self._text[above - 1] in "\r\n" else above

    def _data(self, entry: Entry, data: Span | None) -> _Edit:
        """Say that the supports below are linked, in the data that is there or in new data."""
        assert entry.source is not None
        text, origin = self._text, entry.source.paren.start
        if data is None:
            return _Edit(self._behind_words(entry), " {linked: true}", origin)
        if block := _BLOCK_DATA.match(text, *data):
            place = block.end("line_end")
            return _Edit(Span(place, place), f"{block['indent']}linked: true{block[1]}", origin)
        inside = Span(data.start + 1, data.start + 1)
        is_empty = _EMPTY_DATA.match(text, *data)
        return _Edit(inside, "linked: true" if is_empty else "linked: true, ", origin)

    def _data_before_source(self, entry: Entry) -> Span | None:
        """Return data that the parenthesis stands behind: it is data once that is gone."""
        if entry.source is None:
            return None
        end = entry.source.span.start
        for line in entry.words:
            start = self._text.find("{", line.begin, end)
            while start >= 0 and self._text[end - 1] == "}":
                if self._braces.end(start) == end:
                    return Span(start, end)
                start = self._text.find("{", start + 1, end)
        return None

    def _behind_words(self, entry: Entry) -> Span:
        """Return where the words end that are left without the parenthesis."""
        assert entry.source is not None
        start = self._alone_from(entry)
        ends = [line.words.end for line in entry.words if line.words]
        if start is not None:
            ends = [end for end in ends if end <= start] or [entry.words[0].begin]
        return Span(ends[-1], ends[-1])

    def _premises(self, entry: Entry, *, is_linked: bool) -> Iterator[_Edit]:
        """Write the supports, above what the author relates to the statement.

        The author's own supports are separate reasons: with linked ones they go to a second
        occurrence of the statement.
        """
        if not entry.premises:
            return
        place = entry.words[-1].end
        is_apart = is_linked and self._has_own_supports(entry)
        indent = _INDENT
        if entry.relations and not is_apart:
            first = entry.relations[0]
            indent = _plain_blanks(self._text[first.start : first.marker.start]) or _INDENT
        behind = place
        for name, number in entry.premises:
            yield _Edit(Span(place, place), self._line_end + indent, behind)
            yield _Edit(Span(place, place), f"+ {name}", number.start)
            behind = number.end
        if is_apart:
            yield _Edit(Span(place, place), f"{self._line_end * 2}{entry.name}", place)

    def _has_own_supports(self, entry: Entry) -> bool:
        level = entry.relations[0].width if entry.relations else 0
        symbols = (
            self._text[slice(*line.marker)] for line in entry.relations if line.width <= level
        )
        return any(symbol in ("+", "<+") for symbol in symbols)

    def _relations(self, entry: Entry) -> Iterator[_Edit]:
        """Make blanks of full-width ones in front of what the author relates to the statement."""
        for line in entry.relations:
            place = Span(line.start, line.marker.start)
            blanks = self._text[slice(*place)]
            if blanks != _plain_blanks(blanks):
                yield _Edit(place, _plain_blanks(blanks))


def _plain_blanks(blanks: str) -> str:
    return blanks.replace("\u3000", "  ")
