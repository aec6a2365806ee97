"""The blocks of a document: what stands by itself between empty lines."""

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from argmap.syntax.formatter.rows import Row, RowKind

INCLUDE = "@include("
_RULE = re.compile(r"={3,}|\*{3,}|-{3,}")


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


def is_directive(text: str, row: Row) -> bool:
    """Tell whether a row begins with `@include(`."""
    return text.startswith(INCLUDE, row.start)


def is_rule(text: str, row: Row) -> bool:
    """Tell whether a row is nothing but `***`, `---` or `===`, which say nothing."""
    match = _RULE.match(text, row.start, row.end)
    return match is not None and match.end() == row.end
