"""An inference on one line: `----`, or `-- rule, rule {data} --`."""

import re

from argmap.source import Span
from argmap.syntax.cursor import LINE_END
from argmap.syntax.tree import Data

_BAR = re.compile(r"-{2,}")
_COMMENT = re.compile(r"//|/\*|<!--")
_COMMA = re.compile(r"(?P<token>\\.|\.\S+?\.|:\S+?:)|(?<![ \t])[ \t]*,[ \t]*")


def on_one_line(text: str, span: Span, data: Data | None) -> str | None:
    """Return an inference as it is written on one line; None if that cannot be.

    A comment inside it, data over several lines or a missing second bar keep it as it is; but a
    row of three dashes gets the fourth.
    """
    bar = _BAR.match(text, span.start, span.end)
    assert bar is not None
    inside = text[bar.end() : span.end].rstrip("-")
    end = bar.end() + len(inside)
    if bar.end() == span.end:
        return "----" if len(bar[0]) > 2 else None
    parts = _parts(text, Span(bar.end(), end), data) if span.end - end >= 2 else None
    if parts is None:
        return None
    said = " ".join(filter(None, parts))
    return f"-- {said} --" if said else "----"


def _parts(text: str, inside: Span, data: Data | None) -> list[str] | None:
    """Return rules and data between the bars, each on one line; None if that cannot be."""
    stretches = [text[inside.start : inside.end]]
    block = ""
    if data:
        block = text[data.span.start : data.span.end]
        stretches = [text[inside.start : data.span.start], text[data.span.end : inside.end]]
    lines = [line.strip(" \t") for part in stretches for line in LINE_END.split(part)]
    if (
        LINE_END.search(block)
        or any(_COMMENT.search(part) for part in stretches)
        or any(line.endswith("\\") for line in lines)  # it would escape what follows
    ):
        return None
    parts = [_tidy(part) for part in stretches]
    return [parts[0], block, *parts[1:]]


def _tidy(text: str) -> str:
    """Write rules on one line, with one blank behind each comma."""
    line = " ".join(line.strip(" \t") for line in LINE_END.split(text)).strip(" ")
    return _COMMA.sub(lambda match: match["token"] or ", ", line).strip(" ")
