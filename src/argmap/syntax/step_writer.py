"""Steps of a numbered list, written as Argdown: a statement, and the supports that it names."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from argmap.source import Span
from argmap.syntax.numbered_lists import Step
from argmap.syntax.rewriting import Rewriter

_LINKED = re.compile(r"[{,\n][ \t]*[\"']?linked[\"']?[ \t]*:")
_BLOCK_DATA = re.compile(
    r"\{[ \t]*(?P<line_end>\r\n|\r|\n)(?:[ \t]*(?:\r\n|\r|\n))*+(?P<indent>[ \t]*)"
)
_EMPTY_DATA = re.compile(r"\{\s*\}")
_STOPS = ".。．!！?？;；:：…"
_INDENT = "  "


class _Edit(NamedTuple):
    span: Span
    text: str
    origin: int | None = None


class StepWriter:
    """Writes steps with a rewriter; they have to come in the order of the text."""

    def __init__(self, text: str, rewriter: Rewriter, line_end: str) -> None:
        self._text, self._rewriter, self._line_end = text, rewriter, line_end

    def write(self, step: Step) -> None:
        """Write one step in place of its lines."""
        data = next((span for line in step.words for span in line.data), None)
        is_linked = len(step.premises) > 1 and not (data and _LINKED.search(self._text, *data))
        edits = [*self._title(step), *self._source(step)]
        if is_linked:
            edits.append(self._data(step, data))
        edits += self._premises(step, is_linked=is_linked)
        edits += self._relations(step)
        for edit in sorted(edits, key=lambda edit: edit.span.start):
            self._rewriter.replace(*edit)

    def _title(self, step: Step) -> Iterator[_Edit]:
        first = step.words[0]
        place, behind = Span(first.start, first.begin), Span(first.begin, first.begin)
        if step.is_titled:
            yield _Edit(place, "")
            return
        yield _Edit(place, step.name, first.marker.start)
        said = next((line.words.start for line in step.words if line.words), None)
        reference = step.source.span.start if step.source else None
        mark = "" if said is None or reference == said else ":"
        if first.begin < first.end and not first.begin == said == reference:
            mark += " "
        yield _Edit(behind, mark, first.marker.end)

    def _source(self, step: Step) -> Iterator[_Edit]:
        """Take out the parenthesis; a full stop behind it goes to the words before it."""
        if step.source is None:
            return
        span, _, stop, _ = step.source
        start = self._alone_from(step)
        if start is not None:
            yield _Edit(Span(start, span.end), "")
            return
        has_words = span.start > step.words[0].begin
        keeps_stop = has_words and self._text[span.start - 1] not in _STOPS
        yield _Edit(span, self._text[slice(*stop)] if keeps_stop else "", stop.start)

    def _alone_from(self, step: Step) -> int | None:
        """Return the end of the line above a parenthesis that has lines of its own, else None."""
        assert step.source is not None
        start = step.source.span.start
        line = next(line for line in step.words[1:] or step.words if line.end >= start)
        if line is step.words[0] or line.words is None or line.words.start != start:
            return None
        if step.words[-1].words and step.words[-1].words.end > step.source.span.end:
            return None  # tags stay on the line
        above = line.start
        if self._text[above - 2 : above] == "\r\n":
            return above - 2
        return above - 1 if self._text[above - 1] in "\r\n" else above

    def _data(self, step: Step, data: Span | None) -> _Edit:
        """Say that the supports below are linked, in the data that is there or in new data."""
        assert step.source is not None
        text, origin = self._text, step.source.paren.start
        if data is None:
            return _Edit(self._behind_words(step), " {linked: true}", origin)
        if block := _BLOCK_DATA.match(text, *data):
            place = block.end("line_end")
            return _Edit(Span(place, place), f"{block['indent']}linked: true{block[1]}", origin)
        inside = Span(data.start + 1, data.start + 1)
        is_empty = _EMPTY_DATA.match(text, *data)
        return _Edit(inside, "linked: true" if is_empty else "linked: true, ", origin)

    def _behind_words(self, step: Step) -> Span:
        """Return where the words end that are left without the parenthesis."""
        assert step.source is not None
        start = self._alone_from(step)
        ends = [line.words.end for line in step.words if line.words]
        if start is not None:
            ends = [end for end in ends if end <= start] or [step.words[0].begin]
        return Span(ends[-1], ends[-1])

    def _premises(self, step: Step, *, is_linked: bool) -> Iterator[_Edit]:
        """Write the supports, above what the author relates to the statement.

        The author's own supports are separate reasons: with linked ones they go to a second
        occurrence of the statement.
        """
        if not step.premises:
            return
        place = step.words[-1].end
        is_apart = is_linked and self._has_own_supports(step)
        indent = _INDENT
        if step.relations and not is_apart:
            first = step.relations[0]
            indent = _plain_blanks(self._text[first.start : first.marker.start]) or _INDENT
        behind = place
        for name, number in step.premises:
            yield _Edit(Span(place, place), self._line_end + indent, behind)
            yield _Edit(Span(place, place), f"+ {name}", number.start)
            behind = number.end
        if is_apart:
            yield _Edit(Span(place, place), f"{self._line_end * 2}{step.name}", place)

    def _has_own_supports(self, step: Step) -> bool:
        level = step.relations[0].width if step.relations else 0
        symbols = (
            self._text[slice(*line.marker)] for line in step.relations if line.width <= level
        )
        return any(symbol in ("+", "<+") for symbol in symbols)

    def _relations(self, step: Step) -> Iterator[_Edit]:
        """Make blanks of full-width ones in front of what the author relates to the statement."""
        for line in step.relations:
            place = Span(line.start, line.marker.start)
            blanks = self._text[slice(*place)]
            if blanks != _plain_blanks(blanks):
                yield _Edit(place, _plain_blanks(blanks))


def _plain_blanks(blanks: str) -> str:
    return blanks.replace("\u3000", "  ")
