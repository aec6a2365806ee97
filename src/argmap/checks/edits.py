"""Edits that several rules make: a line below an element, a title or a word replaced.

Every function returns None where the edit would not do what it is for, or would break the text;
then the rule has no fix to offer.
"""

import json
import re
from bisect import bisect_right
from collections.abc import Iterable

from argmap.diagnostic import Edit
from argmap.source import Span
from argmap.syntax import (
    Argument,
    Data,
    Document,
    Heading,
    Inference,
    ListItem,
    MarkKind,
    Relation,
    Statement,
)

_BLANKS = re.compile(r"[ \t]*")
_LINE_END = re.compile(r"\r\n|\r|\n")
_PLAIN_SCALAR = re.compile(r"[A-Za-z][\w-]*", re.ASCII)
_YAML_WORDS = frozenset(("true", "false", "null", "yes", "no", "on", "off", "y", "n"))
_NOT_IN_TITLES = re.compile(r"[\[\]<>\s\x00-\x1f]+")
_MENTIONS = (MarkKind.STATEMENT_MENTION, MarkKind.ARGUMENT_MENTION)
_STEP = "  "
_LONGEST_VALUE = 2000  # in which a word is looked for


class FreshTitles:
    """Titles that nobody has yet; `taken` are those that somebody has."""

    def __init__(self, taken: Iterable[str]) -> None:
        self._taken = {title.casefold() for title in taken}
        self._counts: dict[str, int] = {}

    def new(self, name: str) -> str:
        """Return `name`, `name 2` and so on; what cannot stand in brackets is left out of it."""
        base = " ".join(_NOT_IN_TITLES.sub(" ", name).split()) or "Untold"
        count = self._counts.get(base, 0) + 1
        while (title := base if count == 1 else f"{base} {count}").casefold() in self._taken:
            count += 1
        self._counts[base] = count
        self._taken.add(title.casefold())
        return title


def line_below(document: Document, index: int, *lines: str) -> Edit | None:
    """Insert lines below a statement, an argument or an inference, as relations that belong to it.

    index: of the element in `document.items`
    """
    text = document.source.text
    start, first = _line_start(document, index)
    end = _line_end(document, document.items[index].span.end)
    blank = _indentation(document, index, start, first)
    if blank is None or _is_crowded(document, index, start, end):
        return None
    newline = line_break(text, end)
    below = "".join(f"{newline}{blank}{line}" for line in lines)
    return Edit(Span(end, end), below if end < len(text) else below + newline)


def line_above(document: Document, index: int, *lines: str) -> Edit | None:
    """Insert lines above an element that begins its line, in the same column."""
    text = document.source.text
    span = document.items[index].span
    start = _start_of_line(text, span.start)
    blank = text[start : span.start]
    if blank.strip(" \t\ufeff"):
        return None
    newline = line_break(text, start)
    blank = blank.lstrip("\ufeff")
    return Edit(Span(span.start, span.start), "".join(f"{line}{newline}{blank}" for line in lines))


def line_break(text: str, position: int) -> str:
    """Return how lines end at a place; at the end of a text, as the first line ends."""
    match = _LINE_END.match(text, position) or _LINE_END.search(text)
    return match[0] if match else "\n"


class Titles:
    """Where each title is typed in brackets, mentions included; looked up once for all titles."""

    def __init__(self, document: Document) -> None:
        self._places: dict[tuple[bool, str], list[Edit]] = {}
        for item in document.items:
            if isinstance(item, Statement | Argument) and item.title is not None:
                is_argument = isinstance(item, Argument)
                self._add(is_argument, item.title, Edit(item.title_span, ""))
            if isinstance(item, Heading | Statement | Argument) and item.text is not None:
                for mark in item.text.marks:
                    if mark.kind in _MENTIONS and mark.target is not None:
                        is_argument = mark.kind is MarkKind.ARGUMENT_MENTION
                        self._add(is_argument, mark.target, Edit(mark.span, "@"))

    def _add(self, is_argument: bool, title: str, place: Edit) -> None:
        self._places.setdefault((is_argument, title), []).append(place)

    def replaced(self, title: str, other: str, *, is_argument: bool) -> tuple[Edit, ...]:
        """Put another title in the place of one, wherever that stands."""
        brackets = f"<{other}>" if is_argument else f"[{other}]"
        places = self._places.get((is_argument, title), ())
        return tuple(Edit(span, sign + brackets) for span, sign in places)


def word_in_data(document: Document, span: Span, word: str, other: str) -> Edit | None:
    """Replace a word, a key or a title inside data, if it stands there just once.

    A word that YAML would read as something else is put in quotes, where no quotes are.
    """
    text = document.source.text
    if span.end - span.start > _LONGEST_VALUE:
        return None
    pattern = rf"(?<![\w-]){re.escape(word)}(?![\w-])"
    found = [match.span() for match in re.finditer(pattern, text[span.start : span.end])]
    if len(found) != 1:
        return None
    start, end = (span.start + offset for offset in found[0])
    before, after = text[max(start - 1, 0) : start], text[end : end + 1]
    if before and before == after and before in "\"'":
        return Edit(Span(start - 1, end + 1), json.dumps(other, ensure_ascii=False))
    is_entry = Span(start, end) == span or text[span.start] in "[{"
    return Edit(Span(start, end), scalar(other)) if is_entry or is_plain(other) else None


def is_plain(word: str) -> bool:
    """Tell whether YAML reads a word as that word, without quotes."""
    return bool(_PLAIN_SCALAR.fullmatch(word)) and word.casefold() not in _YAML_WORDS


def scalar(word: str) -> str:
    """Return a word as YAML, in quotes if need be."""
    return word if is_plain(word) else json.dumps(word, ensure_ascii=False)


def entries_added(
    document: Document, data: Data | None, key: str, added: Iterable[str]
) -> Edit | None:
    """Add entries at the end of the list or mapping that a key has, if it is written in brackets.

    added: entries as YAML, such as `3` or `role: 3`
    """
    span = data.spans.get(key) if data is not None else None
    if span is None:
        return None
    text = document.source.slice(span)
    if len(text) < 2 or text[0] + text[-1] not in ("[]", "{}") or "#" in text:
        return None
    inner = text[1:-1].strip()
    comma = "" if not inner or inner.endswith(",") else ","
    blank = " " if inner and not text[-2].isspace() else ""
    at = span.end - 1
    return Edit(Span(at, at), f"{comma}{blank}{', '.join(added)}")


def _start_of_line(text: str, position: int) -> int:
    start = text.rfind("\n", 0, position) + 1
    return max(start, text.rfind("\r", start, position) + 1)


def _line_start(document: Document, index: int) -> tuple[int, int]:
    """Return where the line begins in which an element's marker stands, and the marker."""
    item = document.items[index]
    first = item.span.start
    parent = document.items[item.parent] if item.parent >= 0 else None
    if isinstance(parent, Relation | ListItem):
        first = parent.span.start
    elif isinstance(item, Statement) and item.number_span is not None:
        first = item.number_span.start
    return _start_of_line(document.source.text, first), first


def _line_end(document: Document, position: int) -> int:
    """Return where the line ends that holds a position, behind comments that go on below it."""
    text, comments = document.source.text, document.comments
    while True:
        match = _LINE_END.search(text, position)
        end = match.start() if match else len(text)
        before = bisect_right(comments, Span(end, -1)) - 1
        if before < 0 or comments[before].end <= end:
            return end
        position = comments[before].end


def _indentation(document: Document, index: int, start: int, first: int) -> str | None:
    """Return the blanks in front of what is to stand below an element: as its children have.

    start, first: where the element's line and its marker begin
    """
    text = document.source.text
    child = document.items[index + 1] if index + 1 < len(document.items) else None
    if isinstance(child, Relation) and child.parent == index:
        blank = text[_start_of_line(text, child.span.start) : child.span.start]
        if blank.strip(" \t"):
            return None
        if blank:
            return blank
    match = _BLANKS.match(text, start)
    blank = match[0] if match else ""
    if text[start + len(blank) : first].strip("\ufeff"):
        return None
    return blank + ("\t" if "\t" in blank else _STEP)


def _is_crowded(document: Document, index: int, start: int, end: int) -> bool:
    """Tell whether other elements stand in the lines of this one, which run from start to end."""
    items = document.items
    before = items[max(index - 2, 0) : index]  # an element, perhaps, and a marker
    if any(isinstance(i, Statement | Argument | Inference) and i.span.end > start for i in before):
        return True
    following = items[index + 1] if index + 1 < len(items) else None
    return following is not None and items[index].span.end <= following.span.start < end
