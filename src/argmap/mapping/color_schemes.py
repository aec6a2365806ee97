"""The colour schemes that Argdown knows by name, so that its maps keep their colours here.

The `colorbrewer` ones are by Cynthia Brewer (colorbrewer2.org) and the D3 project, the `iwanthue`
ones come from the tool of that name (médialab Sciences Po). Index 0 is the colour of what has no
tag, index 1 that of the first tag.
"""

from collections.abc import Mapping
from types import MappingProxyType

_DARK2 = "#1B9E77 #D95F02 #7570B3 #E7298A #66A61E #E6AB02 #A6761D #666666"
_WRITTEN = {
    "default": _DARK2,
    "colorbrewer-category10": (
        "#1F77B4 #FF7F0E #2CA02C #D62728 #9467BD #8C564B #E377C2 #7F7F7F #BCBD22 #17BECF"
    ),
    "colorbrewer-accent": "#7FC97F #BEAED4 #FDC086 #FFFF99 #386CB0 #F0027F #BF5B17 #666666",
    "colorbrewer-dark2": _DARK2,
    "colorbrewer-paired": (
        "#A6CEE3 #1F78B4 #B2DF8A #33A02C #FB9A99 #E31A1C #FDBF6F #FF7F00 #CAB2D6 #6A3D9A #FFFF99"
        " #B15928"
    ),
    "colorbrewer-set": "#E41A1C #377EB8 #4DAF4A #984EA3 #FF7F00 #FFFF33 #A65628 #F781BF #999999",
    "colorbrewer-set2": "#66C2A5 #FC8D62 #8DA0CB #E78AC3 #A6D854 #FFD92F #E5C494 #B3B3B3",
    "colorbrewer-set3": (
        "#8DD3C7 #FFFFB3 #BEBADA #FB8072 #80B1D3 #FDB462 #B3DE69 #FCCDE5 #D9D9D9 #BC80BD #CCEBC5"
        " #FFED6F"
    ),
    "iwanthue-colorblind-friendly": (
        "#BA4761 #B65B37 #C99738 #83A142 #52B77F #7D89E0 #654397 #BC589E"
    ),
    "iwanthue-fancy": "#E6AFD3 #9ED2A7 #AEBAEB #D2D39D #71CDEB #E6B197 #81D6D0 #BAF0D6",
    "iwanthue-fluo": "#7FE643 #F3BB79 #57E5D6 #EECB3C #69EB8A #DBD76F #CFE945 #B0E391",
    "iwanthue-red-roses": "#E17892 #DA3DB3 #E0ABBF #E23B6E #9A6276 #E17CBC #AA3D5E #B14183",
    "iwanthue-ochre-sand": "#885249 #EC926E #995432 #E29E96 #B75F56 #E0A081 #ED837B #AD766B",
    "iwanthue-yellow-lime": "#EBCBA0 #E28C23 #A88C68 #DFB137 #7E5E31 #E2AE59 #AA782A #DEAA6E",
    "iwanthue-green-mint": "#569A3E #DFD84B #657443 #B0E13E #C6CC9C #61D950 #A09F40 #A0DE87",
    "iwanthue-ice-cube": "#48BF8C #3E6F5F #3CE896 #68A194 #71ECB8 #3D9B76 #ADDDC9 #62E0D3",
    "iwanthue-blue-ocean": "#3A718B #002A33 #2178A3 #0D353F #4C707B #214650 #13526C #395E68",
    "iwanthue-indigo-night": "#4C8AE7 #2D5192 #829CE5 #4074E3 #5794D7 #2F63AC #3295E9 #607BC2",
    "iwanthue-purple-wine": "#5F2CC1 #504361 #4033A2 #27173A #77268F #403C81 #321262 #63306E",
}

SCHEMES: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {name: tuple(colors.split()) for name, colors in _WRITTEN.items()}
)
"""Scheme → its colours, as `#RRGGBB`."""

GROUPS = ("#DADADA", "#BABABA", "#AAAAAA")
"""The colours that numbers mean for groups, where the map gives no others."""
