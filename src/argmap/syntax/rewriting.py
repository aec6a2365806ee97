"""Making a text of another one, without losing where anything in it was typed."""

from bisect import bisect_right
from collections.abc import Iterable

from argmap.diagnostic import Problem
from argmap.source import Rewriting, Source, Span, Stretch


class Rewriter:
    """Writes a source anew, from front to back; what is not mentioned is copied.

    Every place has to be at or behind the one before.
    """

    def __init__(self, source: Source) -> None:
        self._source = source
        self._read = 0  # up to where the old text is dealt with
        self._written = 0
        self._parts: list[str] = []
        self._stretches: list[Stretch] = []

    def replace(self, span: Span, text: str, origin: int | None = None) -> None:
        """Write a text in place of a span.

        origin: where findings about the new text shall point to, if not to the span's start
        """
        self._copy(span.start)
        self._read = span.end
        self._write(text, span.start if origin is None else origin, 0)

    def insert(self, at: int, text: str, origin: int | None = None) -> None:
        """Write a text at a place of the old one."""
        self.replace(Span(at, at), text, origin)

    def finish(self) -> Source:
        """Return the new source: the old one, if nothing was changed."""
        source = self._source
        if not self._read and not self._parts:
            return source
        self._copy(len(source.text))
        text = "".join(self._parts)
        if text == source.text:
            return source
        stretches = tuple(self._stretches) or (Stretch(0, 0, 0),)
        return Source(text, source.pieces, Rewriting(source, stretches))

    def _copy(self, end: int) -> None:
        assert end >= self._read, "a text is rewritten from front to back"
        self._write(self._source.text[self._read : end], self._read, end - self._read)
        self._read = end

    def _write(self, text: str, origin: int, length: int) -> None:
        if text:
            self._stretches.append(Stretch(self._written, origin, length))
            self._parts.append(text)
            self._written += len(text)


def follow(problems: Iterable[Problem], source: Source) -> tuple[Problem, ...]:
    """Move problems that were found in a source's typed text to where that stands now."""
    found = tuple(problems)
    if not found or source.rewriting is None:
        return found
    stretches = source.rewriting.stretches
    copied = [stretch for stretch in stretches if stretch.length]
    ends = [*(stretch.start for stretch in stretches[1:]), len(source.text)]
    written: dict[int, Span] = {}
    for (start, origin, length), end in zip(stretches, ends, strict=True):
        if not length:
            written.setdefault(origin, Span(start, end))

    def moved(span: Span) -> Span:
        index = bisect_right(copied, span.start, key=lambda stretch: stretch.origin)
        if index:
            start, origin, length = copied[index - 1]
            if span.start < origin + length:
                end = min(span.end, origin + length)
                return Span(start + span.start - origin, start + end - origin)
        if span.start in written:
            return written[span.start]
        behind = copied[index].start if index < len(copied) else len(source.text)
        return Span(behind, behind)

    return tuple(
        problem._replace(finding=problem.finding._replace(span=moved(problem.finding.span)))
        for problem in found
    )
