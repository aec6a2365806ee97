"""`@include(path)`: the text of another file in place of the directive, each file once."""

import re
from collections.abc import Callable

from argmap.diagnostic import Finding, Problem
from argmap.source import Piece, Source, Span

_DIRECTIVE = re.compile(
    r"(?P<comment>/\*.*?\*/|<!--.*?-->|(?<!:)//[^\r\n]*)|@include\((?P<path>[^)\r\n]+)\)",
    re.DOTALL,
)

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
    # What is still to be copied: file, its text, and from where on; the innermost file last.
    work: list[tuple[str, str, int]] = [(path, text, 0)]
    while work:
        current, body, position = work.pop()
        match = next((m for m in _DIRECTIVE.finditer(body, position) if m["path"]), None)
        end = match.start() if match else len(body)
        if end > position or not pieces:
            pieces.append(Piece(current, body, length, position))
            joined.append(body[position:end])
            length += end - position
        if match is None:
            continue
        work.append((current, body, match.end()))
        try:
            name, included = read(match["path"].strip(), current)
        except (OSError, ValueError) as error:
            # Keep the directive in the text's place, as a comment, so that it can be shown.
            pieces.append(Piece(current, body, length, match.start()))
            span = Span(length, length + len(match[0]))
            joined.append("/*" + match[0][2:-2] + "*/")
            length += len(match[0])
            finding = Finding(span, f"This file cannot be included: {error}.", _HELP)
            problems.append(Problem("SYN001", finding))
            continue
        if name not in seen:
            seen.add(name)
            work.append((name, included.removeprefix("\ufeff"), 0))
    return Source("".join(joined), tuple(pieces)), tuple(problems)


_HELP = "name a file below the project's folder, relative to this one, or pass `--allow PATH`."
