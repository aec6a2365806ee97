"""Black on white, for copiers: dashes, bars and words tell what colours tell elsewhere."""

from argmap.rendering.themes.look import Palette, Theme

_WHITE, _BLACK = "#FFFFFF", "#000000"

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
    is_grey=True,
)
