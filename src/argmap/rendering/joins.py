"""How premises meet at a junction: the outer ones come in from the side, others from below."""

from collections.abc import Iterable, Mapping, Sequence

from argmap.mapping.argument_map import EdgeKind
from argmap.rendering.blocks import Link
from argmap.rendering.curves import Point


def is_join(link: Link) -> bool:
    """Whether a link leads from a premise to a junction."""
    return link.edge.kind is EdgeKind.JOIN


def join_sides(links: Sequence[Link], corners: Mapping[str, Point]) -> dict[str, str]:
    """Return the side of its junction at which each link ends, once boxes have places.

    An undercut of the step comes in beside the premises.

    corners: the upper left corner of each block, by its name
    return:  `w`, `s` or `e` by the link's name and `.head`
    """
    meeting: dict[str, list[Link]] = {link.target.name: [] for link in links if is_join(link)}
    for link in links:
        if link.target.name in meeting:
            meeting[link.target.name].append(link)
    sides = {}
    for joined in meeting.values():
        joined.sort(key=lambda link: corners[link.source.name].x + link.source.width / 2)
        for place, link in enumerate(joined):
            is_first, is_last = place == 0, place == len(joined) - 1
            side = "s" if is_first == is_last else "w" if is_first else "e"
            sides[f"{link.name}.head"] = side
    return sides


def join_ports(link: Link, sides: Mapping[str, str]) -> list[str]:
    """Return the engine's attributes of a link, if it ends at a junction: where, and how long."""
    side = sides.get(f"{link.name}.head")
    if link.edge.target.port is not None or (side is None and not is_join(link)):
        return []
    ends = [f"headport={side}"] if side else []
    return [*ends, "tailport=n", "minlen=1"] if is_join(link) else ends


def junctions_of(links: Iterable[Link]) -> str:
    """Return lines for round junctions, which keep their premises in the order of the text."""
    names = dict.fromkeys(link.target.name for link in links if is_join(link))
    return "".join(f"{name} [ordering=in shape=circle]\n" for name in names)
