"""Colours, sizes and line patterns. All text has a contrast of at least 4.5:1, edges 3:1."""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from argmap.mapping.argument_map import EdgeKind
from argmap.rendering.errors import UnknownFormatError

FONT_FAMILY = "Arimo, Arial, 'Liberation Sans', Helvetica, sans-serif"
"""Arimo first: all four have the same widths, so a card fits whichever one is there."""


@dataclass(frozen=True, slots=True)
class Palette:
    """The colours of one role: lines, the tint of a body, the fill and text of a header band."""

    line: str
    tint: str
    band: str
    on_band: str


@dataclass(frozen=True, slots=True)
class Theme:
    """Every colour of a picture; `background` is what the map stands on, `box` a plain box."""

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

    def palette(self, kind: EdgeKind | None) -> Palette:
        """Return the colours of an edge, or of a card that does what the edge says."""
        match kind:
            case EdgeKind.SUPPORT | EdgeKind.ENTAILS:
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


_WHITE = "#FFFFFF"
_NIGHT = "#0F1419"

PAPER = Theme(
    name="paper",
    background=_WHITE,
    box=_WHITE,
    ink="#1B1F24",
    mute="#57606A",
    rule="#C9D1D9",
    box_line="#57606A",
    frame="#F6F8FA",
    frame_line="#C9D1D9",
    support=Palette("#00705A", "#E3F4EE", "#00705A", _WHITE),
    attack=Palette("#B42318", "#FDECEA", "#B42318", _WHITE),
    undercut=Palette("#7A3E9D", "#F4EAFA", "#7A3E9D", _WHITE),
    claim=Palette("#1F4E8C", "#EAF2FB", "#1F4E8C", _WHITE),
    warning=Palette("#8A5A00", "#FFF4D6", "#8A5A00", _WHITE),
    plain=Palette("#57606A", "#F6F8FA", "#57606A", _WHITE),
)

DARK = Theme(
    name="dark",
    background=_NIGHT,
    box="#1B222B",
    ink="#E6EDF3",
    mute="#9DA7B3",
    rule="#323B46",
    box_line="#9DA7B3",
    frame="#151B22",
    frame_line="#323B46",
    support=Palette("#3FD2A4", "#0F2E26", "#3FD2A4", _NIGHT),
    attack=Palette("#FF8A75", "#3A1815", "#FF8A75", _NIGHT),
    undercut=Palette("#D2A8FF", "#2A1B3A", "#D2A8FF", _NIGHT),
    claim=Palette("#79B8FF", "#14283F", "#79B8FF", _NIGHT),
    warning=Palette("#F2C14E", "#332805", "#F2C14E", _NIGHT),
    plain=Palette("#9DA7B3", "#1B222B", "#9DA7B3", _NIGHT),
)

_BLACK = "#000000"

PRINT = Theme(
    name="print",
    background=_WHITE,
    box=_WHITE,
    ink=_BLACK,
    mute="#404040",
    rule="#7F7F7F",
    box_line=_BLACK,
    frame=_WHITE,
    frame_line="#7F7F7F",
    support=Palette(_BLACK, _WHITE, _WHITE, _BLACK),
    attack=Palette(_BLACK, _WHITE, _BLACK, _WHITE),
    undercut=Palette(_BLACK, _WHITE, "#BFBFBF", _BLACK),
    claim=Palette(_BLACK, _WHITE, _BLACK, _WHITE),
    warning=Palette(_BLACK, "#E6E6E6", _BLACK, _WHITE),
    plain=Palette(_BLACK, _WHITE, _WHITE, _BLACK),
)

THEMES: Mapping[str, Theme] = MappingProxyType(
    {theme.name: theme for theme in (PAPER, DARK, PRINT)}
)

SIGNS: Mapping[EdgeKind, str] = MappingProxyType(
    {
        EdgeKind.SUPPORT: "+",
        EdgeKind.ENTAILS: "+",
        EdgeKind.ATTACK: "−",
        EdgeKind.CONTRARY: "−",
        EdgeKind.CONTRADICTORY: "−",
        EdgeKind.UNDERCUT: "×",
    }
)
"""What stands for a relation where colour alone must not."""

DASHES: Mapping[EdgeKind, str] = MappingProxyType(
    {
        EdgeKind.ATTACK: "6 3.2",
        EdgeKind.CONTRARY: "6 3.2",
        EdgeKind.CONTRADICTORY: "9 3 2.5 3",
        EdgeKind.UNDERCUT: "0.1 4",
    }
)
"""`stroke-dasharray` of an edge in points; none: a solid line."""


def find_theme(name: str) -> Theme:
    """Return a theme by its name; UnknownFormatError lists the names there are."""
    if name not in THEMES:
        raise UnknownFormatError(f"unknown theme '{name}': choose {', '.join(THEMES)}")
    return THEMES[name]
