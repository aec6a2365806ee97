"""What the formats for people share: a place as editors know it, and text without surprises."""

from argmap.diagnostic import Diagnostic
from argmap.source import Source

EXPECTED = " (expected)"


def place(source: Source, diagnostic: Diagnostic) -> str:
    """Return `PATH:LINE:COLUMN` of where a finding begins."""
    path, line, column = source.locate(diagnostic.span.start)
    return f"{path}:{line}:{column}"


def plain(text: str) -> str:
    """Make control characters harmless for a terminal."""
    return "".join(
        " " if character == "\t" else character if character.isprintable() else "\ufffd"
        for character in text
    )
