"""What a document is made of, found once: its front matter, its rows and its blocks."""

import re

from argmap.syntax.cursor import LINE_END
from argmap.syntax.formatter.blocks import find_blocks
from argmap.syntax.formatter.heads import Head, find_heads
from argmap.syntax.formatter.islands import Islands
from argmap.syntax.formatter.rows import split_rows
from argmap.syntax.tree import Document

_BYTE_ORDER_MARK = "\ufeff"
_FENCED = re.compile(
    r"={3,}[ \t]*(?>\r\n|\r|\n)(?P<body>(?:.*(?:\r\n|\r|\n))?)[ \t]*={3,}", re.DOTALL
)
_FENCE = re.compile(r"^[ \t]*={3,}[ \t]*\r?$", re.MULTILINE)
_OPENING = re.compile(r"\s*={3,}")


class Plan:
    """The parts of a document.

    front:          front matter as it is written, without line end; the rows begin behind it
    is_front_apart: whether an empty line belongs below it
    is_fence_open:  whether it is not closed, and may go on below
    line_end:       that of the first line, which goes for all of them
    """

    def __init__(self, document: Document) -> None:
        self.text = document.source.text
        self.islands = Islands(document)
        heads = find_heads(document)
        front, begin = _front(document, heads)
        self.front = front.strip(" \t\r\n")
        below = front[len(front.rstrip(" \t\r\n")) :]
        self.is_front_apart = bool(document.front_matter) or len(LINE_END.findall(below)) > 1
        self.is_fence_open = bool(front) and len(_FENCE.findall(front)) < 2
        self.rows = split_rows(self.text, begin, heads, self.islands)
        self.blocks = find_blocks(self.rows)
        match = LINE_END.search(self.text)
        self.line_end = "\r\n" if match and match[0] == "\r\n" else "\n"


def _front(document: Document, heads: list[Head]) -> tuple[str, int]:
    """Return what stands above the first row, and the offset at which the rows begin."""
    text = document.source.text
    begin = 1 if text.startswith(_BYTE_ORDER_MARK) else 0
    if data := document.front_matter:
        block = text[data.span.start : data.span.end].rstrip(" \t")
        fenced = _FENCED.fullmatch(block)
        return (f"===\n{fenced['body']}===" if fenced else block), data.span.end
    if not _OPENING.match(text, begin):
        return "", begin
    # Front matter that cannot be read stays as it is, up to the first item.
    end = heads[0].start if heads else len(text)
    while heads and end > begin and text[end - 1] not in "\r\n":
        end -= 1
    return text[begin:end], end
