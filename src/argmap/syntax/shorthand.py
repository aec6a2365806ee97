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
from argmap.syntax.entry_writer import EntryWriter
from argmap.syntax.front_matter import read_front_matter
from argmap.syntax.numbered_lists import Entry, NumberedLists
from argmap.syntax.outlines import OutlineWriter, outline_end
from argmap.syntax.rewriting import Rewriter, follow
from argmap.syntax.shorthand_lines import Kind, ShorthandLine, number_of, read_lines
from argmap.syntax.tree import Data, Form

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
    _, body = _front_matter(text)
    lines = read_lines(text, body)
    numbered = NumberedLists(text)
    parts = _parts(text, lines, numbered)
    numbered.resolve()
    rewriter = Rewriter(source)
    line_end = "\r\n" if "\r\n" in text else "\n"
    lists = EntryWriter(text, rewriter, line_end)
    outlines = OutlineWriter(text, rewriter, line_end)
    for start, end, entries in parts:
        above = lines[start - 1] if start else None
        if above and (above.kind is not Kind.BLANK or above.start == body > 0):
            rewriter.insert(above.end, line_end)
        last = outlines.write(lines[start:end]) if not entries else None
        for entry in entries:
            if last is not None:
                rewriter.insert(last.end, line_end)
            lists.write(entry)
            last = entry.last
        if last is not None and end < len(lines) and lines[end].kind is not Kind.BLANK:
            rewriter.insert(last.end, line_end)
    expanded = rewriter.finish()
    return expanded, follow((*numbered.problems, *outlines.problems), expanded)


class _Part(NamedTuple):
    """What is shorthand: the lines from `start` to `end`. An outline has no entries."""

    start: int
    end: int
    entries: list[Entry]


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
        if line.kind in (Kind.BLANK, Kind.BREAK):
            pass
        elif not _may_begin(lines, position):
            if line.opener and line.kind is Kind.TEXT and _begins_all_the_same(line):
                above = _Above.ARGUMENT if line.opener.is_argument else _Above.NOTHING
        elif line.kind is Kind.NUMBER:
            end = _end(lines, position, (Kind.BLANK, Kind.HEADING, Kind.BREAK))
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


def _begins_all_the_same(line: ShorthandLine) -> bool:
    """Tell whether the parser takes a line with a title for a paragraph inside another one."""
    return line.opener is not None and (line.opener.form is Form.DEFINITION or line.words is None)


def _may_begin(lines: Sequence[ShorthandLine], position: int) -> bool:
    """Tell whether a paragraph may begin with a line."""
    return position == 0 or lines[position - 1].kind in (Kind.BLANK, Kind.HEADING, Kind.BREAK)


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
    if not _is_argdown_number(text, lines, start):
        return False
    if above is _Above.ARGUMENT:
        return True
    is_first = (
        number_of(text, lines[start].marker) <= 1 and lines[start - 1].kind is not Kind.BREAK
    )
    if above is _Above.STRUCTURE and not is_first:
        return True
    below = next(
        (i for i in range(end, len(lines)) if lines[i].kind is not Kind.BLANK), len(lines)
    )
    if below == len(lines) or not text.startswith("--", lines[below].marker.start):
        return False
    return below == end or _is_argdown_number(text, lines, below + 1)


def _is_argdown_number(text: str, lines: Sequence[ShorthandLine], position: int) -> bool:
    if position >= len(lines) or lines[position].kind is not Kind.NUMBER:
        return False
    return text[lines[position].marker.start] == "("


def _front_matter(text: str) -> tuple[Data | None, int]:
    start = 1 if text.startswith("\ufeff") else 0
    data, end, _ = read_front_matter(text, start, ARGMAP)
    return data, end
