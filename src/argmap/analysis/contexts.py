"""A passage of a source with what stands around it, in whole words and within its paragraph."""

from typing import NamedTuple

from argmap.source import Span


class Context(NamedTuple):
    """What a source says in a span, and before and after it; `…` marks where it was cut."""

    before: str
    words: str
    after: str


def context_of(text: str, span: Span, around: int) -> Context:
    """Return what a span of a text says, with up to `around` code points on each side."""
    start, end = span
    return Context(
        _end_of(text[max(0, start - around) : start], is_cut=start > around),
        text[start:end],
        _start_of(text[end : end + around], is_cut=len(text) > end + around),
    )


def _end_of(text: str, *, is_cut: bool) -> str:
    """Return the end of the last paragraph; it begins with a whole word."""
    kept = text.rpartition("\n\n")[2]
    return "… " + kept.partition(" ")[2] if is_cut and kept == text else kept


def _start_of(text: str, *, is_cut: bool) -> str:
    kept = text.partition("\n\n")[0]
    return kept.rpartition(" ")[0] + " …" if is_cut and kept == text else kept
