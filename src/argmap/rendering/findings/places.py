"""Where findings are, as other programs want to be told: files, lines and columns."""

from os.path import normpath
from pathlib import PurePath
from typing import NamedTuple

from argmap.source import Source, Span


class Region(NamedTuple):
    """A stretch of one file; lines and columns count from 1, the end is exclusive."""

    path: str
    line: int
    column: int
    end_line: int
    end_column: int


def region(source: Source, span: Span) -> Region:
    """Return where a span is in the file that it begins in.

    It ends with its first line if its end is in another file (behind an `@include`), and is empty
    if what was written out for the author comes from a place before it.
    """
    start, end = source.locate(span.start), source.locate(span.end)
    if end.path != start.path:
        _, line = source.line_span_at(span.start)
        end = start._replace(column=max(start.column, line.end - line.start + 1))
    return Region(*start, *max(start, end)[1:])


def file_name(path: str, folder: str) -> str:
    """Return the path of a file with slashes, from a folder if it is in there.

    folder: an absolute path, or empty to leave absolute paths as they are
    """
    name = PurePath(normpath(path))
    if folder and name.is_absolute() and name.is_relative_to(folder):
        name = name.relative_to(folder)
    return name.as_posix()
