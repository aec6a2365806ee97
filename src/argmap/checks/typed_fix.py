"""The edits of a fix as they are made in a file, if they can be made there at all."""

from typing import NamedTuple

from argmap.diagnostic import Diagnostic
from argmap.source import Piece, Source


class TypedEdit(NamedTuple):
    """Replace the code points [start, end) of a file."""

    start: int
    end: int
    text: str


class TypedFix(NamedTuple):
    """A fix in one file; `file` is a piece of it, and holds its whole text."""

    file: Piece
    safe: bool
    edits: tuple[TypedEdit, ...]


def typed_fix(source: Source, diagnostic: Diagnostic) -> TypedFix | None:
    """Return the fix of a finding as edits of one file, in their order there.

    None if there is nothing to mend: no fix, a finding that the map announces (it has to stay),
    text that nobody typed (as what stands for shorthand), or more than one file.
    """
    fix = diagnostic.finding.fix
    if fix is None or diagnostic.expected or not fix.edits:
        return None
    files: list[Piece] = []
    edits: list[TypedEdit] = []
    for edit in fix.edits:
        span = source.typed_span(edit.span)
        if span is None:
            return None
        piece, start = source.typed.in_file(span.start)
        last, _ = source.typed.in_file(max(span.start, span.end - 1))
        if last is not piece:
            return None
        files.append(piece)
        edits.append(TypedEdit(start, start + span.end - span.start, edit.text))
    if any(piece.path != files[0].path for piece in files):
        return None
    return TypedFix(files[0], fix.safe, tuple(sorted(edits)))
