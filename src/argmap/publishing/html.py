"""Pages as one HTML file: no scripts, nothing from elsewhere, and ready to be printed."""

from base64 import b64encode
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import assert_never

from argmap.publishing.blocks import (
    Align,
    Blank,
    Block,
    Cell,
    Columns,
    Contents,
    Figure,
    Frame,
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
from argmap.rendering.display_text import escape, printable
from argmap.rendering.policy import source_hash

STYLE = Path(__file__).parent / "assets" / "pages.css"
_TAGS = {
    Style.STRONG: "strong",
    Style.EMPHASIS: "em",
    Style.CITE: "strong",
    Style.READ: "mark",
    Style.UNREAD: "small",
    Style.CODE: "code",
}


def write(publication: Publication) -> Published:
    """Return the page as HTML."""
    return Published("\n".join(_Writer(publication).page()) + "\n")


class _Writer:
    def __init__(self, publication: Publication) -> None:
        self._publication = publication
        self._rules: dict[str, str] = {}  # class name → declarations: the policy allows no others
        self._anchors = Anchors(publication)

    def page(self) -> Iterator[str]:
        publication = self._publication
        body = list(self._pages(publication.blocks))
        style = self._style_sheet()
        policy = (
            "default-src 'none'; base-uri 'none'; form-action 'none';"
            f" img-src data:; style-src {source_hash(style)}"
        )
        yield "<!DOCTYPE html>"
        yield f'<html lang="{escape(printable(publication.language) or "en")}">'
        yield "<head>"
        yield '<meta charset="utf-8">'
        yield f'<meta http-equiv="Content-Security-Policy" content="{policy}">'
        yield '<meta name="viewport" content="width=device-width, initial-scale=1">'
        if publication.author:
            yield f'<meta name="author" content="{escape(printable(publication.author))}">'
        yield f"<title>{escape(printable(publication.title))}</title>"
        yield f"<style>{style}</style>"
        yield "</head>"
        yield "<body>"
        if publication.header:
            yield f'<header class="running">{escape(printable(publication.header))}</header>'
        yield "<main>"
        yield from body
        yield "</main>"
        if publication.footer:
            yield f'<footer class="running">{escape(printable(publication.footer))}</footer>'
        yield "</body>"
        yield "</html>"

    def _style_sheet(self) -> str:
        width, height = self._publication.size
        margin = self._publication.margin
        paper = f"@page{{size:{width:g}mm {height:g}mm;margin:{margin:g}mm}}\n"
        paper += f"@page turned{{size:{height:g}mm {width:g}mm}}\n"
        rules = "".join(f".{name}{{{told}}}\n" for name, told in sorted(self._rules.items()))
        return f"{paper}{STYLE.read_text('utf-8')}{rules}"

    def _rule(self, name: str, declarations: str) -> str:
        self._rules[name] = declarations
        return name

    def _pages(self, blocks: Iterable[Block]) -> Iterator[str]:
        """Yield blocks, those of turned pages in sections that are pages of their own."""
        is_turned = False
        for block in blocks:
            if not isinstance(block, PageBreak) or not (is_turned or block.is_turned):
                yield from self._block(block)
                continue
            if is_turned:
                yield "</section>"
            is_turned = block.is_turned
            if is_turned:
                yield '<section class="turned">'
            yield from self._strip(block)
        if is_turned:
            yield "</section>"

    def _strip(self, block: PageBreak) -> Iterator[str]:
        if block.header:
            yield f'<p class="strip">{escape(printable(block.header))}</p>'

    def _blocks(self, blocks: Iterable[Block]) -> Iterator[str]:
        for block in blocks:
            yield from self._block(block)

    def _block(self, block: Block) -> Iterator[str]:  # noqa: PLR0912 (one arm for each block)
        match block:
            case Heading():
                name = self._anchors.name(block)
                identity = f' id="{name}"' if name else ""
                yield f"<h{block.level}{identity}>{self._text(block.text)}</h{block.level}>"
            case Paragraph():
                yield self._paragraph(block)
            case Items():
                yield from self._items(block)
            case Table():
                yield from self._table(block)
            case Quotation():
                yield "<blockquote>"
                yield from self._blocks(block.blocks)
                yield "</blockquote>"
            case Figure():
                yield from self._figure(block)
            case Frame():
                yield f'<div class="frame {block.style.value}">'
                if block.label:
                    yield f'<p class="label">{escape(printable(block.label))}</p>'
                yield from self._blocks(block.blocks)
                yield "</div>"
            case Columns():
                yield from self._columns(block)
            case Lines():
                name = self._rule(f"line-{_key(block.height)}", f"height:{block.height:g}mm")
                yield '<div class="lines" aria-hidden="true">'
                yield f'<div class="line {name}"></div>' * block.count
                yield "</div>"
            case Together():
                yield '<div class="together">'
                yield from self._blocks(block.blocks)
                yield "</div>"
            case PageBreak():
                yield '<div class="break"></div>'
                yield from self._strip(block)
            case Contents():
                yield from self._contents(block)
            case _:
                assert_never(block)

    def _paragraph(self, block: Paragraph) -> str:
        names = [block.style.value] if block.style is not ParagraphStyle.BODY else []
        if block.align is not Align.START:
            names.append(block.align.value)
        kind = f' class="{" ".join(names)}"' if names else ""
        tongue = f' lang="{escape(printable(block.lang))}"' if block.lang else ""
        tag = "h1" if block.style is ParagraphStyle.TITLE else "p"
        return f"<{tag}{kind}{tongue}>{self._text(block.text)}</{tag}>"

    def _items(self, block: Items) -> Iterator[str]:
        tag = "ol" if block.is_numbered else "ul"
        start = f' start="{block.start}"' if block.is_numbered and block.start != 1 else ""
        yield f"<{tag}{start}>"
        for item in block.items:
            if item.mark is None:
                yield "<li>"
            else:
                mark = escape(printable(item.mark))
                yield f'<li class="marked"><span class="mark">{mark}</span><div>'
            yield from self._blocks(item.blocks)
            yield "</li>" if item.mark is None else "</div></li>"
        yield f"</{tag}>"

    def _table(self, block: Table) -> Iterator[str]:
        yield f'<table class="{"ruled" if block.rules else "plain"}">'
        if block.caption:
            yield f"<caption>{escape(printable(block.caption))}</caption>"
        if block.widths:
            names = (
                self._rule(f"share-{_key(share)}", f"width:{share * 100:.4g}%")
                for share in block.widths
            )
            yield "<colgroup>" + "".join(f'<col class="{name}">' for name in names) + "</colgroup>"
        for number, row in enumerate(block.rows):
            is_head = number < block.heads
            height = block.heights[number] if number < len(block.heights) else 0.0
            name = self._rule(f"row-{_key(height)}", f"height:{height:g}mm") if height else ""
            yield f'<tr class="{name}">' if name else "<tr>"
            for cell in row:
                yield from self._cell(cell, "th" if is_head else "td")
            yield "</tr>"
        yield "</table>"

    def _cell(self, cell: Cell, tag: str) -> Iterator[str]:
        names = [cell.align.value] if cell.align is not Align.START else []
        if cell.fill:
            names.append(
                self._rule(f"fill-{cell.fill.lstrip('#').lower()}", f"background:{cell.fill}")
            )
        kind = f' class="{" ".join(names)}"' if names else ""
        scope = ' scope="col"' if tag == "th" else ""
        yield f"<{tag}{scope}{kind}>"
        yield from self._blocks(cell.blocks)
        yield f"</{tag}>"

    def _figure(self, block: Figure) -> Iterator[str]:
        name = self._rule(f"wide-{_key(block.width)}", f"width:{block.width * 100:.4g}%")
        if block.most is not None:
            self._rule(f"most-{_key(block.most)}", f"max-height:{block.most:g}mm")
            name += f" most-{_key(block.most)}"
        data = b64encode(block.svg.encode("utf-8")).decode("ascii")
        yield "<figure>"
        yield (
            f'<img class="{name}" alt="{escape(printable(block.alt))}"'
            f' src="data:image/svg+xml;base64,{data}">'
        )
        if block.caption:
            yield f"<figcaption>{escape(printable(block.caption))}</figcaption>"
        yield "</figure>"

    def _columns(self, block: Columns) -> Iterator[str]:
        widths = block.widths or (1.0,) * len(block.columns)
        yield '<div class="columns">'
        for column, width in zip(block.columns, widths, strict=True):
            name = self._rule(f"grow-{_key(width)}", f"flex:{width:g} 1 0")
            yield f'<div class="{name}">'
            yield from self._blocks(column)
            yield "</div>"
        yield "</div>"

    def _contents(self, block: Contents) -> Iterator[str]:
        yield '<nav class="contents">'
        yield f'<p class="label">{escape(printable(block.title))}</p>'
        yield "<ul>"
        for heading in self._anchors.headings:
            if heading.level <= block.depth:
                told = escape(plain(heading.text))
                link = f'<a href="#{self._anchors.name(heading)}">{told}</a>'
                yield f'<li class="level-{heading.level}">{link}</li>'
        yield "</ul>"
        yield "</nav>"

    def _text(self, text: Text) -> str:
        return "".join(self._run(part) for part in text)

    def _run(self, part: Run | Blank) -> str:
        if isinstance(part, Blank):
            name = self._rule(f"blank-{_key(part.width)}", f"width:{part.width:g}mm")
            return f'<span class="blank {name}">&nbsp;</span>'
        told = escape(shown(part.text))
        tag = _TAGS.get(part.style)
        if tag is not None:
            kind = ' class="cite"' if part.style is Style.CITE else ""
            told = f"<{tag}{kind}>{told}</{tag}>"
        elif part.style is not Style.PLAIN:
            told = f'<span class="{part.style.value}">{told}</span>'
        target = self._anchors.address(part)
        return told if target is None else f'<a href="{escape(target)}">{told}</a>'


def _key(number: float) -> str:
    """Return a number as part of a class's name."""
    return f"{number:g}".replace(".", "-")
