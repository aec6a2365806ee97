"""The graph that the engine lays out: boxes of known sizes and ports, without a word in them.

Since no text of the author's reaches the engine, none can break it, and the engine's own idea of
a font does not matter.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import pairwise

from argmap.mapping.argument_map import EdgeKind
from argmap.rendering.blocks import Block, Link
from argmap.rendering.figure import Figure, Port
from argmap.rendering.joins import join_ports, junctions_of

POINTS_PER_INCH = 72


@dataclass(frozen=True, slots=True)
class Spacing:
    """Distances in points: between neighbours, and between a box and what supports it."""

    nodes: float = 20.0
    ranks: float = 34.0


def write_skeleton(
    blocks: Iterable[Block],
    links: Iterable[Link],
    figures: dict[str, Figure],
    spacing: Spacing,
    sides: dict[str, str],
) -> str:
    """Return the DOT of a map's layout.

    `sides` has `e` or `w` for each link that ends at a row.
    """
    lines = [
        "digraph {",
        f"graph [rankdir=BT newrank=true splines=true pack=20 nodesep={_inches(spacing.nodes)}"
        f" ranksep={_inches(spacing.ranks)}]",
        'node [shape=box fixedsize=true label=""]',
        "edge [dir=none]",
    ]
    lines.extend(_node(block, figures) for block in blocks)
    links = list(links)
    lines.extend(_edge(link, sides, figures) for link in links)
    lines.append(junctions_of(link for link in links if link.is_drawn))
    lines.append("}")
    return "\n".join(lines) + "\n"


def _node(block: Block, figures: dict[str, Figure]) -> str:
    figure = figures[block.members[0].box]
    if block.rail is None and len(figure.ports) > 1:
        return f"{block.name} [shape=plain fixedsize=false label=<{_port_table(figure)}>]"
    if block.rail is not None:
        # The engine knows a column as a table of two cells, so that an edge can start at the rail.
        rest = block.width - 2 * round(block.rail)
        cells = _cell("rail", 2 * round(block.rail), block.height)
        cells += _cell("rest", rest, block.height) if rest > 0 else ""
        return f"{block.name} [shape=plain fixedsize=false label=<{_table(f'<TR>{cells}</TR>')}>]"
    return f"{block.name} [width={_inches(block.width)} height={_inches(block.height)}]"


def _port_table(figure: Figure) -> str:
    tops: dict[int, list[Port]] = {}
    for port in figure.ports:
        tops.setdefault(round(port.top), []).append(port)
    if figure.has_ports_below:
        starts = [*tops, figure.width]
        cells = (
            _cell(tops[start][0].name, end - start, figure.height)
            for start, end in pairwise(starts)
        )
        return _table(f"<TR>{''.join(cells)}</TR>")
    edges = [*tops, figure.height]
    rows = (
        f"<TR>{_side_by_side(tops[top], figure.width, bottom - top)}</TR>"
        for top, bottom in pairwise(edges)
    )
    return _table("".join(rows))


def _side_by_side(ports: list[Port], width: int, height: int) -> str:
    """Return a cell for one port, or a table in a cell for several at the same height."""
    if len(ports) == 1:
        return _cell(ports[0].name, width, height)
    each = width // len(ports)
    widths = [each] * (len(ports) - 1) + [width - each * (len(ports) - 1)]
    cells = (_cell(port.name, wide, height) for port, wide in zip(ports, widths, strict=True))
    return f"<TD>{_table('<TR>' + ''.join(cells) + '</TR>')}</TD>"


def _table(rows: str) -> str:
    return f'<TABLE BORDER="0" CELLBORDER="0" CELLSPACING="0" CELLPADDING="0">{rows}</TABLE>'


def _cell(port: str, width: int, height: int) -> str:
    return f'<TD PORT="{port}" FIXEDSIZE="TRUE" WIDTH="{width}" HEIGHT="{height}"></TD>'


def _edge(link: Link, sides: dict[str, str], figures: dict[str, Figure]) -> str:
    if not link.is_drawn:
        return f"{link.source.name} -> {link.target.name} [style=invis weight=0]"
    attributes = [f"id={link.name}"]
    attributes += join_ports(link, sides)
    if link.source.rail is not None:
        attributes.append('tailport="rail:n"')
    elif link.edge.source.port is not None:
        is_turned = figures[link.edge.source.box].has_ports_below
        side = "n" if is_turned else sides.get(f"{link.name}.tail", "e")
        attributes.append(f'tailport="{link.edge.source.port}:{side}"')
    if link.edge.target.port is not None:
        is_turned = figures[link.edge.target.box].has_ports_below
        side = "s" if is_turned else sides.get(f"{link.name}.head", "e")
        attributes.append(f'headport="{link.edge.target.port}:{side}"')
    if link.edge.kind is EdgeKind.CONTRADICTORY:
        attributes.append("constraint=false")
    return f"{link.source.name} -> {link.target.name} [{' '.join(attributes)}]"


def _inches(points: float) -> str:
    return f"{points / POINTS_PER_INCH:.6g}"
