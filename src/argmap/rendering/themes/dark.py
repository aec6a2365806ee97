"""Light type on a dark screen."""

from argmap.rendering.themes.look import Palette, Theme

_NIGHT = "#0F1419"

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
    # Blue, amber, purple, green, mint, ochre, lavender, light green: found as those of `paper`.
    hues=(
        "#4996FF",
        "#F9D462",
        "#B478C5",
        "#539466",
        "#8FFBE7",
        "#C37234",
        "#D9BAFA",
        "#99D593",
    ),
)
