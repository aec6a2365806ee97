"""What makes a finding the same one, although the map around it has been edited."""

import re

from argmap.diagnostic import Diagnostic
from argmap.model.naming import UNTITLED
from argmap.source import Source

_REACH = 1000  # characters that are looked at: many findings may be on one long line
_MADE_UP = re.compile(rf"{UNTITLED} \d+")


def identity(source: Source, diagnostic: Diagnostic) -> tuple[str, str, str]:
    """Return the rule's code, the title and the text that a finding is about.

    Nothing in it depends on where the text stands: no line, no column, and no made-up title,
    which counts what comes before. Blanks and line ends are one blank each. The text is what the
    finding's span covers; for an empty span, the line that it is in. Only its beginning counts if
    it is very long.

    Findings of one map may share an identity (a relation that is written three times); whoever
    needs a key of its own for each counts them, in document order.
    """
    start, end = diagnostic.span
    text = source.text[start : min(end, start + _REACH)]
    if not text.strip():
        piece, line = source.line_span_at(start)
        text = piece.text[line.start : min(line.end, line.start + _REACH)]
    title = diagnostic.title or ""
    if _MADE_UP.fullmatch(title):
        title = ""
    return diagnostic.code, title, " ".join(text.split())
