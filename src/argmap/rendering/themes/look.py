"""What a theme is: the colours, sizes and kind of boxes of a picture."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum

from argmap.mapping.argument_map import EdgeKind, Hue
from argmap.rendering.contrast import TEXT, grey, mix, readable_on, shade

_TINTED = 0.13


class BoxStyle(StrEnum):
    """How arguments are drawn."""

    CARDS = "cards"  # a header, and a row for each premise
    CELLS = "cells"  # a bracket bar ("because"), and below it the premises side by side


class Rhythm(StrEnum):
    """How the bar beside a coloured box is marked, so that it is known without its colour."""

    SOLID = "solid"
    BARS = "bars"
    DOTS = "dots"
    RUNGS = "rungs"
    HALF = "half"
    DASHES = "dashes"
    GREY = "grey"
    EMPTY = "empty"


@dataclass(frozen=True, slots=True)
class Palette:
    """The colours of one role: lines, the tint of a body, the fill and text of a header band."""

    line: str
    tint: str
    band: str
    on_band: str


@dataclass(frozen=True, slots=True)
class Swatch:
    """The colours of a box with a hue, and how its bar is marked; None: it has no bar."""

    palette: Palette
    rhythm: Rhythm | None = Rhythm.SOLID


@dataclass(frozen=True, slots=True)
class Sizes:
    """Sizes of type in points: claims, titles of arguments, the main claim, and all notes."""

    body: float = 11.0
    title: float = 12.0
    thesis: float = 15.0
    small: float = 10.0


@dataclass(frozen=True, slots=True)
class Theme:
    """Everything about the look of a picture that is no geometry.

    background: what the map stands on; `box` is a plain box
    hues:       the colours that tell speakers, tags … apart, one for each, in their order
    rhythms:    how the bars of boxes are marked the first time through the hues, the second …
    is_grey:    it has no colours, so the bars alone tell hues apart
    stroke:     width of the lines of edges, in points
    own_edges:  the colours of edges that the author asks for
    """

    name: str
    background: str
    box: str
    ink: str
    mute: str
    rule: str
    box_line: str
    frame: str
    frame_line: str
    support: Palette
    attack: Palette
    undercut: Palette
    claim: Palette
    warning: Palette
    plain: Palette
    hues: tuple[str, ...] = ()
    is_grey: bool = False
    style: BoxStyle = BoxStyle.CARDS
    sizes: Sizes = Sizes()
    stroke: float = 1.8
    own_edges: Mapping[EdgeKind, str] = field(default_factory=dict)

    def palette(self, kind: EdgeKind | None) -> Palette:
        """Return the colours of an edge, or of a card that does what the edge says."""
        if kind is not None and kind in self.own_edges and not self.is_grey:
            return self.own_palette(self.own_edges[kind])
        match kind:
            case EdgeKind.SUPPORT | EdgeKind.ENTAILS | EdgeKind.JOIN:
                return self.support
            case EdgeKind.ATTACK | EdgeKind.CONTRARY | EdgeKind.CONTRADICTORY:
                return self.attack
            case EdgeKind.UNDERCUT:
                return self.undercut
            case EdgeKind.PREMISE | None:
                return self.plain

    def label_palette(self, label: str) -> Palette:
        """Return the colours of what is in, out or undecided."""
        return {"in": self.support, "out": self.attack}.get(label, self.warning)

    def swatch(self, hue: Hue) -> Swatch:
        """Return the colours of a box with a hue, and how its bar is marked."""
        match hue.swatch:
            case int(place):
                return self._numbered(place)
            case str(color) if color.startswith("#"):
                return Swatch(self.own_palette(color))
            case role if role in _OF_ROLES:
                return Swatch(self._role(role), _OF_ROLES[role] if self.is_grey else Rhythm.SOLID)
            case _:
                return Swatch(Palette(self.box_line, self.box, self.box_line, self.box), None)

    def own_palette(self, color: str) -> Palette:
        """Return the colours of what has a colour of its own, shaded where words need that.

        The band has the very colour; its text is black or white, whichever is read better.
        """
        if self.is_grey:
            shown = grey(color)
            return Palette(self.ink, self.box, shown, readable_on(shown))
        shown = color.upper()
        tint = mix(self.box, shown, _TINTED)
        line = shade(shown, (tint, self.background), TEXT)
        return Palette(line, tint, shown, readable_on(shown))

    def _numbered(self, place: int) -> Swatch:
        rhythms = tuple(Rhythm)
        if self.is_grey:
            inked = replace(self.plain, band=self.plain.line, on_band=self.background)
            return Swatch(inked, rhythms[place % len(rhythms)])
        turn = place // len(self.hues) % (len(rhythms) - 2)
        return Swatch(self.own_palette(self.hues[place % len(self.hues)]), rhythms[turn])

    def _role(self, role: str) -> Palette:
        roles = {
            "support": self.support,
            "attack": self.attack,
            "undercut": self.undercut,
            "claim": self.claim,
            "warning": self.warning,
        }
        return roles.get(role, self.plain)


_OF_ROLES: Mapping[str, Rhythm] = {
    "support": Rhythm.EMPTY,
    "attack": Rhythm.SOLID,
    "warning": Rhythm.BARS,
    "claim": Rhythm.DOTS,
    "undercut": Rhythm.RUNGS,
}
