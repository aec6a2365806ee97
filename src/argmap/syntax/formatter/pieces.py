"""The words of a row as they are written anew: blanks around data, and lines that move along."""

import re

from argmap.syntax.cursor import LINE_END
from argmap.syntax.formatter.heads import Head
from argmap.syntax.formatter.islands import Islands
from argmap.syntax.tree import Form, Heading, Inference

_BLANKS = " \t"
_COMMENT = ("//", "/*", "<!--")
_FRAGILE = re.compile(r"\}(?:\r\n|\r|\n)[},]")
_INDENT = re.compile(r"(?:\r\n|\r|\n)([ \t]*)(?![ \t\r\n])")


class Words:
    """Writes down stretches of a text. Changes blanks only, and only where they say nothing."""

    def __init__(self, text: str, islands: Islands) -> None:
        self._text, self._islands = text, islands

    def between(self, start: int, end: int, shift: int | None) -> str:
        """Return what stands between two offsets, with one blank around data.

        shift: how many columns to the right its row moves; data and comments that run over
        several lines move along. None: they stay as they are.
        """
        text = self._text
        pieces: list[str] = []
        position = start
        is_verbatim = False  # behind `http://`, all is a comment to the reference
        for island in self._islands.within(start, end):
            inside = text[island.start : min(island.end, end)]
            is_data = self._islands.data.get(island.start) == island.end
            is_comment = inside.startswith(_COMMENT)
            before = text[position : island.start]
            is_verbatim = is_verbatim or "//" in before
            if is_data and not is_verbatim:
                before = _before_data(before, is_first=position == start)
            elif is_comment and island.end >= end and not is_verbatim:
                before = _before_comment(before)
            pieces.append(before)
            pieces.append(_shifted(inside, shift) if shift and (is_data or is_comment) else inside)
            position = island.end
            if is_data and not is_verbatim:
                behind = self._skip_blanks(position, end)
                if behind < end and not text.startswith(_COMMENT, behind):
                    pieces.append(" ")
                    position = behind
        pieces.append(text[position:end])
        return "".join(pieces)

    def beginning(self, head: Head, end: int, shift: int | None) -> str:
        """Return the row that begins an item: marker, title and words, one blank between them."""
        marker = self._text[head.start : head.marker_end]
        said = self.said(head, self._skip_blanks(head.marker_end, end), end, shift)
        return f"{marker} {said}" if marker and said else marker + said

    def said(self, head: Head, start: int, end: int, shift: int | None) -> str:
        """Return what an item says in a row, from its title on if the row begins with it."""
        title = self._title_end(head, start)
        if title is None or title > end:
            return self.between(start, end, shift)
        words = self._skip_blanks(title, end)
        if words >= end:
            return self._text[start:title]
        gap = self._gap(title, words)
        return self._text[start:title] + gap + self.between(words, end, shift)

    def wants_more(self, head: Head, end: int) -> bool:
        """Tell whether a row ends before its item has begun to say anything.

        end: offset behind the row, which may be one that was joined to the first
        """
        if isinstance(head.item, Inference):
            return False
        return end == head.marker_end > head.start or end == self._definition_end(head)

    def _definition_end(self, head: Head) -> int | None:
        item = head.item
        if isinstance(item, Heading | Inference) or item.form is not Form.DEFINITION:
            return None
        end = item.title_span.end
        return end + 1 if self._text.startswith(":", end) else None

    def _title_end(self, head: Head, position: int) -> int | None:
        """Return the offset behind the title, and its colon, that stands at a position."""
        item = head.item
        if isinstance(item, Heading | Inference) or item.form is Form.PLAIN:
            return None
        if item.title_span.start != position:
            return None
        return self._definition_end(head) or item.title_span.end

    def _gap(self, title: int, words: int) -> str:
        """Return what parts a title from what follows it."""
        if self._text[title - 1] == ":" or self._text[words] in "#{":
            return " "
        return " " if words > title else ""

    def _skip_blanks(self, position: int, end: int) -> int:
        while position < end and self._text[position] in _BLANKS:
            position += 1
        return position


def _before_data(before: str, *, is_first: bool) -> str:
    """Return what stands before data in a row, with one blank behind it."""
    words = before.rstrip(_BLANKS)
    if not words:
        return "" if is_first else " "
    # An emphasis marker right before the data closes nothing in the reference: leave it so.
    is_glued = words == before and words[-1] in "*_"
    return words if is_glued else words + " "


def _before_comment(before: str) -> str:
    """Return what stands before the comment that ends a row, with no more than one blank."""
    words = before.rstrip(_BLANKS)
    return before if words == before else words + " "


def is_movable(text: str, shift: int) -> bool:
    """Tell whether the lines below the first of some data or comment can move together.

    Tabs cannot; nor can lines move further to the left than they begin, nor a closing brace away
    from the beginning of its line if a brace ends the line above: the reference would read the
    data as text.
    """
    indents = [match[1] for match in _INDENT.finditer(text)]
    if shift < 0 and min(map(len, indents), default=0) < -shift:
        return False
    return not any("\t" in indent for indent in indents) and not _FRAGILE.search(text)


def _shifted(text: str, shift: int) -> str:
    """Move the lines below the first to the right or to the left, if they can move."""
    if not LINE_END.search(text) or not is_movable(text, shift):
        return text
    if shift < 0:
        return _INDENT.sub(lambda match: match[0][:shift], text)
    return _INDENT.sub(lambda match: match[0] + " " * shift, text)
