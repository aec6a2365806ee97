"""Numbered lines as steps of an argument: `3. Socrates is mortal (1, 2)`.

A list is the numbered lines of a text up to where the numbers begin anew. Every line becomes a
statement that is titled by its number, unless its author gave it a title.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import islice

from argmap.diagnostic import Finding, Problem
from argmap.source import Span
from argmap.syntax.shorthand_lines import Kind, ShorthandLine, number_of, style_of
from argmap.syntax.step_references import Reference, StepReferences, find_references

_TAKEN = re.compile(r"\[(?P<title>(?P<prefix>(?:[0-9]+\.)?)[0-9]+[a-z]*)\]:")


@dataclass(slots=True)
class Entry:
    """One numbered line with what belongs to it.

    words:     the line and those that go on with it
    relations: the lines below that its author wrote as relations, with theirs
    name:      its title with brackets, as relations name it; `is_titled` if the author gave it
    premises:  the names that it follows from, each with the place of its number
    source:    where it says so, if it does
    """

    words: Sequence[ShorthandLine]
    relations: Sequence[ShorthandLine]
    number: int
    name: str
    is_titled: bool
    premises: list[tuple[str, Span]] = field(default_factory=list)
    source: StepReferences | None = None

    @property
    def last(self) -> ShorthandLine:
        """The last of its lines."""
        return self.relations[-1] if self.relations else self.words[-1]


class NumberedLists:
    """All numbered lists of one text. `problems` are about their numbers."""

    def __init__(self, text: str) -> None:
        self.problems: list[Problem] = []
        self._text = text
        taken = list(_TAKEN.finditer(text))
        self._taken_titles = {match["title"] for match in taken}
        self._taken_prefixes = {match["prefix"] for match in taken}
        self._lists = 0
        self._prefix_number = 0
        self._prefix = ""
        self._last_number = -1
        self._entries: list[list[Entry]] = []  # of each list
        self._numbers: dict[int, Entry] = {}  # of the list that is being read
        self._repeats: dict[int, int] = {}

    def read(self, lines: Sequence[ShorthandLine]) -> list[Entry]:
        """Read a paragraph of numbered lines as entries of a list, new or begun above."""
        first = number_of(self._text, lines[0].marker)
        if not self._entries or first <= min(self._last_number, 1):
            self._begin_list()
        starts = self._starts(lines)
        ends = [*starts[1:], len(lines)]
        return [self._entry(lines[start:end]) for start, end in zip(starts, ends, strict=True)]

    def _starts(self, lines: Sequence[ShorthandLine]) -> list[int]:
        """Return the indices of the lines that begin an entry.

        What looks like a number may belong to a reference on a line of its own, or wrapped inside
        `(1, 2)`. So a number without words has to be a new one, and one that is marked in another
        way than the first the next one.
        """
        style = style_of(self._text, lines[0].marker)
        starts: list[int] = []
        last = -1
        for place, line in enumerate(lines):
            if line.kind is not Kind.NUMBER:
                continue
            number = number_of(self._text, line.marker)
            if style_of(self._text, line.marker) == style:
                counts = number > last or not line.is_silent
            else:
                counts = number == last + 1 and not line.is_silent
            if counts:
                starts.append(place)
                last = number
        return starts

    def _begin_list(self) -> None:
        """Begin a list whose titles nobody else has: `3` in the first one, `2.3` in the second."""
        self._lists += 1
        self._prefix = ""
        if self._lists > 1 or "" in self._taken_prefixes:
            self._prefix_number = max(self._prefix_number + 1, self._lists)
            while f"{self._prefix_number}." in self._taken_prefixes:
                self._prefix_number += 1
            self._prefix = f"{self._prefix_number}."
        self._entries.append([])
        self._numbers = {}
        self._repeats = {}

    def _entry(self, lines: Sequence[ShorthandLine]) -> Entry:
        first = lines[0]
        number = number_of(self._text, first.marker)
        below = (place for place, line in enumerate(lines) if self._is_relation(line))
        end = next(below, len(lines))
        title = f"{self._prefix}{number}"
        if number in self._numbers:
            title = self._title_of_repeat(title, number)
            self._report_repeat(first, title)
        name = self._text[slice(*first.opener.span)] if first.opener else f"[{title}]"
        wrapped = [line if line.kind is Kind.TEXT else line.as_words() for line in lines[1:end]]
        entry = Entry([first, *wrapped], lines[end:], number, name, first.opener is not None)
        self._numbers.setdefault(number, entry)
        self._last_number = number
        self._entries[-1].append(entry)
        return entry

    def _is_relation(self, line: ShorthandLine) -> bool:
        """Tell whether a line is a relation in Argdown; other bullets are words."""
        is_dash = line.kind is Kind.BULLET and self._text[line.marker.start] == "-"
        return is_dash or line.kind is Kind.RELATION

    def _title_of_repeat(self, title: str, number: int) -> str:
        """Return a title for a line whose number is given already: `3b`, then `3c`."""
        repeat = self._repeats.get(number, 0) + 1
        while title + _letters(repeat) in self._taken_titles:
            repeat += 1
        self._repeats[number] = repeat
        return title + _letters(repeat)

    def _report_repeat(self, line: ShorthandLine, title: str) -> None:
        number = number_of(self._text, line.marker)
        becomes = "" if line.opener else f", and this line becomes [{title}]"
        finding = Finding(
            line.marker,
            f"The number {number} is given twice in this list{becomes}.",
            "give each line a number of its own, or leave an empty line above a list that begins "
            "with 1.",
        )
        self.problems.append(Problem("SYN006", finding))

    # -- what follows from what -------------------------------------------------------------

    def resolve(self) -> None:
        """Find out what each line follows from, once all are read."""
        for entries in self._entries:
            numbers = {entry.number for entry in entries}
            above: dict[int, Entry] = {}
            for entry in entries:
                self._resolve(entry, above, numbers)
                above.setdefault(entry.number, entry)

    def _resolve(self, entry: Entry, above: dict[int, Entry], numbers: set[int]) -> None:
        region = _words_at_the_end(self._text, entry)
        found = find_references(self._text, *region) if region else None
        if found is None:
            return
        unknown = [r for r in found.references if r.first not in above or r.last not in above]
        if not unknown:
            premises = {
                number: reference.span
                for reference in found.references
                for number in range(reference.first, reference.last + 1)
                if number in above
            }
            entry.premises = [(above[number].name, span) for number, span in premises.items()]
            entry.source = found
        elif not (found.looks_like_a_year and len(unknown) == len(found.references)):
            self._report(unknown[0], entry, above, numbers)

    def _report(
        self, reference: Reference, entry: Entry, above: dict[int, Entry], numbers: set[int]
    ) -> None:
        number = reference.first if reference.first not in above else reference.last
        if number == entry.number:
            message = f"This line is said to follow from itself, ({number})"
        elif number in numbers:
            message = f"This line is said to follow from ({number}), which stands below it"
        else:
            message = f"This line is said to follow from ({number}), and its list has no such line"
        nearest = list(islice(reversed(above), 2))
        sample = ", ".join(str(known) for known in reversed(nearest))
        help = (
            f"name lines above it, `({sample})`, or write `\\(` for a plain parenthesis."
            if sample
            else "write it below the lines that it follows from, or `\\(` for a plain parenthesis."
        )
        finding = Finding(reference.span, f"{message}; the parenthesis is read as text.", help)
        self.problems.append(Problem("SYN008", finding))


def _letters(number: int) -> str:
    """Count with letters: b for 1, c for 2, ba for 26."""
    letters = ""
    while number:
        number, rest = divmod(number, 26)
        letters = chr(ord("a") + rest) + letters
    return letters


def _words_at_the_end(text: str, entry: Entry) -> Span | None:
    """Return the words that an entry ends with, back to the last comment on a line's end."""
    region: Span | None = None
    for line in reversed(entry.words):
        if line.words is None:
            if region is not None:
                break
            continue
        if region is not None and text[line.words.end : region.start].strip():
            break
        region = Span(line.words.start, region.end if region else line.words.end)
    return region
