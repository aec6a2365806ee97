"""Let the engine lay out the parts of a map: boxes of one group with edges from box to box.

All parts go through the engine in one run; it packs them beside each other, and they are taken
apart again here, each with its own origin.
"""

import json
from collections import defaultdict
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from functools import partial

from argmap.mapping.argument_map import ArgumentMap, Edge, End
from argmap.rendering.blocks import Block, Link, Stacking, make_blocks
from argmap.rendering.curves import Curve, Point, straight
from argmap.rendering.engine import run_engine
from argmap.rendering.figure import Figure
from argmap.rendering.joins import join_sides
from argmap.rendering.skeleton import Spacing, write_skeleton


@dataclass(frozen=True, slots=True)
class Route:
    """The path of an edge, from its source's border to its target's.

    `is_shared`: part of the path is drawn by other edges of the same kind too.
    """

    edge: Edge
    curve: Curve
    is_shared: bool = False

    def moved(self, x: float, y: float) -> "Route":
        """Return the same path elsewhere."""
        curve = tuple(Point(point.x + x, point.y + y) for point in self.curve)
        return Route(self.edge, curve, self.is_shared)


@dataclass(frozen=True, slots=True)
class Part:
    """Boxes of one group with the edges between them; (0, 0) is the upper left corner."""

    group: int | None
    width: float
    height: float
    places: dict[str, Point]
    routes: tuple[Route, ...]


def is_inner(edge: Edge, groups: dict[str, int | None], figures: Mapping[str, Figure]) -> bool:
    """Whether the engine leads an edge: inside one group (or none), from box to box.

    An edge about a row goes up beside its card, which the engine does with wide curves, unless the
    card has been turned.
    """
    is_plain = edge.source.port is None and (
        edge.target.port is None or figures[edge.target.box].is_open_below(edge.target.port)
    )
    return is_plain and groups[edge.source.box] == groups[edge.target.box]


@dataclass(frozen=True, slots=True)
class EngineWay:
    """How the engine is to lay out parts."""

    stacking: Stacking | None
    spacing: Spacing


def lay_out_parts(
    argument_map: ArgumentMap, figures: dict[str, Figure], way: EngineWay, engine: str | None
) -> list[Part]:
    """Return the parts of a map in document order, each laid out by the engine."""
    groups = {box.id: box.group for box in argument_map.boxes}
    blocks, all_links = make_blocks(argument_map, figures, way.stacking)
    inner = [link for link in all_links if is_inner(link.edge, groups, figures)]
    single = {block.name for block in blocks}
    for link in inner:
        single -= {link.source.name, link.target.name}
    alone = [block for block in blocks if block.name in single]
    joined = [block for block in blocks if block.name not in single]
    families = _families(joined, inner)
    order = _order_only(all_links, inner, families)
    write = partial(write_skeleton, joined, [*inner, *order], figures, way.spacing)
    sided = [link for link in inner if not _is_turned_card(figures[link.edge.target.box])]
    corners, paths = _run(write, joined, sided, figures, engine) if joined else ({}, {})
    for block in alone:
        corners[block.name] = Point(0.0, 0.0)
    families += [[block] for block in alone]
    order_of = {block.name: number for number, block in enumerate(blocks)}
    families.sort(key=lambda family: order_of[family[0].name])
    home = {block.name: number for number, family in enumerate(families) for block in family}
    leading: list[list[Link]] = [[] for _ in families]
    for link in inner:
        leading[home[link.source.name]].append(link)
    return [
        _part(family, links, corners, paths)
        for family, links in zip(families, leading, strict=True)
    ]


def _is_turned_card(figure: Figure) -> bool:
    """Whether all edges come to a card from below, so that no sides are to be chosen."""
    return figure.has_ports_below and bool(figure.ports)


def _order_only(links: list[Link], inner: list[Link], families: list[list[Block]]) -> list[Link]:
    """Return links that the engine does not lead, but which tell it what stands above what."""
    known = {link.name for link in inner}
    family = {block.name: number for number, blocks in enumerate(families) for block in blocks}
    return [
        replace(link, is_drawn=False)
        for link in links
        if link.name not in known
        and not link.edge.kind.is_symmetric
        and link.source is not link.target
        and link.source.name in family
        and family[link.source.name] == family.get(link.target.name)
    ]


def _families(blocks: list[Block], links: list[Link]) -> list[list[Block]]:
    """Return the blocks that hang together, found by walking the links in both directions."""
    near: defaultdict[str, list[Block]] = defaultdict(list)
    for link in links:
        near[link.source.name].append(link.target)
        near[link.target.name].append(link.source)
    seen: set[str] = set()
    families = []
    for block in blocks:
        if block.name in seen:
            continue
        seen.add(block.name)
        family, ahead = [], [block]
        while ahead:
            here = ahead.pop()
            family.append(here)
            for other in near[here.name]:
                if other.name not in seen:
                    seen.add(other.name)
                    ahead.append(other)
        families.append(family)
    return families


def _run(
    write: Callable[[dict[str, str]], str],
    blocks: list[Block],
    links: list[Link],
    figures: dict[str, Figure],
    engine: str | None,
) -> tuple[dict[str, Point], dict[str, Curve]]:
    """Ask the engine; twice if edges then turn out to meet their cards on the wrong side.

    `write` makes the graph from the sides at which edges end; `links` are those that have sides.
    """
    sides: dict[str, str] = {}
    corners: dict[str, Point] = {}
    paths: dict[str, Curve] = {}
    for _ in range(2):
        answer = json.loads(run_engine(write(sides), "json0", engine=engine))
        corners, paths = _read(answer, blocks)
        better = _choose_sides(links, corners, figures)
        if better == sides:
            break
        sides = better
    return corners, paths


def _read(
    answer: dict[str, object], blocks: list[Block]
) -> tuple[dict[str, Point], dict[str, Curve]]:
    nodes = {node["name"]: node["pos"] for node in _entries(answer, "objects") if "pos" in node}
    corners = {}
    for block in blocks:
        x, y = _numbers(nodes[block.name])
        corners[block.name] = Point(x - block.width / 2, -y - block.height / 2)
    paths = {}
    for edge in _entries(answer, "edges"):
        if "id" not in edge:
            continue  # it told an order, and is not drawn
        points = (_numbers(point) for point in edge["pos"].split())
        paths[edge["id"]] = tuple(Point(x, -y) for x, y in points)
    return corners, paths


def _entries(answer: dict[str, object], key: str) -> list[dict[str, str]]:
    entries = answer.get(key, [])
    assert isinstance(entries, list)
    return entries


def _numbers(text: str) -> list[float]:
    return [float(number) for number in text.split(",")]


def _choose_sides(
    links: list[Link], corners: dict[str, Point], figures: dict[str, Figure]
) -> dict[str, str]:
    """Return the side of a card at which each edge ends: the one its other end lies on.

    A part that lies beside another one is reached from one side only.
    """
    sides = join_sides(links, corners)
    for link in links:
        source = corners[link.source.name].x + link.source.width / 2
        target = corners[link.target.name].x + link.target.width / 2
        is_left = source < target
        if link.edge.target.port is not None:
            sides[f"{link.name}.head"] = _side(link.edge.target, figures) or "we"[not is_left]
        if link.edge.source.port is not None:
            sides[f"{link.name}.tail"] = _side(link.edge.source, figures) or "ew"[not is_left]
    return sides


def _side(end: End, figures: dict[str, Figure]) -> str:
    return figures[end.box].port(end.port).side if end.port else ""


def _part(
    blocks: list[Block], links: list[Link], corners: dict[str, Point], paths: dict[str, Curve]
) -> Part:
    places: dict[str, Point] = {}
    routes: list[Route] = []
    xs: list[float] = []
    ys: list[float] = []
    for block in blocks:
        corner = corners[block.name]
        xs += [corner.x, corner.x + block.width]
        ys += [corner.y, corner.y + block.height]
        for member in block.members:
            places[member.box] = Point(corner.x + member.x, corner.y + member.y)
    for link in links:
        xs += [point.x for point in paths[link.name]]
        ys += [point.y for point in paths[link.name]]
        routes.extend(_routes(link, paths[link.name], corners[link.source.name]))
    left, top = min(xs), min(ys)
    return Part(
        blocks[0].group,
        max(xs) - left,
        max(ys) - top,
        {box: Point(place.x - left, place.y - top) for box, place in places.items()},
        tuple(route.moved(-left, -top) for route in routes),
    )


def _routes(link: Link, trunk: Curve, corner: Point) -> list[Route]:
    if link.source.rail is None:
        return [Route(edge, trunk) for edge in link.edges]
    rail = corner.x + link.source.rail
    stubs = {member.box: member.stub for member in link.source.members}
    routes = []
    for edge in link.edges:
        stub = stubs[edge.source.box]
        assert stub is not None
        start = Point(corner.x + stub.x, corner.y + stub.y)
        routes.append(Route(edge, _along_rail(start, rail, corner.y) + trunk[1:], is_shared=True))
    return routes


def _along_rail(start: Point, rail: float, top: float) -> Curve:
    """Go from a box's side to the rail, round the corner, and up to the rail's end."""
    radius = min(6.0, start.y - top)
    turn = radius if start.x > rail else -radius
    bend = Point(rail + turn, start.y)
    up = Point(rail, start.y - radius)
    corner = Point(rail, start.y)
    rounded = (bend.towards(corner, 0.6), up.towards(corner, 0.6))
    return (*straight(start, bend), *rounded, *straight(up, Point(rail, top)))
