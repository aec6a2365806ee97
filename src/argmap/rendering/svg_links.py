"""The words of a box that lead to its address on the web, as links."""

from collections.abc import Iterator
from itertools import groupby

from argmap.mapping.argument_map import ArgumentMap, Box, Row
from argmap.rendering.display_text import escape
from argmap.rendering.figure import Figure, Line


def has_links(argument_map: ArgumentMap) -> bool:
    """Tell whether anything on a map is a link."""
    return any(
        box.link or any(isinstance(part, Row) and part.link for part in box.parts)
        for box in argument_map.boxes
    )


def linked_texts(box: Box, figure: Figure, texts: list[str]) -> Iterator[str]:
    """Return the written lines of a box's figure, with `<a>` around those that lead somewhere."""
    if box.link is None and not any(isinstance(part, Row) and part.link for part in box.parts):
        yield from texts
        return
    by_port = {part.port: part.link for part in box.parts if isinstance(part, Row)}
    links = (_link(line, figure, by_port, box.link) for line in figure.lines)
    written = zip(links, texts, strict=True)
    for link, group in groupby(written, key=lambda pair: pair[0]):
        if link is not None:
            yield f'<a href="{escape(link)}" target="_blank" rel="noopener noreferrer">'
        yield from (text for _, text in group)
        if link is not None:
            yield "</a>"


def _link(
    line: Line, figure: Figure, by_port: dict[str, str | None], otherwise: str | None
) -> str | None:
    for port in figure.ports:
        if port.name in by_port and port.top < line.y <= port.bottom:
            return by_port[port.name]
    return otherwise
