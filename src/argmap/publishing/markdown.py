"""Pages as Markdown (CommonMark with tables). What is read aloud is bold, as debaters write it."""

from collections.abc import Iterable, Iterator
from typing import assert_never

from argmap.publishing.blocks import (
    Blank,
    Block,
    Columns,
    Contents,
    Figure,
    Frame,
    FrameStyle,
    Heading,
    Items,
    Lines,
    PageBreak,
    Paragraph,
    ParagraphStyle,
    Publication,
    Quotation,
    Run,
    Style,
    Table,
    Text,
    Together,
)
from argmap.publishing.published import Published
from argmap.publishing.shown import Anchors, plain, shown
from argmap.rendering.markdown_text import at_line_start, in_heading, plain_markdown

_AROUND = {
    Style.STRONG: "**",
    Style.CITE: "**",
    Style.READ: "**",
    Style.GOOD: "**",
    Style.BAD: "**",
    Style.EMPHASIS: "*",
}


def write(publication: Publication) -> Published:
    """Return the pages as Markdown; pictures are named, since Markdown cannot hold them."""
    lines = list(_Writer(publication).blocks(publication.blocks))
    while lines and not lines[-1]:
        lines.pop()
    return Published("\n".join(lines) + "\n")


class _Writer:
    def __init__(self, publication: Publication) -> None:
        self._anchors = Anchors(publication)

    def blocks(self, blocks: Iterable[Block]) -> Iterator[str]:
        """Yield lines, an empty one behind each block."""
        for block in blocks:
            yield from self._block(block)

    def _block(self, block: Block) -> Iterator[str]:  # noqa: PLR0912 (one arm for each block)
        match block:
            case Heading():
                yield f"{'#' * block.level} {in_heading(self._words(block.text))}"
                yield ""
            case Paragraph():
                yield from self._paragraph(block)
            case Items():
                yield from self._items(block)
            case Table():
                yield from self._table(block)
            case Quotation():
                yield from _prefixed("> ", self.blocks(block.blocks))
                yield ""
            case Figure():
                yield f"*{plain_markdown(block.caption or block.alt)}*"
                yield ""
            case Frame():
                yield from self._frame(block)
            case Columns():
                for column in block.columns:
                    yield from self.blocks(column)
            case Lines():
                yield from ["\\_" * 40, ""] * block.count
            case Together():
                yield from self.blocks(block.blocks)
            case PageBreak():
                yield "---"
                yield ""
                if block.header:
                    yield f"*{plain_markdown(block.header)}*"
                    yield ""
            case Contents():
                yield from self._contents(block)
            case _:
                assert_never(block)

    def _paragraph(self, block: Paragraph) -> Iterator[str]:
        told = at_line_start(self._words(block.text))
        match block.style:
            case ParagraphStyle.TITLE:
                yield f"# {in_heading(self._words(block.text))}"
            case ParagraphStyle.CARD:
                yield f"> {told}"
            case ParagraphStyle.LABEL | ParagraphStyle.CLAIM:
                yield f"**{plain_markdown(plain(block.text))}**" if told else ""
            case ParagraphStyle.SUBTITLE:
                yield f"*{plain_markdown(plain(block.text))}*" if told else ""
            case ParagraphStyle.BODY | ParagraphStyle.NOTE | ParagraphStyle.CITATION:
                yield told
            case _:
                assert_never(block.style)
        yield ""

    def _items(self, block: Items) -> Iterator[str]:
        for number, item in enumerate(block.items, block.start):
            mark = f"{number}. " if block.is_numbered else "- "
            lines = list(self.blocks(item.blocks)) or [""]
            if item.mark is not None:
                lines[0] = f"**{plain_markdown(item.mark)}** {lines[0]}"
            while len(lines) > 1 and not lines[-1]:
                lines.pop()
            yield mark + lines[0]
            yield from (" " * len(mark) + line if line else "" for line in lines[1:])
        yield ""

    def _table(self, block: Table) -> Iterator[str]:
        if not block.rows:
            return
        columns = max(len(row) for row in block.rows)
        rows = [[_in_cell(self.blocks(cell.blocks)) for cell in row] for row in block.rows]
        if block.heads == 0:
            rows.insert(0, [""] * columns)
        if block.caption:
            yield f"*{plain_markdown(block.caption)}*"
            yield ""
        for number, row in enumerate(rows):
            cells = row + [""] * (columns - len(row))
            yield "| " + " | ".join(cells) + " |"
            if number == 0:
                yield "|" + " --- |" * columns
        yield ""

    def _frame(self, block: Frame) -> Iterator[str]:
        lines = list(self.blocks(block.blocks))
        label = block.label or ("unstated" if block.style is FrameStyle.DASHED else "")
        if label:
            yield f"**{plain_markdown(label)}**"
            yield ""
        yield from lines

    def _contents(self, block: Contents) -> Iterator[str]:
        yield f"**{plain_markdown(block.title)}**"
        yield ""
        for heading in self._anchors.headings:
            if heading.level <= block.depth:
                yield f"{'  ' * (heading.level - 1)}- {plain_markdown(plain(heading.text))}"
        yield ""

    def _words(self, text: Text) -> str:
        return "".join(self._run(part) for part in text).strip()

    def _run(self, part: Run | Blank) -> str:
        if isinstance(part, Blank):
            return "\\_" * max(4, round(part.width / 2.5))
        inner = shown(part.text)
        words = inner.strip(" ")
        if not words:
            return inner
        left, right = inner[: len(inner) - len(inner.lstrip(" "))], inner[len(inner.rstrip(" ")) :]
        told = plain_markdown(words)
        if part.style is Style.CODE and "`" not in words:
            told = f"`{words}`"
        around = _AROUND.get(part.style, "")
        target = self._anchors.address(part)
        if target is not None and not target.startswith("#"):
            told = f"[{told}](<{target.replace('<', '%3C').replace('>', '%3E')}>)"
        return f"{left}{around}{told}{around}{right}"


def _in_cell(lines: Iterable[str]) -> str:
    told = "<br>".join(line for line in lines if line)
    return told.replace("|", "\\|")


def _prefixed(prefix: str, lines: Iterable[str]) -> Iterator[str]:
    told = list(lines)
    while told and not told[-1]:
        told.pop()
    yield from ((prefix + line).rstrip() for line in told)
