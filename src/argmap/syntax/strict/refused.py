"""How a finding about the reference implementation is said."""

from argmap.diagnostic import Finding
from argmap.source import Span


def refused(span: Span, message: str, help: str, *titles: str) -> Finding:
    """Make a finding; its message tells what the reference implementation does at a place."""
    return Finding(span, f"The reference implementation {message}", help, titles)
