"""A quote and the words around it, joined as they are in the source: with or without a blank."""

from argmap.rendering.display_text import printable
from argmap.rendering.report_page import Passage


def around(passage: Passage) -> tuple[str, str, str]:
    """Return the words before a quote, the quote, and the words after it, blanks included."""
    before, after = printable(passage.before), printable(passage.after)
    if before and passage.before[-1:].isspace():
        before += " "
    if after and passage.after[:1].isspace():
        after = f" {after}"
    return before, printable(passage.quote), after
