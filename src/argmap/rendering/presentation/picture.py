"""The picture of a map, taken apart so that a page can let it grow step by step."""

import re
import xml.etree.ElementTree as ET

from argmap.mapping.argument_map import HEADER, ArgumentMap, Box, End, Row
from argmap.rendering.curves import Point
from argmap.rendering.layout import Layout
from argmap.rendering.presentation.camera import Area
from argmap.rendering.presentation.edge_index import EdgeIndex
from argmap.rendering.presentation.growth import Appearance, Growth
from argmap.rendering.svg import write_svg
from argmap.rendering.theme import Theme

SVG = "http://www.w3.org/2000/svg"
PREFIX = "map-"
GROWN = "grown"
_SHIFT = re.compile(r"translate\(([-\d.]+)[ ,]([-\d.]+)\)")
_RING = 3.0


class Picture:
    """The map as SVG elements that say when they appear.

    graph:  the element `GROWN` with all boxes and edges, as text
    legend: the element that explains the signs, or an empty text
    area:   all of the map with its margins, in the coordinates of `graph` and of all frames
    """

    def __init__(
        self, argument_map: ArgumentMap, layout: Layout, theme: Theme, growth: Growth
    ) -> None:
        ET.register_namespace("", SVG)
        root = ET.fromstring(
            write_svg(argument_map, layout, theme, prefix=PREFIX, has_title=False)
        )
        graph = next(group for group in root.iter(_name("g")) if group.get("class") == "graph")
        left, top = _shift(graph)
        width, height = (float(n) for n in root.get("viewBox", "0 0 1 1").split()[2:])
        self.area = Area(-left, -top, width, height)
        self.font = root.get("font-family", "sans-serif")
        _Marker(argument_map, layout, growth).mark(graph)
        graph.attrib = {"id": GROWN, "class": "graph"}
        self.graph = _written(graph)
        self.legend = ""
        for group in root.iter(_name("g")):
            if group.get("class") == "legend":
                x, y = _shift(group)
                group.set("transform", f"translate({x - left:g} {y - top:g})")
                self.legend = _written(group)


class _Marker:
    """Marks the elements of a drawn graph with the steps at which they appear."""

    def __init__(self, argument_map: ArgumentMap, layout: Layout, growth: Growth) -> None:
        self.boxes = {box.id: box for box in argument_map.boxes}
        self.layout = layout
        self.growth = growth
        self.edge_index = EdgeIndex(layout.routes)

    def mark(self, graph: ET.Element) -> None:
        kept: list[ET.Element] = []
        sign: ET.Element | None = None  # the group of a circle, whose text comes next
        for element in list(graph):
            name = element.get("id", "").removeprefix(PREFIX)
            kind = (element.get("class") or "").split(" ")[0]
            if kind == "node":
                self._mark_node(element, self.boxes[name])
            elif kind == "edge":
                _mark(element, self.growth.edges[name])
            elif kind == "group":
                _mark(element, self.growth.groups[name])
            elif sign is not None and element.tag == _name("text"):
                sign.append(element)
                sign = None
                continue
            elif kind == "sign":
                sign = self._mark_sign(element)
                kept.append(sign)
                continue
            kept.append(element)
        graph[:] = kept

    def _mark_node(self, element: ET.Element, box: Box) -> None:
        """Put the parts of a card into groups; the frame, header and gist belong to the box."""
        whole = self.growth.boxes[box.id]
        figure = self.layout.figures[box.id]
        own = ET.Element(_name("g"), {"class": "part"})
        inside = {
            port.name: ET.Element(_name("g"), {"class": "part"})
            for port in figure.ports
            if port.name != HEADER
        }
        for child in list(element):
            if child.tag == _name("title"):
                continue
            element.remove(child)
            middle, height = _middle(child)
            port = next(
                (
                    port
                    for port in figure.ports
                    if port.top <= middle < port.bottom and port.name in inside
                ),
                None,
            )
            fits = port is not None and height <= port.bottom - port.top + 1
            (inside[port.name] if port is not None and fits else own).append(child)
        own.append(
            _frame("ring", -_RING, -_RING, figure.width + 2 * _RING, figure.height + 2 * _RING)
        )
        _mark(own, whole)
        rows = {part.port for part in box.parts if isinstance(part, Row)}
        for port in figure.ports:
            if port.name not in inside:
                continue
            part, wide, high = inside[port.name], figure.width, port.bottom - port.top
            if port.name in rows:
                slot = ET.Element(_name("g"), {"class": "part"})
                slot.append(_frame("slot", 6, port.top + 4, wide - 12, high - 8))
                _mark(slot, whole)
                element.append(slot)
                part.append(_frame("ring", 1.5, port.top + 1, wide - 3, high - 2))
            _mark(part, self.growth.parts[End(box.id, port.name)])
            element.append(part)
        element.append(own)

    def _mark_sign(self, element: ET.Element) -> ET.Element:
        """Mark a sign with the first edge that runs through it; return it as a group."""
        group = element
        if element.tag == _name("circle"):
            group = ET.Element(_name("g"))
            group.append(element)
        circle = group.find(_name("circle"))
        assert circle is not None, "a sign stands in a circle"
        spot = Point(float(circle.get("cx", "0")), float(circle.get("cy", "0")))
        passing = [self.growth.edges[edge] for edge in self.edge_index.edges_at(spot)]
        if passing:
            _mark(group, min(passing, key=lambda shown: shown.step))
        return group


def _mark(element: ET.Element, shown: Appearance) -> None:
    classes = [*(element.get("class") or "").split(), "grow", f"n{shown.step}"]
    if shown.is_again:
        classes.append("again")
    element.set("class", " ".join(classes))
    element.set("data-of", " ".join(map(str, shown.thoughts)))


def _frame(kind: str, x: float, y: float, width: float, height: float) -> ET.Element:
    """Return a `ring`, around what is new, or a `slot`, where a row will appear."""
    place = {"x": f"{x:g}", "y": f"{y:g}", "width": f"{width:g}", "height": f"{height:g}"}
    return ET.Element(_name("rect"), {"class": kind, **place, "rx": "4", "fill": "none"})


def _middle(shape: ET.Element) -> tuple[float, float]:
    """Return at which height a shape or a line of text stands, and how high it is."""
    y, height = float(shape.get("y", "0")), float(shape.get("height", "0"))
    if shape.tag == _name("text"):
        return y - float(shape.get("font-size", "0")) / 3, 0.0
    return y + height / 2, height


def _shift(element: ET.Element) -> tuple[float, float]:
    found = _SHIFT.match(element.get("transform", ""))
    return (float(found[1]), float(found[2])) if found else (0.0, 0.0)


def _written(element: ET.Element) -> str:
    element.tail = None
    return ET.tostring(element, encoding="unicode").replace(f' xmlns="{SVG}"', "", 1)


def _name(tag: str) -> str:
    return f"{{{SVG}}}{tag}"
