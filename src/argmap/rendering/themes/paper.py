"""Dark type on white: the theme that is used when none is asked for."""

from argmap.rendering.themes.look import Palette, Theme

_WHITE = "#FFFFFF"

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
    warning=Palette("#8A5A00", "#FFF4D6", "#EEB54D", "#1B1F24"),
    plain=Palette("#57606A", "#F6F8FA", "#57606A", _WHITE),
    # Blue, amber, purple, green, pink, ochre, lavender, maroon: found by searching for
    # eight colours that lie far apart, and from grey, for every kind of colour vision.
    hues=(
        "#2B68B7",
        "#EEB54D",
        "#5F2173",
        "#54B071",
        "#EE75B0",
        "#926804",
        "#BEC2FB",
        "#9A282A",
    ),
)
