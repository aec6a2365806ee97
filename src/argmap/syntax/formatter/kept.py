"""Which blocks of a document are better left as they are."""

import re
from collections.abc import Iterator, Mapping, Sequence

from argmap.diagnostic import Finding
from argmap.syntax.cursor import LINE_END
from argmap.syntax.formatter.blocks import INCLUDE, Block, block_at, is_directive, is_rule
from argmap.syntax.formatter.islands import Islands
from argmap.syntax.formatter.rows import Row, RowKind
from argmap.syntax.tree import Document, Inference, ListBlock

_BRACE_OR_LINE_END = re.compile(r"[{}\r\n]")


def find_kept(
    document: Document,
    rows: Sequence[Row],
    blocks: Sequence[Block],
    islands: Islands,
    *,
    is_fence_open: bool,
) -> Mapping[int, Finding | None]:
    """Return which blocks, by position, nobody should lay out anew, and what is wrong with them.

    Those are blocks with unreadable data over several lines, whose indentation may matter, with
    lines that say nothing, and with `@include(…)` between other lines, where the meaning of
    indentation depends on another file; lists inside lists, which are read as one, but should
    not lose their look; and front matter that was read as text.

    is_fence_open: whether the text begins with front matter that cannot be read
    """
    text = document.source.text
    kept: dict[int, Finding | None] = dict.fromkeys(_fenced(text, rows, blocks, is_fence_open))
    troubled: set[int] = set()
    for position, block in enumerate(blocks):
        inside = rows[block.first : block.last]
        said = [row for row in inside if row.kind in (RowKind.HEAD, RowKind.MORE)]
        is_list = isinstance(document.items[block.root], ListBlock)
        if (
            _includes_inside(text, said, islands)
            or (is_list and _has_levels(text, said))
            or _has_long_tag(said)
        ):
            kept[position] = None
        elif any(row.loose or _says_nothing(text, row) for row in inside):
            troubled.add(position)
    sound: set[int] = set()
    for code, finding in document.problems:
        found = block_at(blocks, finding.span.start)
        if found is None or found in kept or found in sound:
            continue
        if found in troubled:
            kept[found] = finding
        elif code == "SYN004":
            if _leaves_brace_open(text, blocks[found], islands):
                kept[found] = finding
            else:
                sound.add(found)
    return dict.fromkeys(troubled) | kept


def _fenced(
    text: str, rows: Sequence[Row], blocks: Sequence[Block], is_open: bool
) -> Iterator[int]:
    """Yield the positions of the blocks that stand between two rows of `===`.

    Such a row right below a text underlines it, and opens nothing.
    """
    opening = -1 if is_open else None
    position = 0
    for index, row in enumerate(rows):
        if row.kind is not RowKind.OTHER or text[row.start] != "=":
            continue
        while position < len(blocks) and blocks[position].first < index:
            if opening is not None:
                yield position
            position += 1
        above = rows[index - 1].kind if index else RowKind.BLANK
        is_opening = opening is None and above in (RowKind.BLANK, RowKind.COMMENT)
        opening = index if is_opening else None


def _includes_inside(text: str, rows: Sequence[Row], islands: Islands) -> bool:
    """Tell whether `@include(…)` stands among other things, and not just by itself."""
    starts = [text.find(INCLUDE, row.start, row.end) for row in rows]
    is_included = any(start >= 0 and not islands.hold(start) for start in starts)
    return is_included and not all(is_directive(text, row) for row in rows)


def _says_nothing(text: str, row: Row) -> bool:
    """Tell whether a row is no part of an item, and more than a horizontal rule."""
    return row.kind is RowKind.OTHER and (not is_rule(text, row) or text[row.start] == "=")


def _has_levels(text: str, rows: Sequence[Row]) -> bool:
    """Tell whether the items of a list are indented differently, and not just by a stray blank."""
    indents = {
        text[row.start - row.width : row.start]
        for row in rows
        if row.kind is RowKind.HEAD and row.head and row.head.indent == 0
    }
    widths = [len(indent) for indent in indents]
    return len(indents) > 1 and ("\t" in "".join(indents) or max(widths) - min(widths) > 1)


def _leaves_brace_open(text: str, block: Block, islands: Islands) -> bool:
    """Tell whether something in braces runs over several lines and is not known as data."""
    depth = 0
    for match in _BRACE_OR_LINE_END.finditer(text, block.start, block.end):
        if match[0] in "{}":
            if not islands.hold(match.start()):
                depth = max(0, depth + (1 if match[0] == "{" else -1))
        elif depth:
            return True
    return False


def _has_long_tag(rows: Sequence[Row]) -> bool:
    """Tell whether a tag outside a text runs over several lines: their blanks are in its name."""
    for head in (row.head for row in rows if row.kind is RowKind.HEAD):
        if head is None or isinstance(head.item, Inference):
            continue
        long = set(filter(LINE_END.search, head.item.tags))
        marks = head.item.text.marks if long and head.item.text else ()
        if not long <= {mark.target for mark in marks}:
            return True
    return False
