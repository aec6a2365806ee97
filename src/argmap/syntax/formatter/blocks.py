"""The blocks of a document, and which of them are better left as they are."""

import re
from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from argmap.diagnostic import Finding
from argmap.syntax.formatter.rows import Islands, Row, RowKind
from argmap.syntax.tree import Document, ListBlock

INCLUDE = "@include("
_RULE = re.compile(r"={3,}|\*{3,}|-{3,}")
_BRACE_OR_LINE_END = re.compile(r"[{}\r\n]")
_OPEN_TAG = re.compile(r"#\((?:[^)#\r\n]|#(?!\())*+[\r\n]")


@dataclass(frozen=True, slots=True)
class Block:
    """What stands by itself between empty lines: rows[first:last], text[start:end]."""

    root: int
    first: int
    last: int
    start: int
    end: int


def find_blocks(rows: Sequence[Row]) -> list[Block]:
    """Return the blocks that some rows make up, in order, without what stands between them."""
    blocks: list[Block] = []
    for index, row in enumerate(rows):
        if row.head is None or row.kind not in (RowKind.HEAD, RowKind.MORE):
            continue
        first, start = index, row.line
        if blocks and blocks[-1].root == row.head.block:
            before = blocks.pop()
            first, start = before.first, before.start
        blocks.append(Block(row.head.block, first, index + 1, start, row.end))
    return blocks


def block_at(blocks: Sequence[Block], offset: int) -> int | None:
    """Return the position of the block that holds an offset, if one does."""
    index = bisect_right(blocks, offset, key=lambda block: block.start) - 1
    return index if index >= 0 and offset <= blocks[index].end else None


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
    for index, block in enumerate(blocks):
        inside = rows[block.first : block.last]
        said = [row for row in inside if row.kind in (RowKind.HEAD, RowKind.MORE)]
        includes = [row for row in said if _includes(text, row, islands)]
        if (
            (includes and not all(is_directive(text, row) for row in said))
            or any(row.loose or _says_nothing(text, row) for row in inside)
            or (isinstance(document.items[block.root], ListBlock) and _has_levels(text, said))
            or _has_open_tag(text, block, islands)
        ):
            kept[index] = None
    data_faults: set[int] = set()
    for code, finding in document.problems:
        position = block_at(blocks, finding.span.start)
        if position is None:
            continue
        if code == "SYN004" and position not in data_faults:
            data_faults.add(position)
            if _leaves_brace_open(text, blocks[position], islands):
                kept.setdefault(position, finding)
        if position in kept:
            kept[position] = kept[position] or finding
    return kept


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


def is_directive(text: str, row: Row) -> bool:
    """Tell whether a row begins with `@include(`."""
    return text.startswith(INCLUDE, row.start)


def is_rule(text: str, row: Row) -> bool:
    """Tell whether a row is nothing but `***`, `---` or `===`, which say nothing."""
    match = _RULE.match(text, row.start, row.end)
    return match is not None and match.end() == row.end


def _includes(text: str, row: Row, islands: Islands) -> bool:
    at = text.find(INCLUDE, row.start, row.end)
    return at >= 0 and not islands.hold(at)


def _says_nothing(text: str, row: Row) -> bool:
    """Tell whether a row is no part of an item, and more than a horizontal rule."""
    return row.kind is RowKind.OTHER and (not is_rule(text, row) or text[row.start] == "=")


def _has_levels(text: str, rows: Sequence[Row]) -> bool:
    """Tell whether the items of a list are indented differently, and not just by a stray blank."""
    indents = {
        text[row.line : row.start]
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


def _has_open_tag(text: str, block: Block, islands: Islands) -> bool:
    return any(
        not islands.hold(match.start())
        for match in _OPEN_TAG.finditer(text, block.start, block.end)
    )
