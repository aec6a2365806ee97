"""Write a laid out map as SVG: real text, no scripts, nothing from elsewhere."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from argmap.mapping.argument_map import ArgumentMap, Box, BoxKind, EdgeKind, End, Row
from argmap.rendering.alt_text import summarize
from argmap.rendering.arrows import draw_arrow
from argmap.rendering.box_figures import SMALL
from argmap.rendering.curves import reverse
from argmap.rendering.display_text import escape, printable
from argmap.rendering.figure import Image, Line, Rectangle
from argmap.rendering.layout import Layout
from argmap.rendering.legend import Notes, write_notes
from argmap.rendering.metrics import text_width
from argmap.rendering.parts import Route
from argmap.rendering.sign_places import behind_head, middle
from argmap.rendering.svg_elements import (
    num,
    path_element,
    rectangle_element,
    text_element,
)
from argmap.rendering.svg_links import has_links, linked_texts
from argmap.rendering.text_runs import wide_family
from argmap.rendering.theme import DASHES, FONT_FAMILY, SIGNS, Theme
from argmap.rendering.wrapping import wrap

_MARGIN = 16.0
_WORDS = {
    EdgeKind.SUPPORT: "supports",
    EdgeKind.ATTACK: "attacks",
    EdgeKind.UNDERCUT: "undercuts",
    EdgeKind.ENTAILS: "entails",
    EdgeKind.CONTRARY: "is contrary to",
    EdgeKind.CONTRADICTORY: "contradicts",
    EdgeKind.PREMISE: "is a premise of",
    EdgeKind.JOIN: "is a premise of",
}


def write_svg(
    argument_map: ArgumentMap,
    layout: Layout,
    theme: Theme,
    *,
    prefix: str = "",
    has_title: bool = True,
) -> str:
    """Return the SVG of a map; `prefix` stands before every id.

    Without `has_title` the map's title is told to screen readers only.
    """
    return "\n".join(_Writer(argument_map, layout, theme, prefix, has_title).document()) + "\n"


class _Writer:
    def __init__(
        self,
        argument_map: ArgumentMap,
        layout: Layout,
        theme: Theme,
        prefix: str,
        has_title: bool,
    ) -> None:
        self.map = argument_map
        self.layout = layout
        self.theme = theme
        self.prefix = prefix
        self.wide = wide_family(argument_map.language)
        self.boxes = {box.id: box for box in argument_map.boxes}
        hrefs = (
            image.href for box in argument_map.boxes for image in layout.figures[box.id].images
        )
        self.pictures = {href: n for n, href in enumerate(dict.fromkeys(hrefs), 1)}
        title = printable(argument_map.title or "") if has_title else ""
        inner = max(layout.width, 260.0)
        self.title_size = theme.sizes.thesis - 2.0  # it is a heading, and no claim
        self.title_lines = wrap(title, inner, self.title_size, is_bold=True) if title else []
        self.title_height = self.title_size + 4.0
        self.top = _MARGIN + (
            len(self.title_lines) * self.title_height + 10.0 if self.title_lines else 0.0
        )
        self.notes: Notes = write_notes(argument_map, inner, theme)
        below = self.notes.height + 14.0 if self.notes.height else 0.0
        self.width = inner + 2 * _MARGIN
        self.height = self.top + layout.height + below + _MARGIN
        self.left = _MARGIN + (inner - layout.width) / 2

    def document(self) -> Iterator[str]:
        title = printable(self.map.title or "") or "Argument map"
        size = f'width="{num(self.width)}pt" height="{num(self.height)}pt"'
        tongue = printable(self.map.language or "")
        # What is called a picture has no links for screen readers.
        role = "group" if has_links(self.map) else "img"
        language = f' xml:lang="{escape(tongue)}"' if tongue else ""
        yield (
            f'<svg xmlns="http://www.w3.org/2000/svg" {size}'
            f' viewBox="0 0 {num(self.width)} {num(self.height)}" role="{role}"{language}'
            f' aria-labelledby="{self.prefix}map-title {self.prefix}map-desc"'
            f' font-family="{FONT_FAMILY}">'
        )
        yield f'<title id="{self.prefix}map-title">{escape(title)}</title>'
        yield f'<desc id="{self.prefix}map-desc">{escape(summarize(self.map))}</desc>'
        yield (
            f'<rect class="background" width="{num(self.width)}" height="{num(self.height)}"'
            f' fill="{self.theme.background}"/>'
        )
        yield from self._pictures()
        for number, text in enumerate(self.title_lines):
            line = Line(
                _MARGIN,
                _MARGIN + self.title_size - 1.0 + self.title_height * number,
                text,
                self.title_size,
                self.theme.ink,
                True,
            )
            yield text_element(line, self.wide)
        yield f'<g class="graph" transform="translate({num(self.left)} {num(self.top)})">'
        yield from self._groups()
        for route in self.layout.routes:
            yield from self._edge(route)
        for box in self.map.boxes:
            yield from self._box(box)
        yield from self._signs()
        yield "</g>"
        yield from self._notes()
        yield "</svg>"

    def _groups(self) -> Iterator[str]:
        for group, frame in zip(self.map.groups, self.layout.frames, strict=True):
            if frame is None:
                continue
            title = printable(group.title)
            own = self.theme.swatch(group.hue) if group.hue else None
            shape = Rectangle(
                frame.x,
                frame.y,
                frame.width,
                frame.height,
                own.palette.tint if own else self.theme.frame,
                own.palette.line if own else self.theme.frame_line,
                1.0,
                radius=8.0,
            )
            color = own.palette.line if own else self.theme.mute
            room = frame.width - 20.0
            caption = _shorten(title.upper(), room, SMALL)
            yield f'<g id="{self.prefix}{escape(group.id)}" class="group">'
            yield f"<title>{escape(title)}</title>"
            yield rectangle_element(shape)
            line = Line(frame.x + 10, frame.y + 15, caption, SMALL, color, True)
            yield text_element(line, self.wide)
            yield "</g>"

    def _box(self, box: Box) -> Iterator[str]:
        figure, place = self.layout.figures[box.id], self.layout.places[box.id]
        name = _name(box)
        yield (
            f'<g id="{self.prefix}{escape(box.id)}" class="node {box.kind.value}"'
            f' transform="translate({num(place.x)} {num(place.y)})">'
        )
        yield f"<title>{escape(name)}</title>"
        yield from (rectangle_element(shape) for shape in figure.shapes)
        yield from (self._image(image) for image in figure.images)
        texts = [text_element(line, self.wide) for line in figure.lines]
        yield from linked_texts(box, figure, texts)
        yield "</g>"

    def _image(self, image: Image) -> str:
        """Write a picture; its file stands in the document once, however often it is shown."""
        place = self.pictures[image.href]
        return (
            f'<svg x="{num(image.x)}" y="{num(image.y)}" width="{num(image.width)}"'
            f' height="{num(image.height)}" viewBox="0 0 100 100" preserveAspectRatio="none">'
            f"<title>{escape(printable(image.name))}</title>"
            f'<use href="#{self.prefix}picture-{place}"/></svg>'
        )

    def _pictures(self) -> Iterator[str]:
        if not self.pictures:
            return
        yield "<defs>"
        for href, place in self.pictures.items():
            yield (
                f'<image id="{self.prefix}picture-{place}" width="100" height="100"'
                f' preserveAspectRatio="none" href="{escape(href)}"/>'
            )
        yield "</defs>"

    def _edge(self, route: Route) -> Iterator[str]:
        edge = route.edge
        color = self.theme.palette(edge.kind).line
        arrow = draw_arrow(route.curve, edge.kind)
        dash = DASHES.get(edge.kind, "")
        # Edges that share a rail start their dashes at the common end, so that these coincide.
        line = reverse(arrow.line) if route.is_shared else arrow.line
        told = f"{self._called(edge.source)} {_WORDS[edge.kind]} {self._called(edge.target)}"
        yield (
            f'<g id="{self.prefix}{edge.id}" class="edge {edge.kind.value}"'
            f' data-source="{escape(edge.source.box)}" data-target="{escape(edge.target.box)}">'
        )
        yield f"<title>{escape(told)}</title>"
        thin = edge.kind is EdgeKind.PREMISE
        yield path_element(line, color, dash, 1.3 if thin else self.theme.stroke)
        for head in arrow.heads:
            points = " ".join(f"{num(point.x)},{num(point.y)}" for point in head)
            yield f'<polygon points="{points}" fill="{color}"/>'
        for dot in arrow.dots:
            radius = num(arrow.dot_radius)
            yield f'<circle cx="{num(dot.x)}" cy="{num(dot.y)}" r="{radius}" fill="{color}"/>'
        yield "</g>"

    def _signs(self) -> Iterator[str]:
        """Write the sign of an edge on it, where no header at its source tells it already."""
        seen = set()
        for route in self.layout.routes:
            edge = route.edge
            box = self.boxes[edge.source.box]
            sign = SIGNS.get(edge.kind, "")
            if not sign or (box.role is not None and SIGNS.get(box.role) == sign):
                continue
            point = behind_head(route.curve) if route.is_shared else middle(route.curve)
            place = round(point.x), round(point.y)
            if place in seen:
                continue
            seen.add(place)
            color = self.theme.palette(edge.kind).line
            yield f'<g class="sign" data-edge="{self.prefix}{edge.id}">'
            yield (
                f'<circle class="sign" cx="{num(point.x)}" cy="{num(point.y)}" r="6"'
                f' fill="{self.theme.background}" stroke="{color}" stroke-width="1.2"/>'
            )
            width = text_width(sign, 11.0, is_bold=True)
            line = Line(point.x - width / 2, point.y + 3.9, sign, 11.0, color, True)
            yield text_element(line, self.wide)
            yield "</g>"

    def _called(self, end: End) -> str:
        box = self.boxes[end.box]
        for part in box.parts:
            if isinstance(part, Row) and part.port == end.port:
                return f"premise {part.number} of {_name(box)}"
        return _name(box)

    def _notes(self) -> Iterator[str]:
        if not self.notes.height:
            return
        y = self.top + self.layout.height + 14.0
        yield f'<g class="legend" transform="translate({num(_MARGIN)} {num(y)})">'
        for entry in self.notes.samples:
            color = self.theme.palette(entry.kind).line
            arrow = draw_arrow(entry.curve, entry.kind)
            yield path_element(arrow.line, color, DASHES.get(entry.kind, ""), self.theme.stroke)
            for head in arrow.heads:
                points = " ".join(f"{num(point.x)},{num(point.y)}" for point in head)
                yield f'<polygon points="{points}" fill="{color}"/>'
            for dot in arrow.dots:
                yield (
                    f'<circle cx="{num(dot.x)}" cy="{num(dot.y)}"'
                    f' r="{num(arrow.dot_radius)}" fill="{color}"/>'
                )
        yield from (rectangle_element(shape) for shape in self.notes.shapes)
        yield from (text_element(line, self.wide) for line in self.notes.lines)
        yield "</g>"


class PictureSize(NamedTuple):
    """Width and height in points."""

    width: float
    height: float


def picture_size(svg: str) -> PictureSize:
    """Return width and height of a picture that `write_svg` wrote, in points."""
    found = re.search(r'viewBox="0 0 ([\d.]+) ([\d.]+)"', svg)
    assert found is not None
    return PictureSize(float(found[1]), float(found[2]))


def _name(box: Box) -> str:
    """Return what a box is called where it cannot be shown."""
    bracket = "[]" if box.kind is BoxKind.STATEMENT else "<>"
    if box.title:
        return f"{bracket[0]}{printable(box.title)}{bracket[1]}"
    if box.text:
        return printable(box.text)
    return f"{bracket[0]}{printable(box.ref.title)}{bracket[1]}" if box.ref else "a junction"


def _shorten(text: str, width: float, size: float) -> str:
    if text_width(text, size, is_bold=True) <= width:
        return text
    while text and text_width(text + "…", size, is_bold=True) > width:
        text = text[:-1]
    return text.rstrip() + "…"
