"""One file as its author wrote it: `@include(…)` stays a construct of the text.

The parser reads texts in which each directive has made way for a file. Here a directive stays,
and is as good as a comment: it stands between constructs, or ends a stretch of words, and says
nothing itself.
"""

from collections.abc import Sequence
from dataclasses import replace

from argmap.source import Source
from argmap.syntax.dialect import ARGMAP, Dialect
from argmap.syntax.directives import Include, find_includes
from argmap.syntax.parser import parse
from argmap.syntax.tree import Document


def parse_unexpanded(
    text: str, path: str = "<text>", dialect: Dialect = ARGMAP
) -> tuple[Document, tuple[Include, ...]]:
    """Read the text of one file without what it includes; never raises.

    return: the document, and the directives that stand where a comment could. One inside a title,
    an address or data is read as part of that, and is not among them.
    """
    plain = Source.of(text, path)
    includes = tuple(find_includes(text))
    for _ in range(2):
        document = parse(Source.of(_hidden(text, includes), path), dialect)
        comments = set(document.comments)
        kept = tuple(include for include in includes if include.span in comments)
        if kept == includes:
            spans = {include.span for include in includes}
            others = tuple(span for span in document.comments if span not in spans)
            return replace(document, source=plain, comments=others), includes
        includes = kept
    return parse(plain, dialect), ()


def _hidden(text: str, includes: Sequence[Include]) -> str:
    """Put a comment of the same length in the place of each directive."""
    parts: list[str] = []
    position = 0
    for include in includes:
        start, end = include.span
        parts += (text[position:start], "/*", "~" * (end - start - 4), "*/")
        position = end
    parts.append(text[position:])
    return "".join(parts)
