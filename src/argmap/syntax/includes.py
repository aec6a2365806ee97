"""`@include(path)`: the text of another file in place of the directive, each file once."""

from collections.abc import Callable, Iterator

from argmap.diagnostic import Finding, Problem
from argmap.source import Piece, Source, Span
from argmap.syntax.directives import Include, find_includes

ReadFile = Callable[[str, str], tuple[str, str]]
"""(path as written, path of the file that names it) → (path of the file, its text).

Raises `OSError`, `UnicodeDecodeError` or `ValueError` with a message for the author.
"""


def expand_includes(text: str, path: str, read: ReadFile) -> tuple[Source, tuple[Problem, ...]]:
    """Join a text with the files that it includes, and those with theirs.

    A file that is included a second time, or that includes itself, adds nothing. One that cannot
    be read is a SYN001 problem at its directive.
    """
    if "@include(" not in text:
        return Source.of(text, path), ()
    joined: list[str] = []
    pieces: list[Piece] = []
    problems: list[Problem] = []
    length = 0
    seen = {path}
    line_starts: dict[str, list[int]] = {}  # of each file: shared by its pieces

    def piece(path: str, body: str, offset: int) -> Piece:
        return Piece(path, body, length, offset, line_starts.setdefault(path, []))

    # What is still to be copied: file, its text, from where on, and what it includes from there;
    # the innermost file last.
    work: list[tuple[str, str, int, Iterator[Include]]] = [(path, text, 0, find_includes(text))]
    while work:
        current, body, position, includes = work.pop()
        include = next(includes, None)
        end = include.span.start if include else len(body)
        if end > position or not pieces:
            pieces.append(piece(current, body, position))
            joined.append(body[position:end])
            length += end - position
        if include is None:
            continue
        work.append((current, body, include.span.end, includes))
        try:
            name, included = read(include.path, current)
        except (OSError, ValueError) as error:
            # Keep the directive in the text's place, as a comment, so that it can be shown.
            pieces.append(piece(current, body, end))
            size = include.span.end - end
            span = Span(length, length + size)
            joined.append("/*" + "~" * (size - 4) + "*/")
            length += size
            finding = Finding(span, f"This file cannot be included: {error}.", _HELP)
            problems.append(Problem("SYN001", finding))
            continue
        if name not in seen:
            seen.add(name)
            body = included.removeprefix("\ufeff")
            work.append((name, body, 0, find_includes(body)))
    return Source("".join(joined), tuple(pieces)), tuple(problems)


_HELP = "name a file below the project's folder, relative to this one, or pass `--allow PATH`."
