"""Write a map in the DOT language, for anybody's Graphviz.

All words stand in HTML-like labels, line by line as they were measured, so that a Graphviz with
another font breaks them in the same places.
"""

from collections.abc import Iterable, Iterator

from argmap.mapping.argument_map import ArgumentMap, Box, BoxKind, Edge, EdgeKind, End
from argmap.rendering.box_figures import Widths, draw_boxes
from argmap.rendering.display_text import escape, printable
from argmap.rendering.figure import Figure, Line
from argmap.rendering.legend import write_notes
from argmap.rendering.theme import SIGNS, Theme

_STYLES = {
    EdgeKind.SUPPORT: "style=solid arrowhead=normal",
    EdgeKind.ENTAILS: "style=solid arrowhead=normal",
    EdgeKind.ATTACK: "style=dashed arrowhead=normal",
    EdgeKind.CONTRARY: "style=dashed dir=both arrowhead=normal arrowtail=normal",
    EdgeKind.CONTRADICTORY: "style=dashed dir=both arrowhead=normal arrowtail=normal",
    EdgeKind.UNDERCUT: "style=dotted arrowhead=dotnormal",
    EdgeKind.PREMISE: "style=solid arrowhead=normal penwidth=1.2",
    EdgeKind.JOIN: "style=solid arrowhead=none",
}


def write_dot(argument_map: ArgumentMap, theme: Theme, widths: Widths | None = None) -> str:
    """Return the DOT of a map."""
    return "\n".join(_lines(argument_map, theme, widths or Widths())) + "\n"


def _lines(argument_map: ArgumentMap, theme: Theme, widths: Widths) -> Iterator[str]:
    figures = draw_boxes(argument_map, theme, widths)
    yield "digraph argmap {"
    title = escape(printable(argument_map.title or ""))
    yield (
        f'graph [rankdir=BT newrank=true pad="0.35,0.3" ranksep=0.5 nodesep=0.35'
        f' fontname="Helvetica" bgcolor="{theme.background}" labelloc=b labeljust=l'
        f"{_label(_notes(argument_map, theme))}"
        + (f' tooltip="{_quoted(title)}"]' if title else "]")
    )
    yield 'node [fontname="Helvetica" shape=plain]'
    yield 'edge [fontname="Helvetica" penwidth=1.8 arrowsize=0.8]'
    yield from _groups(argument_map, figures, theme)
    boxes = {box.id: box for box in argument_map.boxes}
    for edge in argument_map.edges:
        yield _edge(edge, boxes, theme)
    yield "}"


def _label(content: str) -> str:
    return f" label=<{content}>" if content else ""


def _notes(argument_map: ArgumentMap, theme: Theme) -> str:
    notes = write_notes(argument_map, 600.0, theme)
    rows = sorted({round(line.y) for line in notes.lines})
    lines = [" ".join(_font(line) for line in notes.lines if round(line.y) == row) for row in rows]
    return "".join(f'{line}<BR ALIGN="LEFT"/>' for line in lines)


def _groups(argument_map: ArgumentMap, figures: dict[str, Figure], theme: Theme) -> Iterator[str]:
    children: dict[int | None, list[int]] = {}
    for index, group in enumerate(argument_map.groups):
        children.setdefault(group.parent, []).append(index)
    inside: dict[int | None, list[Box]] = {}
    for box in argument_map.boxes:
        inside.setdefault(box.group, []).append(box)
    yield from (_node(box, figures[box.id], theme) for box in inside.get(None, []))
    stack: list[int | None] = [*reversed(children.get(None, []))]
    while stack:
        number = stack.pop()
        if number is None:
            yield "}"
            continue
        caption = escape(printable(argument_map.groups[number].title).upper()) or " "
        yield (
            f'subgraph cluster_{number} {{ graph [style="rounded,filled" margin=12'
            f' color="{theme.frame_line}" fillcolor="{theme.frame}" labelloc=b labeljust=l'
            f' label=<<FONT POINT-SIZE="10" COLOR="{theme.mute}"><B>{caption}</B></FONT>>]'
        )
        yield from (_node(box, figures[box.id], theme) for box in inside.get(number, []))
        stack.append(None)
        stack.extend(reversed(children.get(number, [])))


def _node(box: Box, figure: Figure, theme: Theme) -> str:
    name = _quoted(box.id)
    label = _card(figure, theme) if len(figure.ports) > 1 else _plain(box, figure, theme)
    tooltip = _quoted(escape(printable(box.title or box.text or "")))
    return f'"{name}" [id="{name}" class="{box.kind.value}" tooltip="{tooltip}" label=<{label}>]'


def _plain(box: Box, figure: Figure, theme: Theme) -> str:
    shape = figure.shapes[0]
    if box.kind is BoxKind.ARGUMENT:
        band, body = figure.ports[0], figure.shapes[-2].fill if len(figure.shapes) > 2 else ""
        line = figure.shapes[-1].stroke
        header = _row(None, _between(figure, 0, band.bottom), figure, shape.fill)
        rest = _between(figure, band.bottom, figure.height)
        return _table(line, "", header + (_row(None, rest, figure, body) if rest else ""))
    style = ' STYLE="ROUNDED,DASHED"' if shape.dash else ' STYLE="ROUNDED"'
    # The table is filled, not its cell: a cell would cover the round corners.
    style += f' BGCOLOR="{shape.fill}"'
    return _table(shape.stroke, style, _row(None, figure.lines, figure, ""))


def _card(figure: Figure, theme: Theme) -> str:
    rows = []
    for port in figure.ports:
        filled = [
            shape
            for shape in figure.shapes
            if shape.y >= port.top - 0.5 and shape.y < port.bottom - 1 and shape.height > 2
        ]
        fill = filled[-1].fill if port.name != "h" else figure.shapes[0].fill
        rows.append(_row(port.name, _between(figure, port.top, port.bottom), figure, fill))
    return _table(figure.shapes[-1].stroke, "", "".join(rows))


def _between(figure: Figure, top: float, bottom: float) -> tuple[Line, ...]:
    return tuple(line for line in figure.lines if top < line.y <= bottom)


def _table(color: str, style: str, rows: str) -> str:
    return (
        f'<TABLE BORDER="2" CELLBORDER="0" CELLSPACING="0" CELLPADDING="6" COLOR="{color}"'
        f"{style}>{rows}</TABLE>"
    )


def _row(port: str | None, lines: Iterable[Line], figure: Figure, fill: str) -> str:
    """Write one cell; words that stand at the same height go on one line."""
    heights: dict[int, list[Line]] = {}
    for line in lines:
        heights.setdefault(round(line.y), []).append(line)
    text = ""
    for _, together in sorted(heights.items()):
        together.sort(key=lambda line: line.x)
        text += "  ".join(_font(line) for line in together) + '<BR ALIGN="LEFT"/>'
    name = f' PORT="{port}"' if port else ""
    color = f' BGCOLOR="{fill}"' if fill.startswith("#") else ""
    return (
        f'<TR><TD{name} WIDTH="{figure.width}" ALIGN="LEFT" BALIGN="LEFT"{color}>'
        f"{text or ' '}</TD></TR>"
    )


def _font(line: Line) -> str:
    text = escape(line.text)
    bold = f"<B>{text}</B>" if line.is_bold else text
    return f'<FONT POINT-SIZE="{line.size:g}" COLOR="{line.color}">{bold}</FONT>'


def _edge(edge: Edge, boxes: dict[str, Box], theme: Theme) -> str:
    color = theme.palette(edge.kind).line
    sign = SIGNS.get(edge.kind, "")
    source = boxes[edge.source.box]
    label = (
        f' label=<<FONT POINT-SIZE="12" COLOR="{color}"><B>{sign}</B></FONT>>'
        if sign and source.kind is not BoxKind.ARGUMENT
        else ""
    )
    free = " constraint=false" if edge.kind is EdgeKind.CONTRADICTORY else ""
    return (
        f'{_end(edge.source)} -> {_end(edge.target)} [id="{edge.id}" class="{edge.kind.value}"'
        f' color="{color}" {_STYLES[edge.kind]}{label}{free}]'
    )


def _end(end: End) -> str:
    return f'"{_quoted(end.box)}"' + (f":{end.port}" if end.port else "")


def _quoted(text: str) -> str:
    """Escape a text for a quoted string in DOT, where a backslash begins an escape."""
    return text.replace("\\", "\\\\").replace('"', '\\"')
