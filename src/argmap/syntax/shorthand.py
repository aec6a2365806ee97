"""Shorthand: numbered steps and plain outlines, rewritten as Argdown before it is parsed.

    1. All men are mortal           [1]: All men are mortal
    2. Socrates is a man
    3. So is he (1, 2)              [2]: Socrates is a man

                                    [3]: So is he {linked: true}
                                      + [1]
                                      + [2]

A list or an outline is shorthand only where a paragraph may begin. Everything else in a text
stays as it is.
"""

from collections.abc import Sequence
from enum import Enum, auto
from typing import NamedTuple

from argmap.diagnostic import Problem
from argmap.source import Source
from argmap.syntax.dialect import ARGMAP
from argmap.syntax.front_matter import read_front_matter
from argmap.syntax.numbered_lists import NumberedLists, Step
from argmap.syntax.outlines import OutlineWriter, outline_end
from argmap.syntax.rewriting import Rewriter, follow
from argmap.syntax.shorthand_lines import Kind, ShorthandLine, number_of, read_lines
from argmap.syntax.step_writer import StepWriter
from argmap.syntax.tree import Data

KEY = "shorthand"
_YES = ("true", "yes", "on")


def asks_for_shorthand(source: Source) -> bool:
    """Tell whether a text's front matter says `shorthand: true`."""
    if KEY not in source.text:
        return False
    data, _ = _front_matter(source.text)
    return data is not None and str(data.value.get(KEY)).strip().casefold() in _YES


def expand_shorthand(source: Source) -> tuple[Source, tuple[Problem, ...]]:
    """Rewrite what is shorthand in a text as Argdown. Never raises.

    Returns a source whose places are those of the typed text (the same source if there is no
    shorthand in it), and problems, which lie in the source that is returned. Takes time in
    proportion to the length of the text. What comes out holds no shorthand any more.
    """
    text = source.text
    lines = read_lines(text, _front_matter(text)[1])
    numbered = NumberedLists(text)
    parts = _parts(text, lines, numbered)
    numbered.resolve()
    rewriter = Rewriter(source)
    line_end = "\r\n" if "\r\n" in text else "\n"
    steps = StepWriter(text, rewriter, line_end)
    outlines = OutlineWriter(text, rewriter, line_end)
    for start, end, written in parts:
        if start and lines[start - 1].kind is not Kind.BLANK:
            rewriter.insert(lines[start - 1].end, line_end)
        last = outlines.write(lines[start:end]) if not written else None
        for step in written:
            if last is not None:
                rewriter.insert(last.end, line_end)
            steps.write(step)
            last = step.last
        if last is not None and end < len(lines) and lines[end].kind is not Kind.BLANK:
            rewriter.insert(last.end, line_end)
    expanded = rewriter.finish()
    return expanded, follow((*numbered.problems, *outlines.problems), expanded)


class _Part(NamedTuple):
    """What is shorthand: the lines from `start` to `end`. An outline has no steps."""

    start: int
    end: int
    steps: list[Step]


class _Above(Enum):
    """What stands above a paragraph, as far as numbered lines may belong to it."""

    NOTHING = auto()
    ARGUMENT = auto()
    STRUCTURE = auto()


def _parts(text: str, lines: Sequence[ShorthandLine], numbered: NumberedLists) -> list[_Part]:
    """Return what is shorthand in a text, in order."""
    parts: list[_Part] = []
    position = 0
    above = _Above.NOTHING
    while position < len(lines):
        line = lines[position]
        end = position + 1
        if not _may_begin(lines, position) or line.kind in (Kind.BLANK, Kind.BAR):
            pass
        elif line.kind is Kind.NUMBER:
            end = _end(lines, position, (Kind.BLANK, Kind.HEADING, Kind.BAR))
            if _is_structure(text, lines, position, end, above):
                end = _end(lines, position, (Kind.BLANK,))
                above = _Above.STRUCTURE
            else:
                parts.append(_Part(position, end, numbered.read(lines[position:end])))
                above = _Above.NOTHING
        elif line.kind is Kind.BULLET and not line.width:
            end = outline_end(lines, position)
            parts.append(_Part(position, end, []))
            above = _Above.NOTHING
        else:
            is_argument = line.opener is not None and line.opener.is_argument
            above = _Above.ARGUMENT if is_argument else _Above.NOTHING
        position = end
    return parts


def _may_begin(lines: Sequence[ShorthandLine], position: int) -> bool:
    """Tell whether a paragraph may begin with a line."""
    return position == 0 or lines[position - 1].kind in (Kind.BLANK, Kind.HEADING, Kind.BAR)


def _end(lines: Sequence[ShorthandLine], start: int, kinds: tuple[Kind, ...]) -> int:
    """Return the index of the first line of some kinds behind an index."""
    position = start
    while position < len(lines) and lines[position].kind not in kinds:
        position += 1
    return position


def _is_structure(
    text: str, lines: Sequence[ShorthandLine], start: int, end: int, above: _Above
) -> bool:
    """Tell whether numbered lines belong to a premise-conclusion structure of Argdown.

    That is so if their numbers stand in parentheses and there is an argument above them, or an
    inference directly below them or between them and the next number.
    """
    marker = lines[start].marker
    if text[marker.start] != "(":
        return False
    if above is _Above.ARGUMENT or (above is _Above.STRUCTURE and number_of(text, marker) > 1):
        return True
    below = end
    while below < len(lines) and lines[below].kind is Kind.BLANK:
        below += 1
    if below == len(lines) or not text.startswith("--", lines[below].marker.start):
        return False
    return below == end or (below + 1 < len(lines) and lines[below + 1].kind is Kind.NUMBER)


def _front_matter(text: str) -> tuple[Data | None, int]:
    start = 1 if text.startswith("\ufeff") else 0
    data, end, _ = read_front_matter(text, start, ARGMAP)
    return data, end
