"""Where the edits of a fix lie in the files that a map was joined from."""

import re
from collections.abc import Iterable
from itertools import pairwise
from typing import NamedTuple

from argmap.diagnostic import Diagnostic, Edit
from argmap.source import Piece, Source

_LINE_END = re.compile(r"\r\n|\r|\n")
_BYTE_ORDER_MARK = "\ufeff"


class FileEdit(NamedTuple):
    """Replace the code points [start, end) of the file at a path."""

    path: str
    start: int
    end: int
    text: str

    def collides(self, later: "FileEdit") -> bool:
        """Tell whether an edit that does not begin before this one cannot be made as well.

        What is inserted at the edge of another edit collides with it: their order is not known.
        """
        if self.path != later.path:
            return False
        touches = later.start == self.end
        return later.start < self.end or (
            touches and (self.start == self.end or later.start == later.end)
        )


def edits_in_files(source: Source, diagnostic: Diagnostic) -> tuple[FileEdit, ...] | None:
    """Return the edits of a diagnostic's fix in their files, in the order of their places.

    None if it has no fix, if one of its edits is of text that nobody typed (as shorthand is
    written out), of more than one file or of no text at all, or if they collide.
    """
    fix = diagnostic.finding.fix
    if fix is None or not fix.edits:
        return None
    found: list[FileEdit] = []
    home = source.piece_at(diagnostic.span.start)
    for edit in fix.edits:
        placed = _in_file(source, edit, home)
        if placed is None:
            return None
        found.append(placed)
    found.sort(key=lambda edit: edit[:3])
    for earlier, later in pairwise(found):
        if earlier.collides(later):
            return None
    return tuple(found)


def _in_file(source: Source, edit: Edit, home: Piece) -> FileEdit | None:
    if not 0 <= edit.span.start <= edit.span.end <= len(source.text):
        return None  # rules of others may err
    typed = source.typed_span(edit.span)
    if typed is None:
        return None
    joined = source.typed
    piece = joined.piece_at(typed.start)
    if typed.start == typed.end == piece.start > 0:
        before = joined.piece_at(typed.start - 1)
        if before is home:  # what is put at the end of an included file belongs to that file
            piece = before
    if typed.end > typed.start and joined.piece_at(typed.end - 1) is not piece:
        return None
    start = typed.start - piece.start + piece.offset
    end = start + typed.end - typed.start
    if start == 0 and piece.text.startswith(_BYTE_ORDER_MARK):
        start = 1  # the mark stays the first character
        end = max(end, start)
    text = edit.text
    if "\n" in text:
        text = _LINE_END.sub(_line_end_at(piece.text, start), text)
    return FileEdit(piece.path, start, end, text)


def _line_end_at(text: str, offset: int) -> str:
    """Return how the line at an offset ends; the last one, how the line before it does."""
    found = _LINE_END.search(text, offset)
    if found is None:
        last = max(text.rfind("\n", 0, offset), text.rfind("\r", 0, offset))
        found = _LINE_END.search(text, max(last - 1, 0)) if last >= 0 else None
    return found[0] if found else "\n"


def edited(text: str, edits: Iterable[FileEdit]) -> str:
    """Return the text of a file with edits that do not collide, given in any order."""
    parts: list[str] = []
    done = 0
    for edit in sorted(edits):
        parts += (text[done : edit.start], edit.text)
        done = edit.end
    return "".join([*parts, text[done:]])
