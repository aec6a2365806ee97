"""Outlines: dashes at the start of a line for claims, dashes below them for their reasons.

- Trams are good                Trams are good
  - They are quiet      →         + They are quiet
  <- They cost too much           <- They cost too much
"""

from collections.abc import Sequence

from argmap.diagnostic import Finding, Problem
from argmap.source import Span
from argmap.syntax.rewriting import Rewriter
from argmap.syntax.shorthand_lines import Kind, ShorthandLine, reads_as_marker

_INDENT = "  "


class OutlineWriter:
    """Writes outlines with a rewriter; they have to come in the order of the text.

    `problems` are about bullets that nothing stands behind.
    """

    def __init__(self, text: str, rewriter: Rewriter, line_end: str) -> None:
        self.problems: list[Problem] = []
        self._text, self._rewriter, self._line_end = text, rewriter, line_end
        self._widths: list[int] = []  # of the lines that the next one may belong to
        self._last: ShorthandLine | None = None  # the line above, unless it was left out

    def write(self, lines: Sequence[ShorthandLine]) -> ShorthandLine | None:
        """Write one outline in place of its lines.

        Returns its last line, for an empty line to be put below; None if it ends with one.
        """
        self._widths, self._last = [], None
        gap: list[ShorthandLine] = []  # empty lines and empty bullets above the next line
        lines = [line.as_words() if line.kind is Kind.NUMBER else line for line in lines]
        position = 0
        while position < len(lines):
            line = lines[position]
            below = lines[position + 1] if position + 1 < len(lines) else None
            position += 1
            if line.kind is Kind.BLANK:
                gap.append(line)
            elif line.kind is not Kind.BULLET and not (line.kind is Kind.RELATION and line.width):
                self._close(gap)
                self._write_words(line)
            elif line.is_silent and below is not None and _says_something(below):
                self._begin(line, gap, Span(line.start, below.begin), below)
                position += 1
            elif line.is_silent and line.kind is Kind.BULLET:
                gap.append(line)
            else:
                self._begin(line, gap, Span(line.start, line.begin), line)
        if any(line.kind is Kind.BULLET for line in gap):
            self._close(gap)
            return None
        return self._last

    def _begin(
        self, line: ShorthandLine, gap: list[ShorthandLine], place: Span, words: ShorthandLine
    ) -> None:
        """Write a claim or a reason, whose words begin behind `place` in the line `words`."""
        while self._widths and self._widths[-1] >= line.width:
            self._widths.pop()
        level = len(self._widths)
        self._widths.append(line.width)
        if level:
            origin = self._remove(gap)
            symbol = self._text[slice(*line.marker)]
            if line.kind is Kind.BULLET or symbol == "-":
                symbol = "+"
            indent = _INDENT * level
            self._rewriter.replace(place, indent, line.start if origin is None else origin)
            self._rewriter.insert(place.end, symbol, line.marker.start)
            if words.begin < words.end:
                self._rewriter.insert(place.end, " ", line.marker.end)
        else:
            if self._last is not None and not gap:
                self._rewriter.insert(self._last.end, self._line_end)
            self._close(gap)
            self._rewriter.replace(place, "")
            if words.opener is None and words.words is not None:
                first = words.words.start  # a comment may stand before it
                if reads_as_marker(self._text, first):
                    self._rewriter.insert(first, "\\")
        self._last = words

    def _write_words(self, line: ShorthandLine) -> None:
        """Write a line that goes on with the one above, below its first word."""
        level = len(self._widths) - 1
        indent = _INDENT * (level + 1) if level else ""
        if not indent and self._text.startswith("#", line.begin):
            indent = _INDENT  # at the start of a line it would be a heading
        if _says_something(line):  # a full-width blank alone is no empty line, and stays
            self._rewriter.replace(Span(line.start, line.marker.start), indent, line.start)
        self._last = line

    def _close(self, gap: list[ShorthandLine]) -> None:
        """Leave a gap between two claims: empty bullets become empty lines."""
        for line in gap:
            if line.kind is Kind.BULLET:
                self._leave_out(line, self._line_end)
        gap.clear()

    def _remove(self, gap: list[ShorthandLine]) -> int | None:
        """Remove a gap above a reason, which has to stand directly below what it is for.

        Returns the place of the first empty bullet in it, which the blanks in front of the reason
        stand for from now on; only that one is reported.
        """
        origin: int | None = None
        for line in gap:
            if line.kind is Kind.BLANK:
                self._rewriter.replace(Span(line.start, line.after), "")
            else:
                self._leave_out(line, "", is_reported=origin is None)
                origin = line.marker.start if origin is None else origin
        gap.clear()
        return origin

    def _leave_out(self, line: ShorthandLine, line_end: str, *, is_reported: bool = True) -> None:
        if line.begin < line.end:  # a comment stands behind the bullet
            self._rewriter.replace(Span(line.start, line.begin), "")
            return
        self._rewriter.replace(Span(line.start, line.after), line_end, line.marker.start)
        if is_reported:
            finding = Finding(
                line.marker,
                "This line of the outline says nothing, and is left out.",
                "write a claim or a reason behind the dash.",
            )
            self.problems.append(Problem("SYN001", finding))


def _says_something(line: ShorthandLine) -> bool:
    return line.kind is Kind.TEXT and line.begin < line.end


def outline_end(lines: Sequence[ShorthandLine], start: int) -> int:
    """Return the index behind the last line of the outline that begins at an index.

    Below an empty line only bullets and indented relations go on with it.
    """
    end = position = start
    while position < len(lines):
        line = lines[position]
        if line.kind in (Kind.HEADING, Kind.BREAK):
            break
        if line.kind is not Kind.BLANK:
            goes_on = line.kind is Kind.BULLET or (line.kind is Kind.RELATION and line.width > 0)
            if position > end and not goes_on:
                break
            end = position + 1
        position += 1
    return end
